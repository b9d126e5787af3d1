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

    /// Whether it may be the left half of an EAN-13 whose lines leave the symbol behind its middle guard: that
    /// guard and the first bar of the right half are the end guard of a UPC-E, and both kinds tell a digit by
    /// the same parities where the UPC-E is of number system 1 (GS1 General Specifications, 5.2.2 and 5.2.3).
    pub(super) fn may_be_half(&self) -> bool {
        self.format == Format::UpcE && self.text.starts_with('1')
    }

    /// Whether it is what [`Code::may_be_half`] says, of that code.
    pub(super) fn is_half_of(&self, whole: &Self) -> bool {
        self.may_be_half()
            && whole.format == Format::Ean13
            && self.text.get(1..7) == whole.text.get(1..7)
            && self.text.get(7..) == whole.text.get(..1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_upc_e_of_number_system_one_may_be_half_an_ean() {
        let code = |format, text: &str| Code { format, text: text.to_owned(), gs1: false };
        let whole = code(Format::Ean13, "4433236100002");
        assert!(code(Format::UpcE, "14332364").is_half_of(&whole));
        for other in ["14332365", "14332374", "04332364", ""] {
            assert!(!code(Format::UpcE, other).is_half_of(&whole), "{other}");
        }
        assert!(!code(Format::Ean8, "14332364").is_half_of(&whole));
        assert!(!code(Format::UpcE, "14332364").is_half_of(&code(Format::Ean8, "44332360")));
    }
}
