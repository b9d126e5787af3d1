//! The end of the journal, where it grows.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use chacha20poly1305::XChaCha20Poly1305;

use super::Record;
use super::frame;
use crate::error::StoreError;

/// How much room is made at a time, in bytes: some fifty orders.
const ROOM: usize = 512 * 1024;

/// The file at the place where the next frame goes.
pub(super) struct Tail {
    file: File,
    cipher: XChaCha20Poly1305,
    next: u64,
    end: u64,
    /// How far the file is filled with zeros ahead of the frames.
    room: u64,
    /// Where the last frame begins, while it can be taken back.
    last: Option<u64>,
}

impl Tail {
    /// The tail of a file that ends at `end`; `next` is the number of the frame to come.
    ///
    /// # Errors
    /// What the system says of the file.
    pub(super) fn at(
        mut file: File,
        cipher: XChaCha20Poly1305,
        next: u64,
        end: u64,
    ) -> io::Result<Self> {
        file.seek(SeekFrom::Start(end))?;
        Ok(Self { file, cipher, next, end, room: end, last: None })
    }

    /// Appends a record without flushing it.
    ///
    /// # Errors
    /// [`StoreError`]; the journal is then as it was.
    pub(super) fn write(&mut self, record: &Record) -> Result<(), StoreError> {
        self.last = None;
        let frame = frame::seal(&self.cipher, self.next, record)?;
        let length = frame.len() as u64;
        let written = self.make_room(length).and_then(|()| self.file.write_all(&frame));
        if let Err(error) = written {
            self.cut();
            return Err(error.into());
        }
        self.last = Some(self.end);
        self.end = self.end.saturating_add(length);
        self.next = self.next.saturating_add(1);
        Ok(())
    }

    /// Flushes what was written to the disk.
    ///
    /// # Errors
    /// When it may not be there.
    pub(super) fn flush(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Takes the frame written last back; nothing when that did not come about.
    pub(super) fn take_back(&mut self) {
        if let Some(start) = self.last.take() {
            self.end = start;
            self.next = self.next.saturating_sub(1);
            self.cut();
        }
    }

    /// Frames of `records` numbered from the first, for a journal written anew.
    ///
    /// # Errors
    /// [`StoreError`] when a record cannot be sealed.
    pub(super) fn sealed_anew(&self, records: &[Record]) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::new();
        for (number, record) in (0..).zip(records) {
            bytes.extend(frame::seal(&self.cipher, number, record)?);
        }
        Ok(bytes)
    }

    /// Goes on in another file, behind `frames` frames that end at `end`.
    ///
    /// # Errors
    /// What the system says of the file; this tail is then as it was.
    pub(super) fn go_on_in(&mut self, file: File, frames: u64, end: u64) -> io::Result<()> {
        *self = Self::at(file, self.cipher.clone(), frames, end)?;
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

    fn cut(&mut self) {
        self.room = self.end;
        let cut =
            self.file.set_len(self.end).and_then(|()| self.file.seek(SeekFrom::Start(self.end)));
        if cut.is_err() {
            // A frame too many is voided at the next opening, for its document is not in the database.
            tracing::warn!("a frame could not be taken back from the journal");
        }
    }

    /// Writes to another file from now on.
    #[cfg(test)]
    pub(super) fn write_to(&mut self, file: File) {
        self.file = file;
    }
}
