//! rxing behind a wall: what it panics on is a code not found.
//!
//! Its readers index into their buffers and unwrap as they go; most hostile pictures end in its
//! errors, but nothing in its interface promises so. Each call is guarded on its own.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rxing::common::{BitArray, HybridBinarizer};
use rxing::datamatrix::DataMatrixReader;
use rxing::oned::{MultiFormatOneDReader, OneDReader};
use rxing::qrcode::{QRCodeReader, cpp_port::QrReader};
use rxing::{
    BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source, RXingResult, RXingResultMetadataType,
    RXingResultMetadataValue, Reader,
};

use super::code::{Code, Format};
use super::luma::Luma;
use super::ruler::bears_out;

/// The smallest side the binariser with local thresholds takes.
const SMALLEST: usize = 40;

/// The longest text a symbol may carry (QR version 40, digits).
const LONGEST: usize = 7_089;

/// The readers, with what they keep between calls.
pub(super) struct Engine {
    bars: MultiFormatOneDReader,
    bar_hints: DecodeHints,
    qr_hints: DecodeHints,
    matrix_hints: DecodeHints,
}

impl Engine {
    pub(super) fn new() -> Self {
        let bar_hints = DecodeHints {
            PossibleFormats: Some(HashSet::from([
                BarcodeFormat::EAN_13,
                BarcodeFormat::EAN_8,
                BarcodeFormat::UPC_A,
                BarcodeFormat::UPC_E,
                BarcodeFormat::CODE_128,
                BarcodeFormat::CODE_39,
                BarcodeFormat::ITF,
            ])),
            // FNC1 is kept: without it GS1-128 cannot be taken apart.
            AssumeGs1: Some(true),
            ..DecodeHints::default()
        };
        let only = |format| DecodeHints {
            PossibleFormats: Some(HashSet::from([format])),
            TryHarder: Some(true),
            ..DecodeHints::default()
        };
        Self {
            bars: MultiFormatOneDReader::new(&bar_hints),
            bar_hints,
            qr_hints: only(BarcodeFormat::QR_CODE),
            matrix_hints: only(BarcodeFormat::DATA_MATRIX),
        }
    }

    /// The bar code in a line; true is black.
    pub(super) fn line(&mut self, bits: impl ExactSizeIterator<Item = bool>) -> Option<Code> {
        let mut array = BitArray::with_size(bits.len());
        let mut edges = Vec::with_capacity(128);
        let mut last = false;
        for (at, black) in bits.enumerate() {
            if black {
                array.set(at);
            }
            if black != last {
                edges.push(at as f32);
                last = black;
            }
        }
        let Self { bars, bar_hints, .. } = self;
        guarded(|| {
            let result = bars.decode_row(0, &array, bar_hints).ok()?;
            let code = code(&result)?;
            let guards = match result.getPoints() {
                [first, .., last] => (first.x, last.x),
                _ => (0.0, 0.0),
            };
            bears_out(code.format, &code.text, guards, &edges).then_some(code)
        })
    }

    /// The QR code in a picture. `thorough` asks a second detector where the first finds none.
    pub(super) fn qr(&self, luma: &Luma<'_>, thorough: bool) -> Option<Code> {
        let found =
            guarded(|| code(&QrReader.decode_with_hints(&mut bitmap(luma)?, &self.qr_hints).ok()?));
        if found.is_some() || !thorough {
            return found;
        }
        guarded(|| code(&QRCodeReader.decode_with_hints(&mut bitmap(luma)?, &self.qr_hints).ok()?))
    }

    /// The Data Matrix in a picture.
    pub(super) fn data_matrix(&self, luma: &Luma<'_>) -> Option<Code> {
        guarded(|| {
            code(&DataMatrixReader.decode_with_hints(&mut bitmap(luma)?, &self.matrix_hints).ok()?)
        })
    }
}

fn bitmap<'a>(luma: &'a Luma<'_>) -> Option<BinaryBitmap<HybridBinarizer<Luma8Source<'a>>>> {
    let (width, height) = (luma.width(), luma.height());
    if width < SMALLEST || height < SMALLEST {
        return None;
    }
    let size = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let source = Luma8Source::new_with_slice(luma.pixels(), size.0, size.1).ok()?;
    Some(BinaryBitmap::new(HybridBinarizer::new(source)))
}

fn guarded(read: impl FnOnce() -> Option<Code>) -> Option<Code> {
    // What the readers keep between calls is only ever read.
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

fn code(result: &RXingResult) -> Option<Code> {
    let format = match result.getBarcodeFormat() {
        BarcodeFormat::EAN_13 => Format::Ean13,
        BarcodeFormat::EAN_8 => Format::Ean8,
        BarcodeFormat::UPC_A => Format::UpcA,
        BarcodeFormat::UPC_E => Format::UpcE,
        BarcodeFormat::CODE_128 => Format::Code128,
        BarcodeFormat::CODE_39 => Format::Code39,
        BarcodeFormat::ITF => Format::Itf,
        BarcodeFormat::QR_CODE => Format::Qr,
        BarcodeFormat::DATA_MATRIX => Format::DataMatrix,
        _ => return None,
    };
    let text = result.getText();
    let (text, gs1) = match (format, text.strip_prefix("]C1")) {
        // The mark is also what a printed "]C1" reads as; both mean the same to whoever asks.
        (Format::Code128, Some(text)) => (text, true),
        (Format::Code128, None) => (text, false),
        _ => (text.strip_prefix('\u{1d}').unwrap_or(text), is_gs1(result)),
    };
    let fits = !text.is_empty() && text.len() <= 4 * LONGEST;
    fits.then(|| Code { format, text: text.to_owned(), gs1 })
}

/// Whether the symbology identifier is one of those for FNC1 first (`]d2`, `]d5`, `]Q3`, `]Q4`).
fn is_gs1(result: &RXingResult) -> bool {
    let metadata = result.getRXingResultMetadata();
    match metadata.get(&RXingResultMetadataType::SYMBOLOGY_IDENTIFIER) {
        Some(RXingResultMetadataValue::SymbologyIdentifier(mark)) => {
            matches!(mark.as_str(), "]d2" | "]d5" | "]Q3" | "]Q4")
        }
        _ => false,
    }
}
