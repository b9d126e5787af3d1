//! Bar codes and QR codes as paths of an SVG.

use barcoders::sym::code39::Code39;
use barcoders::sym::code128::Code128;
use barcoders::sym::ean8::EAN8;
use barcoders::sym::ean13::{EAN13, UPCA};
use barcoders::sym::tf::TF;
use qrcode::{Color, QrCode};
use satchel_domain::receipts::Symbology;
use std::fmt::Write;

/// Longest data drawn as bars; more would not be readable on paper.
const MOST: usize = 48;

/// Width and height in modules and the path of a bar code; `None` for data its kind cannot say.
pub fn bars(symbology: Symbology, data: &str) -> Option<(usize, usize, String)> {
    if data.len() > MOST || !data.is_ascii() {
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
    let mut path = String::new();
    row(&mut path, 0, modules.iter().map(|module| *module == 1));
    Some((modules.len(), 1, path))
}

/// Width and height in modules and the path of a QR code; `None` for more than one can hold.
pub fn qr(data: &str) -> Option<(usize, usize, String)> {
    let code = QrCode::new(data).ok()?;
    let width = code.width();
    let colors = code.into_colors();
    let mut path = String::new();
    for (line, modules) in colors.chunks(width).enumerate() {
        row(&mut path, line, modules.iter().map(|module| *module == Color::Dark));
    }
    Some((width, width, path))
}

/// The dark runs of a line, each a rectangle one module high.
fn row(path: &mut String, line: usize, modules: impl Iterator<Item = bool>) {
    let mut from = None;
    for (at, dark) in modules.chain(std::iter::once(false)).enumerate() {
        match (dark, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let run = at - start;
                // Writing to a String cannot fail.
                let _ = write!(path, "M{start} {line}h{run}v1h-{run}z");
                from = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_receipt_number_becomes_bars() {
        let (width, height, path) = bars(Symbology::Code128, "VAN3-00042").unwrap();
        // Start, ten letters and check of 11 modules each, and a stop of 13 (ISO/IEC 15417).
        assert_eq!((width, height), (12 * 11 + 13, 1));
        // The start of set B is 11010010000.
        assert!(path.starts_with("M0 0h2v1h-2zM3 0h1v1h-1zM6 0h1v1h-1z"), "{path}");
    }

    #[test]
    fn a_code_that_cannot_say_it_is_not_drawn() {
        assert_eq!(bars(Symbology::Ean13, "not a number"), None);
        assert_eq!(bars(Symbology::Code128, "é"), None);
        assert_eq!(qr(&"x".repeat(8_000)), None);
    }

    #[test]
    fn a_qr_code_has_its_corner() {
        let (width, height, path) = qr("SAL-ORD-1").unwrap();
        assert_eq!((width, height), (21, 21));
        assert!(path.starts_with("M0 0h7v1h-7z"), "{path}");
    }

    proptest! {
        #[test]
        fn no_data_breaks_a_code(data in "\\PC{0,60}") {
            for symbology in [
                Symbology::Code128, Symbology::Ean13, Symbology::Ean8,
                Symbology::UpcA, Symbology::Code39, Symbology::Itf,
            ] {
                let _ = bars(symbology, &data);
            }
            let _ = qr(&data);
        }
    }
}
