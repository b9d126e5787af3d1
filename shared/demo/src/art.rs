//! Drawings of items: a drawing, the colours of a tint and a small sign on the label.
//!
//! A key reads `drawing.tint.mark` or `drawing.tint.mark.size`, as in `bottle-water.mint.bubbles.s`;
//! sizes are `m`, `s` and `xs`, none means full size.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::{DemoError, catalogue, table};

const DRAWINGS: &str = include_str!("../../../assets/demo/art/drawings.toml");
const MARKS: &str = include_str!("../../../assets/demo/art/marks.toml");
const TINTS: &str = include_str!("../../../assets/demo/art/tints.csv");

#[derive(Deserialize)]
struct Drawing {
    mark: String,
    body: String,
}

#[derive(Deserialize)]
struct Tint {
    tint: String,
    main: String,
    deep: String,
    pale: String,
}

/// The drawing of an item as inline SVG (class `art`, 44 × 44, hidden from screen readers), by the
/// key in the item's field `satchel_art`. `None` for a key no item of the demo has.
pub fn art(key: &str) -> Option<&'static str> {
    static DRAWN: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    DRAWN.get_or_init(|| draw_all().unwrap_or_default()).get(key).map(String::as_str)
}

/// Every drawing the items ask for; a key that cannot be drawn is left out.
pub(crate) fn draw_all() -> Result<BTreeMap<String, String>, DemoError> {
    let sheet = Sheet::read()?;
    let keys: BTreeSet<String> = catalogue::item_rows()?.into_iter().map(|row| row.art).collect();
    Ok(keys.into_iter().filter_map(|key| sheet.draw(&key).map(|svg| (key, svg))).collect())
}

struct Sheet {
    drawings: BTreeMap<String, Drawing>,
    marks: BTreeMap<String, String>,
    tints: BTreeMap<String, Tint>,
}

impl Sheet {
    fn read() -> Result<Self, DemoError> {
        let toml = |file| move |source| DemoError::Toml { file, source };
        Ok(Self {
            drawings: toml::from_str(DRAWINGS).map_err(toml("art/drawings.toml"))?,
            marks: toml::from_str(MARKS).map_err(toml("art/marks.toml"))?,
            tints: table::rows::<Tint>("art/tints.csv", TINTS)?
                .into_iter()
                .map(|tint| (tint.tint.clone(), tint))
                .collect(),
        })
    }

    fn draw(&self, key: &str) -> Option<String> {
        let mut parts = key.split('.');
        let drawing = self.drawings.get(parts.next()?)?;
        let tint = self.tints.get(parts.next()?)?;
        let mark = self.marks.get(parts.next()?)?;
        let scale = scale(parts.next())?;
        let mut place = drawing.mark.split(' ');
        let (x, y, size) = (place.next()?, place.next()?, place.next()?);
        let body = &drawing.body;
        let label = format!(r#"<g transform="translate({x} {y}) scale({size})">{mark}</g>"#);
        let inner = match scale {
            "1" => format!("{body}{label}"),
            scale => format!(
                r#"<g transform="translate(22 40) scale({scale}) translate(-22 -40)">{body}{label}</g>"#
            ),
        };
        let coloured = inner
            .replace("{main}", &tint.main)
            .replace("{deep}", &tint.deep)
            .replace("{pale}", &tint.pale);
        Some(format!(r#"<svg class="art" viewBox="0 0 44 44" aria-hidden="true">{coloured}</svg>"#))
    }
}

fn scale(size: Option<&str>) -> Option<&'static str> {
    match size {
        None => Some("1"),
        Some("m") => Some("0.86"),
        Some("s") => Some("0.74"),
        Some("xs") => Some("0.64"),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_drawing_of_its_own() {
        let rows = catalogue::item_rows().unwrap();
        let drawn: BTreeSet<&str> = rows
            .iter()
            .map(|row| art(&row.art).unwrap_or_else(|| panic!("{} {}", row.item_code, row.art)))
            .collect();
        assert_eq!(drawn.len(), rows.len());
        let drawings: BTreeSet<&str> =
            rows.iter().filter_map(|row| row.art.split('.').next()).collect();
        assert!(drawings.len() >= 24, "{}", drawings.len());
    }

    #[test]
    fn drawings_are_closed_and_carry_no_placeholder_or_script() {
        for (key, svg) in draw_all().unwrap() {
            assert!(svg.ends_with("</svg>") && !svg.contains(['{', '}']), "{key}");
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count(), "{key}");
            assert!(!svg.contains("script") && !svg.contains("href"), "{key}");
        }
    }

    #[test]
    fn unknown_keys_have_none() {
        for key in ["", "bottle-water", "bottle-water.mint.bubbles.huge", "ufo.mint.plain"] {
            assert_eq!(art(key), None, "{key}");
        }
    }
}
