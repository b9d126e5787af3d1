//! Enrolment: the text a rep scans or pastes, and its one use.
//!
//! ```text
//! SATCHEL1.<base64url of a JSON object>.<base64url of the first six bytes of the SHA-256 of all before>
//! ```
//!
//! The check shows a torn text, it proves no sender: whoever holds the code can enrol, so it lives
//! shortly and is shown to one rep.

mod claim;
mod error;
#[cfg(test)]
mod tests;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use satchel_domain::ids::DeviceCode;
use satchel_frappe::address::{SiteAddress, Token};
use satchel_frappe::authorities;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use error::EnrolError;

use crate::{OnArrival, SiteAccount, SnapshotPlace};

const PREFIX: &str = "SATCHEL";
/// The newest format this app reads and writes.
const VERSION: u32 = 1;
/// A longer text is no code; the longest QR code holds 2,953 bytes (ISO/IEC 18004).
const LONGEST: usize = 8 * 1024;
/// Longest text of a field; Frappe's names have 140 characters.
const LONGEST_FIELD: usize = 1_024;
/// Bytes of the check.
const CHECK: usize = 6;

/// What a code says.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    /// Which code it is; the site takes each once.
    pub id: String,
    /// The enrolment it gives.
    pub account: SiteAccount,
    /// First half of the receipt numbers of a phone that has none yet.
    pub device: DeviceCode,
    /// Until when it may be used.
    pub valid_until: DateTime<Utc>,
}

impl std::fmt::Debug for EnrolmentCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnrolmentCode").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The JSON inside, with names of one letter since a QR code is small.
#[derive(Serialize, Deserialize)]
struct Inside {
    i: String,
    a: String,
    u: String,
    k: String,
    s: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    c: String,
    d: DeviceCode,
    x: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<SnapshotPlace>,
    #[serde(default)]
    o: OnArrival,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    t: bool,
    /// Further certificate authorities: DER in base64url.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    f: Vec<String>,
}

impl EnrolmentCode {
    /// Reads a code as it was scanned or pasted; white space anywhere in it is dropped.
    ///
    /// # Errors
    /// [`EnrolError::NotOurs`], [`EnrolError::Newer`], [`EnrolError::Torn`] or [`EnrolError::Expired`].
    pub fn parse(text: &str, now: DateTime<Utc>) -> Result<Self, EnrolError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).take(LONGEST).collect();
        let after = text.strip_prefix(PREFIX).ok_or(EnrolError::NotOurs)?;
        let (version, rest) = after.split_once('.').ok_or(EnrolError::Torn)?;
        let version: u32 = version.parse().map_err(|_| EnrolError::NotOurs)?;
        if version > VERSION {
            return Err(EnrolError::Newer { found: version, known: VERSION });
        }
        let (body, sum) = rest.split_once('.').ok_or(EnrolError::Torn)?;
        if version != VERSION || sum != check(&format!("{PREFIX}{version}.{body}")) {
            return Err(EnrolError::Torn);
        }
        let json = URL_SAFE_NO_PAD.decode(body).map_err(|_| EnrolError::Torn)?;
        let inside: Inside = serde_json::from_slice(&json).map_err(|_| EnrolError::NotOurs)?;
        let code = Self::of(inside).ok_or(EnrolError::NotOurs)?;
        if now > code.valid_until {
            return Err(EnrolError::Expired { until: code.valid_until });
        }
        Ok(code)
    }

    /// The text of the code.
    pub fn to_text(&self) -> String {
        let account = &self.account;
        let inside = Inside {
            i: self.id.clone(),
            a: account.address.clone(),
            u: account.user.clone(),
            k: account.api_key.clone(),
            s: account.api_secret.clone(),
            c: account.company.clone(),
            d: self.device.clone(),
            x: self.valid_until.timestamp(),
            r: account.courier_recipient.clone(),
            n: account.snapshot.clone(),
            o: account.on_arrival,
            t: account.track,
            f: account.authorities.as_deref().map(as_der).unwrap_or_default(),
        };
        // Texts and numbers always become JSON.
        let json = serde_json::to_vec(&inside).unwrap_or_default();
        let head = format!("{PREFIX}{VERSION}.{}", URL_SAFE_NO_PAD.encode(json));
        let sum = check(&head);
        format!("{head}.{sum}")
    }

    fn of(inside: Inside) -> Option<Self> {
        let plain =
            |text: &String| text.len() <= LONGEST_FIELD && !text.chars().any(char::is_control);
        let fits = [&inside.i, &inside.u, &inside.c].into_iter().all(plain)
            && inside.r.iter().all(plain)
            && inside.n.iter().all(|place| plain(&place.address) && plain(&place.public_key));
        if !fits || inside.i.is_empty() || inside.u.is_empty() {
            return None;
        }
        Token::new(&inside.k, &inside.s).ok()?;
        let account = SiteAccount {
            address: SiteAddress::parse(&inside.a).ok()?.to_string(),
            user: inside.u,
            api_key: inside.k,
            api_secret: inside.s,
            company: inside.c,
            authorities: as_pem(&inside.f)?,
            courier_recipient: inside.r,
            snapshot: inside.n,
            on_arrival: inside.o,
            track: inside.t,
        };
        let valid_until = DateTime::from_timestamp(inside.x, 0)?;
        Some(Self { id: inside.i, account, device: inside.d, valid_until })
    }

    /// Whether it is for the same user of the same site and company as an enrolment there is.
    ///
    /// # Errors
    /// [`EnrolError::OtherSite`] or [`EnrolError::OtherUser`] with what the enrolment has.
    pub fn continues(&self, account: &SiteAccount) -> Result<(), EnrolError> {
        let site = |address: &str| SiteAddress::parse(address).map(|site| site.to_string()).ok();
        if site(&self.account.address) != site(&account.address) {
            return Err(EnrolError::OtherSite { site: account.address.clone() });
        }
        if self.account.user != account.user || self.account.company != account.company {
            return Err(EnrolError::OtherUser { user: account.user.clone() });
        }
        Ok(())
    }
}

/// Each certificate of a PEM file.
fn as_der(pem: &str) -> Vec<String> {
    let certificates = authorities::certificates(pem.as_bytes()).unwrap_or_default();
    certificates.iter().map(|certificate| URL_SAFE_NO_PAD.encode(certificate)).collect()
}

/// A PEM file of the certificates, where there are some; nothing in place of `Some` where one of them is none.
fn as_pem(certificates: &[String]) -> Option<Option<String>> {
    if certificates.is_empty() {
        return Some(None);
    }
    let decoded = certificates.iter().map(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let certificates: Vec<Vec<u8>> = decoded.collect::<Option<_>>()?;
    let pem = authorities::pem(certificates.iter().map(Vec::as_slice));
    authorities::certificates(pem.as_bytes()).ok()?;
    Some(Some(pem))
}

fn check(text: &str) -> String {
    let sum = Sha256::digest(text.as_bytes());
    URL_SAFE_NO_PAD.encode(sum.get(..CHECK).unwrap_or_default())
}
