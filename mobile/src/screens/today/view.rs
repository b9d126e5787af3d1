//! What Today looks like.

use super::plan::{Missed, Near, Stop, Visited, WITH_TIME};
use super::visit::{Next, Visiting};
use super::{Deed, Way};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{dates, money};
use crate::screens::permit::Permit;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{AgendaRow, DraftRow, OrderRow, ReceiptOf, TaskRow, TodayView, VisitStop};
use satchel_devices::permission::Permission;

#[component]
pub fn View(
    shown: Asked<TodayView>,
    wrong: Option<Problem>,
    on_way: EventHandler<Way>,
    on_deed: EventHandler<Deed>,
    /// What a supervisor sees besides.
    #[props(default)]
    team: Option<Element>,
    /// Whether ways are recorded.
    #[props(default)]
    track: Option<Element>,
    base: Element,
) -> Element {
    let date = match &shown {
        Asked::Ready(today) => Some(today.date),
        _ => None,
    };
    let sub = match &shown {
        Asked::Ready(today) => {
            let (date, who) = (dates::long(today.date), today.who.clone());
            Some(rsx! { "{date} · " bdi { "{who}" } })
        }
        _ => None,
    };
    rsx! {
        Screen {
            Head { title: tr!("today-title"), sub,
                if let Some(date) = date {
                    IconButton {
                        glyph: Glyph::ReceiptText,
                        label: tr!("report-day"),
                        on_press: move |()| on_way.call(Way::Report(ReceiptOf::Day(date))),
                    }
                }
                IconButton {
                    glyph: Glyph::Search,
                    label: tr!("today-search"),
                    on_press: move |()| on_way.call(Way::Customers),
                }
                IconButton {
                    glyph: Glyph::CalendarDays,
                    label: tr!("today-calendar"),
                    on_press: move |()| on_way.call(Way::Calendar),
                }
            }
            Body {
                {track}
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 7 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("today-failed"), text: problem.words() }
                    },
                    Asked::Ready(today) => rsx! { Day { today, wrong, on_way, on_deed } },
                }
                {team}
            }
            {base}
        }
    }
}

#[component]
fn Day(
    today: TodayView,
    wrong: Option<Problem>,
    on_way: EventHandler<Way>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let date = today.date;
    let next = today.stops.iter().position(|stop| !stop.done);
    let after: Vec<VisitStop> = match next {
        Some(place) => today.stops.iter().skip(place + 1).filter(|s| !s.done).cloned().collect(),
        None => Vec::new(),
    };
    let then_title = if today.visit.is_some() { tr!("today-planned") } else { tr!("today-then") };
    // While the rep is at a customer the next stop waits in the list.
    let then: Vec<VisitStop> = match (&today.visit, next.and_then(|at| today.stops.get(at))) {
        (Some(_), Some(stop)) => std::iter::once(stop.clone()).chain(after).collect(),
        _ => after,
    };
    let stop = next.and_then(|place| today.stops.get(place)).cloned();
    rsx! {
        Sold { today: today.clone(), next }
        Permit { permission: Permission::Location }
        if let Some(near) = today.near.clone() {
            Near { near, on_way, on_deed }
        }
        section { class: "s-pad pt-4", "aria-live": "polite",
            if let Some(problem) = wrong {
                div { class: "pb-3", Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() } }
            }
            if let Some(visit) = today.visit.clone() {
                Visiting { visit, on_way, on_deed }
            } else if let Some(stop) = stop {
                Next { stop, on_way, on_deed }
            } else {
                Over { any: !today.stops.is_empty(), on_way }
            }
        }
        if !then.is_empty() {
            Section {
                title: then_title,
                action: tr!("today-route"),
                on_action: move |()| on_way.call(Way::Route),
            }
            div { class: "s-rows", style: "--from:4.75rem",
                for stop in then {
                    Stop { key: "{stop.event}", stop, on_way }
                }
            }
        }
        if !today.events.is_empty() {
            Section { title: tr!("today-events") }
            div { class: "s-rows", style: "--from:4.75rem",
                for event in today.events {
                    Entry { key: "{event.event}{event.starts_on}", event, on_way }
                }
            }
        }
        Visited { visits: today.visited, on_way }
        Missed { visits: today.missed, date, on_way }
        PickUp { drafts: today.drafts, needs_hand: today.needs_hand, date, on_way }
        if !today.tasks.is_empty() {
            Section { title: tr!("today-tasks") }
            Rows {
                for task in today.tasks {
                    Task { key: "{task.name}", task, date, on_way }
                }
            }
        }
        div { class: "h-6" }
    }
}

/// The figure of the day and how far the rep has come.
#[component]
fn Sold(today: TodayView, next: Option<usize>) -> Element {
    let (all, done) = (today.stops.len(), today.stops.iter().filter(|stop| stop.done).count());
    let figure = money(today.sold.amount, &today.sold.currency);
    rsx! {
        section { class: "s-pad pt-1 pb-1", "aria-label": tr!("today-so-far"),
            div { class: "flex items-end justify-between gap-3",
                div { class: "min-w-0",
                    p { class: "s-figure", bdi { "{figure}" } }
                    p { class: "s-meta mt-0.5", {tr!("today-sold-in", count: today.sold_orders)} }
                }
                if all > 0 {
                    div { class: "text-end shrink-0",
                        p { class: "s-lead", {tr!("today-of", done: done, all: all)} }
                        p { class: "s-meta", {tr!("today-visits", count: all)} }
                    }
                }
            }
            if all > 0 {
                div {
                    class: "s-day mt-3",
                    role: "img",
                    "aria-label": tr!("today-progress", done: done, all: all),
                    for (place, stop) in today.stops.iter().enumerate() {
                        i {
                            key: "{place}",
                            class: if stop.done { "done" } else if Some(place) == next { "next" } else { "" },
                        }
                    }
                }
            }
        }
    }
}

/// No stop is left, or there was none.
#[component]
fn Over(any: bool, on_way: EventHandler<Way>) -> Element {
    let (title, text) = if any {
        (tr!("today-all-done"), tr!("today-all-done-text"))
    } else {
        (tr!("today-free"), tr!("today-free-text"))
    };
    rsx! {
        div { class: "s-card p-4",
            h2 { class: "s-title", "{title}" }
            p { class: "s-meta mt-1", "{text}" }
            div { class: "flex flex-wrap gap-2 mt-3.5",
                Button {
                    label: tr!("today-new-order"),
                    kind: ButtonKind::Accent,
                    glyph: Glyph::Plus,
                    class: "flex-1",
                    on_press: move |()| on_way.call(Way::NewOrder),
                }
                Button {
                    label: tr!("today-customers"),
                    glyph: Glyph::Store,
                    on_press: move |()| on_way.call(Way::Customers),
                }
            }
        }
    }
}

#[component]
fn Entry(event: AgendaRow, on_way: EventHandler<Way>) -> Element {
    let at = if event.all_day { String::new() } else { dates::time(event.starts_on.time()) };
    let until = match event.ends_on {
        Some(end) if !event.all_day => tr!("today-until", time: dates::time(end.time())),
        _ => tr!("today-all-day"),
    };
    rsx! {
        button {
            class: "s-row",
            r#type: "button",
            style: WITH_TIME,
            onclick: move |_| on_way.call(Way::Calendar),
            span { class: "s-meta self-start pt-px font-medium", "{at}" }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{event.subject}" } }
                span { class: "s-meta block s-line1", "{until}" }
            }
            span {}
        }
    }
}

#[component]
fn PickUp(
    drafts: Vec<DraftRow>,
    needs_hand: Vec<OrderRow>,
    date: NaiveDate,
    on_way: EventHandler<Way>,
) -> Element {
    rsx! {
        if !(drafts.is_empty() && needs_hand.is_empty()) {
            Section { title: tr!("today-pick-up") }
            Rows {
                for order in needs_hand {
                    Refused { key: "{order.uid}", order, on_way }
                }
                for draft in drafts {
                    Draft { key: "{draft.uid}", draft, date, on_way }
                }
            }
        }
    }
}

#[component]
fn Refused(order: OrderRow, on_way: EventHandler<Way>) -> Element {
    let due = money(order.due.amount, &order.due.currency);
    let uid = order.uid.clone();
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::Hand), tone: Tone::Hand } },
            name: format!("{} · {}", order.customer_name, order.number),
            meta: rsx! {
                if order.refusal.is_empty() {
                    {tr!("state-needs-hand")}
                } else {
                    {tr!("today-office-said")}
                    " "
                    bdi { "{order.refusal}" }
                }
            },
            end: rsx! { span { class: "s-num", "{due}" } },
            on_press: move |()| on_way.call(Way::Order(uid.clone())),
        }
    }
}

#[component]
fn Draft(draft: DraftRow, date: NaiveDate, on_way: EventHandler<Way>) -> Element {
    let due = money(draft.due.amount, &draft.due.currency);
    let (day, time) = (dates::near(draft.at.date_naive(), date), dates::time(draft.at.time()));
    let uid = draft.uid.clone();
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::PencilLine) } },
            name: draft.customer_name,
            meta: rsx! { {tr!("today-draft", count: draft.lines, day: day, time: time)} },
            end: rsx! { span { class: "s-num", "{due}" } },
            on_press: move |()| on_way.call(Way::Draft(uid.clone())),
        }
    }
}

#[component]
fn Task(task: TaskRow, date: NaiveDate, on_way: EventHandler<Way>) -> Element {
    let key = task.name.clone();
    let late = task.due.is_some_and(|due| due < date);
    let about = if task.customer_name.is_empty() {
        task.project_name.clone()
    } else {
        task.customer_name.clone()
    };
    let due = task.due.map(|due| dates::near(due, date)).unwrap_or_default();
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::ListTodo) } },
            name: task.subject,
            meta: rsx! { bdi { "{about}" } },
            end: rsx! {
                if late {
                    StateWord { word: tr!("today-late", day: due), glyph: Glyph::CircleAlert, tone: Tone::Waiting }
                } else {
                    span { class: "s-meta", "{due}" }
                }
            },
            on_press: move |()| on_way.call(Way::Report(ReceiptOf::Task(key.clone()))),
        }
    }
}
