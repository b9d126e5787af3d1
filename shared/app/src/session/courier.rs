//! The courier, as the phone sees it: the outbox into a file, a receipt from the office.

use super::Session;
use crate::AppError;
use crate::views::{CourierFile, CourierReceipt};
use satchel_devices::share::{ShareFile, ShareKind, Shared};
use satchel_store::{Arrival, OutboxKind, OutboxState, Settlement, Step};
use satchel_sync::courier::{self, CourierError, Delivery, Fate, Header, PhoneSecret, Sealed};
use satchel_sync::{Document, OnArrival, SiteAccount, push};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufWriter, Read};
use std::path::Path;

/// Setting: the secret by which the site knows this phone.
pub(crate) const PHONE_SECRET: &str = "phone_secret";
/// Setting: the files written, newest last.
const WRITTEN: &str = "courier_files";
/// Files whose receipts are still taken.
const KEPT: usize = 200;

/// Largest receipt read, in bytes.
const MAX_RECEIPT: u64 = 16 << 20;

/// A file this phone wrote.
#[derive(Serialize, Deserialize)]
struct Written {
    id: String,
    number: u32,
    receipt_key: String,
}

/// What the fate of a row came to on this phone.
enum Taken {
    /// The site has it: news here.
    Delivered { differs: bool },
    /// The site said no: news here.
    Refused,
    /// That was known, or nobody knows yet.
    Unchanged,
}

impl Session {
    /// Writes all that waits into a file for the office, encrypted for its key. The outbox stays as it
    /// is: what the phone delivers itself meanwhile is delivered once all the same.
    ///
    /// # Errors
    /// [`AppError::Courier`]; no file is left then.
    pub fn write_courier(&self, path: &Path) -> Result<CourierFile, AppError> {
        let account = SiteAccount::load(self.store()).map_err(CourierError::from)?;
        let account = account.ok_or(CourierError::NoKey)?;
        let on_arrival = account.on_arrival_now(self.store()).map_err(CourierError::from)?;
        let recipient = account.courier_recipient.clone().ok_or(CourierError::NoKey)?;
        let secret: Option<String> = self.store().setting(PHONE_SECRET)?;
        let secret = PhoneSecret(secret.ok_or(CourierError::NoKey)?);
        let rows = self.store().carry_out()?;
        let documents = rows.uids().len();
        if documents == 0 {
            return Err(CourierError::Nothing.into());
        }
        let mut written: Vec<Written> = self.store().setting(WRITTEN)?.unwrap_or_default();
        let number = written.last().map_or(0, |file| file.number).saturating_add(1);
        let file = Written { id: self.hex()?, number, receipt_key: self.hex()? };
        let header = Header {
            id: file.id.clone(),
            site: account.address,
            user: account.user,
            company: account.company,
            device: self.store().device_code()?.map(|code| code.to_string()).unwrap_or_default(),
            number,
            made_at: self.now().utc,
            on_arrival,
        };
        let sealed = Sealed { receipt_key: file.receipt_key.clone(), rows };
        written.push(file);
        let surplus = written.len().saturating_sub(KEPT);
        written.drain(..surplus);
        // Known before it leaves: a receipt that comes back must find it.
        self.store().set_setting(WRITTEN, &written).wait()?;
        let half = path.with_extension("half");
        let made = (|| {
            let out = BufWriter::new(File::create(&half)?);
            let random = &*self.ports().random;
            courier::write_file(out, &recipient, &secret, &header, &sealed, random)?;
            File::open(&half)?.sync_all()?;
            std::fs::rename(&half, path)?;
            Ok::<(), CourierError>(())
        })();
        if made.is_err() {
            let _ = std::fs::remove_file(&half);
        }
        made?;
        Ok(CourierFile { number, documents })
    }

    /// Hands a file that [`Session::write_courier`] wrote to the phone's share sheet.
    ///
    /// # Errors
    /// [`AppError::Courier`] where it cannot be read any more, [`AppError::Share`] when nothing takes it.
    pub fn share_courier(&self, path: &Path) -> Result<Shared, AppError> {
        let content = std::fs::read(path).map_err(CourierError::from)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        Ok(self.ports().share.share(&ShareFile::new(&stem, ShareKind::Courier, content))?)
    }

    /// Reads the office's receipt for a file this phone wrote: what arrived is delivered, what the site
    /// refused needs a hand. Reading it twice changes nothing more.
    ///
    /// # Errors
    /// [`AppError::Courier`]; nothing was changed by a file that is no such receipt.
    pub fn read_courier_receipt(&self, path: &Path) -> Result<CourierReceipt, AppError> {
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(CourierError::from)?;
        file.take(MAX_RECEIPT).read_to_end(&mut bytes).map_err(CourierError::from)?;
        let written: Vec<Written> = self.store().setting(WRITTEN)?.unwrap_or_default();
        let key_of = |id: &str| {
            let file = written.iter().find(|file| file.id == id);
            file.map(|file| file.receipt_key.clone())
        };
        let receipt = courier::read_receipt(&bytes, key_of).map_err(AppError::Courier)?;
        let account = SiteAccount::load(self.store()).map_err(CourierError::from)?;
        let on_arrival = account.map(|account| account.on_arrival_now(self.store())).transpose();
        let submits = on_arrival.map_err(CourierError::from)? == Some(OnArrival::Submit);
        let mut changed = CourierReceipt::default();
        for delivery in receipt.rows {
            let count = match self.take_delivery(&delivery, submits)? {
                Taken::Delivered { differs } => {
                    changed.differ = changed.differ.saturating_add(u32::from(differs));
                    &mut changed.delivered
                }
                Taken::Refused => &mut changed.refused,
                Taken::Unchanged => &mut changed.unchanged,
            };
            *count = count.saturating_add(1);
        }
        Ok(changed)
    }

    /// What a row's fate changes here.
    fn take_delivery(&self, delivery: &Delivery, submits: bool) -> Result<Taken, AppError> {
        let Some(row) = self.store().outbox_row_of(&delivery.uid)? else {
            return Ok(Taken::Unchanged);
        };
        match &delivery.fate {
            Fate::Delivered { name, modified } if OutboxState::OPEN.contains(&row.state) => {
                let submit = submits && !delivery.submitted && row.kind == OutboxKind::SalesOrder;
                let booked = delivery.booked.clone().map(Document::from);
                let difference = booked
                    .filter(|_| row.kind == OutboxKind::SalesOrder)
                    .map(|booked| push::booked::difference(self.store(), &row, &booked))
                    .transpose()
                    .map_err(CourierError::from)?
                    .flatten();
                let arrival = Arrival {
                    name: name.clone(),
                    modified: modified.clone(),
                    submit,
                    difference,
                    ..Arrival::default()
                };
                let differs = arrival.difference.is_some();
                self.settle(row.seq, Settlement::Arrived(Box::new(arrival)))?;
                Ok(Taken::Delivered { differs })
            }
            Fate::Refused { words } if row.state == OutboxState::Waiting => {
                self.settle(row.seq, Settlement::Claimed)?;
                self.settle(row.seq, Settlement::Refused { words: words.clone() })?;
                Ok(Taken::Refused)
            }
            _ => Ok(Taken::Unchanged),
        }
    }

    fn settle(&self, seq: i64, settlement: Settlement) -> Result<(), AppError> {
        let now = self.now();
        let step = Step { seq, settlement, at: now.utc, offset_minutes: now.offset_minutes };
        Ok(self.store().settle(step).wait()?)
    }

    fn hex(&self) -> Result<String, AppError> {
        let mut bytes = [0; 16];
        self.ports().random.fill(&mut bytes)?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
