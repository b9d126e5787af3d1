//! A task: where it is, its time, how far it is, what is to be checked, what was done.

mod place;
mod records;
mod sheets;
#[cfg(test)]
mod tests;
mod time;
mod view;
mod work;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
pub use place::priority;
use satchel_app::views::{NewTime, TaskReport, TaskStatus, TaskView, TimerView};
use satchel_app::{AppError, Session};
pub use sheets::Rising;
use sheets::Sheets;
use std::time::Duration;
pub use time::{RunningLine, use_running};
use view::View;

/// Where the screen leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Back to where the rep came from.
    Back,
    /// The customer whose place it is.
    Customer(String),
    /// Another task, by key.
    Task(String),
    /// The report of this one, by key.
    Report(String),
}

/// What a technician does.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// It is this far.
    Progress(u8),
    /// It stands so now.
    Status(TaskStatus),
    /// All of it is done; a timer that runs on it ends.
    Complete,
    /// An item of the checklist, done or not.
    Tick(usize, bool),
    /// The timer starts.
    Start,
    /// The timer ends, after so many minutes where somebody said so.
    Stop(Option<u32>),
    /// The timer ends and nothing is booked.
    Drop,
    /// Hours entered by hand.
    Hours(NewTime),
    /// A note.
    Note(String),
    /// A photo.
    Picture(Vec<u8>),
    /// The customer's signature.
    Sign(String),
}

/// The screen.
#[component]
pub fn TaskScreen(
    /// Key of the task.
    task: String,
    /// Leads elsewhere.
    on_way: EventHandler<Way>,
) -> Element {
    let session = use_session();
    let now = session.local_now();
    let mut problem = use_signal(|| None::<Problem>);
    let mut rising = use_signal(|| None::<Rising>);
    let key = use_memo(use_reactive!(|task| task));
    let found = use_ask(move || {
        let key = key();
        move |session: &Session| session.task(&key)
    });
    let running = use_running();
    let types = use_ask(|| Session::activity_types);
    let act = move |deed: Deed| {
        let done = carry_out(&session, &key.peek(), deed);
        match done {
            Ok(()) => {
                problem.set(None);
                rising.set(None);
            }
            Err(AppError::TimerForgotten { .. }) => rising.set(Some(Rising::Forgotten)),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    let subject = match &*found.read() {
        Asked::Ready(task) => Some(task.clone()),
        _ => None,
    };
    rsx! {
        View {
            shown: found(),
            running: running(),
            problem: problem(),
            today: now.date_naive(),
            on_deed: act.clone(),
            on_rise: move |sheet| {
                problem.set(None);
                rising.set(Some(sheet));
            },
            on_way,
        }
        if let (Some(sheet), Some(task)) = (rising(), subject) {
            Sheets {
                sheet,
                task,
                running: running(),
                problem: problem(),
                types: match types() {
                    Asked::Ready(types) => types,
                    _ => Vec::new(),
                },
                now: now.naive_local(),
                on_deed: act,
                on_rise: move |sheet| rising.set(Some(sheet)),
                on_way,
                on_close: move |()| {
                    problem.set(None);
                    rising.set(None);
                },
            }
        }
    }
}

fn carry_out(session: &Session, task: &str, deed: Deed) -> Result<(), AppError> {
    let report = |report: TaskReport| session.report_task(task, &report);
    match deed {
        Deed::Progress(percent) => session.report_progress(task, percent),
        Deed::Status(status) => {
            report(TaskReport { status: Some(status), ..TaskReport::default() })
        }
        Deed::Complete => {
            session.complete_task(task)?;
            let runs_here = session.timer()?.is_some_and(|timer| same_task(session, &timer, task));
            if runs_here { session.stop_timer(None, "", "").map(drop) } else { Ok(()) }
        }
        Deed::Tick(item, done) => session.tick(task, item, done),
        Deed::Start => session.start_timer(task),
        Deed::Stop(minutes) => session.stop_timer(minutes, "", "").map(drop),
        Deed::Drop => session.drop_timer(),
        Deed::Hours(new) => session.log_time(&new),
        Deed::Note(note) => report(TaskReport { note, ..TaskReport::default() }),
        Deed::Picture(content) => session.attach_to_task(task, content).map(drop),
        Deed::Sign(path) => session.sign_task(task, &path),
    }
}

/// Whether the timer runs on this task, whatever key either is known by.
fn same_task(session: &Session, timer: &TimerView, task: &str) -> bool {
    session.task(task).is_ok_and(|task| task.key == timer.task)
}

/// The timer of a task, where it runs on that one.
fn of_task(running: Option<&TimerView>, task: &TaskView) -> Option<TimerView> {
    running.filter(|timer| timer.task == task.key).cloned()
}

/// How often a running figure is looked at.
const TICK: Duration = Duration::from_secs(1);
