//! Every part rendered to text: plain, empty, with far too long a text, right to left and large.

use super::testing::{render_at, text};
use super::*;
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::LogoView;
use satchel_domain::receipts::{Align, Block, Receipt, Symbology, TextStyle};

const LONG: &str = "Distribuidora de Bebidas e Produtos Alimentares Irmãos Vasconcelos & \
    Companhia Limitada, armazém número quarenta e dois <b>da zona industrial</b>";
const ARABIC: &str = "بقالة زهرة بونفيم";

/// A receipt with every kind of block, its text in each style.
fn receipt(text: &str, rtl: bool) -> Receipt {
    let style = TextStyle { bold: true, underline: true, wide: true, tall: true };
    let text = |style| Block::Text { text: text.to_owned(), align: Align::Center, style };
    let code = |data: &str| Block::Barcode { symbology: Symbology::Code128, data: data.to_owned() };
    let blocks = vec![
        Block::Logo,
        text(style),
        text(TextStyle::default()),
        Block::Rule('='),
        code("VAN3-00042"),
        code("لا"),
        Block::Qr { size: 4, data: "VAN3-00042".to_owned() },
        Block::Blank(2),
        Block::Cut { partial: true },
        Block::Drawer,
    ];
    Receipt { blocks, rtl, decimal_mark: ".".to_owned() }
}

fn logo() -> LogoView {
    LogoView { address: "logo.png".to_owned(), percent: 40 }
}

fn render(part: fn() -> Element) -> String {
    render_at(Language::English, 100, part)
}

/// Checks what holds for every part whatever it is given.
fn check(name: &str, part: fn() -> Element) {
    for (language, size) in [
        (Language::English, 100),
        (Language::Arabic, 100),
        (Language::Spanish, 150),
        (Language::Portuguese, 130),
    ] {
        let html = render_at(language, size, part);
        assert!(!html.contains("<b>da zona"), "{name}: text became markup");
        for side in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            " ml-",
            " mr-",
            " pl-",
            " pr-",
            "text-left",
            "text-right",
            " left-",
            " right-",
        ] {
            assert!(!html.contains(side), "{name}: {side} does not turn round: {html}");
        }
        for style in html.split("style=\"").skip(1) {
            let style = style.split('"').next().unwrap();
            assert!(!style.contains("px"), "{name}: {style} does not grow with the text");
        }
        for button in html.split("<button").skip(1) {
            let button = button.split("</button>").next().unwrap();
            let (attributes, inside) = button.split_once('>').unwrap();
            let named = attributes.contains("aria-label=\"") || !text(inside).trim().is_empty();
            assert!(named, "{name}: a button without a name: {button}");
            assert!(attributes.contains("type=\"button\""), "{name}: {attributes}");
        }
        for drawing in html.split("<svg").skip(1) {
            let attributes = drawing.split('>').next().unwrap();
            let hidden = attributes.contains("aria-hidden") || html.contains("role=\"img\"");
            assert!(hidden, "{name}: a drawing that is read aloud");
        }
    }
}

macro_rules! cases {
    ($($name:ident => { $($part:tt)* })+) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name), || rsx! { $($part)* });
            }
        )+
    };
}

fn line(name: &str) -> LineText {
    LineText {
        face: Face::Monogram(String::new()),
        name: name.to_owned(),
        quantity: "9 cases".to_owned(),
        rate: "4.59".to_owned(),
        was: Some("5.10".to_owned()),
        amount: "41.31".to_owned(),
        tags: vec![(name.to_owned(), Glyph::Tag, Tone::Rule)],
    }
}

cases! {
    head_empty => { Head { title: "" } }
    head_long => { Head { title: LONG, sub: rsx! { {LONG} }, on_back: |()| {} } }
    head_arabic => { Head { title: ARABIC, on_back: |()| {} } }
    action_long => { Action { label: LONG, figure: "€1,284,500.00", on_press: |()| {} } }
    action_off => { Action { label: ARABIC, off: true, on_press: |()| {} } }
    buttons => {
        Button { label: LONG, bare: true, glyph: Glyph::Phone, on_press: |()| {} }
        Button { label: ARABIC, kind: ButtonKind::Hand, on_press: |()| {} }
        IconButton { glyph: Glyph::Lock, label: "Lock", on_press: |()| {} }
    }
    tools => { Tools { Tool { glyph: Glyph::Phone, label: LONG, on_press: |()| {} } } }
    dock_quiet => { Dock { here: Place::Orders, on_go: |_| {} } }
    strip_long => { Strip { kind: StripKind::Hand, text: LONG, on_open: |()| {} } }
    row_empty => { Row { name: "" } }
    row_long => {
        Row { name: LONG, meta: rsx! { {LONG} }, end: rsx! { "1.00" }, below: rsx! { {LONG} }, on_press: |()| {} }
    }
    row_arabic => { NavRow { glyph: Glyph::Lock, name: ARABIC, meta: LONG, on_press: |()| {} } }
    section_long => { Section { title: LONG, action: "All", note: "3" } }
    tiles => {
        Tile { face: Face::Monogram(String::new()) }
        Tile { face: Face::of_item("no-such-art", LONG) }
        Tile { face: Face::Picture("data:image/png;base64,".to_owned()) }
        Tile { face: Face::Glyph(Glyph::Hand), tone: Tone::Hand }
    }
    states => {
        StateWord { word: ARABIC, glyph: Glyph::Hand, tone: Tone::Hand }
        Tag { text: LONG }
        Note { glyph: Glyph::Hand, tone: Tone::Hand, text: LONG }
        Note { glyph: Glyph::Info, text: "" }
    }
    line_closed_long => { ClosedLine { text: line(LONG), on_open: |()| {} } }
    line_open_arabic => {
        OpenLine {
            text: line(ARABIC), figure: "9", uom: ARABIC, one_uom: true,
            on_less: |()| {}, on_more: |()| {}, on_keypad: |()| {}, on_uom: |()| {}, on_why: |()| {},
        }
    }
    line_free => { FreeLine { name: LONG, quantity: "1", cause: ARABIC } }
    stepper => { Stepper { name: LONG, figure: "1,000,000", on_less: |()| {}, on_more: |()| {}, on_figure: |()| {} } }
    keypad => {
        KeypadSheet {
            title: LONG, figure: "", unit: "", action: "Set", units: vec![LONG.to_owned(), ARABIC.to_owned()],
            error: LONG.to_owned(), on_remove: |()| {}, on_key: |_| {}, on_done: |()| {}, on_close: |()| {},
        }
    }
    picks => {
        Segmented { name: "S", choices: vec![LONG.to_owned(), ARABIC.to_owned()], at: 9, on_pick: |_| {} }
        Chips { name: "C", Chip { label: LONG, count: "0", on: true, on_press: |()| {} } }
        Switch { name: LONG, on: false, on_turn: |_| {} }
        Check { label: LONG, on: true, on_turn: |_| {} }
    }
    fields => {
        SearchField { hint: LONG, name: "Find", text: ARABIC, filled: true, on_type: |_| {} }
        Field { id: "a", label: LONG, text: "\"><script>", error: LONG, on_type: |_| {} }
        TextArea { id: "b", label: "", help: ARABIC, on_type: |_| {} }
    }
    sheet_long => { Sheet { title: LONG, sub: LONG, on_close: |()| {}, "{LONG}" } }
    sums_and_steps => {
        Sums { lines: Vec::new() }
        Sums { lines: vec![
            Sum::Line { label: LONG.into(), meta: Some(LONG.into()), figure: "1.00".into() }, Sum::Rule,
            Sum::Quiet { label: ARABIC.into(), figure: "2.00".into() },
            Sum::Grand { label: "Total".into(), figure: "€3.00".into() },
        ] }
        Steps { steps: vec![TimelineStep {
            glyph: Glyph::Check, tone: Tone::Hand, what: LONG.into(), about: LONG.into(), end: "17:44".into(),
        }] }
    }
    pin => {
        PinDots { entered: 12 }
        PinKeys { off: true, on_key: |_| {}, on_done: |()| {} }
    }
    paper_long => {
        Paper { name: LONG, receipt: Receipt::default() }
        Paper { name: "Receipt", logo: logo(), receipt: receipt(LONG, false) }
        Paper { name: "Receipt", receipt: receipt(ARABIC, true) }
    }
    empty_and_failed => {
        Empty { title: LONG, text: LONG, action: "Go", other: ARABIC }
        Failed { title: LONG, text: ARABIC, action: "Again" }
        Bones { rows: 0 }
        Bones {}
    }
    toast_long => { Toast { text: LONG, on_undo: |()| {} } }
    signature => {
        SignaturePad { signer: LONG, on_sign: |_| {} }
        SignatureView { signature: "M1.0 2.0L3.0 4.0", name: LONG }
    }
    list_empty => { VirtualList { name: LONG, extent: Extent::Even { count: 0, each: 4.0 }, row: |_| rsx! { "x" } } }
}

#[test]
fn the_dock_counts_what_needs_a_hand_in_words() {
    let html = render(|| rsx! { Dock { here: Place::Today, needs_hand: 2, on_go: |_| {} } });
    assert!(html.contains("aria-label=\"2 need a hand\""), "{html}");
    assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
    assert_eq!(text(&html), "TodayOrders2ScanTasksMore");
}

#[test]
fn words_follow_the_language() {
    let part = || rsx! { FreeLine { name: "X", quantity: "1", cause: "" } };
    assert!(text(&render_at(Language::Portuguese, 100, part)).ends_with("Grátis"));
    assert!(text(&render_at(Language::Arabic, 100, part)).ends_with("مجانًا"));
}

#[test]
fn arguments_are_set_apart_only_where_the_text_runs_the_other_way() {
    let part = || rsx! { Stepper { name: "", figure: "9", on_less: |()| {}, on_more: |()| {}, on_figure: |()| {} } };
    assert!(render(part).contains("aria-label=\"9, open the keypad\""));
    assert!(render_at(Language::Arabic, 100, part).contains("\u{2068}9\u{2069}"));
}

#[test]
fn a_long_list_draws_only_what_is_in_sight() {
    let html = render(|| {
        rsx! {
            VirtualList {
                name: "Items",
                extent: Extent::Even { count: 100_000, each: 4.0 },
                row: |place| rsx! { "row {place}" },
            }
        }
    });
    assert_eq!(html.matches("role=\"listitem\"").count(), 22);
    assert!(html.contains("block-size:400000rem") && html.contains("aria-setsize=\"100000\""));
}

#[test]
fn a_wrong_field_says_why_and_points_to_it() {
    let html = render(
        || rsx! { Field { id: "qty", label: "Quantity", error: "More than 0", on_type: |_| {} } },
    );
    for part in [
        "aria-invalid=\"true\"",
        "aria-describedby=\"qty-about\"",
        "id=\"qty-about\"",
        "More than 0",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn chevrons_turn_round_and_ticks_do_not() {
    let html = render(|| rsx! { Icon { glyph: Glyph::ChevronLeft } Icon { glyph: Glyph::Check } });
    assert_eq!(html.matches("flip").count(), 1, "{html}");
}

#[test]
fn the_paper_shows_the_document_that_is_printed() {
    let html = render(
        || rsx! { Paper { name: "Receipt", logo: logo(), receipt: receipt("Café", false) } },
    );
    // Double width halves the columns: 16 signs, six free on either side, twice as wide each.
    assert!(
        html.contains("inset-inline-start:12ch;inline-size:4ch;transform:scale(2,2)"),
        "{html}"
    );
    assert!(
        html.contains("src=\"logo.png\" style=\"inline-size:40%\"")
            && html.contains("class=\"cut\""),
        "{html}"
    );
    assert_eq!(html.matches("<svg").count(), 2, "a bar code and a QR code: {html}");
    assert!(text(&html).contains("لا"), "what cannot be bars stays readable");
}
