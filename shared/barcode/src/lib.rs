//! Barcodes in pictures: EAN-13/8, UPC-A/E, Code 128, Code 39, ITF, QR and Data Matrix.
//!
//! A camera frame is read by a [`FrameReader`], which has a few milliseconds for it and believes no
//! single frame; a still picture by [`read_still`], which may try everything. Both take 8-bit luma.
//! The symbols themselves are decoded by rxing; what is looked at, in which order, and what is
//! believed is decided here.

mod code;
mod engine;
mod frame;
mod line;
mod luma;
mod picture;
mod ruler;
mod still;
mod sweep;
mod votes;

pub use code::{Code, Format};
pub use frame::FrameReader;
pub use luma::{Luma, LumaError};
pub use picture::{PictureError, read_picture};
pub use still::read_still;
