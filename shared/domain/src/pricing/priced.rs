//! The answer: a Sales Order as the server would save it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::derivation::Derivation;
use super::message::{Message, Provisional};
use super::number;

/// A priced Sales Order: ERPNext's field names, its child tables, and why it came out so.
///
/// Serialised it has the shape of the recorded `expected` orders: figures are JSON numbers, checks
/// are 0 or 1, a field that is empty on the server is missing. `base_` fields are in the company's
/// currency, the others in the order's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Sales Order, by the names ERPNext documents")]
pub struct PricedOrder {
    pub customer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    pub company: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_date: Option<NaiveDate>,
    pub order_type: String,
    pub currency: String,
    #[serde(with = "number::plain")]
    pub conversion_rate: Decimal,
    pub selling_price_list: String,
    pub price_list_currency: String,
    #[serde(with = "number::plain")]
    pub plc_conversion_rate: Decimal,
    #[serde(with = "number::check")]
    pub ignore_pricing_rule: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxes_and_charges: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_terms_template: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sales_partner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon_code: Option<String>,
    #[serde(with = "number::plain")]
    pub commission_rate: Decimal,
    pub apply_discount_on: String,
    #[serde(with = "number::plain")]
    pub additional_discount_percentage: Decimal,
    #[serde(with = "number::plain")]
    pub discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub total_qty: Decimal,
    #[serde(with = "number::plain")]
    pub total: Decimal,
    #[serde(with = "number::plain")]
    pub base_total: Decimal,
    #[serde(with = "number::plain")]
    pub net_total: Decimal,
    #[serde(with = "number::plain")]
    pub base_net_total: Decimal,
    #[serde(with = "number::plain")]
    pub total_taxes_and_charges: Decimal,
    #[serde(with = "number::plain")]
    pub base_total_taxes_and_charges: Decimal,
    #[serde(with = "number::plain")]
    pub grand_total: Decimal,
    #[serde(with = "number::plain")]
    pub base_grand_total: Decimal,
    #[serde(with = "number::plain")]
    pub rounding_adjustment: Decimal,
    #[serde(with = "number::plain")]
    pub base_rounding_adjustment: Decimal,
    #[serde(with = "number::plain")]
    pub rounded_total: Decimal,
    #[serde(with = "number::plain")]
    pub base_rounded_total: Decimal,
    #[serde(with = "number::check")]
    pub disable_rounded_total: bool,
    #[serde(with = "number::plain")]
    pub total_net_weight: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_in_words: Option<String>,
    #[serde(with = "number::plain")]
    pub amount_eligible_for_commission: Decimal,
    #[serde(with = "number::plain")]
    pub total_commission: Decimal,
    pub items: Vec<PricedLine>,
    pub taxes: Vec<PricedTax>,
    pub payment_schedule: Vec<PricedPayment>,
    /// Which rule was found for which line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pricing_rules: Vec<AppliedRule>,
    /// What the bundles among the lines are packed of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub packed_items: Vec<PackedItem>,
    /// What the server would have told the user without refusing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Why the price may yet differ from the server's; empty when it may not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provisional: Vec<Provisional>,
    /// Why this price.
    #[serde(skip_serializing_if = "Derivation::is_empty")]
    pub derivation: Derivation,
}

/// A line of the priced order; free lines are among them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Sales Order Item, by the names ERPNext documents")]
pub struct PricedLine {
    /// The entry line this came from, or that brought this free line about; none where a rule on
    /// the whole order gave the free line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_index: Option<usize>,
    /// The rule that gave a free line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_by_rule: Option<String>,
    pub item_code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    #[serde(with = "number::plain")]
    pub qty: Decimal,
    pub uom: String,
    pub stock_uom: String,
    #[serde(with = "number::plain")]
    pub conversion_factor: Decimal,
    #[serde(with = "number::plain")]
    pub stock_qty: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warehouse: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_date: Option<NaiveDate>,
    #[serde(with = "number::plain")]
    pub price_list_rate: Decimal,
    #[serde(with = "number::plain")]
    pub base_price_list_rate: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_type: Option<String>,
    #[serde(with = "number::plain")]
    pub margin_rate_or_amount: Decimal,
    #[serde(with = "number::plain")]
    pub rate_with_margin: Decimal,
    #[serde(with = "number::plain")]
    pub base_rate_with_margin: Decimal,
    #[serde(with = "number::plain")]
    pub discount_percentage: Decimal,
    #[serde(with = "number::plain")]
    pub discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub distributed_discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub rate: Decimal,
    #[serde(with = "number::plain")]
    pub base_rate: Decimal,
    #[serde(with = "number::plain")]
    pub amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_amount: Decimal,
    #[serde(with = "number::plain")]
    pub net_rate: Decimal,
    #[serde(with = "number::plain")]
    pub base_net_rate: Decimal,
    #[serde(with = "number::plain")]
    pub net_amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_net_amount: Decimal,
    #[serde(with = "number::plain")]
    pub stock_uom_rate: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_tax_template: Option<String>,
    /// JSON object as text: account to rate.
    pub item_tax_rate: String,
    #[serde(with = "number::check")]
    pub is_free_item: bool,
    /// JSON list as text; on a free line the bare name.
    pub pricing_rules: String,
    #[serde(with = "number::plain")]
    pub weight_per_unit: Decimal,
    #[serde(with = "number::plain")]
    pub total_weight: Decimal,
}

/// A tax row of the priced order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Sales Taxes and Charges")]
pub struct PricedTax {
    pub charge_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_id: Option<String>,
    pub account_head: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(with = "number::check")]
    pub included_in_print_rate: bool,
    #[serde(with = "number::plain")]
    pub rate: Decimal,
    #[serde(with = "number::plain")]
    pub tax_amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_tax_amount: Decimal,
    #[serde(with = "number::plain")]
    pub tax_amount_after_discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_tax_amount_after_discount_amount: Decimal,
    #[serde(with = "number::plain")]
    pub total: Decimal,
    #[serde(with = "number::plain")]
    pub base_total: Decimal,
    /// JSON object as text: item code to rate and amount in the company's currency.
    pub item_wise_tax_detail: String,
}

/// A row of the payment schedule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Payment Schedule")]
pub struct PricedPayment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_term: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_date: Option<NaiveDate>,
    #[serde(with = "number::plain")]
    pub invoice_portion: Decimal,
    #[serde(with = "number::plain")]
    pub payment_amount: Decimal,
    #[serde(with = "number::plain")]
    pub base_payment_amount: Decimal,
    #[serde(with = "number::plain")]
    pub outstanding: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_date: Option<NaiveDate>,
    #[serde(with = "number::plain")]
    pub discount: Decimal,
}

/// A row of the order's table of rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Pricing Rule Detail")]
pub struct AppliedRule {
    pub pricing_rule: String,
    pub item_code: String,
    #[serde(with = "number::check")]
    pub rule_applied: bool,
}

/// A part of a Product Bundle on the order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of Packed Item")]
pub struct PackedItem {
    pub parent_item: String,
    pub item_code: String,
    #[serde(with = "number::plain")]
    pub qty: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uom: Option<String>,
}
