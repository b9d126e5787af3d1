//! A task rendered to text in each of its states.

use super::sheets::{Rising, Sheets};
use super::time::RunningLine;
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::{
    AddressView, AttachedView, CheckItem, DependencyRow, HistoryRow, ProjectShare, TaskStatus,
    TaskView, TimerView,
};

fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap_or_default()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default()
}

fn cooler() -> TaskView {
    let item = |text: &str, done| CheckItem { text: text.to_owned(), done };
    TaskView {
        key: "server:TASK-1".into(),
        subject: "Cooler check, spring round".into(),
        project: Some(ProjectShare {
            project_name: "Cooler care".into(),
            percent: "41.67".parse().unwrap_or_default(),
            own: true,
        }),
        customer: "server:C".into(),
        customer_name: "Mercearia Flor do Bonfim".into(),
        site: AddressView { lines: vec!["Rua do Bonfim 118".into()], ..AddressView::default() },
        phone: "+351 22 000".into(),
        due: Some(today()),
        priority: "High".into(),
        status: TaskStatus::Working,
        progress: 65,
        description: vec!["Bring the key".into()],
        checklist: vec![item("Door closes by itself", true), item("Shelf labels", false)],
        depends_on: vec![
            DependencyRow {
                key: "server:TASK-2".into(),
                subject: "Install shelf".into(),
                status: Some(TaskStatus::Open),
            },
            DependencyRow { key: "server:X".into(), subject: "TASK-9".into(), status: None },
        ],
        minutes: 95,
        files: vec![AttachedView { file_name: "TASK-1-1.png".into(), bytes: 900, there: false }],
        history: vec![HistoryRow {
            at: at("2026-05-14T10:05:00+01:00"),
            by: "Ben".into(),
            progress: Some(65),
            status: Some(TaskStatus::Working),
            note: "Seal fits".into(),
            apart: true,
        }],
        waiting: true,
        ..TaskView::default()
    }
}

fn timer(forgotten: bool) -> TimerView {
    TimerView {
        task: "server:TASK-1".into(),
        subject: "Cooler check".into(),
        since: at("2026-05-14T12:38:00+01:00"),
        seconds: 2_537,
        forgotten,
    }
}

fn view(shown: Asked<TaskView>, running: Option<TimerView>, problem: Option<Problem>) -> Element {
    rsx! {
        View { shown, running, problem, today: today(), on_deed: |_| {}, on_rise: |_| {}, on_way: |_| {} }
    }
}

fn running() -> Element {
    view(Asked::Ready(cooler()), Some(timer(false)), None)
}

#[test]
fn all_that_is_known_stands_there() {
    let html = render_at(Language::English, 100, running);
    assert!(html.contains("aria-valuetext=\"65 %\"") || html.contains("65"), "{html}");
    assert!(html.contains("href=\"tel:"), "{html}");
    let text = text(&html);
    for words in [
        "Cooler care · due today",
        "Mercearia Flor do Bonfim",
        "Rua do Bonfim 118",
        "High",
        "by this phone",
        "Running since 12:38",
        "0:42:17",
        "Progress",
        "To review",
        "Waits for",
        "1 open",
        "Install shelf",
        "Not on this phone",
        "Bring the key",
        "1 of 2",
        "Door closes by itself",
        "TASK-1-1.png",
        "65 % done · Working",
        "Seal fits",
        "Reported without knowing",
        "Sign",
        "Complete task · log 0:42",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn without_a_timer_the_time_entered_shows_and_completing_logs_none() {
    let text =
        text(&render_at(Language::English, 150, || view(Asked::Ready(cooler()), None, None)));
    assert!(text.contains("1:35") && text.contains("Start"), "{text}");
    assert!(text.contains("Complete task") && !text.contains("log"), "{text}");
}

#[test]
fn a_timer_of_another_task_is_not_this_ones() {
    let other = || {
        let timer = TimerView { task: "server:OTHER".into(), ..timer(false) };
        view(Asked::Ready(cooler()), Some(timer), None)
    };
    assert!(!text(&render_at(Language::English, 100, other)).contains("Running since"));
}

#[test]
fn a_task_that_is_over_can_be_taken_up_again() {
    let over = || {
        let task =
            TaskView { status: TaskStatus::Completed, completed_on: Some(today()), ..cooler() };
        view(Asked::Ready(task), None, None)
    };
    let text = text(&render_at(Language::English, 100, over));
    assert!(text.contains("Take up again") && text.contains("completed today"), "{text}");
    assert!(!text.contains("Complete task"), "{text}");
}

#[test]
fn a_refusal_stands_at_the_action_in_words() {
    let refused = || {
        let args = vec![("task".to_owned(), "Install shelf".to_owned())];
        let problem = Problem { id: "error-task-dependency-open", args };
        view(Asked::Ready(cooler()), None, Some(problem))
    };
    let html = render_at(Language::English, 130, refused);
    assert!(html.contains("role=\"alert\""));
    assert!(text(&html).contains("Install shelf") && text(&html).contains("has to be done first"));
}

#[test]
fn every_other_state_says_something() {
    let bare = || view(Asked::Ready(TaskView::default()), None, None);
    assert!(text(&render_at(Language::Portuguese, 100, bare)).contains("Nada foi informado"));
    assert!(
        render_at(Language::English, 100, || view(Asked::Loading, None, None))
            .contains("aria-busy")
    );
    let failed =
        || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }), None, None);
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    let arabic = text(&render_at(Language::Arabic, 150, running));
    assert!(arabic.contains("الإنجاز") && arabic.contains("يعمل منذ"), "{arabic}");
}

fn sheet(sheet: Rising) -> Element {
    rsx! {
        Sheets {
            sheet,
            task: cooler(),
            running: Some(timer(true)),
            problem: None,
            types: vec!["Execution".to_owned()],
            now: today().and_hms_opt(13, 20, 0).unwrap_or_default(),
            on_deed: |_| {},
            on_rise: |_| {},
            on_way: |_| {},
            on_close: |()| {},
        }
    }
}

#[test]
fn each_sheet_says_what_it_is_for() {
    let hours = render_at(Language::English, 100, || sheet(Rising::Hours));
    assert!(hours.contains("2026-05-14") && hours.contains("12:20"), "{hours}");
    assert!(text(&hours).contains("Execution") && text(&hours).contains("Say how long"));
    let forgotten = text(&render_at(Language::English, 150, || sheet(Rising::Forgotten)));
    assert!(forgotten.contains("Thu 14 May, 12:38") && forgotten.contains("Book nothing"));
    let signed = text(&render_at(Language::Spanish, 100, || sheet(Rising::Sign)));
    assert!(signed.contains("Firma el cliente"), "{signed}");
    assert!(text(&render_at(Language::Arabic, 150, || sheet(Rising::Note))).contains("ملاحظة"));
    let more = text(&render_at(Language::English, 100, || sheet(Rising::More)));
    assert!(more.contains("Task report") && more.contains("Cancel this task"), "{more}");
}

#[test]
fn the_line_of_the_list_tells_what_runs() {
    let line = || rsx! { RunningLine { timer: timer(false), on_open: |_| {}, on_stop: |()| {} } };
    let text = text(&render_at(Language::English, 100, line));
    assert!(text.contains("Cooler check") && text.contains("0:42:17") && text.contains("Stop"));
}
