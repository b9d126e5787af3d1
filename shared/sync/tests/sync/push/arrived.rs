//! What goes well.

use satchel_domain::ids::CustomerKey;
use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_store::{
    CheckIn, CheckOut, DifferenceReason, MasterDocument, NewAttachment, NewCustomer,
    NewPartyDocument, OrderToPlace, OrderTotals, OutboxState,
};
use satchel_sync::OnArrival;
use serde_json::{Value, json};

use super::support::{World, captured, local, order, payload, uid};
use crate::office::REP;

#[tokio::test]
async fn an_order_takes_two_requests_and_is_booked_as_promised() {
    let world = World::new().await;
    world.place(1);
    let report = world.push().await;
    assert_eq!((report.arrived, report.ended), (2, None));
    assert_eq!(world.requests(), 2, "create, submit");
    let booked = world.the_order(1).await;
    assert_eq!((booked.docstatus(), booked.text("status")), (Some(1), Some("To Deliver and Bill")));
    let row = world.store().order(uid(1)).unwrap().unwrap().row;
    assert_eq!(row.state, OrderState::Booked);
    assert_eq!(row.server_name.unwrap().as_str(), booked.name().unwrap());
    assert_eq!(world.store().totals_difference(uid(1)).unwrap(), None);
    let submitted = world.events(1);
    assert_eq!(submitted.last(), Some(&OrderEvent::Submitted));
    assert_eq!(world.push().await.steps, 0, "nothing is sent twice");
}

#[tokio::test]
async fn a_company_that_approves_first_gets_drafts() {
    let mut world = World::new().await;
    world.account.on_arrival = OnArrival::LeaveDraft;
    world.place(1);
    world.push().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(0));
    assert_eq!(world.state(1), OrderState::Booked);
    assert_eq!(world.requests(), 1);
}

#[tokio::test]
async fn what_the_company_says_later_counts_more_than_the_enrolment() {
    let mut world = World::new().await;
    let company = |said: &str| {
        let company = json!({"name": world.account.company, "satchel_on_arrival": said});
        MasterDocument::from_value("Company", &company)
    };
    let today = "2026-11-22".parse().unwrap();
    let (drafts, submits) = (company("Leave as Draft"), company("Submit"));
    world.store().put_masters(vec![drafts], today).wait().unwrap();
    world.place(1);
    world.push().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(0));
    world.account.on_arrival = OnArrival::LeaveDraft;
    world.store().put_masters(vec![submits], today).wait().unwrap();
    world.place(2);
    world.push().await;
    assert_eq!(world.the_order(2).await.docstatus(), Some(1));
}

#[tokio::test]
async fn a_customer_made_on_the_phone_goes_first_and_lends_its_name() {
    let world = World::new().await;
    let part = |n: u8, document: Value| {
        Some(NewPartyDocument { local_id: local(n), document: document.to_string() })
    };
    let key = world
        .store()
        .create_customer(NewCustomer {
            local_id: local(1),
            document: json!({"customer_name": "Corner Shop", "customer_type": "Company",
                "customer_group": "Commercial", "territory": "United States"})
            .to_string(),
            address: part(
                2,
                json!({"address_title": "Corner Shop", "address_type": "Billing",
                       "address_line1": "1 Main St", "city": "Springfield",
                       "country": "United States"}),
            ),
            contact: part(3, json!({"first_name": "Ana"})),
            place: None,
            captured: captured(),
        })
        .wait()
        .unwrap();
    let mut sent = payload();
    sent["customer"] = json!(key.to_string());
    let placed = OrderToPlace { customer: key, payload: sent.to_string(), ..order(1) };
    world.store().place(placed).wait().unwrap();
    let report = world.push().await;
    assert_eq!((report.arrived, report.refused), (5, 0));
    assert_eq!(world.the_order(1).await.text("customer"), Some("Corner Shop"));
    for doctype in ["Address", "Contact"] {
        let found = world.at_site(doctype).await;
        let ours = found.iter().find(|d| d.get("satchel_uid").is_some()).unwrap();
        let link = ours.children("links").next().unwrap();
        assert_eq!(link["link_name"], "Corner Shop", "{doctype}");
    }
    let row = world.store().order(uid(1)).unwrap().unwrap().row;
    assert_eq!(row.customer, CustomerKey::Server("Corner Shop".parse().unwrap()));
}

#[tokio::test]
async fn files_follow_their_document_once_each() {
    let world = World::new().await;
    let signed = OrderToPlace { signature: b"M1.0 2.0L3.0 4.0".to_vec(), ..order(1) };
    world.store().place(signed).wait().unwrap();
    let photo = NewAttachment {
        uid: local(9).to_string(),
        subject: uid(1).to_string(),
        file_name: "shelf.bin".into(),
        content: vec![1, 2, 3],
        at: captured().utc,
    };
    world.store().add_attachment(photo).wait().unwrap();
    let report = world.push().await;
    assert_eq!((report.arrived, report.steps), (4, 4));
    let order = world.the_order(1).await;
    let files = world.at_site("File").await;
    let mut names: Vec<_> = files
        .iter()
        .filter(|file| file.text("attached_to_name") == order.name())
        .map(|file| file.text("file_name").unwrap().to_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["VAN3-00001-signature.svg", "shelf.bin"]);
}

fn visit() -> CheckIn {
    CheckIn {
        uid: uid(5),
        customer: Some(CustomerKey::Server("Customer 001".parse().unwrap())),
        customer_name: "Customer 001".into(),
        event: String::new(),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: json!({"doctype": "Field Visit", "customer": "Customer 001",
                        "check_in": "2026-11-21 16:00:00"})
        .to_string(),
    }
}

#[tokio::test]
async fn a_visit_is_made_and_ended() {
    let world = World::new().await;
    world.store().check_in(visit()).wait().unwrap();
    let end = CheckOut {
        visit: uid(5),
        uid: uid(6),
        captured: captured(),
        note: "sold".into(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: json!({"check_out": "2026-11-21 16:30:00", "notes": "sold"}).to_string(),
    };
    world.store().check_out(end).wait().unwrap();
    assert_eq!(world.push().await.arrived, 2);
    let visits = world.at_site("Field Visit").await;
    assert_eq!(visits.len(), 1);
    assert_eq!((visits[0].text("notes"), visits[0].text("user")), (Some("sold"), Some(REP)));
}

#[tokio::test]
async fn totals_that_are_not_the_promised_ones_are_told_with_both_figures() {
    let world = World::new().await;
    let wrong =
        OrderTotals { net_total: "2.50".into(), rounded_total: "2.70".into(), ..order(1).totals };
    world.store().place(OrderToPlace { totals: wrong, ..order(1) }).wait().unwrap();
    world.push().await;
    let difference = world.store().totals_difference(uid(1)).unwrap().unwrap();
    assert_eq!(difference.phone.net_total, "2.50");
    assert_eq!(difference.server.net_total, "2.74");
    assert_eq!(difference.reason, DifferenceReason::Unknown);
    let told = OrderEvent::TotalsDiffer { phone: "2.70".into(), server: "2.96".into() };
    assert!(world.events(1).contains(&told));
}

#[tokio::test]
async fn a_rate_the_site_replaced_is_named() {
    let world = World::new().await;
    // `rate` 0 alone is replaced by the list price (recording 182).
    let mut sent = payload();
    sent["items"] = json!([{"item_code": "SKU-0002", "qty": 1, "rate": 0.0}]);
    world.store().place(OrderToPlace { payload: sent.to_string(), ..order(1) }).wait().unwrap();
    world.push().await;
    let difference = world.store().totals_difference(uid(1)).unwrap().unwrap();
    let DifferenceReason::RateChanged { item_code, phone, server, price_changed_since } =
        difference.reason
    else {
        panic!("{difference:?}");
    };
    assert_eq!((item_code.as_str(), phone.as_str(), server.as_str()), ("SKU-0002", "0", "1.89"));
    assert!(!price_changed_since);
}

#[tokio::test]
async fn a_price_changed_while_the_order_waited_is_the_reason() {
    let world = World::new().await;
    let mut sent = payload();
    sent["items"] = json!([{"item_code": "SKU-0002", "qty": 1, "rate": 0.0}]);
    world.store().place(OrderToPlace { payload: sent.to_string(), ..order(1) }).wait().unwrap();
    // Sending comes before fetching: the phone cannot know.
    let price = world.at_site("Item Price").await;
    let price = price.into_iter().find(|price| price.text("item_code") == Some("SKU-0002"));
    let rate = json!({"price_list_rate": 2.05}).as_object().unwrap().clone();
    let name = price.unwrap().name().unwrap().to_owned();
    world.administrator.update("Item Price", &name, &rate, None).await.unwrap();
    world.push().await;
    let difference = world.store().totals_difference(uid(1)).unwrap().unwrap();
    let told = matches!(
        &difference.reason,
        DifferenceReason::RateChanged { price_changed_since: true, server, .. } if server == "2.05"
    );
    assert!(told, "{difference:?}");
}

#[tokio::test]
async fn without_signal_nothing_is_spent() {
    let world = World::new().await;
    world.place(1);
    world.go_offline(true);
    for _ in 0..3 {
        world.push().await;
    }
    let row = world.row(1);
    assert_eq!((row.state, row.attempts, row.sent), (OutboxState::Waiting, 0, 0));
    assert_eq!(world.events(1).len(), 2, "placed and sent, once each");
    world.go_offline(false);
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
}
