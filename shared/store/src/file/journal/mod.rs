//! The journal: what the rep was told is safe, kept a second time beside the database.
//!
//! An append-only file of sealed frames, each flushed while the transaction it belongs to is written
//! and commits, and both before anyone is told. Should the database be lost altogether, unsent
//! documents are placed again from here. See `docs/decisions/0003-journal-of-unsent-documents.md`.

mod frame;
mod scribe;
mod tail;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::KeyInit;
use chacha20poly1305::{Key, XChaCha20Poly1305};
use satchel_domain::ids::{DeviceCode, OrderUid, ReceiptNumber};
use satchel_domain::visits::Link;
use serde::{Deserialize, Serialize};

use crate::customers::NewCustomer;
use crate::disk;
use crate::error::StoreError;
use crate::field_work::{CheckIn, CheckOut};
use crate::orders::OrderToPlace;
pub(crate) use frame::Contents;
use scribe::Scribe;
use tail::Tail;

/// What the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub(crate) enum Record {
    /// An order was placed under this number.
    Order { number: ReceiptNumber, order: Box<OrderToPlace> },
    /// A customer was made.
    Customer { new: Box<NewCustomer> },
    /// A visit began.
    CheckIn { visit: Box<CheckIn> },
    /// A visit ended.
    CheckOut { visit: Box<CheckOut> },
    /// What the rep wrote during a visit that goes on, in place of an earlier one. Its end has it too.
    Note { visit: OrderUid, note: String },
    /// The document with this idempotency key is done or withdrawn.
    Settled { uid: String },
    /// The document with this idempotency key was never committed; its number is free.
    Void { uid: String },
    /// The next number of a device, so that older frames may go.
    Counter { device: DeviceCode, next: u32 },
    /// The last link of the chain of visits, so that older frames may go.
    Linked { link: Link },
}

impl Record {
    /// The idempotency keys of what the record can bring back: a customer has one, its address and its
    /// contact have others.
    pub(crate) fn uids(&self) -> Vec<String> {
        match self {
            Self::Order { order, .. } => vec![order.uid.to_string()],
            Self::Customer { new } => {
                let parts = [&new.address, &new.contact].into_iter().flatten();
                let parts = parts.map(|part| part.local_id.to_string());
                std::iter::once(new.local_id.to_string()).chain(parts).collect()
            }
            Self::CheckIn { visit } => vec![visit.uid.to_string()],
            Self::CheckOut { visit } => vec![visit.uid.to_string()],
            Self::Note { .. }
            | Self::Settled { .. }
            | Self::Void { .. }
            | Self::Counter { .. }
            | Self::Linked { .. } => Vec::new(),
        }
    }

    /// The link of the chain of visits it carries.
    pub(crate) fn link(&self) -> Option<&Link> {
        match self {
            Self::CheckIn { visit } => visit.link.as_ref(),
            Self::CheckOut { visit } => visit.link.as_ref(),
            Self::Linked { link } => Some(link),
            _ => None,
        }
    }
}

/// The journal of an open store; only the writer's thread has it.
pub(crate) struct Journal {
    path: PathBuf,
    /// Where it grows. With the scribe while a record is being appended.
    tail: Option<Tail>,
    scribe: Scribe,
}

/// Where the journal of a database lies.
pub(crate) fn path_for(database: &Path) -> PathBuf {
    database.with_extension("journal")
}

impl Journal {
    /// Opens the journal, making it where it is missing, and gives what it holds.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read or written.
    pub(crate) fn open(path: &Path, key: &[u8; 32]) -> Result<(Self, Contents), StoreError> {
        let contents = read(path, key)?;
        let file = disk::private().read(true).create(true).truncate(false).open(path)?;
        // Behind the last frame is room, or a torn frame that was never answered for.
        file.set_len(contents.end)?;
        let tail = Tail::at(file, cipher(key), contents.next, contents.end)?;
        let journal = Self { path: path.to_owned(), tail: Some(tail), scribe: Scribe::start()? };
        Ok((journal, contents))
    }

    /// Appends a record and flushes it to the disk.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was.
    pub(crate) fn append(&mut self, record: &Record) -> Result<(), StoreError> {
        let tail = self.tail()?;
        tail.write(record)?;
        let flushed = tail.flush();
        if flushed.is_err() {
            tail.take_back();
        }
        Ok(flushed?)
    }

    /// Lets the scribe append a record and flush it meanwhile. [`Journal::finish`] must follow.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was begun then.
    pub(crate) fn begin(&mut self, record: Record) -> Result<(), StoreError> {
        let tail = self.tail.take().ok_or(StoreError::Closed)?;
        Ok(self.scribe.begin(tail, record)?)
    }

    /// Waits until what was begun is written, though perhaps not on the disk yet.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written; the journal is then as it was.
    pub(crate) fn written(&mut self) -> Result<(), StoreError> {
        self.scribe.written()
    }

    /// Waits until what was begun is on the disk.
    ///
    /// # Errors
    /// [`StoreError`] when it may not be.
    pub(crate) fn finish(&mut self) -> Result<(), StoreError> {
        let (tail, flushed) = self.scribe.finish()?;
        self.tail = Some(tail);
        Ok(flushed?)
    }

    /// Takes the last record back, whose transaction did not commit.
    pub(crate) fn take_back(&mut self) {
        if let Some(tail) = &mut self.tail {
            tail.take_back();
        }
    }

    /// Replaces the journal with one that holds `records` alone.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was.
    pub(crate) fn rewrite(&mut self, records: &[Record]) -> Result<(), StoreError> {
        let path = self.path.clone();
        let tail = self.tail()?;
        let bytes = tail.sealed_anew(records)?;
        disk::replace_file(&path, &bytes)?;
        let file = fs::OpenOptions::new().read(true).write(true).open(&path)?;
        tail.go_on_in(file, records.len() as u64, bytes.len() as u64)?;
        Ok(())
    }

    fn tail(&mut self) -> Result<&mut Tail, StoreError> {
        self.tail.as_mut().ok_or(StoreError::Closed)
    }

    /// Writes to another file from now on.
    #[cfg(test)]
    pub(crate) fn write_to(&mut self, file: fs::File) {
        self.tail().unwrap().write_to(file);
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(Key::from_slice(key))
}

/// Reads a journal without touching it. One that is missing is empty.
///
/// # Errors
/// [`StoreError`] when the file is there and cannot be read.
pub(crate) fn read(path: &Path, key: &[u8; 32]) -> Result<Contents, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    Ok(frame::parse(&bytes, &cipher(key)))
}

#[cfg(test)]
mod tests {
    use super::frame::{parse, seal};
    use super::*;
    use crate::testing;
    use proptest::prelude::*;

    const KEY: [u8; 32] = [9; 32];

    fn settled(n: usize) -> Record {
        Record::Settled { uid: format!("uid-{n}") }
    }

    fn filled(path: &Path, count: usize) {
        let (mut journal, _) = Journal::open(path, &KEY).unwrap();
        for n in 0..count {
            journal.append(&settled(n)).unwrap();
        }
    }

    #[test]
    fn records_read_back_in_order_and_are_not_plain() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("satchel.journal");
        filled(&path, 2);
        let order = Record::Order {
            number: "VAN3-00001".parse().unwrap(),
            order: Box::new(testing::order(1)),
        };
        let (mut journal, contents) = Journal::open(&path, &KEY).unwrap();
        assert_eq!(contents.records, [settled(0), settled(1)]);
        journal.append(&order).unwrap();
        let contents = read(&path, &KEY).unwrap();
        assert_eq!(contents.records, [settled(0), settled(1), order]);
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(7).any(|w| w == b"Padaria"));
        assert!(read(&path, &[8; 32]).unwrap().records.is_empty());
    }

    #[test]
    fn a_frame_taken_back_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("satchel.journal");
        let (mut journal, _) = Journal::open(&path, &KEY).unwrap();
        journal.append(&settled(0)).unwrap();
        journal.append(&settled(1)).unwrap();
        journal.take_back();
        journal.append(&settled(2)).unwrap();
        assert_eq!(read(&path, &KEY).unwrap().records, [settled(0), settled(2)]);
        journal.rewrite(&[settled(2)]).unwrap();
        journal.append(&settled(3)).unwrap();
        assert_eq!(read(&path, &KEY).unwrap().records, [settled(2), settled(3)]);
    }

    #[test]
    fn frames_cannot_change_places() {
        let sealing = cipher(&KEY);
        let mut frame = seal(&sealing, 0, &settled(0)).unwrap();
        frame[8] = 1;
        assert_eq!(parse(&frame, &sealing).records, []);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_torn_end_loses_only_the_torn_frame(count in 1usize..6, cut in 1usize..80) {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("satchel.journal");
            filled(&path, count);
            let end = usize::try_from(read(&path, &KEY).unwrap().end).unwrap();
            let bytes = fs::read(&path).unwrap();
            prop_assert!(bytes[end..].iter().all(|byte| *byte == 0), "only room behind it");
            fs::write(&path, &bytes[..end - cut]).unwrap();
            let (mut journal, contents) = Journal::open(&path, &KEY).unwrap();
            prop_assert_eq!(contents.records.len(), count - 1);
            prop_assert_eq!(contents.lost, 0);
            journal.append(&settled(77)).unwrap();
            let contents = read(&path, &KEY).unwrap();
            prop_assert_eq!(contents.records.len(), count);
            prop_assert_eq!(contents.records.last(), Some(&settled(77)));
        }

        #[test]
        fn a_flipped_bit_loses_one_frame(count in 1usize..6, at in any::<prop::sample::Index>()) {
            let sealing = cipher(&KEY);
            let mut bytes = Vec::new();
            for n in 0..count {
                bytes.extend(seal(&sealing, n as u64, &settled(n)).unwrap());
            }
            let at = at.index(bytes.len());
            bytes[at] ^= 0x10;
            let contents = parse(&bytes, &sealing);
            prop_assert_eq!(contents.records.len(), count - 1);
        }

        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let sealing = cipher(&KEY);
            prop_assert_eq!(parse(&bytes, &sealing).records, []);
        }
    }
}
