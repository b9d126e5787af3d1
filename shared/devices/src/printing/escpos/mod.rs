//! A receipt as ESC/POS bytes, and back.
//!
//! Commands are those of Epson's ESC/POS reference that cheap printers share: `ESC @`, `ESC t`, `ESC E`,
//! `ESC -`, `GS !`, `GS v 0`, `GS V`, `ESC p`, and where a profile says so `GS k` and `GS ( k`.

mod read;
mod text;
mod write;

pub use read::{Printed, ReadError, read};

use super::draw::{self, Drawn};
use super::symbols::{bar_dots, bar_modules, qr_dots, qr_side};
use super::{Bitmap, PrinterProfile, Typesetter};
use satchel_domain::receipts::{Line, Receipt, layout};
use write::Writer;

/// Bytes for a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printout {
    /// What the printer is sent.
    pub bytes: Vec<u8>,
    /// Signs that neither a code page nor a typeface has; they are printed as empty frames.
    pub missing: Vec<char>,
}

/// Renders a receipt for a kind of printer. `logo` stands where the receipt says so.
///
/// Text goes out in a code page of the printer where one has all its signs, else the line is drawn.
/// Nothing in the receipt's texts can become a command.
pub fn render(
    receipt: &Receipt,
    profile: &PrinterProfile,
    logo: Option<&Bitmap>,
    typesetter: &mut Typesetter,
) -> Printout {
    let mut writer = Writer::new(profile);
    let mut missing = Vec::new();
    let lines = draw::drawable(layout(receipt, profile.columns), profile.dots, profile.columns);
    for line in &lines {
        if !native(&mut writer, profile, line) {
            let drawn = draw::line(typesetter, line, logo, profile.dots, profile.sign_dots());
            let Drawn { dots, missing: signs, .. } = drawn;
            missing.extend(signs);
            writer.dots(&dots);
        }
    }
    if !lines.iter().any(|line| matches!(line, Line::Cut { .. })) {
        writer.feed_to_edge();
    }
    missing.sort_unstable();
    missing.dedup();
    Printout { bytes: writer.finish(), missing }
}

/// Writes a line with the printer's own means; false where it has to be drawn.
fn native(writer: &mut Writer<'_>, profile: &PrinterProfile, line: &Line) -> bool {
    match line {
        Line::Text(line) => match text::encode(line, profile) {
            Some(runs) => writer.text(line.style, &runs),
            None => return false,
        },
        Line::Blank => writer.blank(),
        Line::Cut { partial } => writer.cut(*partial),
        Line::Drawer => writer.drawer(),
        Line::Barcode { symbology, data } if profile.native_barcode => {
            let across = bar_modules(*symbology, data)
                .and_then(|modules| bar_dots(modules.len(), profile.dots));
            match across {
                Some(across) => writer.barcode(*symbology, data, across),
                None => return false,
            }
        }
        Line::Qr { size, data } if profile.native_qr => {
            match qr_side(data).and_then(|side| qr_dots(side, *size, profile.dots)) {
                Some(across) => writer.qr(data, across),
                None => return false,
            }
        }
        Line::Logo | Line::Drawing(_) | Line::Barcode { .. } | Line::Qr { .. } => return false,
    }
    true
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
