//! Taking in Field Visits and Sales Orders of the team.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{Row, Transaction, params};
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::capture::{CapturedAt, local_date};
use satchel_domain::visits::recorded;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::judge::{self, Chain};
use crate::catalogue::fields::{Number, Text};
use crate::catalogue::put::Batch;
use crate::error::StoreError;
use crate::orders::past::SalesOrder;
use crate::sql::{first, get, run};

#[derive(Deserialize)]
struct Visit {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    owner: Text,
    #[serde(default)]
    customer: Text,
    #[serde(default)]
    event: Text,
    #[serde(default)]
    check_in: Text,
    #[serde(default)]
    check_out: Text,
    #[serde(default)]
    latitude: Number,
    #[serde(default)]
    longitude: Number,
    #[serde(default)]
    accuracy_m: Number,
    #[serde(default)]
    distance_m: Option<Number>,
}

/// Stores Field Visits, and looks again at those of the same phones whose chain they are part of.
pub(crate) fn visits(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
) -> Result<(), StoreError> {
    let zone = site_zone(transaction)?;
    let mut touched: BTreeMap<Chain, BTreeSet<i64>> = BTreeMap::new();
    for (visit, text) in batch.read(|visit: &Visit| &visit.name.0) {
        let (chain, link) = write(transaction, &visit, text, zone)?;
        touched.entry(chain).or_default().insert(link);
    }
    for (chain, links) in &touched {
        if let (Some(first), Some(last)) = (links.first(), links.last()) {
            judge::again(transaction, chain, *first, *last)?;
        }
    }
    Ok(())
}

/// Writes a visit and says where it stands in which chain.
fn write(
    transaction: &Transaction<'_>,
    visit: &Visit,
    text: &str,
    zone: Option<SiteZone>,
) -> Result<(Chain, i64), StoreError> {
    let document: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let told = recorded(&document);
    let came = told.arrived();
    let left = told.check_out.as_ref().map(|told| told.evidence.captured.utc);
    let check_in = came.as_ref().map_or_else(|| at_site(&visit.check_in.0, zone), |c| Some(c.utc));
    let check_in = check_in.unwrap_or_default();
    let check_out = left.or_else(|| at_site(&visit.check_out.0, zone));
    let offset = came.as_ref().map_or_else(|| offset_of(check_in, zone), |c| c.offset_minutes);
    let link = told.check_in.as_ref().map(|told| told.evidence.number);
    let link = link.and_then(|number| i64::try_from(number).ok());
    let link = link.unwrap_or_else(|| check_in.timestamp_millis());
    let chain = Chain { owner: visit.owner.0.clone(), device: told.device().to_owned() };
    let place = place(visit, came.as_ref());
    run!(
        transaction,
        "INSERT INTO team_visit(name, owner, customer, event, day, check_in_ms, check_out_ms,
           offset_minutes, latitude_e7, longitude_e7, accuracy_m, distance_m, device, link)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT(name) DO UPDATE SET owner = excluded.owner, customer = excluded.customer,
           event = excluded.event, day = excluded.day, check_in_ms = excluded.check_in_ms,
           check_out_ms = excluded.check_out_ms, offset_minutes = excluded.offset_minutes,
           latitude_e7 = excluded.latitude_e7, longitude_e7 = excluded.longitude_e7,
           accuracy_m = excluded.accuracy_m, distance_m = excluded.distance_m,
           device = excluded.device, link = excluded.link",
        params![
            visit.name.0,
            chain.owner,
            visit.customer.0,
            visit.event.0,
            local_date(check_in, offset).to_string(),
            check_in.timestamp_millis(),
            // A clock at 1970 must not look like "not ended".
            check_out.map_or(0, |at| at.timestamp_millis().max(1)),
            offset,
            place.map(|(latitude, _)| latitude),
            place.map(|(_, longitude)| longitude),
            place.map(|_| whole(visit.accuracy_m)),
            // The site keeps a distance nobody set as 0.
            visit.distance_m.map(whole).filter(|metres| *metres > 0 || place.is_some()),
            chain.device,
            link
        ]
    )?;
    run!(
        transaction,
        "INSERT INTO team_visit_document(name, document) VALUES(?1, ?2)
         ON CONFLICT(name) DO UPDATE SET document = excluded.document",
        params![visit.name.0, text]
    )?;
    Ok((chain, link))
}

/// Degrees × 10⁷; nothing where the site has no position, which it writes as 0, 0.
fn place(visit: &Visit, came: Option<&CapturedAt>) -> Option<(i32, i32)> {
    if let Some(position) = came.and_then(CapturedAt::best_position) {
        return Some((position.latitude_e7, position.longitude_e7));
    }
    let e7 = |figure: Number| -> Option<i32> {
        let scaled = figure.0.checked_mul(rust_decimal::Decimal::from(10_000_000))?.round();
        i32::try_from(scaled).ok()
    };
    let (latitude, longitude) = (e7(visit.latitude)?, e7(visit.longitude)?);
    let there = (latitude, longitude) != (0, 0) && latitude.abs() <= 900_000_000;
    (there && longitude.abs() <= 1_800_000_000).then_some((latitude, longitude))
}

fn whole(figure: Number) -> u32 {
    u32::try_from(figure.0.round()).unwrap_or_default()
}

/// A time of the site as a moment; without a known zone it counts as UTC.
fn at_site(text: &str, zone: Option<SiteZone>) -> Option<DateTime<Utc>> {
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()?;
    Some(zone.map_or_else(|| at.and_utc(), |zone| zone.to_utc(at)))
}

fn offset_of(moment: DateTime<Utc>, zone: Option<SiteZone>) -> i32 {
    let minutes = zone
        .map(|zone| zone.from_utc(moment).signed_duration_since(moment.naive_utc()).num_minutes());
    minutes.and_then(|minutes| i32::try_from(minutes).ok()).unwrap_or_default()
}

/// The zone of the site, as its System Settings say.
fn site_zone(transaction: &Transaction<'_>) -> Result<Option<SiteZone>, StoreError> {
    let settings: Option<String> = first!(
        transaction,
        "SELECT document FROM master_document WHERE doctype = 'System Settings'",
        [],
        |row: &Row<'_>| get(row, "document")
    )?;
    let settings: Value =
        settings.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let name = settings.get("time_zone").and_then(Value::as_str);
    Ok(name.and_then(|name| SiteZone::named(name).ok()))
}

/// Forgets a visit of the team.
pub(crate) fn remove_visit(transaction: &Transaction<'_>, name: &str) -> Result<usize, StoreError> {
    run!(transaction, "DELETE FROM team_visit_document WHERE name = ?1", [name])?;
    Ok(run!(transaction, "DELETE FROM team_visit WHERE name = ?1", [name])?)
}

/// Stores Sales Orders of the team.
pub(crate) fn orders(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
) -> Result<(), StoreError> {
    for (order, text) in batch.read(|order: &SalesOrder| &order.name.0) {
        let captured = !order.satchel_captured_at.0.is_empty();
        let at = if captured { &order.satchel_captured_at } else { &order.creation };
        run!(
            transaction,
            "INSERT INTO team_order(name, owner, customer, customer_name, visit, day, at,
               receipt_no, status, cancelled, currency, grand_total, document, worth)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT(name) DO UPDATE SET owner = excluded.owner,
               customer = excluded.customer, customer_name = excluded.customer_name,
               visit = excluded.visit, day = excluded.day, at = excluded.at,
               receipt_no = excluded.receipt_no, status = excluded.status,
               cancelled = excluded.cancelled, currency = excluded.currency,
               grand_total = excluded.grand_total, document = excluded.document,
               worth = excluded.worth",
            params![
                order.name.0,
                order.owner.0,
                order.customer.0,
                order.customer_name.0,
                order.satchel_visit.0,
                order.transaction_date.0,
                at.0,
                order.satchel_receipt_no.0,
                order.status.0,
                order.is_cancelled(),
                order.currency.0,
                order.grand_total.0.normalize().to_string(),
                text,
                hundredths(order.base_grand_total)
            ]
        )?;
    }
    Ok(())
}

/// An amount in hundredths, rounded as far as a map needs it.
fn hundredths(amount: Number) -> i64 {
    let hundredths = amount.0.checked_mul(rust_decimal::Decimal::ONE_HUNDRED);
    hundredths.and_then(|amount| i64::try_from(amount.round()).ok()).unwrap_or_default()
}

/// Forgets a Sales Order of the team.
pub(crate) fn remove_order(transaction: &Transaction<'_>, name: &str) -> Result<usize, StoreError> {
    Ok(run!(transaction, "DELETE FROM team_order WHERE name = ?1", [name])?)
}
