//! Everything a scanned text may stand for, before any look at the catalogue.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::gs1::{ElementString, NetWeight, WeightUnit};
use super::gtin::Gtin;
use super::in_store::{InStorePattern, InStoreValue};

/// A scanned text taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meaning {
    /// Codes to look the item up by, likeliest first; the first is the text as scanned.
    pub candidates: Vec<String>,
    /// Batch number in the code.
    pub batch_no: Option<String>,
    /// Serial number in the code.
    pub serial_no: Option<String>,
    /// Last day of use in the code.
    pub expiry: Option<NaiveDate>,
    /// Number of pieces in the code.
    pub count: Option<Decimal>,
    /// Net weight in the code.
    pub net_weight: Option<NetWeight>,
    /// Price of the piece in the code. It is the shop's own and never overrides a price list.
    pub price: Option<Decimal>,
}

/// What the text may mean. `today` decides the century of an expiry date.
///
/// A GS1 element string is read as such; else the shop's own label layouts are tried in order, then
/// a GTIN in its other lengths.
pub fn meaning(text: &str, in_store: &[InStorePattern], today: NaiveDate) -> Meaning {
    let scanned = text.trim_end_matches(['\r', '\n']);
    let bare = without_symbology(scanned.trim());
    let mut meaning = Meaning { candidates: vec![scanned.to_owned()], ..Meaning::default() };
    if let Some(code) = ElementString::parse(scanned) {
        read_elements(&mut meaning, &code, today);
    } else if let Some(label) = in_store.iter().find_map(|pattern| pattern.read(bare)) {
        meaning.candidates.extend(label.candidates);
        match label.value {
            InStoreValue::Weight(value) => {
                meaning.net_weight = Some(NetWeight { value, unit: WeightUnit::Kilogram });
            }
            InStoreValue::Price(price) => meaning.price = Some(price),
            InStoreValue::Count(count) => meaning.count = Some(count),
        }
    } else if let Some(gtin) = Gtin::parse(bare) {
        meaning.candidates.extend(gtin.forms());
    }
    meaning.candidates.extend([scanned.trim().to_owned(), bare.to_owned()]);
    let mut seen = std::collections::HashSet::new();
    meaning.candidates.retain(|code| !code.is_empty() && seen.insert(code.clone()));
    meaning
}

/// The text behind a symbology identifier such as `]E0`, which scanners can be set to send (AIM
/// symbology identifiers, ISO/IEC 15424).
fn without_symbology(text: &str) -> &str {
    let mut signs = text.strip_prefix(']').unwrap_or_default().chars();
    let letter = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
    let digit = signs.next().is_some_and(|sign| sign.is_ascii_alphanumeric());
    if letter && digit { signs.as_str() } else { text }
}

fn read_elements(meaning: &mut Meaning, code: &ElementString<'_>, today: NaiveDate) {
    let owned = |identifier| code.get(identifier).map(str::to_owned);
    meaning.candidates.extend(code.gtin().map(|gtin| gtin.forms()).unwrap_or_default());
    meaning.batch_no = owned("10");
    meaning.serial_no = owned("21");
    meaning.expiry = code.expiry(today);
    meaning.count = code.count();
    meaning.net_weight = code.net_weight();
    meaning.price = code.price();
    // A label of one piece may hold nothing but its serial number or its batch.
    if code.gtin().is_none() {
        meaning.candidates.extend(owned("21"));
        meaning.candidates.extend(owned("10"));
    }
}
