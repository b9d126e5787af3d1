//! The keypads: quantity, rate and discounts, with the price they lead to.

use super::state::{Change, Over, Typed};
use super::typing::{self, edits, figure};
use super::words::{line_text, reason, stock};
use crate::ask::Problem;
use crate::components::*;
use crate::format::entry::refusal;
use crate::format::{amount, marks, money, units};
use crate::i18n::language;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{LineView, OrderEdit, OrderView};

/// What is wrong with a figure, most urgent first: the text, the edit, the order it would make.
fn wrong(
    read: &Result<Decimal, crate::format::entry::EntryRefusal>,
    problem: Option<Problem>,
    preview: Option<&OrderView>,
) -> Option<String> {
    match read {
        Err(why) => Some(refusal(*why)),
        Ok(_) => problem
            .map(|problem| problem.words())
            .or_else(|| preview.and_then(|order| order.refusal.as_ref()).map(reason)),
    }
}

/// The line as the figure would make it, of the same item at the same place.
fn previewed(preview: Option<&OrderView>, line: usize) -> Option<LineView> {
    preview.and_then(|order| typing::line(order, line)).cloned()
}

/// Pressed: what the figure asks for.
fn done(
    over: Over,
    typed: Typed,
    order: OrderView,
    read: Option<Decimal>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> EventHandler<()> {
    EventHandler::new(move |()| {
        if let Some(figure) = read {
            on_edit.call(edits(over, &typed, &order, figure));
        }
    })
}

#[component]
pub fn Quantity(
    order: OrderView,
    line: usize,
    typed: Typed,
    preview: Option<OrderView>,
    problem: Option<Problem>,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> Element {
    let over = Over::Quantity(line);
    let mark = marks(language()).0;
    let Some(view) = typing::line(&order, line).cloned() else { return rsx! {} };
    let read = figure(over, &typed, &order, language());
    let unit = typing::unit(&view, &typed).cloned();
    let uom = unit.as_ref().map_or_else(|| view.uom.clone(), |unit| unit.uom.clone());
    let factor = unit.as_ref().map_or(Decimal::ONE, |unit| unit.conversion_factor);
    let unit_words = match (&read, view.uoms.first()) {
        (Ok(qty), Some(stock_unit)) if factor != Decimal::ONE => tr!(
            "order-unit-holds",
            unit: units::name(&uom),
            quantity: units::counted_in_full(qty.saturating_mul(factor), &stock_unit.uom),
        ),
        _ => units::name(&uom),
    };
    let action = match &read {
        Ok(qty) => tr!("order-set-quantity", quantity: units::counted_in_full(*qty, &uom)),
        Err(_) => tr!("order-type-quantity"),
    };
    let after = previewed(preview.as_ref(), line);
    let effect = after.as_ref().map(|line| amount(line.amount, &order.currency));
    let free = preview.as_ref().into_iter().flat_map(|order| order.lines.iter());
    let free = free.filter(|free| free.earned_by == Some(line)).cloned().collect::<Vec<_>>();
    let text = line_text(after.as_ref().unwrap_or(&view), &order.currency);
    let error = wrong(&read, problem, preview.as_ref());
    rsx! {
        KeypadSheet {
            title: view.item_name.clone(),
            sub: stock(&view.stock),
            face: text.face,
            figure: typed.text.clone(),
            version: typed.version,
            unit: unit_words,
            hint: rsx! {
                span { class: "s-num", {tr!("order-each", rate: text.rate)} }
                if let Some(was) = text.was {
                    span { class: "s-was", "{was}" }
                }
                for (words, glyph, tone) in text.tags {
                    Tag { key: "{words}", text: words.clone(), glyph, tone }
                }
                for free in free {
                    Tag {
                        key: "{free.item_code}",
                        text: tr!(
                            "order-and-free",
                            quantity: units::counted_in_full(free.qty, &free.uom),
                            name: free.item_name.clone(),
                        ),
                        glyph: Glyph::Gift,
                        tone: Tone::Rule,
                    }
                }
            },
            units: view.uoms.iter().map(|unit| units::name_of(&unit.uom, unit.conversion_factor)).collect::<Vec<_>>(),
            unit_at: typed.unit_at,
            error,
            decimals: !unit.is_some_and(|unit| unit.must_be_whole_number),
            action,
            effect,
            on_key: move |key| on_change.call(Change::Key(key, mark)),
            on_type: move |text| on_change.call(Change::Type(text)),
            on_unit: move |at| on_change.call(Change::Unit(at)),
            on_remove: move |()| on_edit.call(vec![OrderEdit::Remove { line }]),
            on_done: done(over, typed.clone(), order.clone(), read.ok(), on_edit),
            on_close: move |()| on_change.call(Change::Close),
        }
    }
}

#[component]
pub fn Rate(
    order: OrderView,
    line: usize,
    typed: Typed,
    preview: Option<OrderView>,
    problem: Option<Problem>,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> Element {
    let over = Over::Rate(line);
    let mark = marks(language()).0;
    let Some(view) = typing::line(&order, line).cloned() else { return rsx! {} };
    let read = figure(over, &typed, &order, language());
    let effect = previewed(preview.as_ref(), line).map(|line| amount(line.amount, &order.currency));
    let remove = view.typed_rate.map(|_| {
        EventHandler::new(move |()| on_edit.call(vec![OrderEdit::Rate { line, rate: None }]))
    });
    rsx! {
        KeypadSheet {
            title: view.item_name.clone(),
            sub: tr!("order-rate-sub"),
            face: Face::of_item(&view.art, &view.item_name),
            figure: typed.text.clone(),
            version: typed.version,
            unit: tr!("order-rate-unit", currency: order.currency.clone(), unit: units::name(&view.uom)),
            error: wrong(&read, problem, preview.as_ref()),
            action: tr!("order-set-price"),
            effect,
            remove_name: tr!("order-rate-remove"),
            on_key: move |key| on_change.call(Change::Key(key, mark)),
            on_type: move |text| on_change.call(Change::Type(text)),
            on_remove: remove,
            on_done: done(over, typed.clone(), order.clone(), read.ok(), on_edit),
            on_close: move |()| on_change.call(Change::Close),
        }
    }
}

/// The discount on a line, or on the whole order.
#[component]
pub fn Discount(
    order: OrderView,
    #[props(default)] line: Option<usize>,
    typed: Typed,
    preview: Option<OrderView>,
    problem: Option<Problem>,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
) -> Element {
    let over = line.map_or(Over::OrderDiscount, Over::Discount);
    let mark = marks(language()).0;
    let view = line.and_then(|line| typing::line(&order, line)).cloned();
    let read = figure(over, &typed, &order, language());
    let effect = match line {
        Some(line) => {
            previewed(preview.as_ref(), line).map(|line| amount(line.amount, &order.currency))
        }
        None => preview.as_ref().map(|order| money(order.due.amount, &order.due.currency)),
    };
    let given = match &view {
        Some(view) => view.typed_discount.is_some(),
        None => order.document_discount.is_some(),
    };
    let remove = given.then(|| {
        EventHandler::new(move |()| {
            on_edit.call(vec![match line {
                Some(line) => OrderEdit::LineDiscount { line, discount: None },
                None => OrderEdit::DocumentDiscount(None),
            }]);
        })
    });
    let unit = match (typed.unit_at, line) {
        (0, _) => "%".to_owned(),
        (_, Some(_)) => tr!(
            "order-rate-unit",
            currency: order.currency.clone(),
            unit: view.as_ref().map(|view| units::name(&view.uom)).unwrap_or_default(),
        ),
        (_, None) => order.currency.clone(),
    };
    rsx! {
        KeypadSheet {
            title: view.as_ref().map_or_else(|| tr!("order-discount-all"), |view| view.item_name.clone()),
            sub: view.as_ref().map(|_| tr!("order-discount")),
            face: view.as_ref().map(|view| Face::of_item(&view.art, &view.item_name)),
            figure: typed.text.clone(),
            version: typed.version,
            unit,
            units: vec![tr!("order-percent"), tr!("order-amount")],
            unit_at: typed.unit_at,
            units_name: tr!("order-discount-kind"),
            error: wrong(&read, problem, preview.as_ref()),
            action: tr!("order-give-discount"),
            effect,
            remove_name: tr!("order-discount-remove"),
            on_key: move |key| on_change.call(Change::Key(key, mark)),
            on_type: move |text| on_change.call(Change::Type(text)),
            on_unit: move |at| on_change.call(Change::Unit(at)),
            on_remove: remove,
            on_done: done(over, typed.clone(), order.clone(), read.ok(), on_edit),
            on_close: move |()| on_change.call(Change::Close),
        }
    }
}
