//! The templates of the rep and of the office.

use super::documents::Paper;
use crate::AppError;
use crate::session::Session;
use crate::views::{ReceiptOf, TemplateFrom, TemplateRow, TemplateTrial, TemplateView};
use satchel_domain::receipts::{
    MAX_TEMPLATE, PRINT_FORMAT, ReceiptError, ReceiptFormat, ReceiptKind, Rendered, english,
    of_print_format, sample,
};
use satchel_store::OrderQuery;
use serde_json::Value;
use std::collections::BTreeMap;

/// The setting that holds the profile's own template of a kind.
fn setting(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Order => "receipt_template",
        ReceiptKind::Visit => "receipt_template_visit",
        ReceiptKind::Task => "receipt_template_task",
        ReceiptKind::Day => "receipt_template_day",
    }
}

impl Session {
    /// The templates, with what is wrong with those that do not ship with the app.
    ///
    /// # Errors
    /// What the store says.
    pub fn receipt_templates(&self) -> Result<Vec<TemplateRow>, AppError> {
        let labels = english();
        ReceiptKind::ALL
            .into_iter()
            .map(|kind| {
                let TemplateView { from, of_office, text, .. } = self.receipt_template(kind)?;
                let problem = match from {
                    TemplateFrom::BuiltIn => None,
                    _ => self.try_template(kind, &text, &labels, false)?.problem,
                };
                Ok(TemplateRow { kind, from, of_office, problem })
            })
            .collect()
    }

    /// The template that prints, to be looked at and edited: the rep's own, else the office's, else the
    /// built-in one.
    ///
    /// # Errors
    /// What the store says.
    pub fn receipt_template(&self, kind: ReceiptKind) -> Result<TemplateView, AppError> {
        let office = self.office_template(kind)?;
        let own: Option<String> = self.inner.store.setting(setting(kind))?;
        let of_office = office.is_some();
        let behind = office.unwrap_or_else(|| kind.template().to_owned());
        let from = match (&own, of_office) {
            (Some(_), _) => TemplateFrom::Own,
            (None, true) => TemplateFrom::Office,
            (None, false) => TemplateFrom::BuiltIn,
        };
        let text = own.unwrap_or_else(|| behind.clone());
        Ok(TemplateView { kind, text, from, behind, of_office })
    }

    /// The office's template, where it has one for this kind and the site shows it to this phone.
    fn office_template(&self, kind: ReceiptKind) -> Result<Option<String>, AppError> {
        let document = self.stored(PRINT_FORMAT, kind.print_format().0)?;
        Ok(of_print_format(&document).map(str::to_owned))
    }

    /// What a template makes of the last document of its kind, or of a made-up one where there is none.
    /// Nothing is saved.
    ///
    /// # Errors
    /// What the store says; a mistake in the template is in the answer.
    pub fn try_template(
        &self,
        kind: ReceiptKind,
        text: &str,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<TemplateTrial, AppError> {
        let (paper, is_sample) = match self.latest(kind)? {
            Some(of) => (self.paper(&of)?, false),
            None => (self.sample_paper(kind)?, true),
        };
        let Rendered { receipt, problem } = self.laid_out(&paper, Some(text), labels, rtl)?;
        // A made-up document is of a made-up company; the logo on it is this one's all the same.
        let logo = self.logo_on_screen(&receipt, &self.company().company)?;
        Ok(TemplateTrial { receipt, problem, is_sample, logo })
    }

    /// Keeps a template of the rep's own in this profile. A broken one is kept too: the built-in one
    /// prints until it is mended. One without a word, and one that says what would print without it, is none.
    ///
    /// # Errors
    /// [`AppError::Receipt`] for one that is too long, or what the store says.
    pub fn save_receipt_template(&self, kind: ReceiptKind, text: &str) -> Result<(), AppError> {
        if text.len() > MAX_TEMPLATE {
            return Err(ReceiptError::TemplateTooLong.into());
        }
        let behind = self.receipt_template(kind)?.behind;
        let is_own = !text.trim().is_empty() && text.trim() != behind.trim();
        let own = is_own.then_some(text);
        Ok(self.inner.store.set_setting(setting(kind), &own).wait()?)
    }

    /// Gives the rep's own template up: the office's prints, or the built-in one.
    ///
    /// # Errors
    /// What the store says.
    pub fn drop_receipt_template(&self, kind: ReceiptKind) -> Result<(), AppError> {
        Ok(self.inner.store.set_setting(setting(kind), &None::<&str>).wait()?)
    }

    /// The template that prints; none where it is the built-in one.
    pub(super) fn template_in_use(&self, kind: ReceiptKind) -> Result<Option<String>, AppError> {
        let found = self.receipt_template(kind)?;
        Ok((found.from != TemplateFrom::BuiltIn).then_some(found.text))
    }

    /// The last document of a kind on this phone.
    fn latest(&self, kind: ReceiptKind) -> Result<Option<ReceiptOf>, AppError> {
        let store = &self.inner.store;
        let today = self.today();
        let last_order = || store.orders(&OrderQuery { limit: 1, ..OrderQuery::default() });
        Ok(match kind {
            ReceiptKind::Order => {
                last_order()?.rows.first().map(|row| ReceiptOf::Order(row.uid.to_string()))
            }
            ReceiptKind::Visit => {
                let visits = store.visits_of_day(today)?;
                visits.last().map(|visit| ReceiptOf::Visit(visit.uid.to_string()))
            }
            ReceiptKind::Task => {
                self.tasks()?.into_iter().next().map(|task| ReceiptOf::Task(task.name))
            }
            ReceiptKind::Day => last_order()?.rows.first().map(|row| ReceiptOf::Day(row.local_day)),
        })
    }

    fn sample_paper(&self, kind: ReceiptKind) -> Result<Paper, AppError> {
        let sample = sample();
        let part = |name: &str| sample.get(name).cloned().unwrap_or(Value::Null);
        let currency = part(kind.name());
        let currency = currency.get("currency").and_then(Value::as_str).unwrap_or("EUR");
        let format: ReceiptFormat = self.receipt_format(currency)?;
        Ok(Paper {
            company: part("company"),
            customer: part("customer"),
            receipt_no: if kind == ReceiptKind::Order {
                "VAN3-00042".into()
            } else {
                String::new()
            },
            format,
            ..self.company_paper(kind, part(kind.name()))?
        })
    }
}
