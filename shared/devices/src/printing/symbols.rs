//! Bar codes and QR codes as dots.

use super::Bitmap;
use barcoders::sym::code39::Code39;
use barcoders::sym::code128::Code128;
use barcoders::sym::ean8::EAN8;
use barcoders::sym::ean13::{EAN13, UPCA};
use barcoders::sym::tf::TF;
use qrcode::{Color, QrCode};
use satchel_domain::receipts::Symbology;

/// Longest data drawn as bars; more would not be readable on paper.
const MOST: usize = 48;
/// Height of bars: 10 mm.
pub(super) const BAR_ROWS: usize = 80;
/// White modules beside bars (ISO/IEC 15417) and round a QR code (ISO/IEC 18004).
const QUIET_BARS: usize = 10;
const QUIET_QR: usize = 4;

/// The modules of a bar code, dark ones true, without the white beside them; none for data its kind
/// cannot say, or more of it than is readable on paper.
pub fn bar_modules(symbology: Symbology, data: &str) -> Option<Vec<bool>> {
    if data.len() > MOST || !data.is_ascii() || data.chars().any(char::is_control) {
        return None;
    }
    let modules = match symbology {
        // U+0181 begins the character set of letters in both cases.
        Symbology::Code128 => Code128::new(format!("\u{181}{data}")).ok()?.encode(),
        Symbology::Ean13 => EAN13::new(data).ok()?.encode(),
        Symbology::Ean8 => EAN8::new(data).ok()?.encode(),
        Symbology::UpcA => UPCA::new(format!("0{data}")).ok()?.encode(),
        Symbology::Code39 => Code39::new(data).ok()?.encode(),
        Symbology::Itf => TF::interleaved(data).ok()?.encode(),
    };
    Some(modules.iter().map(|module| *module == 1).collect())
}

/// Dots a module of bars may have on paper of so many dots: 3, or 2, or 1; none where it does not fit.
pub(super) fn bar_dots(modules: usize, dots: usize) -> Option<usize> {
    (1..=3).rev().find(|across| (modules + 2 * QUIET_BARS) * across <= dots)
}

/// Bars across the middle of the paper; none where the data cannot be said or does not fit.
pub(super) fn bars(symbology: Symbology, data: &str, dots: usize) -> Option<Bitmap> {
    let modules = bar_modules(symbology, data)?;
    let across = bar_dots(modules.len(), dots)?;
    let left = (dots - modules.len() * across) / 2;
    let mut drawn = Bitmap::white(dots, BAR_ROWS);
    for (at, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
        drawn.fill(left + at * across, 0, across, BAR_ROWS);
    }
    Some(drawn)
}

/// Modules along the side of a QR code and all of them row by row, dark ones true, without the white
/// round them; none for more data than a code can hold.
pub fn qr_modules(data: &str) -> Option<(usize, Vec<bool>)> {
    let code = QrCode::new(data).ok()?;
    let side = code.width();
    Some((side, code.into_colors().iter().map(|color| *color == Color::Dark).collect()))
}

/// Modules along the side of a QR code, its white edge left out; none for more than one can hold.
pub(super) fn qr_side(data: &str) -> Option<usize> {
    QrCode::new(data).ok().map(|code| code.width())
}

/// Dots a module of a QR code may have: what is asked for, or what fits.
pub(super) fn qr_dots(side: usize, wanted: u8, dots: usize) -> Option<usize> {
    let most = dots.checked_div(side + 2 * QUIET_QR)?.min(16);
    (most > 0).then(|| most.min(wanted.into()).max(1))
}

/// A QR code in the middle of the paper.
pub(super) fn qr(data: &str, size: u8, dots: usize) -> Option<Bitmap> {
    let (side, modules) = qr_modules(data)?;
    let across = qr_dots(side, size, dots)?;
    let (left, edge) = ((dots - side * across) / 2, QUIET_QR * across);
    let mut drawn = Bitmap::white(dots, side * across + 2 * edge);
    for (y, row) in modules.chunks(side).enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            drawn.fill(left + x * across, edge + y * across, across, across);
        }
    }
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bars_stand_in_the_middle() {
        // Start, ten letters and check of 11 modules each, and a stop of 13 (ISO/IEC 15417).
        let drawn = bars(Symbology::Code128, "VAN3-00042", 384).unwrap();
        let dark: Vec<usize> = (0..384).filter(|x| drawn.is_black(*x, 0)).collect();
        let width = (12 * 11 + 13) * 2;
        assert_eq!(dark.first(), Some(&((384 - width) / 2)));
        assert_eq!(dark.last(), Some(&((384 - width) / 2 + width - 1)));
        assert_eq!(bars(Symbology::Ean13, "not a number", 384), None);
        assert_eq!(bars(Symbology::Code128, &"W".repeat(48), 384), None, "too wide");
    }

    #[test]
    fn a_qr_code_shrinks_to_the_paper() {
        let drawn = qr("SAL-ORD-1", 16, 384).unwrap();
        assert_eq!(drawn.height(), (21 + 8) * 13);
        assert!(drawn.is_black((384 - 21 * 13) / 2, 4 * 13));
        assert_eq!(qr(&"x".repeat(8_000), 1, 384), None);
    }

    proptest! {
        #[test]
        fn no_data_breaks_a_code(data in "\\PC{0,60}", size in 0..=255_u8, dots in 0..600_usize) {
            for symbology in [
                Symbology::Code128, Symbology::Ean13, Symbology::Ean8,
                Symbology::UpcA, Symbology::Code39, Symbology::Itf,
            ] {
                if let Some(drawn) = bars(symbology, &data, dots) {
                    prop_assert_eq!(drawn.width(), dots);
                }
            }
            let _ = qr(&data, size, dots);
        }
    }
}
