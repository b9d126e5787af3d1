//! Drawn codes, whole and spoilt, as still pictures; and pictures with none.

use super::draw::{self, Picture};
use super::spoil;
use proptest::prelude::*;
use satchel_barcode::{Code, Format, FrameReader, read_still};

fn texts(picture: &Picture) -> Vec<String> {
    read_still(&picture.luma()).into_iter().map(|code| code.text).collect()
}

fn codes() -> Vec<(&'static str, Picture)> {
    vec![
        ("5601420001001", draw::ean13("560142000100")),
        ("96385074", draw::ean8("9638507")),
        ("SATCHEL-42", draw::code128("ƁSATCHEL-42")),
        ("VAN 3-17", draw::code39("VAN 3-17")),
        ("15400141288763", draw::itf("15400141288763")),
        (
            "https://erp.example.com/app/item/SKU001",
            draw::qr("https://erp.example.com/app/item/SKU001"),
        ),
        ("LOT 2026-11 / 0042", draw::data_matrix("LOT 2026-11 / 0042")),
    ]
}

#[test]
fn each_kind_is_read_whole_and_spoilt() {
    for (text, picture) in codes() {
        for (how, spoilt) in [
            ("whole", picture.clone()),
            ("on its side", spoil::turned(&picture, 90.0)),
            ("upside down", spoil::turned(&picture, 180.0)),
            ("askew", spoil::turned(&picture, 8.0)),
            ("slanted", spoil::turned(&picture, 33.0)),
            ("blurred", spoil::blurred(&picture, 1)),
            ("noisy", spoil::noisy(&picture, 40, 7)),
            ("faint", spoil::faint(&picture)),
            ("shaded", spoil::shaded(&picture)),
            ("inverted", spoil::inverted(&picture)),
        ] {
            assert_eq!(texts(&spoilt), [text], "{how}");
        }
    }
}

#[test]
fn bars_round_a_bottle() {
    let bottle = spoil::noisy(&spoil::curved(&draw::ean13("560142000100")), 20, 3);
    assert_eq!(texts(&bottle), ["5601420001001"]);
    let carton = spoil::curved(&draw::code128("ƁSATCHEL-42"));
    assert_eq!(texts(&carton), ["SATCHEL-42"]);
}

#[test]
fn a_upc_a_is_told_from_an_ean() {
    let found = read_still(&draw::ean13("001234567890").luma());
    let code = Code { format: Format::UpcA, text: "012345678905".to_owned(), gs1: false };
    assert_eq!(found, [code]);
}

#[test]
fn element_strings_keep_their_separators_and_their_mark() {
    let found = read_still(&draw::gs1_data_matrix("010400638133393110B7\u{1d}3012").luma());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].scanned(), "]d2010400638133393110B7\u{1d}3012");
    let found = read_still(&draw::code128("ĆŹ010400638133393110ƁB7").luma());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].scanned(), "]C1010400638133393110B7");
}

#[test]
fn two_codes_in_one_picture() {
    let (upper, lower) = (draw::ean13("560142000100"), draw::ean13("400638133393"));
    let both = upper.map(|x, y| {
        let (source, y) = if y < 240 { (&upper, y + 110) } else { (&lower, y - 110) };
        source.at(x as i64, y as i64)
    });
    let mut found = texts(&both);
    found.sort();
    assert_eq!(found, ["4006381333931", "5601420001001"]);
}

#[test]
fn where_no_code_is_none_is_read() {
    let plain = Picture::plain(640, 480, 180);
    let stripes = plain.map(|x, _| if (x / 7) % 2 == 0 { 30 } else { 220 });
    let uneven = plain.map(|x, _| if (x * x / 97) % 5 < 2 { 30 } else { 220 });
    let tiles = plain.map(|x, y| if ((x / 9) ^ (y / 9)) % 3 == 0 { 10 } else { 240 });
    let print = plain.map(|x, y| if (x * 7 + y * 13) % 23 < 6 && y % 24 < 14 { 40 } else { 230 });
    let noise = spoil::noisy(&plain, 200, 5);
    for picture in [plain, stripes, uneven, tiles, print, noise] {
        assert_eq!(texts(&picture), Vec::<String>::new());
    }
}

/// The left half of each, with a bar more, is a UPC-E with a right check digit.
#[test]
fn half_an_ean_askew_is_no_upc_e() {
    for (number, degrees) in [
        (443_323_610_000, 312.090_36),
        (634_132_804_032, 298.107),
        (205_135_501_423, 331.095),
        (935_227_505_513, 32.852),
        (641_617_692_597, 286.23),
    ] {
        let clean = spoil::turned(&draw::ean13(&format!("{number:012}")), degrees);
        let digits = number.to_string();
        let check = satchel_domain::barcodes::check_digit(&digits).unwrap();
        let whole = format!("{digits}{check}");
        assert_eq!(texts(&spoil::noisy(&clean, 12, number)), std::slice::from_ref(&whole));
        let mut reader = FrameReader::new();
        let mut frames = (number..number + 40).map(|seed| spoil::noisy(&clean, 12, seed));
        let seen = frames.find_map(|frame| reader.read(&frame.luma()));
        assert_eq!(seen.map(|code| code.text), Some(whole));
    }
}

#[test]
fn a_upc_e_that_could_be_half_an_ean_is_read() {
    let code = draw::upce("433236", '4');
    for picture in [code.clone(), spoil::turned(&code, 90.0), spoil::noisy(&code, 30, 4)] {
        assert_eq!(texts(&picture), ["14332364"]);
    }
    let mut reader = FrameReader::new();
    let seen = (0..40).find_map(|_| reader.read(&code.luma()));
    assert_eq!(seen.map(|code| code.text).as_deref(), Some("14332364"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_ean_at_any_angle(number in 0_u64..1_000_000_000_000, degrees in 0_f32..360.0) {
        let digits = format!("{number:012}");
        let picture = spoil::noisy(&spoil::turned(&draw::ean13(&digits), degrees), 12, number);
        let found = texts(&picture);
        let check = satchel_domain::barcodes::check_digit(&digits).unwrap();
        let full = format!("{digits}{check}");
        let upc = full.strip_prefix('0').unwrap_or(&full).to_owned();
        prop_assert_eq!(found, vec![upc]);
    }
}
