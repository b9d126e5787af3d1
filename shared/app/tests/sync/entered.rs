//! What a rep enters besides orders, on its way to the site: pictures, events, tasks, hours, changes.

use chrono::{NaiveDate, NaiveDateTime};
use satchel_app::AppError;
use satchel_app::views::{
    CustomerFields, EventForm, NewCustomer, NewTask, NewTime, ParticipantView,
};
use serde_json::{Value, json};

use crate::support::World;

/// The smallest picture there is: a JPEG by its first bytes.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF photo of a shelf";

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

async fn only(world: &World, doctype: &str) -> satchel_frappe::Document {
    let names = world.administrator.names(doctype, &[]).await.unwrap();
    assert_eq!(names.len(), 1, "{doctype}: {names:?}");
    world.administrator.get_doc(doctype, &names[0]).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_of_an_order_follows_it() {
    let world = World::ready().await;
    world.session.stop_sync();
    let uid = world.place();
    let name = world.session.attach_picture(&uid, JPEG.to_vec()).unwrap();
    assert_eq!(name, "P07-00001-1.jpg");
    let waiting = world.session.attached(&uid).unwrap();
    assert_eq!((waiting.len(), waiting[0].there), (1, false));
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(world.session.attached(&uid).unwrap()[0].there);
    let order = world.at_site(&uid).await.unwrap();
    // One taken later goes to the order that is there already.
    world.session.attach_picture(&uid, b"\x89PNG\r\n\x1a\n more".to_vec()).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let files = world.administrator.names("File", &[]).await.unwrap();
    let mut attached = Vec::new();
    for file in files {
        let file = world.administrator.get_doc("File", &file).await.unwrap();
        assert_eq!(file.text("attached_to_doctype"), Some("Sales Order"));
        assert_eq!(file.text("attached_to_name"), order.name());
        attached.push(file.text("file_name").unwrap_or_default().to_owned());
    }
    attached.sort();
    assert_eq!(attached, ["P07-00001-1.jpg", "P07-00001-2.png", "P07-00001-signature.svg"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_of_a_refused_order_goes_with_the_mended_one() {
    let world = World::ready().await;
    world.session.stop_sync();
    let refused = world.place();
    world.session.attach_picture(&refused, JPEG.to_vec()).unwrap();
    world.change_item("SKU-0002", "disabled", json!(1));
    world.session.start_sync().unwrap();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    let satchel_app::views::MendView::Order { uid } =
        world.session.mend(world.refused().row).unwrap()
    else {
        panic!()
    };
    let remove = satchel_app::views::OrderEdit::Remove { line: 1 };
    world.session.edit_order(&uid, remove).unwrap();
    world.session.place_order(&uid, "").unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(world.session.attached(&uid).unwrap()[0].there);
    let file = only(&world, "File").await;
    assert_eq!(file.text("attached_to_name"), world.at_site(&uid).await.unwrap().name());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_and_a_signature_of_a_visit_follow_it() {
    let world = World::ready().await;
    world.session.stop_sync();
    let visit = world.session.check_in("server:Customer 001", "").unwrap();
    world.session.attach_picture(&visit.uid, JPEG.to_vec()).unwrap();
    world.session.attach_signature(&visit.uid, "M0 0L9 9").unwrap();
    world.session.check_out("").unwrap();
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = only(&world, "Field Visit").await;
    for file in world.administrator.names("File", &[]).await.unwrap() {
        let file = world.administrator.get_doc("File", &file).await.unwrap();
        assert_eq!(file.text("attached_to_name"), there.name(), "{file:?}");
    }
    assert_eq!(world.count("File").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_pictures_of_documents_of_this_phone_are_taken() {
    let world = World::ready().await;
    let uid = world.place();
    let wrong = world.session.attach_picture(&uid, b"GIF89a".to_vec()).unwrap_err();
    assert!(matches!(wrong, AppError::NotAPicture), "{wrong:?}");
    let mut large = JPEG.to_vec();
    large.resize(satchel_app::MAX_PICTURE + 1, 0);
    let wrong = world.session.attach_picture(&uid, large).unwrap_err();
    assert_eq!(
        (wrong.message_id(), wrong.args()),
        ("error-app-too-large", vec![("megabytes", "12".to_owned())])
    );
    for nowhere in ["", "nothing", "0197-uid"] {
        let wrong = world.session.attach_picture(nowhere, JPEG.to_vec()).unwrap_err();
        assert_eq!(wrong.message_id(), "error-app-not-found");
    }
    assert!(world.session.attach_signature(&uid, "").is_err());
    assert_eq!(world.session.attached(&uid).unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_with_a_customer_of_this_phone_goes_after_it() {
    let world = World::ready().await;
    world.session.stop_sync();
    let new = NewCustomer { customer_name: "Corner Shop".into(), ..NewCustomer::default() };
    let customer = world.session.create_customer(&new).unwrap();
    let event = EventForm {
        subject: "Show the new range".into(),
        category: "Meeting".into(),
        starts_on: Some(at(9, 30)),
        ends_on: Some(at(10, 0)),
        participants: vec![ParticipantView {
            doctype: "Customer".into(),
            name: customer,
            ..ParticipantView::default()
        }],
        description: "Bring <samples> & prices".into(),
        ..EventForm::default()
    };
    world.session.create_event(&event).unwrap();
    let day = at(0, 0).date();
    let shown = world.session.agenda(day, day).unwrap();
    assert_eq!((shown.len(), shown[0].starts_on), (1, at(9, 30)), "it shows at once");
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = only(&world, "Event").await;
    assert_eq!(there.text("subject"), Some("Show the new range"));
    assert_eq!(there.text("description"), Some("Bring &lt;samples&gt; &amp; prices"));
    let participants: Vec<&Value> =
        there.get("event_participants").unwrap().as_array().unwrap().iter().collect();
    assert_eq!(participants[0]["reference_docname"], "Corner Shop");
    let shown = world.session.agenda(day, day).unwrap();
    assert_eq!((shown.len(), shown[0].starts_on), (1, at(9, 30)), "still one, still then");
    let wrong = EventForm { ends_on: Some(at(8, 0)), ..event };
    let wrong = world.session.create_event(&wrong).unwrap_err();
    assert_eq!(wrong.message_id(), "error-event-ends-before-start");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_its_progress_and_the_hours_on_it_arrive_in_order() {
    let world = World::ready().await;
    world.session.stop_sync();
    let new = NewTask {
        subject: "Fit the shelf".into(),
        priority: "High".into(),
        due: Some(at(0, 0).date()),
        ..NewTask::default()
    };
    let task = world.session.create_task(&new).unwrap();
    world.session.report_progress(&task, 40).unwrap();
    let hours = NewTime {
        task: task.clone(),
        from: Some(at(9, 0)),
        minutes: 90,
        note: "Half of it".into(),
        ..NewTime::default()
    };
    world.session.log_time(&hours).unwrap();
    assert_eq!(world.session.tasks().unwrap()[0].progress, 40);
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = only(&world, "Task").await;
    assert_eq!(there.get("progress").and_then(Value::as_f64), Some(40.0));
    let sheet = only(&world, "Timesheet").await;
    let log = &sheet.get("time_logs").unwrap()[0];
    assert_eq!(log["task"].as_str(), there.name());
    assert_eq!(
        (log["hours"].as_f64(), sheet.get("total_hours").and_then(Value::as_f64)),
        (Some(1.5), Some(1.5))
    );

    let task = world.session.tasks().unwrap()[0].name.clone();
    world.session.complete_task(&task).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = only(&world, "Task").await;
    assert_eq!(there.text("status"), Some("Completed"));
    assert!(world.session.tasks().unwrap().is_empty(), "open ones alone are listed");
    for wrong in [0, 1_441] {
        let wrong = NewTime { minutes: wrong, ..hours.clone() };
        assert!(matches!(world.session.log_time(&wrong), Err(AppError::Field { field: "hours" })));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_customer_is_merged_with_what_the_office_changed() {
    let world = World::ready().await;
    let key = "server:Customer 001";
    let before = world.session.customer_fields(key).unwrap();
    assert!(!world.session.change_customer(key, &before).unwrap(), "nothing differs");
    assert!(world.centre().is_clear());
    world.session.stop_sync();
    let office = json!({"territory": "All Territories"}).as_object().unwrap().clone();
    world.clock.advance_ms(60_000);
    world.administrator.update("Customer", "Customer 001", &office, None).await.unwrap();
    let changed = CustomerFields { tax_id: " PT500123456 ".into(), ..before.clone() };
    assert!(world.session.change_customer(key, &changed).unwrap());
    assert_eq!(world.session.customer_fields(key).unwrap().tax_id, "PT500123456");
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = world.administrator.get_doc("Customer", "Customer 001").await.unwrap();
    assert_eq!(there.text("tax_id"), Some("PT500123456"));
    assert_eq!(there.text("territory"), Some("All Territories"), "the office's own change stays");
    let nameless = CustomerFields { customer_name: " ".into(), ..before };
    let wrong = world.session.change_customer(key, &nameless).unwrap_err();
    assert!(matches!(wrong, AppError::Field { field: "customer_name" }), "{wrong:?}");
}
