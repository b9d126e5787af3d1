//! What a pull brings, written with where the pull stands in one transaction.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::catalogue::put;
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::{get, rows, run};
use crate::store::Store;
use crate::{MasterDocument, PutReport};

/// A piece of a pull. All of it is kept, or nothing.
#[derive(Debug, Clone, Default)]
pub struct Pulled {
    /// Documents as the site has them now.
    pub documents: Vec<MasterDocument>,
    /// DocType and names of documents the site has no more, or shows no more.
    pub removed: Vec<(String, Vec<String>)>,
    /// What to remember: key, usually a DocType, and JSON ([`Store::sync_state`]).
    pub states: Vec<(String, String)>,
}

impl Store {
    /// Takes in a piece of a pull in one transaction. Documents with unsent local changes are
    /// merged field by field; what both sides changed differently stays the rep's and is noted.
    ///
    /// `today` decides which Item Prices make the list rate.
    pub fn apply_pulled(&self, pulled: Pulled, today: NaiveDate) -> Reply<PutReport> {
        self.write_masters(move |transaction, touched| {
            let report = put::put(transaction, pulled.documents, today, touched)?;
            for (doctype, names) in &pulled.removed {
                put::remove(transaction, doctype, names, touched)?;
            }
            for (key, state) in &pulled.states {
                set_state(transaction, key, state)?;
            }
            Ok(report)
        })
    }

    /// Everything the pull remembers, by key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn sync_states(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read(|connection| {
            let found = rows!(
                connection,
                "SELECT doctype, state FROM sync_state",
                [],
                |row: &rusqlite::Row<'_>| Ok::<_, StoreError>((
                    get(row, "doctype")?,
                    get(row, "state")?
                ))
            )?;
            Ok(found.into_iter().collect())
        })
    }

    /// What the pull remembers under a key, as JSON.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn sync_state(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| state(connection, key))
    }

    /// Remembers something about the pull of a doctype, as JSON.
    pub fn set_sync_state(&self, key: &str, state: String) -> Reply<()> {
        let key = key.to_owned();
        self.write(move |transaction| set_state(transaction, &key, &state))
    }
}

fn state(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT state FROM sync_state WHERE doctype = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(crate) fn set_state(
    transaction: &Transaction<'_>,
    key: &str,
    state: &str,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT INTO sync_state(doctype, state) VALUES(?1, ?2)
         ON CONFLICT(doctype) DO UPDATE SET state = excluded.state",
        params![key, state]
    )?;
    Ok(())
}
