use proptest::prelude::*;
use serde_json::json;

use super::*;

fn promised_totals() -> OrderTotals {
    OrderTotals {
        currency: "USD".into(),
        net_total: "10.00".into(),
        total_taxes_and_charges: "0.80".into(),
        grand_total: "10.80".into(),
        rounded_total: "11".into(),
    }
}

fn sent() -> Map<String, Value> {
    let sent = json!({"ignore_pricing_rule": 1,
                      "items": [{"item_code": "A", "rate": 4.0}, {"item_code": "B", "rate": 6}]});
    sent.as_object().unwrap().clone()
}

fn booked(more: Value) -> Document {
    let mut booked = json!({
        "currency": "USD", "net_total": 10.0, "total_taxes_and_charges": 0.8, "grand_total": 10.8,
        "rounded_total": 11.0, "ignore_pricing_rule": 1,
        "items": [{"item_code": "A", "rate": 4.0}, {"item_code": "B", "rate": 6.0}]});
    booked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Document::from(booked.as_object().unwrap().clone())
}

fn compared(more: Value, provisional: bool) -> Option<TotalsDifference> {
    let (totals, sent) = (promised_totals(), sent());
    let promised = Promised { totals: &totals, sent: &sent, provisional };
    difference(&promised, &booked(more), |item| item == "B")
}

#[test]
fn equal_figures_are_no_difference_however_they_are_written() {
    assert_eq!(compared(json!({}), true), None);
    assert_eq!(compared(json!({"net_total": 10, "grand_total": 10.80}), false), None);
}

#[test]
fn a_site_that_does_not_round_owes_the_grand_total() {
    let found = compared(json!({"rounded_total": 0.0}), false).unwrap();
    assert_eq!(found.server.rounded_total, "10.8");
    assert_eq!(found.reason, DifferenceReason::Rounding);
}

#[test]
fn both_figures_and_the_reason_are_told() {
    let found =
        compared(json!({"net_total": 12.0, "grand_total": 12.8, "rounded_total": 13.0}), false);
    let found = found.unwrap();
    assert_eq!(
        (found.phone.grand_total.as_str(), found.server.grand_total.as_str()),
        ("10.80", "12.8")
    );
    assert_eq!(found.reason, DifferenceReason::Unknown);
    let reason = |more, provisional| compared(more, provisional).unwrap().reason;
    assert_eq!(reason(json!({"net_total": 12.0}), true), DifferenceReason::Provisional);
    let taxes = json!({"total_taxes_and_charges": 1.0, "grand_total": 11.0});
    assert_eq!(reason(taxes, false), DifferenceReason::TaxesDiffer);
    let priced = json!({"net_total": 12.0, "ignore_pricing_rule": 0});
    assert_eq!(reason(priced, false), DifferenceReason::PricedBySite);
    let items = json!([{"item_code": "A", "rate": 4.0}, {"item_code": "B", "rate": 6.5}]);
    assert_eq!(
        reason(json!({"net_total": 10.5, "items": items}), false),
        DifferenceReason::RateChanged {
            item_code: "B".into(),
            phone: "6".into(),
            server: "6.5".into(),
            price_changed_since: true,
        }
    );
}

#[test]
fn an_answer_without_totals_says_nothing() {
    let (totals, sent) = (promised_totals(), sent());
    let promised = Promised { totals: &totals, sent: &sent, provisional: false };
    assert_eq!(difference(&promised, &Document::new(), |_| false), None);
}

proptest! {
    #[test]
    fn any_answer_can_be_compared(
        net in any::<f64>(), grand in any::<f64>(), rounded in any::<f64>(), rate in any::<f64>(),
    ) {
        let items = json!([{"rate": rate}, null, 3]);
        compared(
            json!({"net_total": net, "grand_total": grand, "rounded_total": rounded, "items": items}),
            false,
        );
    }
}
