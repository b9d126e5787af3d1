//! Keeps the platform told of what the rep is to be reminded of.

use crate::ask::{off_screen, use_session};
use crate::format::dates;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{ReminderOf, ReminderView};
use satchel_devices::arrivals::Arrival;
use satchel_devices::reminders::{Reminder, Reminders};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long the database has to rest before it is planned anew: not at each letter typed.
const REST: Duration = Duration::from_secs(1);
/// After so long it is planned anew though it does not rest, as while the first load runs.
const LONGEST: Duration = Duration::from_secs(20);
/// And after so long though nothing changed: the days ahead move on.
const HOUR: Duration = Duration::from_secs(3_600);

/// The platform's reminders, in the context of everything.
#[derive(Clone)]
pub struct Reminding(pub Arc<dyn Reminders>);

impl std::fmt::Debug for Reminding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reminding").finish_non_exhaustive()
    }
}

/// Plans anew at the start, after each change of the database and each hour, in the language of the screen.
#[component]
pub fn Remind() -> Element {
    let session = use_session();
    let mut found = use_signal(|| None::<Vec<ReminderView>>);
    use_future(move || {
        let session = session.clone();
        async move {
            let mut changes = session.revision();
            loop {
                changes.mark_unchanged();
                let asked = session.clone();
                // What cannot be read is said in the log; what was planned before stays.
                if let Ok(reminders) = off_screen(move || asked.reminders()).await
                    && found.peek().as_ref() != Some(&reminders)
                {
                    found.set(Some(reminders));
                }
                if !rested(&mut changes).await {
                    break;
                }
            }
        }
    });
    let Reminding(platform) = use_context();
    use_effect(move || {
        if let Some(reminders) = &*found.read() {
            let worded: Vec<Reminder> = reminders.iter().map(worded).collect();
            platform.plan(&tr!("reminders-title"), &worded);
        }
    });
    VNode::empty()
}

/// Waits until there is reason to plan anew; false once the profile is closed.
async fn rested(changes: &mut watch::Receiver<u64>) -> bool {
    match tokio::time::timeout(HOUR, changes.changed()).await {
        Err(_) => return true,
        Ok(Err(_)) => return false,
        Ok(Ok(())) => {}
    }
    let rest =
        async { while let Ok(Ok(())) = tokio::time::timeout(REST, changes.changed()).await {} };
    // Whichever comes first; a profile that is closed is seen at the next turn.
    let _ = tokio::time::timeout(LONGEST, rest).await;
    true
}

/// A reminder in words.
fn worded(reminder: &ReminderView) -> Reminder {
    let about = (!reminder.customer_name.is_empty()).then_some(&reminder.subject);
    let text = match about.filter(|subject| !subject.is_empty()) {
        Some(subject) => tr!("reminder-about", time: when(reminder), subject: subject.clone()),
        None => when(reminder),
    };
    Reminder {
        id: reminder.id.clone(),
        at: reminder.at,
        until: reminder.until,
        title: name(reminder),
        text,
        link: match &reminder.of {
            ReminderOf::Event(key) => Arrival::event_link(key),
            ReminderOf::Task(key) => Arrival::task_link(key),
        },
    }
}

fn name(reminder: &ReminderView) -> String {
    match (reminder.customer_name.is_empty(), reminder.subject.is_empty()) {
        (false, _) => reminder.customer_name.clone(),
        (true, false) => reminder.subject.clone(),
        (true, true) => tr!("calendar-unnamed"),
    }
}

/// When it is, as seen at the moment it is told.
fn when(reminder: &ReminderView) -> String {
    let (day, time) = (reminder.starts_on.date(), reminder.starts_on.time());
    let today = reminder.told_on.date() == day;
    match (&reminder.of, reminder.all_day, today) {
        (ReminderOf::Task(_), _, _) => tr!("reminder-due"),
        (_, true, true) => tr!("agenda-all-day"),
        (_, true, false) => dates::short(day),
        (_, false, true) => tr!("reminder-at", time: dates::time(time)),
        (_, false, false) => tr!("reminder-on", date: dates::short(day), time: dates::time(time)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    fn reminder(told_on: &str, customer_name: &str) -> ReminderView {
        ReminderView {
            id: "EV1 1".into(),
            of: ReminderOf::Event("server:EV 1".into()),
            at: "2026-05-14T09:15:00Z".parse().unwrap(),
            until: "2026-05-14T09:45:00Z".parse().unwrap(),
            told_on: told_on.parse().unwrap(),
            starts_on: "2026-05-14T10:30:00".parse().unwrap(),
            all_day: false,
            subject: "Empty crates".into(),
            customer_name: customer_name.into(),
        }
    }

    fn show(reminder: &ReminderView) -> Element {
        let Reminder { title, text, link, .. } = worded(reminder);
        rsx! { "{title} / {text} / {link}" }
    }

    fn said(part: fn() -> Element) -> String {
        text(&render_at(Language::English, 100, part)).replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn a_visit_says_whom_when_and_why() {
        let today = said(|| show(&reminder("2026-05-14T10:15:00", "Tasca do Cais")));
        assert_eq!(
            today,
            "Tasca do Cais / At 10:30 · Empty crates / satchel://event/server%3AEV%201"
        );
        let day_before = said(|| show(&reminder("2026-05-13T10:30:00", "")));
        assert!(day_before.starts_with("Empty crates / Thu 14 May, 10:30 / "), "{day_before}");
    }

    #[test]
    fn a_task_is_due() {
        let task = said(|| {
            show(&ReminderView {
                of: ReminderOf::Task("server:TASK-1".into()),
                all_day: true,
                ..reminder("2026-05-14T08:00:00", "")
            })
        });
        assert_eq!(task, "Empty crates / Due today / satchel://task/server%3ATASK%2D1");
    }

    #[tokio::test(start_paused = true)]
    async fn it_waits_for_rest_but_not_for_ever() {
        let (sender, mut changes) = watch::channel(0_u64);
        let begin = tokio::time::Instant::now();
        assert!(rested(&mut changes).await);
        assert!(begin.elapsed() >= HOUR, "each hour, without a change");
        let writer = tokio::spawn(async move {
            loop {
                sender.send_modify(|count| *count += 1);
                tokio::time::sleep(REST / 2).await;
            }
        });
        let begin = tokio::time::Instant::now();
        assert!(rested(&mut changes).await);
        assert!((LONGEST..LONGEST * 2).contains(&begin.elapsed()), "{:?}", begin.elapsed());
        writer.abort();
        let _ = writer.await;
        changes.mark_unchanged();
        assert!(!rested(&mut changes).await, "the profile was closed");
    }
}
