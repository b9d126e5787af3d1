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

/// Fewest edges of a bar code: one character of Code 128 with its start, check and stop.
pub(super) const FEWEST_EDGES: usize = 26;

/// The readers, with what they keep between calls.
pub(super) struct Engine {
    /// By whether a line may have a Code 128 and whether it may have a Code 39.
    bars: [[Bars; 2]; 2],
    qr_hints: DecodeHints,
    matrix_hints: DecodeHints,
}

/// The reader of some kinds of bar code.
struct Bars {
    reader: MultiFormatOneDReader,
    hints: DecodeHints,
}

impl Bars {
    /// The EAN family, ITF and these.
    fn with(others: &[BarcodeFormat]) -> Self {
        let formats = [
            BarcodeFormat::EAN_13,
            BarcodeFormat::EAN_8,
            BarcodeFormat::UPC_A,
            BarcodeFormat::UPC_E,
            BarcodeFormat::ITF,
        ];
        let hints = DecodeHints {
            PossibleFormats: Some(formats.iter().chain(others).copied().collect()),
            // FNC1 is kept: without it GS1-128 cannot be taken apart.
            AssumeGs1: Some(true),
            ..DecodeHints::default()
        };
        Self { reader: MultiFormatOneDReader::new(&hints), hints }
    }

    /// The bar code in a line that has these edges.
    fn read(&mut self, line: &BitArray, edges: &[f32]) -> Option<Code> {
        let Self { reader, hints } = self;
        guarded(|| {
            let result = reader.decode_row(0, line, hints).ok()?;
            let code = code(&result)?;
            let guards = match result.getPoints() {
                [first, .., last] => (first.x, last.x),
                _ => (0.0, 0.0),
            };
            bears_out(code.format, &code.text, guards, edges).then_some(code)
        })
    }
}

/// Whether any `runs` bars and spaces, beginning with a bar, have white before them that is half as
/// wide: without it the readers of Code 39 (nine) and Code 128 (six) find no start, but at the border.
/// They look for the margin last; asked first, it spares them most of what is no code.
fn has_margin(edges: &[f32], runs: usize) -> bool {
    let mut before = 0.0;
    edges.chunks(2).enumerate().any(|(bar, ends)| {
        let [start, rest @ ..] = ends else { return false };
        let margin = start - before;
        before = rest.first().copied().unwrap_or(*start);
        let Some(end) = edges.get(2 * bar + runs) else { return false };
        margin >= ((end - start) / 2.0).floor()
    })
}

impl Engine {
    pub(super) fn new() -> Self {
        let only = |format| DecodeHints {
            PossibleFormats: Some(HashSet::from([format])),
            TryHarder: Some(true),
            ..DecodeHints::default()
        };
        Self {
            bars: [
                [Bars::with(&[]), Bars::with(&[BarcodeFormat::CODE_39])],
                [
                    Bars::with(&[BarcodeFormat::CODE_128]),
                    Bars::with(&[BarcodeFormat::CODE_128, BarcodeFormat::CODE_39]),
                ],
            ],
            qr_hints: only(BarcodeFormat::QR_CODE),
            matrix_hints: only(BarcodeFormat::DATA_MATRIX),
        }
    }

    /// The bar code in a line; true is black.
    pub(super) fn line(&mut self, bits: &[bool]) -> Option<Code> {
        self.read(bits, true)
    }

    /// The bar code in a part of a line that begins with a margin and what looks like a guard, as Code 39
    /// never does.
    pub(super) fn behind_margin(&mut self, bits: &[bool]) -> Option<Code> {
        self.read(bits, false)
    }

    fn read(&mut self, bits: &[bool], with_39: bool) -> Option<Code> {
        let (line, edges) = edges(bits);
        if edges.len() < FEWEST_EDGES {
            return None;
        }
        let (may_be_128, may_be_39) = (has_margin(&edges, 6), with_39 && has_margin(&edges, 9));
        let bars = self.bars.get_mut(usize::from(may_be_128))?.get_mut(usize::from(may_be_39))?;
        bars.read(&line, &edges)
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

/// A line as rxing takes it, and where black begins and ends in it.
fn edges(bits: &[bool]) -> (BitArray, Vec<f32>) {
    let mut line = BitArray::with_size(bits.len());
    let mut edges = Vec::with_capacity(128);
    let mut last = false;
    for (at, black) in bits.iter().copied().enumerate() {
        if black {
            line.set(at);
        }
        if black != last {
            edges.push(at as f32);
            last = black;
        }
    }
    (line, edges)
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
    // Where FNC1 is kept, a check character of Code 128 that has its value is taken for one.
    let text = if format == Format::Code128 { text.trim_end_matches('\u{1d}') } else { text };
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_margin_is_half_as_wide() {
        let bars = |first: f32| (0..10).map(|n| first + n as f32 * 2.0).collect::<Vec<f32>>();
        assert!(has_margin(&bars(9.0), 9));
        assert!(!has_margin(&bars(8.0), 9), "too near the border");
        assert!(!has_margin(&bars(9.0)[..9], 9), "a run too few");
        let behind_a_bar = |margin: f32| [vec![0.0, 30.0], bars(30.0 + margin)].concat();
        assert!(has_margin(&behind_a_bar(9.0), 9));
        assert!(!has_margin(&behind_a_bar(8.0), 9));
    }

    fn code128(text: &str, module: usize) -> Vec<bool> {
        let modules =
            barcoders::sym::code128::Code128::new(format!("\u{181}{text}")).unwrap().encode();
        modules.into_iter().flat_map(|bar| vec![bar == 1; module]).collect()
    }

    #[test]
    fn a_check_character_is_no_text() {
        let line = [vec![false; 60], code128("W7", 2), vec![false; 60]].concat();
        let code = Engine::new().line(&line).unwrap();
        assert_eq!((code.text.as_str(), code.gs1), ("W7", false));
    }

    proptest! {
        /// Leaving out the readers that would find no start changes no answer.
        #[test]
        fn whoever_is_left_out_would_have_found_nothing(
            print in prop_oneof![Just(Vec::new()), prop::collection::vec(any::<bool>(), 1..60)],
            margin in 0_usize..40,
            text in "[A-Z0-9]{2,8}",
            is_39 in any::<bool>(),
            module in 1_usize..4,
        ) {
            let code = match is_39 {
                false => code128(&text, module),
                true => {
                    let modules = barcoders::sym::code39::Code39::new(&text).unwrap().encode();
                    modules.into_iter().flat_map(|bar| vec![bar == 1; module]).collect()
                }
            };
            // Not at the border: there any margin would do for them.
            let mut bits = vec![true; 40];
            // Print may look like the start of a code, and the reader that took it for one finds nothing.
            let is_found = print.is_empty() && margin >= 14 * module;
            bits.extend(print);
            bits.extend(vec![false; margin]);
            bits.extend(code);
            bits.extend(vec![false; 30 * module]);
            let (line, edges) = edges(&bits);
            let mut engine = Engine::new();
            let with_all = engine.bars[1][1].read(&line, &edges);
            if is_found {
                prop_assert_eq!(with_all.as_ref().map(|code| code.text.as_str()), Some(text.as_str()));
            }
            prop_assert_eq!(engine.line(&bits), with_all);
        }
    }
}
