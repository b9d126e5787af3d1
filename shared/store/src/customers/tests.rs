//! Customers in, found, made here, and named by the server.

use satchel_domain::ids::{CustomerKey, LocalId};
use serde_json::{Value, json};

use crate::testing::*;
use crate::{
    CustomerQuery, MasterDocument, NewCustomer, NewPartyDocument, OrderToPlace, OutboxKind,
    PlaceBox, PlaceE7, StoreError,
};

fn customer(name: &str, shown: &str) -> MasterDocument {
    customer_with(name, shown, json!({}))
}

fn customer_with(name: &str, shown: &str, more: Value) -> MasterDocument {
    let mut customer = json!({
        "name": name, "customer_name": shown, "customer_group": "Bakery", "territory": "Ribeira",
        "mobile_no": "+44 900 000 101", "customer_details": "pays on Fridays",
    });
    customer.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    document("Customer", customer)
}

fn address(
    name: &str,
    customer: &str,
    city: &str,
    latitude: f64,
    longitude: f64,
) -> MasterDocument {
    document(
        "Address",
        json!({
            "name": name, "city": city, "satchel_latitude": latitude,
            "satchel_longitude": longitude, "latitude": 0.0, "longitude": 0.0,
            "links": [{"link_doctype": "Customer", "link_name": customer},
                      {"link_doctype": "Supplier", "link_name": "S"}],
        }),
    )
}

fn names(opened: &Opened, query: &CustomerQuery) -> Vec<String> {
    let mut query = query.clone();
    let mut found = Vec::new();
    loop {
        let page = opened.store.search_customers(&query).unwrap();
        found.extend(page.rows.into_iter().map(|row| row.customer_name));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return found,
        }
    }
}

fn find(opened: &Opened, text: &str) -> Vec<String> {
    names(opened, &CustomerQuery { text: text.into(), limit: 2, ..CustomerQuery::default() })
}

fn town() -> Opened {
    let opened = opened();
    opened.put(vec![
        customer("CUST-3", "Pastelaria Nuvem"),
        customer("CUST-1", "Água Viva"),
        customer_with(
            "CUST-2",
            "Café São Bento",
            json!({"territory": "Baixa", "customer_group": "Café"}),
        ),
        customer_with("CUST-9", "Closed Shop", json!({"disabled": 1})),
        address("A-1", "CUST-1", "Porto", 41.1512, -8.5972),
        address("A-2", "CUST-2", "Vila Nova de Gaia", 41.13, -8.61),
        address("A-3", "CUST-3", "Porto", 0.0, 0.0),
        document(
            "Contact",
            json!({"name": "C-1", "first_name": "Rosa",
            "links": [{"link_doctype": "Customer", "link_name": "CUST-1"}]}),
        ),
    ]);
    opened
}

#[test]
fn customers_are_found_by_name_number_city_and_phone() {
    let town = town();
    assert_eq!(find(&town, ""), ["Água Viva", "Café São Bento", "Pastelaria Nuvem"]);
    assert_eq!(find(&town, "agua"), ["Água Viva"]);
    assert_eq!(find(&town, "sao"), ["Café São Bento"]);
    assert_eq!(find(&town, "cust-3"), ["Pastelaria Nuvem"]);
    assert_eq!(find(&town, "porto"), ["Água Viva", "Pastelaria Nuvem"]);
    assert_eq!(find(&town, "900 000").len(), 3);
    assert!(find(&town, "closed").is_empty());
}

#[test]
fn customers_are_filtered_by_territory_and_group() {
    let town = town();
    let query = |text: &str, group: Option<&str>, territory: Option<&str>| CustomerQuery {
        text: text.into(),
        customer_group: group.map(str::to_owned),
        territory: territory.map(str::to_owned),
        limit: 1,
        after: None,
    };
    assert_eq!(names(&town, &query("", None, Some("Ribeira"))), ["Água Viva", "Pastelaria Nuvem"]);
    assert_eq!(names(&town, &query("", Some("Café"), None)), ["Café São Bento"]);
    assert_eq!(names(&town, &query("porto", Some("Bakery"), Some("Ribeira"))).len(), 2);
    assert!(names(&town, &query("", Some("Café"), Some("Ribeira"))).is_empty());
    assert_eq!(town.store.territories().unwrap(), ["Baixa", "Ribeira"]);
    assert_eq!(town.store.customer_groups().unwrap(), ["Bakery", "Café"]);
}

#[test]
fn a_customer_comes_with_addresses_contacts_and_credit_note() {
    let town = town();
    let detail = town.store.customer(&customer_key("CUST-1")).unwrap().unwrap();
    assert_eq!(detail.row.credit_note, "pays on Fridays");
    assert_eq!(detail.row.city, "Porto");
    let place = PlaceE7 { latitude_e7: 411_512_000, longitude_e7: -85_972_000 };
    assert_eq!(detail.row.place, Some(place));
    assert_eq!((detail.addresses.len(), detail.contacts.len()), (1, 1));
    assert!(detail.contacts[0].document.contains("Rosa"));
    assert_eq!(town.store.customer(&customer_key("NOBODY")).unwrap(), None);
}

#[test]
fn nearby_is_a_box_that_may_cross_the_meridian() {
    let opened = town();
    opened.put(vec![
        customer_with("E", "East", json!({"latitude": 10.0, "longitude": 179.9})),
        customer_with("W", "West", json!({"latitude": 10.0, "longitude": -179.9})),
        customer_with("X", "Nowhere", json!({"latitude": 95.0, "longitude": 10.0})),
    ]);
    let within = |south: i32, west: i32, north: i32, east: i32| {
        let area = PlaceBox {
            south_e7: south * 10_000_000,
            west_e7: west * 10_000_000,
            north_e7: north * 10_000_000,
            east_e7: east * 10_000_000,
        };
        let mut names: Vec<_> = opened
            .store
            .customers_within(&area, 10)
            .unwrap()
            .into_iter()
            .map(|row| row.customer_name)
            .collect();
        names.sort();
        names
    };
    assert_eq!(within(41, -9, 42, -8), ["Café São Bento", "Água Viva"]);
    assert_eq!(within(9, 179, 11, -179), ["East", "West"]);
    assert!(within(80, -180, 90, 180).is_empty());
}

fn local(n: u8) -> LocalId {
    LocalId::from_parts(1_700_000_000_000, [n; 10])
}

pub(crate) fn new_customer() -> NewCustomer {
    NewCustomer {
        local_id: local(1),
        document: json!({"customer_name": "Mercearia Nova", "customer_group": "Grocery"})
            .to_string(),
        address: Some(NewPartyDocument {
            local_id: local(2),
            document: json!({"address_line1": "Rua 1", "city": "Matosinhos"}).to_string(),
        }),
        contact: Some(NewPartyDocument {
            local_id: local(3),
            document: json!({"first_name": "Ana"}).to_string(),
        }),
        place: Some(PlaceE7 { latitude_e7: 411_800_000, longitude_e7: -86_900_000 }),
        captured: captured(),
    }
}

#[test]
fn a_customer_made_offline_is_there_at_once_and_in_the_outbox() {
    let town = town();
    let key = town.store.create_customer(new_customer()).wait().unwrap();
    assert_eq!(town.store.create_customer(new_customer()).wait().unwrap(), key, "twice is once");
    assert_eq!(key, CustomerKey::Local(local(1)));
    assert_eq!(find(&town, "matosinhos"), ["Mercearia Nova"]);
    let all = find(&town, "");
    assert_eq!(all, ["Água Viva", "Café São Bento", "Mercearia Nova", "Pastelaria Nuvem"]);
    let detail = town.store.customer(&key).unwrap().unwrap();
    assert_eq!((detail.addresses.len(), detail.contacts.len()), (1, 1));
    assert_eq!(detail.row.place, new_customer().place);
    let outbox = town.store.outbox(&[], 10).unwrap();
    let kinds: Vec<_> = outbox.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [OutboxKind::Customer, OutboxKind::Address, OutboxKind::Contact]);
    assert!(outbox[1].needs == [outbox[0].seq] && outbox[2].needs == [outbox[0].seq]);
    assert!(outbox[1].payload.contains(&local(2).to_string()));
}

#[test]
fn a_customer_without_a_name_is_refused_whole() {
    let town = town();
    for wrong in ["{}", "[]", "{\"customer_name\": \" \"}", "{"] {
        let new = NewCustomer { document: wrong.into(), ..new_customer() };
        let refused = town.store.create_customer(new).wait();
        assert!(matches!(refused, Err(StoreError::BadInput { .. })));
    }
    let torn = NewPartyDocument { local_id: local(2), document: "[]".into() };
    let new = NewCustomer { address: Some(torn), ..new_customer() };
    town.store.create_customer(new).wait().unwrap_err();
    assert!(town.store.outbox(&[], 10).unwrap().is_empty());
    assert_eq!(find(&town, "").len(), 3);
}

#[test]
fn the_servers_name_is_taken_over_everywhere() {
    let town = town();
    let key = town.store.create_customer(new_customer()).wait().unwrap();
    town.store.place(OrderToPlace { customer: key.clone(), ..order(1) }).wait().unwrap();
    town.store.adopt_name("Customer", local(1), "CUST-77").wait().unwrap();
    town.store.adopt_name("Address", local(2), "Nova-Billing").wait().unwrap();
    assert_eq!(town.store.server_name(local(1)).unwrap().as_deref(), Some("CUST-77"));
    assert_eq!(town.store.customer(&key).unwrap(), None);
    let named = customer_key("CUST-77");
    let detail = town.store.customer(&named).unwrap().unwrap();
    assert_eq!(detail.addresses[0].key, "server:Nova-Billing");
    assert_eq!(town.store.order(uid(1)).unwrap().unwrap().row.customer, named);
    assert_eq!(town.store.usual_basket(&named, 5).unwrap().len(), 1);
    assert_eq!(find(&town, "cust-77"), ["Mercearia Nova"]);
}

#[test]
fn a_pull_that_overtakes_the_answer_makes_no_second_customer() {
    let town = town();
    let key = town.store.create_customer(new_customer()).wait().unwrap();
    town.store.place(OrderToPlace { customer: key, ..order(1) }).wait().unwrap();
    let uid_field = json!({"satchel_uid": local(1).to_string()});
    town.put(vec![customer_with("CUST-77", "Mercearia Nova", uid_field)]);
    assert_eq!(find(&town, "mercearia"), ["Mercearia Nova"]);
    town.store.adopt_name("Customer", local(1), "CUST-77").wait().unwrap();
    assert_eq!(find(&town, "mercearia"), ["Mercearia Nova"]);
    assert_eq!(town.store.order(uid(1)).unwrap().unwrap().row.customer, customer_key("CUST-77"));
}

#[test]
fn renamed_and_removed_customers_are_found_as_they_are_now() {
    let town = town();
    town.put(vec![customer("CUST-3", "Aa Pastelaria")]);
    assert_eq!(find(&town, ""), ["Aa Pastelaria", "Água Viva", "Café São Bento"]);
    assert!(find(&town, "nuvem").is_empty());
    let names = vec!["CUST-3".into(), "CUST-8".into()];
    assert_eq!(town.store.remove_masters("Customer", names).wait().unwrap(), 1);
    assert_eq!(find(&town, "porto"), ["Água Viva"]);
    town.store.remove_masters("Address", vec!["A-1".into()]).wait().unwrap();
    assert!(town.store.customer(&customer_key("CUST-1")).unwrap().unwrap().addresses.is_empty());
}

#[test]
fn many_customers_page_in_order() {
    let opened = opened();
    opened.put(vec![customer("M", "mmm")]);
    opened
        .put((0..400).rev().map(|n| customer(&format!("C{n}"), &format!("shop {n:03}"))).collect());
    let all = find(&opened, "");
    assert_eq!(all.len(), 401);
    assert!(all.is_sorted());
}

#[test]
fn customers_move_aside_and_are_still_found() {
    let town = opened();
    let shown = |n: u32| format!("Casa {n:03}");
    town.put(vec![customer("A", "Adega"), customer("Z", "Zona")]);
    for n in (0..120).rev() {
        town.put(vec![customer(&format!("CUST-{n}"), &shown(n))]);
    }
    assert_eq!(find(&town, "casa"), (0..120).map(shown).collect::<Vec<_>>());
    assert_eq!(find(&town, "cust-77"), [shown(77)]);
    let all = find(&town, "");
    assert_eq!((all.len(), all[0].as_str(), all[121].as_str()), (122, "Adega", "Zona"));
}
