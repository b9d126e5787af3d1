//! The places of the dock.

use super::{Route, ways};
use crate::ask::use_session;
use crate::gate::Gatekeeper;
use crate::screens::more::{More, Way as MoreWay};
use crate::screens::scan::Scan;
use crate::screens::tasks::Tasks;
use crate::screens::today::{Today, Way as TodayWay};
use dioxus::prelude::*;

/// Today.
#[component]
pub fn TodayPage() -> Element {
    let session = use_session();
    let way = move |way: TodayWay| match way {
        TodayWay::Customers => ways::to(Route::CustomersPage { ordering: false }),
        TodayWay::NewOrder => ways::to(Route::CustomersPage { ordering: true }),
        TodayWay::Calendar => ways::calendar(None),
        TodayWay::Customer(key) => ways::customer(key),
        TodayWay::OrderFor(key) => match session.start_order(&key) {
            Ok(uid) => ways::order(uid),
            // The customer's own screen says why, and what else can be done.
            Err(_) => ways::customer(key),
        },
        TodayWay::Draft(uid) => ways::order(uid),
        TodayWay::Order(uid) => ways::placed_order(uid),
        TodayWay::Tasks => ways::to(Route::TasksPage {}),
        TodayWay::Team => ways::to(Route::TeamPage {}),
        TodayWay::Report(of) => ways::report(of),
        TodayWay::Visit(uid) => ways::visit(uid),
        TodayWay::Route => ways::to(Route::DayRoutePage {}),
    };
    rsx! {
        Today { on_way: way, on_go: ways::go, on_strip: |()| ways::sync() }
    }
}

/// Bar codes.
#[component]
pub fn ScanPage() -> Element {
    rsx! {
        Scan {
            on_search: |()| ways::to(Route::CataloguePage {}),
            on_order: ways::order,
            on_go: ways::go,
            on_strip: |()| ways::sync(),
        }
    }
}

/// Tasks.
#[component]
pub fn TasksPage() -> Element {
    rsx! {
        Tasks {
            on_open: ways::task,
            on_go: ways::go,
            on_strip: |()| ways::sync(),
        }
    }
}

/// Everything else.
#[component]
pub fn MorePage() -> Element {
    let mut gate = use_context::<Gatekeeper>();
    let way = move |way: MoreWay| match way {
        MoreWay::Customers => ways::to(Route::CustomersPage { ordering: false }),
        MoreWay::Catalogue => ways::to(Route::CataloguePage {}),
        MoreWay::Calendar => ways::calendar(None),
        MoreWay::Team => ways::to(Route::TeamPage {}),
        MoreWay::Sync => ways::sync(),
        MoreWay::Backup => ways::to(Route::BackupPage {}),
        MoreWay::Printers => ways::to(Route::PrintersPage {}),
        MoreWay::Scanning => ways::to(Route::ScanningPage {}),
        MoreWay::Reminders => ways::to(Route::RemindersPage {}),
        MoreWay::Templates => ways::to(Route::TemplatesPage {}),
        MoreWay::Pin => ways::to(Route::PinPage {}),
        MoreWay::Presence => ways::to(Route::PresencePage {}),
        MoreWay::About => ways::to(Route::AboutPage {}),
        MoreWay::Lock => gate.lock(),
        MoreWay::AddDemo => gate.add_demo(),
        MoreWay::Connect => gate.connect(),
        MoreWay::ConnectAgain => ways::to(Route::ConnectAgainPage {}),
    };
    rsx! {
        More { on_way: way, on_go: ways::go, on_strip: |()| ways::sync() }
    }
}
