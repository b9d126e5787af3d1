//! What a rep enters: the question put to the engine.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::number;

/// An order as the rep entered it; everything left out is found from the masters.
///
/// Field names are those of Sales Order. Unknown fields are ignored when read, empty ones are left
/// out when written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderEntry {
    /// Company the order is booked in.
    pub company: String,
    /// Customer, by `name`.
    pub customer: String,
    /// Day of the order; prices, rules and exchange rates are those of this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<NaiveDate>,
    /// Day of delivery, for all lines that do not name their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_date: Option<NaiveDate>,
    /// Currency, where the rep chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Price List, where the rep chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selling_price_list: Option<String>,
    /// Sales Taxes and Charges Template, where the rep chose one; an empty text takes the taxes off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxes_and_charges: Option<String>,
    /// Tax rows given by hand in place of a template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxes: Option<Vec<TaxEntry>>,
    /// Coupon Code, by `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon_code: Option<String>,
    /// `Grand Total` or `Net Total`; left out it is `Grand Total`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_discount_on: Option<String>,
    /// Additional discount in percent.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub additional_discount_percentage: Option<Decimal>,
    /// Additional discount as an amount in the order's currency.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub discount_amount: Option<Decimal>,
    /// Shipping Rule, by `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_rule: Option<String>,
    /// Payment Terms Template, where the rep chose one; an empty text means none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_terms_template: Option<String>,
    /// Campaign, by `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
    /// Sales Partner, where the rep chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sales_partner: Option<String>,
    /// Address of the customer for billing, by `name`; left out it is the customer's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_address: Option<String>,
    /// Address of the customer for shipping, by `name`; left out it is the customer's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address_name: Option<String>,
    /// Prices stay as entered and no Pricing Rule is searched.
    #[serde(skip_serializing_if = "is_false", with = "number::check")]
    pub ignore_pricing_rule: bool,
    /// The grand total is not rounded.
    #[serde(skip_serializing_if = "is_false", with = "number::check")]
    pub disable_rounded_total: bool,
    /// The lines, in order.
    pub items: Vec<LineEntry>,
}

/// A line as the rep entered it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineEntry {
    /// Item, by `item_code`.
    pub item_code: String,
    /// Quantity in `uom`.
    #[serde(with = "number::plain")]
    pub qty: Decimal,
    /// Unit; left out it is the item's sales unit, then its stock unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uom: Option<String>,
    /// Stock units in one `uom`, typed in place of the item's own.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub conversion_factor: Option<Decimal>,
    /// Warehouse, typed in place of the item's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warehouse: Option<String>,
    /// Day of delivery of this line, where it differs from the order's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_date: Option<NaiveDate>,
    /// Price list rate typed over, in the order's currency; only sites that allow it.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub price_list_rate: Option<Decimal>,
    /// Rate typed over, in the order's currency for one `uom`.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub rate: Option<Decimal>,
    /// Discount typed over, in percent of the price.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub discount_percentage: Option<Decimal>,
    /// Discount typed over, in the order's currency for one `uom`.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub discount_amount: Option<Decimal>,
    /// Item Tax Template typed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_tax_template: Option<String>,
}

/// A tax row given by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaxEntry {
    /// `On Net Total`, `Actual`, `On Previous Row Amount`, `On Previous Row Total` or
    /// `On Item Quantity`.
    pub charge_type: String,
    /// The earlier row a chained row is worked out from, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "row_id")]
    pub row_id: Option<String>,
    /// Account the tax is booked to.
    pub account_head: String,
    /// What the row is called on the order.
    pub description: String,
    /// The tax is part of the price.
    #[serde(skip_serializing_if = "is_false", with = "number::check")]
    pub included_in_print_rate: bool,
    /// Rate in percent; an amount for one unit where the charge is by quantity.
    #[serde(with = "number::plain")]
    pub rate: Decimal,
    /// The amount of an `Actual` row.
    #[serde(skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub tax_amount: Option<Decimal>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(set: &bool) -> bool {
    !*set
}

/// The server keeps `row_id` as text; forms send it as a number as well.
fn row_id<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Raw {
        Text(String),
        Number(i64),
    }
    Ok(Option::<Raw>::deserialize(deserializer)?.map(|raw| match raw {
        Raw::Text(text) => text,
        Raw::Number(number) => number.to_string(),
    }))
}
