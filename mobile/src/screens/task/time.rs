//! The timer of a task, and the one line of it on the list.

use super::{Deed, Rising, TICK};
use crate::ask::{Asked, use_ask, use_session};
use crate::components::*;
use crate::format::{dates, spans};
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{TaskView, TimerView};

/// The timer that runs, looked at every second while one does.
pub fn use_running() -> Memo<Option<TimerView>> {
    let session = use_session();
    let kept = use_ask(|| Session::timer);
    let mut ticked = use_signal(|| None::<TimerView>);
    use_future(move || {
        let session = session.clone();
        async move {
            loop {
                tokio::time::sleep(TICK).await;
                let runs = matches!(&*kept.peek(), Asked::Ready(Some(_)));
                let now = if runs { session.timer().ok().flatten() } else { None };
                if *ticked.peek() != now {
                    ticked.set(now);
                }
            }
        }
    });
    use_memo(move || match kept() {
        // The tick may be of before it was started again.
        Asked::Ready(Some(kept)) => match ticked() {
            Some(now) if now.task == kept.task && now.since == kept.since => Some(now),
            _ => Some(kept),
        },
        _ => None,
    })
}

/// The card of the task's screen.
#[component]
pub fn Time(
    task: TaskView,
    running: Option<TimerView>,
    on_deed: EventHandler<Deed>,
    on_rise: EventHandler<Rising>,
) -> Element {
    let by_hand = tr!("task-by-hand");
    rsx! {
        section {
            class: "mx-4 mt-4 p-3 ps-4 rounded-2xl bg-base-200 flex flex-wrap items-center gap-3",
            "aria-label": tr!("task-time"),
            div { class: "flex-1 min-w-28",
                match &running {
                    Some(timer) => rsx! {
                        p { class: "s-meta", {tr!("task-since", time: dates::time(timer.since.time()))} }
                        p { class: "s-title s-num text-start", role: "timer", {spans::running(timer.seconds)} }
                    },
                    None => rsx! {
                        p { class: "s-meta", {tr!("task-time")} }
                        p { class: "s-title s-num text-start", {spans::hours(task.minutes)} }
                    },
                }
                if running.as_ref().is_some_and(|timer| timer.forgotten) {
                    p { class: "s-cap text-waiting! font-medium", {tr!("task-forgotten")} }
                }
            }
            Button { label: by_hand, class: "bg-base-100!", on_press: move |()| on_rise.call(Rising::Hours) }
            if running.is_some() {
                Button {
                    label: tr!("task-stop"),
                    kind: ButtonKind::Soft,
                    glyph: Glyph::Square,
                    on_press: move |()| on_deed.call(Deed::Stop(None)),
                }
            } else {
                Button {
                    label: tr!("task-start"),
                    kind: ButtonKind::Soft,
                    glyph: Glyph::Timer,
                    on_press: move |()| on_deed.call(Deed::Start),
                }
            }
        }
    }
}

/// The line over the strip: what runs, for how long, and its end.
#[component]
pub fn RunningLine(
    timer: TimerView,
    on_open: EventHandler<String>,
    on_stop: EventHandler<()>,
) -> Element {
    let key = timer.task.clone();
    rsx! {
        div { class: "flex items-center bg-base-200 border-t border-line ps-4 pe-2 min-h-14",
            button {
                class: "flex flex-1 min-w-0 items-center gap-3 min-h-12 text-start",
                r#type: "button",
                onclick: move |_| on_open.call(key.clone()),
                Icon { glyph: Glyph::Timer, class: "text-accent-ink" }
                span { class: "s-line1", bdi { "{timer.subject}" } }
                span { class: "s-num font-semibold", {spans::running(timer.seconds)} }
            }
            Button { label: tr!("task-stop"), kind: ButtonKind::Text, on_press: on_stop }
        }
    }
}
