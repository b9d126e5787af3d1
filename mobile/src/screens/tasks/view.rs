//! What the tasks look like.

use super::groups::{Due, Line, lines};
use crate::ask::Asked;
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::TaskRow;
use std::rc::Rc;

/// Height of a heading, in rem.
const HEADING: f64 = 3.0;
/// Height of a task, in rem.
const TASK: f64 = 4.0;

#[component]
pub fn View(
    shown: Asked<Vec<TaskRow>>,
    today: NaiveDate,
    on_open: EventHandler<String>,
    base: Element,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("tasks-title") }
            match shown {
                Asked::Loading => rsx! { Body { Bones { rows: 7 } } },
                Asked::Failed(problem) => rsx! {
                    Body { Failed { title: tr!("tasks-failed"), text: problem.words() } }
                },
                Asked::Ready(tasks) if tasks.is_empty() => rsx! {
                    Body { Empty { title: tr!("tasks-none"), text: tr!("tasks-none-text") } }
                },
                Asked::Ready(tasks) => rsx! { List { lines: lines(tasks, today), today, on_open } },
            }
            {base}
        }
    }
}

#[component]
fn List(lines: Vec<Line>, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let heights: Rc<[f64]> = lines
        .iter()
        .map(|line| match line {
            Line::Heading(..) => HEADING,
            Line::Task(..) => TASK,
        })
        .collect();
    rsx! {
        VirtualList {
            name: tr!("tasks-title"),
            extent: Extent::Mixed(heights),
            row: move |place: usize| match lines.get(place).cloned() {
                Some(Line::Heading(due, count)) => rsx! {
                    Section { title: heading(due), note: count.to_string() }
                },
                Some(Line::Task(task, due)) => rsx! { Task { task, due, today, on_open } },
                None => rsx! {},
            },
        }
    }
}

fn heading(due: Due) -> String {
    match due {
        Due::Late => tr!("tasks-late"),
        Due::Today => tr!("date-today"),
        Due::Next => tr!("tasks-next"),
        Due::Later => tr!("tasks-later"),
        Due::Open => tr!("tasks-open"),
    }
}

#[component]
fn Task(task: TaskRow, due: Due, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let key = task.name.clone();
    let about = [task.customer_name.clone(), task.project_name.clone()];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let end = rsx! {
        if let Some(date) = task.due {
            match due {
                Due::Late => {
                    let days = today.signed_duration_since(date).num_days();
                    rsx! { span { class: "s-state is-waiting", {tr!("tasks-days-late", count: days)} } }
                }
                Due::Next => rsx! { span { class: "s-meta", {dates::short(date)} } },
                Due::Later => rsx! { span { class: "s-meta", {dates::day(date, today)} } },
                Due::Today | Due::Open => rsx! {},
            }
        }
        Priority { priority: task.priority.clone() }
    };
    rsx! {
        Row {
            lead: rsx! { Ring { percent: task.progress } },
            name: task.subject,
            meta: rsx! { bdi { {about.join(" · ")} } },
            end,
            on_press: move |()| on_open.call(key.clone()),
        }
    }
}

/// Only what is above the ordinary is worth a word. The words are those of ERPNext's Task.
#[component]
fn Priority(priority: String) -> Element {
    let (word, tone) = match priority.as_str() {
        "High" => (tr!("tasks-priority-high"), Tone::Quiet),
        "Urgent" => (tr!("tasks-priority-urgent"), Tone::Hand),
        _ => return rsx! {},
    };
    rsx! { StateWord { word, glyph: Glyph::ChevronUp, tone } }
}

/// How much is done.
#[component]
fn Ring(percent: u8) -> Element {
    // The circle of the drawing is 119.4 long.
    let drawn = f64::from(percent.min(100)) * 1.194;
    rsx! {
        span { class: "s-ring", role: "img", "aria-label": tr!("tasks-done", percent: percent.to_string()),
            svg { view_box: "0 0 44 44", "aria-hidden": "true",
                circle { cx: "22", cy: "22", r: "19" }
                if percent > 0 {
                    circle { cx: "22", cy: "22", r: "19", stroke_dasharray: "{drawn:.1} 200" }
                }
            }
            span { "aria-hidden": "true", "{percent}" }
        }
    }
}
