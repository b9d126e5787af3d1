//! Keys, rules and who sees what on the practice site.

use crate::support::{ADMINISTRATOR, REP, World, document, map};
use satchel_frappe::{Document, Failure, transport::Effect};
use serde_json::json;

#[tokio::test]
async fn keys_are_replaced_and_users_disabled() {
    let world = World::set_up().await;
    let (rep, administrator) = (world.client(REP), world.client(ADMINISTRATOR));
    assert_eq!(rep.logged_user().await.unwrap(), REP);
    let path = "frappe.core.doctype.user.user.generate_keys";
    let args = json!({"user": REP});
    assert!(
        rep.call(path, &args, Effect::Write).await.unwrap_err().refusal().unwrap().is_forbidden()
    );
    let answer = administrator.call(path, &args, Effect::Write).await.unwrap();
    assert!(answer["api_secret"].as_str().unwrap().len() >= 15);
    assert!(matches!(rep.logged_user().await, Err(Failure::Unauthorised { .. })));

    let world = World::set_up().await;
    let (rep, administrator) = (world.client(REP), world.client(ADMINISTRATOR));
    let none = map(json!({"roles": []}));
    administrator.update("User", REP, &none, None).await.unwrap();
    assert_eq!(rep.logged_user().await.unwrap(), REP, "the token stays valid");
    assert_eq!(rep.may_list("Item").await, Ok(false));
    let off = map(json!({"enabled": 0}));
    administrator.update("User", REP, &off, None).await.unwrap();
    assert!(matches!(rep.logged_user().await, Err(Failure::Unauthorised { .. })));
}

#[tokio::test]
async fn a_first_rule_posted_by_hand_takes_everyone_elses_rights() {
    let world = World::fresh().await;
    let (rep, administrator) = (world.client("rep@example.com"), world.client(ADMINISTRATOR));
    let add = "frappe.core.page.permission_manager.permission_manager.add";
    let reset = "frappe.core.page.permission_manager.permission_manager.reset";
    let args = json!({"parent": "Customer", "role": "Satchel Rep", "permlevel": 0});
    administrator.call(add, &args, Effect::Write).await.unwrap();
    assert_eq!(rep.may_list("Customer").await, Ok(true), "the standard rules were copied first");

    let rule = document(json!({"parent": "Item", "role": "Satchel Rep", "read": 1}));
    administrator.insert("Custom DocPerm", &rule).await.unwrap();
    assert_eq!(rep.may_list("Item").await, Ok(false));
    let args = json!({"doctype": "Item"});
    administrator.call(reset, &args, Effect::Write).await.unwrap();
    assert_eq!(rep.may_list("Item").await, Ok(true));
}

#[tokio::test]
async fn reps_see_what_their_user_permissions_allow() {
    let world = World::set_up().await;
    let rep = world.client(REP);
    assert_eq!(rep.names("Customer", &[]).await.unwrap().len(), 3);
    let only = json!({"user": REP, "allow": "Customer", "for_value": "Customer 002"});
    world.practice.site().load(&[("User Permission".to_owned(), only)]).unwrap();
    assert_eq!(rep.names("Customer", &[]).await.unwrap(), ["Customer 002"]);
    assert_eq!(world.client(ADMINISTRATOR).names("Customer", &[]).await.unwrap().len(), 3);
}

fn visit(uid: &str) -> Document {
    document(json!({
        "satchel_uid": uid, "user": REP, "customer": "Customer 001",
        "check_in": "2026-11-21 10:00:00", "latitude": 45.5231678, "longitude": -122.6764816,
    }))
}

#[tokio::test]
async fn positions_are_shown_to_whoever_may_read_the_doctype() {
    let mut world = World::set_up().await;
    world.add_user("other.rep@example.com", &["Satchel Rep"]);
    let (rep, other) = (world.client(REP), world.client("other.rep@example.com"));
    let saved = rep.insert("Field Visit", &visit("v-1")).await.unwrap().document;
    assert_eq!(saved.name(), Some("FV-2026-00001"));
    assert_eq!(other.names("Field Visit", &[]).await.unwrap(), [] as [&str; 0]);
    let args = json!({"doctype": "Field Visit", "filters": "[]", "type": "coordinates"});
    let shown = other.call("frappe.geo.utils.get_coords", &args, Effect::Read).await.unwrap();
    assert_eq!(shown["features"][0]["geometry"]["coordinates"], json!([-122.6764816, 45.5231678]));
}

#[tokio::test]
async fn a_visit_that_may_only_be_made_is_proven_by_its_second_insert() {
    let world = World::set_up().await;
    let administrator = world.client(ADMINISTRATOR);
    let rules = "frappe.core.page.permission_manager.permission_manager";
    for ptype in ["read", "write"] {
        let args = json!({"doctype": "Field Visit", "role": "Satchel Rep", "permlevel": 0,
                          "if_owner": 1, "ptype": ptype, "value": "0"});
        administrator.call(&format!("{rules}.update"), &args, Effect::Write).await.unwrap();
    }
    let rep = world.client(REP);
    rep.insert("Field Visit", &visit("v-1")).await.unwrap();
    assert!(
        rep.find_by_uid("Field Visit", "v-1", &[])
            .await
            .unwrap_err()
            .refusal()
            .unwrap()
            .is_forbidden()
    );
    let again = rep.insert("Field Visit", &visit("v-1")).await.unwrap_err();
    assert!(again.refusal().unwrap().is_duplicate_value());
    let args = json!({"doctype": "Field Visit", "type": "coordinates"});
    let shown = rep.call("frappe.geo.utils.get_coords", &args, Effect::Read).await;
    assert!(shown.unwrap_err().refusal().unwrap().is_forbidden());
}
