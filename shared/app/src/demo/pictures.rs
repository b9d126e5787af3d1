//! Photos and signatures of the demo company's visits: drawn, since nobody was there with a camera.

use super::team::draw;
use satchel_store::{MasterDocument, TEAM_FILE};
use serde_json::{Value, json};
use std::fmt::Write;

/// Shelves there are pictures of.
const SHELVES: usize = 6;
/// Different signatures.
const SIGNATURES: usize = 4;
/// Where their addresses begin, as a site's do.
const SHELF: &str = "/private/files/demo-shelf-";
/// The same of a signature.
const SIGNED: &str = "/private/files/demo-signature-";
/// Drawings that stand on a shelf.
const GOODS: [&str; 8] = [
    "coffee-bag.charcoal.bean",
    "bottle-wine.violet.grape",
    "tin.brick.drop",
    "jar.plum.drop",
    "tea-box.lemon.sun",
    "crisps.rose.heart",
    "carton.mint.drop",
    "bottle-water.sea.drop",
];

/// The Files of a visit: now and then photos of a shelf, and the customer's signature.
pub(super) fn files_of(visit: &str, seed: usize) -> Vec<MasterDocument> {
    let file = |file_name: String, url: String| {
        let document = json!({
            "name": format!("demo-{file_name}"),
            "attached_to_doctype": "Field Visit",
            "attached_to_name": visit,
            "file_name": file_name,
            "file_url": url,
        });
        MasterDocument::from_value(TEAM_FILE, &document)
    };
    let mut files = Vec::new();
    let photos = [0, 0, 1, 1, 2].get(draw(seed + 8, 5)).copied().unwrap_or_default();
    for nth in 1..=photos {
        let url = format!("{SHELF}{}.svg", draw(seed + nth, SHELVES));
        files.push(file(format!("field-visit-{seed}-{nth}.svg"), url));
    }
    if draw(seed + 9, 100) < 40 {
        let url = format!("{SIGNED}{}.svg", draw(seed, SIGNATURES));
        files.push(file(format!("field-visit-{seed}-signature.svg"), url));
    }
    files
}

/// What the Files among some documents show: the `name` of one File of each address, and its content.
pub(super) fn contents(documents: &[MasterDocument]) -> Vec<(String, Vec<u8>)> {
    let mut found = std::collections::BTreeMap::new();
    for document in documents.iter().filter(|document| document.doctype == TEAM_FILE) {
        let file: Value = serde_json::from_str(&document.document).unwrap_or_default();
        let text = |field: &str| file.get(field).and_then(Value::as_str).map(str::to_owned);
        if let (Some(url), Some(name)) = (text("file_url"), text("name")) {
            found.entry(url).or_insert(name);
        }
    }
    found.into_iter().filter_map(|(url, name)| Some((name, content(&url)?))).collect()
}

/// The picture at an address of the demo company.
fn content(url: &str) -> Option<Vec<u8>> {
    let number = |prefix: &str| -> Option<usize> {
        url.strip_prefix(prefix)?.strip_suffix(".svg")?.parse().ok()
    };
    match (number(SHELF), number(SIGNED)) {
        (Some(nth), _) => Some(shelf(nth).into_bytes()),
        (_, Some(nth)) => {
            let name = "signature".to_owned();
            Some(satchel_store::signature_picture(name, signature(nth).into_bytes()).1)
        }
        _ => None,
    }
}

/// Two boards on a wall with goods on them; here and there one is missing.
fn shelf(nth: usize) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 300\">\
         <rect width=\"400\" height=\"300\" fill=\"#d9d3c7\"/>\
         <rect y=\"262\" width=\"400\" height=\"38\" fill=\"#a79c8a\"/>",
    );
    for board in 0..2_usize {
        let top = 118 + board * 126;
        // Writing to a text does not fail.
        let _ = write!(
            svg,
            "<rect x=\"14\" y=\"{top}\" width=\"372\" height=\"14\" fill=\"#7c6a55\"/>\
             <rect x=\"14\" y=\"{}\" width=\"372\" height=\"6\" fill=\"#00000022\"/>",
            top + 14
        );
        for place in 0..4_usize {
            let seed = nth * 100 + board * 10 + place;
            let Some(art) = goods(seed).filter(|_| draw(seed + 50, 6) > 0) else { continue };
            let (x, y) = (24 + place * 92, top - 84);
            svg.push_str(&art.replacen(
                "<svg class=\"art\"",
                &format!("<svg x=\"{x}\" y=\"{y}\" width=\"88\" height=\"88\""),
                1,
            ));
        }
    }
    svg.push_str("</svg>");
    svg
}

fn goods(seed: usize) -> Option<&'static str> {
    satchel_demo::art(GOODS.get(draw(seed, GOODS.len()))?)
}

/// A name written in a hurry, as the pad keeps it.
fn signature(nth: usize) -> String {
    let mut path = String::from("M6 60");
    for step in 0..26_usize {
        let up = 44.0 - f64::from(u32::try_from(draw(nth * 40 + step, 40)).unwrap_or_default());
        let height = if step % 2 == 0 { 60.0 - up } else { 52.0 + up / 6.0 };
        let _ = write!(path, "L{} {height:.1}", 6 + (step + 1) * 9);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_the_demo_is_one() {
        let files: Vec<MasterDocument> =
            (0..400).flat_map(|seed| files_of("visit", seed * 8)).collect();
        let contents = contents(&files);
        assert_eq!(contents.len(), SHELVES + SIGNATURES);
        for (name, content) in contents {
            let svg = String::from_utf8(content).unwrap();
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{name}");
            let goods = svg.matches("viewBox=\"0 0 44 44\"").count();
            assert!(name.contains("signature") || goods > 3, "{name}: {goods} goods");
        }
        assert_eq!(content("/private/files/other.svg"), None);
    }
}
