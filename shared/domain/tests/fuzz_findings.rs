//! What fuzzing found, kept as tests.

#![allow(clippy::unwrap_used)]

use satchel_domain::pricing::PricedOrder;

/// Without exact float parsing this figure came back from its JSON as …43002: a stored order was not
/// the order that had been shown.
#[test]
fn a_figure_of_seventeen_digits_survives_its_json() {
    let amount_eligible_for_commission = "183657074318.43005".parse().unwrap();
    let order = PricedOrder { amount_eligible_for_commission, ..PricedOrder::default() };
    let stored = serde_json::to_string(&order).unwrap();
    assert!(stored.contains("183657074318.43005"), "{stored}");
    assert_eq!(serde_json::from_str::<PricedOrder>(&stored).unwrap(), order);
}
