//! Events, Tasks and Timesheets made on the phone.

use chrono::{DateTime, Utc};
use rusqlite::Transaction;
use satchel_domain::ids::LocalId;

use super::change::{object, table};
use super::types::{ChangingDoctype, NewWork};
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind};
use crate::store::Store;

impl Store {
    /// Makes an Event, a Task or a Timesheet with its outbox row; its key. Twice with one uid is once.
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
            let text = serde_json::Value::Object(document).to_string();
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
    outbox::append(transaction, &row).map(|_| ())
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
