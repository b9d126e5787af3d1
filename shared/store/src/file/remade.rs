//! Records of the journal made again from the database, for documents whose frame was lost.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{LocalId, OrderUid};
use satchel_domain::visits::Moment;

use super::journal::Record;
use crate::customers::{NewCustomer, NewPartyDocument, PlaceE7};
use crate::error::{StoreError, bad};
use crate::field_work::{CheckIn, CheckOut, chain, visits};
use crate::orders::list;
use crate::orders::{OrderDetail, OrderToPlace};
use crate::outbox::{OutboxKind, replaced};
use crate::sql::{first, get, moment};

/// The record of the document that the outbox row `uid` belongs to. Nothing for a row that is no
/// document of the journal, or whose document is not there whole.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn record(connection: &Connection, uid: &str) -> Result<Option<Record>, StoreError> {
    let Some(row) = OutboxRow::of(connection, uid)? else { return Ok(None) };
    match OutboxKind::ALL.into_iter().find(|kind| kind.as_str() == row.kind) {
        Some(OutboxKind::SalesOrder) => order(connection, row),
        Some(OutboxKind::Customer | OutboxKind::Address | OutboxKind::Contact) => {
            customer(connection, &row.subject)
        }
        Some(OutboxKind::CheckIn) => check_in(connection, row),
        Some(OutboxKind::CheckOut) => check_out(connection, row),
        _ => Ok(None),
    }
}

/// What a record needs of a row of the outbox.
struct OutboxRow {
    uid: String,
    kind: String,
    subject: String,
    payload: String,
    replaces: String,
    created: DateTime<Utc>,
}

impl OutboxRow {
    fn of(connection: &Connection, uid: &str) -> Result<Option<Self>, StoreError> {
        first!(
            connection,
            "SELECT uid, kind, subject, payload, replaces, created_ms FROM outbox WHERE uid = ?1",
            [uid],
            Self::read
        )
    }

    /// The row of a subject that is of a kind: the newest, which stands in the place of one that was
    /// mended.
    fn of_subject(
        connection: &Connection,
        subject: &str,
        kind: OutboxKind,
    ) -> Result<Option<Self>, StoreError> {
        first!(
            connection,
            "SELECT uid, kind, subject, payload, replaces, created_ms FROM outbox
             WHERE (uid = ?1 OR (subject = ?1 AND subject <> uid)) AND kind = ?2 ORDER BY seq DESC",
            params![subject, kind.as_str()],
            Self::read
        )
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            uid: get(row, "uid")?,
            kind: get(row, "kind")?,
            subject: get(row, "subject")?,
            payload: get(row, "payload")?,
            replaces: get(row, "replaces")?,
            created: moment(row, "created_ms")?,
        })
    }
}

fn order(connection: &Connection, row: OutboxRow) -> Result<Option<Record>, StoreError> {
    let uid: OrderUid = row.uid.parse().map_err(|_| bad("uid"))?;
    let Some(detail) = list::detail(connection, uid)? else { return Ok(None) };
    let number = detail.row.receipt_number.clone();
    Ok(Some(Record::Order { number, order: Box::new(as_placed(detail, row)) }))
}

fn as_placed(detail: OrderDetail, row: OutboxRow) -> OrderToPlace {
    let replaces = replaced(&row.replaces).filter_map(|uid| uid.parse().ok());
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
        payload: row.payload,
        captured: detail.captured,
        signature: detail.signature,
        copied_from: None,
        replaces: replaces.collect(),
    }
}

fn customer(connection: &Connection, subject: &str) -> Result<Option<Record>, StoreError> {
    let row = OutboxRow::of_subject(connection, subject, OutboxKind::Customer)?;
    let Some(row) = row else { return Ok(None) };
    let local_id: LocalId = row.uid.parse().map_err(|_| bad("uid"))?;
    let part = |kind| -> Result<Option<NewPartyDocument>, StoreError> {
        let Some(row) = OutboxRow::of_subject(connection, subject, kind)? else { return Ok(None) };
        let local_id = row.uid.parse().map_err(|_| bad("uid"))?;
        Ok(Some(NewPartyDocument { local_id, document: row.payload }))
    };
    let new = NewCustomer {
        local_id,
        address: part(OutboxKind::Address)?,
        contact: part(OutboxKind::Contact)?,
        place: place(connection, &format!("local:{local_id}"))?,
        document: row.payload,
        // Of how it was made the database keeps the moment alone.
        captured: CapturedAt {
            utc: row.created,
            offset_minutes: 0,
            monotonic_ms: 0,
            boot_id: String::new(),
            position: None,
            later: None,
            no_position: String::new(),
            server: None,
        },
    };
    Ok(Some(Record::Customer { new: Box::new(new) }))
}

fn place(connection: &Connection, key: &str) -> Result<Option<PlaceE7>, StoreError> {
    first!(
        connection,
        "SELECT latitude_e7, longitude_e7 FROM customer WHERE key = ?1 AND located = 1",
        [key],
        |row: &Row<'_>| Ok(PlaceE7 {
            latitude_e7: get(row, "latitude_e7")?,
            longitude_e7: get(row, "longitude_e7")?,
        })
    )
}

fn check_in(connection: &Connection, row: OutboxRow) -> Result<Option<Record>, StoreError> {
    let Some(visit) = visits::of(connection, &row.uid)? else { return Ok(None) };
    let visit = CheckIn {
        uid: visit.uid,
        customer: visit.customer,
        customer_name: visit.customer_name,
        event: visit.event,
        captured: visit.check_in,
        note: visit.note,
        // Told in the link and in the payload.
        site_time: String::new(),
        distance_m: None,
        payload: row.payload,
        link: chain::of_end(connection, &row.uid, Moment::CheckIn)?,
    };
    Ok(Some(Record::CheckIn { visit: Box::new(visit) }))
}

fn check_out(connection: &Connection, row: OutboxRow) -> Result<Option<Record>, StoreError> {
    let Some(visit) = visits::of(connection, &row.subject)? else { return Ok(None) };
    let Some(captured) = visit.check_out else { return Ok(None) };
    let visit = CheckOut {
        visit: visit.uid,
        uid: row.uid.parse().map_err(|_| bad("uid"))?,
        captured,
        note: visit.note,
        site_time: String::new(),
        distance_m: None,
        payload: row.payload,
        link: chain::of_end(connection, &row.subject, Moment::CheckOut)?,
    };
    Ok(Some(Record::CheckOut { visit: Box::new(visit) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::journal::{self, Journal};
    use crate::file::salvage::open_or_salvage;
    use crate::testing::{Opened, captured, customer_key, key, noon, opened, order, uid};
    use serde_json::json;

    fn local(n: u8) -> LocalId {
        LocalId::from_parts(1, [n; 10])
    }

    /// A customer with address and contact, an order for it, and a visit from beginning to end.
    fn day() -> Opened {
        let opened = opened();
        let part = |n, field: &str| {
            let document = json!({field: "Rua das Flores"}).to_string();
            Some(NewPartyDocument { local_id: local(n), document })
        };
        let new = NewCustomer {
            local_id: local(1),
            document: json!({"customer_name": "Novo", "territory": "Baixa"}).to_string(),
            address: part(2, "address_line1"),
            contact: part(3, "first_name"),
            place: Some(PlaceE7 { latitude_e7: 411_500_000, longitude_e7: -86_100_000 }),
            captured: captured(),
        };
        let customer = opened.store.create_customer(new).wait().unwrap();
        let mut placed = order(4);
        placed.customer = customer;
        opened.store.place(placed).wait().unwrap();
        let arrived = CheckIn {
            uid: uid(5),
            customer: Some(customer_key("CUST-1")),
            customer_name: "Padaria".into(),
            event: String::new(),
            captured: captured(),
            note: "here".into(),
            site_time: "2026-11-21 13:00:00".into(),
            distance_m: Some(12),
            link: None,
            payload: json!({"doctype": "Field Visit"}).to_string(),
        };
        opened.store.check_in(arrived).wait().unwrap();
        let left = CheckOut {
            visit: uid(5),
            uid: uid(6),
            captured: captured(),
            note: "sold".into(),
            site_time: "2026-11-21 13:30:00".into(),
            distance_m: None,
            link: None,
            payload: json!({"note": "sold"}).to_string(),
        };
        opened.store.check_out(left).wait().unwrap();
        opened
    }

    fn uids(opened: &Opened) -> Vec<String> {
        let contents = journal::read(&journal::path_for(&opened.path()), &key().journal).unwrap();
        let mut uids: Vec<String> = contents.records.iter().flat_map(Record::uids).collect();
        uids.sort();
        uids
    }

    /// Takes out of the journal what `lost` says, and opens the store again.
    fn reopened_without(opened: Opened, lost: impl Fn(&Record) -> bool) -> Opened {
        let path = journal::path_for(&opened.path());
        let Opened { store, dir } = opened;
        drop(store);
        let (mut journal, contents) = Journal::open(&path, &key().journal).unwrap();
        let kept: Vec<Record> = contents.records.into_iter().filter(|r| !lost(r)).collect();
        journal.rewrite(&kept).unwrap();
        drop(journal);
        let opened = Opened {
            store: crate::Store::open(&dir.path().join("satchel.db"), &key()).unwrap(),
            dir,
        };
        // Looking after the journal is queued first; a write after it is done once that is.
        opened.store.set_sync_state("Item", "{}".into()).wait().unwrap();
        opened
    }

    fn comes_back_whole(opened: Opened) {
        let path = opened.path();
        let before = opened.store.outbox(&[], 50).unwrap();
        let visits = opened.store.visits_of_day(crate::testing::today()).unwrap();
        let sealed = opened.store.sealed_visit(uid(5)).unwrap();
        assert_eq!((sealed.links.len(), sealed.broken), (2, None));
        let Opened { store, dir: _dir } = opened;
        drop(store);
        std::fs::remove_file(&path).unwrap();
        let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
        let after = store.outbox(&[], 50).unwrap();
        let sent = |rows: Vec<crate::OutboxRow>| {
            let mut rows: Vec<_> =
                rows.into_iter().map(|row| (row.uid, row.payload, row.replaces)).collect();
            rows.sort();
            rows
        };
        assert_eq!(sent(after), sent(before));
        assert_eq!(store.visits_of_day(crate::testing::today()).unwrap(), visits);
        assert_eq!(store.sealed_visit(uid(5)).unwrap(), sealed);
        let customer = store.customer(&format!("local:{}", local(1)).parse().unwrap());
        assert_eq!(customer.unwrap().unwrap().addresses.len(), 1);
    }

    #[test]
    fn a_frame_that_alone_was_lost_is_written_again() {
        let lost: [fn(&Record) -> bool; 5] = [
            |record| matches!(record, Record::Order { .. }),
            |record| matches!(record, Record::Customer { .. }),
            |record| matches!(record, Record::CheckIn { .. }),
            |record| matches!(record, Record::CheckOut { .. }),
            |record| !record.uids().is_empty(),
        ];
        for lost in lost {
            let opened = day();
            let before = uids(&opened);
            assert_eq!(before.len(), 6, "three of the customer, the order, two of the visit");
            let opened = reopened_without(opened, lost);
            assert_eq!(uids(&opened), before);
            comes_back_whole(opened);
        }
    }

    #[test]
    fn a_mended_order_comes_back_with_what_it_replaces() {
        let opened = day();
        let replaces = crate::outbox::joined(&[uid(3), uid(2)]);
        let mended = opened.store.write(move |transaction| {
            let sql = "UPDATE outbox SET replaces = ?2 WHERE uid = ?1";
            Ok(transaction.execute(sql, params![uid(4).to_string(), replaces])?)
        });
        assert_eq!(mended.wait().unwrap(), 1);
        comes_back_whole(reopened_without(opened, |r| matches!(r, Record::Order { .. })));
    }

    #[test]
    fn a_record_stays_until_the_last_of_its_documents_is_settled() {
        let opened = day();
        let state = |uid: String, state: &'static str| {
            opened.store.write(move |transaction| {
                let sql = "UPDATE outbox SET state = ?2 WHERE uid = ?1";
                transaction.execute(sql, params![uid, state])?;
                Ok(())
            })
        };
        state(local(1).to_string(), "done").wait().unwrap();
        state(uid(5).to_string(), "done").wait().unwrap();
        let opened = reopened_without(opened, |_| false);
        assert!(uids(&opened).contains(&local(2).to_string()), "its address still waits");
        let path = opened.path();
        let Opened { store, dir: _dir } = opened;
        drop(store);
        std::fs::remove_file(&path).unwrap();
        let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
        let waiting = store.outbox(&[crate::OutboxState::Waiting], 50).unwrap();
        for wanted in [local(2).to_string(), uid(6).to_string()] {
            assert!(waiting.iter().any(|row| row.uid == wanted), "{wanted}");
        }
    }
}
