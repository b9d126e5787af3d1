//! Customers with their addresses, contacts and what they owe.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::docs::Writer;
use crate::{DemoError, date, table};

const CUSTOMERS: &str = include_str!("../../../assets/demo/customers.csv");
const FILE: &str = "customers.csv";

/// A row of `customers.csv`; money is in company currency.
#[derive(Debug, Deserialize)]
pub(crate) struct CustomerRow {
    pub(crate) customer_name: String,
    customer_group: String,
    territory: String,
    address_line1: String,
    pincode: String,
    latitude: f64,
    longitude: f64,
    first_name: String,
    last_name: String,
    phone: String,
    mobile_no: String,
    email_id: String,
    tax_id: String,
    credit_limit: f64,
    outstanding: f64,
    overdue: f64,
    days_late: i64,
    default_currency: String,
    tax_category: String,
    note: String,
}

/// The rows of `customers.csv`.
pub(crate) fn rows() -> Result<Vec<CustomerRow>, DemoError> {
    table::rows(FILE, CUSTOMERS)
}

impl CustomerRow {
    fn address_name(&self) -> String {
        format!("{}-Billing", self.customer_name)
    }

    fn contact_name(&self) -> String {
        format!("{} {}-{}", self.first_name, self.last_name, self.customer_name)
    }

    fn link(&self) -> Value {
        json!([{"link_doctype": "Customer", "link_name": self.customer_name,
                "link_title": self.customer_name}])
    }

    /// The Customer document; the rep's credit note is in `customer_details`.
    pub(crate) fn customer(&self, writer: &Writer) -> Result<Value, DemoError> {
        let mut customer = json!({
            "name": self.customer_name,
            "naming_series": "CUST-.YYYY.-",
            "customer_name": self.customer_name,
            "customer_type": "Company",
            "customer_group": self.customer_group,
            "territory": self.territory,
            "tax_id": self.tax_id,
            "language": "pt",
            "customer_primary_address": self.address_name(),
            "customer_primary_contact": self.contact_name(),
            "mobile_no": self.mobile_no,
            "email_id": self.email_id,
            "customer_details": self.note,
            "is_internal_customer": 0,
            "default_commission_rate": 0.0,
            "so_required": 0,
            "dn_required": 0,
            "exempt_from_sales_tax": 0,
            "is_frozen": 0,
            "disabled": 0,
            "credit_limits": [{"company": crate::COMPANY, "credit_limit": self.credit_limit,
                               "bypass_credit_limit_check": 0}],
        });
        if let Some(fields) = customer.as_object_mut() {
            for (field, value) in
                [("default_currency", &self.default_currency), ("tax_category", &self.tax_category)]
            {
                if !value.is_empty() {
                    fields.insert(field.into(), json!(value));
                }
            }
        }
        writer.document("Customer", customer)
    }

    /// The billing Address with its position in `satchel_latitude` and `satchel_longitude`, degrees.
    pub(crate) fn address(&self, writer: &Writer) -> Result<Value, DemoError> {
        writer.document(
            "Address",
            json!({
                "name": self.address_name(),
                "address_title": self.customer_name,
                "address_type": "Billing",
                "address_line1": self.address_line1,
                "city": "Porto",
                "pincode": self.pincode,
                "phone": self.phone,
                "email_id": self.email_id,
                "is_primary_address": 1,
                "is_shipping_address": 1,
                "satchel_latitude": self.latitude,
                "satchel_longitude": self.longitude,
                "links": self.link(),
            }),
        )
    }

    /// The Contact to call or mail.
    pub(crate) fn contact(&self, writer: &Writer) -> Result<Value, DemoError> {
        writer.document(
            "Contact",
            json!({
                "name": self.contact_name(),
                "first_name": self.first_name,
                "last_name": self.last_name,
                "full_name": format!("{} {}", self.first_name, self.last_name),
                "email_id": self.email_id,
                "phone": self.phone,
                "mobile_no": self.mobile_no,
                "status": "Passive",
                "is_primary_contact": 1,
                "is_billing_contact": 0,
                "unsubscribed": 0,
                "address": self.address_name(),
                "email_ids": [{"email_id": self.email_id, "is_primary": 1}],
                "phone_nos": [
                    {"phone": self.phone, "is_primary_phone": 1, "is_primary_mobile_no": 0},
                    {"phone": self.mobile_no, "is_primary_phone": 0, "is_primary_mobile_no": 1},
                ],
                "links": self.link(),
            }),
        )
    }

    /// What the customer owes: no DocType of ERPNext, but what its dashboard would say.
    pub(crate) fn outstanding(&self, writer: &Writer) -> Result<Value, DemoError> {
        let mut balance = json!({
            "name": self.customer_name,
            "customer": self.customer_name,
            "company": crate::COMPANY,
            "currency": "EUR",
            "credit_limit": self.credit_limit,
            "outstanding": self.outstanding,
            "overdue": self.overdue,
            "days_late": self.days_late,
        });
        if self.days_late > 0 {
            let due = date::shift(writer.today(), -self.days_late)?;
            if let Some(fields) = balance.as_object_mut() {
                fields.insert("oldest_due_date".into(), json!(due.to_string()));
            }
        }
        writer.document("Customer Outstanding", balance)
    }
}
