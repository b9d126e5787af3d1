//! The photographs beside the repository, where they are.

use satchel_barcode::{Format, FrameReader, Luma, read_picture};
use std::fs;
use std::path::PathBuf;

struct Photograph {
    name: String,
    bytes: Vec<u8>,
    /// None for one without a code.
    text: Option<String>,
}

fn photographs() -> Vec<Photograph> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/barcode-images");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| Photograph {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(&path).unwrap(),
            text: fs::read_to_string(path.with_extension("txt")).ok().map(|text| comparable(&text)),
        })
        .collect()
}

/// As the photographs' own README compares: without FNC1 and closing line ends.
fn comparable(text: &str) -> String {
    text.trim_end().replace('\u{1d}', "")
}

/// Those neither this reader nor rxing by itself finds in still pictures.
const STILL_HARD: usize = 1;
/// Those not found in twenty frames of the photograph held still.
const FRAMES_HARD: usize = 3;

#[test]
fn stills_are_read_and_none_is_read_wrong() {
    let all = photographs();
    let mut missed = Vec::new();
    for Photograph { name, bytes, text } in &all {
        let found = read_picture(bytes).unwrap();
        match (found.as_slice(), text) {
            ([], None) => {}
            ([], Some(_)) => missed.push(name.as_str()),
            ([code], Some(text)) => {
                assert_eq!(&comparable(&code.text), text, "{name}");
                assert!(name.starts_with(code.format.name()), "{name}: {:?}", code.format);
            }
            (found, _) => panic!("{name}: {found:?}"),
        }
    }
    println!("missed as stills: {missed:?}");
    assert!(missed.len() <= STILL_HARD, "{missed:?}");
}

#[test]
fn frames_are_read_and_none_is_read_wrong() {
    let all = photographs();
    let mut missed = Vec::new();
    for Photograph { name, bytes, text } in &all {
        let grey = image::load_from_memory(bytes).unwrap().into_luma8();
        let (width, height) = grey.dimensions();
        let frame = Luma::new(grey.as_raw(), width, height).unwrap();
        let mut reader = FrameReader::new();
        let found: Vec<_> = (0..20).filter_map(|_| reader.read(&frame)).collect();
        match (found.as_slice(), text) {
            ([], None) => {}
            ([], Some(_)) => missed.push(name.as_str()),
            ([code], Some(text)) => assert_eq!(&comparable(&code.text), text, "{name}"),
            (found, _) => panic!("{name}: {found:?}"),
        }
    }
    println!("missed in frames: {missed:?}");
    assert!(missed.len() <= FRAMES_HARD, "{missed:?}");
}

#[test]
fn names_of_formats_are_those_of_the_photographs() {
    let known =
        ["ean13", "ean8", "upca", "upce", "code128", "code39", "itf", "qrcode", "datamatrix"];
    let formats = [
        Format::Ean13,
        Format::Ean8,
        Format::UpcA,
        Format::UpcE,
        Format::Code128,
        Format::Code39,
        Format::Itf,
        Format::Qr,
        Format::DataMatrix,
    ];
    assert_eq!(formats.map(Format::name), known);
}
