//! Where safe copies lie.

use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};

/// How a safe copy's name ends.
const ENDING: &str = "satchel";

/// The folder safe copies are written to and looked for in: the user's own, outside the app's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange(pub PathBuf);

impl Exchange {
    /// The file a safe copy made today goes to, for instance `satchel-VAN3-2026-11-22.satchel`.
    pub fn file_of(&self, device: &str, today: NaiveDate) -> PathBuf {
        let device: String = device.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        self.0.join(format!("satchel-{device}-{today}.{ENDING}"))
    }

    /// The safe copies in the folder, by name, the last first; none where it cannot be read.
    pub fn found(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| is_backup(path))
            .collect();
        files.sort();
        files.reverse();
        files
    }
}

fn is_backup(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING) && path.is_file()
}
