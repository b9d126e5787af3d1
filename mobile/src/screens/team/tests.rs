//! The team rendered to text in each of its states.

use super::lines::{Line, lines};
use super::today::Shown;
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, NaiveDate};
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{
    Flag, MoneyView, TeamDayView, TeamFilter, TeamMoment, TeamOrderLine, TeamPerson, TeamPlace,
    TeamRepView, TeamTaskLine, TeamVisitLine,
};

const INES: &str = "ines@example.com";

fn at(time: &str) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-05-14T{time}:00+01:00")).unwrap()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 14).unwrap()
}

fn money(cents: i64) -> MoneyView {
    MoneyView::new(Decimal::new(cents, 2), "EUR")
}

fn visit(id: i64, customer_name: &str, until: Option<&str>, flags: Vec<Flag>) -> TeamMoment {
    TeamMoment::Visit(TeamVisitLine {
        id,
        nth: u32::try_from(id).unwrap(),
        customer_name: customer_name.into(),
        from: at("08:55"),
        until: until.map(at),
        planned: id == 1,
        degrees: Some((41.15, -8.61)),
        flags,
        sold: if id == 1 { vec![money(18_620)] } else { vec![] },
        worth: if id == 1 { 18_620 } else { 0 },
    })
}

fn ines() -> TeamRepView {
    let place = |time: &str, name: &str| TeamPlace {
        at: at(time),
        customer_name: name.into(),
        degrees: (41.15, -8.61),
    };
    TeamRepView {
        user: INES.into(),
        name: "Inês Prata".into(),
        moments: vec![
            visit(1, "Café Âncora", Some("09:10"), vec![Flag::ClockChanged { minutes: -14 }]),
            visit(
                2,
                "Pastelaria Nuvem with a name that goes on and on and does not fit on any phone",
                None,
                vec![Flag::Far { metres: 380 }, Flag::NoCheckOut],
            ),
            TeamMoment::Order(TeamOrderLine {
                name: "SAL-ORD-2026-00009".into(),
                receipt_no: "VAN3-00042".into(),
                customer_name: "Tasca do Cais".into(),
                at: Some(at("10:05")),
                total: money(40_495),
                status: "To Deliver and Bill".into(),
            }),
            TeamMoment::Task(TeamTaskLine {
                key: "server:TASK-1".into(),
                subject: "Fit the shelf".into(),
                at: Some(at("11:00")),
                progress: 60,
                status: "Working".into(),
            }),
        ],
        visits: 2,
        flagged: 2,
        minutes: 15,
        sold: vec![money(59_115)],
        first: Some(place("08:55", "Café Âncora")),
        last: Some(place("11:21", "Pastelaria Nuvem")),
    }
}

fn ready() -> Asked<TeamDayView> {
    Asked::Ready(TeamDayView {
        reps: vec![ines()],
        sold: vec![money(59_115)],
        territories: vec![],
        as_of: Some(at("13:00")),
    })
}

fn view(users: &[&str], day_view: Asked<TeamDayView>) -> Element {
    let users = users.iter().map(|user| (*user).to_owned()).collect();
    let people = vec![TeamPerson { user: INES.into(), name: "Inês Prata".into(), visits: 2 }];
    rsx! {
        View {
            filter: TeamFilter { users, ..TeamFilter::day(day()) },
            today: day(),
            day: day_view,
            people,
            map: rsx! { p { "map" } },
            on_back: |()| {},
            on_step: |_| {},
            on_person: |_| {},
            on_filter: |()| {},
            on_way: |_| {},
        }
    }
}

fn words(language: Language, size: u32, part: fn() -> Element) -> String {
    text(&render_at(language, size, part))
}

#[test]
fn of_everyone_each_rep_is_a_line() {
    let words = words(Language::English, 100, || view(&[], ready()));
    for part in
        ["Inês Prata", "2 visits", "15 min", "€591.15", "2 visits to look at", "as of 13:00"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("Café Âncora"), "{words}");
}

#[test]
fn of_one_rep_all_that_was_done_is_told() {
    let english = words(Language::English, 150, || view(&[INES], ready()));
    for part in [
        "First 08:55",
        "Last 11:21",
        "08:55 – 09:10 · 15 min",
        "planned",
        "Clock set back 14 minutes",
        "08:55 – no check-out",
        "Checked in 380 m from the customer",
        "Never checked out",
        "VAN3-00042",
        "Fit the shelf",
        "60",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    let arabic = words(Language::Arabic, 150, || view(&[INES], ready()));
    assert!(arabic.contains("Café Âncora") && !arabic.contains("team-"), "{arabic}");
}

/// Inês over two days.
fn over_two_days() -> Asked<TeamDayView> {
    let mut rep = ines();
    rep.first.as_mut().unwrap().at -= chrono::TimeDelta::days(1);
    Asked::Ready(TeamDayView { reps: vec![rep], ..TeamDayView::default() })
}

#[test]
fn times_of_the_clock_stand_alone_on_one_day_only() {
    let everyone = |view: fn() -> Element| words(Language::English, 100, view);
    assert!(everyone(|| view(&[], ready())).contains("08:55 – 11:21"));
    let several = everyone(|| view(&[], over_two_days()));
    assert!(several.contains("15 min") && !several.contains("08:55"), "{several}");
    let one = everyone(|| view(&[INES], over_two_days()));
    for part in ["First Wed 13 May 08:55", "Last Thu 14 May 11:21"] {
        assert!(one.contains(part), "{part}: {one}");
    }
}

#[test]
fn nothing_yet_not_yet_and_not_at_all() {
    let none = words(Language::English, 100, || view(&[], Asked::Ready(TeamDayView::default())));
    assert!(none.contains("No visits here"), "{none}");
    let loading = render_at(Language::English, 100, || view(&[], Asked::Loading));
    assert!(loading.contains("aria-busy"));
    let failed = || view(&[], Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}

#[test]
fn a_day_is_named_where_there_are_several() {
    let day_view = TeamDayView { reps: vec![ines()], ..TeamDayView::default() };
    let one = TeamFilter { users: vec![INES.into()], ..TeamFilter::day(day()) };
    let headings = |filter: &TeamFilter| {
        let lines = lines(filter, &day_view);
        lines.iter().filter(|line| matches!(line, Line::Day(_))).count()
    };
    assert_eq!(headings(&one), 0);
    assert_eq!(headings(&TeamFilter { from: day().pred_opt().unwrap(), ..one.clone() }), 1);
    let nobody = TeamFilter { users: vec!["x".into()], ..one };
    assert!(lines(&nobody, &day_view).is_empty());
}

#[test]
fn today_says_how_the_day_of_the_team_goes() {
    let words = words(Language::English, 100, || {
        let day = TeamDayView { reps: vec![ines()], ..TeamDayView::default() };
        rsx! { Shown { day, on_open: |()| {} } }
    });
    assert!(words.contains("2 visits · 2 visits to look at"), "{words}");
}
