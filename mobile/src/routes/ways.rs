//! The ways from one screen to another.

use super::{Id, Route};
use crate::components::Place;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::ReceiptOf;

/// Goes to an address.
pub fn to(route: Route) {
    navigator().push(route);
}

/// Goes to a place of the dock.
pub fn go(place: Place) {
    to(match place {
        Place::Today => Route::TodayPage {},
        Place::Orders => Route::OrdersPage {},
        Place::Scan => Route::ScanPage {},
        Place::Tasks => Route::TasksPage {},
        Place::More => Route::MorePage {},
    });
}

/// Back to where the rep came from; to Today where there is nowhere to go back to.
pub fn back() {
    let nav = navigator();
    if nav.can_go_back() {
        nav.go_back();
    } else {
        nav.replace(Route::TodayPage {});
    }
}

/// To a customer, by key.
pub fn customer(key: String) {
    to(Route::CustomerPage { customer: Id(key) });
}

/// To an order being written, by uid.
pub fn order(uid: String) {
    to(Route::OrderPage { uid: Id(uid) });
}

/// To a placed order, by uid.
pub fn placed_order(uid: String) {
    to(Route::OrderDetailPage { uid: Id(uid) });
}

/// To a task, by key.
pub fn task(key: String) {
    to(Route::TaskPage { task: Id(key) });
}

/// To a visit, by uid.
pub fn visit(uid: String) {
    to(Route::VisitPage { visit: Id(uid) });
}

/// To a report.
pub fn report(of: ReceiptOf) {
    to(Route::ReportPage { of: Id(of.document()) });
}

/// To the calendar, on a day or on today.
pub fn calendar(day: Option<NaiveDate>) {
    to(Route::CalendarPage { day: Id(day.map(|day| day.to_string()).unwrap_or_default()) });
}

/// To what waits.
pub fn sync() {
    to(Route::SyncPage {});
}
