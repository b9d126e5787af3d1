//! The sets of 256 signs that printers have.
//!
//! Tables come from `oem_cp` (Microsoft's OEM code pages) and `encoding_rs` (WHATWG's windows ones).

use encoding_rs::Encoding;
use oem_cp::code_table as table;
use serde::Deserialize;

/// A code page. Only those of scripts that need no shaping are here: Arabic and Indic letters change with
/// their neighbours, which no code page does, so they are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CodePage {
    /// IBM PC, United States.
    Cp437,
    /// Greek.
    Cp737,
    /// Western Europe.
    Cp850,
    /// Central Europe.
    Cp852,
    /// Turkish.
    Cp857,
    /// Western Europe with the euro sign.
    Cp858,
    /// Portuguese.
    Cp860,
    /// Canadian French.
    Cp863,
    /// Nordic.
    Cp865,
    /// Russian.
    Cp866,
    /// Windows, Central Europe.
    Wcp1250,
    /// Windows, Cyrillic.
    Wcp1251,
    /// Windows, Western Europe.
    Wcp1252,
    /// Windows, Greek.
    Wcp1253,
    /// Windows, Turkish.
    Wcp1254,
    /// Windows, Baltic.
    Wcp1257,
}

/// Where the signs of a page come from.
enum Table {
    Oem(&'static oem_cp::OEMCPHashMap<char, u8>, u16),
    Windows(&'static Encoding),
}

impl CodePage {
    /// Every page there is.
    pub const ALL: [Self; 16] = [
        Self::Cp437,
        Self::Cp737,
        Self::Cp850,
        Self::Cp852,
        Self::Cp857,
        Self::Cp858,
        Self::Cp860,
        Self::Cp863,
        Self::Cp865,
        Self::Cp866,
        Self::Wcp1250,
        Self::Wcp1251,
        Self::Wcp1252,
        Self::Wcp1253,
        Self::Wcp1254,
        Self::Wcp1257,
    ];

    fn table(self) -> Table {
        match self {
            Self::Cp437 => Table::Oem(&table::ENCODING_TABLE_CP437, 437),
            Self::Cp737 => Table::Oem(&table::ENCODING_TABLE_CP737, 737),
            Self::Cp850 => Table::Oem(&table::ENCODING_TABLE_CP850, 850),
            Self::Cp852 => Table::Oem(&table::ENCODING_TABLE_CP852, 852),
            Self::Cp857 => Table::Oem(&table::ENCODING_TABLE_CP857, 857),
            Self::Cp858 => Table::Oem(&table::ENCODING_TABLE_CP858, 858),
            Self::Cp860 => Table::Oem(&table::ENCODING_TABLE_CP860, 860),
            Self::Cp863 => Table::Oem(&table::ENCODING_TABLE_CP863, 863),
            Self::Cp865 => Table::Oem(&table::ENCODING_TABLE_CP865, 865),
            Self::Cp866 => Table::Oem(&table::ENCODING_TABLE_CP866, 866),
            Self::Wcp1250 => Table::Windows(encoding_rs::WINDOWS_1250),
            Self::Wcp1251 => Table::Windows(encoding_rs::WINDOWS_1251),
            Self::Wcp1252 => Table::Windows(encoding_rs::WINDOWS_1252),
            Self::Wcp1253 => Table::Windows(encoding_rs::WINDOWS_1253),
            Self::Wcp1254 => Table::Windows(encoding_rs::WINDOWS_1254),
            Self::Wcp1257 => Table::Windows(encoding_rs::WINDOWS_1257),
        }
    }

    /// The byte of a sign; none where the page lacks it, and for every control code.
    pub fn encode(self, sign: char) -> Option<u8> {
        if sign.is_control() {
            return None;
        }
        if let Ok(byte @ 0x20..=0x7e) = u8::try_from(sign) {
            return Some(byte);
        }
        let byte = match self.table() {
            Table::Oem(signs, _) => *signs.get(&sign)?,
            Table::Windows(encoding) => {
                let mut buffer = [0; 4];
                let (bytes, _, lost) = encoding.encode(sign.encode_utf8(&mut buffer));
                match *bytes {
                    [byte] if !lost => byte,
                    _ => return None,
                }
            }
        };
        (byte >= 0x80).then_some(byte)
    }

    /// The sign of a byte; none where the page has none, and below 32.
    pub fn decode(self, byte: u8) -> Option<char> {
        if byte < 0x80 {
            return Some(char::from(byte)).filter(|sign| !sign.is_control());
        }
        let sign = match self.table() {
            Table::Oem(_, number) => {
                table::DECODING_TABLE_CP_MAP.get(&number)?.decode_char_checked(byte)?
            }
            Table::Windows(encoding) => {
                let bytes = [byte];
                encoding.decode_without_bom_handling(&bytes).0.chars().next()?
            }
        };
        Some(sign).filter(|sign| !sign.is_control() && *sign != '\u{fffd}')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_bytes() {
        // IBM's and Microsoft's published tables.
        for (page, sign, byte) in [
            (CodePage::Cp437, 'é', 0x82),
            (CodePage::Cp850, 'ã', 0xc6),
            (CodePage::Cp850, '×', 0x9e),
            (CodePage::Cp858, '€', 0xd5),
            (CodePage::Cp858, '-', 0x2d),
            (CodePage::Cp860, 'ã', 0x84),
            (CodePage::Wcp1252, '€', 0x80),
            (CodePage::Wcp1252, '·', 0xb7),
            (CodePage::Cp866, 'Ж', 0x86),
            (CodePage::Wcp1251, 'Ж', 0xc6),
            (CodePage::Cp852, 'ł', 0x88),
        ] {
            assert_eq!(page.encode(sign), Some(byte), "{page:?} {sign}");
        }
        assert_eq!(CodePage::Cp850.encode('€'), None);
        assert_eq!(CodePage::Cp437.encode('×'), None);
        assert_eq!(CodePage::Cp437.encode('☺'), None, "drawn below 32 on a PC, a command here");
    }

    #[test]
    fn what_is_encoded_reads_the_same() {
        for page in CodePage::ALL {
            for byte in 0..=255_u8 {
                if let Some(sign) = page.decode(byte) {
                    assert!(byte >= 0x20);
                    assert_eq!(page.encode(sign), Some(byte), "{page:?} {byte:#x} {sign}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_sign_becomes_a_command(sign in any::<char>()) {
            for page in CodePage::ALL {
                if let Some(byte) = page.encode(sign) {
                    prop_assert!(byte >= 0x20 && byte != 0x7f);
                    prop_assert_eq!(page.decode(byte), Some(sign));
                }
            }
        }
    }
}
