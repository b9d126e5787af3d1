//! What a placed order looks like.

use super::booked::Booked;
use super::pictures::Pictures;
use super::state::{Change, Over, State};
use super::steps::steps;
use crate::ask::Asked;
use crate::components::*;
use crate::format::{dates, money};
use crate::screens::figures::{Delivery, LineEnd, counted, sums};
use crate::screens::receipt::ReceiptOnPaper;
use crate::screens::states::{NoPosition, OrderStateWord};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{LineView, OrderDetail, PlaceTaken, ReceiptView};
use satchel_domain::orders::OrderState;

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Opens, closes, types.
    Change(Change),
    /// Copies the lines into a new order.
    Again,
    /// Takes the order back, for the reason typed.
    Withdraw,
    /// Adds a picture, by its bytes.
    Picture(Vec<u8>),
}

#[component]
pub fn View(
    shown: Asked<OrderDetail>,
    receipt: Asked<ReceiptView>,
    #[props(default)] print: Option<Element>,
    state: State,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_deed: EventHandler<Deed>,
) -> Element {
    match shown {
        Asked::Loading => rsx! {
            Screen {
                Head { title: tr!("order-detail-title"), on_back }
                Body { Bones {} }
            }
        },
        Asked::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("order-detail-title"), on_back }
                Body { Failed { title: tr!("order-detail-failed"), text: problem.words() } }
            }
        },
        Asked::Ready(detail) => {
            rsx! { Order { detail, receipt, print, state, today, on_back, on_deed } }
        }
    }
}

#[component]
fn Order(
    detail: OrderDetail,
    receipt: Asked<ReceiptView>,
    #[props(default)] print: Option<Element>,
    state: State,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let row = detail.row.clone();
    let when =
        format!("{} {}", dates::near(row.at.date_naive(), today), dates::time(row.at.time()));
    let open = move |over: Over| on_deed.call(Deed::Change(Change::Over(over)));
    let problem = state.problem.clone().filter(|_| state.over != Over::Withdraw);
    rsx! {
        Screen {
            Head {
                title: row.customer_name.clone(),
                sub: rsx! { bdi { class: "s-code", "{row.number}" } " · " bdi { "{when}" } },
                on_back,
            }
            Body {
                div { class: "s-pad flex flex-wrap items-end justify-between gap-2 pt-1 pb-3",
                    span { class: "s-figure s-num", {money(row.due.amount, &row.due.currency)} }
                    span { role: "status", "aria-live": "polite", OrderStateWord { state: row.state } }
                }
                Advice { state: row.state, refusal: row.refusal.clone() }
                if let Some(booked) = detail.booked.clone() {
                    Booked { booked }
                }
                Section { title: tr!("order-detail-happened") }
                div { class: "s-pad", Steps { steps: steps(&detail, today) } }
                Taken { detail: detail.clone() }
                Pictures { pictures: detail.pictures.clone(), on_deed }
                Section {
                    title: tr!("order-detail-lines", count: detail.order.lines.len()),
                    action: tr!("order-detail-receipt"),
                    on_action: move |()| open(Over::Receipt),
                }
                Lines { detail: detail.clone() }
                div { class: "s-pad py-4 grid gap-4",
                    Sums { lines: sums(&detail.order) }
                    Delivery { order: detail.order.clone(), today }
                }
            }
            Foot {
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                Actions {
                    if detail.can_withdraw {
                        Button {
                            label: tr!("order-detail-withdraw"),
                            kind: ButtonKind::Hand,
                            on_press: move |()| open(Over::Withdraw),
                        }
                    }
                    Action {
                        label: tr!("order-detail-again"),
                        glyph: Glyph::Copy,
                        on_press: move |()| on_deed.call(Deed::Again),
                    }
                }
            }
            match state.over {
                Over::Nothing => rsx! {},
                Over::Receipt => rsx! {
                    Sheet {
                        title: tr!("order-detail-receipt"),
                        sub: row.number.clone(),
                        on_close: move |()| open(Over::Nothing),
                        div { class: "-mx-4", {print} }
                        div { class: "bg-base-200 py-5 -mx-4",
                            ReceiptOnPaper { number: row.number.clone(), receipt }
                        }
                    }
                },
                Over::Withdraw => rsx! { Withdraw { state, number: row.number.clone(), on_deed } },
            }
        }
    }
}

/// What the rep should know of the state: the office's own words, and what is safe.
#[component]
fn Advice(state: OrderState, refusal: String) -> Element {
    let next = match state {
        OrderState::NeedsHand => tr!("order-detail-next-hand"),
        OrderState::Waiting => tr!("order-detail-next-waiting"),
        OrderState::Sending => tr!("order-detail-next-sending"),
        OrderState::Checking => tr!("order-detail-next-checking"),
        OrderState::Draft | OrderState::Booked | OrderState::Withdrawn => return rsx! {},
    };
    rsx! {
        div { class: "s-pad grid gap-3",
            if state == OrderState::NeedsHand && !refusal.is_empty() {
                Note {
                    glyph: Glyph::MessageSquareText,
                    tone: Tone::Hand,
                    title: tr!("order-detail-office-says"),
                    text: refusal,
                }
            }
            p { class: "s-meta", "{next}" }
        }
    }
}

/// The signature and the place it was taken at, where there are any.
#[component]
fn Taken(detail: OrderDetail) -> Element {
    let name = tr!("order-detail-signature", customer: detail.row.customer_name.clone());
    let link = detail.position.as_ref().map(|PlaceTaken { latitude, longitude, .. }| {
        // RFC 5870, with the query that makes maps put a pin there.
        format!("geo:{latitude},{longitude}?q={latitude},{longitude}")
    });
    rsx! {
        if !detail.signature.is_empty() {
            Section { title: tr!("signature-name") }
            div { class: "s-pad", SignatureView { signature: detail.signature.clone(), name } }
        }
        div { class: "s-pad",
            NoPosition { why: detail.no_position.clone() }
            if let Some(ahead) = detail.clock_ahead_min {
                p { class: "s-meta pt-2",
                    if ahead > 0 {
                        {tr!("order-detail-clock-ahead", minutes: ahead)}
                    } else {
                        {tr!("order-detail-clock-behind", minutes: ahead.saturating_abs())}
                    }
                }
            }
        }
        if let Some(href) = link {
            div { class: "s-pad pt-2",
                a { class: "s-btn is-soft", href,
                    Icon { glyph: Glyph::MapPin }
                    span { {tr!("order-detail-map")} }
                }
            }
        }
    }
}

#[component]
fn Lines(detail: OrderDetail) -> Element {
    let currency = detail.order.currency.clone();
    rsx! {
        Rows {
            for (place, line) in detail.order.lines.into_iter().enumerate() {
                Row {
                    key: "{place}",
                    lead: rsx! { Tile { face: face(&line), tone: tone(&line) } },
                    name: line.item_name.clone(),
                    meta: rsx! { bdi { {counted(&line, &currency)} } },
                    end: rsx! { LineEnd { line: line.clone(), currency: currency.clone() } },
                }
            }
        }
    }
}

/// What a line's tile shows: its item, or that it is a gift.
fn face(line: &LineView) -> Face {
    if line.is_free_item {
        Face::Glyph(Glyph::Gift)
    } else {
        Face::of_item(&line.art, &line.item_name)
    }
}

fn tone(line: &LineView) -> Tone {
    if line.is_free_item { Tone::Rule } else { Tone::Quiet }
}

/// The question why an order is taken back. The reason is kept with it.
#[component]
fn Withdraw(state: State, number: String, on_deed: EventHandler<Deed>) -> Element {
    let has_reason = state.has_reason();
    rsx! {
        Sheet {
            title: tr!("order-detail-withdraw-title"),
            sub: number,
            on_close: move |()| on_deed.call(Deed::Change(Change::Over(Over::Nothing))),
            foot: rsx! {
                Action {
                    label: if has_reason { tr!("order-detail-withdraw-do") } else { tr!("order-detail-reason-missing") },
                    off: !has_reason,
                    danger: true,
                    on_press: move |()| on_deed.call(Deed::Withdraw),
                }
            },
            TextArea {
                id: "withdraw-reason",
                label: tr!("order-detail-reason"),
                help: tr!("order-detail-reason-help"),
                error: state.problem.as_ref().map(crate::ask::Problem::words),
                on_type: move |text| on_deed.call(Deed::Change(Change::Reason(text))),
            }
        }
    }
}
