//! The server's lookup of a scanned text.
//!
//! Source: `erpnext/stock/utils.py` (`scan_barcode`); judged by the recorded `scan` vectors.

/// Where barcodes, serial numbers and batches are kept; texts are compared as [`same_code`] does.
pub trait BarcodeLookup {
    /// What reading may fail with.
    type Error;

    /// The Item Barcode row of that text: the stored `barcode`, its item and its `uom`.
    ///
    /// # Errors
    ///
    /// As the store fails.
    fn item_barcode(&self, text: &str) -> Result<Option<ScanResult>, Self::Error>;

    /// The Serial No of that name.
    ///
    /// # Errors
    ///
    /// As the store fails.
    fn serial_no(&self, text: &str) -> Result<Option<ScanResult>, Self::Error>;

    /// The Batch of that name.
    ///
    /// # Errors
    ///
    /// As the store fails.
    fn batch(&self, text: &str) -> Result<Option<ScanResult>, Self::Error>;

    /// The Item of that `item_code`. The server's scan does not look here; [`super::find`] does,
    /// last.
    ///
    /// # Errors
    ///
    /// As the store fails.
    fn item(&self, text: &str) -> Result<Option<ScanResult>, Self::Error>;
}

/// By what a scanned text named its item; the text is the stored one, not the scanned one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundBy {
    /// A row of Item Barcode, with the unit it stands for.
    Barcode {
        /// `Item Barcode.barcode`.
        barcode: String,
        /// `Item Barcode.uom`; none means the item's own.
        uom: Option<String>,
    },
    /// A Serial No.
    SerialNo {
        /// `Serial No.name`.
        serial_no: String,
        /// `Serial No.batch_no`.
        batch_no: Option<String>,
    },
    /// A Batch.
    Batch {
        /// `Batch.name`.
        batch_no: String,
    },
    /// The item's own code.
    ItemCode,
}

/// What an Item says of its stock keeping.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemFlags {
    /// `Item.has_batch_no`.
    pub has_batch_no: bool,
    /// `Item.has_serial_no`.
    pub has_serial_no: bool,
}

/// The item a scanned text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanResult {
    /// `Item.item_code`.
    pub item_code: String,
    /// By what it was found.
    pub found_by: FoundBy,
    /// Batch and serial number keeping of the item.
    pub flags: ItemFlags,
}

/// Whether the database of the server takes both texts for the same code: without regard to case
/// and to spaces at the end. Spaces in front count.
pub fn same_code(stored: &str, scanned: &str) -> bool {
    let folded = |text: &str| text.trim_end_matches(' ').to_lowercase();
    folded(stored) == folded(scanned)
}

/// The item a text names on the server: by barcode, then serial number, then batch.
///
/// # Errors
///
/// As the lookup fails.
pub fn scan_barcode<L: BarcodeLookup>(
    text: &str,
    lookup: &L,
) -> Result<Option<ScanResult>, L::Error> {
    if text.trim_end_matches(' ').is_empty() {
        return Ok(None);
    }
    if let Some(found) = lookup.item_barcode(text)? {
        return Ok(Some(found));
    }
    if let Some(found) = lookup.serial_no(text)? {
        return Ok(Some(found));
    }
    lookup.batch(text)
}

#[cfg(test)]
mod tests {
    use super::same_code;

    #[test]
    fn codes_differ_by_more_than_case_and_closing_spaces() {
        assert!(same_code("ABC-12 3", "abc-12 3  "));
        assert!(!same_code("ABC", " ABC"));
        assert!(!same_code("ABC", "ABC\t"));
    }
}
