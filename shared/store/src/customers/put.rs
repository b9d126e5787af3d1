//! Taking in Customers, Addresses and Contacts from the server.

use std::collections::BTreeSet;

use rusqlite::{Row, Transaction, params};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use satchel_domain::ids::{CustomerKey, CustomerName, LocalId};
use serde::Deserialize;

use super::types::PlaceE7;
use super::{names, text_index};
use crate::catalogue::display_order::{self, Places, sort_key};
use crate::catalogue::fields::{Check, Number, Table, Text};
use crate::catalogue::put::Batch;
use crate::error::{StoreError, bad};
use crate::field_work::{ChangingDoctype, change};
use crate::sql::{first, get, rows, run};

/// The fields of a Customer (ERPNext `selling/doctype/customer`) that queries need.
#[derive(Deserialize, Default)]
pub(crate) struct Customer {
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) customer_name: Text,
    #[serde(default)]
    customer_group: Text,
    #[serde(default)]
    territory: Text,
    #[serde(default)]
    mobile_no: Text,
    #[serde(default)]
    customer_details: Text,
    #[serde(default)]
    disabled: Check,
    #[serde(default)]
    modified: Text,
    #[serde(default)]
    satchel_uid: Text,
}

impl Customer {
    fn shown_name(&self) -> &str {
        if self.customer_name.0.is_empty() { &self.name.0 } else { &self.customer_name.0 }
    }
}

/// Where a Customer or an Address is: no field of ERPNext's own, so the names sites use are tried.
#[derive(Deserialize, Default)]
#[serde(default)]
struct PlaceFields {
    satchel_latitude: Number,
    satchel_longitude: Number,
    custom_latitude: Number,
    custom_longitude: Number,
    latitude: Number,
    longitude: Number,
}

/// The position in a document. Nothing for 0/0, which is how an empty Float field reads, and for what
/// is not on Earth.
fn place_of(text: &str) -> Option<PlaceE7> {
    let e7 = |degrees: Decimal, most: u32| {
        if degrees.abs() > Decimal::from(most) {
            return None;
        }
        degrees.checked_mul(Decimal::from(10_000_000))?.round().to_i32()
    };
    let fields: PlaceFields = serde_json::from_str(text).ok()?;
    [
        (fields.satchel_latitude, fields.satchel_longitude),
        (fields.custom_latitude, fields.custom_longitude),
        (fields.latitude, fields.longitude),
    ]
    .into_iter()
    .filter(|(latitude, longitude)| !(latitude.0.is_zero() && longitude.0.is_zero()))
    .find_map(|(latitude, longitude)| {
        Some(PlaceE7 { latitude_e7: e7(latitude.0, 90)?, longitude_e7: e7(longitude.0, 180)? })
    })
}

/// Stores Customers.
pub(crate) fn customers(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
) -> Result<(), StoreError> {
    let mut customers = batch.read(|customer: &Customer| &customer.name.0);
    customers.sort_by_cached_key(|(c, _)| sort_key(&c.customer_name.0, &c.name.0));
    let mut places = Places::for_batch(transaction, &display_order::CUSTOMERS, customers.len())?;
    let (first, linked) = (places.is_first(), has_links(transaction)?);
    let mut written = BTreeSet::new();
    for (customer, text) in &customers {
        let Ok(name) = CustomerName::new(&customer.name.0) else { continue };
        // The one made here may come back before the answer to its sending does.
        if let Ok(id) = customer.satchel_uid.0.parse::<LocalId>() {
            names::adopt(transaction, "Customer", id, name.as_str())?;
        }
        let key = CustomerKey::Server(name).to_string();
        // Among the first ones nothing is looked up but what came twice.
        let is_new = first && !written.contains(&key);
        if !is_new && change::merge_pulled(transaction, ChangingDoctype::Customer, &key, text)? {
            continue;
        }
        let id = match is_new {
            true => places.place(transaction, customer.shown_name(), &key)?,
            false => row_id(transaction, &mut places, &key, customer.shown_name())?,
        };
        write_row(transaction, id, &key, customer, place_of(text), text)?;
        if linked {
            take_from_addresses(transaction, &key)?;
        }
        written.insert(key);
    }
    if places.unordered() {
        renumber(transaction)?;
    }
    if batch.indexes_later() {
        Ok(())
    } else if places.rebuilds() {
        text_index::rebuild(transaction)
    } else {
        text_index::write_all(transaction, written.iter().map(String::as_str))
    }
}

/// Writes a customer that is here already with another document; what waits for the server stays.
pub(crate) fn rewrite(
    transaction: &Transaction<'_>,
    key: &str,
    text: &str,
) -> Result<(), StoreError> {
    let customer: Customer = serde_json::from_str(text).map_err(|_| bad("document"))?;
    let kept = first!(
        transaction,
        "SELECT located, latitude_e7, longitude_e7, change_counter, mirror, modified
         FROM customer WHERE key = ?1",
        [key],
        |row: &Row<'_>| {
            let place = PlaceE7 {
                latitude_e7: get(row, "latitude_e7")?,
                longitude_e7: get(row, "longitude_e7")?,
            };
            let located: bool = get(row, "located")?;
            let counter: i64 = get(row, "change_counter")?;
            let mirror: String = get(row, "mirror")?;
            let modified: String = get(row, "modified")?;
            Ok::<_, StoreError>((located.then_some(place), counter, mirror, modified))
        }
    )?;
    let (place, counter, mirror, modified) =
        kept.ok_or(StoreError::NotFound { what: "document" })?;
    let mut places = Places::for_batch(transaction, &display_order::CUSTOMERS, 0)?;
    write(transaction, &mut places, key, &customer, place_of(text).or(place), text)?;
    run!(
        transaction,
        "UPDATE customer SET change_counter = ?2, mirror = ?3, modified = ?4 WHERE key = ?1",
        params![key, counter, mirror, modified]
    )?;
    if places.unordered() {
        renumber(transaction)?;
        text_index::rebuild(transaction)
    } else {
        text_index::write(transaction, key)
    }
}

/// Writes a customer's row under `key`, in its place by name. Its words are still to be indexed.
pub(crate) fn write(
    transaction: &Transaction<'_>,
    places: &mut Places,
    key: &str,
    customer: &Customer,
    place: Option<PlaceE7>,
    text: &str,
) -> Result<(), StoreError> {
    let id = row_id(transaction, places, key, customer.shown_name())?;
    write_row(transaction, id, key, customer, place, text)?;
    take_from_addresses(transaction, key)
}

/// The row id of a customer by its name: the one it has, or another where it was renamed.
fn row_id(
    transaction: &Transaction<'_>,
    places: &mut Places,
    key: &str,
    shown: &str,
) -> Result<i64, StoreError> {
    let known: Option<(i64, String)> = first!(
        transaction,
        "SELECT id, customer_name FROM customer WHERE key = ?1",
        [key],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "id")?, get(row, "customer_name")?))
    )?;
    match &known {
        Some((id, name)) if name == shown => return Ok(*id),
        Some((id, _)) => {
            // Renamed: it moves to its new place.
            text_index::remove(transaction, *id)?;
            run!(transaction, "DELETE FROM customer WHERE id = ?1", [id])?;
        }
        None => {}
    }
    let id = places.place(transaction, shown, key)?;
    text_index::follow(transaction, &places.moved())?;
    Ok(id)
}

fn write_row(
    transaction: &Transaction<'_>,
    id: i64,
    key: &str,
    customer: &Customer,
    place: Option<PlaceE7>,
    text: &str,
) -> Result<(), StoreError> {
    let position = place.unwrap_or(PlaceE7 { latitude_e7: 0, longitude_e7: 0 });
    run!(
        transaction,
        "INSERT INTO customer(id, key, customer_name, customer_group, territory, mobile_no,
           credit_note, located, latitude_e7, longitude_e7, disabled, modified, document)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT(id) DO UPDATE SET customer_group = excluded.customer_group,
           territory = excluded.territory, mobile_no = excluded.mobile_no,
           credit_note = excluded.credit_note, located = excluded.located,
           latitude_e7 = excluded.latitude_e7, longitude_e7 = excluded.longitude_e7,
           disabled = excluded.disabled, modified = excluded.modified, document = excluded.document",
        params![
            id,
            key,
            customer.shown_name(),
            customer.customer_group.0,
            customer.territory.0,
            customer.mobile_no.0,
            customer.customer_details.0,
            place.is_some(),
            position.latitude_e7,
            position.longitude_e7,
            customer.disabled.0,
            customer.modified.0,
            text
        ]
    )?;
    Ok(())
}

/// Whether any customer has an address or a contact.
fn has_links(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    let found: Option<i64> =
        first!(transaction, "SELECT 1 AS found FROM party_link LIMIT 1", [], |row: &Row<'_>| get(
            row, "found"
        ))?;
    Ok(found.is_some())
}

/// The fields of an Address or a Contact that queries need.
#[derive(Deserialize)]
struct Party {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    modified: Text,
    #[serde(default)]
    links: Table<Link>,
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    link_doctype: Text,
    #[serde(default)]
    link_name: Text,
}

/// Stores Addresses or Contacts and links them to their customers.
pub(crate) fn parties(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
) -> Result<(), StoreError> {
    let doctype = batch.doctype().to_owned();
    let mut linked = BTreeSet::new();
    for (party, text) in batch.read(|party: &Party| &party.name.0) {
        let key = format!("server:{}", party.name.0);
        let id = write_party(transaction, &doctype, &key, &party.modified.0, text)?;
        run!(transaction, "DELETE FROM party_link WHERE document_id = ?1", [id])?;
        for link in party.links.0.iter().filter(|link| link.link_doctype.0 == "Customer") {
            let Ok(name) = CustomerName::new(&link.link_name.0) else { continue };
            let customer = CustomerKey::Server(name).to_string();
            link_party(transaction, &customer, id)?;
            linked.insert(customer);
        }
    }
    for customer in &linked {
        take_from_addresses(transaction, customer)?;
    }
    if batch.indexes_later() {
        return Ok(());
    }
    text_index::write_all(transaction, linked.iter().map(String::as_str))
}

/// Writes an Address or Contact; its row id.
pub(crate) fn write_party(
    transaction: &Transaction<'_>,
    doctype: &str,
    key: &str,
    modified: &str,
    text: &str,
) -> Result<i64, StoreError> {
    let id = first!(
        transaction,
        "INSERT INTO party_document(doctype, key, modified, document) VALUES(?1, ?2, ?3, ?4)
         ON CONFLICT(doctype, key) DO UPDATE SET
           modified = excluded.modified, document = excluded.document
         RETURNING id",
        params![doctype, key, modified, text],
        |row: &Row<'_>| get(row, "id")
    )?;
    id.ok_or(StoreError::NotFound { what: "document" })
}

pub(crate) fn link_party(
    transaction: &Transaction<'_>,
    customer: &str,
    document_id: i64,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT OR IGNORE INTO party_link(customer, document_id) VALUES(?1, ?2)",
        params![customer, document_id]
    )?;
    Ok(())
}

#[derive(Deserialize)]
struct Address {
    #[serde(default)]
    city: Text,
    #[serde(default)]
    disabled: Check,
    #[serde(default)]
    is_primary_address: Check,
}

/// Takes city and place of a customer from its addresses, the primary one first. Its words are still to
/// be indexed.
pub(crate) fn take_from_addresses(
    transaction: &Transaction<'_>,
    customer: &str,
) -> Result<(), StoreError> {
    let texts: Vec<String> = rows!(
        transaction,
        "SELECT d.document FROM party_link l JOIN party_document d ON d.id = l.document_id
         WHERE l.customer = ?1 AND d.doctype = 'Address' ORDER BY d.key",
        [customer],
        |row: &Row<'_>| get(row, "document")
    )?;
    let mut addresses: Vec<(Address, &str)> = texts
        .iter()
        .filter_map(|text| Some((serde_json::from_str(text).ok()?, text.as_str())))
        .filter(|(address, _): &(Address, &str)| !address.disabled.0)
        .collect();
    addresses.sort_by_key(|(address, _)| !address.is_primary_address.0);
    if let Some((address, _)) = addresses.first() {
        run!(
            transaction,
            "UPDATE customer SET city = ?2 WHERE key = ?1",
            params![customer, address.city.0]
        )?;
    }
    if let Some(place) = addresses.iter().find_map(|(_, text)| place_of(text)) {
        // The customer's own position, where it has one, comes first.
        run!(
            transaction,
            "UPDATE customer SET located = 1, latitude_e7 = ?2, longitude_e7 = ?3
             WHERE key = ?1 AND located = 0",
            params![customer, place.latitude_e7, place.longitude_e7]
        )?;
    }
    Ok(())
}

/// Gives every customer its place by name anew. Their words are still to be indexed.
fn renumber(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let customers =
        rows!(transaction, "SELECT id, customer_name, key FROM customer", [], |row: &Row<'_>| {
            let (name, key): (String, String) = (get(row, "customer_name")?, get(row, "key")?);
            let id: i64 = get(row, "id")?;
            Ok::<_, StoreError>((sort_key(&name, &key), id))
        })?;
    display_order::write_places(transaction, customers)?;
    transaction.execute_batch(
        "UPDATE customer SET id = -(SELECT new FROM temp.place WHERE old = id);
         UPDATE customer SET id = -id;
         DELETE FROM temp.place;",
    )?;
    Ok(())
}

/// Forgets a customer of the server; orders placed for it stay.
pub(crate) fn remove_customer(
    transaction: &Transaction<'_>,
    name: &str,
) -> Result<usize, StoreError> {
    let key = format!("server:{name}");
    let id: Option<i64> = first!(
        transaction,
        "DELETE FROM customer WHERE key = ?1 AND change_counter = 0 RETURNING id",
        [&key],
        |row: &Row<'_>| get(row, "id")
    )?;
    let Some(id) = id else { return Ok(0) };
    text_index::remove(transaction, id)?;
    run!(transaction, "DELETE FROM party_link WHERE customer = ?1", [&key])?;
    Ok(1)
}

/// Forgets an Address or Contact of the server.
pub(crate) fn remove_party(
    transaction: &Transaction<'_>,
    doctype: &str,
    name: &str,
) -> Result<usize, StoreError> {
    Ok(run!(
        transaction,
        "DELETE FROM party_document WHERE doctype = ?1 AND key = ?2",
        params![doctype, format!("server:{name}")]
    )?)
}
