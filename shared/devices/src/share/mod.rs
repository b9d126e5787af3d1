//! Handing a file to other apps: the phone's share sheet, or a folder where there is none.

#[cfg(any(test, feature = "contract"))]
pub mod contract;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod downloads;
mod memory;

#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub use downloads::DownloadsFolder;
pub use memory::MemoryShare;

use std::path::PathBuf;
use std::sync::Arc;

/// Longest name of a file without its ending, in characters.
const LONGEST_STEM: usize = 80;

/// What kind of file is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShareKind {
    /// A picture.
    Png,
    /// A document to print or file.
    Pdf,
    /// A table.
    Csv,
    /// A map.
    GeoJson,
    /// Ways.
    Gpx,
    /// Calendar entries (RFC 5545).
    Calendar,
    /// What waits, for the office's courier (`age-encryption.org/v1`).
    Courier,
}

impl ShareKind {
    /// How the name of such a file ends, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::Gpx => "gpx",
            Self::Calendar => "ics",
            Self::Courier => "courier",
        }
    }

    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv",
            Self::GeoJson => "application/geo+json",
            // Not registered; what programs of maps take.
            Self::Gpx => "application/gpx+xml",
            Self::Calendar => "text/calendar",
            // Not registered; only the office's tool reads it.
            Self::Courier => "application/octet-stream",
        }
    }
}

/// A file to be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareFile {
    name: String,
    kind: ShareKind,
    content: Vec<u8>,
}

impl ShareFile {
    /// A file called after `stem`. Signs that some file system or app does not take become `-`; a stem
    /// without any other sign becomes `receipt`.
    pub fn new(stem: &str, kind: ShareKind, content: Vec<u8>) -> Self {
        Self { name: format!("{}.{}", file_stem(stem), kind.ending()), kind, content }
    }

    /// Its name, with its ending and without a folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind it is.
    pub fn kind(&self) -> ShareKind {
        self.kind
    }

    /// Its bytes.
    pub fn content(&self) -> &[u8] {
        &self.content
    }
}

/// A name without its ending that every file system takes.
fn file_stem(stem: &str) -> String {
    let mut name = String::new();
    for sign in stem.trim().chars().take(LONGEST_STEM) {
        let plain = sign.is_alphanumeric() || matches!(sign, '-' | '_' | ' ' | '.');
        let sign = if plain { sign } else { '-' };
        if !(sign == '-' && name.ends_with('-')) {
            name.push(sign);
        }
    }
    let name = name.trim_matches(['-', '.', ' ']);
    if name.is_empty() { "receipt".to_owned() } else { name.to_owned() }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared {
    /// It lies here now.
    Saved(PathBuf),
    /// The phone's own sheet is shown; what the user does there nobody tells.
    Offered,
    /// It can be fetched at this path of the page the app is shown in, for a while.
    At(String),
}

/// Why a file was not shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// There is no folder for it and no app that takes it.
    #[error("nothing here takes a file")]
    NoReceiver,
    /// It could not be written: the disk is full, or the folder may not be written to.
    #[error("the file could not be written")]
    NotWritten,
    /// The platform refused.
    #[error("the platform did not share the file")]
    Refused,
}

impl ShareError {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::NoReceiver => "share-no-receiver",
            Self::NotWritten => "share-not-written",
            Self::Refused => "share-refused",
        }
    }
}

/// The platform's own way: the phone's share sheet, or the user's downloads.
pub fn of_platform() -> Arc<dyn Share> {
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    return Arc::new(DownloadsFolder::of_user());
    #[cfg(target_os = "android")]
    return Arc::new(crate::android::ShareSheet);
    #[cfg(target_os = "ios")]
    Arc::new(crate::ios::ShareSheet)
}

/// Hands files to other apps.
pub trait Share: Send + Sync {
    /// Hands a file over. Returns as soon as it is out of the app's hands; may be called from any thread.
    ///
    /// # Errors
    /// [`ShareError`]; the user cancelling the phone's sheet is none.
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(stem: &str) -> String {
        ShareFile::new(stem, ShareKind::Pdf, Vec::new()).name().to_owned()
    }

    #[test]
    fn names_are_readable_and_safe() {
        assert_eq!(name("VAN3-00042"), "VAN3-00042.pdf");
        assert_eq!(name("Café Âncora"), "Café Âncora.pdf");
        assert_eq!(name("../../etc/passwd"), "etc-passwd.pdf");
        assert_eq!(name("بقالة زهرة"), "بقالة زهرة.pdf");
        assert_eq!(name(" ::/ "), "receipt.pdf");
    }

    proptest! {
        #[test]
        fn no_stem_leads_out_of_a_folder(stem in "\\PC{0,120}|[./\\\\:]{0,20}") {
            let name = name(&stem);
            prop_assert!(!name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']));
            prop_assert!(name.chars().count() <= LONGEST_STEM + 4 && name.len() > 4);
        }
    }
}
