//! The receipt of a placed order: the document the screen shows and a printer prints.

use super::{Session, local_time, order_uid};
use crate::AppError;
use satchel_domain::receipts::{Receipt, ReceiptContext, ReceiptFormat, ReceiptKind, render};
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
        let rendered = render(ReceiptKind::Order, template.as_deref(), &context)
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
        Ok(ReceiptFormat::of(&system, currency, &self.stored("Currency", currency)?))
    }
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
