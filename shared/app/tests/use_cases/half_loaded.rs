//! Orders on a phone whose first load was cut off.

use satchel_app::PricedFor;
use satchel_app::views::{CatalogueFilter, OrderEdit};

use super::common::{Phone, customer};

#[test]
fn an_order_without_all_rules_and_taxes_says_that_its_price_may_change() {
    let phone = Phone::new();
    let session = &phone.session;
    let order = session.start_order(&customer(session)).unwrap();
    let item = &session
        .catalogue(&CatalogueFilter::default(), &PricedFor::Order(order.clone()), None)
        .unwrap()
        .rows[0];
    let add = OrderEdit::Add { item_code: item.item_code.clone(), uom: None, qty: 3.into() };
    let view = session.edit_order(&order, add).unwrap();
    assert_eq!(view.provisional, [], "the demo has all");

    let loaded = r#"{"begun":true,"loaded":true}"#.to_owned();
    session.store().set_sync_state("Item Price", loaded).wait().unwrap();
    let view = session.order(&order).unwrap();
    let told: Vec<&str> = view.provisional.iter().map(|reason| reason.id).collect();
    assert_eq!(told, ["pricing-provisional-loading"]);
    assert!(view.can_place, "no network is waited for");
    session.place_order(&order, "").unwrap();
    let placed = session.store().order(order.parse().unwrap()).unwrap().unwrap();
    assert!(placed.row.provisional);
}
