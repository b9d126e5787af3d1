//! Receipts on paper, as a picture and as a file.
//!
//! [`escpos`] turns a [`Receipt`](satchel_domain::receipts::Receipt) into the bytes of an ESC/POS printer:
//! text in one of the printer's code pages where it fits, shaped and drawn as dots where it does not.
//! [`png`] and [`pdf`] draw the same lines for a preview and to share. [`link`] carries bytes to a printer.

pub mod bitmap;
mod clean;
pub mod code_page;
mod draw;
pub mod escpos;
pub mod link;
pub mod logo;
pub mod pdf;
pub mod png;
pub mod profile;
mod symbols;
mod typesetter;

pub use bitmap::Bitmap;
pub use code_page::CodePage;
pub use profile::PrinterProfile;
pub use symbols::{bar_modules, qr_modules};
pub use typesetter::{COVERED_SCRIPTS, Typesetter};
