//! What the tasks look like.

use super::groups::{By, Due, Heading, Level, Line, lines};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::dates;
use crate::screens::task::priority;
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
    by: By,
    problem: Option<Problem>,
    today: NaiveDate,
    on_by: EventHandler<By>,
    on_open: EventHandler<String>,
    base: Element,
) -> Element {
    let at = By::ALL.iter().position(|one| *one == by).unwrap_or_default();
    rsx! {
        Screen {
            // The order stays with the head while the list scrolls.
            div { class: "row-start-2 min-w-0",
                Head { title: tr!("tasks-title") }
                div { class: "s-pad pb-2",
                    Segmented {
                        name: tr!("tasks-order"),
                        choices: vec![
                            tr!("tasks-by-due"),
                            tr!("tasks-by-project"),
                            tr!("tasks-by-priority"),
                            tr!("tasks-over"),
                        ],
                        at,
                        on_pick: move |place: usize| {
                            if let Some(by) = By::ALL.get(place) {
                                on_by.call(*by);
                            }
                        },
                    }
                }
                if let Some(problem) = problem {
                    div { class: "s-pad pb-2",
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                }
            }
            match shown {
                Asked::Loading => rsx! { Body { Bones { rows: 7 } } },
                Asked::Failed(problem) => rsx! {
                    Body { Failed { title: tr!("tasks-failed"), text: problem.words() } }
                },
                Asked::Ready(tasks) if tasks.is_empty() && by == By::Over => rsx! {
                    Body { Empty { title: tr!("tasks-none-over"), text: tr!("tasks-none-over-text") } }
                },
                Asked::Ready(tasks) if tasks.is_empty() => rsx! {
                    Body { Empty { title: tr!("tasks-none"), text: tr!("tasks-none-text") } }
                },
                Asked::Ready(tasks) => rsx! {
                    List { lines: lines(tasks, today, by), by, today, on_open }
                },
            }
            {base}
        }
    }
}

#[component]
fn List(lines: Vec<Line>, by: By, today: NaiveDate, on_open: EventHandler<String>) -> Element {
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
                Some(Line::Heading(of, count)) => rsx! {
                    Section { title: heading(of), note: count.to_string() }
                },
                Some(Line::Task(task, due)) => rsx! { Task { task, due, by, today, on_open } },
                None => rsx! {},
            },
        }
    }
}

fn heading(of: Heading) -> String {
    match of {
        Heading::Due(Due::Late) => tr!("tasks-late"),
        Heading::Due(Due::Today) => tr!("date-today"),
        Heading::Due(Due::Next) => tr!("tasks-next"),
        Heading::Due(Due::Later) => tr!("tasks-later"),
        Heading::Due(Due::Open) => tr!("tasks-open"),
        Heading::Project(true, _) => tr!("tasks-no-project"),
        Heading::Project(false, name) => name,
        Heading::Priority(Level::Urgent) => tr!("tasks-priority-urgent"),
        Heading::Priority(Level::High) => tr!("tasks-priority-high"),
        Heading::Priority(Level::Medium) => tr!("tasks-priority-medium"),
        Heading::Priority(Level::Low) => tr!("tasks-priority-low"),
        Heading::Over => tr!("tasks-over"),
    }
}

#[component]
fn Task(
    task: TaskRow,
    due: Due,
    by: By,
    today: NaiveDate,
    on_open: EventHandler<String>,
) -> Element {
    let key = task.name.clone();
    let about = if task.waits_for.is_empty() {
        let parts = [task.customer_name.clone(), task.project_name.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    } else {
        tr!("tasks-waits-for", task: task.waits_for.clone())
    };
    rsx! {
        Row {
            lead: rsx! { Ring { percent: task.progress } },
            name: task.subject.clone(),
            meta: rsx! { bdi { "{about}" } },
            end: rsx! { End { task, due, by, today } },
            on_press: move |()| on_open.call(key.clone()),
        }
    }
}

/// What tells tasks apart at a glance: the timer, what holds it up, when it is due, how much it matters.
#[component]
fn End(task: TaskRow, due: Due, by: By, today: NaiveDate) -> Element {
    if by == By::Over {
        let (word, glyph) = match task.status.as_str() {
            "Cancelled" => (tr!("task-status-cancelled"), Glyph::X),
            _ => (tr!("task-status-completed"), Glyph::Check),
        };
        return rsx! { StateWord { word, glyph } };
    }
    let (priority, blocked) = (priority(&task.priority), !task.waits_for.is_empty());
    rsx! {
        if task.timed {
            StateWord { word: tr!("tasks-timed"), glyph: Glyph::Timer, tone: Tone::Rule }
        } else if blocked {
            StateWord { word: tr!("tasks-blocked"), glyph: Glyph::Lock }
        }
        if let Some(date) = task.due.filter(|_| !(task.timed && blocked)) {
            match due {
                Due::Late => {
                    let days = today.signed_duration_since(date).num_days();
                    rsx! { span { class: "s-state is-waiting", {tr!("tasks-days-late", count: days)} } }
                }
                Due::Next => rsx! { span { class: "s-meta", {dates::short(date)} } },
                Due::Later => rsx! { span { class: "s-meta", {dates::day(date, today)} } },
                Due::Today if by != By::Due => rsx! { span { class: "s-meta", {tr!("date-today")} } },
                Due::Today | Due::Open => rsx! {},
            }
        }
        if let Some((word, tone)) = priority.filter(|_| by != By::Priority) {
            StateWord { word, glyph: Glyph::ChevronUp, tone }
        }
    }
}
