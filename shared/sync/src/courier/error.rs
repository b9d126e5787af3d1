//! Why a file of the courier is refused.

use satchel_store::StoreError;

use crate::SyncError;

/// Why a courier file or a receipt is refused. Nothing was changed by it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CourierError {
    /// Not a file of the courier.
    #[error("not a courier file")]
    NotOurs,
    /// Some of it is missing or was changed.
    #[error("the file is torn")]
    Torn,
    /// Made by a newer app.
    #[error("a file of format {found}, known is {known}")]
    Newer {
        /// Its format.
        found: u32,
        /// The newest this app knows.
        known: u32,
    },
    /// Encrypted for another site's key.
    #[error("the file is for another key")]
    OtherKey,
    /// Not made by an enrolled phone of this site.
    #[error("no enrolled phone of this site made the file")]
    Foreign,
    /// Delivered before.
    #[error("the file was delivered before")]
    Delivered,
    /// A receipt for a file this phone did not write, or one that was forged.
    #[error("not a receipt for a file of this phone")]
    OtherReceipt,
    /// The office gave this phone no key for courier files, or it was enrolled without a code.
    #[error("the phone has no key for courier files")]
    NoKey,
    /// Nothing waits.
    #[error("nothing waits")]
    Nothing,
    /// The system gave no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    /// The file system refused.
    #[error("the file system refused")]
    Io(#[from] std::io::Error),
    /// The site or the phone's database.
    #[error(transparent)]
    Sync(#[from] SyncError),
}

impl CourierError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotOurs => "error-courier-not-ours",
            Self::Torn => "error-courier-torn",
            Self::Newer { .. } => "error-courier-newer",
            Self::OtherKey => "error-courier-other-key",
            Self::Foreign => "error-courier-foreign",
            Self::Delivered => "error-courier-delivered",
            Self::OtherReceipt => "error-courier-other-receipt",
            Self::NoKey => "error-courier-no-key",
            Self::Nothing => "error-courier-nothing",
            Self::NoRandomness => "error-app-randomness",
            Self::Io(_) => "error-courier-file",
            Self::Sync(error) => error.message_id(),
        }
    }
}

impl From<StoreError> for CourierError {
    fn from(error: StoreError) -> Self {
        Self::Sync(error.into())
    }
}
