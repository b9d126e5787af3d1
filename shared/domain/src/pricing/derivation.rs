//! Why this price: what was chosen, what was passed over, and what each total is made of.
//!
//! Figures and reasons only; the words are the screen's.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The derivation of a whole order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Derivation {
    /// One entry a line of the priced order, in its order.
    pub lines: Vec<LineDerivation>,
    /// Rules on the whole order, applied and rejected.
    pub transaction_rules: Vec<RuleVerdict>,
    /// One entry a tax row.
    pub taxes: Vec<TaxDerivation>,
    /// The steps from the sum of the lines to the rounded total.
    pub totals: Vec<TotalStep>,
}

impl Derivation {
    /// Whether nothing was derived.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
            && self.transaction_rules.is_empty()
            && self.taxes.is_empty()
            && self.totals.is_empty()
    }
}

/// Why a line has its rate.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineDerivation {
    /// The Item Price taken; none where the item has no price.
    pub item_price: Option<ChosenPrice>,
    /// Item Prices of the item that were not taken, with the reason.
    pub passed_over: Vec<PassedOver>,
    /// Rules looked at for this line.
    pub rules: Vec<RuleVerdict>,
    /// The steps from the price to the rate.
    pub steps: Vec<LineStep>,
}

/// The Item Price a line was priced from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChosenPrice {
    /// Name of the Item Price.
    pub item_price: String,
    /// The item it belongs to: the line's own, or its template.
    pub item_code: String,
    /// The list it stands in.
    pub price_list: String,
    /// Its unit; none where it holds for any.
    pub uom: Option<String>,
    /// The customer it was made for.
    pub customer: Option<String>,
    /// Its rate, in the currency of the list.
    pub price_list_rate: Decimal,
    /// What the rate was multiplied with for the line's unit; 1 where it was not.
    pub conversion_factor: Decimal,
    /// What the result was multiplied with for the order's currency.
    pub exchange_rate: Decimal,
}

/// An Item Price that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// Name of the Item Price.
    pub item_price: String,
    /// Its rate, in the currency of its list.
    pub price_list_rate: Decimal,
    /// Why not.
    pub reason: PassedOverReason,
}

/// Why an Item Price was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassedOverReason {
    /// Another list than the order's.
    OtherPriceList,
    /// For another unit.
    OtherUom,
    /// For a batch.
    Batch,
    /// Not yet valid on the day of the order.
    NotYetValid,
    /// No longer valid on the day of the order.
    Expired,
    /// Its packing unit does not divide the quantity.
    PackingUnit,
    /// The customer has a price of its own.
    CustomerPriceFirst,
    /// A price that became valid later, or names the unit, comes first.
    LaterPriceFirst,
    /// The item has a price of its own; this is its template's.
    OwnPriceFirst,
}

impl PassedOverReason {
    /// Stable id of the translated reason.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::OtherPriceList => "why-price-other-price-list",
            Self::OtherUom => "why-price-other-uom",
            Self::Batch => "why-price-batch",
            Self::NotYetValid => "why-price-not-yet-valid",
            Self::Expired => "why-price-expired",
            Self::PackingUnit => "why-price-packing-unit",
            Self::CustomerPriceFirst => "why-price-customer-price-first",
            Self::LaterPriceFirst => "why-price-later-price-first",
            Self::OwnPriceFirst => "why-price-own-price-first",
        }
    }
}

/// What became of a Pricing Rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleVerdict {
    /// Name of the rule.
    pub pricing_rule: String,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub outcome: RuleOutcome,
}

/// What became of a Pricing Rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleOutcome {
    /// It set the price, discount, margin or a free line.
    Applied,
    /// The line carries it, the discount goes to another line.
    AppliedOnOther,
    /// It only checks what was entered.
    ChecksOnly,
    /// For another company, customer, group, territory, partner or campaign.
    OtherParty,
    /// For another warehouse.
    OtherWarehouse,
    /// For another price list.
    OtherPriceList,
    /// For another unit.
    OtherUom,
    /// Not valid on the day of the order.
    OutsideDates,
    /// Its condition does not hold.
    ConditionFalse,
    /// Its condition is beyond what is evaluated here.
    ConditionUnknown,
    /// The quantity is below its least or above its most.
    Quantity,
    /// The amount is below its least or above its most.
    Amount,
    /// A rule of higher priority comes first.
    LowerPriority,
    /// A rule for the item itself, its group or brand comes first, by the order of search.
    LaterInSearch,
    /// It asks for a coupon the order does not have.
    Coupon,
    /// The line does not hold the item it is for.
    OtherItem,
}

impl RuleOutcome {
    /// Stable id of the translated outcome.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Applied => "why-rule-applied",
            Self::AppliedOnOther => "why-rule-applied-on-other",
            Self::ChecksOnly => "why-rule-checks-only",
            Self::OtherParty => "why-rule-other-party",
            Self::OtherWarehouse => "why-rule-other-warehouse",
            Self::OtherPriceList => "why-rule-other-price-list",
            Self::OtherUom => "why-rule-other-uom",
            Self::OutsideDates => "why-rule-outside-dates",
            Self::ConditionFalse => "why-rule-condition-false",
            Self::ConditionUnknown => "why-rule-condition-unknown",
            Self::Quantity => "why-rule-quantity",
            Self::Amount => "why-rule-amount",
            Self::LowerPriority => "why-rule-lower-priority",
            Self::LaterInSearch => "why-rule-later-in-search",
            Self::Coupon => "why-rule-coupon",
            Self::OtherItem => "why-rule-other-item",
        }
    }
}

/// A step from price to rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineStep {
    /// What happened.
    pub kind: LineStepKind,
    /// The percentage or amount by which.
    pub by: Decimal,
    /// What the rate was afterwards.
    pub result: Decimal,
}

/// What happened to a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineStepKind {
    /// The price in the order's currency, rounded.
    PriceListRate,
    /// A margin in percent was added.
    MarginPercentage,
    /// A margin as an amount was added.
    MarginAmount,
    /// A discount in percent was taken off.
    DiscountPercentage,
    /// A discount as an amount was taken off.
    DiscountAmount,
    /// The line is given free, or at the free rate of its rule.
    Free,
    /// The rate the line has.
    Rate,
    /// Its share of the discount on the order was taken off.
    DistributedDiscount,
    /// Tax included in the price was taken out.
    IncludedTax,
    /// The net rate.
    NetRate,
}

impl LineStepKind {
    /// Stable id of the translated step.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::PriceListRate => "why-step-price-list-rate",
            Self::MarginPercentage => "why-step-margin-percentage",
            Self::MarginAmount => "why-step-margin-amount",
            Self::DiscountPercentage => "why-step-discount-percentage",
            Self::DiscountAmount => "why-step-discount-amount",
            Self::Free => "why-step-free",
            Self::Rate => "why-step-rate",
            Self::DistributedDiscount => "why-step-distributed-discount",
            Self::IncludedTax => "why-step-included-tax",
            Self::NetRate => "why-step-net-rate",
        }
    }
}

/// What a tax row was worked out from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaxDerivation {
    /// Row, counted from 1.
    pub row: usize,
    /// Kind of charge.
    pub charge_type: String,
    /// The account's row.
    pub description: String,
    /// The row it is chained to, counted from 1.
    pub row_id: Option<usize>,
    /// The base of each rate that occurred among the lines: rate, sum of the bases, sum of the tax.
    pub parts: Vec<TaxPart>,
}

/// The lines taxed at one rate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaxPart {
    /// Rate in percent; an amount for one unit where the charge is by quantity.
    pub rate: Decimal,
    /// Sum of what the rate was taken of.
    pub base: Decimal,
    /// Sum of the tax, not rounded.
    pub amount: Decimal,
}

/// A step from the sum of the lines to the rounded total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalStep {
    /// What is added or reached.
    pub kind: TotalStepKind,
    /// The figure, in the order's currency.
    pub amount: Decimal,
}

/// What a step of the totals is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalStepKind {
    /// Sum of the lines.
    Total,
    /// Discount on the order.
    DiscountAmount,
    /// Sum of the net amounts.
    NetTotal,
    /// Sum of the taxes and charges.
    TaxesAndCharges,
    /// The total with taxes.
    GrandTotal,
    /// Rounding of the grand total.
    RoundingAdjustment,
    /// The total to be paid.
    RoundedTotal,
}

impl TotalStepKind {
    /// Stable id of the translated step.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Total => "why-total-total",
            Self::DiscountAmount => "why-total-discount-amount",
            Self::NetTotal => "why-total-net-total",
            Self::TaxesAndCharges => "why-total-taxes-and-charges",
            Self::GrandTotal => "why-total-grand-total",
            Self::RoundingAdjustment => "why-total-rounding-adjustment",
            Self::RoundedTotal => "why-total-rounded-total",
        }
    }
}
