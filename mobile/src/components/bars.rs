//! Bar codes and QR codes as paths of an SVG.

use satchel_devices::printing::{bar_modules, qr_modules};
use satchel_domain::receipts::Symbology;
use std::fmt::Write;

/// Width and height in modules and the path of a bar code; `None` for data its kind cannot say.
pub fn bars(symbology: Symbology, data: &str) -> Option<(usize, usize, String)> {
    let modules = bar_modules(symbology, data)?;
    let mut path = String::new();
    row(&mut path, 0, &modules);
    Some((modules.len(), 1, path))
}

/// Width and height in modules and the path of a QR code; `None` for more than one can hold.
pub fn qr(data: &str) -> Option<(usize, usize, String)> {
    let (side, modules) = qr_modules(data)?;
    let mut path = String::new();
    for (line, modules) in modules.chunks(side).enumerate() {
        row(&mut path, line, modules);
    }
    Some((side, side, path))
}

/// The dark runs of a line, each a rectangle one module high.
fn row(path: &mut String, line: usize, modules: &[bool]) {
    let mut from = None;
    for (at, dark) in modules.iter().copied().chain(std::iter::once(false)).enumerate() {
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
