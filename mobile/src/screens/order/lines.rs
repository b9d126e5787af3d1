//! The lines of the order.

use super::state::{Change, Over, Typed};
use super::typing::unit_at;
use super::words::{cause, line_text};
use crate::components::*;
use crate::format::{quantity, typed, units};
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{LineView, OrderEdit, OrderView};

#[component]
pub fn Lines(
    order: OrderView,
    open: Option<usize>,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> Element {
    rsx! {
        Rows {
            for (at, line) in order.lines.iter().cloned().enumerate() {
                match line.line {
                    None => rsx! {
                        FreeLine {
                            key: "free {at}",
                            cause: cause(&line, &order),
                            quantity: units::counted_in_full(line.qty, &line.uom),
                            name: line.item_name,
                        }
                    },
                    Some(number) if open == Some(number) => rsx! {
                        Opened { key: "open {number}", line, number, at, currency: order.currency.clone(), on_change, on_edit }
                    },
                    Some(number) => rsx! {
                        ClosedLine {
                            key: "{number}",
                            text: line_text(&line, &order.currency),
                            on_open: move |()| on_change.call(Change::Line(number)),
                        }
                    },
                }
            }
        }
    }
}

#[component]
fn Opened(
    line: LineView,
    number: usize,
    at: usize,
    currency: String,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> Element {
    let step = move |by: Decimal| on_edit.call(vec![OrderEdit::Step { line: number, by }]);
    let show = move |over, typed| on_change.call(Change::Show(over, typed));
    let unit = line.uoms.get(unit_at(&line));
    let uom = unit.map_or_else(
        || units::name(&line.uom),
        |unit| units::name_of(&unit.uom, unit.conversion_factor),
    );
    let (no_price, quantity_ready) = (line.no_price, Typed::ready(typed(line.qty), unit_at(&line)));
    rsx! {
        OpenLine {
            text: line_text(&line, &currency),
            figure: quantity(line.qty),
            uom,
            one_uom: line.uoms.len() < 2,
            no_price,
            on_fold: move |()| on_change.call(Change::Line(number)),
            on_less: move |()| step(-Decimal::ONE),
            on_more: move |()| step(Decimal::ONE),
            on_keypad: move |()| show(Over::Quantity(number), quantity_ready.clone()),
            on_uom: move |()| show(Over::Unit(number), Typed::default()),
            on_why: move |()| {
                if no_price {
                    show(Over::Rate(number), Typed::ready(String::new(), 0));
                } else {
                    show(Over::Why(at), Typed::default());
                }
            },
        }
    }
}
