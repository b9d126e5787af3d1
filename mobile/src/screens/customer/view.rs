//! What the customer looks like.

use super::super::states::OrderStateWord;
use super::visits::Visits;
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{dates, links, money, quantity, units};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{
    BasketItem, CustomerDetail, CustomerVisit, MoneyView, OrderRow, VisitState,
};

/// What the rep asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Do {
    /// A new order, or on with the draft.
    Order,
    /// An order of what they usually buy.
    Usual,
    /// The lines of an earlier order, by uid or the office's name.
    Again(String),
    /// The rep arrives there.
    CheckIn,
    /// Its name, group, territory or tax number is to be changed.
    Change,
}

#[component]
pub fn View(
    shown: Asked<CustomerDetail>,
    #[props(default)] visits: Vec<CustomerVisit>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_do: EventHandler<Do>,
    on_back: EventHandler<()>,
    on_open_order: EventHandler<String>,
    #[props(default)] on_visit: EventHandler<String>,
) -> Element {
    match shown {
        Asked::Loading => rsx! {
            Screen {
                Head { title: "", on_back }
                Body { Bones { rows: 6 } }
            }
        },
        Asked::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("customer-title"), on_back }
                Body { Failed { title: tr!("customer-failed"), text: problem.words() } }
            }
        },
        Asked::Ready(detail) => rsx! {
            Ready { detail, visits, problem, today, on_do, on_back, on_open_order, on_visit }
        },
    }
}

#[component]
fn Ready(
    detail: CustomerDetail,
    visits: Vec<CustomerVisit>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_do: EventHandler<Do>,
    on_back: EventHandler<()>,
    on_open_order: EventHandler<String>,
    on_visit: EventHandler<String>,
) -> Element {
    let here = visits.iter().find(|visit| visit.state == VisitState::Open);
    let here = here.map(|visit| visit.uid.clone());
    let start =
        if detail.draft.is_some() { tr!("customer-go-on") } else { tr!("customer-new-order") };
    let glyph = if detail.draft.is_some() { Glyph::PencilLine } else { Glyph::Plus };
    rsx! {
        Screen {
            Head {
                title: detail.row.customer_name.clone(),
                sub: rsx! {
                    bdi { {about(&detail)} }
                },
                on_back,
                IconButton {
                    glyph: Glyph::PencilLine,
                    label: tr!("customer-change"),
                    on_press: move |()| on_do.call(Do::Change),
                }
            }
            Body {
                Facts { detail: detail.clone() }
                Reach { detail: detail.clone(), here, on_do, on_visit }
                if !detail.credit_note.is_empty() {
                    div { class: "px-4 pt-3",
                        Note { glyph: Glyph::MessageSquareText, text: detail.credit_note.clone() }
                    }
                }
                Figures { detail: detail.clone(), today }
                Contacts { detail: detail.clone() }
                Usual { basket: detail.basket.clone(), on_usual: move |()| on_do.call(Do::Usual) }
                Orders { orders: detail.orders.clone(), today, on_do, on_open_order }
                Visits { visits, today, on_visit }
                div { class: "h-5" }
            }
            Foot {
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                Action { label: start, glyph, on_press: move |()| on_do.call(Do::Order) }
            }
        }
    }
}

/// The group and the first line of the address.
fn about(detail: &CustomerDetail) -> String {
    let street = detail.addresses.first().and_then(|address| address.lines.first().cloned());
    let parts = [detail.row.customer_group.clone(), street.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[component]
fn Facts(detail: CustomerDetail) -> Element {
    rsx! {
        div { class: "s-pad pt-1 flex flex-wrap gap-2",
            if detail.row.local {
                Tag { text: tr!("customer-local"), glyph: Glyph::Clock, tone: Tone::Waiting }
            }
            if !detail.price_list.is_empty() {
                Tag { text: tr!("customer-prices", list: detail.price_list.clone()) }
            }
            if !detail.currency.is_empty() {
                Tag { text: detail.currency.clone() }
            }
            if !detail.row.territory.is_empty() {
                Tag { text: detail.row.territory.clone(), glyph: Glyph::MapPin }
            }
        }
    }
}

/// Arriving there, or the visit that goes on; call, mail and map, each where there is something to reach.
#[component]
fn Reach(
    detail: CustomerDetail,
    here: Option<String>,
    on_do: EventHandler<Do>,
    on_visit: EventHandler<String>,
) -> Element {
    let call = detail.contacts.iter().find_map(|contact| links::call(&contact.phone));
    let mail = detail.contacts.iter().find_map(|contact| links::mail(&contact.email));
    let map = detail
        .addresses
        .iter()
        .find_map(|address| links::map(address.position.as_ref(), &address.lines));
    rsx! {
        div { class: "s-pad pt-3",
            Tools {
                if let Some(visit) = here {
                    Tool {
                        glyph: Glyph::MapPin,
                        label: tr!("visit-goes-on"),
                        on_press: move |()| on_visit.call(visit.clone()),
                    }
                } else {
                    Tool {
                        glyph: Glyph::MapPin,
                        label: tr!("visit-check-in"),
                        on_press: move |()| on_do.call(Do::CheckIn),
                    }
                }
                if let Some(href) = call {
                    LinkTool { glyph: Glyph::Phone, label: tr!("customer-call"), href }
                }
                if let Some(href) = mail {
                    LinkTool { glyph: Glyph::Mail, label: tr!("customer-mail"), href }
                }
                if let Some(href) = map {
                    LinkTool { glyph: Glyph::Navigation, label: tr!("customer-map"), href }
                }
            }
        }
    }
}

/// A label, its figure, and a word below it that may be a warning.
type Cell = (String, String, Option<(String, bool)>);

/// What is owed, what credit is left, what the last order came to.
#[component]
fn Figures(detail: CustomerDetail, today: NaiveDate) -> Element {
    let mut cells: Vec<Cell> = Vec::new();
    if let Some(owes) = &detail.outstanding {
        let late = detail.days_late.map(|days| (tr!("customer-days-late", count: days), true));
        cells.push((tr!("customer-owes"), written(owes), late));
    }
    if let Some(limit) = &detail.credit_limit {
        let owed = detail.outstanding.as_ref().map_or(Decimal::ZERO, |owes| owes.amount);
        let left = MoneyView::new(limit.amount.saturating_sub(owed), limit.currency.clone());
        let of = tr!("customer-credit-of", amount: written(limit));
        cells.push((tr!("customer-credit-left"), written(&left), Some((of, false))));
    }
    if let Some(order) = detail.orders.first() {
        let day = dates::day(order.at.date_naive(), today);
        cells.push((tr!("customer-last-order"), written(&order.due), Some((day, false))));
    }
    if cells.is_empty() {
        return rsx! {};
    }
    rsx! {
        dl { class: "grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] mx-4 mt-4 border-y border-line",
            for (place, (label, figure, below)) in cells.into_iter().enumerate() {
                div {
                    key: "{place}",
                    class: if place == 0 { "py-3 pe-3 min-w-0" } else { "py-3 px-3 min-w-0 border-s border-line" },
                    dt { class: "s-meta", "{label}" }
                    dd { class: "s-lead mt-0.5 whitespace-nowrap", bdi { "{figure}" } }
                    if let Some((below, waits)) = below {
                        dd { class: if waits { "s-cap text-waiting! font-medium" } else { "s-cap" },
                            "{below}"
                        }
                    }
                }
            }
        }
    }
}

fn written(amount: &MoneyView) -> String {
    money(amount.amount, &amount.currency)
}

/// People and addresses in full.
#[component]
fn Contacts(detail: CustomerDetail) -> Element {
    if detail.contacts.is_empty() && detail.addresses.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("customer-contacts") }
        Rows { full: true,
            for (place, contact) in detail.contacts.into_iter().enumerate() {
                Row {
                    key: "c{place}",
                    name: if contact.name.is_empty() { contact.phone.clone() } else { contact.name.clone() },
                    meta: rsx! {
                        bdi { "{contact.role}" }
                        if !contact.role.is_empty() && !contact.phone.is_empty() {
                            " · "
                        }
                        bdi { "{contact.phone}" }
                    },
                }
            }
            for (place, address) in detail.addresses.into_iter().enumerate() {
                div { key: "a{place}", class: "s-row is-plain",
                    address { class: "not-italic s-meta wrap-anywhere",
                        for (n, line) in address.lines.into_iter().enumerate() {
                            span { key: "{n}", class: "block", bdi { "{line}" } }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Usual(basket: Vec<BasketItem>, on_usual: EventHandler<()>) -> Element {
    if basket.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section {
            title: tr!("customer-usual"),
            action: tr!("customer-order-usual"),
            on_action: on_usual,
        }
        Rows {
            for item in basket.into_iter().take(8) {
                Row {
                    key: "{item.item_code} {item.uom}",
                    lead: rsx! { Tile { face: Face::of_item(&item.art, &item.item_name) } },
                    name: item.item_name.clone(),
                    meta: rsx! {
                        span { class: "s-code", "{item.item_code}" }
                        " · "
                        bdi { {units::name(&item.uom)} }
                    },
                    end: rsx! { span { class: "s-num", {quantity(item.qty)} } },
                }
            }
        }
    }
}

#[component]
fn Orders(
    orders: Vec<OrderRow>,
    today: NaiveDate,
    on_do: EventHandler<Do>,
    on_open_order: EventHandler<String>,
) -> Element {
    rsx! {
        Section { title: tr!("customer-orders") }
        if orders.is_empty() {
            p { class: "s-pad s-meta", {tr!("customer-no-orders")} }
        }
        Rows { full: true,
            for order in orders {
                Order { key: "{order.uid}{order.number}", order, today, on_do, on_open_order }
            }
        }
    }
}

#[component]
fn Order(
    order: OrderRow,
    today: NaiveDate,
    on_do: EventHandler<Do>,
    on_open_order: EventHandler<String>,
) -> Element {
    let open = order.uid.clone();
    let again = if order.uid.is_empty() { order.number.clone() } else { order.uid.clone() };
    let day = dates::day(order.at.date_naive(), today);
    let name = tr!("customer-order-again-of", number: order.number.clone());
    let words = rsx! {
        span { class: "min-w-0",
            span { class: "s-name block s-code s-line1", "{order.number}" }
            span { class: "s-meta block s-line1",
                "{day}"
                if order.lines > 0 {
                    " · "
                    {tr!("customer-lines", count: order.lines)}
                }
            }
        }
        span { class: "s-end",
            span { class: "s-num", {written(&order.due)} }
            OrderStateWord { state: order.state }
        }
    };
    rsx! {
        div { class: "flex items-center pe-1",
            // What only the office has can be ordered again, but there is no more of it to show.
            if open.is_empty() {
                div { class: "s-row is-plain flex-1 min-w-0", {words} }
            } else {
                button {
                    class: "s-row is-plain flex-1 min-w-0",
                    r#type: "button",
                    onclick: move |_| on_open_order.call(open.clone()),
                    {words}
                }
            }
            IconButton {
                glyph: Glyph::Repeat,
                label: name,
                class: "text-accent-ink",
                on_press: move |()| on_do.call(Do::Again(again.clone())),
            }
        }
    }
}
