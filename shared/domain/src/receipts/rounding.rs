//! What rounding adds to the sums of a receipt.

use rust_decimal::Decimal;
use serde_json::Value;
use std::str::FromStr;

/// What is between the net total with its taxes and what is due, so that the figures of a receipt add
/// up: `rounding_adjustment`, and the cents by which prices that include tax part from net amounts and
/// taxes rounded apart. 0 where the document has no figures.
pub(super) fn rounding(doc: &Value) -> Decimal {
    let due = [doc.get("rounded_total"), doc.get("grand_total")]
        .into_iter()
        .map(figure)
        .find(|due| !due.is_zero())
        .unwrap_or_default();
    if due.is_zero() {
        return due;
    }
    let taxes = doc.get("taxes").and_then(Value::as_array).into_iter().flatten();
    let summed = taxes.map(tax_amount).fold(figure(doc.get("net_total")), Decimal::saturating_add);
    due.saturating_sub(summed).normalize()
}

fn tax_amount(tax: &Value) -> Decimal {
    let after = figure(tax.get("tax_amount_after_discount_amount"));
    if after.is_zero() { figure(tax.get("tax_amount")) } else { after }
}

/// A figure as number or text; nothing else is one.
fn figure(value: Option<&Value>) -> Decimal {
    let text = match value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.trim().to_owned(),
        _ => return Decimal::ZERO,
    };
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn the_cent_between_net_and_gross_is_named() {
        let doc = json!({
            "net_total": 62.27, "grand_total": 76.60, "rounded_total": 0.0,
            "taxes": [{"tax_amount": 15.07, "tax_amount_after_discount_amount": "14.32"}],
        });
        assert_eq!(rounding(&doc), Decimal::new(1, 2));
        let doc = json!({
            "net_total": 39.31, "grand_total": 48.35, "rounded_total": 48.0,
            "taxes": [{"tax_amount": 9.04}],
        });
        assert_eq!(rounding(&doc), Decimal::new(-35, 2));
        assert_eq!(rounding(&json!({"taxes": 3})), Decimal::ZERO);
    }

    proptest! {
        #[test]
        fn any_figures_are_taken(net in any::<f64>(), due in any::<f64>(), tax in "\\PC{0,12}") {
            let taxes = [json!({"tax_amount": tax})];
            let _ = rounding(&json!({"net_total": net, "grand_total": due, "taxes": taxes}));
        }
    }
}
