//! What the way of the day looks like.

use super::Deed;
use super::drag::Drag;
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{dates, distance, links};
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{DayRouteView, RouteView, VisitStop};
use std::rc::Rc;

#[component]
pub fn View(
    shown: Asked<DayRouteView>,
    problem: Option<Problem>,
    on_back: EventHandler<()>,
    on_open: EventHandler<String>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let sub = match &shown {
        Asked::Ready(day) => summary(day).map(|words| rsx! { "{words}" }),
        _ => None,
    };
    rsx! {
        Screen {
            Head { title: tr!("route-title"), sub, on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 5 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("today-failed"), text: problem.words() }
                    },
                    Asked::Ready(day) if day.stops.is_empty() => rsx! {
                        Empty { title: tr!("route-none"), text: tr!("route-none-text") }
                    },
                    Asked::Ready(day) => rsx! { Way { day, problem, on_open, on_deed } },
                }
            }
        }
    }
}

fn summary(day: &DayRouteView) -> Option<String> {
    let stops = (!day.stops.is_empty()).then(|| tr!("route-stops", count: day.stops.len()))?;
    Some(match day.route.total_m {
        Some(total) => format!("{stops} · {}", tr!("route-total", distance: distance(total))),
        None => stops,
    })
}

#[component]
fn Way(
    day: DayRouteView,
    problem: Option<Problem>,
    on_open: EventHandler<String>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let places: Vec<(String, String)> =
        day.stops.iter().filter_map(|stop| stop.position.clone()).collect();
    rsx! {
        if let Some(problem) = problem {
            div { class: "px-4 pt-2",
                Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
            }
        }
        Tooling { route: day.route.clone(), maps: links::way(&places), on_deed }
        Stops { stops: day.stops, on_open, on_deed }
        p { class: "s-pad s-cap pt-3 pb-6", {tr!("route-straight")} }
    }
}

/// Who chose the order, and the map.
#[component]
fn Tooling(route: RouteView, maps: Option<String>, on_deed: EventHandler<Deed>) -> Element {
    rsx! {
        div { class: "s-pad pt-1 pb-2 flex flex-wrap items-center gap-2",
            if let Some(href) = maps {
                a { class: "s-btn is-soft", href, target: "_blank", rel: "noopener",
                    Icon { glyph: Glyph::Navigation }
                    span { {tr!("route-maps")} }
                }
            }
            if route.by_hand {
                Button {
                    label: tr!("route-anew"),
                    glyph: Glyph::RotateCcw,
                    on_press: move |()| on_deed.call(Deed::Anew),
                }
            }
        }
        p { class: "s-pad s-meta pb-2", role: "status",
            if route.by_hand { {tr!("route-by-hand")} } else { {tr!("route-by-plan")} }
        }
    }
}

/// The stops, to be carried by their handles or moved with their buttons.
#[component]
fn Stops(
    stops: Vec<VisitStop>,
    on_open: EventHandler<String>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let count = stops.len();
    let mut drag = use_signal(|| None::<Drag>);
    let mut list = use_signal(|| None::<Rc<MountedData>>);
    let mut told = use_signal(String::new);
    let events: Vec<String> = stops.iter().map(|stop| stop.event.clone()).collect();
    let take_up = move |(place, at): (usize, f64)| async move {
        let Some(list) = list.cloned() else { return };
        if let Ok(area) = list.get_client_rect().await {
            #[expect(clippy::cast_precision_loss, reason = "rows of a day")]
            let row = area.height() / count.max(1) as f64;
            drag.set(Some(Drag::begin(place, at, row)));
        }
    };
    let put_down = move |_: Event<PointerData>| {
        let Some(carried) = drag.write().take() else { return };
        let to = carried.to(count);
        if let Some(event) = events.get(carried.from).filter(|_| to != carried.from) {
            on_deed.call(Deed::Move(event.clone(), to));
        }
    };
    rsx! {
        ol {
            class: "s-rows s-route",
            style: "--from:3rem",
            onmounted: move |event| list.set(Some(event.data())),
            onpointermove: move |event| {
                if let Some(carried) = drag() {
                    drag.set(Some(carried.moved(event.client_coordinates().y)));
                }
            },
            onpointerup: put_down,
            onpointercancel: move |_| drag.set(None),
            onpointerleave: move |_| drag.set(None),
            for (place, stop) in stops.into_iter().enumerate() {
                Stop {
                    key: "{stop.event}",
                    stop,
                    place,
                    count,
                    drag: drag(),
                    on_open,
                    on_take: take_up,
                    on_move: move |(event, name, to): (String, String, usize)| {
                        told.set(tr!("route-moved", customer: name, place: to + 1, count: count));
                        on_deed.call(Deed::Move(event, to));
                    },
                }
            }
        }
        p { class: "sr-only", "aria-live": "polite", "{told}" }
    }
}

#[component]
fn Stop(
    stop: VisitStop,
    place: usize,
    count: usize,
    drag: Option<Drag>,
    on_open: EventHandler<String>,
    on_take: EventHandler<(usize, f64)>,
    on_move: EventHandler<(String, String, usize)>,
) -> Element {
    let name = stop.customer_name.clone();
    let move_to = {
        let (event, name) = (stop.event.clone(), name.clone());
        move |to: usize| on_move.call((event.clone(), name.clone(), to))
    };
    let (up, down) = (move_to.clone(), move_to);
    let carried = drag.is_some_and(|drag| drag.from == place);
    let transform = match drag {
        Some(drag) if carried => format!("translateY({:.0}px)", drag.shift()),
        Some(drag) => format!("translateY({}%)", drag.aside(place, count) * 100),
        None => "none".to_owned(),
    };
    let customer = stop.customer.clone();
    let carry = tr!("route-carry", customer: name.clone());
    rsx! {
        li {
            class: if carried { "flex items-center is-carried" } else { "flex items-center" },
            transform: "{transform}",
            span {
                class: "s-handle",
                "aria-hidden": "true",
                title: "{carry}",
                onpointerdown: move |event| {
                    event.prevent_default();
                    on_take.call((place, event.client_coordinates().y));
                },
                Icon { glyph: Glyph::GripVertical }
            }
            button {
                class: "s-row is-plain flex-1 min-w-0 ps-0!",
                r#type: "button",
                onclick: move |_| on_open.call(customer.clone()),
                span { class: "min-w-0",
                    span { class: "s-name block s-line1", bdi { "{stop.customer_name}" } }
                    Facts { stop: stop.clone() }
                }
            }
            IconButton {
                glyph: Glyph::ChevronUp,
                label: tr!("route-up", customer: name.clone()),
                off: place == 0,
                on_press: move |()| up(place.saturating_sub(1)),
            }
            IconButton {
                glyph: Glyph::ChevronDown,
                label: tr!("route-down", customer: name),
                off: place + 1 >= count,
                on_press: move |()| down(place + 1),
            }
        }
    }
}

/// The agreed time, the way from the stop before, and when the rep gets there if that is too late.
#[component]
fn Facts(stop: VisitStop) -> Element {
    let agreed = stop.at.map(dates::time);
    let far = stop.distance_m.map(distance);
    let facts: Vec<String> = agreed.into_iter().chain(far).collect();
    let late = stop.arrives.filter(|_| stop.late_min > 0);
    rsx! {
        span { class: "s-meta block s-line1",
            for (n, fact) in facts.iter().enumerate() {
                if n > 0 {
                    " · "
                }
                "{fact}"
            }
            if facts.is_empty() {
                bdi { "{stop.place}" }
            }
        }
        if let Some(arrives) = late {
            span { class: "block pt-0.5",
                StateWord {
                    word: tr!("route-late", time: dates::time(arrives)),
                    glyph: Glyph::Clock,
                    tone: Tone::Waiting,
                }
            }
        }
    }
}
