//! Today rendered to text in each of its states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, NaiveDate, NaiveTime};
use dioxus::prelude::*;
use satchel_app::views::{
    MissedVisit, MoneyView, NearVisit, RouteView, StripState, TodayView, VisitDone, VisitStop,
    VisitView,
};

fn stop(customer_name: &str, done: bool) -> VisitStop {
    VisitStop {
        event: format!("server:{customer_name}"),
        at: NaiveTime::from_hms_opt(10, 30, 0),
        until: None,
        arrives: NaiveTime::from_hms_opt(10, 20, 0),
        late_min: 0,
        past: false,
        customer: format!("server:{customer_name}"),
        customer_name: customer_name.to_owned(),
        place: "Rua do Bonfim 118".to_owned(),
        distance_m: Some(1_240),
        done,
        usual: Some((380.into(), 420.into(), "EUR".to_owned())),
        overdue: Some(MoneyView::new("214.60".parse().unwrap_or_default(), "EUR")),
        phone: "+351 222 000 111".to_owned(),
        position: Some(("41.1465".to_owned(), "-8.6111".to_owned())),
    }
}

fn today(stops: Vec<VisitStop>) -> TodayView {
    TodayView {
        date: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default(),
        who: "Van 3".to_owned(),
        sold: MoneyView::new("879.55".parse().unwrap_or_default(), "EUR"),
        sold_orders: 3,
        visit: None,
        visited: Vec::new(),
        stops,
        route: RouteView::default(),
        near: None,
        missed: Vec::new(),
        events: Vec::new(),
        tasks: Vec::new(),
        drafts: Vec::new(),
        needs_hand: Vec::new(),
        strip: StripState::AllBooked { at: None },
    }
}

fn view(shown: Asked<TodayView>) -> Element {
    rsx! {
        View { shown, wrong: None, on_way: |_| {}, on_deed: |_| {}, base: rsx! {} }
    }
}

fn of(part: fn() -> Element) -> (String, String) {
    let html = render_at(Language::English, 100, part);
    let words = text(&html);
    (html, words)
}

#[test]
fn the_next_stop_is_the_first_not_visited() {
    let (html, words) = of(|| {
        let stops = vec![stop("Café Âncora", true), stop("Flor", false), stop("Nuvem", false)];
        view(Asked::Ready(today(stops)))
    });
    for part in ["€879.55", "sold in 3 orders", "1 of 3", "Thursday 14 May", "Check in", "Then"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    for part in ["Usually €380.00 to €420.00", "Owes €214.60, late", "1.2 km"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(html.contains("tel:+351222000111") && html.contains("geo:41.1465,-8.6111"));
    let (card, then) = words.split_once("Then").unwrap();
    assert!(card.contains("Flor") && then.contains("Nuvem") && !words.contains("Café Âncora"));
}

#[test]
fn at_a_customer_the_rep_sells_or_leaves() {
    let (_, words) = of(|| {
        let mut today = today(vec![stop("Café Âncora", true), stop("Flor", false)]);
        today.visit = Some(VisitView {
            uid: String::new(),
            customer: "server:Café Âncora".to_owned(),
            customer_name: "Café Âncora".to_owned(),
            since: DateTime::parse_from_rfc3339("2026-05-14T09:58:00+01:00").unwrap(),
            no_position: "location-denied".to_owned(),
            pictures: 2,
        });
        view(Asked::Ready(today))
    });
    for part in
        ["Here since 09:58", "Without a position", "New order", "Check out", "Next today", "Flor"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("Check in"));
}

#[test]
fn a_free_day_and_an_evening_say_the_next_step() {
    let (_, free) = of(|| view(Asked::Ready(today(Vec::new()))));
    assert!(free.contains("No visits are planned today") && free.contains("New order"));
    let (_, evening) = of(|| view(Asked::Ready(today(vec![stop("Flor", true)]))));
    assert!(evening.contains("All visits done") && evening.contains("1 of 1"));
}

#[test]
fn what_is_not_there_yet_or_never_is_said() {
    let (html, _) = of(|| view(Asked::Loading));
    assert!(html.contains("aria-busy"));
    let (html, words) =
        of(|| view(Asked::Failed(Problem { id: "error-app-stopped", args: Vec::new() })));
    assert!(html.contains("role=\"alert\"") && words.contains("could not be read"));
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || {
        view(Asked::Ready(today(vec![stop("بقالة زهرة بونفيم", false)])))
    });
    assert!(text(&html).contains("تسجيل الوصول") && html.contains("بقالة زهرة بونفيم"));
}

#[test]
fn a_door_near_by_is_offered_and_what_was_missed_is_told() {
    let (html, words) = of(|| {
        let mut today = today(vec![stop("Flor", false), stop("Nuvem", false)]);
        today.near = Some(NearVisit {
            customer: "server:Sete Pipas".to_owned(),
            customer_name: "Sete Pipas".to_owned(),
            event: String::new(),
            distance_m: 44,
        });
        today.missed = vec![MissedVisit {
            event: "server:EV-9".to_owned(),
            customer: "server:Bar Aurora".to_owned(),
            customer_name: "Bar Aurora".to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 5, 13).unwrap_or_default(),
            at: NaiveTime::from_hms_opt(16, 0, 0),
        }];
        today.stops[1].past = true;
        view(Asked::Ready(today))
    });
    for part in ["Sete Pipas", "40 m away", "Bar Aurora", "Missed", "Yesterday", "Time is over"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.contains("Day route") && html.matches("Check in").count() == 2);
}

#[test]
fn a_visit_that_is_over_leads_to_its_record() {
    let (_, words) = of(|| {
        let at = DateTime::parse_from_rfc3339("2026-05-14T09:58:00+01:00").unwrap();
        let mut today = today(Vec::new());
        today.visited = vec![VisitDone {
            uid: "v".to_owned(),
            customer_name: "Flor".to_owned(),
            from: at,
            until: at,
            note: "sold".to_owned(),
        }];
        view(Asked::Ready(today))
    });
    assert!(words.contains("Visited") && words.contains("until 09:58 · sold"), "{words}");
}
