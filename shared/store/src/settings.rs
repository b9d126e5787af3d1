//! Settings and the device code.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use satchel_domain::ids::{DeviceCode, ReceiptNumber};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{StoreError, bad};
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::sql::{first, get};
use crate::store::Store;

const DEVICE_CODE: &str = "device_code";

impl Store {
    /// The setting under `key`, when it was ever made and still has this shape.
    ///
    /// # Errors
    /// [`StoreError::BadInput`] when it has another shape.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        self.read(|connection| setting(connection, key))
    }

    /// Keeps a setting, as JSON.
    pub fn set_setting<T: Serialize>(&self, key: &str, value: &T) -> Reply<()> {
        let value = serde_json::to_string(value).map_err(|_| bad("value"));
        let key = key.to_owned();
        self.write(move |transaction| set_setting(transaction, &key, &value?))
    }

    /// The first half of this phone's receipt numbers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn device_code(&self) -> Result<Option<DeviceCode>, StoreError> {
        self.setting(DEVICE_CODE)
    }

    /// Takes receipt numbers under `code` from now on. A code used before goes on where it stopped.
    pub fn use_device_code(&self, code: &DeviceCode) -> Reply<()> {
        let code = code.clone();
        self.write_kept(move |transaction| {
            let next = use_device_code(transaction, &code)?;
            Ok(((), Some(Record::Counter { device: code, next })))
        })
    }

    /// Goes on with receipt number `next` under `code`, for a phone that takes over numbers given
    /// elsewhere. Numbers only ever rise: a lower `next` than the phone's own changes nothing.
    pub fn continue_receipt_numbers(&self, code: &DeviceCode, next: u32) -> Reply<()> {
        let code = code.clone();
        self.write(move |transaction| {
            transaction.execute(
                "INSERT INTO receipt_counter(device, next) VALUES(?1, ?2)
                 ON CONFLICT(device) DO UPDATE SET next = max(next, excluded.next)",
                rusqlite::params![code.as_str(), next.max(1)],
            )?;
            Ok(())
        })
    }

    /// Goes on numbering after a receipt this phone is known to have given.
    pub(crate) fn continue_after(&self, last: &ReceiptNumber) -> Reply<()> {
        let device = last.device().clone();
        let next = last.number().saturating_add(1);
        self.write_kept(move |transaction| {
            transaction.execute(
                "UPDATE receipt_counter SET next = max(next, ?2) WHERE device = ?1",
                params![device.as_str(), next],
            )?;
            let next = use_device_code(transaction, &device)?;
            Ok(((), Some(Record::Counter { device, next })))
        })
    }
}

pub(crate) fn setting<T: DeserializeOwned>(
    connection: &Connection,
    key: &str,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let value: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?;
    // A setting set to nothing is none.
    value.map_or(Ok(None), |value| serde_json::from_str(&value).map_err(|_| bad("setting")))
}

pub(crate) fn set_setting(
    transaction: &Transaction<'_>,
    key: &str,
    json: &str,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO setting(key, value) VALUES(?1, ?2)
         ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        params![key, json],
    )?;
    Ok(())
}

pub(crate) fn device_code(connection: &Connection) -> Result<DeviceCode, StoreError> {
    setting(connection, DEVICE_CODE)?.ok_or(StoreError::NoDeviceCode)
}

/// Takes numbers under `code` from now on; the next one.
pub(crate) fn use_device_code(
    transaction: &Transaction<'_>,
    code: &DeviceCode,
) -> Result<u32, StoreError> {
    let json = serde_json::to_string(code).map_err(|_| bad("device code"))?;
    set_setting(transaction, DEVICE_CODE, &json)?;
    transaction.execute(
        "INSERT INTO receipt_counter(device, next) VALUES(?1, 1) ON CONFLICT(device) DO NOTHING",
        [code.as_str()],
    )?;
    next_number(transaction, code)?.ok_or(StoreError::NoDeviceCode)
}

/// Whether a device code was ever used in this file.
pub(crate) fn was_used(connection: &Connection, code: &DeviceCode) -> Result<bool, StoreError> {
    let found: Option<u32> = next_number(connection, code)?;
    Ok(found.is_some())
}

/// The last receipt number given under a code, if any was.
pub(crate) fn last_receipt(
    connection: &Connection,
    code: &DeviceCode,
) -> Result<Option<ReceiptNumber>, StoreError> {
    let last = next_number(connection, code)?.and_then(|next| next.checked_sub(1));
    Ok(last.filter(|last| *last > 0).map(|last| ReceiptNumber::new(code.clone(), last)))
}

fn next_number(connection: &Connection, code: &DeviceCode) -> Result<Option<u32>, StoreError> {
    first!(
        connection,
        "SELECT next FROM receipt_counter WHERE device = ?1",
        [code.as_str()],
        |row: &Row<'_>| get(row, "next")
    )
}

/// Leaves the phone without a code, so that no number is given until it has a new one.
pub(crate) fn forget_device_code(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    set_setting(transaction, DEVICE_CODE, "null")
}
