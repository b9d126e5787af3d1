//! Why a step of the sync could not be taken.

use std::time::Duration;

use satchel_frappe::address::{AddressError, TokenError};
use satchel_frappe::http::HttpSetupError;
use satchel_frappe::{Failure, Retry};
use satchel_store::StoreError;

/// Why a step of the sync could not be taken. Whatever it is, the outbox keeps everything.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SyncError {
    /// The phone is not enrolled on a site.
    #[error("the phone is not enrolled on a site")]
    NotEnrolled,
    /// The phone's own database.
    #[error("the database of the phone")]
    Store(#[from] StoreError),
    /// The site, or the way to it.
    #[error("the site: {0}")]
    Site(#[source] Failure),
    /// The enrolment holds an address that is none.
    #[error("the address of the site")]
    Address(#[from] AddressError),
    /// The enrolment holds a key pair that is none.
    #[error("the key pair of the user")]
    Token(#[from] TokenError),
    /// The line cannot be set up.
    #[error("the line to the site")]
    Line(#[from] HttpSetupError),
    /// The snapshot is of no use.
    #[error("the snapshot: {0}")]
    Snapshot(#[from] crate::snapshot::SnapshotError),
}

impl From<Failure> for SyncError {
    fn from(failure: Failure) -> Self {
        Self::Site(failure)
    }
}

impl SyncError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotEnrolled => "error-sync-not-enrolled",
            Self::Store(error) => error.message_id(),
            Self::Site(failure) => failure.message_id(),
            Self::Address(error) => error.message_id(),
            Self::Token(_) => "error-token-invalid",
            Self::Line(error) => error.message_id(),
            Self::Snapshot(error) => error.message_id(),
        }
    }

    /// Named arguments of that translation. Not for logs: a site's words may name customers.
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Site(failure) => failure.message_args(),
            _ => Vec::new(),
        }
    }

    /// Whether nobody could be reached, so that nothing was tried.
    pub fn is_offline(&self) -> bool {
        matches!(self, Self::Site(Failure::Offline { .. }))
    }

    /// How long the site asks to be left alone, if it does.
    pub fn asked_wait(&self) -> Option<Duration> {
        match self {
            Self::Site(failure) => match failure.retry() {
                Retry::After(asked) => asked,
                _ => None,
            },
            _ => None,
        }
    }
}
