//! Receipts of orders, visits, tasks and days: what the screen shows, a printer prints and a file holds.

mod day;
mod documents;
mod logo;
mod share;
mod team_day;
mod templates;

use super::company::text;
use super::{Session, local_time};
use crate::AppError;
use crate::views::{ReceiptOf, ReceiptView};
use chrono::NaiveDateTime;
use documents::Paper;
pub(crate) use logo::CompanyLogo;
use satchel_domain::ids::CustomerKey;
use satchel_domain::receipts::{ReceiptContext, ReceiptFormat, Rendered, render};
use serde_json::Value;
use std::collections::BTreeMap;

impl Session {
    /// A receipt with labels in the rep's language (`satchel_domain::receipts::BUILT_IN_LABELS` and
    /// `SITE_WORDS` name them), by the template of the rep or the office where there is one that is not
    /// broken.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such document here, [`AppError::Receipt`] for one too
    /// long for a receipt.
    pub fn receipt(
        &self,
        of: &ReceiptOf,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<ReceiptView, AppError> {
        let paper = self.paper(of)?;
        let template = self.template_in_use(of.kind())?;
        let Rendered { receipt, problem } =
            self.laid_out(&paper, template.as_deref(), labels, rtl)?;
        if let Some(problem) = &problem {
            tracing::warn!(%problem, "a receipt template is broken; the built-in one stood in");
        }
        let company = text(&paper.company, "name");
        let logo = self.logo_on_screen(&receipt, &company)?;
        Ok(ReceiptView { receipt, title: paper.title, problem, company, logo })
    }

    /// A document by a template, or by the built-in one where that is none or broken.
    fn laid_out(
        &self,
        paper: &Paper,
        template: Option<&str>,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<Rendered, AppError> {
        let context = ReceiptContext {
            doc: &paper.doc,
            company: &paper.company,
            customer: &paper.customer,
            receipt_no: &paper.receipt_no,
            captured_at: paper.captured_at,
            sales_person: paper.of_rep.as_deref().unwrap_or(&self.inner.profile.user),
            labels,
            format: &paper.format,
            rtl,
        };
        Ok(render(paper.kind, template, &context)?)
    }

    fn stored(&self, doctype: &str, name: &str) -> Result<Value, AppError> {
        let document = self.inner.store.document(doctype, name)?;
        Ok(document.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    fn customer_on_paper(&self, customer: Option<&CustomerKey>) -> Result<Value, AppError> {
        let Some(key) = customer else { return Ok(Value::Null) };
        let found = self.inner.store.customer(key)?;
        Ok(found.and_then(|found| serde_json::from_str(&found.document).ok()).unwrap_or_default())
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

    /// This moment as the phone shows it.
    fn shown_now(&self) -> NaiveDateTime {
        let now = self.now();
        local_time(now.utc, now.offset_minutes).naive_local()
    }
}
