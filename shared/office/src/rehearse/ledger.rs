//! What was done on a phone, written down outside of it: the phone may not vouch for itself.
//!
//! One JSON object a line. A line is on the disk before the next step begins; one torn by a kill is
//! dropped when the file is opened again.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// A document the rep has saved and that the site must have in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// DocType.
    pub doctype: String,
    /// What tells it apart on the site: receipt number, name of the customer, note of the visit.
    pub key: String,
    /// Fields and what they must be; numbers are compared as numbers.
    pub figures: BTreeMap<String, String>,
}

/// What became of the outbox, as the phone sees it at the end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Rows that are not done, by state.
    pub open: BTreeMap<String, u64>,
    /// Receipt number to the site's name, for each order.
    pub names: BTreeMap<String, String>,
    /// Attempts that counted, over all rows.
    pub attempts: u64,
    /// What the site said of rows that are not done, or what else is wrong.
    pub words: Vec<String>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub enum Entry {
    /// A step begins; `uid` is what it will have, where that is known before.
    Begun {
        /// Place in the day.
        step: usize,
        /// The uid of the document, or empty.
        uid: String,
    },
    /// A step is done.
    Done {
        /// Place in the day.
        step: usize,
        /// What it left.
        documents: Vec<Written>,
    },
    /// The phone has nothing more to do.
    Closed(Closing),
}

/// The file, open for one phone.
pub struct Ledger {
    file: File,
    entries: Vec<Entry>,
}

impl Ledger {
    /// Opens the file, making it where it is missing, and drops a torn last line.
    pub fn open(path: &Path) -> Result<Self> {
        let entries = read(path)?;
        let whole: String = entries.iter().map(|entry| line(entry).unwrap_or_default()).collect();
        let file = OpenOptions::new().create(true).append(true).open(path);
        let file = file.with_context(|| format!("{} cannot be opened", path.display()))?;
        file.set_len(whole.len() as u64)?;
        Ok(Self { file, entries })
    }

    /// Writes a line and waits for the disk.
    pub fn write(&mut self, entry: Entry) -> Result<()> {
        self.file.write_all(line(&entry)?.as_bytes())?;
        self.file.sync_data()?;
        self.entries.push(entry);
        Ok(())
    }

    /// Whether a step is done.
    pub fn is_done(&self, step: usize) -> bool {
        self.entries.iter().any(|entry| matches!(entry, Entry::Done { step: s, .. } if *s == step))
    }

    /// The last uid a step began with.
    pub fn begun(&self, step: usize) -> Option<&str> {
        self.entries.iter().rev().find_map(|entry| match entry {
            Entry::Begun { step: s, uid } if *s == step => Some(uid.as_str()),
            _ => None,
        })
    }
}

fn line(entry: &Entry) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string(entry)?))
}

/// The lines of a ledger, up to the first torn one. A file that is not there has none.
pub fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            return Err(error).with_context(|| format!("{} cannot be read", path.display()));
        }
    };
    let whole = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    Ok(whole.map_while(|line| serde_json::from_str(line).ok()).collect())
}

/// What the site must have of one phone: the last word of each document.
pub fn expected(entries: &[Entry]) -> Vec<Written> {
    let mut last: BTreeMap<(String, String), Written> = BTreeMap::new();
    for entry in entries {
        if let Entry::Done { documents, .. } = entry {
            for written in documents {
                let key = (written.doctype.clone(), written.key.clone());
                last.insert(key, written.clone());
            }
        }
    }
    last.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(step: usize, doctype: &str, key: &str, figure: &str) -> Entry {
        let figures = BTreeMap::from([("progress".to_owned(), figure.to_owned())]);
        let written = Written { doctype: doctype.to_owned(), key: key.to_owned(), figures };
        Entry::Done { step, documents: vec![written] }
    }

    #[test]
    fn a_torn_line_is_dropped_and_written_again() {
        let folder = std::env::temp_dir().join(format!("satchel-ledger-{}", std::process::id()));
        let mut ledger = Ledger::open(&folder).unwrap();
        ledger.write(Entry::Begun { step: 0, uid: "u-1".to_owned() }).unwrap();
        ledger.write(done(0, "Task", "T-1", "10")).unwrap();
        drop(ledger);
        let mut torn = std::fs::read(&folder).unwrap();
        torn.extend(br#"{"entry":"done","step":1,"docum"#);
        std::fs::write(&folder, torn).unwrap();
        let mut ledger = Ledger::open(&folder).unwrap();
        assert!(ledger.is_done(0) && !ledger.is_done(1));
        assert_eq!(ledger.begun(0), Some("u-1"));
        ledger.write(done(1, "Task", "T-1", "30")).unwrap();
        let entries = read(&folder).unwrap();
        assert_eq!(entries.len(), 3);
        // The second word on a task counts.
        let expected = expected(&entries);
        assert_eq!(expected.len(), 1);
        assert_eq!(expected[0].figures["progress"], "30");
        std::fs::remove_file(folder).unwrap();
    }
}
