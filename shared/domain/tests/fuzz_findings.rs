//! What fuzzing found, kept as tests.

#![allow(clippy::unwrap_used)]

use rust_decimal::Decimal;
use satchel_domain::pricing::PricedOrder;

/// Read without exact float parsing the first came back as …43002; written through an inexact
/// conversion the second went out as …52002: a stored order was not the order that had been shown.
#[test]
fn a_figure_of_many_digits_survives_its_json() {
    for figure in ["183657074318.43005", "181245456716.52", "0.1", "-1e-9", "999999999999.99"] {
        let figure: Decimal = figure.parse().or_else(|_| Decimal::from_scientific(figure)).unwrap();
        let order =
            PricedOrder { amount_eligible_for_commission: figure, ..PricedOrder::default() };
        let stored = serde_json::to_string(&order).unwrap();
        assert_eq!(serde_json::from_str::<PricedOrder>(&stored).unwrap(), order, "{stored}");
    }
}
