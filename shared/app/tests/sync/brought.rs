//! Orders of the rep that are another's at the site, as a courier's are.

use crate::support::World;
use satchel_domain::orders::OrderState;
use satchel_frappe::Document;
use satchel_sync::pull::PullDepth;
use serde_json::{Value, json};

const A_WHILE_MS: u64 = 3 * 60 * 60 * 1_000;

impl World {
    /// The phone's copy of an order at the site.
    fn copy(&self, name: &str) -> Option<Value> {
        let copy = self.session.store().document("Sales Order", name).unwrap();
        copy.map(|text| serde_json::from_str(&text).unwrap())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_phone_hears_what_becomes_of_them() {
    let world = World::new().await;
    world.session.fetch_once(PullDepth::Everything).await.unwrap();
    let uid = world.place();
    let row = world.session.store().outbox_row_of(&uid).unwrap().unwrap();
    let payload: Value = serde_json::from_str(&row.payload).unwrap();
    let order = Document::from(payload.as_object().unwrap().clone());
    let brought = world.administrator.insert("Sales Order", &order).await.unwrap();
    let name = brought.document.name().unwrap().to_owned();

    world.session.send_once().await.unwrap();
    assert_eq!(world.state(&uid), OrderState::Booked);
    world.clock.advance_ms(A_WHILE_MS);
    world.session.fetch_once(PullDepth::Everything).await.unwrap();
    let copy = world.copy(&name).expect("it is the rep's, whoever brought it");
    assert_eq!(copy["satchel_uid"], json!(uid));
    assert!(copy["items"].as_array().is_some_and(|items| !items.is_empty()), "{copy}");

    let change = json!({"status": "Completed"}).as_object().unwrap().clone();
    let mut whole = world.administrator.get_doc("Sales Order", &name).await.unwrap().into_fields();
    whole.extend(change);
    world.site.site().load(&[("Sales Order".to_owned(), Value::Object(whole))]).unwrap();
    world.clock.advance_ms(A_WHILE_MS);
    world.session.fetch_once(PullDepth::Everything).await.unwrap();
    assert_eq!(world.copy(&name).unwrap()["status"], "Completed");
}
