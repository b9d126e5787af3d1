//! Reading the file of masters out of its pieces, without ever having it whole.

use std::fs::File;
use std::io::{BufReader, Error, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use zstd::stream::read::Decoder;

use super::{Manifest, PIECE, Piece};

/// Largest window a piece may ask for, as a power of two: that of a whole piece.
const WINDOW_LOG: u32 = PIECE.ilog2();

/// The file in the pieces of a folder, each piece no longer than its manifest says. What is in memory
/// is the window of one piece, whatever the pieces claim to hold.
pub fn unpack(manifest: &Manifest, folder: &Path) -> Unpacked {
    let numbered: Vec<(usize, Piece)> = (1..).zip(manifest.pieces.iter().cloned()).collect();
    Unpacked {
        folder: folder.to_owned(),
        pieces: numbered.into_iter(),
        open: None,
        damage: Damage::default(),
    }
}

/// Which piece turned out to be damaged, if one did.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<OnceLock<usize>>);

impl Damage {
    /// The place of the piece, from 1.
    pub fn number(&self) -> Option<usize> {
        self.0.get().copied()
    }
}

/// The file, read piece after piece; ends with [`ErrorKind::InvalidData`] at a damaged one.
pub struct Unpacked {
    folder: PathBuf,
    pieces: std::vec::IntoIter<(usize, Piece)>,
    open: Option<Open>,
    damage: Damage,
}

/// A piece that is being read.
struct Open {
    number: usize,
    reader: Decoder<'static, BufReader<File>>,
    /// Bytes it still has to give.
    left: u64,
}

impl Unpacked {
    /// Tells which piece was damaged, once reading has ended.
    pub fn damage(&self) -> Damage {
        self.damage.clone()
    }

    fn damaged(&mut self, number: usize) -> Error {
        self.open = None;
        self.pieces = Vec::new().into_iter();
        // The first one counts.
        let _ = self.damage.0.set(number);
        Error::new(ErrorKind::InvalidData, "a piece of the snapshot is damaged")
    }

    /// Opens the next piece; false where there is none.
    fn open_next(&mut self) -> std::io::Result<bool> {
        let Some((number, piece)) = self.pieces.next() else { return Ok(false) };
        let file = File::open(self.folder.join(piece.file_name()))?;
        let mut reader = Decoder::new(file)?;
        reader.window_log_max(WINDOW_LOG)?;
        self.open = Some(Open { number, reader, left: piece.raw });
        Ok(true)
    }
}

impl Read for Unpacked {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            let Some(open) = &mut self.open else {
                if self.open_next()? {
                    continue;
                }
                return Ok(0);
            };
            let (number, read) = (open.number, open.reader.read(into));
            let Ok(read) = read else { return Err(self.damaged(number)) };
            match open.left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)) {
                Some(left) if read > 0 => {
                    open.left = left;
                    return Ok(read);
                }
                Some(0) => self.open = None,
                // Too short, or too long.
                Some(_) | None => return Err(self.damaged(number)),
            }
        }
    }
}

#[cfg(test)]
#[path = "unpack_tests.rs"]
mod tests;
