//! Looking after the journal when a store opens.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Row};
use satchel_domain::ids::OrderUid;

use super::journal::{Contents, Journal, Record};
use super::remade;
use super::writer::Desk;
use crate::error::{StoreError, bad};
use crate::field_work::{chain, visits};
use crate::outbox;
use crate::sql::{get, rows};

/// Rewriting is worth it from this many records that are no longer needed.
const WORTH_REWRITING: usize = 200;

/// Makes journal and database agree: what never committed is voided, what is missing is added, and
/// what is settled goes once there is much of it.
///
/// # Errors
/// [`StoreError`]; both are then as they were, or closer to each other.
pub(crate) fn journal(desk: &mut Desk, contents: Contents) -> Result<(), StoreError> {
    let (unsent, open) = (unsent(&desk.connection)?, visits::going_on(&desk.connection)?);
    // A signature and a submit are parts of their order, whose uid theirs begins with.
    let parts = unsent.iter().filter(|(uid, subject)| uid.starts_with(subject.as_str()));
    let whole = parts.map(|(_, subject)| subject.as_str());
    let waits: HashSet<&str> = unsent.iter().map(|(uid, _)| uid.as_str()).chain(whole).collect();
    // The end of a visit needs its beginning, an address its customer; a visit that goes on has nothing
    // but its beginning, whether or not that was sent.
    let subjects = unsent.iter().map(|(_, subject)| subject.as_str());
    let begun: Vec<String> = open.iter().map(|(uid, _)| uid.to_string()).collect();
    let begun = begun.iter().map(String::as_str);
    let needed_uids: HashSet<&str> =
        waits.iter().copied().chain(subjects).chain(begun.clone()).collect();
    let known: HashSet<String> = contents.records.iter().flat_map(Record::uids).collect();
    let settled = settled_uids(&contents.records);
    for uid in known.difference(&settled).filter(|uid| !waits.contains(uid.as_str())) {
        let uid = uid.clone();
        let committed = outbox::exists(&desk.connection, &uid)?;
        let record = if committed { Record::Settled { uid } } else { Record::Void { uid } };
        desk.journal.append(&record)?;
    }
    let needed = |record: &Record| match record {
        // A beginning without its end would count as a visit that goes on.
        Record::CheckOut { visit } if needed_uids.contains(visit.visit.to_string().as_str()) => {
            true
        }
        record => record.uids().iter().any(|uid| needed_uids.contains(uid.as_str())),
    };
    let waiting: Vec<&str> = unsent.iter().map(|(uid, _)| uid.as_str()).chain(begun).collect();
    let useless = contents.records.iter().filter(|record| !needed(record)).count();
    if known.is_empty() || useless >= WORTH_REWRITING || contents.lost > 0 {
        let kept = contents.records.into_iter().filter(needed).collect();
        return rewrite(&mut desk.journal, &desk.connection, kept, &waiting, &open);
    }
    let noted = last_notes(&contents.records);
    for record in missing(&desk.connection, &waiting, known)? {
        desk.journal.append(&record)?;
    }
    for (visit, note) in open {
        if noted.get(&visit).copied().unwrap_or_default() != note {
            desk.journal.append(&Record::Note { visit, note })?;
        }
    }
    Ok(())
}

/// The last note of each visit the journal has one of.
fn last_notes(records: &[Record]) -> HashMap<OrderUid, &str> {
    let note = |record| match record {
        &Record::Note { visit, ref note } => Some((visit, note.as_str())),
        _ => None,
    };
    records.iter().filter_map(note).collect()
}

/// The records, made again from the database, of what waits or goes on and is not among `known`.
fn missing(
    connection: &Connection,
    waiting: &[&str],
    mut known: HashSet<String>,
) -> Result<Vec<Record>, StoreError> {
    let mut made = Vec::new();
    for uid in waiting {
        if known.contains(*uid) {
            continue;
        }
        if let Some(record) = remade::record(connection, uid)? {
            known.extend(record.uids());
            made.push(record);
        }
    }
    Ok(made)
}

/// The uids of records that need not be salvaged any more.
pub(crate) fn settled_uids(records: &[Record]) -> HashSet<String> {
    let settled = |record: &Record| match record {
        Record::Settled { uid } | Record::Void { uid } => Some(uid.clone()),
        _ => None,
    };
    records.iter().filter_map(settled).collect()
}

/// Writes the journal anew: the counters, the last links of visits, the first record of each document in
/// `records`, what is missing among them, and the notes of the visits that go on.
fn rewrite(
    journal: &mut Journal,
    connection: &Connection,
    records: Vec<Record>,
    waiting: &[&str],
    open: &[(OrderUid, String)],
) -> Result<(), StoreError> {
    let mut kept = counters(connection)?;
    kept.extend(chain::last_links(connection)?);
    let mut seen = HashSet::new();
    for record in records {
        let uids = record.uids();
        if uids.iter().any(|uid| !seen.contains(uid)) {
            seen.extend(uids);
            kept.push(record);
        }
    }
    kept.extend(missing(connection, waiting, seen)?);
    let notes = open.iter().filter(|(_, note)| !note.is_empty());
    kept.extend(notes.map(|(visit, note)| Record::Note { visit: *visit, note: note.clone() }));
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

/// What waits to be sent with what it belongs to, by their uids, in the order it was saved.
fn unsent(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    rows!(
        connection,
        "SELECT uid, subject FROM outbox WHERE state NOT IN ('done', 'withdrawn')
         ORDER BY seq",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "uid")?, get(row, "subject")?))
    )
}
