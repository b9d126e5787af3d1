//! The one use of a code: an entry in the site's log with the code's id in a unique field.

use satchel_frappe::{Client, Document, Failure};

use super::{EnrolError, EnrolmentCode};
use crate::site_log::{CODE_USED, LOG};

/// How often a lost answer is asked again.
const TRIES: usize = 3;

impl EnrolmentCode {
    /// Uses the code: finds out that its key pair counts and is its user's, and marks it as used on the
    /// site. `phone` is random and tells this phone's own first try, whose answer was lost, from
    /// another phone's use. A site without the log cannot tell whether a code was used; there it
    /// counts for as long as it is valid.
    ///
    /// # Errors
    /// [`EnrolError::WrongUser`], [`EnrolError::Used`], or [`EnrolError::Sync`] where the site cannot
    /// be asked: the code is then good for another try.
    pub async fn claim(&self, client: &Client, phone: &str) -> Result<(), EnrolError> {
        if client.logged_user().await? != self.account.user {
            return Err(EnrolError::WrongUser);
        }
        let mut used = Document::new();
        used.set("satchel_uid", self.id.as_str());
        used.set("user", self.account.user.as_str());
        used.set("device", self.device.as_str());
        used.set("company", self.account.company.as_str());
        used.set("event", CODE_USED);
        used.set("phone", phone);
        used.set("app_version", env!("CARGO_PKG_VERSION"));
        let mut tries = 0_usize;
        loop {
            tries = tries.saturating_add(1);
            match client.insert(LOG, &used).await {
                Ok(_) => return Ok(()),
                Err(Failure::Refused(refusal)) if refusal.is_duplicate_value() => {
                    return self.whose(client, phone).await;
                }
                Err(Failure::Refused(refusal))
                    if refusal.is_forbidden() || refusal.is_missing() =>
                {
                    tracing::info!("the site cannot tell whether the code was used");
                    return Ok(());
                }
                Err(failure) if failure.may_have_run() && tries < TRIES => {}
                Err(failure) => return Err(failure.into()),
            }
        }
    }

    /// Who used it: this phone in an earlier try, or another.
    async fn whose(&self, client: &Client, phone: &str) -> Result<(), EnrolError> {
        match client.find_by_uid(LOG, &self.id, &["phone"]).await? {
            Some(used) if used.text("phone") == Some(phone) => Ok(()),
            _ => Err(EnrolError::Used),
        }
    }
}
