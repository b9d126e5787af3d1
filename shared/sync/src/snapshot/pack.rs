//! From a file of masters to pieces and a manifest in a folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::thread;

use super::manifest::{Manifest, Piece, SigningKey, draft, sha256};
use super::{PIECE, SnapshotError};

/// File name of the manifest.
pub const MANIFEST_NAME: &str = "manifest.json";
/// zstd's level: 17 saves another tenth and takes three times as long.
const LEVEL: i32 = 12;

/// What was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The manifest.
    pub manifest: Manifest,
    /// Pieces that were in the folder already.
    pub kept: usize,
}

/// Compresses the file of masters into pieces in `folder`, signs their manifest and writes it last, so
/// that a folder served while it is written is whole at any time. Pieces that are there already stay;
/// those of earlier snapshots too, for phones that are at them.
///
/// # Errors
/// [`SnapshotError::File`].
pub fn pack(
    masters: &Path,
    folder: &Path,
    about: (&str, &str, &str, u64),
    key: &SigningKey,
) -> Result<Packed, SnapshotError> {
    fs::create_dir_all(folder)?;
    let (site, group, made_at, items) = about;
    let mut manifest = draft(site, group, made_at, items);
    let mut kept = 0;
    let mut file = File::open(masters)?;
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    loop {
        let raw = read_pieces(&mut file, at_once)?;
        if raw.is_empty() {
            break;
        }
        for (raw, packed) in raw.iter().zip(compressed(&raw)) {
            let packed = packed?;
            let piece = Piece {
                sha256: sha256(&packed),
                size: u64::try_from(packed.len()).unwrap_or(u64::MAX),
                raw: u64::try_from(raw.len()).unwrap_or(u64::MAX),
            };
            let path = folder.join(piece.file_name());
            if path.is_file() {
                kept += 1;
            } else {
                put(&path, &packed)?;
            }
            manifest.pieces.push(piece);
        }
    }
    put(&folder.join(MANIFEST_NAME), &manifest.sign(key))?;
    Ok(Packed { manifest, kept })
}

/// The next pieces of a file, at most `count`; none at its end.
fn read_pieces(file: &mut File, count: usize) -> std::io::Result<Vec<Vec<u8>>> {
    let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
    let mut pieces = Vec::new();
    while pieces.len() < count {
        let mut raw = Vec::with_capacity(PIECE);
        Read::by_ref(file).take(most).read_to_end(&mut raw)?;
        if raw.is_empty() {
            break;
        }
        pieces.push(raw);
    }
    Ok(pieces)
}

/// Each piece compressed, on a thread of its own.
fn compressed(pieces: &[Vec<u8>]) -> Vec<std::io::Result<Vec<u8>>> {
    thread::scope(|scope| {
        let threads: Vec<_> =
            pieces.iter().map(|raw| scope.spawn(|| zstd::bulk::compress(raw, LEVEL))).collect();
        let broken = || std::io::Error::other("the compression broke down");
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(broken()))).collect()
    })
}

/// Writes a file so that it is whole or not there.
fn put(path: &Path, bytes: &[u8]) -> Result<(), SnapshotError> {
    let part = path.with_extension("part");
    fs::write(&part, bytes)?;
    Ok(fs::rename(&part, path)?)
}
