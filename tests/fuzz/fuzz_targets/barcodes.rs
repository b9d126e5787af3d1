//! Arbitrary text as a scanner might send it, with an arbitrary layout of labels: its meaning is found
//! without a panic, the scanned text stays the first candidate, and no candidate is there twice.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use satchel_domain::barcodes::{ElementString, Gtin, InStorePattern, expand_upc_e, meaning};

fuzz_target!(|data: &str| {
    // The first line is a layout, the rest a code.
    let (layout, text) = data.split_once('\n').unwrap_or(("21IIIIIWWwwwC", data));
    let layouts: Vec<InStorePattern> = InStorePattern::parse(layout).into_iter().collect();
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let meaning = meaning(text, &layouts, today);
    let scanned = text.trim_end_matches(['\r', '\n']);
    if !scanned.is_empty() {
        assert_eq!(meaning.candidates.first().map(String::as_str), Some(scanned));
    }
    for (at, code) in meaning.candidates.iter().enumerate() {
        assert!(!meaning.candidates[..at].contains(code), "{code} twice");
    }
    if let Some(gtin) = Gtin::parse(text) {
        assert!(gtin.forms().iter().any(|form| Gtin::parse(form).is_some()));
    }
    let _ = expand_upc_e(text);
    let _ = ElementString::parse(text);
});
