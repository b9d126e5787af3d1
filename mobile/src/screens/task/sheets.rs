//! The sheets of a task: hours by hand, a timer that was forgotten, the signature, a note, the rest.

use super::{Deed, Way};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{dates, spans};
use crate::tr;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use dioxus::prelude::*;
use satchel_app::views::{NewTime, TaskStatus, TaskView, TimerView};

/// Which sheet stands over the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rising {
    /// Hours entered by hand.
    Hours,
    /// The timer ran over twelve hours: how long was it?
    Forgotten,
    /// The customer signs.
    Sign,
    /// A note.
    Note,
    /// What is done seldom.
    More,
}

#[component]
pub fn Sheets(
    sheet: Rising,
    task: TaskView,
    running: Option<TimerView>,
    problem: Option<Problem>,
    types: Vec<String>,
    now: NaiveDateTime,
    on_deed: EventHandler<Deed>,
    on_rise: EventHandler<Rising>,
    on_way: EventHandler<Way>,
    on_close: EventHandler<()>,
) -> Element {
    match sheet {
        Rising::Hours => rsx! { Hours { task, problem, types, now, on_deed, on_close } },
        Rising::Forgotten => rsx! { Forgotten { running, problem, on_deed, on_close } },
        Rising::Sign => rsx! { Sign { task, problem, on_deed, on_close } },
        Rising::Note => rsx! { Noted { problem, on_deed, on_close } },
        Rising::More => rsx! { More { task, on_deed, on_way, on_rise, on_close } },
    }
}

#[component]
fn Wrong(problem: Option<Problem>) -> Element {
    match problem {
        Some(problem) => rsx! {
            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
        },
        None => rsx! {},
    }
}

/// A field of the system's own kind for a day or a time.
#[component]
fn When(
    id: String,
    label: String,
    kind: &'static str,
    text: String,
    on_type: EventHandler<String>,
) -> Element {
    rsx! {
        div { class: "s-field",
            label { r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                r#type: kind,
                initial_value: "{text}",
                oninput: move |event| on_type.call(event.value()),
            }
        }
    }
}

/// How long it was, as it is typed.
#[component]
fn HowLong(
    id: &'static str,
    /// What was typed so far.
    text: String,
    on_type: EventHandler<String>,
) -> Element {
    let mistyped = spans::minutes_typed(&text).is_none() && !text.trim().is_empty();
    rsx! {
        Field {
            id,
            label: tr!("task-hours-long"),
            keyboard: "decimal",
            help: tr!("task-hours-help"),
            error: mistyped.then(|| tr!("task-hours-wrong")),
            longest: 8,
            on_type,
        }
    }
}

/// Books so many minutes; off until they are told.
#[component]
fn Book(minutes: Option<u32>, on_press: EventHandler<()>) -> Element {
    rsx! {
        Action {
            label: match minutes {
                Some(minutes) => tr!("task-hours-save", time: spans::hours(minutes)),
                None => tr!("task-hours-missing"),
            },
            off: minutes.is_none(),
            on_press,
        }
    }
}

#[component]
fn Hours(
    task: TaskView,
    problem: Option<Problem>,
    types: Vec<String>,
    now: NaiveDateTime,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let hour_ago = now.checked_sub_signed(TimeDelta::hours(1)).unwrap_or(now);
    let mut day = use_signal(|| hour_ago.format("%Y-%m-%d").to_string());
    let mut from = use_signal(|| hour_ago.format("%H:%M").to_string());
    let mut long = use_signal(String::new);
    let mut note = use_signal(String::new);
    let mut kind = use_signal(String::new);
    let minutes = spans::minutes_typed(&long());
    let key = task.key.clone();
    let save = move |()| {
        let new = NewTime {
            task: key.clone(),
            activity_type: kind(),
            from: typed_moment(&day(), &from()),
            minutes: minutes.unwrap_or_default(),
            note: note(),
        };
        on_deed.call(Deed::Hours(new));
    };
    rsx! {
        Sheet {
            title: tr!("task-hours"),
            sub: task.subject.clone(),
            on_close,
            foot: rsx! {
                Wrong { problem }
                Book { minutes, on_press: save }
            },
            div { class: "grid gap-4",
                div { class: "s-pair",
                    When { id: "hours-day", label: tr!("task-hours-day"), kind: "date", text: day(), on_type: move |text| day.set(text) }
                    When { id: "hours-from", label: tr!("task-hours-from"), kind: "time", text: from(), on_type: move |text| from.set(text) }
                }
                HowLong { id: "hours-long", text: long(), on_type: move |text| long.set(text) }
                if !types.is_empty() {
                    Chips { name: tr!("task-activity"),
                        for name in types {
                            Chip {
                                key: "{name}",
                                label: name.clone(),
                                on: *kind.read() == name,
                                on_press: move |()| {
                                    let same = *kind.peek() == name;
                                    kind.set(if same { String::new() } else { name.clone() });
                                },
                            }
                        }
                    }
                }
                TextArea { id: "hours-note", label: tr!("task-hours-note"), on_type: move |text| note.set(text) }
            }
        }
    }
}

/// The day and time of the two fields; nothing where either is none.
fn typed_moment(day: &str, time: &str) -> Option<NaiveDateTime> {
    let day: NaiveDate = day.parse().ok()?;
    let time = ["%H:%M", "%H:%M:%S"]
        .iter()
        .find_map(|shape| NaiveTime::parse_from_str(time, shape).ok())?;
    Some(day.and_time(time))
}

/// Nobody works for twelve hours at a stretch: the rep says how long it was, or that it was nothing.
#[component]
fn Forgotten(
    running: Option<TimerView>,
    problem: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let mut long = use_signal(String::new);
    let minutes = spans::minutes_typed(&long());
    let since = running.map(|timer| timer.since);
    rsx! {
        Sheet {
            title: tr!("task-forgotten-title"),
            on_close,
            foot: rsx! {
                Wrong { problem }
                Book { minutes, on_press: move |()| on_deed.call(Deed::Stop(minutes)) }
                Button {
                    label: tr!("task-forgotten-drop"),
                    kind: ButtonKind::Text,
                    on_press: move |()| on_deed.call(Deed::Drop),
                }
            },
            div { class: "grid gap-4",
                if let Some(since) = since {
                    p {
                        {tr!("task-forgotten-text", date: dates::short(since.date_naive()), time: dates::time(since.time()))}
                    }
                }
                HowLong { id: "forgotten-long", text: long(), on_type: move |text| long.set(text) }
            }
        }
    }
}

#[component]
fn Sign(
    task: TaskView,
    problem: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let mut path = use_signal(String::new);
    rsx! {
        Sheet {
            title: tr!("task-sign-title"),
            sub: task.subject.clone(),
            on_close,
            foot: rsx! {
                Wrong { problem }
                Action {
                    label: tr!("task-sign-keep"),
                    off: path.read().is_empty(),
                    on_press: move |()| on_deed.call(Deed::Sign(path())),
                }
            },
            SignaturePad { signer: task.customer_name.clone(), on_sign: move |drawn| path.set(drawn) }
        }
    }
}

#[component]
fn Noted(
    problem: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let mut note = use_signal(String::new);
    rsx! {
        Sheet {
            title: tr!("task-note-title"),
            on_close,
            foot: rsx! {
                Wrong { problem }
                Action {
                    label: tr!("task-note-keep"),
                    off: note.read().trim().is_empty(),
                    on_press: move |()| on_deed.call(Deed::Note(note())),
                }
            },
            TextArea { id: "task-note", label: tr!("task-note"), on_type: move |text| note.set(text) }
        }
    }
}

#[component]
fn More(
    task: TaskView,
    on_deed: EventHandler<Deed>,
    on_way: EventHandler<Way>,
    on_rise: EventHandler<Rising>,
    on_close: EventHandler<()>,
) -> Element {
    let key = task.key.clone();
    rsx! {
        Sheet { title: task.subject.clone(), on_close,
            NavRow {
                glyph: Glyph::FileText,
                name: tr!("report-task"),
                on_press: move |()| on_way.call(Way::Report(key.clone())),
            }
            NavRow {
                glyph: Glyph::MessageSquareText,
                name: tr!("task-add-note"),
                on_press: move |()| on_rise.call(Rising::Note),
            }
            if !task.status.is_done() {
                NavRow {
                    glyph: Glyph::X,
                    name: tr!("task-cancel"),
                    meta: tr!("task-cancel-text"),
                    on_press: move |()| on_deed.call(Deed::Status(TaskStatus::Cancelled)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_and_a_time_make_a_moment() {
        let moment = typed_moment("2026-05-14", "09:30").unwrap();
        assert_eq!(moment.to_string(), "2026-05-14 09:30:00");
        assert_eq!(typed_moment("", "09:30"), None);
        assert_eq!(typed_moment("2026-05-14", ""), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read(day in "\\PC{0,12}", time in "\\PC{0,9}") {
            typed_moment(&day, &time);
        }
    }
}
