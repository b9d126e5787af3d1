//! Money: number formats, amounts in words, and what a rep types.

mod number_format;
pub mod words;

pub use number_format::NumberFormat;
