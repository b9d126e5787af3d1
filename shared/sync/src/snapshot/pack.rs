//! From a database file to pieces and a manifest in a folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::manifest::{Manifest, Piece, SigningKey, draft, sha256};
use super::{PIECE, SnapshotError};

/// File name of the manifest.
pub const MANIFEST_NAME: &str = "manifest.json";
/// zstd's level: made once, downloaded by many.
const LEVEL: i32 = 19;

/// What was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The manifest.
    pub manifest: Manifest,
    /// Pieces that were in the folder already.
    pub kept: usize,
}

/// Compresses the database file into pieces in `folder`, signs their manifest and writes it last, so
/// that a folder served while it is written is whole at any time. Pieces that are there already stay;
/// those of earlier snapshots too, for phones that are at them.
///
/// # Errors
/// [`SnapshotError::File`].
pub fn pack(
    database: &Path,
    folder: &Path,
    about: (&str, &str, &str, u64),
    key: &SigningKey,
) -> Result<Packed, SnapshotError> {
    fs::create_dir_all(folder)?;
    let (site, group, made_at, items) = about;
    let mut manifest = draft(site, group, made_at, items);
    let mut kept = 0;
    let mut file = File::open(database)?;
    loop {
        let mut raw = Vec::with_capacity(PIECE);
        let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
        Read::by_ref(&mut file).take(most).read_to_end(&mut raw)?;
        if raw.is_empty() {
            break;
        }
        let packed = zstd::bulk::compress(&raw, LEVEL)?;
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
    put(&folder.join(MANIFEST_NAME), &manifest.sign(key))?;
    Ok(Packed { manifest, kept })
}

/// Writes a file so that it is whole or not there.
fn put(path: &Path, bytes: &[u8]) -> Result<(), SnapshotError> {
    let part = path.with_extension("part");
    fs::write(&part, bytes)?;
    Ok(fs::rename(&part, path)?)
}
