//! The blocks a receipt consists of.

use super::drawing::Drawing;

/// A receipt, ready to be laid out for any width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The blocks from top to bottom.
    pub blocks: Vec<Block>,
    /// Whether the receipt reads from right to left; its columns then stand mirrored.
    pub rtl: bool,
    /// The decimal mark of its figures, by which a decimal column is aligned.
    pub decimal_mark: String,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, wrapped to the width.
    Text {
        /// The text.
        text: String,
        /// Where its lines stand.
        align: Align,
        /// How it looks.
        style: TextStyle,
    },
    /// Cells beside each other.
    Row {
        /// One for each column; a long text wraps within its column, a figure never does.
        cells: Vec<String>,
        /// The columns. Rows with the same columns line up.
        columns: Vec<Column>,
        /// How the cells look.
        style: TextStyle,
    },
    /// A line across the paper, made of this sign.
    Rule(char),
    /// The company's logo, if the printer or screen has one.
    Logo,
    /// A barcode.
    Barcode {
        /// Its kind.
        symbology: Symbology,
        /// What it says.
        data: String,
    },
    /// A QR code.
    Qr {
        /// Dots a module, 1 to 16.
        size: u8,
        /// What it says.
        data: String,
    },
    /// A drawing made by hand, such as a signature.
    Drawing(Drawing),
    /// Empty lines.
    Blank(u8),
    /// Cuts the paper.
    Cut {
        /// Leaves it hanging by a point.
        partial: bool,
    },
    /// Opens the cash drawer.
    Drawer,
}

/// Where the lines of a text stand. Start is the side reading begins at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// The left, or the right of a receipt that reads from right to left.
    #[default]
    Start,
    /// The middle.
    Center,
    /// The side reading ends at.
    End,
    /// Figures under each other by their decimal mark, on the right in either direction.
    Decimal,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextStyle {
    /// Heavier strokes.
    pub bold: bool,
    /// Underlined.
    pub underline: bool,
    /// Signs of double width.
    pub wide: bool,
    /// Signs of double height.
    pub tall: bool,
}

/// A column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// How much room it has.
    pub width: ColumnWidth,
    /// Where its cells stand in it.
    pub align: Align,
}

/// The room of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnWidth {
    /// So many signs; a column of figures grows to its widest one.
    Fixed(u8),
    /// A share of what the others leave.
    Rest,
}

/// A kind of barcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbology {
    /// Code 128, any ASCII text.
    Code128,
    /// EAN-13.
    Ean13,
    /// EAN-8.
    Ean8,
    /// UPC-A.
    UpcA,
    /// Code 39.
    Code39,
    /// Interleaved 2 of 5.
    Itf,
}

impl Symbology {
    /// The name in the markup, such as `code128`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Code128 => "code128",
            Self::Ean13 => "ean13",
            Self::Ean8 => "ean8",
            Self::UpcA => "upca",
            Self::Code39 => "code39",
            Self::Itf => "itf",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Code128, Self::Ean13, Self::Ean8, Self::UpcA, Self::Code39, Self::Itf]
            .into_iter()
            .find(|symbology| symbology.name() == name)
    }
}
