//! The key store: small secrets kept by the platform, each under a name.
//!
//! [`PlatformKeyStore`] is the platform's own; [`SafeKeyStore`] uses it where it works and a
//! [`FileKeyStore`] where it does not. [`MemoryKeyStore`] is for tests.

mod file;
mod memory;
mod platform;
mod safe;

#[cfg(any(test, feature = "contract"))]
pub mod contract;

pub use file::FileKeyStore;
pub use memory::MemoryKeyStore;
pub use platform::PlatformKeyStore;
pub use safe::SafeKeyStore;
use std::path::PathBuf;
use std::time::Duration;
use zeroize::Zeroizing;

/// The largest secret a key store takes, in bytes.
pub const MAX_SECRET_BYTES: usize = 4096;

/// How long the platform's store may take to answer. It may be asking for a password meanwhile, which
/// nobody is to wait for.
const PATIENCE: Duration = Duration::from_secs(3);

/// The safest store there is: the platform's, with sealed files in `folder` where it does not answer. Keys
/// that lie in the folder stay usable and move once the platform's store has them.
///
/// # Errors
/// As [`FileKeyStore::open_folder`].
pub fn safest(folder: impl Into<PathBuf>) -> Result<SafeKeyStore, KeyStoreError> {
    Ok(SafeKeyStore::moving(FileKeyStore::open_folder(folder)?, platform_store))
}

/// Sealed files in `folder`, which can be carried elsewhere with all that lies there. A key that moved to the
/// platform's store before is read from it.
///
/// # Errors
/// As [`FileKeyStore::open_folder`].
pub fn carried(folder: impl Into<PathBuf>) -> Result<SafeKeyStore, KeyStoreError> {
    Ok(SafeKeyStore::staying(FileKeyStore::open_folder(folder)?, platform_store))
}

fn platform_store() -> Option<Box<dyn KeyStore>> {
    PlatformKeyStore::start(PATIENCE).map(|store| Box::new(store) as Box<dyn KeyStore>)
}

/// What a key store answers when it cannot.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyStoreError {
    /// No secret of that name.
    #[error("no such secret")]
    NotFound,
    /// The secret is there but was changed, or was sealed by another key.
    #[error("the secret does not open")]
    Damaged,
    /// Names are 1–64 small letters, digits and `-`.
    #[error("not a name for a secret")]
    BadName,
    /// Larger than [`MAX_SECRET_BYTES`].
    #[error("the secret is too large")]
    TooLarge,
    /// The platform's store refused or is locked.
    #[error("the key store is not available")]
    Unavailable,
    /// The file system refused.
    #[error("the key store's folder cannot be used: {0}")]
    Io(#[from] std::io::Error),
}

impl KeyStoreError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotFound => "error-key-store-not-found",
            Self::Damaged => "error-key-store-damaged",
            Self::BadName | Self::TooLarge => "error-key-store-misused",
            Self::Unavailable => "error-key-store-unavailable",
            Self::Io(_) => "error-key-store-folder",
        }
    }
}

/// Keeps small secrets by name, out of reach of other apps as well as the platform can.
pub trait KeyStore: Send + Sync {
    /// Keeps `secret` under `name`, in place of what was there. Durable on return.
    ///
    /// # Errors
    /// [`KeyStoreError`]; what was there before is then untouched.
    fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError>;

    /// The secret kept under `name`.
    ///
    /// # Errors
    /// [`KeyStoreError::NotFound`], or why it cannot be had.
    fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError>;

    /// Forgets the secret under `name`; one that is not there is no error.
    ///
    /// # Errors
    /// [`KeyStoreError`] when it may still be there.
    fn forget(&self, name: &str) -> Result<(), KeyStoreError>;

    /// The sentence the user is to know about how well secrets are kept now; none where nothing is to be
    /// said.
    fn warning(&self) -> Option<&'static str> {
        None
    }
}

/// Checks a name and a size before any adapter sees them.
fn check(name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if name.is_empty() || name.len() > 64 || !name.bytes().all(good) {
        return Err(KeyStoreError::BadName);
    }
    if secret.len() > MAX_SECRET_BYTES {
        return Err(KeyStoreError::TooLarge);
    }
    Ok(())
}
