//! What the names of a condition stand for: the order's fields.

use crate::masters::{PricingRule, Text};
use crate::money::num::Num;
use crate::pricing::condition::{Holds, Named, Value};
use crate::pricing::order::Order;

/// Whether a rule's condition holds for the order; a rule without one always does.
pub(super) fn condition_holds(order: &Order<'_>, rule: &PricingRule) -> Holds {
    match &rule.condition {
        None => Holds::Yes,
        Some(condition) => condition.holds(&|name| named(order, name)),
    }
}

fn named(order: &Order<'_>, name: &str) -> Named {
    number(order, name)
        .map(Value::Number)
        .or_else(|| text(order, name))
        .map_or(Named::Unknown, Named::Value)
}

fn number(order: &Order<'_>, name: &str) -> Option<Num> {
    let totals = &order.totals;
    Some(match name {
        "conversion_rate" => order.conversion_rate,
        "plc_conversion_rate" => order.plc_conversion_rate,
        "total_qty" => totals.total_qty,
        "total" => totals.total,
        "base_total" => totals.base_total,
        "net_total" => totals.net_total,
        "base_net_total" => totals.base_net_total,
        "total_net_weight" => totals.total_net_weight,
        "total_taxes_and_charges" => totals.total_taxes_and_charges,
        "base_total_taxes_and_charges" => totals.base_total_taxes_and_charges,
        "grand_total" => totals.grand_total,
        "base_grand_total" => totals.base_grand_total,
        "rounded_total" => totals.rounded_total,
        "base_rounded_total" => totals.base_rounded_total,
        "additional_discount_percentage" => order.additional_discount_percentage,
        "discount_amount" => order.discount_amount,
        "commission_rate" => order.commission_rate,
        "docstatus" => Num::ZERO,
        _ => return None,
    })
}

fn text(order: &Order<'_>, name: &str) -> Option<Value> {
    let given = |text: &str| Value::Text(text.to_owned());
    let some = |text: &Option<Text>| text.as_deref().map_or(Value::None, given);
    let entered = |text: &Option<String>| text.as_deref().map_or(Value::None, given);
    Some(match name {
        "doctype" => given("Sales Order"),
        "order_type" => given("Sales"),
        "company" => given(&order.company),
        "customer" => given(&order.customer),
        "customer_group" => some(&order.customer_group),
        "territory" => some(&order.territory),
        "currency" => given(&order.currency),
        "selling_price_list" => given(&order.price_list),
        "price_list_currency" => given(&order.price_list_currency),
        "tax_category" => some(&order.tax_category),
        "taxes_and_charges" => some(&order.taxes_and_charges),
        "payment_terms_template" => some(&order.payment_terms_template),
        "sales_partner" => some(&order.sales_partner),
        "campaign" => some(&order.campaign),
        "coupon_code" => some(&order.coupon_code),
        "shipping_rule" => entered(&order.entry.shipping_rule),
        "apply_discount_on" => given(order.apply_discount_on.name()),
        "customer_address" => some(&order.billing_address),
        "shipping_address_name" => some(&order.shipping_address),
        "transaction_date" => given(&order.date.to_string()),
        "delivery_date" => {
            order.entry.delivery_date.map_or(Value::None, |date| given(&date.to_string()))
        }
        _ => return None,
    })
}
