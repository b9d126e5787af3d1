//! Units of measure in the words of the trade.
//!
//! A unit is data of the site; those everybody knows are named in the language of the screen, any
//! other keeps the site's own name.

use super::quantity;
use crate::i18n::Argument;
use crate::{key, tr};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Keys of a known unit: its name, and a quantity of it. `None` for a unit of the site's own.
fn known(uom: &str) -> Option<(&'static str, &'static str)> {
    Some(match uom.to_ascii_lowercase().as_str() {
        "nos" | "unit" => (key!("unit-nos"), key!("unit-nos-count")),
        "bottle" => (key!("unit-bottle"), key!("unit-bottle-count")),
        "box" => (key!("unit-box"), key!("unit-box-count")),
        "case" => (key!("unit-case"), key!("unit-case-count")),
        "layer" => (key!("unit-layer"), key!("unit-layer-count")),
        "pack" => (key!("unit-pack"), key!("unit-pack-count")),
        "pallet" => (key!("unit-pallet"), key!("unit-pallet-count")),
        _ => return None,
    })
}

/// `Case`.
pub fn name(uom: &str) -> String {
    known(uom).map_or_else(|| uom.to_owned(), |(name, _)| tr!(name))
}

/// `Case 6`: the unit and how many stock units it holds.
pub fn name_of(uom: &str, conversion_factor: Decimal) -> String {
    if conversion_factor == Decimal::ONE {
        return name(uom);
    }
    tr!("unit-of", unit: name(uom), figure: quantity(conversion_factor))
}

/// `9 cases`; pieces are the figure alone, as people say it.
pub fn counted(qty: Decimal, uom: &str) -> String {
    let figure = quantity(qty);
    match known(uom) {
        Some((_, "unit-nos-count")) => figure,
        Some((_, counted)) => tr!(counted, count: plural(qty), figure: figure),
        None => format!("{figure} {uom}"),
    }
}

/// `54 pieces`: like [`counted`], pieces named too.
pub fn counted_in_full(qty: Decimal, uom: &str) -> String {
    match known(uom) {
        Some((_, counted)) => tr!(counted, count: plural(qty), figure: quantity(qty)),
        None => format!("{} {uom}", quantity(qty)),
    }
}

/// The number by which a language chooses its plural.
fn plural(qty: Decimal) -> Argument {
    match qty.normalize() {
        whole if whole.scale() == 0 => Argument::from(whole.to_i64().unwrap_or(i64::MAX)),
        part => Argument::from(part.to_f64().unwrap_or(0.5)),
    }
}
