//! The calendar as a list of days, to read.

mod days;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{use_ask, use_session};
use chrono::NaiveDate;
use days::{last_of_week, week_of};
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// The screen.
#[component]
pub fn Agenda(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A customer's entry was pressed: the key of the customer.
    on_open: EventHandler<String>,
) -> Element {
    let today = use_session().today();
    let mut day = use_signal(|| today);
    let week = use_memo(move || week_of(day()));
    let found = use_ask(move || {
        let from: NaiveDate = week();
        move |session: &Session| session.agenda(from, last_of_week(from))
    });
    rsx! {
        View {
            shown: found(),
            today,
            day: day(),
            on_day: move |chosen| day.set(chosen),
            on_back,
            on_open,
        }
    }
}
