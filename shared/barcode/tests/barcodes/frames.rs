//! A camera's frames.

use super::draw::{self, Picture};
use super::spoil;
use satchel_barcode::FrameReader;

/// What is reported, and at which frame.
fn read(
    reader: &mut FrameReader,
    frames: impl IntoIterator<Item = Picture>,
) -> Vec<(usize, String)> {
    let frames = frames.into_iter().enumerate();
    frames.filter_map(|(at, frame)| Some((at, reader.read(&frame.luma())?.text))).collect()
}

/// One picture as a hand holds it: never twice the same.
fn held(picture: &Picture, frames: u64) -> impl Iterator<Item = Picture> + '_ {
    (0..frames).map(|at| {
        let sway = (at as f32 * 1.7).sin() * 2.0;
        spoil::noisy(&spoil::turned(picture, sway), 20, at)
    })
}

#[test]
fn the_second_frame_that_agrees_decides() {
    let picture = draw::ean13("560142000100");
    let mut reader = FrameReader::new();
    let found = read(&mut reader, held(&picture, 8));
    assert_eq!(found, [(1, "5601420001001".to_owned())], "once while it stays in view");
    let blank = Picture::plain(640, 480, 200);
    assert!(read(&mut reader, held(&blank, 16)).is_empty());
    assert_eq!(read(&mut reader, held(&picture, 4)).len(), 1, "again when it comes back");
}

#[test]
fn eight_digits_need_three_frames() {
    let found = read(&mut FrameReader::new(), held(&draw::ean8("9638507"), 6));
    assert_eq!(found.len(), 1);
    assert!(found[0].0 >= 2 && found[0].1 == "96385074", "{found:?}");
}

#[test]
fn every_kind_and_direction_is_found_within_a_second_and_a_half() {
    let ean = draw::ean13("560142000100");
    for (text, picture) in [
        ("5601420001001", spoil::turned(&ean, 90.0)),
        ("5601420001001", spoil::turned(&ean, 180.0)),
        ("5601420001001", spoil::turned(&ean, 24.0)),
        ("5601420001001", spoil::turned(&ean, -45.0)),
        ("5601420001001", spoil::shaded(&ean)),
        ("SATCHEL-42", draw::code128("ƁSATCHEL-42")),
        ("QR 1", draw::qr("QR 1")),
        ("DM 1", draw::data_matrix("DM 1")),
    ] {
        let found = read(&mut FrameReader::new(), held(&picture, 16));
        assert_eq!(found.first().map(|(_, text)| text.as_str()), Some(text));
        assert_eq!(found.len(), 1, "{text}");
    }
}

#[test]
fn one_frame_alone_is_never_enough() {
    for digits in ["560142000100", "400638133393", "001234567890"] {
        assert_eq!(FrameReader::new().read(&draw::ean13(digits).luma()), None);
    }
}
