//! Drafts: saved at each change, kept 30 days in the trash.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Row, params};
use satchel_domain::ids::OrderUid;

use super::types::Draft;
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::{check_json, decimal, first, get, moment, optional, parsed, rows, run};
use crate::store::Store;

/// How long a discarded draft can be brought back.
const TRASH_DAYS: i64 = 30;

const COLUMNS: &str = "uid, customer, customer_name, currency, grand_total, line_count, note, \
                       entry, updated_ms";

impl Store {
    /// Saves a draft as it is now. The newest save wins; one that was placed meanwhile stays placed.
    pub fn save_draft(&self, draft: Draft) -> Reply<()> {
        self.write(move |transaction| {
            check_json(&draft.entry, "entry")?;
            decimal(&draft.grand_total, "grand_total")?;
            let uid = draft.uid.to_string();
            let placed: Option<bool> = first!(
                transaction,
                "SELECT 1 AS placed FROM sales_order WHERE uid = ?1",
                [&uid],
                |row| get(row, "placed")
            )?;
            if placed.is_some() {
                return Err(StoreError::NotAllowed { state: "placed" });
            }
            run!(
                transaction,
                "INSERT INTO draft(uid, customer, customer_name, currency, grand_total, line_count,
                                   note, entry, created_ms, updated_ms)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
                 ON CONFLICT(uid) DO UPDATE SET
                   customer = excluded.customer, customer_name = excluded.customer_name,
                   currency = excluded.currency, grand_total = excluded.grand_total,
                   line_count = excluded.line_count, note = excluded.note,
                   entry = excluded.entry, updated_ms = excluded.updated_ms, trashed_ms = 0",
                params![
                    uid,
                    draft.customer.map(|key| key.to_string()).unwrap_or_default(),
                    draft.customer_name,
                    draft.currency,
                    draft.grand_total,
                    draft.line_count,
                    draft.note,
                    draft.entry,
                    draft.updated_at.timestamp_millis(),
                ]
            )?;
            Ok(())
        })
    }

    /// The drafts, last changed first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.read(|connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM draft WHERE trashed_ms = 0 ORDER BY updated_ms DESC"
            );
            rows!(connection, &sql, [], draft)
        })
    }

    /// One draft, discarded or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn draft(&self, uid: OrderUid) -> Result<Option<Draft>, StoreError> {
        self.read(|connection| {
            let sql = format!("SELECT {COLUMNS} FROM draft WHERE uid = ?1");
            first!(connection, &sql, [uid.to_string()], draft)
        })
    }

    /// Puts a draft into the trash, and takes out for good what has been there for 30 days.
    pub fn discard_draft(&self, uid: OrderUid, now: DateTime<Utc>) -> Reply<()> {
        self.write(move |transaction| {
            // A clock set ahead must not empty the trash: drafts count as thrown away no earlier
            // than they were last changed, and one just thrown away is never among the old ones.
            let now_ms = now.timestamp_millis();
            let old_ms = (now - TimeDelta::days(TRASH_DAYS)).timestamp_millis();
            run!(
                transaction,
                "DELETE FROM draft WHERE trashed_ms > 0 AND trashed_ms < ?1 AND uid <> ?2",
                params![old_ms, uid.to_string()]
            )?;
            let found = run!(
                transaction,
                "UPDATE draft SET trashed_ms = max(?2, updated_ms, 1) WHERE uid = ?1",
                params![uid.to_string(), now_ms]
            )?;
            if found == 0 { Err(StoreError::NotFound { what: "draft" }) } else { Ok(()) }
        })
    }

    /// Takes a draft out of the trash.
    pub fn restore_draft(&self, uid: OrderUid) -> Reply<()> {
        self.write(move |transaction| {
            let found = run!(
                transaction,
                "UPDATE draft SET trashed_ms = 0 WHERE uid = ?1",
                [uid.to_string()]
            )?;
            if found == 0 { Err(StoreError::NotFound { what: "draft" }) } else { Ok(()) }
        })
    }

    /// The drafts in the trash, last thrown away first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn trashed_drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.read(|connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM draft WHERE trashed_ms > 0 ORDER BY trashed_ms DESC"
            );
            rows!(connection, &sql, [], draft)
        })
    }
}

pub(crate) fn draft(row: &Row<'_>) -> Result<Draft, StoreError> {
    Ok(Draft {
        uid: parsed(row, "uid")?,
        customer: optional(row, "customer")?,
        customer_name: get(row, "customer_name")?,
        currency: get(row, "currency")?,
        grand_total: get(row, "grand_total")?,
        line_count: get(row, "line_count")?,
        note: get(row, "note")?,
        entry: get(row, "entry")?,
        updated_at: moment(row, "updated_ms")?,
    })
}
