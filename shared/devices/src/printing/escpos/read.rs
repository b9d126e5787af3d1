//! Reads our own ESC/POS back: what a printer of the profile would put on paper.
//!
//! It knows the commands that are written here and no others, and refuses everything else, so that a
//! wrong byte shows.

use super::super::{Bitmap, PrinterProfile};
use satchel_domain::receipts::{Symbology, TextStyle};

/// Something on paper, or done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// A line of text; an empty one is a feed.
    Text {
        /// As it stands on the paper.
        text: String,
        /// How it looks.
        style: TextStyle,
    },
    /// A picture.
    Dots(Bitmap),
    /// Bars drawn by the printer.
    Barcode {
        /// Its kind.
        symbology: Symbology,
        /// What it says.
        data: String,
    },
    /// A QR code drawn by the printer.
    Qr {
        /// What it says.
        data: String,
        /// Dots a module.
        across: u8,
    },
    /// The paper is cut.
    Cut {
        /// It hangs by a point.
        partial: bool,
    },
    /// The drawer opens.
    Drawer,
}

/// A byte that no command of ours has at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {at} is not understood")]
pub struct ReadError {
    /// Its place from the start.
    pub at: usize,
}

/// Reads everything a printer of this kind was sent.
///
/// # Errors
/// [`ReadError`] at the first byte that begins no command of ours or is in no code page.
pub fn read(bytes: &[u8], profile: &PrinterProfile) -> Result<Vec<Printed>, ReadError> {
    let mut reader = Reader { bytes, at: 0, profile, style: TextStyle::default(), page: None };
    let mut printed = Vec::new();
    let mut line = String::new();
    let mut qr = QrState::default();
    while let Some(byte) = reader.take() {
        let begun = reader.at - 1;
        let wrong = ReadError { at: begun };
        match byte {
            0x0a => {
                printed
                    .push(Printed::Text { text: std::mem::take(&mut line), style: reader.style });
            }
            0x1b..=0x1d => {
                let done = reader.command(byte, &mut qr).ok_or(wrong)?;
                // Only style and code page change within a line.
                if !line.is_empty() && !matches!(done, Done::Set) {
                    return Err(wrong);
                }
                match done {
                    Done::Set => {}
                    Done::Start if begun == 0 => {}
                    Done::Start => return Err(wrong),
                    Done::Printed(one) => printed.push(one),
                }
            }
            letter => line.push(reader.letter(letter).ok_or(wrong)?),
        }
    }
    if line.is_empty() { Ok(printed) } else { Err(ReadError { at: bytes.len() }) }
}

enum Done {
    Start,
    Set,
    Printed(Printed),
}

#[derive(Default)]
struct QrState {
    across: u8,
    data: Vec<u8>,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    profile: &'a PrinterProfile,
    style: TextStyle,
    page: Option<u8>,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn slice(&mut self, length: usize) -> Option<&[u8]> {
        let slice = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(slice)
    }

    fn pair(&mut self) -> Option<usize> {
        Some(usize::from(u16::from_le_bytes([self.take()?, self.take()?])))
    }

    fn flag(&mut self) -> Option<bool> {
        self.take().filter(|flag| *flag <= 1).map(|flag| flag == 1)
    }

    fn letter(&self, byte: u8) -> Option<char> {
        if (0x20..0x7f).contains(&byte) {
            return Some(char::from(byte));
        }
        let pages = &self.profile.code_pages;
        let page = pages.iter().find(|page| Some(page.number) == self.page)?;
        page.page.decode(byte)
    }

    fn command(&mut self, first: u8, qr: &mut QrState) -> Option<Done> {
        match (first, self.take()?) {
            (0x1b, b'@') => return Some(Done::Start),
            (0x1c, b'.') if self.profile.starts_in_chinese => {}
            (0x1b, b't') => {
                let number = self.take()?;
                let known = self.profile.code_pages.iter().any(|page| page.number == number);
                self.page = known.then_some(number);
                self.page?;
            }
            (0x1b, b'E') => self.style.bold = self.flag()?,
            (0x1b, b'-') => self.style.underline = self.flag()?,
            (0x1d, b'!') => {
                let size = self.take().filter(|size| size & !0x11 == 0)?;
                (self.style.wide, self.style.tall) = (size & 0x10 != 0, size & 1 != 0);
            }
            (0x1b, b'a') => drop(self.flag()?),
            (0x1d, b'h') => drop(self.take().filter(|height| *height > 0)?),
            (0x1d, b'w') => drop(self.take().filter(|across| (1..=6).contains(across))?),
            (0x1d, b'H') => drop(self.take().filter(|place| *place <= 3)?),
            (0x1b, b'p') => {
                let pulse = self.slice(3)?.to_vec();
                let pin = self.profile.drawer_pin?;
                return (pulse == [pin, 25, 250]).then_some(Done::Printed(Printed::Drawer));
            }
            (0x1d, b'V') => {
                let partial = self.take().filter(|kind| (65..=66).contains(kind))? == 66;
                self.take().filter(|feed| *feed == 0)?;
                return Some(Done::Printed(Printed::Cut { partial }));
            }
            (0x1d, b'v') => return self.dots().map(|dots| Done::Printed(Printed::Dots(dots))),
            (0x1d, b'k') => return self.barcode().map(Done::Printed),
            (0x1d, b'(') => return self.qr(qr),
            _ => return None,
        }
        Some(Done::Set)
    }

    fn dots(&mut self) -> Option<Bitmap> {
        if self.slice(2)? != [b'0', 0] {
            return None;
        }
        let (across, down) = (self.pair()?, self.pair()?);
        let fits = across * 8 <= self.profile.dots && (1..=self.profile.band_rows).contains(&down);
        let rows = self.slice(across * down)?.to_vec();
        Bitmap::packed(across * 8, rows).filter(|_| fits)
    }

    /// The line feed behind a code prints it and is no line of its own.
    fn line_end(&mut self) -> Option<()> {
        self.take().filter(|byte| *byte == 0x0a).map(drop)
    }

    fn barcode(&mut self) -> Option<Printed> {
        let symbology = match self.take()? {
            65 => Symbology::UpcA,
            67 => Symbology::Ean13,
            68 => Symbology::Ean8,
            69 => Symbology::Code39,
            70 => Symbology::Itf,
            73 => Symbology::Code128,
            _ => return None,
        };
        let length = self.take()?;
        let data = String::from_utf8(self.slice(length.into())?.to_vec()).ok()?;
        self.line_end()?;
        let data = match symbology {
            Symbology::Code128 => data.strip_prefix("{B")?.replace("{{", "{"),
            _ => data,
        };
        Some(Printed::Barcode { symbology, data })
    }

    fn qr(&mut self, state: &mut QrState) -> Option<Done> {
        self.take().filter(|kind| *kind == b'k')?;
        let length = self.pair()?;
        let body = self.slice(length)?.to_vec();
        match body.as_slice() {
            [49, 65, 50, 0] | [49, 69, 49] => {}
            [49, 67, across] if (1..=16).contains(across) => state.across = *across,
            [49, 80, 48, data @ ..] => state.data = data.to_vec(),
            [49, 81, 48] => {
                self.line_end()?;
                let data = String::from_utf8(std::mem::take(&mut state.data)).ok()?;
                return Some(Done::Printed(Printed::Qr { data, across: state.across }));
            }
            _ => return None,
        }
        Some(Done::Set)
    }
}
