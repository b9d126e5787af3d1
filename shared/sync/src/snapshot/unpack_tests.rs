use std::fs;
use std::io::Write;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::snapshot::{SigningKey, pack};

/// A folder with the pieces of a file, and their manifest.
fn packed(raw: &[u8]) -> (TempDir, Manifest) {
    let folder = tempfile::tempdir().unwrap();
    let masters = folder.path().join("masters");
    fs::write(&masters, raw).unwrap();
    let key = SigningKey::read(&SigningKey::generate().unwrap()).unwrap();
    let about = ("https://erp.example.com", "vans", "now", 0);
    let packed = pack(&masters, folder.path(), about, &key).unwrap();
    (folder, packed.manifest)
}

/// What is read before the end or the first error, and which piece is damaged.
fn read(folder: &TempDir, manifest: &Manifest) -> (std::io::Result<usize>, Vec<u8>, Option<usize>) {
    let mut unpacked = unpack(manifest, folder.path());
    let damage = unpacked.damage();
    let mut bytes = Vec::new();
    (unpacked.read_to_end(&mut bytes), bytes, damage.number())
}

#[test]
fn a_file_of_many_pieces_comes_out_as_it_went_in() {
    let words: Vec<u8> =
        (0_u32..3 << 20).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let (folder, manifest) = packed(&words);
    assert_eq!(manifest.pieces.len(), 3);
    let (ended, bytes, damaged) = read(&folder, &manifest);
    assert!(ended.is_ok() && bytes == words && damaged.is_none());
    fs::write(folder.path().join(manifest.pieces[1].file_name()), b"torn").unwrap();
    let (ended, bytes, damaged) = read(&folder, &manifest);
    assert_eq!(ended.unwrap_err().kind(), ErrorKind::InvalidData);
    assert_eq!((bytes.len(), damaged), (PIECE, Some(2)));
}

#[test]
fn a_piece_gives_no_more_than_it_says_and_asks_for_no_large_window() {
    let (folder, mut manifest) = packed(b"a little");
    let zeros = zstd::bulk::compress(&vec![0; 64 << 20], 3).unwrap();
    fs::write(folder.path().join(manifest.pieces[0].file_name()), zeros).unwrap();
    let (ended, bytes, damaged) = read(&folder, &manifest);
    assert!(ended.is_err() && bytes.len() <= 8 && damaged == Some(1));
    let mut wide = zstd::stream::write::Encoder::new(Vec::new(), 1).unwrap();
    wide.window_log(27).unwrap();
    wide.write_all(b"a little").unwrap();
    wide.flush().unwrap();
    fs::write(folder.path().join(manifest.pieces[0].file_name()), wide.finish().unwrap()).unwrap();
    let (ended, _, damaged) = read(&folder, &manifest);
    assert!(ended.is_err() && damaged == Some(1));
    manifest.pieces.clear();
    assert_eq!(read(&folder, &manifest).0.unwrap(), 0);
}

#[test]
fn a_piece_that_is_not_there_is_no_damage_of_another() {
    let (folder, manifest) = packed(b"a little");
    fs::remove_file(folder.path().join(manifest.pieces[0].file_name())).unwrap();
    let (ended, _, damaged) = read(&folder, &manifest);
    assert_eq!((ended.unwrap_err().kind(), damaged), (ErrorKind::NotFound, None));
}

proptest! {
    #[test]
    fn torn_pieces_give_no_more_than_they_say(
        raw in prop::collection::vec(any::<u8>(), 1..3_000),
        at: prop::sample::Index,
        how in 0..3,
        byte: u8,
    ) {
        let (folder, manifest) = packed(&raw);
        prop_assert_eq!(read(&folder, &manifest).1, raw.clone());
        let path = folder.path().join(manifest.pieces[0].file_name());
        let mut piece = fs::read(&path).unwrap();
        let at = at.index(piece.len());
        match how {
            0 => piece[at] = byte,
            1 => piece.truncate(at),
            _ => piece.extend(piece.clone().into_iter().skip(at)),
        }
        fs::write(&path, piece).unwrap();
        let (ended, bytes, damaged) = read(&folder, &manifest);
        prop_assert!(bytes.len() <= raw.len());
        prop_assert_eq!(ended.is_err(), damaged == Some(1));
        if ended.is_ok() {
            prop_assert_eq!(bytes.len(), raw.len());
        }
    }
}
