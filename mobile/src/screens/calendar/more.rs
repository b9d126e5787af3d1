//! What else can be done with the calendar: share some days of it, and be reminded.

use super::days::{days_of, days_of_month};
use crate::components::*;
use crate::format::dates;
use crate::screens::share::{Stage, StageWords, use_share_events};
use crate::tr;
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::IcsOf;

/// The sheet.
#[component]
pub fn More(
    /// The day the calendar shows.
    day: NaiveDate,
    /// How the rep is reminded is to be set.
    on_reminders: EventHandler<()>,
    on_close: EventHandler<()>,
) -> Element {
    let (stage, on_share) = use_share_events();
    rsx! {
        MoreView { day, stage: stage(), on_share, on_reminders, on_close }
    }
}

#[component]
pub(super) fn MoreView(
    day: NaiveDate,
    stage: Stage,
    on_share: EventHandler<IcsOf>,
    on_reminders: EventHandler<()>,
    on_close: EventHandler<()>,
) -> Element {
    let busy = stage == Stage::Making;
    // One file at a time.
    let share = move |from: NaiveDate, until: NaiveDate| {
        if !busy {
            on_share.call(IcsOf::Days(from, until));
        }
    };
    rsx! {
        Sheet { title: tr!("calendar-more"), on_close,
            Rows { full: true,
                NavRow {
                    glyph: Glyph::Bell,
                    name: tr!("reminders-title"),
                    meta: tr!("reminders-meta"),
                    on_press: on_reminders,
                }
            }
            h3 { class: "s-lead pt-4", {tr!("event-share")} }
            Rows { full: true,
                for range in ranges(day) {
                    Row {
                        key: "{range.name}",
                        name: range.name.clone(),
                        meta: range.days.clone().map(|days| rsx! { "{days}" }),
                        end: rsx! { Icon { glyph: Glyph::Share2, class: "text-ink-3" } },
                        on_press: move |()| share(range.from, range.until),
                    }
                }
            }
            div { class: "py-2", StageWords { stage } }
        }
    }
}

/// Days that can be shared together.
struct Range {
    name: String,
    /// The first and the last of them in words, where the name does not say it.
    days: Option<String>,
    from: NaiveDate,
    until: NaiveDate,
}

/// The day, its week and its month.
fn ranges(day: NaiveDate) -> [Range; 3] {
    let week = days_of(day);
    let (first, last) = days_of_month(day);
    let (monday, sunday) = (week.first().copied(), week.last().copied());
    let (monday, sunday) = (monday.unwrap_or(day), sunday.unwrap_or(day));
    let between = tr!("calendar-between", from: dates::short(monday), until: dates::short(sunday));
    let week = tr!("agenda-week", week: day.iso_week().week().to_string());
    [
        Range { name: dates::long(day), days: None, from: day, until: day },
        Range { name: week, days: Some(between), from: monday, until: sunday },
        Range { name: dates::month(day), days: None, from: first, until: last },
    ]
}
