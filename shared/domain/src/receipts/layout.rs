//! A receipt as monospaced lines, for the screen and for printers.

use std::fmt;

use super::columns::{self, Columns};
use super::document::{Align, Block, Receipt, Symbology, TextStyle};
use super::drawing::Drawing;
use super::text::{width, wrap};

/// Signs a line has on the usual papers: 58 mm, 80 mm in a large and in the usual font.
pub const LINE_WIDTHS: [usize; 3] = [32, 42, 48];

/// A text at its place in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Signs from the left edge, in signs of this line's own width.
    pub column: usize,
    /// Signs it takes.
    pub width: usize,
    /// The text, in reading order.
    pub text: String,
    /// Whether it reads from right to left, by its first letter.
    pub rtl: bool,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    /// The texts in it, from left to right.
    pub spans: Vec<Span>,
    /// How they look. A wide line has room for half as many signs.
    pub style: TextStyle,
}

/// A line of a laid-out receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Text.
    Text(TextLine),
    /// An empty line.
    Blank,
    /// The company's logo.
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
        /// Dots a module.
        size: u8,
        /// What it says.
        data: String,
    },
    /// A drawing made by hand.
    Drawing(Drawing),
    /// Cuts the paper.
    Cut {
        /// Leaves it hanging by a point.
        partial: bool,
    },
    /// Opens the cash drawer.
    Drawer,
}

impl TextLine {
    pub(super) fn new(mut spans: Vec<Span>, style: TextStyle) -> Self {
        spans.sort_by_key(|span| span.column);
        Self { spans, style }
    }
}

/// The line with spaces between its texts, without any at its end.
impl fmt::Display for TextLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut at = 0;
        for span in &self.spans {
            let gap = span.column.saturating_sub(at);
            write!(formatter, "{:gap$}{}", "", span.text)?;
            at = span.column.max(at) + span.width;
        }
        Ok(())
    }
}

/// Lays a receipt out for lines of so many signs (at least 16).
///
/// Texts wrap at spaces, figures never do; rows with the same columns line up, figures in a decimal
/// column by their decimal mark. Where a name has no room beside its figures it stands above them.
/// A receipt that reads from right to left has its columns mirrored; texts stay in reading order
/// and say which way they read.
pub fn layout(receipt: &Receipt, line_width: usize) -> Vec<Line> {
    let line_width = line_width.max(16);
    let columns = Columns::of(receipt);
    receipt.blocks.iter().flat_map(|block| of_block(receipt, &columns, block, line_width)).collect()
}

fn of_block(receipt: &Receipt, all: &Columns<'_>, block: &Block, line_width: usize) -> Vec<Line> {
    let room = |style: TextStyle| if style.wide { line_width / 2 } else { line_width };
    match block {
        Block::Text { text, align, style } => wrap(text, room(*style))
            .iter()
            .map(|line| {
                let span = place(line, *align, receipt.rtl, 0, room(*style));
                Line::Text(TextLine::new(vec![span], *style))
            })
            .collect(),
        Block::Row { cells, columns, style } => {
            columns::row(receipt, all, cells, columns, *style, room(*style))
                .into_iter()
                .map(Line::Text)
                .collect()
        }
        Block::Rule(sign) => {
            let span = Span::new(0, &sign.to_string().repeat(line_width));
            vec![Line::Text(TextLine::new(vec![span], TextStyle::default()))]
        }
        Block::Logo => vec![Line::Logo],
        Block::Barcode { symbology, data } => {
            vec![Line::Barcode { symbology: *symbology, data: data.clone() }]
        }
        Block::Qr { size, data } => vec![Line::Qr { size: *size, data: data.clone() }],
        Block::Drawing(drawing) => vec![Line::Drawing(drawing.clone())],
        Block::Blank(lines) => vec![Line::Blank; usize::from(*lines)],
        Block::Cut { partial } => vec![Line::Cut { partial: *partial }],
        Block::Drawer => vec![Line::Drawer],
    }
}

/// A text at its place within `room` signs from `left` on. Spaces behind it, which hold a short
/// fraction in its place, take room but are not part of the span.
pub(super) fn place(text: &str, align: Align, rtl: bool, left: usize, room: usize) -> Span {
    let spare = room.saturating_sub(width(text));
    let before = match (align, rtl) {
        (Align::Start, false) | (Align::End, true) => 0,
        (Align::Center, _) => spare / 2,
        (Align::End, false) | (Align::Start, true) | (Align::Decimal, _) => spare,
    };
    Span::new(left + before, text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::markup::parse;
    use super::*;
    use proptest::prelude::*;

    fn receipt(markup: &str, rtl: bool) -> Receipt {
        Receipt { blocks: parse(markup).unwrap(), rtl, decimal_mark: ".".to_owned() }
    }

    fn lines(markup: &str, line_width: usize) -> Vec<String> {
        layout(&receipt(markup, false), line_width)
            .into_iter()
            .map(|line| match line {
                Line::Text(text) => text.to_string(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn long_names_wrap_and_figures_line_up() {
        let rows = "@row * 6. 9.: Dark roasted coffee beans | 12 | 120.00\n\
                    @row * 6. 9.: Tea | 1.5 | 3.25";
        assert_eq!(
            lines(rows, 32),
            [
                "Dark roasted      12      120.00",
                "coffee beans",
                "Tea                1.5      3.25",
            ]
        );
    }

    #[test]
    fn decimal_marks_line_up_though_a_unit_follows() {
        let rows = "@row * 10.: Beans | 12 kg\n@row * 10.: Saffron | 0.125 kg\n\
                    @row * 10.: Cups | 3\n@row * 10.: Cloth | 1.5 m2";
        assert_eq!(
            lines(rows, 24),
            [
                "Beans          12     kg",
                "Saffron         0.125 kg",
                "Cups            3",
                "Cloth           1.5   m2",
            ]
        );
    }

    #[test]
    fn a_figure_wider_than_its_column_takes_room_from_the_name() {
        assert_eq!(lines("@row * 6>: Coffee | 1,234,567.00", 20), ["Coffee  1,234,567.00"]);
    }

    #[test]
    fn a_name_without_room_stands_above() {
        assert_eq!(
            lines("@row * 6>: Coffee beans | 123,456,789.00", 16),
            ["Coffee beans", "  123,456,789.00"]
        );
    }

    #[test]
    fn alignment_and_size() {
        assert_eq!(lines("@center: ab", 16), ["       ab"]);
        assert_eq!(lines("@end: ab", 16), ["              ab"]);
        assert_eq!(lines("@big center: abcd", 16), ["  abcd"]);
        assert_eq!(lines("@rule =", 16), ["================"]);
        assert_eq!(lines("@blank 2\n@cut", 16), ["Blank", "Blank", "Cut { partial: false }"]);
    }

    #[test]
    fn right_to_left_mirrors_the_columns() {
        let laid = layout(&receipt("@row * 8.: قهوة | 12.50\nقهوة", true), 32);
        let Line::Text(row) = &laid[0] else { panic!("a text") };
        assert_eq!(row.spans.iter().map(|span| span.column).collect::<Vec<_>>(), [3, 28]);
        assert_eq!(row.spans.iter().map(|span| span.rtl).collect::<Vec<_>>(), [false, true]);
        let Line::Text(text) = &laid[1] else { panic!("a text") };
        assert_eq!(text.spans[0].column, 28);
    }

    proptest! {
        #[test]
        fn lines_fit_and_spans_do_not_touch(
            names in proptest::collection::vec("[a-zA-Zé日ع ]{0,40}", 1..6),
            figure in 0..1_000_000_000_000_u64, line_width in 16..60_usize, rtl in any::<bool>(),
        ) {
            let markup: String = names
                .iter()
                .enumerate()
                .map(|(at, name)| format!("@row * 6. 9>: {name} | {}.5 | {}\n", at * 100, figure))
                .collect();
            for line in layout(&receipt(&markup, rtl), line_width) {
                let Line::Text(line) = line else { continue };
                let mut at = 0;
                for span in &line.spans {
                    prop_assert!(span.column >= at);
                    at = span.column + span.width;
                }
                prop_assert!(at <= line_width, "{at} in {line_width}: {line}");
            }
        }

        #[test]
        fn every_digit_is_printed(figure in 0..u64::MAX, line_width in 16..60_usize) {
            let printed = lines(&format!("@row * 6>: name | {figure}"), line_width).concat();
            let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, figure.to_string());
        }
    }
}
