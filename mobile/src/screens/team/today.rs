//! The team on Today: how its day goes, and the way to it. Nothing for a user who sees no team.

use crate::ask::{Asked, use_ask, use_session};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{TeamDayView, TeamFilter};

/// The section.
#[component]
pub fn TeamToday(
    /// The team is to be shown.
    on_open: EventHandler<()>,
) -> Element {
    let today = use_session().today();
    let found = use_ask(move || {
        move |session: &Session| {
            let sees = session.is_supervisor()?;
            sees.then(|| session.team_day(&TeamFilter::day(today))).transpose()
        }
    });
    match found() {
        Asked::Ready(Some(day)) => rsx! { Shown { day, on_open } },
        _ => rsx! {},
    }
}

#[component]
pub(super) fn Shown(day: TeamDayView, on_open: EventHandler<()>) -> Element {
    let visits: u32 = day.reps.iter().map(|rep| rep.visits).sum();
    let flagged: u32 = day.reps.iter().map(|rep| rep.flagged).sum();
    let mut meta = tr!("team-visits", count: visits);
    if flagged > 0 {
        meta = format!("{meta} · {}", tr!("team-flagged", count: flagged));
    }
    rsx! {
        Section { title: tr!("team-title") }
        Rows {
            NavRow {
                glyph: Glyph::Users,
                name: tr!("team-map"),
                meta,
                on_press: move |()| on_open.call(()),
            }
        }
    }
}
