//! What a scanned or typed code stands for.

use super::Session;
use super::scanning::labels;
use crate::AppError;
use crate::views::{OrderEdit, OrderView};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use satchel_domain::barcodes::{
    BarcodeLookup, FoundBy, ItemFlags, Meaning, ScanResult, WeightUnit, find,
};
use satchel_domain::ids::ItemCode;
use satchel_store::Store;

/// What a scanned or typed code did to the order.
#[derive(Debug, Clone, PartialEq)]
pub enum ScanOutcome {
    /// The item was added: one unit, or the weight or count the code holds.
    Added {
        /// The order as it is now.
        order: Box<OrderView>,
        /// Name of the item.
        item_name: String,
        /// The day the pack expired, where its code says so and it is over.
        expired: Option<NaiveDate>,
    },
    /// No item on this phone has the code.
    Unknown {
        /// The code as it was read.
        code: String,
    },
}

/// The item behind a code.
pub(super) struct FoundItem {
    pub(super) code: ItemCode,
    /// The unit the code stands for; none means the item's own.
    pub(super) uom: Option<String>,
    meaning: Meaning,
}

impl Session {
    /// Adds what a barcode or item code stands for.
    ///
    /// # Errors
    /// What the store says, or the edit's own. An unknown code is not an error.
    pub fn scan_into(&self, uid: &str, code: &str) -> Result<ScanOutcome, AppError> {
        let Some(found) = self.find_code(code)? else {
            return Ok(ScanOutcome::Unknown { code: code.trim().to_owned() });
        };
        let row = self.inner.store.item_row(&found.code, "", "")?;
        let (item_name, stock_uom) = row.map_or_else(
            || (found.code.to_string(), String::new()),
            |row| (row.name, row.stock_uom),
        );
        let qty = found.qty(&stock_uom);
        let expired = found.meaning.expiry.filter(|last| *last < self.today());
        let edit = OrderEdit::Add { item_code: found.code.to_string(), uom: found.uom, qty };
        let order = Box::new(self.edit_order(uid, edit)?);
        Ok(ScanOutcome::Added { order, item_name, expired })
    }

    /// The item a barcode in any of its forms, or an exact item code, stands for.
    pub(super) fn find_code(&self, code: &str) -> Result<Option<FoundItem>, AppError> {
        let patterns = labels(&self.inner.store)?;
        let found = find(code, &Shelf(&self.inner.store), &patterns, self.today())?;
        let Some(found) = found else { return Ok(None) };
        let uom = match found.result.found_by {
            FoundBy::Barcode { uom, .. } => uom,
            _ => None,
        };
        let code = found.result.item_code.parse();
        let code = code.map_err(|_| AppError::Unreadable { what: "Item Barcode" })?;
        Ok(Some(FoundItem { code, uom, meaning: found.meaning }))
    }
}

impl FoundItem {
    /// The count in the code; the weight, where the item is sold by that weight; else one.
    fn qty(&self, stock_uom: &str) -> Decimal {
        let unit = self.uom.as_deref().unwrap_or(stock_uom).to_lowercase();
        let weighed = self.meaning.net_weight.filter(|weight| match weight.unit {
            WeightUnit::Kilogram => matches!(unit.as_str(), "kg" | "kilogram"),
            WeightUnit::Pound => matches!(unit.as_str(), "lb" | "lbs" | "pound"),
        });
        let said = self.meaning.count.or(weighed.map(|weight| weight.value));
        said.filter(|qty| *qty > Decimal::ZERO).unwrap_or(Decimal::ONE)
    }
}

/// The items of this phone. Serial numbers and batches are not on it.
struct Shelf<'a>(&'a Store);

impl BarcodeLookup for Shelf<'_> {
    type Error = AppError;

    fn item_barcode(&self, text: &str) -> Result<Option<ScanResult>, AppError> {
        Ok(self.0.item_by_barcode(text)?.map(|found| ScanResult {
            item_code: found.code.to_string(),
            found_by: FoundBy::Barcode { barcode: text.to_owned(), uom: found.uom },
            flags: ItemFlags::default(),
        }))
    }

    fn serial_no(&self, _: &str) -> Result<Option<ScanResult>, AppError> {
        Ok(None)
    }

    fn batch(&self, _: &str) -> Result<Option<ScanResult>, AppError> {
        Ok(None)
    }

    fn item(&self, text: &str) -> Result<Option<ScanResult>, AppError> {
        let Ok(code) = text.trim().parse::<ItemCode>() else { return Ok(None) };
        Ok(self.0.item_row(&code, "", "")?.map(|row| ScanResult {
            item_code: row.code.to_string(),
            found_by: FoundBy::ItemCode,
            flags: ItemFlags::default(),
        }))
    }
}
