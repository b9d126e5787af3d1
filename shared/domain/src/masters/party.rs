//! Customers, their groups, territories and addresses, partners and payment terms.

use chrono::NaiveDate;

use super::fields::{Fields, Text};
use crate::money::num::Num;

#[derive(Debug, Clone)]
pub(crate) struct Company {
    pub(crate) default_currency: Text,
    pub(crate) payment_terms: Option<Text>,
}

impl Company {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            default_currency: fields.text("default_currency"),
            payment_terms: fields.some("payment_terms"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) customer_group: Option<Text>,
    pub(crate) territory: Option<Text>,
    pub(crate) default_price_list: Option<Text>,
    pub(crate) default_currency: Option<Text>,
    pub(crate) payment_terms: Option<Text>,
    pub(crate) tax_category: Option<Text>,
    pub(crate) default_sales_partner: Option<Text>,
    pub(crate) default_commission_rate: Num,
    pub(crate) is_frozen: bool,
    pub(crate) disabled: bool,
}

impl Customer {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            customer_group: fields.some("customer_group"),
            territory: fields.some("territory"),
            default_price_list: fields.some("default_price_list"),
            default_currency: fields.some("default_currency"),
            payment_terms: fields.some("payment_terms"),
            tax_category: fields.some("tax_category"),
            default_sales_partner: fields.some("default_sales_partner"),
            default_commission_rate: fields.number("default_commission_rate"),
            is_frozen: fields.check("is_frozen"),
            disabled: fields.check("disabled"),
        }
    }
}

/// A group, territory, item group or warehouse: a node of a tree.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) parent: Option<Text>,
    pub(crate) default_price_list: Option<Text>,
    pub(crate) payment_terms: Option<Text>,
}

impl Node {
    pub(crate) fn read(fields: Fields<'_>, parent: &str) -> Self {
        Self {
            parent: fields.some(parent),
            default_price_list: fields.some("default_price_list"),
            payment_terms: fields.some("payment_terms"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Address {
    pub(crate) name: Text,
    pub(crate) city: Option<Text>,
    pub(crate) county: Option<Text>,
    pub(crate) state: Option<Text>,
    pub(crate) pincode: Option<Text>,
    pub(crate) country: Option<Text>,
    pub(crate) tax_category: Option<Text>,
    pub(crate) is_primary_address: bool,
    pub(crate) is_shipping_address: bool,
    pub(crate) is_shipping_type: bool,
    pub(crate) disabled: bool,
    /// Customers it is linked to.
    pub(crate) customers: Vec<Text>,
}

impl Address {
    pub(crate) fn read(name: &Text, fields: Fields<'_>) -> Self {
        let to_customer = |row: &Fields<'_>| &*row.text("link_doctype") == "Customer";
        Self {
            name: name.clone(),
            city: fields.some("city"),
            county: fields.some("county"),
            state: fields.some("state"),
            pincode: fields.some("pincode"),
            country: fields.some("country"),
            tax_category: fields.some("tax_category"),
            is_primary_address: fields.check("is_primary_address"),
            is_shipping_address: fields.check("is_shipping_address"),
            is_shipping_type: &*fields.text("address_type") == "Shipping",
            disabled: fields.check("disabled"),
            customers: fields
                .rows("links")
                .into_iter()
                .filter(to_customer)
                .map(|row| row.text("link_name"))
                .collect(),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct SalesPartner {
    pub(crate) commission_rate: Num,
}

impl SalesPartner {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self { commission_rate: fields.number("commission_rate") }
    }
}

/// When a term falls due, counted from the day of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DueFrom {
    Day,
    EndOfMonth,
    MonthsAfterEndOfMonth,
}

impl DueFrom {
    fn named(name: &str) -> Self {
        match name {
            "Day(s) after the end of the invoice month" => Self::EndOfMonth,
            "Month(s) after the end of the invoice month" => Self::MonthsAfterEndOfMonth,
            _ => Self::Day,
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct PaymentTerm {
    pub(crate) payment_term: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) invoice_portion: Num,
    pub(crate) due_from: DueFrom,
    pub(crate) credit_days: i32,
    pub(crate) credit_months: i32,
    pub(crate) discount_type: Option<Text>,
    pub(crate) discount: Num,
    pub(crate) discount_from: DueFrom,
    pub(crate) discount_validity: i32,
}

impl PaymentTerm {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            payment_term: fields.some("payment_term"),
            description: fields.some("description"),
            invoice_portion: fields.number("invoice_portion"),
            due_from: DueFrom::named(&fields.text("due_date_based_on")),
            credit_days: fields.whole("credit_days"),
            credit_months: fields.whole("credit_months"),
            discount_type: fields.some("discount_type"),
            discount: fields.number("discount"),
            discount_from: DueFrom::named(&fields.text("discount_validity_based_on")),
            discount_validity: fields.whole("discount_validity"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct PaymentTermsTemplate {
    pub(crate) terms: Vec<PaymentTerm>,
}

impl PaymentTermsTemplate {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self { terms: fields.rows("terms").into_iter().map(PaymentTerm::read).collect() }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct CouponCode {
    pub(crate) pricing_rule: Option<Text>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_upto: Option<NaiveDate>,
    pub(crate) maximum_use: i32,
    pub(crate) used: i32,
}

impl CouponCode {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            pricing_rule: fields.some("pricing_rule"),
            valid_from: fields.date("valid_from"),
            valid_upto: fields.date("valid_upto"),
            maximum_use: fields.whole("maximum_use"),
            used: fields.whole("used"),
        }
    }
}
