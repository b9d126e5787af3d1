//! Events, Tasks and Timesheets made on the phone.

use chrono::{DateTime, Utc};
use rusqlite::Transaction;
use satchel_domain::ids::LocalId;
use satchel_domain::merge::Fields;
use serde_json::Value;

use super::change::{object, table};
use super::types::{ChangingDoctype, NewWork};
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind};
use crate::store::Store;

impl Store {
    /// Makes an Event, a Task or a Timesheet with its outbox row; its key. It goes after the documents
    /// made here that it names. Twice with one uid is once.
    pub fn create_work(&self, new: NewWork) -> Reply<String> {
        self.write(move |transaction| {
            let key = format!("local:{}", new.uid());
            if outbox::exists(transaction, &new.uid().to_string())? {
                return Ok(key);
            }
            let (kind, shown) = match &new {
                NewWork::Event { .. } => (OutboxKind::Event, Some(ChangingDoctype::Event)),
                NewWork::Task { .. } => (OutboxKind::Task, Some(ChangingDoctype::Task)),
                NewWork::Timesheet { .. } => (OutboxKind::Timesheet, None),
            };
            let mut document = object(new.document(), "document")?;
            document.insert("satchel_uid".into(), new.uid().to_string().into());
            let text = Value::Object(document).to_string();
            if let Some(doctype) = shown {
                (table(doctype).write)(transaction, &key, &text)?;
            }
            append(transaction, kind, new.uid(), &text, new.at())?;
            Ok(key)
        })
    }
}

fn append(
    transaction: &Transaction<'_>,
    kind: OutboxKind,
    uid: LocalId,
    payload: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let uid = &uid.to_string();
    let created_ms = at.timestamp_millis();
    let row = NewRow { uid, kind, subject: uid, payload, replaces: "", created_ms };
    let seq = outbox::append(transaction, &row)?;
    // Whatever it names that was made here goes first.
    for named in named_here(&object(payload, "document")?) {
        outbox::needs_uid(transaction, seq, &named)?;
    }
    Ok(())
}

/// The local ids in the texts of a document, in its tables too.
fn named_here(fields: &Fields) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<&Value> = fields.values().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => {
                let id = text.strip_prefix("local:").filter(|id| id.parse::<LocalId>().is_ok());
                found.extend(id.map(str::to_owned));
            }
            Value::Array(rows) => open.extend(rows),
            Value::Object(fields) => open.extend(fields.values()),
            _ => {}
        }
    }
    found
}

impl NewWork {
    fn parts(&self) -> (LocalId, &str, DateTime<Utc>) {
        match self {
            Self::Event { uid, document, at }
            | Self::Task { uid, document, at }
            | Self::Timesheet { uid, document, at } => (*uid, document, *at),
        }
    }

    fn uid(&self) -> LocalId {
        self.parts().0
    }

    fn document(&self) -> &str {
        self.parts().1
    }

    fn at(&self) -> DateTime<Utc> {
        self.parts().2
    }
}
