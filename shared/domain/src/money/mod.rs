//! Money: number formats, amounts in words, and what a rep types.

pub mod format;
mod number_format;
pub mod words;

pub use number_format::NumberFormat;
