//! What a task looks like.

use super::place::{Dependencies, Facts, Place};
use super::records::{Photos, Reported};
use super::time::Time;
use super::work::{Checklist, Progress, Status};
use super::{Deed, Rising, Way, of_task};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{dates, spans};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{TaskStatus, TaskView, TimerView};

#[component]
pub fn View(
    shown: Asked<TaskView>,
    running: Option<TimerView>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
    on_rise: EventHandler<Rising>,
    on_way: EventHandler<Way>,
) -> Element {
    let on_back = move |()| on_way.call(Way::Back);
    match shown {
        Asked::Loading => rsx! {
            Screen {
                Head { title: "", on_back }
                Body { Bones { rows: 7 } }
            }
        },
        Asked::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("task-title"), on_back }
                Body { Failed { title: tr!("task-failed"), text: problem.words() } }
            }
        },
        Asked::Ready(task) => rsx! {
            Ready { task, running, problem, today, on_deed, on_rise, on_way }
        },
    }
}

#[component]
fn Ready(
    task: TaskView,
    running: Option<TimerView>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
    on_rise: EventHandler<Rising>,
    on_way: EventHandler<Way>,
) -> Element {
    let here = of_task(running.as_ref(), &task);
    rsx! {
        Screen {
            Head {
                title: task.subject.clone(),
                sub: rsx! {
                    for (place, part) in about(&task, today).into_iter().enumerate() {
                        Fragment { key: "{place}",
                            if place > 0 {
                                " · "
                            }
                            bdi { "{part}" }
                        }
                    }
                },
                on_back: move |()| on_way.call(Way::Back),
                IconButton {
                    glyph: Glyph::EllipsisVertical,
                    label: tr!("task-more"),
                    on_press: move |()| on_rise.call(Rising::More),
                }
            }
            Body {
                Place { task: task.clone(), on_way }
                Facts { task: task.clone(), today }
                Time { task: task.clone(), running: here.clone(), on_deed, on_rise }
                Progress { task: task.clone(), on_deed }
                Status { status: task.status, on_deed }
                Dependencies { rows: task.depends_on.clone(), on_way }
                if !task.description.is_empty() {
                    Section { title: tr!("task-description") }
                    div { class: "s-pad",
                        for (place, line) in task.description.iter().enumerate() {
                            p { key: "{place}", class: "wrap-anywhere", bdi { "{line}" } }
                        }
                    }
                }
                Checklist { items: task.checklist.clone(), on_deed }
                Photos { files: task.files.clone(), on_deed }
                Reported {
                    rows: task.history.clone(),
                    today,
                    on_note: move |()| on_rise.call(Rising::Note),
                }
                div { class: "h-5" }
            }
            Finish { task, here, problem, on_deed, on_rise }
        }
    }
}

/// The project and the due day.
fn about(task: &TaskView, today: NaiveDate) -> Vec<String> {
    let project = task.project.as_ref().map(|project| project.project_name.clone());
    let due = match (task.status, task.completed_on, task.due) {
        (TaskStatus::Completed, Some(day), _) if day == today => Some(tr!("task-completed-today")),
        (TaskStatus::Completed, Some(day), _) => {
            Some(tr!("task-completed-on", date: dates::near(day, today)))
        }
        (TaskStatus::Completed | TaskStatus::Cancelled, ..) => None,
        (_, _, Some(due)) if due == today => Some(tr!("task-due-today")),
        (_, _, Some(due)) => Some(tr!("task-due", date: dates::near(due, today))),
        _ => None,
    };
    [project, due].into_iter().flatten().collect()
}

/// The end of the work: signed, completed, or taken up again.
#[component]
fn Finish(
    task: TaskView,
    here: Option<TimerView>,
    problem: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_rise: EventHandler<Rising>,
) -> Element {
    let complete = match &here {
        Some(timer) => {
            let minutes = u32::try_from(timer.seconds.saturating_add(30) / 60).unwrap_or(u32::MAX);
            tr!("task-complete-log", time: spans::hours(minutes.max(1)))
        }
        None => tr!("task-complete"),
    };
    rsx! {
        Foot {
            if let Some(problem) = problem {
                Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
            }
            Actions {
                Button {
                    label: tr!("task-sign"),
                    glyph: Glyph::Signature,
                    class: "h-14! px-4!",
                    on_press: move |()| on_rise.call(Rising::Sign),
                }
                if task.status.is_done() {
                    Action {
                        label: tr!("task-take-up"),
                        glyph: Glyph::RotateCcw,
                        on_press: move |()| on_deed.call(Deed::Status(TaskStatus::Working)),
                    }
                } else {
                    Action { label: complete, on_press: move |()| on_deed.call(Deed::Complete) }
                }
            }
        }
    }
}
