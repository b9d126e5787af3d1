//! Cells beside each other.

use super::document::{Align, Block, Column, ColumnWidth, Receipt, TextStyle};
use super::figure::Tail;
use super::layout::{Span, TextLine, place};
use super::text::{is_rtl, width, wrap};

/// Narrowest column a name is set in; with less room it stands above its figures.
const NARROWEST_NAME: usize = 8;

/// What rows with the same columns share: the widest figure and the longest fraction and unit of each.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    widest: Vec<usize>,
    tails: Vec<Tail>,
}

/// What the rows of a receipt share, for each set of columns in it.
pub(super) struct Columns<'a>(Vec<(&'a [Column], Shared)>);

impl<'a> Columns<'a> {
    /// Measures every row of the receipt once.
    pub(super) fn of(receipt: &'a Receipt) -> Self {
        let mut all: Vec<(&[Column], Shared)> = Vec::new();
        for block in &receipt.blocks {
            if let Block::Row { columns, .. } = block
                && !all.iter().any(|(known, _)| known == columns)
            {
                all.push((columns, shared(receipt, columns)));
            }
        }
        Self(all)
    }

    fn get(&self, columns: &[Column]) -> Shared {
        let known = self.0.iter().find(|(known, _)| *known == columns);
        known.map(|(_, shared)| shared.clone()).unwrap_or_default()
    }
}

/// Gathers what all rows with these columns share.
fn shared(receipt: &Receipt, columns: &[Column]) -> Shared {
    let rows = receipt.blocks.iter().filter_map(|block| match block {
        Block::Row { cells, columns: own, .. } if own == columns => Some(cells),
        _ => None,
    });
    let mut shared =
        Shared { widest: vec![0; columns.len()], tails: vec![Tail::default(); columns.len()] };
    for cells in rows.clone() {
        for ((tail, cell), column) in shared.tails.iter_mut().zip(cells).zip(columns) {
            if column.align == Align::Decimal {
                *tail = tail.widest(Tail::of(cell, &receipt.decimal_mark));
            }
        }
    }
    for cells in rows {
        let padded = padded(cells, columns, &shared.tails, &receipt.decimal_mark);
        for (widest, cell) in shared.widest.iter_mut().zip(&padded) {
            *widest = (*widest).max(width(cell));
        }
    }
    shared
}

/// The cells, with spaces in figures whose fraction or unit is shorter than others'.
fn padded(
    cells: &[String],
    columns: &[Column],
    widest: &[Tail],
    decimal_mark: &str,
) -> Vec<String> {
    columns
        .iter()
        .zip(widest)
        .enumerate()
        .map(|(at, (column, widest))| {
            let cell = cells.get(at).map(String::as_str).unwrap_or_default();
            if column.align != Align::Decimal || cell.is_empty() {
                return cell.to_owned();
            }
            Tail::of(cell, decimal_mark).padded(cell, *widest)
        })
        .collect()
}

/// The lines of one row.
pub(super) fn row(
    receipt: &Receipt,
    all: &Columns<'_>,
    cells: &[String],
    columns: &[Column],
    style: TextStyle,
    room: usize,
) -> Vec<TextLine> {
    let shared = all.get(columns);
    let cells = padded(cells, columns, &shared.tails, &receipt.decimal_mark);
    match widths(columns, &shared.widest, room) {
        Some(widths) => side_by_side(receipt.rtl, &cells, columns, &widths, style, room),
        None => stacked(receipt.rtl, &cells, columns, style, room),
    }
}

fn is_figure(column: &Column) -> bool {
    matches!(column.align, Align::End | Align::Decimal)
}

/// The width of each column, or none if they do not fit beside each other.
///
/// Columns that share the rest get equal parts, but figures at least what the widest one needs.
fn widths(columns: &[Column], widest: &[usize], room: usize) -> Option<Vec<usize>> {
    let gaps = columns.len().saturating_sub(1);
    let mut given: Vec<Option<usize>> = columns
        .iter()
        .zip(widest)
        .map(|(column, widest)| match column.width {
            ColumnWidth::Fixed(width) if is_figure(column) => Some((*widest).max(width.into())),
            ColumnWidth::Fixed(width) => Some(width.into()),
            ColumnWidth::Rest => None,
        })
        .collect();
    loop {
        let taken: usize = given.iter().flatten().sum();
        let rest = room.checked_sub(taken + gaps)?;
        let shares = given.iter().filter(|width| width.is_none()).count();
        let share = rest.checked_div(shares).unwrap_or(0);
        let hungry = given.iter_mut().zip(columns).zip(widest).find(|((width, column), widest)| {
            width.is_none() && is_figure(column) && **widest > share
        });
        match hungry {
            Some(((width, _), widest)) => *width = Some(*widest),
            None => return shared_out(&given, widest, rest, share),
        }
    }
}

/// Gives each open column its share, the first ones one more of what is left over; none if a name
/// would have no room.
fn shared_out(
    given: &[Option<usize>],
    widest: &[usize],
    rest: usize,
    share: usize,
) -> Option<Vec<usize>> {
    let open = given.iter().filter(|width| width.is_none()).count();
    let mut left_over = rest.saturating_sub(share * open);
    given
        .iter()
        .zip(widest)
        .map(|(width, widest)| match width {
            Some(width) => Some(*width),
            None => {
                let width = share + usize::from(left_over > 0);
                left_over = left_over.saturating_sub(1);
                (width >= NARROWEST_NAME.min(*widest).max(1)).then_some(width)
            }
        })
        .collect()
}

fn side_by_side(
    rtl: bool,
    cells: &[String],
    columns: &[Column],
    widths: &[usize],
    style: TextStyle,
    room: usize,
) -> Vec<TextLine> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(columns)
        .zip(widths)
        .map(
            |((cell, column), width)| {
                if is_figure(column) { vec![cell.clone()] } else { wrap(cell, *width) }
            },
        )
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut begin = 0;
            let mut spans = Vec::new();
            for ((lines, column), width) in wrapped.iter().zip(columns).zip(widths) {
                let left = if rtl { room.saturating_sub(begin + width) } else { begin };
                if let Some(text) = lines.get(line).filter(|text| !text.is_empty()) {
                    spans.push(place(text, column.align, rtl, left, *width));
                }
                begin += width + 1;
            }
            TextLine::new(spans, style)
        })
        .collect()
}

/// Each cell on lines of its own: names from the start, figures at the end. No digit is ever cut
/// off.
fn stacked(
    rtl: bool,
    cells: &[String],
    columns: &[Column],
    style: TextStyle,
    room: usize,
) -> Vec<TextLine> {
    cells
        .iter()
        .zip(columns)
        .filter(|(cell, _)| !cell.trim().is_empty())
        .flat_map(|(cell, column)| {
            let align = if is_figure(column) { Align::Decimal } else { column.align };
            wrap(cell.trim(), room)
                .into_iter()
                .map(move |line| TextLine::new(vec![place(&line, align, rtl, 0, room)], style))
        })
        .collect()
}

impl Span {
    pub(super) fn new(column: usize, text: &str) -> Self {
        Self { column, width: width(text), rtl: is_rtl(text), text: text.to_owned() }
    }
}
