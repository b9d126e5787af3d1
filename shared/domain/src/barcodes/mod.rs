//! What a scanned text means, and which item it names.
//!
//! [`scan_barcode`] is the server's own lookup, which knows only the text as it is stored. [`find`]
//! asks that first and then what else the text may stand for: another length of the same GTIN, a
//! GS1 element string with batch and weight, or a label the shop printed with a weight or price in
//! it.

mod find;
mod gs1;
mod gtin;
mod in_store;
mod lookup;
mod meaning;

pub use find::{Match, find};
pub use gs1::{Element, ElementString, NetWeight, WeightUnit};
pub use gtin::{Gtin, check_digit, expand_upc_e};
pub use in_store::{InStoreLabel, InStorePattern, InStoreValue, PatternError};
pub use lookup::{BarcodeLookup, FoundBy, ItemFlags, ScanResult, same_code, scan_barcode};
pub use meaning::{Meaning, meaning};
