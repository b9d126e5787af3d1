//! What lies over the order: keypads, choices, the note, reasons.

use super::figures::{Discount, Quantity, Rate};
use super::state::{Change, Over, State};
use super::typing;
use super::view::Ask;
use super::why::{WhyLine, WhyTotal};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{dates, units};
use crate::tr;
use chrono::{Days, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::{ChoiceView, OrderEdit, OrderView};

#[component]
pub fn Sheets(
    order: OrderView,
    state: State,
    preview: Option<OrderView>,
    preview_problem: Option<Problem>,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_ask: EventHandler<Ask>,
) -> Element {
    let Some(over) = state.over else { return rsx! {} };
    let close = move |()| on_change.call(Change::Close);
    let problem = state.problem.clone().or(preview_problem);
    let typed = state.typed.clone();
    match over {
        Over::Quantity(line) => {
            rsx! { Quantity { order, line, typed, preview, problem, on_change, on_edit } }
        }
        Over::Rate(line) => {
            rsx! { Rate { order, line, typed, preview, problem, on_change, on_edit } }
        }
        Over::Discount(line) => {
            rsx! { Discount { order, line, typed, preview, problem, on_change, on_edit } }
        }
        Over::OrderDiscount => {
            rsx! { Discount { order, typed, preview, problem, on_change, on_edit } }
        }
        Over::Unit(line) => rsx! { Unit { order, line, on_edit, on_close: close } },
        Over::Delivery => rsx! { Delivery { order, today, problem, on_edit, on_close: close } },
        Over::Warehouse => rsx! {
            Choose {
                title: tr!("order-warehouse"),
                chosen: order.warehouse.clone(),
                choices: order.choices.warehouses,
                on_pick: move |name| on_edit.call(vec![OrderEdit::Warehouse(name)]),
                on_close: close,
            }
        },
        Over::TaxTemplate => {
            let by_rule =
                ChoiceView { name: String::new(), label: tr!("order-tax-template-by-rule") };
            let choices = [vec![by_rule], order.choices.tax_templates].concat();
            rsx! {
                Choose {
                    title: tr!("order-tax-template"),
                    chosen: order.tax_template.clone(),
                    choices,
                    on_pick: move |name: String| {
                        on_edit.call(vec![OrderEdit::TaxTemplate(Some(name).filter(|name| !name.is_empty()))]);
                    },
                    on_close: close,
                }
            }
        }
        Over::Note => rsx! { OrderNote { note: order.note, problem, on_edit, on_close: close } },
        Over::Coupon => rsx! { Coupon { coupon: order.coupon, problem, on_edit, on_close: close } },
        Over::Why(at) => match order.lines.get(at).cloned() {
            Some(line) => rsx! { WhyLine { order, line, on_change } },
            None => rsx! {},
        },
        Over::WhyTotal => rsx! { WhyTotal { order, on_close: close } },
        Over::Menu => rsx! { Menu { order, on_change, on_ask } },
    }
}

/// One of a few names; choosing one closes the sheet.
#[component]
fn Choose(
    title: String,
    choices: Vec<ChoiceView>,
    chosen: String,
    on_pick: EventHandler<String>,
    on_close: EventHandler<()>,
) -> Element {
    rsx! {
        Sheet { title, on_close,
            Rows { full: true,
                for choice in choices {
                    Row {
                        key: "{choice.name}",
                        end: (choice.name == chosen).then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
                        name: choice.label,
                        on_press: move |()| on_pick.call(choice.name.clone()),
                    }
                }
            }
        }
    }
}

#[component]
fn Unit(
    order: OrderView,
    line: usize,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_close: EventHandler<()>,
) -> Element {
    let Some(view) = typing::line(&order, line).cloned() else { return rsx! {} };
    let choices = view
        .uoms
        .iter()
        .map(|unit| ChoiceView {
            name: unit.uom.clone(),
            label: units::name_of(&unit.uom, unit.conversion_factor),
        })
        .collect::<Vec<_>>();
    rsx! {
        Choose {
            title: tr!("order-unit-of", name: view.item_name),
            choices,
            chosen: view.uom,
            on_pick: move |uom| on_edit.call(vec![OrderEdit::Uom { line, uom }]),
            on_close,
        }
    }
}

#[component]
fn Delivery(
    order: OrderView,
    today: NaiveDate,
    problem: Option<Problem>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_close: EventHandler<()>,
) -> Element {
    let days = (0..7).filter_map(|day| today.checked_add_days(Days::new(day)));
    let wrong = problem.is_some();
    rsx! {
        Sheet { title: tr!("order-delivery"), on_close,
            Rows { full: true,
                for day in days {
                    Row {
                        key: "{day}",
                        name: dates::near(day, today),
                        end: rsx! {
                            if day == order.delivery_date {
                                Icon { glyph: Glyph::Check, class: "text-accent-ink" }
                            } else {
                                span { class: "s-meta", {dates::day(day, today)} }
                            }
                        },
                        on_press: move |()| on_edit.call(vec![OrderEdit::DeliveryDate(day)]),
                    }
                }
            }
            div { class: if wrong { "s-field is-wrong mt-3" } else { "s-field mt-3" },
                label { r#for: "order-delivery-day", {tr!("order-delivery-other")} }
                input {
                    id: "order-delivery-day",
                    r#type: "date",
                    min: "{today}",
                    initial_value: "{order.delivery_date}",
                    "aria-invalid": wrong.then_some("true"),
                    onchange: move |event| {
                        if let Ok(day) = event.value().parse::<NaiveDate>() {
                            on_edit.call(vec![OrderEdit::DeliveryDate(day)]);
                        }
                    },
                }
                if let Some(problem) = problem {
                    p { class: "why", role: "alert", {problem.words()} }
                }
            }
        }
    }
}

/// The note is saved while it is typed.
#[component]
fn OrderNote(
    note: String,
    problem: Option<Problem>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_close: EventHandler<()>,
) -> Element {
    rsx! {
        Sheet {
            title: tr!("order-note"),
            foot: rsx! { Action { label: tr!("order-note-done"), on_press: on_close } },
            on_close,
            TextArea {
                id: "order-note",
                label: tr!("order-note-label"),
                text: note,
                help: tr!("order-note-help"),
                error: problem.map(|problem| problem.words()),
                on_type: move |text| on_edit.call(vec![OrderEdit::Note(text)]),
            }
        }
    }
}

#[component]
fn Coupon(
    coupon: String,
    problem: Option<Problem>,
    on_edit: EventHandler<Vec<OrderEdit>>,
    on_close: EventHandler<()>,
) -> Element {
    let there = !coupon.is_empty();
    let mut typed = use_signal(|| coupon.clone());
    rsx! {
        Sheet {
            title: tr!("order-coupon"),
            foot: rsx! {
                Actions {
                    if there {
                        Button {
                            label: tr!("order-coupon-remove"),
                            kind: ButtonKind::Hand,
                            on_press: move |()| on_edit.call(vec![OrderEdit::Coupon(None)]),
                        }
                    }
                    Action {
                        label: tr!("order-coupon-use"),
                        off: typed.read().trim().is_empty(),
                        on_press: move |()| on_edit.call(vec![OrderEdit::Coupon(Some(typed().trim().to_owned()))]),
                    }
                }
            },
            on_close,
            Field {
                id: "order-coupon",
                label: tr!("order-coupon-label"),
                text: coupon,
                error: problem.map(|problem| problem.words()),
                on_type: move |text| typed.set(text),
            }
        }
    }
}

#[component]
fn Menu(order: OrderView, on_change: EventHandler<Change>, on_ask: EventHandler<Ask>) -> Element {
    let close = move |()| on_change.call(Change::Close);
    rsx! {
        Sheet { title: tr!("order-more"), sub: order.customer_name.clone(), on_close: close,
            Rows {
                NavRow {
                    glyph: Glyph::UserRound,
                    name: tr!("order-customer"),
                    meta: order.price_list.clone(),
                    on_press: move |()| on_ask.call(Ask::Customer),
                }
                if !order.lines.is_empty() {
                    NavRow {
                        glyph: Glyph::Info,
                        name: tr!("order-why-total"),
                        on_press: move |()| on_change.call(Change::Show(Over::WhyTotal, Default::default())),
                    }
                }
            }
            div { class: "mt-3 border-t border-line pt-3",
                Button {
                    label: tr!("order-discard"),
                    kind: ButtonKind::Hand,
                    glyph: Glyph::Trash2,
                    on_press: move |()| on_ask.call(Ask::Discard),
                }
            }
        }
    }
}
