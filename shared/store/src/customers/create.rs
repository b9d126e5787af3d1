//! A customer made on the phone, offline.

use rusqlite::Transaction;
use satchel_domain::ids::{CustomerKey, LocalId};
use serde_json::Value;

use super::put::{Customer, link_party, take_from_addresses, write, write_party};
use super::types::{NewCustomer, NewPartyDocument};
use super::{names, text_index};
use crate::catalogue::display_order::{self, Places};
use crate::error::{StoreError, bad};
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind};
use crate::store::Store;

impl Store {
    /// Makes a customer with its address and contact, and their outbox rows, in one transaction. It
    /// can be sold to at once.
    ///
    /// Address and contact go after the customer, and orders for it after all of them. Making one
    /// uid twice makes one customer.
    pub fn create_customer(&self, new: NewCustomer) -> Reply<CustomerKey> {
        self.write_kept(move |transaction| {
            let key = CustomerKey::Local(new.local_id);
            let made = create(transaction, &new)?;
            Ok((key, made.then(|| Record::Customer { new: Box::new(new) })))
        })
    }
}

/// Writes the customer; false when it was there already.
pub(crate) fn create(transaction: &Transaction<'_>, new: &NewCustomer) -> Result<bool, StoreError> {
    let key = CustomerKey::Local(new.local_id);
    let document = with_uid(&new.document, new.local_id)?;
    let customer: Customer = serde_json::from_str(&document).map_err(|_| bad("document"))?;
    if customer.customer_name.0.trim().is_empty() {
        return Err(bad("customer_name"));
    }
    if outbox::exists(transaction, &new.local_id.to_string())? {
        return Ok(false);
    }
    names::note(transaction, "Customer", new.local_id)?;
    let mut places = Places::for_batch(transaction, &display_order::CUSTOMERS, 0)?;
    let text_key = key.to_string();
    write(transaction, &mut places, &text_key, &customer, new.place, &document)?;
    append(transaction, new, OutboxKind::Customer, new.local_id, &document)?;
    for (doctype, kind, part) in [
        ("Address", OutboxKind::Address, &new.address),
        ("Contact", OutboxKind::Contact, &new.contact),
    ] {
        if let Some(part) = part {
            create_part(transaction, new, doctype, kind, part)?;
        }
    }
    take_from_addresses(transaction, &text_key)?;
    text_index::write(transaction, &text_key)?;
    Ok(true)
}

fn create_part(
    transaction: &Transaction<'_>,
    new: &NewCustomer,
    doctype: &str,
    kind: OutboxKind,
    part: &NewPartyDocument,
) -> Result<(), StoreError> {
    let document = with_uid(&part.document, part.local_id)?;
    names::note(transaction, doctype, part.local_id)?;
    let key = format!("local:{}", part.local_id);
    let id = write_party(transaction, doctype, &key, "", &document)?;
    link_party(transaction, &CustomerKey::Local(new.local_id).to_string(), id)?;
    append(transaction, new, kind, part.local_id, &document)
}

/// All rows are of the customer's subject, so each waits for those before it.
fn append(
    transaction: &Transaction<'_>,
    new: &NewCustomer,
    kind: OutboxKind,
    uid: LocalId,
    payload: &str,
) -> Result<(), StoreError> {
    let row = NewRow {
        uid: &uid.to_string(),
        kind,
        subject: &new.local_id.to_string(),
        payload,
        replaces: "",
        created_ms: new.captured.utc.timestamp_millis(),
    };
    let seq = outbox::append(transaction, &row)?;
    match kind {
        OutboxKind::Customer => Ok(()),
        _ => outbox::needs_uid(transaction, seq, &new.local_id.to_string()),
    }
}

/// The document with its `satchel_uid`, which is also what will be sent.
fn with_uid(document: &str, uid: LocalId) -> Result<String, StoreError> {
    let mut document: Value = serde_json::from_str(document).map_err(|_| bad("document"))?;
    let fields = document.as_object_mut().ok_or(bad("document"))?;
    fields.insert("satchel_uid".into(), uid.to_string().into());
    Ok(document.to_string())
}
