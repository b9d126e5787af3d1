//! Placing an order: one transaction numbers it, freezes it, and puts it into the outbox.

use rusqlite::{Connection, Transaction, params};
use satchel_domain::ids::{CustomerKey, OrderUid, ReceiptNumber};
use satchel_domain::orders::{OrderEvent, OrderState};
use serde_json::Value;

use super::types::OrderToPlace;
use super::{lines, promises, timeline, words};
use crate::error::{StoreError, bad};
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::file::writer::Pen;
use crate::outbox::{self, NewRow, OutboxKind, attachments};
use crate::settings;
use crate::sql::{check_json, day_text, decimal, first, get, parsed, run};
use crate::store::Store;

impl Store {
    /// Places an order: gives it the next receipt number, freezes it, writes its outbox row and
    /// removes its draft, all or nothing. The reply comes when it is durable; a moment later lists
    /// show what it promises from stock, and the revision counts up once more.
    ///
    /// Placing one uid twice gives the number of the first time and changes nothing.
    pub fn place(&self, order: OrderToPlace) -> Reply<ReceiptNumber> {
        let placed = self.write_with_pen(move |transaction, pen| place(transaction, pen, order));
        // Nobody waits for it: what cannot be counted now is counted at the next write or opening.
        drop(self.run(promises::catch_up));
        placed
    }
}

/// The number of an order that is already placed.
pub(crate) fn number_of(
    connection: &Connection,
    uid: OrderUid,
) -> Result<Option<ReceiptNumber>, StoreError> {
    first!(
        connection,
        "SELECT receipt_number FROM sales_order WHERE uid = ?1",
        [uid.to_string()],
        |row| parsed(row, "receipt_number")
    )
}

fn place(
    transaction: &Transaction<'_>,
    pen: &mut Pen<'_>,
    order: OrderToPlace,
) -> Result<ReceiptNumber, StoreError> {
    if let Some(number) = number_of(transaction, order.uid)? {
        return Ok(number);
    }
    check(&order)?;
    let number = next_number(transaction)?;
    let kept = Box::new(order.clone());
    pen.begin(Record::Order { number: number.clone(), order: kept })?;
    let Some(refused) = order.replaces.first().copied() else {
        insert(transaction, &order, &number)?;
        return Ok(number);
    };
    let (old, new) = (refused.to_string(), order.uid.to_string());
    attachments::leave(transaction, &old, &new)?;
    outbox::take_back(transaction, refused, &number, &order.captured)?;
    insert(transaction, &order, &number)?;
    attachments::follow(transaction, &old, &new)?;
    Ok(number)
}

/// Takes the next number of this phone. Rolled back with the transaction, so no number is skipped.
fn next_number(transaction: &Transaction<'_>) -> Result<ReceiptNumber, StoreError> {
    let device = settings::device_code(transaction)?;
    let number: Option<u32> = first!(
        transaction,
        "UPDATE receipt_counter SET next = next + 1 WHERE device = ?1 RETURNING next - 1 AS number",
        [device.as_str()],
        |row| get(row, "number")
    )?;
    Ok(ReceiptNumber::new(device, number.ok_or(StoreError::NoDeviceCode)?))
}

fn check(order: &OrderToPlace) -> Result<(), StoreError> {
    check_json(&order.entry, "entry")?;
    check_json(&order.priced, "priced")?;
    decimal(&order.totals.net_total, "net_total")?;
    decimal(&order.totals.total_taxes_and_charges, "total_taxes_and_charges")?;
    decimal(&order.totals.grand_total, "grand_total")?;
    decimal(&order.totals.rounded_total, "rounded_total")?;
    for line in &order.lines {
        decimal(&line.rate, "rate")?;
        decimal(&line.amount, "amount")?;
    }
    Ok(())
}

/// Writes a placed order under `number`, with everything that belongs to it.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    order: &OrderToPlace,
    number: &ReceiptNumber,
) -> Result<(), StoreError> {
    let uid = order.uid.to_string();
    let payload = frozen_payload(order, number)?;
    insert_row(transaction, order, number)?;
    let id = transaction.last_insert_rowid();
    run!(
        transaction,
        "INSERT INTO sales_order_document(id, entry, priced, signature, lines)
         VALUES(?1, ?2, ?3, ?4, ?5)",
        params![id, order.entry, order.priced, order.signature, lines::to_text(&order.lines)?]
    )?;
    if let Some(source) = &order.copied_from {
        let event = OrderEvent::CopiedFrom { source: source.clone() };
        timeline::add(transaction, id, order.captured.utc, order.captured.offset_minutes, &event)?;
    }
    let row = NewRow {
        uid: &uid,
        kind: OutboxKind::SalesOrder,
        subject: &uid,
        payload: &payload,
        replaces: &outbox::joined(&order.replaces),
        created_ms: order.captured.utc.timestamp_millis(),
    };
    let seq = outbox::append(transaction, &row)?;
    if !order.signature.is_empty() {
        outbox::append_signature(transaction, &uid, order.captured.utc.timestamp_millis())?;
    }
    if let CustomerKey::Local(local) = &order.customer {
        // The order names its customer, so the customer goes first.
        outbox::needs_subject(transaction, seq, &local.to_string())?;
    }
    run!(transaction, "DELETE FROM draft WHERE uid = ?1", [&uid])?;
    Ok(())
}

fn insert_row(
    transaction: &Transaction<'_>,
    order: &OrderToPlace,
    number: &ReceiptNumber,
) -> Result<(), StoreError> {
    let captured = serde_json::to_string(&order.captured).map_err(|_| bad("captured"))?;
    run!(
        transaction,
        "INSERT INTO sales_order(uid, receipt_number, state, customer, customer_name, company,
           transaction_date, delivery_date, local_day, placed_ms, captured, currency, net_total,
           total_taxes_and_charges, grand_total, rounded_total, provisional, line_count, note,
           words)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
                ?20)",
        params![
            order.uid.to_string(),
            number.to_string(),
            OrderState::Waiting.as_str(),
            order.customer.to_string(),
            order.customer_name,
            order.company,
            order.transaction_date.to_string(),
            day_text(order.delivery_date),
            order.captured.local_date().to_string(),
            order.captured.utc.timestamp_millis(),
            captured,
            order.totals.currency,
            order.totals.net_total,
            order.totals.total_taxes_and_charges,
            order.totals.grand_total,
            order.totals.rounded_total,
            order.provisional,
            i64::try_from(order.lines.len()).unwrap_or(i64::MAX),
            order.note,
            words::folded(&format!("{number} {} {}", order.customer_name, order.note)),
        ]
    )?;
    Ok(())
}

/// The payload as it will be sent: the app's Sales Order with the three fields only the store knows
/// for certain (`../shared/erpnext-api/set-up.json` names them).
fn frozen_payload(order: &OrderToPlace, number: &ReceiptNumber) -> Result<String, StoreError> {
    let mut payload: Value = serde_json::from_str(&order.payload).map_err(|_| bad("payload"))?;
    let fields = payload.as_object_mut().ok_or(bad("payload"))?;
    fields.insert("satchel_uid".into(), order.uid.to_string().into());
    fields.insert("satchel_device".into(), number.device().as_str().into());
    fields.insert("satchel_receipt_no".into(), number.to_string().into());
    Ok(payload.to_string())
}
