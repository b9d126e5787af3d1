//! What goes to the office in the place of a document that is left to a supervisor: a text file with
//! the rep's note, the site's words and the document, on a page the office has. The site keeps comments
//! only of people who may read them (recording 155); a File takes a `satchel_uid`, so that it is there once.

use super::rows::words;
use crate::AppError;
use crate::session::company::text;
use crate::session::{Session, local_time};
use chrono::DateTime;
use satchel_domain::ids::CustomerKey;
use satchel_store::{OutboxKind, OutboxRow, OutboxState, Slip};
use serde_json::Value;
use std::fmt::Write;

/// The page a slip goes to: DocType, and `name` or `local:` and the uid of one made here.
type Page = (&'static str, String);

impl Session {
    /// Whether the office gets a note with a document that is left to a supervisor.
    pub(super) fn note_goes_along(&self, row: &OutboxRow) -> Result<bool, AppError> {
        Ok(self.page(row)?.is_some())
    }

    pub(super) fn slip(&self, row: &OutboxRow, note: &str) -> Result<Option<Slip>, AppError> {
        let Some((doctype, name)) = self.page(row)? else { return Ok(None) };
        let title = self.title_of(row)?;
        Ok(Some(Slip {
            uid: self.new_local_id()?.to_string(),
            file_name: format!("{}.txt", file_stem(row, &title)),
            content: self.written(row, &title, note).into_bytes(),
            doctype: doctype.to_owned(),
            name,
        }))
    }

    fn page(&self, row: &OutboxRow) -> Result<Option<Page>, AppError> {
        let payload: Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let page = match row.kind {
            OutboxKind::SalesOrder | OutboxKind::CheckIn => {
                customer_page(&text(&payload, "customer"))
            }
            OutboxKind::Address | OutboxKind::Contact => Some(("Customer", local(&row.subject))),
            OutboxKind::CheckOut => match self.inner.store.outbox_row_of(&row.subject)? {
                Some(visit) if visit.kind == OutboxKind::CheckIn => return self.page(&visit),
                _ => None,
            },
            OutboxKind::Submit => {
                let order = self.inner.store.outbox_row_of(&row.subject)?;
                order.map(|order| ("Sales Order", order.server_name))
            }
            OutboxKind::Event => first_participant(&payload),
            OutboxKind::Task => named("Project", text(&payload, "project")),
            OutboxKind::Timesheet => timed(&payload),
            OutboxKind::ChangeCustomer
            | OutboxKind::ChangeEvent
            | OutboxKind::ChangeTask
            | OutboxKind::DeleteEvent => {
                let key = row.subject.strip_prefix("server:").unwrap_or(&row.subject);
                Some((row.kind.doctype(), key.to_owned()))
            }
            OutboxKind::Customer | OutboxKind::Attachment => None,
        };
        let page = page.filter(|(_, name)| !name.is_empty());
        match page {
            Some((_, name)) if !self.will_be_there(&name)? => Ok(None),
            page => Ok(page),
        }
    }

    /// Whether the office has a page, or gets it by itself.
    fn will_be_there(&self, name: &str) -> Result<bool, AppError> {
        let Some(uid) = name.strip_prefix("local:") else { return Ok(true) };
        let row = self.inner.store.outbox_row_of(uid)?;
        Ok(row.is_some_and(|row| {
            !matches!(row.state, OutboxState::Parked | OutboxState::Handed | OutboxState::Withdrawn)
        }))
    }

    /// DocTypes and fields are called as ERPNext calls them: the office reads this, whatever language
    /// the phone speaks.
    fn written(&self, row: &OutboxRow, title: &str, note: &str) -> String {
        let payload: Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let made = DateTime::from_timestamp_millis(row.created_ms).unwrap_or_default();
        let made = local_time(made, self.now().offset_minutes);
        let mut out = format!("{} {title}\n{}\n", row.kind.doctype(), made.to_rfc3339());
        let customer = text(&payload, "customer");
        if customer.starts_with("local:") {
            let called = self.customer_called(&customer).unwrap_or_default();
            let _ = writeln!(out, "customer_name: {called}");
        }
        for words in [note, words(&row.last_answer).as_str()] {
            if !words.trim().is_empty() {
                let _ = write!(out, "\n{}\n", words.trim());
            }
        }
        out.push('\n');
        list(&payload, 0, &mut out);
        out
    }
}

fn customer_page(key: &str) -> Option<Page> {
    match key.parse().ok() {
        Some(CustomerKey::Server(name)) => Some(("Customer", name.to_string())),
        Some(CustomerKey::Local(id)) => Some(("Customer", local(&id.to_string()))),
        None => named("Customer", key.to_owned()),
    }
}

fn local(uid: &str) -> String {
    format!("local:{uid}")
}

fn named(doctype: &'static str, name: String) -> Option<Page> {
    (!name.is_empty()).then_some((doctype, name))
}

/// The first Customer among the participants of an Event.
fn first_participant(event: &Value) -> Option<Page> {
    let rows = event.get("event_participants")?.as_array()?;
    let customer = rows.iter().find(|row| text(row, "reference_doctype") == "Customer")?;
    customer_page(&text(customer, "reference_docname"))
}

/// What the first time log of a Timesheet is about.
fn timed(timesheet: &Value) -> Option<Page> {
    let log = timesheet.get("time_logs")?.as_array()?.first()?;
    named("Task", text(log, "task")).or_else(|| named("Project", text(log, "project")))
}

/// A file name the site takes and people recognise.
fn file_stem(row: &OutboxRow, title: &str) -> String {
    let word = if title.is_empty() { row.kind.doctype() } else { title };
    let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '-' };
    word.chars().take(60).map(plain).collect()
}

/// A line for each field, rows of tables set in.
fn list(value: &Value, depth: usize, out: &mut String) {
    let Value::Object(fields) = value else { return };
    let indent = "    ".repeat(depth);
    for (field, value) in fields {
        // Writing into a String does not fail.
        let _ = match value {
            Value::Null | Value::Object(_) => Ok(()),
            Value::Array(rows) => {
                let _ = writeln!(out, "{indent}{field}:");
                for row in rows {
                    list(row, depth + 1, out);
                    out.push('\n');
                }
                Ok(())
            }
            Value::String(text) if text.is_empty() => Ok(()),
            Value::String(text) => writeln!(out, "{indent}{field}: {text}"),
            other => writeln!(out, "{indent}{field}: {other}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_document_is_listed_field_by_field() {
        let order = json!({
            "customer": "Acme", "po_no": "", "discount_amount": 0, "nothing": null,
            "items": [{"item_code": "A", "qty": 2}, {"item_code": "B", "qty": 1.5}],
        });
        let mut out = String::new();
        list(&order, 0, &mut out);
        let rows = "items:\n    item_code: A\n    qty: 2\n\n    item_code: B\n    qty: 1.5\n\n";
        assert_eq!(out, format!("customer: Acme\ndiscount_amount: 0\n{rows}"));
    }

    #[test]
    fn pages_are_found_in_payloads() {
        let event = json!({"event_participants": [
            {"reference_doctype": "Lead", "reference_docname": "L"},
            {"reference_doctype": "Customer", "reference_docname": "Acme"},
        ]});
        assert_eq!(first_participant(&event), Some(("Customer", "Acme".into())));
        assert_eq!(first_participant(&json!({"event_participants": 3})), None);
        let hours = |log: Value| timed(&json!({"time_logs": [log]}));
        assert_eq!(hours(json!({"task": "T", "project": "P"})), Some(("Task", "T".into())));
        assert_eq!(hours(json!({"project": "P"})), Some(("Project", "P".into())));
        assert_eq!(hours(json!(1)), None);
    }

    proptest! {
        #[test]
        fn any_text_is_listed(field in ".{0,9}", text in ".{0,40}") {
            let mut out = String::new();
            list(&json!({ field: [{ "a": text.clone() }, text] }), 0, &mut out);
            prop_assert!(out.ends_with('\n'));
        }
    }
}
