//! What is drawn under the visits.

use satchel_app::Session;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The name of an offline base map in the data folder.
const FILE: &str = "map.pmtiles";
/// What a file of PMTiles begins with (PMTiles 3, section 3).
const MAGIC: &[u8; 7] = b"PMTiles";

/// The base map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// The outline of the world.
    Outline,
    /// The file in the data folder.
    File,
    /// Tiles of an address with `{z}`, `{x}` and `{y}`.
    Tiles(String),
    /// PMTiles at an address.
    Archive(String),
}

impl Base {
    /// The company's address before the file, the file before the outline.
    pub fn of(session: &Session, file: Option<&GroundFile>) -> Self {
        match session.map_address() {
            Ok(address) if address.contains("{z}") => Self::Tiles(address),
            Ok(address) if !address.is_empty() => Self::Archive(address),
            _ if file.is_some() => Self::File,
            _ => Self::Outline,
        }
    }

    /// As `map.js` reads it.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Outline => Value::Null,
            Self::File => json!({ "file": true }),
            Self::Tiles(address) => json!({ "tiles": address, "attribution": host(address) }),
            Self::Archive(address) => json!({ "pmtiles": address }),
        }
    }
}

/// Whose tiles they are.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

/// The base map in the data folder, read piece by piece.
#[derive(Debug, Clone)]
pub struct GroundFile(Arc<Mutex<File>>);

impl GroundFile {
    /// The file in a folder, if it is one of PMTiles.
    pub fn open(folder: &Path) -> Option<Self> {
        let mut file = File::open(folder.join(FILE)).ok()?;
        let mut magic = [0; MAGIC.len()];
        file.read_exact(&mut magic).ok()?;
        (&magic == MAGIC).then(|| Self(Arc::new(Mutex::new(file))))
    }

    /// A piece of it; what cannot be read is missing at its end.
    pub async fn read(&self, offset: u64, length: u64) -> Vec<u8> {
        let file = Arc::clone(&self.0);
        let read = tokio::task::spawn_blocking(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            let mut piece = Vec::new();
            if file.seek(SeekFrom::Start(offset)).is_ok() {
                let _ = Read::by_ref(&mut *file).take(length).read_to_end(&mut piece);
            }
            piece
        });
        read.await.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_read_piece_by_piece_and_another_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("satchel-map-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        assert!(GroundFile::open(&folder).is_none());
        std::fs::write(folder.join(FILE), b"no map at all").unwrap();
        assert!(GroundFile::open(&folder).is_none());
        std::fs::write(folder.join(FILE), b"PMTiles 0123456789").unwrap();
        let file = GroundFile::open(&folder).unwrap();
        assert_eq!(file.read(8, 3).await, b"012");
        assert_eq!(file.read(16, 99).await, b"89");
        assert_eq!(file.read(u64::MAX, 1).await, b"");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn whose_tiles_they_are_is_said() {
        let tiles = Base::Tiles("https://tiles.example.com/{z}/{x}/{y}.png".into());
        assert_eq!(tiles.to_json()["attribution"], "tiles.example.com");
        assert_eq!(Base::Outline.to_json(), Value::Null);
        assert_eq!(host("nothing"), "nothing");
    }
}
