//! The way of the day rendered to text in each of its states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::NaiveTime;
use dioxus::prelude::*;
use satchel_app::views::{DayRouteView, RouteView, VisitStop};

fn stop(name: &str, minute: u32, place: Option<(&str, &str)>) -> VisitStop {
    VisitStop {
        event: format!("server:{name}"),
        at: NaiveTime::from_hms_opt(10, minute, 0),
        until: None,
        arrives: NaiveTime::from_hms_opt(11, minute, 0),
        late_min: 0,
        past: false,
        customer: format!("server:{name}"),
        customer_name: name.to_owned(),
        place: "Rua do Bonfim 118".to_owned(),
        distance_m: place.map(|_| 2_100),
        done: false,
        usual: None,
        overdue: None,
        phone: String::new(),
        position: place.map(|(north, east)| (north.to_owned(), east.to_owned())),
    }
}

fn day(by_hand: bool) -> DayRouteView {
    let mut late = stop("Sete Pipas", 45, Some(("41.15", "-8.62")));
    late.late_min = 20;
    DayRouteView {
        stops: vec![stop("Flor", 0, Some(("41.14", "-8.61"))), stop("Nuvem", 30, None), late],
        route: RouteView { total_m: Some(4_200), by_hand },
    }
}

fn view(shown: Asked<DayRouteView>) -> Element {
    rsx! {
        View { shown, problem: None, on_back: |()| {}, on_open: |_| {}, on_deed: |_| {} }
    }
}

fn of(part: fn() -> Element) -> (String, String) {
    let html = render_at(Language::English, 100, part);
    let words = text(&html);
    (html, words)
}

#[test]
fn the_way_says_order_distances_and_what_is_late() {
    let (html, words) = of(|| view(Asked::Ready(day(false))));
    for part in ["3 stops · 4.2 km in all", "10:00 · 2.1 km", "There about 11:45, late"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let places = ["Flor", "Nuvem", "Sete Pipas"].map(|name| words.find(name).unwrap());
    assert!(places.is_sorted());
    assert!(html.contains("destination=41.15%2C-8.62") && html.contains("waypoints=41.14%2C-8.61"));
    assert!(html.contains("Move Nuvem up") && html.contains("Move Nuvem down"));
    assert!(words.contains("Ordered by agreed times") && !words.contains("Order for me"));
}

#[test]
fn an_order_by_hand_can_be_undone() {
    let (_, words) = of(|| view(Asked::Ready(day(true))));
    assert!(words.contains("Order for me") && words.contains("you chose"), "{words}");
}

#[test]
fn without_any_place_there_is_an_order_and_no_map() {
    let (html, words) = of(|| {
        let stops = vec![stop("Flor", 0, None), stop("Nuvem", 30, None)];
        view(Asked::Ready(DayRouteView { stops, route: RouteView::default() }))
    });
    assert!(words.contains("2 stops") && !words.contains("in all"), "{words}");
    assert!(!html.contains("maps/dir"));
}

#[test]
fn a_day_without_stops_and_one_not_read() {
    let (_, words) = of(|| view(Asked::Ready(DayRouteView::default())));
    assert!(words.contains("No stops are left today"), "{words}");
    let (html, _) = of(|| view(Asked::Loading));
    assert!(html.contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: Vec::new() }));
    assert!(of(failed).0.contains("role=\"alert\""));
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || view(Asked::Ready(day(true))));
    assert!(text(&html).contains("رتّب لي"), "{html}");
}
