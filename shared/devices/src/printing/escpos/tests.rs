use super::*;
use proptest::prelude::*;
use satchel_domain::receipts::{Block, Symbology, TextStyle, escape, parse};
use std::cell::RefCell;

thread_local! {
    static TYPESETTER: RefCell<Typesetter> = RefCell::new(Typesetter::new());
}

fn receipt(markup: &str, rtl: bool) -> Receipt {
    Receipt { blocks: parse(markup).unwrap(), rtl, decimal_mark: ".".to_owned() }
}

fn profile(id: &str) -> &'static PrinterProfile {
    PrinterProfile::named(id).unwrap()
}

fn rendered(receipt: &Receipt, profile: &PrinterProfile) -> Printout {
    TYPESETTER.with_borrow_mut(|typesetter| render(receipt, profile, None, typesetter))
}

fn printed(markup: &str, id: &str) -> Vec<Printed> {
    let out = rendered(&receipt(markup, false), profile(id));
    read(&out.bytes, profile(id)).unwrap()
}

fn plain(text: &str) -> Printed {
    Printed::Text { text: text.to_owned(), style: TextStyle::default() }
}

#[test]
fn the_bytes_of_a_short_receipt() {
    let out =
        rendered(&receipt("@bold: Tea\n@row * 6>: ação - € | 1,50\n@cut", false), profile("80mm"));
    let mut expected = b"\x1b@\x1bE\x01Tea\n\x1bE\x00\x1bt\x10".to_vec();
    expected.extend(b"a\xe7\xe3o - \x80");
    expected.extend(" ".repeat(48 - 8 - 4).bytes());
    expected.extend(b"1,50\n\x1dV\x41\x00");
    assert_eq!(out.bytes, expected);
    assert!(out.missing.is_empty(), "{:?}", out.missing);
}

#[test]
fn pages_change_within_a_line_where_none_has_it_all() {
    let lines = printed("Łódź × € Жук", "80mm");
    assert_eq!(lines.first(), Some(&plain("Łódź × € Жук")));
}

#[test]
fn sizes_and_looks() {
    let style = TextStyle { bold: true, underline: true, wide: true, tall: true };
    assert_eq!(
        printed("@center big bold underline: AB\nab", "58mm")[..2],
        [Printed::Text { text: "       AB".to_owned(), style }, plain("ab")]
    );
}

#[test]
fn a_signature_goes_out_as_dots_in_the_middle() {
    for id in ["58mm", "80mm"] {
        let lines = printed("Ana\n@signature: M0 0L200 0L200 40\nafter", id);
        assert!(lines[0] == plain("Ana") && lines.contains(&plain("after")), "{lines:?}");
        let across = profile(id).dots;
        let mut whole = Bitmap::white(across, 0);
        for line in &lines {
            let Printed::Dots(dots) = line else { continue };
            let mut band = Bitmap::white(across, dots.height());
            band.lay(dots, 0, 0);
            whole.append(&band);
        }
        let row: Vec<usize> = (0..across).filter(|x| whole.is_black(*x, 0)).collect();
        let (first, last) = (row[0], row[row.len() - 1]);
        assert!(first.abs_diff(across - 1 - last) <= 8, "{first} to {last} of {across}");
        assert_eq!(row.len(), last - first + 1, "a line without gaps");
        assert!(whole.is_black(last, whole.height() - 1) && !whole.is_black(first, 20));
        assert_eq!(whole.height(), (across * 3 / 4) / 5 + 3, "as high as it was drawn");
    }
    assert_eq!(printed("a\n@signature: nobody", "58mm"), printed("a", "58mm"));
}

#[test]
fn codes_the_printer_draws() {
    let lines = printed(
        "@barcode: A{1\n@barcode ean13: 4006381333931\n@qr 8: {\"a\":\"é\"}\n@drawer",
        "80mm",
    );
    assert_eq!(
        lines[..4],
        [
            Printed::Barcode { symbology: Symbology::Code128, data: "A{1".to_owned() },
            Printed::Barcode { symbology: Symbology::Ean13, data: "4006381333931".to_owned() },
            Printed::Qr { data: "{\"a\":\"é\"}".to_owned(), across: 8 },
            Printed::Drawer,
        ]
    );
}

#[test]
fn codes_for_a_printer_that_cannot() {
    let lines = printed("@barcode: VAN3-00042\n@qr: x\n@drawer\n@cut", "58mm");
    let Printed::Dots(dots) = &lines[0] else { panic!("dots: {lines:?}") };
    assert!(dots.is_black((384 - 290) / 2, 0), "the first bar in the middle");
    assert!(lines[1..].iter().all(|line| matches!(line, Printed::Dots(_)) || *line == plain("")));
    assert_eq!(printed("@barcode ean13: none", "80mm")[0], plain("                      none"));
}

#[test]
fn arabic_is_drawn_and_latin_beside_it_is_text() {
    let arabic = receipt("@row * 8.: قهوة | 12.50\n@center: Total\nشاي", true);
    let out = rendered(&arabic, profile("58mm"));
    assert!(out.missing.is_empty(), "{:?}", out.missing);
    let lines = read(&out.bytes, profile("58mm")).unwrap();
    assert!(matches!(&lines[0], Printed::Dots(dots) if dots.height() >= 30));
    assert_eq!(lines[1], plain("             Total"));
    let Printed::Dots(last) = &lines[2] else { panic!("dots") };
    let inked: Vec<usize> = (0..384).filter(|x| (0..30).any(|y| last.is_black(*x, y))).collect();
    assert!(inked.iter().all(|x| *x > 300), "at the right edge");
}

#[test]
fn lines_drawn_below_each_other_are_one_picture() {
    let lines = printed("咖啡\n茶\n@blank\n牛奶", "58mm");
    assert!(matches!(&lines[0], Printed::Dots(dots) if dots.height() == 60), "{lines:?}");
    assert!(matches!(&lines[2], Printed::Dots(dots) if dots.height() == 30));
}

#[test]
fn a_sign_nobody_has_is_told() {
    assert_eq!(rendered(&receipt("ᚠ ok", false), profile("58mm")).missing, ['ᚠ']);
}

#[test]
fn every_other_byte_is_noticed() {
    let out =
        rendered(&receipt("@bold: Tea\n@row * 6.: ação € | 1.50\n@cut", false), profile("80mm"));
    let right = read(&out.bytes, profile("80mm"));
    for at in 0..out.bytes.len() {
        for flip in [0x01, 0x10, 0x80] {
            let mut wrong = out.bytes.clone();
            wrong[at] ^= flip;
            // Which of two pages holds a letter does not show where both have it at the same place.
            if wrong[at] != 0x0a {
                assert_ne!(read(&wrong, profile("80mm")), right, "byte {at} ^ {flip:#x}");
            }
        }
    }
}

/// What a printer that is sent the lines must show, read line by line.
fn texts(lines: &[Printed]) -> Vec<String> {
    lines
        .iter()
        .filter_map(|line| match line {
            Printed::Text { text, .. } => Some(text.trim_end().to_owned()),
            _ => None,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_code_page_holds_comes_back(
        names in proptest::collection::vec("[a-zA-Z0-9éãçñüßŁźЖя€×·'-]{1,30}", 1..8), wide in any::<bool>(),
        paper in 0..2_usize,
    ) {
        let profile = profile(["58mm", "80mm"][paper]);
        let blocks: Vec<Block> = names.iter().flat_map(|name| {
            let look = if wide { "wide" } else { "text" };
            parse(&format!("@{look}: {}\n@row * 8.: {} | 12.5", escape(name), escape(name))).unwrap()
        }).collect();
        let receipt = Receipt { blocks, rtl: false, decimal_mark: ".".to_owned() };
        let expected: Vec<String> = layout(&receipt, profile.columns).iter().map(|line| match line {
            Line::Text(line) => line.to_string(),
            other => panic!("{other:?}"),
        }).collect();
        let lines = read(&rendered(&receipt, profile).bytes, profile).unwrap();
        prop_assert_eq!(&texts(&lines)[..expected.len()], &expected[..]);
    }

    #[test]
    fn no_text_becomes_a_command(
        text in "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}]|[\u{1b}\u{1d}@!tVp]){0,40}",
        code in "\\PC{0,20}|[\u{0}-\u{7f}]{0,12}", paper in 0..4_usize, rtl in any::<bool>(),
    ) {
        let profile = &PrinterProfile::built_in()[paper];
        // Blocks straight from the hostile text, past the markup that would have cleaned it.
        let blocks = vec![
            Block::Text { text: text.clone(), align: Default::default(), style: TextStyle::default() },
            Block::Row { cells: vec![text.clone(), text], columns: parse("@row * *>: a | b").map(|blocks| {
                match &blocks[0] { Block::Row { columns, .. } => columns.clone(), _ => vec![] }
            }).unwrap(), style: TextStyle::default() },
            Block::Barcode { symbology: Symbology::Code128, data: code.clone() },
            Block::Barcode { symbology: Symbology::Code39, data: code.clone() },
            Block::Qr { size: 3, data: code },
        ];
        let receipt = Receipt { blocks, rtl, decimal_mark: ".".to_owned() };
        let lines = read(&rendered(&receipt, profile).bytes, profile);
        prop_assert!(lines.is_ok(), "{lines:?}");
        let lines = lines.unwrap();
        let unwanted = |line: &Printed| matches!(line, Printed::Cut { .. } | Printed::Drawer);
        prop_assert!(!lines.iter().any(unwanted), "{:?}", lines);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = read(&bytes, profile("80mm"));
    }
}
