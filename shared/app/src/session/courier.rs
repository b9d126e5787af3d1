//! The courier, as the phone sees it: the outbox into a file, a receipt from the office.

use super::Session;
use crate::AppError;
use crate::views::CourierFile;
use satchel_sync::SiteAccount;
use satchel_sync::courier::{self, CourierError, Header, PhoneSecret, Sealed};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Setting: the secret by which the site knows this phone.
pub(crate) const PHONE_SECRET: &str = "phone_secret";
/// Setting: the files written, newest last.
const WRITTEN: &str = "courier_files";
/// Files whose receipts are still taken.
const KEPT: usize = 200;

/// A file this phone wrote.
#[derive(Serialize, Deserialize)]
struct Written {
    id: String,
    number: u32,
    receipt_key: String,
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
            on_arrival: account.on_arrival,
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

    fn hex(&self) -> Result<String, AppError> {
        let mut bytes = [0; 16];
        self.ports().random.fill(&mut bytes)?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
