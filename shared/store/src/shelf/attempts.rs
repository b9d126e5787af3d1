//! Wrong PINs and the time to wait after them.
//!
//! The wait is counted by the phone's monotonic clock alone: within one boot by its difference,
//! after a restart from that restart. Setting the wall clock, back or ahead, changes nothing.

use std::time::Duration;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use satchel_devices::clock::ClockReading;
use satchel_devices::random::Random;
use satchel_domain::ids::ProfileId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::error::ShelfError;

/// Wrong PINs that cost no wait.
const FREE: u32 = 3;
const LONGEST: Duration = Duration::from_secs(300);
/// From here on the wait is the longest one.
const AT_LONGEST: u32 = 13;
const NONCE_BYTES: usize = 24;

/// The secrets of a profile in the platform's key store: 32 bytes that go into the PIN's key, and 32
/// that seal the count of wrong PINs.
pub(crate) struct Secrets(pub(crate) Zeroizing<[u8; 64]>);

impl Secrets {
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    pub(crate) fn for_pin(&self) -> &[u8] {
        self.0.split_at(32).0
    }

    fn seal_cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(self.0.split_at(32).1))
    }
}

/// How many PINs in a row were wrong, and when the last one was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attempts {
    failed: u32,
    boot_id: String,
    monotonic_ms: u64,
}

/// The wait after so many wrong PINs in a row: none for three, then 1 s, doubling up to 5 minutes.
pub(crate) fn wait_after(failed: u32) -> Duration {
    match failed {
        0..=FREE => Duration::ZERO,
        AT_LONGEST.. => LONGEST,
        _ => Duration::from_secs(1 << (failed - FREE - 1)).min(LONGEST),
    }
}

impl Attempts {
    /// No wrong PIN.
    pub(crate) fn none() -> Self {
        Self { failed: 0, boot_id: String::new(), monotonic_ms: 0 }
    }

    /// The record was changed by someone else: the longest wait from now on.
    pub(crate) fn tampered(now: &ClockReading) -> Self {
        Self { failed: AT_LONGEST, boot_id: now.boot_id.clone(), monotonic_ms: now.monotonic_ms }
    }

    pub(crate) fn failed(&self) -> u32 {
        self.failed
    }

    pub(crate) fn one_more(&self, now: &ClockReading) -> Self {
        Self {
            failed: self.failed.saturating_add(1),
            boot_id: now.boot_id.clone(),
            monotonic_ms: now.monotonic_ms,
        }
    }

    /// What is left of the wait, if anything.
    pub(crate) fn wait_left(&self, now: &ClockReading) -> Option<Duration> {
        let elapsed = Duration::from_millis(now.elapsed_since(&self.boot_id, self.monotonic_ms));
        wait_after(self.failed).checked_sub(elapsed).filter(|left| !left.is_zero())
    }

    pub(crate) fn worse_of(self, other: Self) -> Self {
        let same_boot = self.boot_id == other.boot_id;
        let later = same_boot && other.monotonic_ms > self.monotonic_ms;
        if other.failed > self.failed || (other.failed == self.failed && later) {
            other
        } else {
            self
        }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// Sealed for `profile.json`, bound to the profile.
    pub(crate) fn seal(
        &self,
        secrets: &Secrets,
        id: ProfileId,
        random: &dyn Random,
    ) -> Result<Vec<u8>, ShelfError> {
        let mut nonce = [0; NONCE_BYTES];
        random.fill(&mut nonce).map_err(|_| ShelfError::NoRandomness)?;
        let payload = Payload { msg: &self.to_bytes(), aad: id.as_uuid().as_bytes() };
        let sealed = secrets
            .seal_cipher()
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| ShelfError::NoRandomness)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// What was sealed; `None` when someone changed it.
    pub(crate) fn unseal(bytes: &[u8], secrets: &Secrets, id: ProfileId) -> Option<Self> {
        let (nonce, sealed) = bytes.split_at_checked(NONCE_BYTES)?;
        let payload = Payload { msg: sealed, aad: id.as_uuid().as_bytes() };
        let plain = secrets.seal_cipher().decrypt(XNonce::from_slice(nonce), payload).ok()?;
        Self::from_bytes(&plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_five_minutes() {
        let seconds: Vec<u64> = (0..16).map(|n| wait_after(n).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(wait_after(u32::MAX), LONGEST);
    }
}
