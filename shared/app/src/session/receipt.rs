//! The receipt of a placed order: the document the screen shows and a printer prints.

use super::company::text;
use super::{Session, local_time, order_uid};
use crate::AppError;
use satchel_domain::money::NumberFormat;
use satchel_domain::receipts::{Receipt, ReceiptContext, ReceiptFormat, render};
use satchel_store::OrderDetail;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Setting that holds the site's own template, if it has one.
const TEMPLATE: &str = "receipt_template";

impl Session {
    /// The receipt of an order placed here, with labels in the rep's language
    /// (`satchel_domain::receipts::BUILT_IN_LABELS` names them).
    ///
    /// # Errors
    /// [`AppError::NotFound`] when no such order was placed here, [`AppError::Receipt`] for an order
    /// too long for a receipt.
    pub fn receipt(
        &self,
        order: &str,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<Receipt, AppError> {
        let stored = self
            .inner
            .store
            .order(order_uid(order)?)?
            .ok_or(AppError::NotFound { what: "Sales Order" })?;
        let doc = order_document(&stored)?;
        let company = self.stored("Company", &stored.company)?;
        let customer = self
            .inner
            .store
            .customer(&stored.row.customer)?
            .and_then(|found| serde_json::from_str(&found.document).ok())
            .unwrap_or_default();
        let format = self.receipt_format(&stored.row.totals.currency)?;
        let captured = local_time(stored.captured.utc, stored.captured.offset_minutes);
        let template: Option<String> = self.inner.store.setting(TEMPLATE)?;
        let context = ReceiptContext {
            doc: &doc,
            company: &company,
            customer: &customer,
            receipt_no: &stored.row.receipt_number.to_string(),
            captured_at: captured.naive_local(),
            sales_person: &self.inner.profile.user,
            labels,
            format: &format,
            rtl,
        };
        let rendered = render(template.as_deref(), &context)
            .map_err(|error| AppError::Receipt(error.to_string()))?;
        if let Some(problem) = rendered.problem {
            tracing::warn!(%problem, "the site's receipt template is broken; the built-in one stood in");
        }
        Ok(rendered.receipt)
    }

    fn stored(&self, doctype: &str, name: &str) -> Result<Value, AppError> {
        let document = self.inner.store.document(doctype, name)?;
        Ok(document.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// How the site writes figures in a currency.
    fn receipt_format(&self, currency: &str) -> Result<ReceiptFormat, AppError> {
        let system: Value = self
            .inner
            .store
            .documents("System Settings")?
            .first()
            .and_then(|document| serde_json::from_str(document).ok())
            .unwrap_or_default();
        let document = self.stored("Currency", currency)?;
        let symbol = text(&document, "symbol");
        Ok(ReceiptFormat {
            number_format: NumberFormat::named(&text(&system, "number_format")),
            currency_precision: precision(&system),
            symbol: if symbol.is_empty() { currency.to_owned() } else { symbol },
            symbol_on_right: document.get("symbol_on_right").and_then(Value::as_i64) == Some(1),
            fraction_units: document
                .get("fraction_units")
                .and_then(Value::as_u64)
                .and_then(|units| u32::try_from(units).ok())
                .unwrap_or_default(),
            date_format: text(&system, "date_format"),
        })
    }
}

/// `currency_precision`, which the site keeps as text or number; 0 or nothing means none is set.
fn precision(system: &Value) -> Option<u32> {
    let value = system.get("currency_precision")?;
    let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
    u32::try_from(number).ok().filter(|digits| *digits > 0)
}

/// The priced order with what only the placed one knows.
fn order_document(stored: &OrderDetail) -> Result<Value, AppError> {
    let mut doc: Value = serde_json::from_str(&stored.priced)
        .map_err(|_| AppError::Unreadable { what: "Sales Order" })?;
    if let Some(fields) = doc.as_object_mut() {
        fields.insert("customer_name".into(), json!(stored.row.customer_name));
        if let Some(name) = &stored.row.server_name {
            fields.insert("name".into(), json!(name.to_string()));
        }
    }
    Ok(doc)
}
