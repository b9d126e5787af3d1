use super::*;
use proptest::prelude::*;
use satchel_domain::receipts::{Receipt, layout, parse};
use std::cell::RefCell;

thread_local! {
    static TYPESETTER: RefCell<Typesetter> = RefCell::new(Typesetter::new());
}

fn drawn(markup: &str, rtl: bool) -> Vec<Drawn> {
    let receipt = Receipt { blocks: parse(markup).unwrap(), rtl, decimal_mark: ".".to_owned() };
    TYPESETTER.with_borrow_mut(|typesetter| {
        layout(&receipt, 32)
            .iter()
            .map(|line| super::line(typesetter, line, None, 384, 12))
            .collect()
    })
}

fn one(markup: &str, rtl: bool) -> Drawn {
    drawn(markup, rtl).remove(0)
}

/// First and last column with ink.
fn inked_columns(dots: &Bitmap) -> (usize, usize) {
    let inked: Vec<usize> =
        (0..dots.width()).filter(|x| (0..dots.height()).any(|y| dots.is_black(*x, y))).collect();
    (inked.first().copied().unwrap_or(0), inked.last().copied().unwrap_or(0))
}

#[test]
fn every_promised_script_has_its_letters() {
    for text in [
        "Tea × 3 · ½ €",
        "Καφές",
        "Кофе ёж",
        "قهوة عربية ١٢",
        "קפה",
        "चाय क्षत्रिय हिन्दी",
        "กาแฟ น้ำ",
        "咖啡 臺灣",
        "コーヒー ひらがな",
        "☕🎉👍",
        "→ ─ ≈",
        "Łódź ğüş ñ",
    ] {
        let line = one(&format!("@text: {text}"), false);
        assert!(line.missing.is_empty(), "{text}: {:?}", line.missing);
        assert!(line.dots.inked_rows().is_some(), "{text}");
    }
}

#[test]
fn a_sign_without_a_letter_is_a_frame_and_told() {
    let line = one("@text: ab ᚠ", false);
    assert_eq!(line.missing, ['ᚠ']);
    assert!(line.dots.inked_rows().is_some());
}

#[test]
fn arabic_is_joined_and_stands_at_the_right() {
    let line = one("@text: قهوة", true).dots;
    let (first, last) = inked_columns(&line);
    assert!(last > 378 && first > 320, "{first} {last}");
    // Joined letters are narrower than the same ones apart.
    let apart = one("@text: ق\u{200c}ه\u{200c}و\u{200c}ة", true).dots;
    let (first_apart, last_apart) = inked_columns(&apart);
    assert!(last_apart - first_apart > last - first);
}

#[test]
fn figures_stand_in_their_columns() {
    let line = one("@row * 10.: Coffee | 12.50", false).dots;
    let (first, last) = inked_columns(&line);
    assert!(first < 12 && (372..384).contains(&last), "{first} {last}");
    let mirrored = one("@row * 10.: قهوة | 12.50", true).dots;
    let figure = (0..120).filter(|x| (0..mirrored.height()).any(|y| mirrored.is_black(*x, y)));
    let figure: Vec<usize> = figure.collect();
    // Five signs in columns 5 to 9.
    assert!(figure.first().is_some_and(|x| (60..72).contains(x)), "{figure:?}");
    assert!(figure.last().is_some_and(|x| (108..120).contains(x)), "{figure:?}");
}

#[test]
fn sizes() {
    assert_eq!(one("@text: ab", false).dots.height(), LINE_ROWS);
    assert_eq!(one("@big: ab", false).dots.height(), 2 * LINE_ROWS);
    assert_eq!(one("@tall: ab", false).dots.height(), 2 * LINE_ROWS);
    let (_, plain) = inked_columns(&one("@text: mm", false).dots);
    let (_, wide) = inked_columns(&one("@wide: mm", false).dots);
    assert!(wide > 2 * plain - 4, "{plain} {wide}");
    assert_eq!(drawn("@barcode ean13: 4006381333931", false)[0].dots.height(), 80 + LINE_ROWS);
}

#[test]
fn a_text_too_wide_for_its_place_is_set_smaller() {
    let long = "ﷺ".repeat(12);
    let line = one(&format!("@row 12 *>: {long} | 9.50"), false).dots;
    let (_, last) = inked_columns(&line);
    assert!(last < 384);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_is_drawn_on_the_paper(text in "\\PC{0,24}", rtl in any::<bool>(), style in 0..4) {
        let style = ["text", "big", "wide bold", "tall underline"][usize::try_from(style).unwrap()];
        for line in drawn(&format!("@{style}: x{}", satchel_domain::receipts::escape(&text)), rtl) {
            prop_assert_eq!(line.dots.width(), 384);
            prop_assert!(line.dots.height() >= LINE_ROWS);
        }
    }
}
