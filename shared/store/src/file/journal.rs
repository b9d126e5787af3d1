//! The journal: what the rep was told is safe, kept a second time beside the database.
//!
//! An append-only file of sealed frames, each flushed while the transaction it belongs to commits, and
//! both before anyone is told. Should the database be lost altogether, unsent documents are placed again from here. See
//! `docs/decisions/0003-journal-of-unsent-documents.md`.
//!
//! A frame is a marker (8 bytes), its number (u64), the length of what follows the nonce (u32), a
//! nonce (24) and the sealed record (XChaCha20-Poly1305, marker and number bound in), all little
//! endian. Frames that do not open are skipped; the marker finds the next one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, OsRng, Payload, rand_core::RngCore};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use satchel_domain::ids::{DeviceCode, ReceiptNumber};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::flusher::Flusher;
use crate::customers::NewCustomer;
use crate::disk;
use crate::error::{StoreError, bad};
use crate::field_work::{CheckIn, CheckOut};
use crate::orders::OrderToPlace;

const MARKER: &[u8; 8] = b"\xF5SJRNL1\n";
const NONCE_BYTES: usize = 24;
const HEAD_BYTES: usize = 8 + 8 + 4 + NONCE_BYTES;
/// How much room is made at a time, in bytes: some fifty orders.
const ROOM: usize = 512 * 1024;
/// No document comes near this; a longer length is a torn one.
const LONGEST: usize = 64 * 1024 * 1024;

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
    /// The document with this idempotency key is done or withdrawn.
    Settled { uid: String },
    /// The document with this idempotency key was never committed; its number is free.
    Void { uid: String },
    /// The next number of a device, so that older frames may go.
    Counter { device: DeviceCode, next: u32 },
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
            Self::Settled { .. } | Self::Void { .. } | Self::Counter { .. } => Vec::new(),
        }
    }
}

/// The journal of an open store; only the writer's thread has it.
pub(crate) struct Journal {
    file: File,
    path: PathBuf,
    cipher: XChaCha20Poly1305,
    next: u64,
    end: u64,
    /// How far the file is filled with zeros ahead of the frames.
    room: u64,
    flusher: Flusher,
}

/// What was read from a journal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    /// The records that opened, in order.
    pub(crate) records: Vec<Record>,
    /// Frames that did not open, a torn one at the end left out.
    pub(crate) lost: usize,
    next: u64,
    end: u64,
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
        let mut file = disk::private().read(true).create(true).truncate(false).open(path)?;
        // Behind the last frame is room, or a torn frame that was never answered for.
        file.set_len(contents.end)?;
        file.seek(SeekFrom::Start(contents.end))?;
        let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
        let flusher = Flusher::start(&file)?;
        let (next, end) = (contents.next, contents.end);
        let room = end;
        Ok((Self { file, path: path.to_owned(), cipher, next, end, room, flusher }, contents))
    }

    /// Appends a record and flushes it to the disk.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was.
    pub(crate) fn append(&mut self, record: &Record) -> Result<(), StoreError> {
        let start = self.end;
        self.begin_append(record)?;
        let flushed = self.finish_append();
        if flushed.is_err() {
            self.take_back(start);
        }
        flushed
    }

    /// Appends a record and begins to flush it; [`Journal::finish_append`] waits for that.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was, and nothing is being flushed.
    pub(crate) fn begin_append(&mut self, record: &Record) -> Result<(), StoreError> {
        let frame = seal(&self.cipher, self.next, record)?;
        let length = frame.len() as u64;
        let written = self.make_room(length).and_then(|()| self.file.write_all(&frame));
        if let Err(error) = written {
            self.cut();
            return Err(error.into());
        }
        self.end = self.end.saturating_add(frame.len() as u64);
        self.next = self.next.saturating_add(1);
        self.flusher.begin();
        Ok(())
    }

    /// Fills the file with zeros well ahead. Flushing bytes written over others is one flush of the
    /// disk; flushing a file that grew is a commit of the file system's own journal, three times as long.
    fn make_room(&mut self, length: u64) -> io::Result<()> {
        if self.end.saturating_add(length) <= self.room {
            return Ok(());
        }
        let zeros = vec![0; usize::try_from(length).unwrap_or(0).saturating_add(ROOM)];
        self.file.write_all(&zeros)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        self.room = self.end.saturating_add(zeros.len() as u64);
        Ok(())
    }

    /// Waits until what was begun is on the disk.
    ///
    /// # Errors
    /// [`StoreError`] when it may not be.
    pub(crate) fn finish_append(&mut self) -> Result<(), StoreError> {
        Ok(self.flusher.finish()?)
    }

    /// Takes the last frame back, whose transaction did not commit. `frame_start` is where the
    /// journal ended before.
    pub(crate) fn take_back(&mut self, frame_start: u64) {
        self.end = frame_start;
        self.next = self.next.saturating_sub(1);
        self.cut();
    }

    /// Where the next frame will stand.
    pub(crate) fn end(&self) -> u64 {
        self.end
    }

    /// Writes to another file from now on.
    #[cfg(test)]
    pub(crate) fn write_to(&mut self, file: File) {
        self.file = file;
    }

    fn cut(&mut self) {
        self.room = self.end;
        let cut =
            self.file.set_len(self.end).and_then(|()| self.file.seek(SeekFrom::Start(self.end)));
        if cut.is_err() {
            // A frame too many is voided at the next opening, for its document is not in the database.
            tracing::warn!("a frame could not be taken back from the journal");
        }
    }

    /// Replaces the journal with one that holds `records` alone.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was.
    pub(crate) fn rewrite(&mut self, records: &[Record]) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        for (number, record) in (0..).zip(records) {
            bytes.extend(seal(&self.cipher, number, record)?);
        }
        disk::replace_file(&self.path, &bytes)?;
        self.file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        self.flusher = Flusher::start(&self.file)?;
        self.end = bytes.len() as u64;
        self.room = self.end;
        self.next = records.len() as u64;
        self.file.seek(SeekFrom::Start(self.end))?;
        Ok(())
    }
}

fn seal(cipher: &XChaCha20Poly1305, number: u64, record: &Record) -> Result<Vec<u8>, StoreError> {
    let plain = Zeroizing::new(serde_json::to_vec(record).map_err(|_| bad("journal record"))?);
    let mut nonce = [0; NONCE_BYTES];
    OsRng
        .try_fill_bytes(&mut nonce)
        .map_err(|_| StoreError::Io(io::Error::other("no random bytes")))?;
    let bound = [MARKER.as_slice(), &number.to_le_bytes()].concat();
    let sealed = cipher
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &plain, aad: &bound })
        .map_err(|_| bad("journal record"))?;
    let length = u32::try_from(sealed.len()).map_err(|_| bad("journal record"))?;
    Ok([bound.as_slice(), &length.to_le_bytes(), &nonce, &sealed].concat())
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
    Ok(parse(&bytes, &XChaCha20Poly1305::new(Key::from_slice(key))))
}

fn parse(bytes: &[u8], cipher: &XChaCha20Poly1305) -> Contents {
    let mut contents = Contents::default();
    let mut at = 0;
    let mut in_damage = false;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match frame(rest, cipher) {
            Some((number, record, length)) => {
                contents.records.push(record);
                contents.lost += usize::from(in_damage);
                in_damage = false;
                at += length;
                contents.next = contents.next.max(number.saturating_add(1));
                contents.end = at as u64;
            }
            None => {
                in_damage = true;
                at += 1 + next_marker(rest.get(1..).unwrap_or_default());
            }
        }
    }
    contents
}

/// The frame at the start of `bytes`: its number, its record, its length.
fn frame(bytes: &[u8], cipher: &XChaCha20Poly1305) -> Option<(u64, Record, usize)> {
    let head = bytes.get(..HEAD_BYTES)?;
    let (bound, rest) = head.split_at_checked(16)?;
    let (length, nonce) = rest.split_at_checked(4)?;
    let (marker, number) = bound.split_at_checked(8)?;
    if marker != MARKER {
        return None;
    }
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    if length > LONGEST {
        return None;
    }
    let end = HEAD_BYTES.checked_add(length)?;
    let sealed = bytes.get(HEAD_BYTES..end)?;
    let plain = cipher
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: bound })
        .map(Zeroizing::new)
        .ok()?;
    let record = serde_json::from_slice(&plain).ok()?;
    Some((u64::from_le_bytes(number.try_into().ok()?), record, end))
}

/// How far the next marker is, or the end.
fn next_marker(bytes: &[u8]) -> usize {
    bytes.windows(MARKER.len()).position(|window| window == MARKER).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
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
        let start = journal.end();
        journal.append(&settled(1)).unwrap();
        journal.take_back(start);
        journal.append(&settled(2)).unwrap();
        assert_eq!(read(&path, &KEY).unwrap().records, [settled(0), settled(2)]);
        journal.rewrite(&[settled(2)]).unwrap();
        journal.append(&settled(3)).unwrap();
        assert_eq!(read(&path, &KEY).unwrap().records, [settled(2), settled(3)]);
    }

    #[test]
    fn frames_cannot_change_places() {
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&KEY));
        let mut frame = seal(&cipher, 0, &settled(0)).unwrap();
        frame[8] = 1;
        assert_eq!(parse(&frame, &cipher).records, []);
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
            let cipher = XChaCha20Poly1305::new(Key::from_slice(&KEY));
            let mut bytes = Vec::new();
            for n in 0..count {
                bytes.extend(seal(&cipher, n as u64, &settled(n)).unwrap());
            }
            let at = at.index(bytes.len());
            bytes[at] ^= 0x10;
            let contents = parse(&bytes, &cipher);
            prop_assert_eq!(contents.records.len(), count - 1);
        }

        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let cipher = XChaCha20Poly1305::new(Key::from_slice(&KEY));
            prop_assert_eq!(parse(&bytes, &cipher).records, []);
        }
    }
}
