//! Visits: a check-in and a check-out, each appended with its outbox row and never changed.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, Transaction, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, OrderUid};
use satchel_domain::visits::{self, Evidence, Link, Moment};
use serde_json::{Map, Value};

use super::types::{CheckIn, CheckOut, VisitRow};
use super::{chain, track};
use crate::error::{StoreError, bad};
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind};
use crate::sql::{first, get, moment, optional, parsed, rows, run};
use crate::store::Store;

const VISIT: &str = "SELECT uid, customer, customer_name, event, local_day, check_in_ms, check_in, \
                     check_out, note FROM visit";

impl Store {
    /// Begins a visit. Doing it twice with one uid is doing it once.
    pub fn check_in(&self, mut visit: CheckIn) -> Reply<()> {
        self.write_kept(move |transaction| {
            visit.link = check_in(transaction, &visit)?;
            let made = visit.link.is_some();
            track::forget(transaction)?;
            Ok(((), made.then(|| Record::CheckIn { visit: Box::new(visit) })))
        })
    }

    /// Ends a visit that was begun and not ended yet. Twice with one uid is once.
    pub fn check_out(&self, mut visit: CheckOut) -> Reply<()> {
        self.write_kept(move |transaction| {
            visit.link = check_out(transaction, &visit)?;
            let made = visit.link.is_some();
            track::forget(transaction)?;
            Ok(((), made.then(|| Record::CheckOut { visit: Box::new(visit) })))
        })
    }

    /// The visit the rep is on, the last one begun if there are several.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open_visit(&self) -> Result<Option<VisitRow>, StoreError> {
        self.read(|connection| {
            let sql = format!("{VISIT} WHERE check_out_ms = 0 ORDER BY id DESC LIMIT 1");
            first!(connection, &sql, [], visit)
        })
    }

    /// One visit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn visit(&self, uid: OrderUid) -> Result<Option<VisitRow>, StoreError> {
        self.read(|connection| of(connection, &uid.to_string()))
    }

    /// The visits begun on a civil date, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn visits_of_day(&self, day: NaiveDate) -> Result<Vec<VisitRow>, StoreError> {
        self.read(|connection| {
            let sql = format!("{VISIT} WHERE local_day = ?1 ORDER BY id");
            rows!(connection, &sql, [day.to_string()], visit)
        })
    }

    /// The civil date of the first visit made on this phone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn first_visit_day(&self) -> Result<Option<NaiveDate>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT min(local_day) AS day FROM visit HAVING count(*) > 0";
            first!(connection, sql, [], |row: &Row<'_>| parsed(row, "day"))
        })
    }

    /// Keeps what the rep wrote while a visit goes on; it is sealed and sent when the rep leaves. Gives
    /// whether the visit still went on.
    pub fn note_visit(&self, visit: OrderUid, note: String) -> Reply<bool> {
        self.write_kept(move |transaction| {
            let changed = write_note(transaction, visit, &note)?;
            Ok((changed, changed.then_some(Record::Note { visit, note })))
        })
    }

    /// A customer's visits, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn visits_of_customer(
        &self,
        customer: &CustomerKey,
        limit: usize,
    ) -> Result<Vec<VisitRow>, StoreError> {
        self.read(|connection| {
            let sql = format!("{VISIT} WHERE customer = ?1 ORDER BY check_in_ms DESC LIMIT ?2");
            let limit = crate::sql::sql_limit(crate::sql::page(limit));
            rows!(connection, &sql, params![customer.to_string(), limit], visit)
        })
    }
}

/// Writes the note of a visit; whether it still went on.
pub(crate) fn write_note(
    transaction: &Transaction<'_>,
    visit: OrderUid,
    note: &str,
) -> Result<bool, StoreError> {
    let changed = run!(
        transaction,
        "UPDATE visit SET note = ?2 WHERE uid = ?1 AND check_out_ms = 0",
        params![visit.to_string(), note]
    )?;
    Ok(changed > 0)
}

/// The visits that go on, each with its note.
pub(crate) fn going_on(connection: &Connection) -> Result<Vec<(OrderUid, String)>, StoreError> {
    rows!(
        connection,
        "SELECT uid, note FROM visit WHERE check_out_ms = 0 ORDER BY id",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((parsed(row, "uid")?, get(row, "note")?))
    )
}

/// The visit with a uid.
pub(crate) fn of(connection: &Connection, uid: &str) -> Result<Option<VisitRow>, StoreError> {
    first!(connection, &format!("{VISIT} WHERE uid = ?1"), [uid], visit)
}

/// Writes the visit and seals it; its link, or nothing when it was there already.
pub(crate) fn check_in(
    transaction: &Transaction<'_>,
    visit: &CheckIn,
) -> Result<Option<Link>, StoreError> {
    let uid = visit.uid.to_string();
    if outbox::exists(transaction, &uid)? {
        return Ok(None);
    }
    let mut fields = object(&visit.payload)?;
    let link = match &visit.link {
        Some(link) => link.clone(),
        None => chain::append(transaction, arriving(visit))?,
    };
    tell(&mut fields, &link)?;
    if let Some(later) = visit.captured.later {
        fields.extend(visits::better_fields(later));
    }
    fields.insert("satchel_uid".into(), uid.clone().into());
    let payload = Value::Object(fields).to_string();
    run!(
        transaction,
        "INSERT INTO visit(uid, customer, customer_name, event, local_day, check_in_ms, check_in,
           note) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT(uid) DO NOTHING",
        params![
            uid,
            visit.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
            visit.customer_name,
            visit.event,
            visit.captured.local_date().to_string(),
            visit.captured.utc.timestamp_millis(),
            capture_text(&visit.captured)?,
            visit.note
        ]
    )?;
    let seq = append(transaction, &uid, OutboxKind::CheckIn, &uid, &payload, &visit.captured)?;
    if let Some(CustomerKey::Local(id)) = &visit.customer {
        outbox::needs_uid(transaction, seq, &id.to_string())?;
    }
    Ok(Some(link))
}

/// Ends the visit and seals that; its link, or nothing when that was done already.
pub(crate) fn check_out(
    transaction: &Transaction<'_>,
    visit: &CheckOut,
) -> Result<Option<Link>, StoreError> {
    let uid = visit.uid.to_string();
    if outbox::exists(transaction, &uid)? {
        return Ok(None);
    }
    let mut fields = object(&visit.payload)?;
    let subject = visit.visit.to_string();
    // A clock at 1970 must not look like "not ended".
    let ended_ms = visit.captured.utc.timestamp_millis().max(1);
    let ended = run!(
        transaction,
        "UPDATE visit SET check_out_ms = ?2, check_out = ?3, note = ?4
         WHERE uid = ?1 AND check_out_ms IN (0, ?2)",
        params![subject, ended_ms, capture_text(&visit.captured)?, visit.note]
    )?;
    let begun = of(transaction, &subject)?.filter(|_| ended > 0);
    let begun = begun.ok_or(StoreError::NotFound { what: "open visit" })?;
    let link = match &visit.link {
        Some(link) => link.clone(),
        None => chain::append(transaction, leaving(visit, &begun))?,
    };
    tell(&mut fields, &link)?;
    let payload = Value::Object(fields).to_string();
    let seq = append(transaction, &uid, OutboxKind::CheckOut, &subject, &payload, &visit.captured)?;
    outbox::needs_uid(transaction, seq, &subject)?;
    Ok(Some(link))
}

/// What a check-in says, before it is sealed.
fn arriving(visit: &CheckIn) -> Evidence {
    let mut captured = visit.captured.clone();
    captured.later = None;
    Evidence {
        visit: visit.uid.to_string(),
        customer: visit.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
        event: event_name(&visit.event).to_owned(),
        site_time: visit.site_time.clone(),
        distance_m: visit.distance_m,
        note: visit.note.clone(),
        ..unsealed(Moment::CheckIn, captured)
    }
}

/// What a check-out says, before it is sealed.
fn leaving(visit: &CheckOut, begun: &VisitRow) -> Evidence {
    Evidence {
        visit: visit.visit.to_string(),
        customer: begun.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
        event: event_name(&begun.event).to_owned(),
        site_time: visit.site_time.clone(),
        distance_m: visit.distance_m,
        note: visit.note.clone(),
        better: begun.check_in.later,
        ..unsealed(Moment::CheckOut, visit.captured.clone())
    }
}

fn unsealed(moment: Moment, captured: CapturedAt) -> Evidence {
    Evidence {
        format: 0,
        device: String::new(),
        number: 0,
        previous: String::new(),
        visit: String::new(),
        moment,
        customer: String::new(),
        event: String::new(),
        site_time: String::new(),
        captured,
        distance_m: None,
        note: String::new(),
        better: None,
    }
}

/// An Event by its name at the site, or by its uid while it has none.
fn event_name(key: &str) -> &str {
    key.strip_prefix("server:").or_else(|| key.strip_prefix("local:")).unwrap_or(key)
}

/// Adds the fields that tell a link. What it does not say stays as the payload has it.
fn tell(fields: &mut Map<String, Value>, link: &Link) -> Result<(), StoreError> {
    let mut told = visits::fields(&link.read().ok_or(bad("link"))?, link);
    told.retain(|_, value| value.as_str() != Some(""));
    fields.extend(told);
    Ok(())
}

fn append(
    transaction: &Transaction<'_>,
    uid: &str,
    kind: OutboxKind,
    subject: &str,
    payload: &str,
    captured: &CapturedAt,
) -> Result<i64, StoreError> {
    let created_ms = captured.utc.timestamp_millis();
    outbox::append(transaction, &NewRow { uid, kind, subject, payload, replaces: "", created_ms })
}

fn capture_text(captured: &CapturedAt) -> Result<String, StoreError> {
    serde_json::to_string(captured).map_err(|_| bad("captured"))
}

fn object(payload: &str) -> Result<Map<String, Value>, StoreError> {
    serde_json::from_str(payload).map_err(|_| bad("payload"))
}

fn visit(row: &Row<'_>) -> Result<VisitRow, StoreError> {
    let captured = |column: &'static str| -> Result<Option<CapturedAt>, StoreError> {
        let text: String = get(row, column)?;
        if text.is_empty() {
            return Ok(None);
        }
        serde_json::from_str(&text).map(Some).map_err(|_| bad(column))
    };
    Ok(VisitRow {
        uid: parsed(row, "uid")?,
        customer: optional(row, "customer")?,
        customer_name: get(row, "customer_name")?,
        event: get(row, "event")?,
        local_day: parsed(row, "local_day")?,
        check_in: captured("check_in")?.ok_or(bad("check_in"))?,
        check_out: captured("check_out")?,
        note: get(row, "note")?,
        started_at: moment(row, "check_in_ms")?,
    })
}
