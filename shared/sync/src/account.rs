//! Who this phone is at which site, and what is known of the site. Both live in the encrypted file.

use std::sync::Arc;

use satchel_frappe::address::{SiteAddress, Token};
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteVersions};
use satchel_store::Store;
use serde::{Deserialize, Serialize};

use crate::SyncError;
use crate::push::Pause;

const ACCOUNT: &str = "site_account";
const FACTS: &str = "site_facts";

/// What becomes of an order once it is at the site as a draft. A choice of the company.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnArrival {
    /// It is submitted at once.
    #[default]
    Submit,
    /// It waits as a draft for approval.
    LeaveDraft,
}

/// Where the masters of a group of reps can be had in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotPlace {
    /// Address of its manifest: absolute, or a path at the site.
    pub address: String,
    /// The key it is signed with: ed25519, base64.
    pub public_key: String,
}

/// An enrolment: which site, as whom, and what the site's office decided for its phones.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteAccount {
    /// Address of the site.
    pub address: String,
    /// User id, an e-mail address as a rule.
    pub user: String,
    /// `api_key` of the user.
    pub api_key: String,
    /// `api_secret` of the user.
    pub api_secret: String,
    /// `company` of the orders.
    #[serde(default)]
    pub company: String,
    /// Further certificate authorities, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorities: Option<String>,
    /// Recipient of courier files: an age X25519 public key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courier_recipient: Option<String>,
    /// Where snapshots are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<SnapshotPlace>,
    /// What becomes of an order once it has arrived.
    #[serde(default)]
    pub on_arrival: OnArrival,
    /// The way between visits is recorded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub track: bool,
}

impl std::fmt::Debug for SiteAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SiteAccount").field("address", &self.address).finish_non_exhaustive()
    }
}

impl SiteAccount {
    /// Who is where, and nothing else decided: no further authorities, no courier, no snapshot, orders
    /// submitted on arrival, no ways recorded. `key_pair` is `api_key` and `api_secret`.
    pub fn new(address: String, user: String, key_pair: (String, String), company: String) -> Self {
        let (api_key, api_secret) = key_pair;
        Self {
            address,
            user,
            api_key,
            api_secret,
            company,
            authorities: None,
            courier_recipient: None,
            snapshot: None,
            on_arrival: OnArrival::default(),
            track: false,
        }
    }

    /// The enrolment kept in a profile, if there is one.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn load(store: &Store) -> Result<Option<Self>, SyncError> {
        Ok(store.setting(ACCOUNT)?)
    }

    /// Keeps the enrolment. One that was there is replaced; the outbox goes on under the new one.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn save(&self, store: &Store) -> Result<(), SyncError> {
        store.set_setting(ACCOUNT, self).wait()?;
        // Whatever the site had against the key before, this is another one.
        Pause::end(store)
    }

    /// A client that speaks to the site over its own pool of connections.
    ///
    /// # Errors
    /// [`SyncError::Address`], [`SyncError::Token`] or [`SyncError::Line`] where the enrolment cannot
    /// be used.
    pub fn client(&self) -> Result<Client, SyncError> {
        let address = SiteAddress::parse(&self.address)?;
        let token = Token::new(&self.api_key, &self.api_secret)?;
        let options = HttpOptions {
            extra_authorities: self.authorities.as_ref().map(|pem| pem.clone().into_bytes()),
            ..HttpOptions::default()
        };
        Ok(Client::new(Arc::new(HttpTransport::new(address, options)?), Some(token)))
    }
}

/// What is known of a site since the phone last reached it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFacts {
    /// System Settings `time_zone`: every time of the site is naive in it.
    pub time_zone: String,
    /// App name to version, as the site gave it.
    pub versions: std::collections::BTreeMap<String, String>,
}

impl SiteFacts {
    /// What is kept in a profile, if the phone ever reached the site.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn load(store: &Store) -> Result<Option<Self>, SyncError> {
        Ok(store.setting(FACTS)?)
    }

    /// Asks the site and keeps the answer. Two requests.
    ///
    /// # Errors
    /// [`SyncError::Site`] or [`SyncError::Store`].
    pub async fn learn(client: &Client, store: &Store) -> Result<Self, SyncError> {
        let versions = client.versions().await?;
        let facts = Self { time_zone: client.time_zone().await?, versions: versions.apps };
        store.set_setting(FACTS, &facts).await?;
        Ok(facts)
    }

    /// The versions, in the shape the client compares them.
    pub fn site_versions(&self) -> SiteVersions {
        SiteVersions { apps: self.versions.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enrolment_does_not_show_its_secret() {
        let account = SiteAccount::new(
            "https://erp.example.com".into(),
            "rep@example.com".into(),
            ("key".into(), "secret-word".into()),
            String::new(),
        );
        assert!(!format!("{account:?}").contains("secret-word"));
        let text = serde_json::to_string(&account).unwrap();
        assert_eq!(serde_json::from_str::<SiteAccount>(&text).unwrap(), account);
        assert!(account.client().is_ok());
    }
}
