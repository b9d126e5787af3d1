//! Writes commands.

use super::super::profile::Cut;
use super::super::{Bitmap, PrinterProfile};
use super::text::Run;
use satchel_domain::receipts::{Symbology, TextStyle};

const ESC: u8 = 0x1b;
const GS: u8 = 0x1d;
const FS: u8 = 0x1c;
const LF: u8 = 0x0a;
/// Lines from the print head to the tearing edge.
const EDGE_LINES: usize = 4;
/// Longest data of a `GS ( k` command, whose length has two bytes and counts three more.
const MOST_QR_BYTES: usize = 7_089;

/// Collects the bytes, and sends style and code page only where they change.
pub(super) struct Writer<'a> {
    bytes: Vec<u8>,
    profile: &'a PrinterProfile,
    page: Option<u8>,
    style: TextStyle,
    // Drawn lines below each other go out as one picture, so that no gap of the paper parts them.
    drawn: Option<Bitmap>,
}

impl<'a> Writer<'a> {
    pub fn new(profile: &'a PrinterProfile) -> Self {
        let mut bytes = vec![ESC, b'@'];
        if profile.starts_in_chinese {
            bytes.extend([FS, b'.']);
        }
        Self { bytes, profile, page: None, style: TextStyle::default(), drawn: None }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.send_drawn();
        self.bytes
    }

    pub fn text(&mut self, style: TextStyle, runs: &[Run]) {
        self.send_drawn();
        self.set_style(style);
        for run in runs {
            if let Some(number) = run.number.filter(|number| self.page != Some(*number)) {
                self.bytes.extend([ESC, b't', number]);
                self.page = Some(number);
            }
            self.bytes.extend(&run.bytes);
        }
        self.bytes.push(LF);
    }

    fn set_style(&mut self, style: TextStyle) {
        let before = std::mem::replace(&mut self.style, style);
        if before.bold != style.bold {
            self.bytes.extend([ESC, b'E', u8::from(style.bold)]);
        }
        if before.underline != style.underline {
            self.bytes.extend([ESC, b'-', u8::from(style.underline)]);
        }
        if (before.wide, before.tall) != (style.wide, style.tall) {
            let size = u8::from(style.wide) << 4 | u8::from(style.tall);
            self.bytes.extend([GS, b'!', size]);
        }
    }

    pub fn blank(&mut self) {
        self.send_drawn();
        self.set_style(TextStyle::default());
        self.bytes.push(LF);
    }

    pub fn dots(&mut self, dots: &Bitmap) {
        if dots.height() == 0 {
            return;
        }
        match &mut self.drawn {
            Some(drawn) => drawn.append(dots),
            None => self.drawn = Some(dots.clone()),
        }
    }

    /// `GS v 0` in bands that the printer takes, without the white at the right.
    fn send_drawn(&mut self) {
        let Some(drawn) = self.drawn.take() else { return };
        let band_rows = self.profile.band_rows.max(1);
        for from in (0..drawn.height()).step_by(band_rows) {
            let band = drawn.rows_between(from, from + band_rows);
            let across = band.inked_bytes().max(1);
            self.bytes.extend([GS, b'v', b'0', 0]);
            self.bytes.extend(u16::try_from(across).unwrap_or(u16::MAX).to_le_bytes());
            self.bytes.extend(u16::try_from(band.height()).unwrap_or(u16::MAX).to_le_bytes());
            for row in band.rows().chunks(band.stride().max(1)) {
                self.bytes.extend(row.iter().take(across));
            }
        }
    }

    /// `ESC p` pulses the pin for 50 ms, where the printer has a drawer.
    pub fn drawer(&mut self) {
        self.send_drawn();
        if let Some(pin) = self.profile.drawer_pin {
            self.bytes.extend([ESC, b'p', pin.min(1), 25, 250]);
        }
    }

    /// Feeds the last line past the tearing edge.
    pub fn feed_to_edge(&mut self) {
        self.send_drawn();
        self.set_style(TextStyle::default());
        self.bytes.extend([LF; EDGE_LINES]);
    }

    /// `GS V` with a feed to the knife; paper without a knife is fed to the edge.
    pub fn cut(&mut self, partial: bool) {
        self.send_drawn();
        match self.profile.cut {
            Cut::None => self.feed_to_edge(),
            Cut::Partial => self.bytes.extend([GS, b'V', 66, 0]),
            Cut::Full => self.bytes.extend([GS, b'V', if partial { 66 } else { 65 }, 0]),
        }
    }

    fn centred(&mut self, middle: impl FnOnce(&mut Vec<u8>)) {
        self.send_drawn();
        self.set_style(TextStyle::default());
        self.bytes.extend([ESC, b'a', 1]);
        middle(&mut self.bytes);
        self.bytes.extend([ESC, b'a', 0]);
    }

    /// `GS k` with a length, its data below the bars. The caller has checked that the kind can say
    /// the data, so it is ASCII and short.
    pub fn barcode(&mut self, symbology: Symbology, data: &str, across: usize) {
        let (kind, data) = match symbology {
            Symbology::UpcA => (65, data.to_owned()),
            Symbology::Ean13 => (67, data.to_owned()),
            Symbology::Ean8 => (68, data.to_owned()),
            Symbology::Code39 => (69, data.to_owned()),
            Symbology::Itf => (70, data.to_owned()),
            // `{B` begins the set of letters; a brace in the data is doubled.
            Symbology::Code128 => (73, format!("{{B{}", data.replace('{', "{{"))),
        };
        let across = u8::try_from(across).unwrap_or(2);
        let length = u8::try_from(data.len()).unwrap_or(u8::MAX);
        self.centred(|bytes| {
            bytes.extend([GS, b'h', 80, GS, b'w', across, GS, b'H', 2, GS, b'k', kind, length]);
            bytes.extend(data.bytes().take(length.into()));
            bytes.push(LF);
        });
    }

    /// `GS ( k`: model 2, error correction M, stored and printed.
    pub fn qr(&mut self, data: &str, across: usize) {
        let data = data.as_bytes();
        let data = data.get(..data.len().min(MOST_QR_BYTES)).unwrap_or_default();
        let across = u8::try_from(across).unwrap_or(6);
        let length = u16::try_from(data.len() + 3).unwrap_or(u16::MAX);
        self.centred(|bytes| {
            bytes.extend([GS, b'(', b'k', 4, 0, 49, 65, 50, 0]);
            bytes.extend([GS, b'(', b'k', 3, 0, 49, 67, across]);
            bytes.extend([GS, b'(', b'k', 3, 0, 49, 69, 49]);
            bytes.extend([GS, b'(', b'k']);
            bytes.extend(length.to_le_bytes());
            bytes.extend([49, 80, 48]);
            bytes.extend(data);
            bytes.extend([GS, b'(', b'k', 3, 0, 49, 81, 48]);
            bytes.push(LF);
        });
    }
}
