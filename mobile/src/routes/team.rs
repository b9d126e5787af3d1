//! The team, for supervisors.

use super::{Id, Route, ways};
use crate::screens::team::{Team, Way};
use crate::screens::team_figures::TeamFigures;
use crate::screens::team_visit::TeamVisit;
use dioxus::prelude::*;
use satchel_app::views::ReceiptOf;

/// The team: map and day.
#[component]
pub fn TeamPage() -> Element {
    rsx! {
        Team {
            on_back: |()| ways::back(),
            on_way: |way| match way {
                Way::Visit(id) => ways::to(Route::TeamVisitPage { visit: Id(id.to_string()) }),
                Way::Task(key) => ways::report(ReceiptOf::Task(key)),
                Way::Report(of) => ways::report(of),
                Way::Figures => ways::to(Route::TeamFiguresPage {}),
            },
        }
    }
}

/// A visit of the team.
#[component]
pub fn TeamVisitPage(visit: ReadSignal<Id>) -> Element {
    // The addresses are made above; one that is no number leads to "no such visit".
    let id = use_memo(move || visit.read().0.parse().unwrap_or_default());
    rsx! { TeamVisit { id, on_back: |()| ways::back() } }
}

/// Figures of the team.
#[component]
pub fn TeamFiguresPage() -> Element {
    rsx! { TeamFigures { on_back: |()| ways::back(), on_customer: ways::customer } }
}
