//! Where a task is, and what it belongs to.

use super::Way;
use crate::components::*;
use crate::format::{dates, links, percent};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{DependencyRow, TaskStatus, TaskView};

/// The customer with the way there.
#[component]
pub fn Place(task: TaskView, on_way: EventHandler<Way>) -> Element {
    if task.customer_name.is_empty() {
        return rsx! {};
    }
    let call = links::call(&task.phone);
    let map = links::map(task.site.position.as_ref(), &task.site.lines);
    let key = task.customer.clone();
    rsx! {
        div { class: "flex items-center pe-1",
            div { class: "flex-1 min-w-0",
                Row {
                    lead: rsx! { Tile { face: Face::Glyph(Glyph::MapPin) } },
                    name: task.customer_name,
                    meta: rsx! { bdi { {task.site.lines.join(", ")} } },
                    on_press: move |()| on_way.call(Way::Customer(key.clone())),
                }
            }
            if let Some(href) = call {
                a { class: "s-ib text-accent-ink", href, "aria-label": tr!("customer-call"),
                    Icon { glyph: Glyph::Phone }
                }
            }
            if let Some(href) = map {
                a { class: "s-ib text-accent-ink", href, "aria-label": tr!("customer-map"),
                    Icon { glyph: Glyph::Navigation }
                }
            }
        }
    }
}

/// Priority, start, the project's share.
#[component]
pub fn Facts(task: TaskView, today: NaiveDate) -> Element {
    let share = task.project.as_ref().map(|project| {
        let done = percent(project.percent.round_dp(1).normalize());
        match project.own {
            true => tr!("task-project-own", percent: done),
            false => tr!("task-project-share", percent: done),
        }
    });
    rsx! {
        div { class: "s-pad pt-2 flex flex-wrap gap-2",
            if let Some((word, tone)) = priority(&task.priority) {
                Tag { text: word, glyph: Glyph::ChevronUp, tone }
            }
            if let Some(starts) = task.starts.filter(|day| *day > today) {
                Tag { text: tr!("task-starts", date: dates::short(starts)), glyph: Glyph::Calendar }
            }
            if let Some(share) = share {
                Tag { text: share, glyph: Glyph::Percent }
            }
            if task.waiting {
                Tag { text: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
            }
        }
    }
}

/// Only what is above the ordinary is worth a word. The words are those of ERPNext's Task.
pub fn priority(priority: &str) -> Option<(String, Tone)> {
    match priority {
        "High" => Some((tr!("tasks-priority-high"), Tone::Quiet)),
        "Urgent" => Some((tr!("tasks-priority-urgent"), Tone::Hand)),
        _ => None,
    }
}

/// What the task waits for, each with where it stands.
#[component]
pub fn Dependencies(rows: Vec<DependencyRow>, on_way: EventHandler<Way>) -> Element {
    if rows.is_empty() {
        return rsx! {};
    }
    let open = rows.iter().filter(|row| row.is_open()).count();
    rsx! {
        Section {
            title: tr!("task-waits-for"),
            note: (open > 0).then(|| tr!("task-waits-open", count: open)),
        }
        Rows { full: true,
            for row in rows {
                Dependency { key: "{row.key}", row, on_way }
            }
        }
    }
}

#[component]
fn Dependency(row: DependencyRow, on_way: EventHandler<Way>) -> Element {
    let (word, glyph, tone) = match row.status {
        None => (tr!("task-unknown-here"), Glyph::Info, Tone::Quiet),
        Some(status) if status.is_done() => (status_word(status), Glyph::Check, Tone::Rule),
        Some(status) => (status_word(status), Glyph::Lock, Tone::Waiting),
    };
    let key = row.key.clone();
    let press =
        row.status.map(|_| EventHandler::new(move |()| on_way.call(Way::Task(key.clone()))));
    rsx! {
        Row { name: row.subject, end: rsx! { StateWord { word, glyph, tone } }, on_press: press }
    }
}

/// A status in the words of the screen.
pub fn status_word(status: TaskStatus) -> String {
    match status {
        TaskStatus::Open => tr!("task-status-open"),
        TaskStatus::Working => tr!("task-status-working"),
        TaskStatus::PendingReview => tr!("task-status-pending-review"),
        TaskStatus::Overdue => tr!("task-status-overdue"),
        TaskStatus::Template => tr!("task-status-template"),
        TaskStatus::Completed => tr!("task-status-completed"),
        TaskStatus::Cancelled => tr!("task-status-cancelled"),
    }
}
