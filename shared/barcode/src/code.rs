//! What a symbol holds.

/// A symbology that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// EAN-13, thirteen digits with the check digit.
    Ean13,
    /// EAN-8, eight digits with the check digit.
    Ean8,
    /// UPC-A, twelve digits with the check digit.
    UpcA,
    /// UPC-E, the eight digits as printed.
    UpcE,
    /// Code 128, and GS1-128.
    Code128,
    /// Code 39 without a check character.
    Code39,
    /// Interleaved 2 of 5, ITF-14 above all.
    Itf,
    /// QR code, model 2.
    Qr,
    /// Data Matrix ECC 200, and GS1 Data Matrix.
    DataMatrix,
}

impl Format {
    /// The stable name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ean13 => "ean13",
            Self::Ean8 => "ean8",
            Self::UpcA => "upca",
            Self::UpcE => "upce",
            Self::Code128 => "code128",
            Self::Code39 => "code39",
            Self::Itf => "itf",
            Self::Qr => "qrcode",
            Self::DataMatrix => "datamatrix",
        }
    }

    /// Whether it is a matrix, whose own error correction refuses what is not one.
    pub fn is_matrix(self) -> bool {
        matches!(self, Self::Qr | Self::DataMatrix)
    }
}

/// A code read from a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Code {
    /// The symbology.
    pub format: Format,
    /// What it says. A separator (FNC1 behind an element of variable length) is U+001D.
    pub text: String,
    /// Whether FNC1 stands first, which marks a GS1 element string.
    pub gs1: bool,
}

impl Code {
    /// The text as a handheld scanner sends it: a GS1 element string begins with its AIM symbology
    /// identifier (ISO/IEC 15424), all else is sent as it is.
    pub fn scanned(&self) -> String {
        let mark = match (self.gs1, self.format) {
            (true, Format::Code128) => "]C1",
            (true, Format::DataMatrix) => "]d2",
            (true, Format::Qr) => "]Q3",
            _ => "",
        };
        format!("{mark}{}", self.text)
    }

    /// Whether a wrong reading passes for a right one more easily than elsewhere: eight digits with
    /// one check digit, or a symbology without any.
    pub(super) fn is_weak(&self) -> bool {
        match self.format {
            Format::Ean8 | Format::UpcE | Format::Itf => true,
            Format::Code39 => self.text.chars().count() < 4,
            _ => false,
        }
    }
}
