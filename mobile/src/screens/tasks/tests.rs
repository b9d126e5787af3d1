//! The tasks rendered to text in each state.

use super::groups::By;
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::TaskRow;

fn task(subject: &str, day: u32, priority: &str, progress: u8) -> TaskRow {
    TaskRow {
        name: subject.to_owned(),
        subject: subject.to_owned(),
        project: "PROJ-1".to_owned(),
        project_name: "Cooler care".to_owned(),
        due: NaiveDate::from_ymd_opt(2026, 5, day),
        status: "Open".to_owned(),
        priority: priority.to_owned(),
        progress,
        customer_name: "Café Âncora".to_owned(),
        ..TaskRow::default()
    }
}

fn view(shown: Asked<Vec<TaskRow>>, by: By) -> Element {
    let today = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default();
    rsx! {
        View { shown, by, problem: None, today, on_by: |_| {}, on_open: |_| {}, base: rsx! {} }
    }
}

fn rows() -> Vec<TaskRow> {
    vec![
        task("Replace door seal", 12, "High", 20),
        TaskRow { timed: true, ..task("Cooler check", 14, "Medium", 65) },
        TaskRow { waits_for: "Fit shelf".into(), ..task("Install shelf", 15, "Urgent", 0) },
    ]
}

fn some() -> Element {
    view(Asked::Ready(rows()), By::Due)
}

#[test]
fn late_today_and_next_each_with_its_words() {
    let html = render_at(Language::English, 100, some);
    assert!(html.contains("20 % done"), "{html}");
    let text = text(&html);
    for words in [
        "Late",
        "2 days late",
        "Today",
        "Next 7 days",
        "Fri 15 May",
        "High",
        "Urgent",
        "Café Âncora · Cooler care",
        "Timer runs",
        "Blocked",
        "Waits for “Fit shelf”",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Medium"));
}

#[test]
fn by_project_and_by_priority_under_their_names() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 100, part));
    let by_project = text_of(|| view(Asked::Ready(rows()), By::Project));
    assert!(by_project.contains("Cooler care3"), "{by_project}");
    let by_priority = text_of(|| view(Asked::Ready(rows()), By::Priority));
    assert!(by_priority.contains("Urgent1") && by_priority.contains("Medium1"), "{by_priority}");
    let over = text_of(|| {
        let over = TaskRow { status: "Completed".into(), ..task("Seal", 2, "High", 100) };
        view(Asked::Ready(vec![over]), By::Over)
    });
    assert!(over.contains("Completed") && !over.contains("late"), "{over}");
}

#[test]
fn every_state_says_something() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 130, part));
    assert!(text_of(|| view(Asked::Ready(vec![]), By::Due)).contains("No open tasks"));
    assert!(text_of(|| view(Asked::Ready(vec![]), By::Over)).contains("None over yet"));
    let loading = || view(Asked::Loading, By::Due);
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }), By::Due);
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    assert!(text(&render_at(Language::Arabic, 150, some)).contains("المهام"));
}
