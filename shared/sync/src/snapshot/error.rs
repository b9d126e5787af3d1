//! Why a snapshot is of no use.

/// Why a snapshot is of no use. Nothing on the phone was changed; the usual pull loads all the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// The manifest is not one.
    #[error("the manifest cannot be read")]
    Unreadable,
    /// It is not signed by the office the phone was enrolled by.
    #[error("the manifest is not signed with the key of the enrolment")]
    Signature,
    /// It is of another site.
    #[error("the snapshot is of another site")]
    OtherSite,
    /// It was made for another version of the app.
    #[error("the snapshot has schema {found}, this app {known}")]
    OtherVersion {
        /// The schema of the snapshot.
        found: u32,
        /// The schema of this app.
        known: u32,
    },
    /// A piece is not what the manifest says, also after another download.
    #[error("piece {number} is damaged")]
    Damaged {
        /// Its place, from 1.
        number: usize,
    },
    /// The pieces do not fit on the phone.
    #[error("a file of the snapshot cannot be written: {0}")]
    File(#[source] std::io::Error),
    /// The key is no key.
    #[error("the key cannot be read")]
    Key,
}

impl SnapshotError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Unreadable => "error-snapshot-unreadable",
            Self::Signature | Self::Key => "error-snapshot-signature",
            Self::OtherSite => "error-snapshot-other-site",
            Self::OtherVersion { .. } => "error-snapshot-other-version",
            Self::Damaged { .. } => "error-snapshot-damaged",
            Self::File(_) => "error-snapshot-file",
        }
    }
}

impl From<std::io::Error> for SnapshotError {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}
