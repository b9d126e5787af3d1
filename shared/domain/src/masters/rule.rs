//! Pricing Rules as the engine reads them.

use chrono::NaiveDate;

use super::fields::{Fields, Text};
use crate::money::num::Num;
use crate::pricing::condition::Condition;

/// What a rule is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ApplyOn {
    ItemCode,
    ItemGroup,
    Brand,
    Transaction,
}

impl ApplyOn {
    /// The levels of the search for a line, in its order.
    pub(crate) const LEVELS: [Self; 3] = [Self::ItemCode, Self::ItemGroup, Self::Brand];

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "Item Code" => Self::ItemCode,
            "Item Group" => Self::ItemGroup,
            "Brand" => Self::Brand,
            "Transaction" => Self::Transaction,
            _ => return None,
        })
    }

    fn table_and_field(self) -> (&'static str, &'static str) {
        match self {
            Self::ItemGroup => ("item_groups", "item_group"),
            Self::Brand => ("brands", "brand"),
            Self::ItemCode | Self::Transaction => ("items", "item_code"),
        }
    }
}

/// How a price rule changes the price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RateOrDiscount {
    Rate,
    DiscountPercentage,
    DiscountAmount,
    None,
}

/// A margin put on the price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarginType {
    Percentage,
    Amount,
}

impl MarginType {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "Percentage" => Some(Self::Percentage),
            "Amount" => Some(Self::Amount),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Percentage => "Percentage",
            Self::Amount => "Amount",
        }
    }
}

/// An item, group or brand a rule is for, and the unit it asks for.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) value: Text,
    pub(crate) uom: Option<Text>,
}

/// What a product rule gives.
#[derive(Debug, Clone)]
pub(crate) struct FreeItem {
    pub(crate) same_item: bool,
    pub(crate) item: Option<Text>,
    pub(crate) qty: Num,
    pub(crate) rate: Num,
    pub(crate) uom: Option<Text>,
    pub(crate) round_qty: bool,
    pub(crate) dont_enforce_qty: bool,
    pub(crate) is_recursive: bool,
    pub(crate) recurse_for: Num,
    pub(crate) apply_recursion_over: Num,
}

/// Whom a rule is for; what is none is for all.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleParty {
    pub(crate) company: Option<Text>,
    pub(crate) customer: Option<Text>,
    pub(crate) customer_group: Option<Text>,
    pub(crate) territory: Option<Text>,
    pub(crate) sales_partner: Option<Text>,
    pub(crate) campaign: Option<Text>,
    pub(crate) supplier: Option<Text>,
    pub(crate) supplier_group: Option<Text>,
}

#[derive(Debug, Clone)]
pub(crate) struct PricingRule {
    pub(crate) name: Text,
    pub(crate) title: Text,
    pub(crate) disable: bool,
    pub(crate) selling: bool,
    pub(crate) apply_on: ApplyOn,
    pub(crate) targets: Vec<Target>,
    /// The other item, group or brand the discount goes to.
    pub(crate) other: Option<(ApplyOn, Text)>,
    pub(crate) is_product: bool,
    pub(crate) mixed_conditions: bool,
    pub(crate) is_cumulative: bool,
    pub(crate) coupon_code_based: bool,
    pub(crate) party: RuleParty,
    pub(crate) warehouse: Option<Text>,
    pub(crate) for_price_list: Option<Text>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_upto: Option<NaiveDate>,
    pub(crate) min_qty: Num,
    pub(crate) max_qty: Num,
    pub(crate) min_amt: Num,
    pub(crate) max_amt: Num,
    pub(crate) threshold_percentage: Num,
    pub(crate) currency: Text,
    pub(crate) rate_or_discount: RateOrDiscount,
    pub(crate) rate: Num,
    pub(crate) discount_percentage: Num,
    pub(crate) discount_amount: Num,
    pub(crate) apply_discount_on: Option<Text>,
    pub(crate) apply_discount_on_rate: bool,
    pub(crate) margin_type: Option<MarginType>,
    pub(crate) margin_rate_or_amount: Num,
    pub(crate) free: FreeItem,
    pub(crate) apply_multiple_pricing_rules: bool,
    pub(crate) validate_applied_rule: bool,
    pub(crate) has_priority: bool,
    /// As the server keeps it, a text; rules are searched in its descending order.
    pub(crate) priority_text: Text,
    pub(crate) priority: i32,
    pub(crate) condition: Option<Condition>,
}

impl PricingRule {
    /// None for a rule with an `apply_on` unknown to ERPNext 15.
    pub(crate) fn read(name: &Text, fields: Fields<'_>) -> Option<Self> {
        let apply_on = ApplyOn::named(&fields.text("apply_on"))?;
        let (table, field) = apply_on.table_and_field();
        let target = |row: Fields<'_>| Target { value: row.text(field), uom: row.some("uom") };
        let targets = match apply_on {
            ApplyOn::Transaction => Vec::new(),
            _ => fields.rows(table).into_iter().map(target).collect(),
        };
        Some(Self {
            name: name.clone(),
            title: fields.text("title"),
            disable: fields.check("disable"),
            selling: fields.check("selling"),
            apply_on,
            targets,
            other: read_other(fields),
            is_product: &*fields.text("price_or_product_discount") == "Product",
            mixed_conditions: fields.check("mixed_conditions"),
            is_cumulative: fields.check("is_cumulative"),
            coupon_code_based: fields.check("coupon_code_based"),
            party: read_party(fields),
            warehouse: fields.some("warehouse"),
            for_price_list: fields.some("for_price_list"),
            valid_from: fields.date("valid_from"),
            valid_upto: fields.date("valid_upto"),
            min_qty: fields.number("min_qty"),
            max_qty: fields.number("max_qty"),
            min_amt: fields.number("min_amt"),
            max_amt: fields.number("max_amt"),
            threshold_percentage: fields.number("threshold_percentage"),
            currency: fields.text("currency"),
            rate_or_discount: match &*fields.text("rate_or_discount") {
                "Rate" => RateOrDiscount::Rate,
                "Discount Percentage" => RateOrDiscount::DiscountPercentage,
                "Discount Amount" => RateOrDiscount::DiscountAmount,
                _ => RateOrDiscount::None,
            },
            rate: fields.number("rate"),
            discount_percentage: fields.number("discount_percentage"),
            discount_amount: fields.number("discount_amount"),
            apply_discount_on: fields.some("apply_discount_on"),
            apply_discount_on_rate: fields.check("apply_discount_on_rate"),
            margin_type: MarginType::named(&fields.text("margin_type")),
            margin_rate_or_amount: fields.number("margin_rate_or_amount"),
            free: read_free_item(fields),
            apply_multiple_pricing_rules: fields.check("apply_multiple_pricing_rules"),
            validate_applied_rule: fields.check("validate_applied_rule"),
            has_priority: fields.check("has_priority"),
            priority_text: fields.text("priority"),
            priority: fields.whole("priority"),
            condition: fields.some("condition").map(|text| Condition::parse(&text)),
        })
    }
}

fn read_other(fields: Fields<'_>) -> Option<(ApplyOn, Text)> {
    let kind = ApplyOn::named(&fields.text("apply_rule_on_other"))?;
    let field = match kind {
        ApplyOn::ItemCode => "other_item_code",
        ApplyOn::ItemGroup => "other_item_group",
        ApplyOn::Brand => "other_brand",
        ApplyOn::Transaction => return None,
    };
    Some((kind, fields.text(field)))
}

fn read_party(fields: Fields<'_>) -> RuleParty {
    RuleParty {
        company: fields.some("company"),
        customer: fields.some("customer"),
        customer_group: fields.some("customer_group"),
        territory: fields.some("territory"),
        sales_partner: fields.some("sales_partner"),
        campaign: fields.some("campaign"),
        supplier: fields.some("supplier"),
        supplier_group: fields.some("supplier_group"),
    }
}

fn read_free_item(fields: Fields<'_>) -> FreeItem {
    FreeItem {
        same_item: fields.check("same_item"),
        item: fields.some("free_item"),
        qty: fields.number("free_qty"),
        rate: fields.number("free_item_rate"),
        uom: fields.some("free_item_uom"),
        round_qty: fields.check("round_free_qty"),
        dont_enforce_qty: fields.check("dont_enforce_free_item_qty"),
        is_recursive: fields.check("is_recursive"),
        recurse_for: fields.number("recurse_for"),
        apply_recursion_over: fields.number("apply_recursion_over"),
    }
}
