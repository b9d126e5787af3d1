//! The tasks: by when they are due, by project, by priority, and those that are over.

mod groups;
#[cfg(test)]
mod tests;
mod view;

use super::task::{RunningLine, use_running};
use crate::ask::{Problem, use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use dioxus::prelude::*;
use groups::By;
use satchel_app::{AppError, Session};
use view::View;

/// The screen, a place of the dock.
#[component]
pub fn Tasks(
    /// A task, by key.
    on_open: EventHandler<String>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut by = use_signal(By::default);
    let mut problem = use_signal(|| None::<Problem>);
    let found = use_ask(move || {
        let over = by() == By::Over;
        move |session: &Session| if over { session.tasks_over() } else { session.tasks() }
    });
    let running = use_running();
    let stop = move |task: String| match session.stop_timer(None, "", "") {
        Ok(_) => problem.set(None),
        // The task's own screen asks how long it was.
        Err(AppError::TimerForgotten { .. }) => on_open.call(task),
        Err(error) => problem.set(Some(error.into())),
    };
    rsx! {
        View {
            shown: found(),
            by: by(),
            problem: problem(),
            today,
            on_by: move |chosen| by.set(chosen),
            on_open,
            base: rsx! {
                RootBase { here: Place::Tasks, on_go, on_strip,
                    if let Some(timer) = running() {
                        RunningLine {
                            timer: timer.clone(),
                            on_open,
                            on_stop: move |()| stop.clone()(timer.task.clone()),
                        }
                    }
                }
            },
        }
    }
}
