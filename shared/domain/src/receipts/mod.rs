//! Receipts as documents: blocks from a template, laid out in monospaced lines.
//!
//! A Jinja template and an order's document give markup, the markup gives a [`Receipt`] of blocks,
//! and [`layout`] gives lines for the screen and for a printer. The markup is described in
//! `docs/receipts.md`.

mod columns;
mod document;
mod drawing;
mod error;
mod figure;
mod filters;
mod kind;
mod layout;
mod markup;
mod office;
mod rounding;
mod template;
mod text;

pub use document::{Align, Block, Column, ColumnWidth, Receipt, Symbology, TextStyle};
pub use drawing::{ACROSS, Drawing};
pub use error::{MarkupProblem, ReceiptError};
pub use filters::ReceiptFormat;
pub(crate) use filters::text_lines;
pub use kind::{BUILT_IN_LABELS, ReceiptKind, SITE_WORDS, english, sample};
pub use layout::{LINE_WIDTHS, Line, Span, TextLine, layout};
pub use markup::{escape, parse};
pub use office::{PRINT_FORMAT, PRINT_FORMATS, of_print_format};
pub use template::{MAX_TEMPLATE, ReceiptContext, Rendered, render, render_with};
