//! The chain of visits: sealed in the transaction that saves the check-in or check-out, and never changed
//! afterwards.

use rusqlite::{Connection, Row, Transaction, params};
use satchel_domain::ids::OrderUid;
use satchel_domain::visits::{Break, Evidence, Link, Moment, check_chain, seal};

use super::types::{SealedVisit, VisitRow};
use super::visits;
use crate::error::{StoreError, bad};
use crate::file::journal::Record;
use crate::settings;
use crate::sql::{first, get, rows, run};
use crate::store::Store;

impl Store {
    /// What is sealed of a visit, and whether it still fits what is kept of it and the link before it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn sealed_visit(&self, visit: OrderUid) -> Result<SealedVisit, StoreError> {
        self.read(|connection| {
            let uid = visit.to_string();
            let links = of_visit(connection, &uid)?;
            let kept = visits::of(connection, &uid)?;
            let around = with_ones_before(connection, &uid)?;
            let broken = broken(&links, &around, &uid, kept.as_ref());
            Ok(SealedVisit { links, broken })
        })
    }

    /// Every link there is, by device code and number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn visit_links(&self) -> Result<Vec<Link>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT evidence, hash FROM visit_link ORDER BY device, number",
                [],
                link
            )
        })
    }
}

/// Seals what is told as the next link of this phone, and keeps it.
pub(crate) fn append(
    transaction: &Transaction<'_>,
    mut evidence: Evidence,
) -> Result<Link, StoreError> {
    evidence.device = device(transaction)?;
    let link = seal(last(transaction, &evidence.device)?.as_ref(), evidence).ok_or(bad("link"))?;
    keep(transaction, &link)?;
    Ok(link)
}

/// Keeps a link that was made before. One that is there already stays as it is.
pub(crate) fn keep(transaction: &Transaction<'_>, link: &Link) -> Result<(), StoreError> {
    let evidence = link.read().ok_or(bad("link"))?;
    let number = i64::try_from(evidence.number).map_err(|_| bad("link"))?;
    run!(
        transaction,
        "INSERT INTO visit_link(device, number, visit, evidence, hash) VALUES(?1, ?2, ?3, ?4, ?5)
         ON CONFLICT(device, number) DO NOTHING",
        params![evidence.device, number, evidence.visit, link.evidence, link.hash]
    )?;
    Ok(())
}

/// The link of one end of a visit.
pub(crate) fn of_end(
    connection: &Connection,
    visit: &str,
    moment: Moment,
) -> Result<Option<Link>, StoreError> {
    let links = of_visit(connection, visit)?;
    let is_it = |link: &Link| link.read().is_some_and(|evidence| evidence.moment == moment);
    Ok(links.into_iter().find(is_it))
}

/// The last link of every device code, for the journal: should the database be lost, the chain goes on.
pub(crate) fn last_links(connection: &Connection) -> Result<Vec<Record>, StoreError> {
    rows!(
        connection,
        "SELECT evidence, hash FROM visit_link AS l
         WHERE number = (SELECT max(number) FROM visit_link WHERE device = l.device)",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>(Record::Linked { link: link(row)? })
    )
}

/// The device code of this phone; a phone that has none yet seals under none.
fn device(connection: &Connection) -> Result<String, StoreError> {
    match settings::device_code(connection) {
        Ok(code) => Ok(code.as_str().to_owned()),
        Err(StoreError::NoDeviceCode) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

fn last(connection: &Connection, device: &str) -> Result<Option<Link>, StoreError> {
    first!(
        connection,
        "SELECT evidence, hash FROM visit_link WHERE device = ?1 ORDER BY number DESC LIMIT 1",
        [device],
        link
    )
}

fn of_visit(connection: &Connection, visit: &str) -> Result<Vec<Link>, StoreError> {
    rows!(
        connection,
        "SELECT evidence, hash FROM visit_link WHERE visit = ?1 ORDER BY number",
        [visit],
        link
    )
}

/// The links of a visit, those between them, and the one before.
fn with_ones_before(connection: &Connection, visit: &str) -> Result<Vec<Link>, StoreError> {
    rows!(
        connection,
        "SELECT l.evidence, l.hash FROM visit_link AS l
         JOIN (SELECT device, min(number) AS low, max(number) AS high FROM visit_link
               WHERE visit = ?1 GROUP BY device) AS own
           ON l.device = own.device AND l.number BETWEEN own.low - 1 AND own.high
         ORDER BY l.device, l.number",
        [visit],
        link
    )
}

fn link(row: &Row<'_>) -> Result<Link, StoreError> {
    Ok(Link { evidence: get(row, "evidence")?, hash: get(row, "hash")? })
}

/// What is wrong with the links of a visit, with those around them, or with the row beside them.
fn broken(own: &[Link], around: &[Link], uid: &str, kept: Option<&VisitRow>) -> Option<Break> {
    let told: Vec<Evidence> = own
        .iter()
        .filter(|link| link.is_whole())
        .filter_map(Link::read)
        .filter(|evidence| evidence.visit == uid)
        .collect();
    let fits = match kept {
        Some(kept) => told.iter().all(|evidence| tells(evidence, kept)),
        None => told.is_empty(),
    };
    if told.len() < own.len() || !fits {
        return Some(Break::Changed);
    }
    let checked = check_chain(around);
    let first = checked.first().and_then(|(evidence, _)| evidence.as_ref());
    if first.is_some_and(|first| first.visit == uid && first.number > 1) {
        return Some(Break::Missing);
    }
    checked.into_iter().find_map(|(evidence, wrong)| {
        let is_own = evidence.is_some_and(|evidence| evidence.visit == uid);
        wrong.filter(|_| is_own)
    })
}

/// Whether a row says what is sealed of it. A customer made here is called otherwise later, and the note
/// of the check-in gives way to that of the check-out.
fn tells(evidence: &Evidence, kept: &VisitRow) -> bool {
    let mut captured = match evidence.moment {
        Moment::CheckIn => Some(kept.check_in.clone()),
        Moment::CheckOut => kept.check_out.clone(),
    };
    if let Some(captured) = captured.as_mut().filter(|_| evidence.moment == Moment::CheckIn) {
        // It came after the check-in was sealed, and is sealed with the check-out.
        captured.later = None;
    }
    let customer = kept.customer.as_ref().map(ToString::to_string).unwrap_or_default();
    let noted = match evidence.moment {
        // Written while the visit goes on, a note is sealed with its end.
        Moment::CheckIn => {
            kept.check_out.is_some() || evidence.note.is_empty() || evidence.note == kept.note
        }
        Moment::CheckOut => evidence.note == kept.note && evidence.better == kept.check_in.later,
    };
    noted
        && captured.as_ref() == Some(&evidence.captured)
        && (evidence.customer == customer || evidence.customer.starts_with("local:"))
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
