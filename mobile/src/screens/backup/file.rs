//! Where safe copies and courier files lie.

use chrono::NaiveDate;
use std::fs;
use std::path::PathBuf;

/// How a safe copy's name ends.
pub const ENDING: &str = "satchel";
/// How a file for the courier ends.
const COURIER: &str = "courier";
/// How the office's receipt for one ends.
pub const RECEIPT: &str = "receipt";

/// What a copy of a chosen file is called before its ending: hidden, and no name a person would give.
const COPY: &str = ".satchel-chosen";

/// The folder safe copies are written to and looked for in: the user's own, outside the app's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange(pub PathBuf);

impl Exchange {
    /// The file a safe copy made today goes to, for instance `satchel-VAN3-2026-11-22.satchel`.
    pub fn file_of(&self, device: &str, today: NaiveDate) -> PathBuf {
        let device: String = device.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        self.0.join(format!("satchel-{device}-{today}.{ENDING}"))
    }

    /// The file for the courier, for instance `satchel-VAN3-2026-11-22.courier`.
    pub fn courier_of(&self, device: &str, today: NaiveDate) -> PathBuf {
        self.file_of(device, today).with_extension(COURIER)
    }

    /// The receipts of couriers in the folder, by name, the last first.
    pub fn receipts(&self) -> Vec<PathBuf> {
        self.ending_in(RECEIPT)
    }

    /// The safe copies in the folder, by name, the last first; none where it cannot be read.
    pub fn found(&self) -> Vec<PathBuf> {
        self.ending_in(ENDING)
    }

    /// Where the copy of a chosen file lies that the phone hands over without its place.
    pub fn copy_of(&self, ending: &str) -> PathBuf {
        self.0.join(COPY).with_extension(ending)
    }

    /// Removes the copies of chosen files: they are read, or nobody will.
    pub fn forget_copies(&self) {
        for ending in [ENDING, RECEIPT] {
            let copy = self.copy_of(ending);
            if copy.is_file()
                && let Err(error) = fs::remove_file(copy)
            {
                tracing::warn!(%error, "the copy of a chosen file stays");
            }
        }
    }

    fn ending_in(&self, ending: &str) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|found| found == ending) && path.is_file())
            .filter(|path| *path != self.copy_of(ending))
            .collect();
        files.sort();
        files.reverse();
        files
    }
}
