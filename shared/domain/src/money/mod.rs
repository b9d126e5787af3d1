//! Money: number formats, amounts in words, and what a rep types.

pub mod entry;
pub mod flt;
pub mod format;
pub(crate) mod num;
mod number_format;
pub mod words;

pub use number_format::NumberFormat;
