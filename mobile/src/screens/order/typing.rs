//! What a figure on a keypad would change.

use super::state::{Over, Typed};
use crate::format::decimals;
use crate::format::entry::{EntryRefusal, Figure, read_in};
use crate::i18n::Language;
use rust_decimal::Decimal;
use satchel_app::views::{DiscountEntry, LineView, OrderEdit, OrderView, UomChoice};

/// The entered line of an order.
pub fn line(order: &OrderView, line: usize) -> Option<&LineView> {
    order.lines.iter().find(|view| view.line == Some(line))
}

/// The unit chosen for a line.
pub fn unit<'a>(line: &'a LineView, typed: &Typed) -> Option<&'a UomChoice> {
    line.uoms.get(typed.unit_at)
}

/// Which place the unit of a line has among its choices.
pub fn unit_at(line: &LineView) -> usize {
    line.uoms.iter().position(|choice| choice.uom == line.uom).unwrap_or_default()
}

/// The figure of a keypad, read as what it is for.
///
/// # Errors
/// [`EntryRefusal`]; the text stays as it is.
pub fn figure(
    over: Over,
    typed: &Typed,
    order: &OrderView,
    language: Language,
) -> Result<Decimal, EntryRefusal> {
    let (figure, decimals) = match over {
        Over::Quantity(at) => {
            let whole = line(order, at)
                .and_then(|line| unit(line, typed))
                .is_some_and(|unit| unit.must_be_whole_number);
            (Figure::Quantity { must_be_whole_number: whole }, order.float_precision)
        }
        Over::Discount(_) | Over::OrderDiscount if typed.unit_at == 0 => {
            (Figure::Percentage, order.float_precision)
        }
        Over::Rate(_) => (Figure::Rate, decimals(&order.currency)),
        _ => (Figure::Amount, decimals(&order.currency)),
    };
    read_in(language, &typed.text, figure, decimals)
}

/// The edits a figure asks for; none for what has no keypad.
pub fn edits(over: Over, typed: &Typed, order: &OrderView, figure: Decimal) -> Vec<OrderEdit> {
    let discount = || {
        Some(if typed.unit_at == 0 {
            DiscountEntry::Percentage(figure)
        } else {
            DiscountEntry::Amount(figure)
        })
    };
    match over {
        Over::Quantity(at) => {
            let view = line(order, at);
            let other = view
                .and_then(|view| unit(view, typed).filter(|unit| unit.uom != view.uom))
                .map(|unit| OrderEdit::Uom { line: at, uom: unit.uom.clone() });
            other.into_iter().chain([OrderEdit::Qty { line: at, qty: figure }]).collect()
        }
        Over::Discount(at) => vec![OrderEdit::LineDiscount { line: at, discount: discount() }],
        Over::Rate(at) => vec![OrderEdit::Rate { line: at, rate: Some(figure) }],
        Over::OrderDiscount => vec![OrderEdit::DocumentDiscount(discount())],
        _ => Vec::new(),
    }
}

/// Where a discount's keypad starts.
pub fn ready(discount: Option<&DiscountEntry>, write: impl Fn(Decimal) -> String) -> Typed {
    match discount {
        Some(DiscountEntry::Percentage(percent)) => Typed::ready(write(*percent), 0),
        Some(DiscountEntry::Amount(amount)) => Typed::ready(write(*amount), 1),
        None => Typed::ready(String::new(), 0),
    }
}
