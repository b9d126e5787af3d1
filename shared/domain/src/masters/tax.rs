//! Tax templates, tax rules, item tax templates and shipping rules.

use chrono::NaiveDate;

use super::fields::{Fields, Text};
use crate::money::num::Num;

#[derive(Debug, Clone)]
pub(crate) struct TaxTemplate {
    pub(crate) company: Text,
    pub(crate) is_default: bool,
    pub(crate) disabled: bool,
    pub(crate) taxes: Vec<TaxTemplateRow>,
}

#[derive(Debug, Clone)]
pub(crate) struct TaxTemplateRow {
    pub(crate) charge_type: Text,
    pub(crate) row_id: Option<Text>,
    pub(crate) account_head: Text,
    pub(crate) description: Option<Text>,
    pub(crate) included_in_print_rate: bool,
    pub(crate) rate: Num,
    pub(crate) tax_amount: Num,
}

impl TaxTemplate {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        let row = |row: Fields<'_>| TaxTemplateRow {
            charge_type: row.text("charge_type"),
            row_id: row.some("row_id"),
            account_head: row.text("account_head"),
            description: row.some("description"),
            included_in_print_rate: row.check("included_in_print_rate"),
            rate: row.number("rate"),
            tax_amount: row.number("tax_amount"),
        };
        Self {
            company: fields.text("company"),
            is_default: fields.check("is_default"),
            disabled: fields.check("disabled"),
            taxes: fields.rows("taxes").into_iter().map(row).collect(),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct ItemTaxTemplate {
    pub(crate) company: Text,
    pub(crate) disabled: bool,
    /// Account and rate.
    pub(crate) taxes: Vec<(Text, Num)>,
}

impl ItemTaxTemplate {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            company: fields.text("company"),
            disabled: fields.check("disabled"),
            taxes: fields
                .rows("taxes")
                .into_iter()
                .map(|row| (row.text("tax_type"), row.number("tax_rate")))
                .collect(),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) account_name: Text,
    pub(crate) company: Text,
}

impl Account {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self { account_name: fields.text("account_name"), company: fields.text("company") }
    }
}

/// What a Tax Rule asks of an order, besides date, tax category and customer group.
pub(crate) const TAX_RULE_KEYS: [&str; 13] = [
    "customer",
    "company",
    "tax_type",
    "billing_city",
    "billing_county",
    "billing_state",
    "billing_zipcode",
    "billing_country",
    "shipping_city",
    "shipping_county",
    "shipping_state",
    "shipping_zipcode",
    "shipping_country",
];

#[derive(Debug, Clone)]
pub(crate) struct TaxRule {
    pub(crate) name: Text,
    pub(crate) template: Option<Text>,
    pub(crate) tax_category: Option<Text>,
    pub(crate) customer_group: Option<Text>,
    pub(crate) from_date: Option<NaiveDate>,
    pub(crate) to_date: Option<NaiveDate>,
    pub(crate) priority: i32,
    /// In the order of [`TAX_RULE_KEYS`].
    pub(crate) keys: [Option<Text>; 13],
}

impl TaxRule {
    pub(crate) fn read(name: &Text, fields: Fields<'_>) -> Self {
        Self {
            name: name.clone(),
            template: fields
                .some("sales_tax_template")
                .or_else(|| fields.some("purchase_tax_template")),
            tax_category: fields.some("tax_category"),
            customer_group: fields.some("customer_group"),
            from_date: fields.date("from_date"),
            to_date: fields.date("to_date"),
            priority: fields.whole("priority"),
            keys: TAX_RULE_KEYS.map(|key| fields.some(key)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShippingBase {
    Fixed,
    NetTotal,
    NetWeight,
}

#[derive(Debug, Clone)]
pub(crate) struct ShippingRule {
    pub(crate) label: Text,
    pub(crate) account: Text,
    pub(crate) base: ShippingBase,
    pub(crate) shipping_amount: Num,
    pub(crate) conditions: Vec<ShippingCondition>,
    pub(crate) countries: Vec<Text>,
}

#[derive(Debug, Clone)]
pub(crate) struct ShippingCondition {
    pub(crate) from_value: Num,
    pub(crate) to_value: Num,
    pub(crate) shipping_amount: Num,
}

impl ShippingRule {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        let condition = |row: Fields<'_>| ShippingCondition {
            from_value: row.number("from_value"),
            to_value: row.number("to_value"),
            shipping_amount: row.number("shipping_amount"),
        };
        Self {
            label: fields.text("label"),
            account: fields.text("account"),
            base: match &*fields.text("calculate_based_on") {
                "Net Total" => ShippingBase::NetTotal,
                "Net Weight" => ShippingBase::NetWeight,
                _ => ShippingBase::Fixed,
            },
            shipping_amount: fields.number("shipping_amount"),
            conditions: fields.rows("conditions").into_iter().map(condition).collect(),
            countries: fields.rows("countries").iter().map(|row| row.text("country")).collect(),
        }
    }
}
