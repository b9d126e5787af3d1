//! What a kind of printer can do, as data.

use super::CodePage;
use serde::Deserialize;
use std::sync::OnceLock;

const BUILT_IN: &str = include_str!("../../../../assets/receipts/printers.toml");

/// A kind of printer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterProfile {
    /// What settings and the office tool call it, such as `58mm`.
    pub id: String,
    /// Width of the paper in millimetres.
    pub paper_mm: u16,
    /// Dots across, of 8 a millimetre.
    pub dots: usize,
    /// Signs of its usual font in a line.
    pub columns: usize,
    /// Its code pages, the first one preferred. Without any, only ASCII is sent as text.
    #[serde(default)]
    pub code_pages: Vec<PageNumber>,
    /// Whether it starts in a Chinese mode, in which two bytes above 127 make one sign.
    #[serde(default)]
    pub starts_in_chinese: bool,
    /// How it cuts paper.
    #[serde(default)]
    pub cut: Cut,
    /// The pin its cash drawer hangs on, 0 or 1; none without a drawer.
    #[serde(default)]
    pub drawer_pin: Option<u8>,
    /// Whether it draws QR codes by itself; else they are sent as dots.
    #[serde(default)]
    pub native_qr: bool,
    /// Whether it draws barcodes by itself.
    #[serde(default)]
    pub native_barcode: bool,
    /// Most rows of dots in one picture it takes.
    pub band_rows: usize,
    /// Most bytes written at once. A link may take fewer.
    pub chunk: usize,
    /// Whether it answers `DLE EOT` with its status.
    #[serde(default)]
    pub tells_status: bool,
}

/// A code page and its number behind `ESC t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageNumber {
    /// The code page.
    pub page: CodePage,
    /// Its number.
    pub number: u8,
}

/// How a printer cuts paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cut {
    /// By hand: paper is fed to the tearing edge.
    #[default]
    None,
    /// Leaves the paper hanging by a point, whatever is asked for.
    Partial,
    /// Through, or hanging by a point.
    Full,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    printer: Vec<PrinterProfile>,
}

impl PrinterProfile {
    /// The profiles that ship.
    pub fn built_in() -> &'static [Self] {
        static PROFILES: OnceLock<Vec<PrinterProfile>> = OnceLock::new();
        PROFILES.get_or_init(|| {
            // A test reads the file; a mistake in it would leave no printer rather than stop the app.
            toml::from_str::<File>(BUILT_IN).map(|file| file.printer).unwrap_or_default()
        })
    }

    /// The profile that ships under this id.
    pub fn named(id: &str) -> Option<&'static Self> {
        Self::built_in().iter().find(|profile| profile.id == id)
    }

    /// Dots a sign of the usual font is wide.
    pub fn sign_dots(&self) -> usize {
        self.dots.checked_div(self.columns).unwrap_or(12).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_ships_is_read() {
        let file: File = toml::from_str(BUILT_IN).unwrap();
        let sizes: Vec<_> =
            file.printer.iter().map(|one| (one.id.as_str(), one.dots, one.columns)).collect();
        assert!(sizes.contains(&("58mm", 384, 32)) && sizes.contains(&("80mm", 576, 48)));
        for profile in &file.printer {
            assert_eq!(PrinterProfile::named(&profile.id), Some(profile));
            assert_eq!(profile.sign_dots() * profile.columns, profile.dots, "{}", profile.id);
            assert!((24..=2_000).contains(&profile.band_rows));
            assert!((20..=65_536).contains(&profile.chunk));
        }
        assert_eq!(PrinterProfile::named("none"), None);
    }
}
