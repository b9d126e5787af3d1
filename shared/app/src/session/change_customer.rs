//! Changes of a customer the office has, or will have.

use super::company::text;
use super::{Session, customer_key};
use crate::AppError;
use crate::views::CustomerFields;
use satchel_store::ChangingDoctype;
use serde_json::{Map, Value, json};

/// The longest text of a Data field in ERPNext.
const DATA: usize = 140;

impl Session {
    /// The fields of a customer that may be changed, as they stand.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an unknown customer.
    pub fn customer_fields(&self, customer: &str) -> Result<CustomerFields, AppError> {
        let key = customer_key(customer)?;
        let found =
            self.inner.store.customer(&key)?.ok_or(AppError::NotFound { what: "Customer" })?;
        let document: Value = serde_json::from_str(&found.document)
            .map_err(|_| AppError::Unreadable { what: "Customer" })?;
        Ok(CustomerFields {
            customer_name: text(&document, "customer_name"),
            customer_group: text(&document, "customer_group"),
            territory: text(&document, "territory"),
            tax_id: text(&document, "tax_id"),
        })
    }

    /// Changes a customer. The phone shows it at once; the office gets the fields that differ, merged
    /// with what it changed itself. Gives whether anything differed.
    ///
    /// # Errors
    /// [`AppError::Field`] names the first field that is missing or too long; [`AppError::NotFound`] for
    /// an unknown customer.
    pub fn change_customer(
        &self,
        customer: &str,
        fields: &CustomerFields,
    ) -> Result<bool, AppError> {
        let before = self.customer_fields(customer)?;
        let mut changed = Map::new();
        for (field, before, typed, needed) in [
            ("customer_name", &before.customer_name, &fields.customer_name, true),
            ("customer_group", &before.customer_group, &fields.customer_group, false),
            ("territory", &before.territory, &fields.territory, false),
            ("tax_id", &before.tax_id, &fields.tax_id, false),
        ] {
            let typed = typed.trim();
            if (needed && typed.is_empty()) || typed.chars().count() > DATA {
                return Err(AppError::Field { field });
            }
            if typed != before {
                changed.insert(field.to_owned(), json!(typed));
            }
        }
        if changed.is_empty() {
            return Ok(false);
        }
        let key = customer_key(customer)?.to_string();
        let (doctype, at) = (ChangingDoctype::Customer, self.now().utc);
        let changed = Value::Object(changed).to_string();
        self.inner.store.change_document(doctype, &key, changed, at).wait()?;
        Ok(true)
    }
}
