//! The `scan` vectors: a scanned text, giving what the server's lookup answers.

use std::convert::Infallible;

use serde_json::{Map, Value, json};

use super::{Refusal, rows, text};
use crate::barcodes::{BarcodeLookup, FoundBy, ItemFlags, ScanResult, same_code, scan_barcode};

/// Answers a case `{value}` with the found item, or `{}` if there is none.
///
/// `world` is the one of the scan cases: `barcodes`, `serial_nos` and `batches`.
///
/// # Errors
///
/// None so far: the server refuses no text. The type is that of all vectors.
pub fn result_of(case: &Value, world: &Value) -> Result<Value, Refusal> {
    let Ok(found) = scan_barcode(text(case, "value"), &World(world));
    Ok(found.map_or_else(|| json!({}), |found| to_json(&found)))
}

fn to_json(found: &ScanResult) -> Value {
    let mut answer = Map::new();
    match &found.found_by {
        FoundBy::Barcode { barcode, .. } => answer.insert("barcode".to_owned(), json!(barcode)),
        FoundBy::SerialNo { serial_no, .. } => {
            answer.insert("serial_no".to_owned(), json!(serial_no))
        }
        FoundBy::Batch { batch_no } => answer.insert("batch_no".to_owned(), json!(batch_no)),
        FoundBy::ItemCode => None,
    };
    answer.insert("item_code".to_owned(), json!(found.item_code));
    match &found.found_by {
        FoundBy::Barcode { uom, .. } => answer.insert("uom".to_owned(), json!(uom)),
        FoundBy::SerialNo { batch_no, .. } => answer.insert("batch_no".to_owned(), json!(batch_no)),
        FoundBy::Batch { .. } | FoundBy::ItemCode => None,
    };
    answer.insert("has_batch_no".to_owned(), json!(u8::from(found.flags.has_batch_no)));
    answer.insert("has_serial_no".to_owned(), json!(u8::from(found.flags.has_serial_no)));
    Value::Object(answer)
}

/// The recorded lists. They hold no items, so what an item keeps is taken from the list it is in.
struct World<'a>(&'a Value);

impl World<'_> {
    fn row(&self, list: &str, field: &str, scanned: &str) -> Option<&Value> {
        rows(self.0, list).iter().find(|row| same_code(text(row, field), scanned))
    }

    fn flags(&self, item_code: &str) -> ItemFlags {
        let listed =
            |list| rows(self.0, list).iter().any(|row| text(row, "item_code") == item_code);
        ItemFlags { has_batch_no: listed("batches"), has_serial_no: listed("serial_nos") }
    }

    fn result(&self, row: &Value, found_by: FoundBy) -> ScanResult {
        let item_code = text(row, "item_code").to_owned();
        ScanResult { flags: self.flags(&item_code), item_code, found_by }
    }
}

fn optional(row: &Value, field: &str) -> Option<String> {
    Some(text(row, field).to_owned()).filter(|text| !text.is_empty())
}

impl BarcodeLookup for World<'_> {
    type Error = Infallible;

    fn item_barcode(&self, scanned: &str) -> Result<Option<ScanResult>, Infallible> {
        Ok(self.row("barcodes", "barcode", scanned).map(|row| {
            let barcode = text(row, "barcode").to_owned();
            self.result(row, FoundBy::Barcode { barcode, uom: optional(row, "uom") })
        }))
    }

    fn serial_no(&self, scanned: &str) -> Result<Option<ScanResult>, Infallible> {
        Ok(self.row("serial_nos", "serial_no", scanned).map(|row| {
            let serial_no = text(row, "serial_no").to_owned();
            self.result(row, FoundBy::SerialNo { serial_no, batch_no: optional(row, "batch_no") })
        }))
    }

    fn batch(&self, scanned: &str) -> Result<Option<ScanResult>, Infallible> {
        Ok(self.row("batches", "batch_no", scanned).map(|row| {
            self.result(row, FoundBy::Batch { batch_no: text(row, "batch_no").to_owned() })
        }))
    }

    fn item(&self, _: &str) -> Result<Option<ScanResult>, Infallible> {
        Ok(None)
    }
}
