//! Looking after the journal when a store opens.

use std::collections::HashSet;

use rusqlite::{Connection, Row};
use satchel_domain::ids::OrderUid;

use super::journal::{Contents, Journal, Record};
use super::writer::Desk;
use crate::error::{StoreError, bad};
use crate::orders::{OrderDetail, OrderToPlace};
use crate::orders::{list, outbox};
use crate::sql::{first, get, rows};

/// Rewriting is worth it from this many records that are no longer needed.
const WORTH_REWRITING: usize = 200;

/// Makes journal and database agree: what never committed is voided, what is missing is added, and
/// what is settled goes once there is much of it.
///
/// # Errors
/// [`StoreError`]; both are then as they were, or closer to each other.
pub(crate) fn journal(desk: &mut Desk, contents: Contents) -> Result<(), StoreError> {
    let unsent = unsent_uids(&desk.connection)?;
    let known: HashSet<String> = contents.records.iter().filter_map(Record::uid).collect();
    let settled = settled_uids(&contents.records);
    for uid in known.difference(&settled).filter(|uid| !unsent.contains(*uid)) {
        let uid = uid.clone();
        let committed = outbox::exists(&desk.connection, &uid)?;
        let record = if committed { Record::Settled { uid } } else { Record::Void { uid } };
        desk.journal.append(&record)?;
    }
    // A journal that was lost is written anew from the database.
    for uid in unsent.iter().filter(|uid| !known.contains(*uid)) {
        if let Some(record) = order_record(&desk.connection, uid)? {
            desk.journal.append(&record)?;
        }
    }
    let useless = contents.records.iter().filter(|record| match record.uid() {
        Some(uid) => !unsent.contains(&uid),
        None => true,
    });
    if known.is_empty() || useless.count() >= WORTH_REWRITING || contents.lost > 0 {
        rewrite(&mut desk.journal, &desk.connection, contents.records, &unsent)?;
    }
    Ok(())
}

/// The uids of records that need not be salvaged any more.
pub(crate) fn settled_uids(records: &[Record]) -> HashSet<String> {
    let settled = |record: &Record| match record {
        Record::Settled { uid } | Record::Void { uid } => Some(uid.clone()),
        _ => None,
    };
    records.iter().filter_map(settled).collect()
}

fn rewrite(
    journal: &mut Journal,
    connection: &Connection,
    records: Vec<Record>,
    unsent: &HashSet<String>,
) -> Result<(), StoreError> {
    let mut kept = counters(connection)?;
    let mut seen = HashSet::new();
    for record in records {
        if record.uid().is_some_and(|uid| unsent.contains(&uid) && seen.insert(uid)) {
            kept.push(record);
        }
    }
    for uid in unsent.difference(&seen) {
        kept.extend(order_record(connection, uid)?);
    }
    journal.rewrite(&kept)
}

/// The next number of every device that ever gave one.
fn counters(connection: &Connection) -> Result<Vec<Record>, StoreError> {
    rows!(connection, "SELECT device, next FROM receipt_counter", [], |row: &Row<'_>| {
        let device: String = get(row, "device")?;
        Ok::<_, StoreError>(Record::Counter {
            device: device.parse().map_err(|_| bad("device"))?,
            next: get(row, "next")?,
        })
    })
}

fn unsent_uids(connection: &Connection) -> Result<HashSet<String>, StoreError> {
    let found: Vec<String> = rows!(
        connection,
        "SELECT uid FROM outbox WHERE state IN ('waiting', 'sending', 'unknown', 'parked')",
        [],
        |row: &Row<'_>| get(row, "uid")
    )?;
    Ok(found.into_iter().collect())
}

/// The record of a placed order, from the database; nothing for other documents.
fn order_record(connection: &Connection, uid: &str) -> Result<Option<Record>, StoreError> {
    let Ok(order_uid) = uid.parse::<OrderUid>() else { return Ok(None) };
    let payload: Option<String> = first!(
        connection,
        "SELECT payload FROM outbox WHERE uid = ?1 AND kind = 'sales_order'",
        [uid],
        |row: &Row<'_>| get(row, "payload")
    )?;
    let (Some(payload), Some(detail)) = (payload, list::detail(connection, order_uid)?) else {
        return Ok(None);
    };
    let number = detail.row.receipt_number.clone();
    Ok(Some(Record::Order { number, order: Box::new(as_placed(detail, payload)) }))
}

fn as_placed(detail: OrderDetail, payload: String) -> OrderToPlace {
    OrderToPlace {
        uid: detail.row.uid,
        customer: detail.row.customer,
        customer_name: detail.row.customer_name,
        company: detail.company,
        transaction_date: detail.transaction_date,
        delivery_date: detail.row.delivery_date,
        totals: detail.row.totals,
        provisional: detail.row.provisional,
        lines: detail.lines,
        note: detail.note,
        entry: detail.entry,
        priced: detail.priced,
        payload,
        captured: detail.captured,
        signature: detail.signature,
        copied_from: None,
    }
}
