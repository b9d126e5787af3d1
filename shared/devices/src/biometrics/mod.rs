//! Secrets that only a finger or a face opens, where the phone can tell them.
//!
//! The PIN stays the way back: whatever is kept here can be lost at any time, by another finger taught to
//! the phone, and nothing but the comfort is lost with it. Calls show the system's own sheet and return
//! when it is answered, so they are made off the screen's thread.

#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod memory;

pub use memory::MemoryBiometrics;

use std::sync::Arc;
use zeroize::Zeroizing;

/// The largest secret that is taken, in bytes.
pub const MAX_SECRET_BYTES: usize = 256;

/// What the phone offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// No sensor, or none that is safe enough.
    Nothing,
    /// A sensor that knows nobody yet: the phone's settings teach it.
    NobodyKnown,
    /// Fingers or faces are told apart.
    Ready,
}

/// Why a secret was not kept or not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BiometricsError {
    /// The person chose the other way.
    #[error("the question was put aside")]
    PutAside,
    /// The sensor does not answer, or was asked too often: it works again later.
    #[error("the sensor is not to be had now")]
    NotNow,
    /// What was kept is gone for good: another finger or face was taught, or it was forgotten.
    #[error("what was kept no longer opens")]
    Gone,
    /// The phone cannot do this.
    #[error("no sensor")]
    NotOffered,
}

impl BiometricsError {
    /// The translation that tells the user.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::PutAside => "error-biometrics-put-aside",
            Self::NotNow => "error-biometrics-not-now",
            Self::Gone => "error-biometrics-gone",
            Self::NotOffered => "error-biometrics-not-offered",
        }
    }
}

/// The words of the system's sheet, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is for.
    pub title: String,
    /// The other way, such as "Use PIN".
    pub other: String,
}

/// Keeps secrets behind a finger or a face.
pub trait Biometrics: Send + Sync {
    /// What the phone offers now.
    fn offer(&self) -> Offer;

    /// Keeps `secret` under `name` (1–64 small letters, digits and `-`), in place of what was there, until
    /// another finger or face is taught. May ask.
    ///
    /// # Errors
    /// [`BiometricsError`]; nothing is kept under the name then.
    fn seal(&self, name: &str, secret: &[u8], asked: &Question) -> Result<(), BiometricsError>;

    /// Asks, and gives the secret.
    ///
    /// # Errors
    /// [`BiometricsError::Gone`] where it never opens again, or why it does not now.
    fn open(&self, name: &str, asked: &Question) -> Result<Zeroizing<Vec<u8>>, BiometricsError>;

    /// Forgets the secret; one that is not there is no error. Never asks.
    fn forget(&self, name: &str);
}

/// The phone's own, where it has one.
pub fn of_platform() -> Arc<dyn Biometrics> {
    #[cfg(target_os = "android")]
    return Arc::new(crate::android::SystemBiometrics);
    #[cfg(target_os = "ios")]
    return Arc::new(crate::ios::KeychainBiometrics);
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    Arc::new(NoBiometrics)
}

/// A machine that tells nobody apart.
#[derive(Debug, Clone, Copy)]
pub struct NoBiometrics;

impl Biometrics for NoBiometrics {
    fn offer(&self) -> Offer {
        Offer::Nothing
    }

    fn seal(&self, _: &str, _: &[u8], _: &Question) -> Result<(), BiometricsError> {
        Err(BiometricsError::NotOffered)
    }

    fn open(&self, _: &str, _: &Question) -> Result<Zeroizing<Vec<u8>>, BiometricsError> {
        Err(BiometricsError::NotOffered)
    }

    fn forget(&self, _: &str) {}
}

/// Whether an adapter may use a name and keep so much.
pub(crate) fn fits(name: &str, secret: &[u8]) -> bool {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&name.len()) && name.bytes().all(good) && secret.len() <= MAX_SECRET_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fake_keeps_the_contract() {
        contract::check(&MemoryBiometrics::new());
    }

    #[test]
    fn a_machine_without_a_sensor_says_so() {
        let asked = Question { title: String::new(), other: String::new() };
        assert_eq!(NoBiometrics.offer(), Offer::Nothing);
        assert_eq!(NoBiometrics.seal("a", b"b", &asked), Err(BiometricsError::NotOffered));
        assert_eq!(NoBiometrics.open("a", &asked), Err(BiometricsError::NotOffered));
    }

    #[test]
    fn names_and_sizes_are_checked() {
        assert!(fits("presence-1", &[0; MAX_SECRET_BYTES]));
        for name in ["", "A", "a/b", "ä", &"a".repeat(65)] {
            assert!(!fits(name, b""), "{name}");
        }
        assert!(!fits("a", &[0; MAX_SECRET_BYTES + 1]));
    }
}
