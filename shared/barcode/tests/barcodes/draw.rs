//! Codes drawn by encoders that know nothing of the readers.

use barcoders::sym::{code39::Code39, code128::Code128, ean8::EAN8, ean13::EAN13, tf::TF};
use datamatrix::{DataMatrix, SymbolList};
use qrcode::{Color, QrCode};

/// A picture in grey that is still worked on.
#[derive(Debug, Clone)]
pub struct Picture {
    pub pixels: Vec<u8>,
    pub width: usize,
    pub height: usize,
}

impl Picture {
    /// All of one grey.
    pub fn plain(width: usize, height: usize, luma: u8) -> Self {
        Self { pixels: vec![luma; width * height], width, height }
    }

    /// The pixel; light outside.
    pub fn at(&self, x: i64, y: i64) -> u8 {
        let inside = |at: i64, end: usize| usize::try_from(at).ok().filter(|at| *at < end);
        match (inside(x, self.width), inside(y, self.height)) {
            (Some(x), Some(y)) => self.pixels[y * self.width + x],
            _ => 255,
        }
    }

    /// The same size, each pixel made anew.
    pub fn map(&self, pixel: impl Fn(usize, usize) -> u8) -> Self {
        let pixels = (0..self.height)
            .flat_map(|y| (0..self.width).map(move |x| (x, y)))
            .map(|(x, y)| pixel(x, y))
            .collect();
        Self { pixels, ..*self }
    }

    /// In the middle of a larger one.
    pub fn on(&self, width: usize, height: usize) -> Self {
        let (left, top) = ((width - self.width) as i64 / 2, (height - self.height) as i64 / 2);
        Self::plain(width, height, 255).map(|x, y| self.at(x as i64 - left, y as i64 - top))
    }

    pub fn luma(&self) -> satchel_barcode::Luma<'_> {
        let (width, height) = (self.width as u32, self.height as u32);
        satchel_barcode::Luma::new(&self.pixels, width, height).unwrap()
    }
}

/// Bars `scale` pixels a module and `height` high, on a frame of 640 × 480.
fn bars(modules: &[u8], scale: usize, height: usize) -> Picture {
    let width = modules.len() * scale;
    Picture::plain(width, height, 255)
        .map(|x, _| if modules[x / scale] == 1 { 20 } else { 235 })
        .on(640, 480)
        .map_white()
}

impl Picture {
    /// Paper is not quite white.
    fn map_white(self) -> Self {
        self.map(|x, y| self.at(x as i64, y as i64).min(235))
    }
}

pub fn ean13(digits: &str) -> Picture {
    bars(&EAN13::new(digits).unwrap().encode(), 3, 160)
}

/// A UPC-E of number system 1, of which six digits and the check digit are told: the left half of an EAN-13
/// that begins with the check digit, and an end guard.
pub fn upce(digits: &str, check: char) -> Picture {
    let whole = EAN13::new(format!("{check}{digits}00000")).unwrap().encode();
    let end = [0, 1, 0, 1, 0, 1];
    bars(&[&whole[..3 + 6 * 7], &end].concat(), 4, 160)
}

pub fn ean8(digits: &str) -> Picture {
    bars(&EAN8::new(digits).unwrap().encode(), 4, 160)
}

pub fn code128(text: &str) -> Picture {
    bars(&Code128::new(text).unwrap().encode(), 2, 140)
}

pub fn code39(text: &str) -> Picture {
    bars(&Code39::new(text).unwrap().encode(), 2, 140)
}

pub fn itf(digits: &str) -> Picture {
    bars(&TF::interleaved(digits).unwrap().encode(), 3, 140)
}

fn modules(side: usize, scale: usize, dark: impl Fn(usize, usize) -> bool) -> Picture {
    Picture::plain(side * scale, side * scale, 255)
        .map(|x, y| if dark(x / scale, y / scale) { 20 } else { 235 })
        .on(640, 480)
        .map_white()
}

pub fn qr(text: &str) -> Picture {
    let code = QrCode::new(text).unwrap();
    let colors = code.to_colors();
    let side = code.width();
    modules(side, 240 / side, |x, y| colors[y * side + x] == Color::Dark)
}

pub fn data_matrix(text: &str) -> Picture {
    drawn(&DataMatrix::encode_str(text, SymbolList::default().enforce_square()).unwrap())
}

/// A GS1 element string, without the FNC1 in front.
pub fn gs1_data_matrix(text: &str) -> Picture {
    drawn(&DataMatrix::encode_gs1(text.as_bytes(), SymbolList::default().enforce_square()).unwrap())
}

fn drawn(code: &DataMatrix) -> Picture {
    let bitmap = code.bitmap();
    let (side, dark) = (bitmap.width(), bitmap.pixels().collect::<Vec<_>>());
    modules(side, 180 / side, |x, y| dark.contains(&(x, y)))
}
