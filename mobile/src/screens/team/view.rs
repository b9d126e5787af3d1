//! What the team looks like: the map above the list, beside it in a wide window.

use super::Way;
use super::lines::{Line, height, lines};
use super::words::{Flags, minutes, sums};
use crate::ask::Asked;
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{
    ReceiptOf, TeamDayView, TeamFilter, TeamMoment, TeamOrderLine, TeamPerson, TeamPlace,
    TeamRepView, TeamTaskLine, TeamVisitLine,
};
use std::rc::Rc;

#[component]
pub fn View(
    filter: TeamFilter,
    today: NaiveDate,
    day: Asked<TeamDayView>,
    people: Vec<TeamPerson>,
    map: Element,
    on_back: EventHandler<()>,
    on_step: EventHandler<i64>,
    on_person: EventHandler<Option<String>>,
    on_filter: EventHandler<()>,
    on_way: EventHandler<Way>,
    /// What is over the screen.
    #[props(default)]
    sheet: Option<Element>,
) -> Element {
    let before = rsx! {
        Summary { filter: filter.clone(), day: day.clone(), people, on_person, on_way }
    };
    rsx! {
        div { class: "s-team",
            section { class: "s-team-map", "aria-label": tr!("team-map"),
                {map}
                Top { filter: filter.clone(), today, on_back, on_step, on_filter }
            }
            div { class: "s-team-list",
                match day {
                    Asked::Loading => rsx! { main { class: "s-body", {before} Bones { rows: 5 } } },
                    Asked::Failed(problem) => rsx! {
                        main { class: "s-body",
                            {before}
                            Failed { title: tr!("team-failed"), text: problem.words() }
                        }
                    },
                    Asked::Ready(found) => {
                        let lines = lines(&filter, &found);
                        if lines.is_empty() {
                            rsx! {
                                main { class: "s-body",
                                    {before}
                                    Empty { title: tr!("team-none"), text: tr!("team-none-text") }
                                }
                            }
                        } else {
                            rsx! { List { lines, before, on_person, on_way } }
                        }
                    }
                }
            }
            {sheet}
        }
    }
}

/// The day that is looked at, over the map.
#[component]
fn Top(
    filter: TeamFilter,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_step: EventHandler<i64>,
    on_filter: EventHandler<()>,
) -> Element {
    let days = filter.until.signed_duration_since(filter.from).num_days() + 1;
    let title = match days {
        1 => dates::near(filter.from, today),
        _ => tr!(
            "team-days",
            from: dates::day(filter.from, today),
            until: dates::day(filter.until, today)
        ),
    };
    let narrowed = filter.customer.is_some() || filter.territory.is_some();
    rsx! {
        header { class: "absolute inset-x-0 top-0 z-2 flex items-center gap-2 p-2",
            div { class: "s-float rounded-xl",
                IconButton {
                    glyph: Glyph::ChevronLeft,
                    label: tr!("part-back"),
                    back: true,
                    on_press: move |()| on_back.call(()),
                }
            }
            div { class: "s-float flex-1 min-w-0 flex items-center rounded-xl",
                IconButton {
                    glyph: Glyph::ChevronLeft,
                    label: tr!("team-before"),
                    on_press: move |()| on_step.call(-days),
                }
                h1 { class: "s-name flex-1 min-w-0 s-line1 text-center", "{title}" }
                IconButton {
                    glyph: Glyph::ChevronRight,
                    label: tr!("team-after"),
                    on_press: move |()| on_step.call(days),
                }
            }
            div { class: if narrowed { "s-float rounded-xl text-accent-ink" } else { "s-float rounded-xl" },
                IconButton {
                    glyph: Glyph::SlidersHorizontal,
                    label: tr!("team-filter"),
                    on_press: move |()| on_filter.call(()),
                }
            }
        }
    }
}

/// Who there is, and what it comes to.
#[component]
fn Summary(
    filter: TeamFilter,
    day: Asked<TeamDayView>,
    people: Vec<TeamPerson>,
    on_person: EventHandler<Option<String>>,
    on_way: EventHandler<Way>,
) -> Element {
    let chosen = match filter.users.as_slice() {
        [user] => Some(user.clone()),
        _ => None,
    };
    let one_day = filter.from == filter.until;
    let report =
        chosen.clone().filter(|_| one_day).map(|user| ReceiptOf::TeamDay(filter.from, user));
    let reps = match &day {
        Asked::Ready(day) => day.reps.as_slice(),
        _ => &[],
    };
    let visits: u32 = reps.iter().map(|rep| rep.visits).sum();
    let flagged: u32 = reps.iter().map(|rep| rep.flagged).sum();
    let sold = match &day {
        Asked::Ready(day) => day.sold.as_slice(),
        _ => &[],
    };
    let all: u32 = people.iter().map(|person| person.visits).sum();
    let as_of = match &day {
        Asked::Ready(day) => day.as_of,
        _ => None,
    };
    rsx! {
        Chips { name: tr!("team-reps"),
            Chip {
                label: tr!("team-everyone"),
                count: all.to_string(),
                on: chosen.is_none(),
                on_press: move |()| on_person.call(None),
            }
            for person in people {
                Chip {
                    key: "{person.user}",
                    label: person.name.clone(),
                    count: person.visits.to_string(),
                    on: chosen.as_deref() == Some(&person.user),
                    on_press: move |()| on_person.call(Some(person.user.clone())),
                }
            }
        }
        div { class: "flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-2 pb-1.5 s-meta",
            span { {tr!("team-visits", count: visits)} }
            if !sold.is_empty() {
                span { class: "s-num font-semibold text-base-content", {sums(sold)} }
            }
            if flagged > 0 {
                span { class: "s-state is-hand",
                    Icon { glyph: Glyph::TriangleAlert }
                    {tr!("team-flagged", count: flagged)}
                }
            }
            if let Some(at) = as_of {
                span { {tr!("team-as-of", time: dates::moment(at, filter.until))} }
            }
            span { class: "ms-auto flex items-center",
                if let Some(of) = report {
                    IconButton {
                        glyph: Glyph::ReceiptText,
                        label: tr!("report-day"),
                        on_press: move |()| on_way.call(Way::Report(of.clone())),
                    }
                }
                Button {
                    label: tr!("team-figures"),
                    kind: ButtonKind::Text,
                    on_press: move |()| on_way.call(Way::Figures),
                }
            }
        }
    }
}

#[component]
fn List(
    lines: Vec<Line>,
    before: Element,
    on_person: EventHandler<Option<String>>,
    on_way: EventHandler<Way>,
) -> Element {
    let heights: Rc<[f64]> = lines.iter().map(height).collect();
    rsx! {
        VirtualList {
            name: tr!("team-title"),
            extent: Extent::Mixed(heights),
            before,
            row: move |place: usize| match lines.get(place).cloned() {
                Some(Line::Rep(rep)) => rsx! { Rep { rep, on_person } },
                Some(Line::Ends(rep)) => rsx! { Ends { rep } },
                Some(Line::Day(day)) => rsx! { Section { title: dates::long(day) } },
                Some(Line::Moment(TeamMoment::Visit(visit))) => rsx! { Visit { visit, on_way } },
                Some(Line::Moment(TeamMoment::Order(order))) => rsx! { Order { order } },
                Some(Line::Moment(TeamMoment::Task(task))) => rsx! { Task { task, on_way } },
                None => rsx! {},
            },
        }
    }
}

/// A rep of several, and how the day went.
#[component]
fn Rep(rep: TeamRepView, on_person: EventHandler<Option<String>>) -> Element {
    let user = rep.user.clone();
    // Of several days, two times of the clock say nothing.
    let span =
        rep.first.as_ref().zip(rep.last.as_ref()).filter(|(first, last)| same_day(first, last));
    rsx! {
        button {
            class: "s-row is-top",
            r#type: "button",
            onclick: move |_| on_person.call(Some(user.clone())),
            Tile { face: Face::Monogram(crate::format::monogram(&rep.name)) }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{rep.name}" } }
                span { class: "s-meta block s-line1",
                    {tr!("team-visits", count: rep.visits)}
                    " · "
                    {minutes(rep.minutes)}
                    if let Some((first, last)) = span {
                        " · "
                        {dates::time(first.at.time())}
                        " – "
                        {dates::time(last.at.time())}
                    }
                }
                if rep.flagged > 0 {
                    span { class: "s-state is-hand s-line1",
                        Icon { glyph: Glyph::TriangleAlert }
                        {tr!("team-flagged", count: rep.flagged)}
                    }
                }
            }
            span { class: "s-end", span { class: "s-num", {sums(&rep.sold)} } }
        }
    }
}

fn same_day(first: &TeamPlace, last: &TeamPlace) -> bool {
    first.at.date_naive() == last.at.date_naive()
}

/// Where the rep was first and last.
#[component]
fn Ends(rep: TeamRepView) -> Element {
    let Some((first, last)) = rep.first.zip(rep.last) else { return rsx! {} };
    let one_day = same_day(&first, &last);
    let end = |word: String, place: TeamPlace| {
        let day = if one_day {
            String::new()
        } else {
            format!("{} ", dates::short(place.at.date_naive()))
        };
        rsx! {
            p { class: "s-meta s-line1",
                span { class: "font-semibold text-base-content", "{word} {day}" {dates::time(place.at.time())} }
                " "
                bdi { "{place.customer_name}" }
            }
        }
    };
    rsx! {
        div { class: "px-4 pt-1.5 pb-2",
            {end(tr!("team-first"), first)}
            {end(tr!("team-last"), last)}
        }
    }
}

#[component]
fn Visit(visit: TeamVisitLine, on_way: EventHandler<Way>) -> Element {
    let id = visit.id;
    let flagged = !visit.flags.is_empty();
    let mark = if flagged { "s-stop is-flag" } else { "s-stop" };
    let end = match visit.until {
        Some(until) => {
            let passed = until.signed_duration_since(visit.from).num_minutes();
            let long = minutes(u32::try_from(passed).unwrap_or_default());
            let (from, until) = (dates::time(visit.from.time()), dates::time(until.time()));
            format!("{from} – {until} · {long}")
        }
        None => tr!("team-still-there", time: dates::time(visit.from.time())),
    };
    rsx! {
        button {
            class: "s-row is-top grid-cols-[1.75rem_minmax(0,1fr)_auto]!",
            r#type: "button",
            onclick: move |_| on_way.call(Way::Visit(id)),
            span { class: mark, "{visit.nth}" }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{visit.customer_name}" } }
                span { class: "s-meta block s-line1",
                    "{end}"
                    if visit.planned {
                        " · "
                        {tr!("team-planned")}
                    }
                }
                Flags { flags: visit.flags }
            }
            span { class: "s-end",
                if visit.sold.is_empty() {
                    span { class: "s-meta", {tr!("team-no-order")} }
                } else {
                    span { class: "s-num", {sums(&visit.sold)} }
                }
            }
        }
    }
}

#[component]
fn Order(order: TeamOrderLine) -> Element {
    let called = if order.receipt_no.is_empty() { &order.name } else { &order.receipt_no };
    let at = order.at.map(|at| dates::time(at.time())).unwrap_or_default();
    rsx! {
        div { class: "s-row is-top grid-cols-[1.75rem_minmax(0,1fr)_auto]!",
            Icon { glyph: Glyph::ReceiptText }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{order.customer_name}" } }
                span { class: "s-meta block s-line1", "{at} " bdi { class: "s-code", "{called}" } }
            }
            span { class: "s-end", span { class: "s-num", {sums(std::slice::from_ref(&order.total))} } }
        }
    }
}

#[component]
fn Task(task: TeamTaskLine, on_way: EventHandler<Way>) -> Element {
    let at = task.at.map(|at| dates::time(at.time())).unwrap_or_default();
    let key = task.key.clone();
    rsx! {
        button {
            class: "s-row is-top grid-cols-[1.75rem_minmax(0,1fr)_auto]!",
            r#type: "button",
            onclick: move |_| on_way.call(Way::Task(key.clone())),
            Icon { glyph: Glyph::ListChecks }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{task.subject}" } }
                span { class: "s-meta block s-line1",
                    "{at} "
                    {tr!("tasks-done", percent: task.progress.to_string())}
                }
            }
            span {}
        }
    }
}
