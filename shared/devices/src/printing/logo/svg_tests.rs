//! Logos of lines, and files made to do harm.

use super::{decode, dots, kept};
use crate::printing::Bitmap;
use proptest::prelude::*;
use std::fmt::Write;

fn svg(view: &str, body: &str) -> String {
    let spaces = "xmlns='http://www.w3.org/2000/svg' xmlns:link='http://www.w3.org/1999/xlink'";
    format!("<svg {spaces} viewBox='{view}'>{body}</svg>")
}

fn size(content: &str) -> Option<(u32, u32)> {
    let picture = decode(&kept(content.as_bytes())?).unwrap();
    Some((picture.width(), picture.height()))
}

fn printed(content: &str) -> Bitmap {
    dots(&kept(content.as_bytes()).unwrap(), 384).unwrap()
}

#[test]
fn a_small_drawing_is_enlarged_and_crisp() {
    let disc = svg("0 0 24 24", "<circle cx='12' cy='12' r='6'/>");
    let (across, down) = size(&disc).unwrap();
    assert!((236..=240).contains(&across) && (236..=240).contains(&down), "{across} × {down}");
    let printed = printed(&disc);
    assert!((155..=160).contains(&printed.width()), "{}", printed.width());
    assert!(printed.is_black(80, 80) && printed.is_black(80, 4));
    assert!(!printed.is_black(1, 1) && !printed.is_black(20, 20));
    // The edge of an enlarged picture of pixels would be as wide as one of them.
    let grey = decode(&kept(disc.as_bytes()).unwrap()).unwrap().into_luma8();
    let between = (0..grey.width()).filter(|x| (1..255).contains(&grey.get_pixel(*x, 120).0[0]));
    assert!(between.count() <= 4);
}

#[test]
fn a_speck_on_a_large_page_is_drawn_large() {
    let speck = svg("0 0 10000 10000", "<circle cx='7000' cy='90' r='40'/>");
    let (across, down) = size(&speck).unwrap();
    assert!(across >= 225 && down >= 225, "{across} × {down}");
    // What reaches over the edge of the page is cut there.
    let cut = svg("0 0 100 100", "<rect x='-50' y='40' width='100' height='10'/>");
    let (across, down) = size(&cut).unwrap();
    assert!((4.7..5.3).contains(&(f64::from(across) / f64::from(down))), "{across} × {down}");
    assert_eq!(size(&svg("0 0 9 9", "<path d='M20 20h9v9z'/>")), None, "beside the page");
}

#[test]
fn a_white_one_for_dark_grounds_is_printed_by_its_shape() {
    let white = svg("0 0 64 64", "<circle cx='32' cy='32' r='16' fill='#fff'/>");
    let printed = printed(&white);
    assert!(printed.is_black(80, 80) && !printed.is_black(2, 2));
}

#[test]
fn what_drawing_programs_write_round_it_does_not_matter() {
    let disc = svg(
        "0 0 9 9",
        "<title>Acme</title><metadata><x:RDF xmlns:x='urn:x'><x:text>a</x:text></x:RDF></metadata>\
        <circle cx='4' cy='4' r='3'/>",
    );
    for before in [
        "\u{feff}",
        " \n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
        "<!-- Generator: <svg> -->",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">",
    ] {
        assert!(size(&format!("{before}{disc}")).is_some(), "{before}");
    }
}

#[test]
fn styles_clip_paths_and_gradients_are_drawn() {
    let drawn = svg(
        "0 0 100 100",
        "<style>.a{fill:url(#g)}</style>\
        <linearGradient id='g'><stop stop-color='#000'/><stop offset='1' stop-color='#111'/></linearGradient>\
        <defs><clipPath id='c'><rect width='50' height='100'/></clipPath></defs>\
        <g clip-path='url(#c)'><circle class='a' cx='50' cy='50' r='50'/></g>",
    );
    let (across, down) = size(&drawn).unwrap();
    assert!((0.48..0.53).contains(&(f64::from(across) / f64::from(down))), "{across} × {down}");
}

#[test]
fn shadows_and_dashes_are_left_away_whatever_is_important_to_the_file() {
    let drawn = |style: &str| {
        let line = "<path d='M10 50h80M10 80h30' stroke='#000' stroke-width='20'/>";
        kept(svg("0 0 100 100", &format!("<style>{style}</style>{line}")).as_bytes()).unwrap()
    };
    assert_eq!(drawn("path{stroke-dasharray:1 8!important;filter:blur(9px)!important}"), drawn(""));
}

#[test]
fn one_that_would_miss_a_part_is_not_printed() {
    let disc = "<circle cx='5' cy='5' r='4'/>";
    for part in [
        "<text x='1' y='5'>Acme</text>",
        "<g><text><tspan>Acme</tspan></text></g>",
        "<image width='9' height='9' href='data:image/png;base64,iVBORw0KGgo='/>",
        "<image width='9' height='9' href='/etc/passwd'/>",
        "<pattern id='p' width='1' height='1'><path d='M0 0h1v1z'/></pattern>",
        "<defs><circle id='u' r='2'/></defs><use href='#u'/>",
        "<mask id='m'><path d='M0 0h1v1z'/></mask>",
    ] {
        assert_eq!(size(&svg("0 0 10 10", &format!("{disc}{part}"))), None, "{part}");
    }
    assert!(size(&svg("0 0 10 10", disc)).is_some());
}

#[test]
fn what_is_made_to_take_long_is_refused() {
    let path = "<path d='M0 0h4v9z'/>";
    let refused = |what: &str, body: &str| {
        assert_eq!(size(&svg("0 0 9 9", &format!("{path}{body}"))), None, "{what}");
    };
    refused("a large file", &format!("<!--{}-->", " ".repeat(300_000)));
    refused("many", &path.repeat(6_000));
    refused("deep", &format!("{}{path}{}", "<g>".repeat(40), "</g>".repeat(40)));
    refused("deeper", &format!("{}{}", "<g>".repeat(30_000), "</g>".repeat(30_000)));
    refused("never closed", &"<g>".repeat(80_000));
    refused(
        "clip paths of clip paths",
        "<clipPath id='a'><path clip-path='url(#b)' d='M0 0h4v9z'/></clipPath>",
    );
    refused("a chain of them", "<clipPath id='a' style='clip-path:url(#b)'/>");
    refused("one by its class", "<style>.a{clip-path:url(#b)}</style>");
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>";
    let laughing = format!("{laughs}{}", svg("0 0 9 9", &format!("<title>&b;</title>{path}")));
    assert_eq!(size(&laughing), None);
    let round = "<linearGradient id='a' link:href='#b'/><linearGradient id='b' link:href='#a'/>";
    assert!(size(&svg("0 0 9 9", &format!("{round}{path}<g fill='url(#a)'>{path}</g>"))).is_some());
}

proptest! {
    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[<>/ a-z='\"#&;!\\[\\]()0-9.-]{0,200}") {
        let _ = kept(&[b"<svg ", bytes.as_slice()].concat());
        let _ = kept(&[b"<svg xmlns='http://www.w3.org/2000/svg'>", bytes.as_slice(), b"</svg>"].concat());
        let _ = kept(svg("0 0 9 9", &text).as_bytes());
        let _ = kept(format!("<!DOCTYPE svg [{text}]>{}", svg("0 0 9 9", "")).as_bytes());
    }

    #[test]
    fn any_lines_are_drawn_within_bounds(
        parts in prop::collection::vec((0_usize..6, -99_f32..199.0, -99_f32..199.0, -9e9_f32..9e9), 0..20),
        view in prop_oneof![Just("0 0 100 100".to_owned()), "-?[0-9]{1,5} -?[0-9]{1,3} [0-9]{1,9} [0-9]{1,3}"],
    ) {
        let mut body = String::new();
        for (kind, x, y, any) in parts {
            match kind {
                0 => write!(body, "<circle cx='{x}' cy='{y}' r='{any}'/>"),
                1 => write!(body, "<path stroke='#123' stroke-width='{any}' d='M{x} {y}L{y} {x}Q{any} 1 {x} 2'/>"),
                2 => write!(body, "<g opacity='.5' transform='rotate({any}) translate({x} {y})'><rect width='9' height='{x}'/></g>"),
                3 => write!(body, "<path d='M{x} {y}A{y} {x} {any} 1 0 5 5z' fill-opacity='.7'/>"),
                4 => write!(body, "<polygon points='{x},{y} 5,5 {y},{any} {any}'/>"),
                _ => write!(body, "<line x1='{x}' y2='{y}' stroke='#000' stroke-linecap='round' stroke-width='{y}'/>"),
            }.unwrap();
        }
        if let Some((across, down)) = size(&svg(&view, &body)) {
            prop_assert!((1..=576).contains(&across) && (1..=240).contains(&down));
        }
    }
}
