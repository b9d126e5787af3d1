//! What the order screen looks like.

use super::lines::Lines;
use super::offers::{Offer, Offers};
use super::sheets::Sheets;
use super::state::{Change, Over, Said, State, Typed};
use super::typing::ready;
use super::words::{count, discount_words, reason};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{amount, dates, money, typed};
use crate::screens::figures::sums;
use crate::screens::states::OrderStateWord;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{OrderEdit, OrderView};
use satchel_domain::orders::OrderState;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Being read.
    Loading,
    /// Could not be read.
    Failed(Problem),
    /// It lies in the trash.
    Discarded,
    /// This.
    Ready(Box<OrderView>),
}

/// What the rep asks for that leaves the screen or needs the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Back.
    Back,
    /// Review.
    Review,
    /// The customer.
    Customer,
    /// The camera.
    Scan,
    /// Enter was pressed in the search: a code, or words for the catalogue.
    Search(String),
    /// A handheld scanner read a code.
    Scanned(String),
    /// Into the trash.
    Discard,
    /// Out of the trash.
    Restore,
}

#[component]
pub fn View(
    state: State,
    shown: Shown,
    #[props(default)] preview: Option<OrderView>,
    #[props(default)] preview_problem: Option<Problem>,
    #[props(default)] offer: Offer,
    /// A warning that stock or prices are too old.
    #[props(default)]
    ages: Option<Element>,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_ask: EventHandler<Ask>,
) -> Element {
    let back = move |()| on_ask.call(Ask::Back);
    let order = match shown {
        Shown::Ready(order) => *order,
        Shown::Loading => {
            return rsx! {
                Screen { Head { title: tr!("order-title"), on_back: back } Body { Bones { rows: 6 } } }
            };
        }
        Shown::Failed(problem) => {
            return rsx! {
                Screen {
                    Head { title: tr!("order-title"), on_back: back }
                    Body { Failed { title: tr!("order-failed"), text: problem.words() } }
                }
            };
        }
        Shown::Discarded => {
            return rsx! {
                Screen {
                    Head { title: tr!("order-title"), on_back: back }
                    Body {
                        Empty {
                            title: tr!("order-discarded"),
                            text: tr!("order-discarded-text"),
                            other: tr!("order-restore"),
                            on_other: move |()| on_ask.call(Ask::Restore),
                        }
                    }
                }
            };
        }
    };
    rsx! {
        Screen {
            Head {
                title: order.customer_name.clone(),
                sub: rsx! {
                    span { class: "s-sep",
                        OrderStateWord { state: OrderState::Draft }
                        span { class: "s-line1", {tr!("order-safe")} }
                    }
                },
                on_back: back,
                IconButton {
                    glyph: Glyph::EllipsisVertical,
                    label: tr!("order-more"),
                    on_press: move |()| on_change.call(Change::Show(Over::Menu, Typed::default())),
                }
            }
            Body {
                Facts { order: order.clone(), today, on_change }
                {ages}
                Remarks { order: order.clone(), problem: state.problem.clone().filter(|_| state.over.is_none()) }
                if order.lines.is_empty() {
                    Offers { offer, today, on_edit }
                } else {
                    Lines { order: order.clone(), open: state.open, on_change, on_edit }
                    Totals { order: order.clone(), on_change }
                }
            }
            Bottom { order: order.clone(), state: state.clone(), on_change, on_edit, on_ask }
            Sheets { order, state, preview, preview_problem, today, on_change, on_edit, on_ask }
        }
    }
}

/// The chips, and the sums in one line.
#[component]
fn Facts(order: OrderView, today: NaiveDate, on_change: EventHandler<Change>) -> Element {
    let show = move |over| on_change.call(Change::Show(over, Typed::default()));
    let label_of = |choices: &[satchel_app::views::ChoiceView], name: &str| {
        choices
            .iter()
            .find(|choice| choice.name == name)
            .map_or_else(|| name.to_owned(), |choice| choice.label.clone())
    };
    let warehouse = label_of(&order.choices.warehouses, &order.warehouse);
    let template = label_of(&order.choices.tax_templates, &order.tax_template);
    let discount = order.document_discount.clone();
    let discount_word = discount.as_ref().map_or_else(
        || tr!("order-discount"),
        |discount| tr!("order-discount-of", figure: discount_words(discount, &order.currency)),
    );
    let tax = order.totals.total_taxes_and_charges;
    let entered = order.lines.iter().filter(|line| !line.is_free_item).count();
    let lines = tr!("order-lines", count: entered);
    let (net, tax) =
        (amount(order.totals.net_total, &order.currency), amount(tax, &order.currency));
    let saved = order.totals.saved;
    rsx! {
        Chips { name: tr!("order-facts"),
            Chip {
                label: dates::short(order.delivery_date),
                glyph: Glyph::Truck,
                on_press: move |()| show(Over::Delivery),
            }
            if !order.choices.warehouses.is_empty() {
                Chip { label: warehouse, glyph: Glyph::Warehouse, on_press: move |()| show(Over::Warehouse) }
            }
            Chip {
                label: discount_word,
                glyph: Glyph::Percent,
                on_press: move |()| on_change.call(Change::Show(Over::OrderDiscount, ready(discount.as_ref(), typed))),
            }
            Chip {
                label: if order.note.is_empty() { tr!("order-note") } else { tr!("order-note-there") },
                glyph: Glyph::MessageSquareText,
                on_press: move |()| show(Over::Note),
            }
            if !order.choices.tax_templates.is_empty() {
                Chip {
                    label: if template.is_empty() { tr!("order-tax-template") } else { template },
                    glyph: Glyph::ReceiptText,
                    on_press: move |()| show(Over::TaxTemplate),
                }
            }
            Chip {
                label: if order.coupon.is_empty() { tr!("order-coupon") } else { order.coupon.clone() },
                glyph: Glyph::Ticket,
                on_press: move |()| show(Over::Coupon),
            }
        }
        if !order.lines.is_empty() {
            div { class: "flex items-baseline justify-between gap-3 px-4 pt-2 pb-1.5 s-meta", "aria-live": "polite",
                span { {tr!("order-summary", lines: lines, net: net, tax: tax)} }
                if !saved.is_zero() {
                    span { class: "text-accent-ink font-semibold whitespace-nowrap",
                        {tr!("order-saves", amount: amount(saved, &order.currency))}
                    }
                }
            }
        }
    }
}

/// Why the order could not be placed, why its price may change, and what the office would remark.
#[component]
fn Remarks(order: OrderView, problem: Option<Problem>) -> Element {
    if problem.is_none()
        && order.refusal.is_none()
        && order.provisional.is_empty()
        && order.messages.is_empty()
    {
        return rsx! {};
    }
    rsx! {
        div { class: "s-pad grid gap-2 py-2",
            if let Some(problem) = problem {
                Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
            }
            if let Some(refusal) = &order.refusal {
                Note { glyph: Glyph::Hand, tone: Tone::Hand, title: tr!("order-refused"), text: reason(refusal) }
            }
            for (place, why) in order.provisional.iter().enumerate() {
                Note { key: "p{place}", glyph: Glyph::Info, tone: Tone::Waiting, title: tr!("order-provisional"), text: reason(why) }
            }
            for (place, why) in order.messages.iter().enumerate() {
                Note { key: "m{place}", glyph: Glyph::Info, text: reason(why) }
            }
        }
    }
}

/// The sums below the lines.
#[component]
fn Totals(order: OrderView, on_change: EventHandler<Change>) -> Element {
    rsx! {
        section { class: "s-pad pt-4 pb-5", "aria-label": tr!("order-totals"), "aria-live": "polite",
            Sums { lines: sums(&order) }
            Button {
                label: tr!("order-why-total"),
                kind: ButtonKind::Text,
                class: "-ms-3 mt-1",
                on_press: move |()| on_change.call(Change::Show(Over::WhyTotal, Typed::default())),
            }
        }
    }
}

/// Add, scan, and the one action.
#[component]
fn Bottom(
    order: OrderView,
    state: State,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_ask: EventHandler<Ask>,
) -> Element {
    let missing = if order.lines.is_empty() {
        Some(tr!("order-add-first"))
    } else if order.refusal.is_some() {
        Some(tr!("order-not-yet"))
    } else if !order.can_place {
        let without = order.lines.iter().filter(|line| line.no_price).count();
        Some(tr!("order-price-missing", count: count(without.into())))
    } else {
        None
    };
    let figure = missing.is_none().then(|| money(order.due.amount, &order.due.currency));
    rsx! {
        Foot {
            if let Some((number, said)) = state.said {
                match said {
                    Said::Removed(name) => rsx! {
                        Toast {
                            key: "{number}",
                            text: tr!("order-removed", name: name),
                            on_undo: move |()| on_edit.call(vec![OrderEdit::Undo]),
                        }
                    },
                    Said::Added(name) => rsx! { Toast { key: "{number}", text: tr!("order-added", name: name) } },
                }
            }
            div { class: "flex gap-2",
                SearchField {
                    hint: tr!("order-add-hint"),
                    name: tr!("order-add"),
                    version: state.search_version,
                    keys: true,
                    filled: !state.search.is_empty(),
                    on_type: move |text| on_change.call(Change::Search(text)),
                    on_enter: move |text| on_ask.call(Ask::Search(text)),
                    on_clear: move |()| on_change.call(Change::Searched),
                }
                Button {
                    label: tr!("order-scan"),
                    glyph: Glyph::ScanBarcode,
                    bare: true,
                    class: "px-0! w-14 text-accent-ink!",
                    on_press: move |()| on_ask.call(Ask::Scan),
                }
            }
            Action {
                off: missing.is_some(),
                label: missing.unwrap_or_else(|| tr!("order-review")),
                figure,
                on_press: move |()| on_ask.call(Ask::Review),
            }
        }
    }
}
