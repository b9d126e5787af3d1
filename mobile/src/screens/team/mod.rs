//! The team: a map of its visits, and what each rep did on a day.

mod filter;
mod lines;
#[cfg(test)]
mod tests;
pub mod today;
mod view;
pub mod words;

use crate::ask::{Asked, use_ask, use_session};
use crate::map::{MapStop, TeamMap};
use chrono::Days;
use dioxus::prelude::*;
use filter::FilterSheet;
use satchel_app::Session;
use satchel_app::views::{ReceiptOf, TeamDayView, TeamFilter, TeamMoment};
use std::collections::BTreeMap;
use view::View;

/// Where the team screen leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A visit, by its number.
    Visit(i64),
    /// A task, by key.
    Task(String),
    /// Figures and files.
    Figures,
    /// The report of a rep's day, to print or share.
    Report(ReceiptOf),
}

/// What is looked at; it stays while the supervisor goes to a visit and back.
#[derive(Debug, Clone, Copy)]
pub struct Looked {
    /// Which visits; the day of the phone until something is chosen.
    pub filter: Signal<Option<TeamFilter>>,
}

/// Keeps what is looked at; called once, above the screens.
pub fn use_looked() -> Looked {
    let filter = use_signal(|| None);
    use_context_provider(|| Looked { filter })
}

impl Looked {
    /// What is asked for.
    pub fn asked(self, session: &Session) -> TeamFilter {
        self.filter.read().clone().unwrap_or_else(|| TeamFilter::day(session.today()))
    }
}

/// The screen.
#[component]
pub fn Team(
    /// Back to where the supervisor came from.
    on_back: EventHandler<()>,
    /// Somewhere else.
    on_way: EventHandler<Way>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut looked = use_context::<Looked>();
    let mut choosing = use_signal(|| false);
    let asking = session.clone();
    let filter = use_memo(move || looked.asked(&asking));
    let day = use_ask(move || {
        let filter = filter();
        move |session: &Session| session.team_day(&filter)
    });
    let people = use_ask(move || {
        let filter = filter();
        move |session: &Session| session.team_people(&filter)
    });
    let tracks = use_ask(move || {
        let filter = filter();
        move |session: &Session| session.team_tracks(&filter)
    });
    let way = use_memo(move || {
        let tracks = match tracks() {
            Asked::Ready(tracks) => tracks,
            _ => BTreeMap::new(),
        };
        match day() {
            Asked::Ready(day) => way_of(&filter.read(), &day, tracks),
            _ => Vec::new(),
        }
    });
    let mut choose = move |chosen: TeamFilter| looked.filter.set(Some(chosen));
    let step = move |days: i64| {
        let mut moved = filter();
        moved.from = shifted(moved.from, days);
        moved.until = shifted(moved.until, days);
        choose(moved);
    };
    rsx! {
        View {
            filter: filter(),
            today,
            day: day(),
            people: match people() {
                Asked::Ready(people) => people,
                _ => Vec::new(),
            },
            map: rsx! {
                TeamMap { filter, way, on_open: move |id| on_way.call(Way::Visit(id)) }
            },
            on_back,
            on_step: step,
            on_person: move |user: Option<String>| {
                choose(TeamFilter { users: user.into_iter().collect(), ..filter() });
            },
            on_filter: move |()| choosing.set(true),
            on_way,
            sheet: rsx! {
                if choosing() {
                    FilterSheet {
                        filter: filter(),
                        territories: match day() {
                            Asked::Ready(day) => day.territories,
                            _ => Vec::new(),
                        },
                        on_choose: move |chosen| {
                            choose(chosen);
                            choosing.set(false);
                        },
                        on_close: move |()| choosing.set(false),
                    }
                }
            },
        }
    }
}

fn shifted(day: chrono::NaiveDate, days: i64) -> chrono::NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

/// The way of the one rep who is looked at on a single day.
fn way_of(
    filter: &TeamFilter,
    day: &TeamDayView,
    mut tracks: BTreeMap<i64, Vec<(f64, f64)>>,
) -> Vec<MapStop> {
    let [user] = filter.users.as_slice() else { return Vec::new() };
    if filter.from != filter.until {
        return Vec::new();
    }
    let rep = day.reps.iter().find(|rep| rep.user == *user);
    let moments = rep.map(|rep| rep.moments.as_slice()).unwrap_or_default();
    let mut stop = |moment: &TeamMoment| match moment {
        TeamMoment::Visit(visit) => Some(MapStop {
            id: visit.id,
            nth: visit.nth,
            degrees: visit.degrees?,
            flagged: !visit.flags.is_empty(),
            worth: visit.worth,
            track: tracks.remove(&visit.id).unwrap_or_default(),
        }),
        TeamMoment::Order(_) | TeamMoment::Task(_) => None,
    };
    moments.iter().filter_map(&mut stop).collect()
}
