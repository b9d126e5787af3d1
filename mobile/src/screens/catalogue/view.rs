//! What the catalogue looks like.

use super::chips::{BrandSheet, Narrow};
use super::state::{Change, Over, State};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{amount, hits::hits, money, quantity, stock, units};
use crate::look::rem_in_pixels;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{GroupRow, ItemRow, MoneyView};
use std::rc::Rc;

/// Height of a row whose name takes one line, in rem.
const ROW: f64 = 4.875;
/// Height of a line of the name, in rem.
const NAME_LINE: f64 = 1.25;
/// Width of the narrowest phone in pixels, and of what stands beside a name, in rem.
const NARROWEST: f64 = 360.0;
const BESIDE: f64 = 9.0;
/// Width of a letter of a name, in rem.
const LETTER: f64 = 0.45;

/// The order that is picked into, as the head shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderHead {
    /// Customer name.
    pub customer_name: String,
    /// Price list.
    pub price_list: String,
    /// Lines the rep entered.
    pub lines: usize,
    /// Amount due.
    pub due: MoneyView,
}

/// Whether the catalogue picks into an order.
#[derive(Debug, Clone, PartialEq)]
pub enum Picking {
    /// It is only looked at.
    No,
    /// Into an order that is still being read.
    Unread,
    /// Into this one.
    Into(OrderHead),
}

#[component]
pub fn View(
    state: State,
    items: Asked<Vec<ItemRow>>,
    groups: Vec<GroupRow>,
    brands: Vec<GroupRow>,
    picking: Picking,
    word: Option<Result<String, Problem>>,
    /// What stands between head and list: how old stock and prices are.
    #[props(default)]
    ages: Option<Element>,
    on_change: EventHandler<Change>,
    on_add: EventHandler<(String, String)>,
    on_enter: EventHandler<String>,
    on_back: EventHandler<()>,
    on_review: EventHandler<()>,
) -> Element {
    let picks = picking != Picking::No;
    let due = match &picking {
        Picking::Into(head) => Some(money(head.due.amount, &head.due.currency)),
        _ => None,
    };
    let over = state.over.clone();
    let (brand, filled) = (state.brand.clone(), !state.text.is_empty());
    rsx! {
        Screen {
            div { class: "row-start-2 min-w-0",
                Top { picking, on_back }
                {ages}
            }
            List { state: state.clone(), items, groups, picks, on_change, on_add }
            Base {
                if let Some(word) = word {
                    div { class: "px-4 pb-2", Word { word } }
                }
                div { class: "px-4 py-2.5 border-t border-line grid gap-2.5",
                    SearchField {
                        hint: tr!("catalogue-search-hint"),
                        name: tr!("catalogue-search"),
                        text: state.text.clone(),
                        version: state.version,
                        filled,
                        focused: picks,
                        on_type: move |text| on_change.call(Change::Text(text)),
                        on_enter,
                        on_clear: move |()| on_change.call(Change::Clear),
                    }
                    if picks {
                        Action { label: tr!("catalogue-review"), figure: due, on_press: on_review }
                    }
                }
            }
            if over == Over::Brands {
                BrandSheet { brands, chosen: brand, on_change }
            }
        }
    }
}

#[component]
fn Word(word: Result<String, Problem>) -> Element {
    match word {
        Ok(text) => rsx! { Toast { text } },
        Err(problem) => rsx! {
            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
        },
    }
}

#[component]
fn Top(picking: Picking, on_back: EventHandler<()>) -> Element {
    match picking {
        Picking::No => rsx! { Head { title: tr!("catalogue-title"), on_back } },
        Picking::Unread => rsx! { Head { title: "", on_back } },
        Picking::Into(head) => rsx! {
            Head {
                title: head.customer_name,
                sub: rsx! {
                    span { class: "s-sep",
                        // An empty order has no price list yet.
                        if !head.price_list.is_empty() {
                            span { bdi { {tr!("customer-prices", list: head.price_list)} } }
                        }
                        span { {tr!("customer-lines", count: head.lines)} }
                    }
                },
                on_back,
                span { class: "pe-3 text-end",
                    span { class: "s-lead s-num block", "aria-live": "polite",
                        {money(head.due.amount, &head.due.currency)}
                    }
                }
            }
        },
    }
}

#[component]
fn List(
    state: State,
    items: Asked<Vec<ItemRow>>,
    groups: Vec<GroupRow>,
    picks: bool,
    on_change: EventHandler<Change>,
    on_add: EventHandler<(String, String)>,
) -> Element {
    let narrow = rsx! { Narrow { state: state.clone(), groups, on_change } };
    match items {
        Asked::Loading => rsx! { Body { {narrow} Bones { rows: 7 } } },
        Asked::Failed(problem) => rsx! {
            Body {
                {narrow}
                Failed { title: tr!("catalogue-failed"), text: problem.words() }
            }
        },
        Asked::Ready(rows) if rows.is_empty() && state.narrowed() => rsx! {
            Body {
                {narrow}
                Empty {
                    title: tr!("catalogue-none-found"),
                    text: tr!("catalogue-none-found-text"),
                    other: tr!("catalogue-show-all"),
                    on_other: move |()| {
                        on_change.call(Change::Clear);
                        on_change.call(Change::Up(0));
                        on_change.call(Change::Brand(None));
                        on_change.call(Change::InVan(false));
                    },
                }
            }
        },
        Asked::Ready(rows) if rows.is_empty() => rsx! {
            Body { Empty { title: tr!("catalogue-none"), text: tr!("catalogue-none-text") } }
        },
        Asked::Ready(rows) => {
            let heights: Rc<[f64]> = rows.iter().map(|row| height(&row.item_name)).collect();
            let (text, list) = (state.text, state.list);
            rsx! {
                VirtualList {
                    name: tr!("catalogue-title"),
                    extent: Extent::Mixed(heights),
                    version: list,
                    before: narrow,
                    row: move |place: usize| match rows.get(place).cloned() {
                        Some(row) => rsx! {
                            Line { row, text: text.clone(), picks, on_change, on_add }
                        },
                        None => rsx! {},
                    },
                    on_near_end: move |()| on_change.call(Change::More),
                }
            }
        }
    }
}

/// How tall the row of a name is: the name takes a second line where one does not hold it.
fn height(name: &str) -> f64 {
    let one_line = (NARROWEST / rem_in_pixels() - BESIDE) / LETTER;
    if name.chars().count() as f64 > one_line { ROW + NAME_LINE } else { ROW }
}

#[component]
fn Line(
    row: ItemRow,
    text: String,
    picks: bool,
    on_change: EventHandler<Change>,
    on_add: EventHandler<(String, String)>,
) -> Element {
    let (code, added) = (row.item_code.clone(), (row.item_code.clone(), row.uom.clone()));
    let in_order = (row.in_order > Decimal::ZERO).then(|| quantity(row.in_order));
    let add = EventHandler::new(move |()| on_add.call(added.clone()));
    rsx! {
        ItemLine {
            text: item_text(&row, &text),
            in_order,
            on_open: move |()| on_change.call(Change::Over(Over::Item(code.clone()))),
            on_add: picks.then_some(add),
        }
    }
}

/// An item in words, what was typed marked in its name.
pub fn item_text(row: &ItemRow, typed: &str) -> ItemText {
    let written = |price: &MoneyView| amount(price.amount, &price.currency);
    ItemText {
        face: Face::of_item(&row.art, &row.item_name),
        name: hits(&row.item_name, typed),
        code: row.item_code.clone(),
        unit: units::name_of(&row.uom, row.conversion_factor),
        stock: stock::words(&row.stock, row.conversion_factor),
        price: row.price.as_ref().map(written),
        was: row.list_price.as_ref().map(written),
    }
}
