//! Why a code does not enrol.

use chrono::{DateTime, Utc};

use crate::SyncError;

/// Why a code does not enrol this phone. Nothing on the phone was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EnrolError {
    /// Not a code of Satchel.
    #[error("not an enrolment code")]
    NotOurs,
    /// Made by a newer office tool.
    #[error("a code of format {found}, known is {known}")]
    Newer {
        /// Its format.
        found: u32,
        /// The newest this app knows.
        known: u32,
    },
    /// Some of it is missing or misread.
    #[error("the code is torn")]
    Torn,
    /// Its time is over.
    #[error("the code has expired")]
    Expired {
        /// When it did.
        until: DateTime<Utc>,
    },
    /// The site says that it was used before.
    #[error("the code was used before")]
    Used,
    /// The key pair belongs to another user than the code says.
    #[error("the key pair is another user's")]
    WrongUser,
    /// The profile is enrolled on another site.
    #[error("the profile belongs to another site")]
    OtherSite {
        /// Address of the profile's site.
        site: String,
    },
    /// The profile belongs to another user or company.
    #[error("the profile belongs to another user")]
    OtherUser {
        /// The profile's user.
        user: String,
    },
    /// There is a profile of this site, user and company already; it is to be enrolled again.
    #[error("there is such a profile already")]
    HereAlready {
        /// Id of the profile.
        profile: String,
    },
    /// The phone gave no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    /// The site or the phone's database.
    #[error(transparent)]
    Sync(#[from] SyncError),
}

impl EnrolError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotOurs => "error-enrol-not-ours",
            Self::Newer { .. } => "error-enrol-newer",
            Self::Torn => "error-enrol-torn",
            Self::Expired { .. } => "error-enrol-expired",
            Self::Used => "error-enrol-used",
            Self::WrongUser => "error-enrol-wrong-user",
            Self::OtherSite { .. } => "error-enrol-other-site",
            Self::OtherUser { .. } => "error-enrol-other-user",
            Self::HereAlready { .. } => "error-enrol-here-already",
            Self::NoRandomness => "error-app-randomness",
            Self::Sync(error) => error.message_id(),
        }
    }

    /// Named arguments of the sentence.
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OtherSite { site } => vec![("site", site.clone())],
            Self::OtherUser { user } => vec![("user", user.clone())],
            Self::Sync(SyncError::Site(failure)) => failure.message_args(),
            _ => Vec::new(),
        }
    }
}

impl From<satchel_frappe::Failure> for EnrolError {
    fn from(failure: satchel_frappe::Failure) -> Self {
        Self::Sync(failure.into())
    }
}
