//! From a scanned text to the item, by everything the text may mean.

use chrono::NaiveDate;

use super::in_store::InStorePattern;
use super::lookup::{BarcodeLookup, ScanResult, scan_barcode};
use super::meaning::{Meaning, meaning};

/// The item found, and what else the code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The item and by what it was found.
    pub result: ScanResult,
    /// Batch, weight, count and the other facts in the code.
    pub meaning: Meaning,
}

/// The item a scanned text names: as the server finds it, else by the other codes the text may
/// stand for, else by an item code. None is an unknown code.
///
/// # Errors
///
/// As the lookup fails.
pub fn find<L: BarcodeLookup>(
    text: &str,
    lookup: &L,
    in_store: &[InStorePattern],
    today: NaiveDate,
) -> Result<Option<Match>, L::Error> {
    let meaning = meaning(text, in_store, today);
    for candidate in &meaning.candidates {
        if let Some(result) = scan_barcode(candidate, lookup)? {
            return Ok(Some(Match { result, meaning }));
        }
    }
    for candidate in &meaning.candidates {
        if let Some(result) = lookup.item(candidate)? {
            return Ok(Some(Match { result, meaning }));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::{FoundBy, ItemFlags, same_code};
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;
    use std::convert::Infallible;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Barcodes with their item; an item code is `item-` and the barcode.
    struct Shelf(&'static [&'static str]);

    impl Shelf {
        fn get(&self, text: &str, prefix: &str) -> Option<&'static str> {
            self.0.iter().find(|code| same_code(&format!("{prefix}{code}"), text)).copied()
        }
    }

    impl BarcodeLookup for Shelf {
        type Error = Infallible;

        fn item_barcode(&self, text: &str) -> Result<Option<ScanResult>, Infallible> {
            Ok(self.get(text, "").map(|code| ScanResult {
                item_code: format!("item-{code}"),
                found_by: FoundBy::Barcode { barcode: code.to_owned(), uom: None },
                flags: ItemFlags::default(),
            }))
        }

        fn serial_no(&self, _: &str) -> Result<Option<ScanResult>, Infallible> {
            Ok(None)
        }

        fn batch(&self, _: &str) -> Result<Option<ScanResult>, Infallible> {
            Ok(None)
        }

        fn item(&self, text: &str) -> Result<Option<ScanResult>, Infallible> {
            Ok(self.get(text, "item-").map(|code| ScanResult {
                item_code: format!("item-{code}"),
                found_by: FoundBy::ItemCode,
                flags: ItemFlags::default(),
            }))
        }
    }

    fn scan(shelf: &Shelf, text: &str) -> Option<Match> {
        let patterns = [InStorePattern::parse("21IIIIIWWwwwC").unwrap()];
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        find(text, shelf, &patterns, today).unwrap()
    }

    #[test]
    fn a_upc_and_an_ean_of_one_item() {
        let shelf = Shelf(&["0012345678905"]);
        assert!(scan(&shelf, "012345678905").is_some());
        assert!(scan(&shelf, "\u{20}012345678905\r\n").is_some());
        assert!(scan(&Shelf(&["012345678905"]), "0012345678905").is_some());
        assert!(scan(&shelf, "]E00012345678905").is_some(), "behind its symbology");
        assert!(scan(&shelf, "012345678904").is_none());
    }

    #[test]
    fn a_label_with_a_batch_and_a_count() {
        let found = scan(&Shelf(&["4006381333931"]), "]C1010400638133393110B7\u{1d}3012").unwrap();
        assert_eq!(found.result.item_code, "item-4006381333931");
        assert_eq!(found.meaning.batch_no.as_deref(), Some("B7"));
        assert_eq!(found.meaning.count, Some(dec("12")));
    }

    #[test]
    fn a_label_with_a_weight() {
        let body = "211234501250";
        let label = format!("{body}{}", super::super::check_digit(body).unwrap());
        let found = scan(&Shelf(&["2112345"]), &label).unwrap();
        assert_eq!(found.meaning.net_weight.map(|weight| weight.value), Some(dec("1.250")));
    }

    #[test]
    fn an_item_code_comes_last() {
        let found = scan(&Shelf(&["77"]), "ITEM-77").unwrap();
        assert_eq!(found.result.found_by, FoundBy::ItemCode);
    }

    proptest! {
        #[test]
        fn any_text_finds_something_or_nothing(text in "\\PC{0,40}|[0-9\u{1d}() ]{0,40}") {
            let found = scan(&Shelf(&["4006381333931"]), &text);
            if let Some(found) = found {
                prop_assert!(found.meaning.candidates.len() < 12);
            }
        }
    }
}
