//! The card of Today: the visit that goes on, or the next one.

use super::{Deed, Way};
use crate::components::*;
use crate::format::{dates, distance, money};
use crate::screens::states::NoPosition;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{ReceiptOf, VisitStop, VisitView};

/// The next stop, with the way there.
#[component]
pub fn Next(stop: VisitStop, on_way: EventHandler<Way>, on_deed: EventHandler<Deed>) -> Element {
    let at = stop.at.map(dates::time);
    let facts: Vec<String> = stop
        .distance_m
        .map(distance)
        .into_iter()
        .chain(Some(stop.place.clone()).filter(|place| !place.is_empty()))
        .collect();
    let usual = stop.usual.as_ref().map(|(low, high, currency)| {
        if low == high {
            tr!("today-usually", amount: money(*low, currency))
        } else {
            tr!("today-usually-between", low: money(*low, currency), high: money(*high, currency))
        }
    });
    let owes = stop
        .overdue
        .as_ref()
        .map(|due| tr!("today-owes", amount: money(due.amount, &due.currency)));
    let (customer, event) = (stop.customer.clone(), stop.event.clone());
    let open = stop.customer.clone();
    rsx! {
        div { class: "s-card p-4",
            button {
                class: "block w-full text-start",
                r#type: "button",
                onclick: move |_| on_way.call(Way::Customer(open.clone())),
                p { class: "s-meta s-line1",
                    if let Some(at) = at {
                        b { class: "font-semibold text-base-content", "{at}" }
                    }
                    for fact in facts {
                        " · "
                        bdi { "{fact}" }
                    }
                }
                h2 { class: "s-title mt-0.5 s-line2", bdi { "{stop.customer_name}" } }
                p { class: "s-meta mt-1.5 flex flex-wrap gap-x-3 gap-y-1",
                    if let Some(usual) = usual {
                        span { "{usual}" }
                    }
                    if let Some(owes) = owes {
                        StateWord { word: owes, glyph: Glyph::CircleAlert, tone: Tone::Waiting }
                    }
                }
            }
            div { class: "flex flex-wrap gap-2 mt-3.5",
                Button {
                    label: tr!("visit-check-in"),
                    kind: ButtonKind::Accent,
                    glyph: Glyph::MapPin,
                    class: "flex-1",
                    on_press: move |()| on_deed.call(Deed::CheckIn(customer.clone(), event.clone())),
                }
                if let Some((latitude, longitude)) = stop.position {
                    a {
                        class: "s-btn px-0! w-12",
                        href: "geo:{latitude},{longitude}?q={latitude},{longitude}",
                        "aria-label": tr!("visit-directions"),
                        Icon { glyph: Glyph::Navigation }
                    }
                }
                if !stop.phone.is_empty() {
                    a {
                        class: "s-btn px-0! w-12",
                        href: "tel:{dialled(&stop.phone)}",
                        "aria-label": tr!("visit-call"),
                        Icon { glyph: Glyph::Phone }
                    }
                }
            }
        }
    }
}

/// The visit that goes on: sell, then leave.
#[component]
pub fn Visiting(
    visit: VisitView,
    on_way: EventHandler<Way>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let since = dates::time(visit.since.time());
    let (open, order) = (visit.uid.clone(), visit.customer.clone());
    let (uid, note) = (visit.uid.clone(), visit.uid.clone());
    rsx! {
        div { class: "s-card p-4",
            button {
                class: "block w-full text-start",
                r#type: "button",
                onclick: move |_| on_way.call(Way::Visit(open.clone())),
                p { class: "s-meta",
                    {tr!("visit-here-since", time: since)}
                    if visit.pictures > 0 {
                        " · "
                        {tr!("visit-pictures", count: visit.pictures)}
                    }
                }
                h2 { class: "s-title mt-0.5 s-line2", bdi { "{visit.customer_name}" } }
            }
            NoPosition { why: visit.no_position.clone() }
            div { class: "flex flex-wrap gap-2 mt-3.5",
                Button {
                    label: tr!("today-new-order"),
                    kind: ButtonKind::Accent,
                    glyph: Glyph::Plus,
                    class: "flex-1",
                    on_press: move |()| on_way.call(Way::OrderFor(order.clone())),
                }
                Button {
                    label: tr!("report-visit"),
                    glyph: Glyph::ReceiptText,
                    on_press: move |()| on_way.call(Way::Report(ReceiptOf::Visit(note.clone()))),
                }
                PictureButton {
                    label: tr!("visit-picture"),
                    bare: true,
                    on_picture: move |content| on_deed.call(Deed::Picture(uid.clone(), content)),
                }
                Button {
                    label: tr!("visit-check-out"),
                    glyph: Glyph::LogOut,
                    on_press: move |()| on_deed.call(Deed::CheckOut),
                }
            }
        }
    }
}

/// The number as a `tel:` address takes it (RFC 3966): digits, the plus sign, `*`.
fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || "+*".contains(*c)).collect()
}
