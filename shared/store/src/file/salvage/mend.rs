//! Making what was copied whole again: orders from the journal, numbers that never go back.

use std::collections::HashSet;

use rusqlite::{Connection, Row, Transaction, params};
use satchel_domain::ids::{DeviceCode, OrderUid, ReceiptNumber};
use satchel_domain::orders::OrderEvent;

use super::SalvageReport;
use crate::customers::create;
use crate::error::StoreError;
use crate::field_work::{chain, visits};
use crate::file::journal::Record;
use crate::file::tend::settled_uids;
use crate::orders::{OrderToPlace, place, promises, timeline};
use crate::settings;
use crate::sql::{first, get, rows, run};

/// Tables without which the copied counters are not certain.
const COUNTER_TABLES: [&str; 2] = ["sqlite_schema", "receipt_counter"];

/// Puts back what the journal has and the copy has not, sets the counters, and counts what is safe.
pub(crate) fn documents(
    connection: &mut Connection,
    records: &[Record],
    report: &mut SalvageReport,
) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    put_back_links(&transaction, records)?;
    for record in unsettled(records) {
        put_back(&transaction, record, report)?;
    }
    put_back_notes(&transaction, records)?;
    give_up_fragments(&transaction, report)?;
    relink(&transaction)?;
    promises::count_anew(&transaction)?;
    set_counters(&transaction, records)?;
    // A counter that was copied is right; so is a journal that has been there from the start.
    let copied = !report.torn_tables.iter().any(|table| COUNTER_TABLES.contains(&table.as_str()));
    let journalled = report.lost_journal_frames == 0
        && records.iter().any(|record| matches!(record, Record::Counter { .. }));
    report.numbering_certain = choose_code(&transaction, records, copied || journalled)?;
    count(&transaction, report)?;
    transaction.commit()?;
    Ok(())
}

/// The records of which something is still to be sent, and the beginnings of visits that go on; each
/// document once, ends of visits last: they change the row their beginning makes. What the server has of them already it knows by its uid.
fn unsettled(records: &[Record]) -> Vec<&Record> {
    let settled = settled_uids(records);
    let mut open: HashSet<String> = going_on(records).collect();
    for record in records {
        let waiting = record.uids().into_iter().filter(|uid| !settled.contains(uid));
        for uid in waiting {
            if let Record::CheckOut { visit } = record {
                open.insert(visit.visit.to_string());
            }
            open.insert(uid);
        }
    }
    let mut seen = HashSet::new();
    let mut found: Vec<&Record> = Vec::new();
    for record in records {
        let uids = record.uids();
        let first = uids.iter().any(|uid| !seen.contains(uid));
        if first && uids.iter().any(|uid| open.contains(uid)) {
            seen.extend(uids);
            found.push(record);
        }
    }
    found.sort_by_key(|record| matches!(record, Record::CheckOut { .. }));
    found
}

fn put_back(
    transaction: &Transaction<'_>,
    record: &Record,
    report: &mut SalvageReport,
) -> Result<(), StoreError> {
    match record {
        Record::Order { number, order } => {
            if !is_whole(transaction, order)? {
                put_back_order(transaction, number, order)?;
                report.orders_from_journal = report.orders_from_journal.saturating_add(1);
            }
            Ok(())
        }
        Record::Customer { new } => ignore_refusal(create::create(transaction, new)),
        Record::CheckIn { visit } => ignore_refusal(visits::check_in(transaction, visit)),
        Record::CheckOut { visit } => ignore_refusal(visits::check_out(transaction, visit)),
        // Notes come after all of them.
        Record::Note { .. }
        | Record::Settled { .. }
        | Record::Void { .. }
        | Record::Counter { .. }
        | Record::Linked { .. } => Ok(()),
    }
}

/// The last note of each visit that goes on; one that has ended was ended with its note.
fn put_back_notes(transaction: &Transaction<'_>, records: &[Record]) -> Result<(), StoreError> {
    for record in records {
        if let Record::Note { visit, note } = record {
            visits::write_note(transaction, *visit, note)?;
        }
    }
    Ok(())
}

/// The beginnings of visits whose end the journal does not know: they go on, though the server may have
/// them already.
fn going_on(records: &[Record]) -> impl Iterator<Item = String> {
    let void = void_uids(records);
    let ended = |record: &Record| match record {
        Record::CheckOut { visit } if !void.contains(visit.uid.to_string().as_str()) => {
            Some(visit.visit)
        }
        _ => None,
    };
    let ended: HashSet<OrderUid> = records.iter().filter_map(ended).collect();
    let begun = records.iter().filter_map(|record| match record {
        Record::CheckIn { visit } => Some(visit.uid),
        _ => None,
    });
    let begun = begun.filter(|uid| !ended.contains(uid)).map(|uid| uid.to_string());
    begun.filter(|uid| !void.contains(uid.as_str())).collect::<Vec<_>>().into_iter()
}

/// The chain of visits goes on after the last link known, of what was sent long ago as well.
fn put_back_links(transaction: &Transaction<'_>, records: &[Record]) -> Result<(), StoreError> {
    let void = void_uids(records);
    for record in records {
        let was_made = record.uids().iter().all(|uid| !void.contains(uid.as_str()));
        if let Some(link) = record.link().filter(|_| was_made) {
            ignore_refusal(chain::keep(transaction, link))?;
        }
    }
    Ok(())
}

/// The idempotency keys of what was never committed.
fn void_uids(records: &[Record]) -> HashSet<&str> {
    records
        .iter()
        .filter_map(|record| match record {
            Record::Void { uid } => Some(uid.as_str()),
            _ => None,
        })
        .collect()
}

/// One document that does not fit what was copied must not cost the others.
fn ignore_refusal<T>(made: Result<T, StoreError>) -> Result<(), StoreError> {
    match made {
        Ok(_) | Err(StoreError::NotFound { .. } | StoreError::BadInput { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether row, content, lines and outbox row of an order were all copied.
fn is_whole(transaction: &Transaction<'_>, order: &OrderToPlace) -> Result<bool, StoreError> {
    let uid = order.uid.to_string();
    let found: Option<bool> = first!(
        transaction,
        "SELECT 1 AS whole FROM sales_order o
         JOIN sales_order_document d ON d.id = o.id
         JOIN outbox b ON b.uid = o.uid
         WHERE o.uid = ?1 AND iif(json_valid(d.lines), json_array_length(d.lines), -1) = ?2",
        params![uid, i64::try_from(order.lines.len()).unwrap_or(i64::MAX)],
        |row: &Row<'_>| get(row, "whole")
    )?;
    Ok(found.is_some())
}

/// Takes the fragments of an order away and places it again under its own number.
fn put_back_order(
    transaction: &Transaction<'_>,
    number: &ReceiptNumber,
    order: &OrderToPlace,
) -> Result<(), StoreError> {
    let uid = order.uid.to_string();
    let number_text = number.to_string();
    for sql in [
        "DELETE FROM sales_order_event WHERE order_id IN (SELECT id FROM sales_order WHERE uid = ?1)",
        "DELETE FROM sales_order_document WHERE id IN (SELECT id FROM sales_order WHERE uid = ?1)",
        "DELETE FROM sales_order WHERE uid = ?1",
        // The order's own row and its signature's come anew; photos added to it stay, and are linked
        // to it again below.
        "DELETE FROM outbox_dependency
         WHERE seq IN (SELECT seq FROM outbox WHERE uid IN (?1, ?1 || ':signature'))
            OR needs IN (SELECT seq FROM outbox WHERE uid IN (?1, ?1 || ':signature'))",
        "DELETE FROM outbox WHERE uid IN (?1, ?1 || ':signature')",
    ] {
        run!(transaction, sql, [&uid])?;
    }
    // A torn row may hold the number under a uid that is not its own.
    run!(
        transaction,
        "UPDATE sales_order SET receipt_number = 'torn-' || id WHERE receipt_number = ?1",
        [&number_text]
    )?;
    // Orders whose lines or content lost their row have ids of their own; the new row must not meet
    // them.
    run!(
        transaction,
        "INSERT OR REPLACE INTO sqlite_sequence(name, seq) SELECT 'sales_order', max(
           coalesce((SELECT max(id) FROM sales_order), 0),
           coalesce((SELECT max(id) FROM sales_order_document), 0),
           coalesce((SELECT max(order_id) FROM sales_order_event), 0))",
        []
    )?;
    place::insert(transaction, order, number)?;
    let id = transaction
        .prepare_cached("SELECT id FROM sales_order WHERE uid = ?1")?
        .query_row([&uid], |row| row.get(0))?;
    let captured = &order.captured;
    timeline::add(transaction, id, captured.utc, captured.offset_minutes, &OrderEvent::Salvaged)
}

/// Rows without the row they belong to are taken out; orders without their content need a hand.
fn give_up_fragments(
    transaction: &Transaction<'_>,
    report: &mut SalvageReport,
) -> Result<(), StoreError> {
    transaction.execute_batch(
        "DELETE FROM sales_order_event WHERE order_id NOT IN (SELECT id FROM sales_order);
         DELETE FROM sales_order_document WHERE id NOT IN (SELECT id FROM sales_order);
         DELETE FROM party_link WHERE document_id NOT IN (SELECT id FROM party_document);
         DELETE FROM outbox_dependency WHERE seq NOT IN (SELECT seq FROM outbox)
           OR needs NOT IN (SELECT seq FROM outbox);
         INSERT OR IGNORE INTO sales_order_document(id) SELECT id FROM sales_order
           WHERE id NOT IN (SELECT id FROM sales_order_document);",
    )?;
    let incomplete: Vec<String> = rows!(
        transaction,
        "UPDATE sales_order SET state = 'needs_hand'
         WHERE state IN ('waiting', 'sending', 'checking') AND (
           uid NOT IN (SELECT uid FROM outbox)
           OR line_count <> (SELECT iif(json_valid(d.lines), json_array_length(d.lines), -1)
                             FROM sales_order_document d WHERE d.id = sales_order.id))
         RETURNING uid",
        [],
        |row: &Row<'_>| get(row, "uid")
    )?;
    for uid in &incomplete {
        run!(transaction, "UPDATE outbox SET state = 'parked' WHERE uid = ?1", [uid])?;
    }
    report.incomplete_orders = u32::try_from(incomplete.len()).unwrap_or(u32::MAX);
    Ok(())
}

/// Rows that came back got new places in the queue; what waits for them must know.
fn relink(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute_batch(
        "INSERT OR IGNORE INTO outbox_dependency(seq, needs)
         SELECT b.seq, c.seq FROM outbox b
         JOIN sales_order o ON o.uid = b.uid
         JOIN outbox c ON o.customer = 'local:' || c.subject
         WHERE c.state <> 'done' AND c.seq <> b.seq;
         INSERT OR IGNORE INTO outbox_dependency(seq, needs)
         SELECT b.seq, c.seq FROM outbox b
         JOIN visit v ON v.uid = b.uid
         JOIN outbox c ON v.customer = 'local:' || c.subject AND c.kind = 'customer'
         WHERE c.state <> 'done';
         INSERT OR IGNORE INTO outbox_dependency(seq, needs)
         SELECT b.seq, c.seq FROM outbox b JOIN outbox c ON c.subject = b.subject
         WHERE c.state <> 'done' AND (
           (b.kind IN ('address', 'contact') AND c.kind = 'customer')
           OR (b.kind = 'check_out' AND c.kind = 'check_in')
           OR (b.kind IN ('submit', 'attachment') AND c.uid = b.subject));",
    )?;
    Ok(())
}

/// Sets each counter past every number known to have been given.
fn set_counters(transaction: &Transaction<'_>, records: &[Record]) -> Result<(), StoreError> {
    let numbers: Vec<String> =
        rows!(transaction, "SELECT receipt_number FROM sales_order", [], |row: &Row<'_>| get(
            row,
            "receipt_number"
        ))?;
    let given = numbers
        .iter()
        .filter_map(|text| text.parse::<ReceiptNumber>().ok())
        .map(|number| (number.device().clone(), number.number().saturating_add(1)));
    let void = void_uids(records);
    let journalled = records.iter().filter_map(|record| match record {
        Record::Order { number, order } if !void.contains(order.uid.to_string().as_str()) => {
            Some((number.device().clone(), number.number().saturating_add(1)))
        }
        Record::Counter { device, next } => Some((device.clone(), *next)),
        _ => None,
    });
    for (device, next) in given.chain(journalled) {
        run!(
            transaction,
            "INSERT INTO receipt_counter(device, next) VALUES(?1, ?2)
             ON CONFLICT(device) DO UPDATE SET next = max(next, excluded.next)",
            params![device.as_str(), next]
        )?;
    }
    Ok(())
}

/// Keeps the device code where its counter is certain, takes it from the journal where only that has
/// it, and leaves none otherwise. Whether numbers go on.
fn choose_code(
    transaction: &Transaction<'_>,
    records: &[Record],
    counter_certain: bool,
) -> Result<bool, StoreError> {
    let code = match settings::device_code(transaction) {
        Ok(code) => Some(code),
        Err(StoreError::NoDeviceCode | StoreError::BadInput { .. }) => last_code(records),
        Err(error) => return Err(error),
    };
    match code {
        Some(code) if counter_certain => {
            settings::use_device_code(transaction, &code)?;
            Ok(true)
        }
        _ => {
            settings::forget_device_code(transaction)?;
            Ok(false)
        }
    }
}

/// The last code the journal saw in use.
fn last_code(records: &[Record]) -> Option<DeviceCode> {
    records.iter().rev().find_map(|record| match record {
        Record::Order { number, .. } => Some(number.device().clone()),
        Record::Counter { device, .. } => Some(device.clone()),
        _ => None,
    })
}

fn count(transaction: &Transaction<'_>, report: &mut SalvageReport) -> Result<(), StoreError> {
    let number = |sql: &str| -> Result<u32, StoreError> {
        transaction.query_row(sql, [], |row| row.get(0)).map_err(StoreError::from)
    };
    report.unsent_orders = number(
        "SELECT count(*) FROM outbox WHERE kind = 'sales_order'
           AND state NOT IN ('done', 'withdrawn')",
    )?;
    report.other_unsent_documents = number(
        "SELECT count(*) FROM outbox WHERE kind <> 'sales_order'
           AND state NOT IN ('done', 'withdrawn')",
    )?;
    report.drafts = number("SELECT count(*) FROM draft WHERE trashed_ms = 0")?;
    report.items = number("SELECT count(*) FROM item WHERE sellable = 1")?;
    Ok(())
}
