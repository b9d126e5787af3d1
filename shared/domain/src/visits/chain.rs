//! The chain: SHA-256 (FIPS 180-4) over what a check-in or check-out says, with the hash of the link
//! before it. A link that is changed, left out or put elsewhere does not fit the next one.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::capture::{CapturedAt, LaterPosition};

/// The form of the evidence; a later one gets another number.
const FORMAT: u32 = 1;

/// Which end of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Arriving.
    CheckIn,
    /// Leaving.
    CheckOut,
}

/// What a link says. Its JSON, in the order of the fields here, is what is hashed and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// 1.
    pub format: u32,
    /// Device code of the phone.
    pub device: String,
    /// Counts the links of the phone, from 1.
    pub number: u64,
    /// Hash of the link before, hexadecimal; empty for the first.
    pub previous: String,
    /// `satchel_uid` of the Field Visit.
    pub visit: String,
    /// Which end of it.
    pub moment: Moment,
    /// `server:NAME` or `local:UUID` of the customer; empty where there is none.
    pub customer: String,
    /// Name, or uid as long as it has none, of the Event it was planned as; empty where it was not.
    pub event: String,
    /// The time as the site is told it, in its own zone.
    pub site_time: String,
    /// When and where.
    pub captured: CapturedAt,
    /// Metres to the customer's address, where both are known.
    pub distance_m: Option<u32>,
    /// What the rep wrote.
    pub note: String,
    /// Of a check-out: the better position of the check-in that became known after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<LaterPosition>,
}

/// A link as it is kept: the text and its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The [`Evidence`] as JSON, to the byte.
    pub evidence: String,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Break {
    /// The text was changed, or is none.
    Changed,
    /// Links before this one are not there.
    Missing,
    /// It follows another link than the one before it.
    Elsewhere,
}

/// The next link: `number` and `previous` follow from the last one of this phone. `None` where JSON could
/// not be written, which no evidence leads to.
pub fn seal(last: Option<&Link>, mut evidence: Evidence) -> Option<Link> {
    let before = last.and_then(|link| read(link).map(|told| (told.number, link.hash.clone())));
    let (number, previous) = before.unwrap_or_default();
    evidence.format = FORMAT;
    evidence.number = number.saturating_add(1);
    evidence.previous = previous;
    let evidence = serde_json::to_string(&evidence).ok()?;
    let hash = hash(&evidence);
    Some(Link { evidence, hash })
}

impl Link {
    /// What it says, if it can be read.
    pub fn read(&self) -> Option<Evidence> {
        read(self)
    }

    /// Whether the text is the one that was hashed.
    pub fn is_whole(&self) -> bool {
        hash(&self.evidence) == self.hash
    }
}

/// What each link says, in the order of their numbers, with what is wrong about it. Links of one phone;
/// the first there need not be the first there ever was. Unreadable ones come first.
pub fn check_chain(links: &[Link]) -> Vec<(Option<Evidence>, Option<Break>)> {
    let mut told: Vec<(Option<Evidence>, &Link)> = links.iter().map(|l| (read(l), l)).collect();
    told.sort_by_key(|(evidence, _)| evidence.as_ref().map(|evidence| evidence.number));
    let mut last: Option<(u64, &str)> = None;
    let mut checked = Vec::with_capacity(told.len());
    for (evidence, link) in told {
        let broken = match &evidence {
            None => Some(Break::Changed),
            Some(now) if !link.is_whole() => {
                last = Some((now.number, &link.hash));
                Some(Break::Changed)
            }
            Some(now) => {
                let broken = last.and_then(|before| follows(before, now));
                last = Some((now.number, &link.hash));
                broken
            }
        };
        checked.push((evidence, broken));
    }
    checked
}

fn follows((number, hash): (u64, &str), now: &Evidence) -> Option<Break> {
    if now.number != number.saturating_add(1) {
        return Some(if now.number == number { Break::Elsewhere } else { Break::Missing });
    }
    (now.previous != hash).then_some(Break::Elsewhere)
}

fn read(link: &Link) -> Option<Evidence> {
    let evidence: Evidence = serde_json::from_str(&link.evidence).ok()?;
    (evidence.format == FORMAT).then_some(evidence)
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
