//! What a supervisor waits for: the map of 20,000 visits, a day of the team, its figures, a day's route.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use chrono::Days;
use criterion::{Criterion, criterion_group, criterion_main};
use satchel_app::views::TeamFilter;
use satchel_app::{DemoRep, Session, demo_team, see_team};
use satchel_domain::position::Position;
use satchel_domain::route::{Start, Stop, plan};
use satchel_tests::phone::{PIN, fake_phone};
use std::hint::black_box;

const VISITS: usize = 20_000;
const REPS: usize = 10;

/// A profile that sees 20,000 visits.
fn supervisor(folder: &std::path::Path) -> Session {
    let phone = fake_phone(folder, "2026-05-14T09:41:00+01:00").unwrap();
    let rep = DemoRep { device_code: "VAN3".into(), user: "Inês Prata".into() };
    let session = phone.satchel.create_demo_for(PIN, "en", &rep).unwrap();
    let today = session.today();
    let company = satchel_demo::documents(today).unwrap();
    let team = demo_team(&company, today, REPS, VISITS).unwrap();
    for some in team.chunks(5_000) {
        see_team(session.store(), some.to_vec(), today).unwrap();
    }
    session
}

/// Forty stops around Porto, some at agreed times.
fn stops() -> Vec<Stop> {
    let stop = |n: i32| Stop {
        place: Position::new(
            41.15 + f64::from(n * 37 % 40) / 1e3,
            -8.61 + f64::from(n * 53 % 40) / 1e3,
        )
        .ok(),
        opens: (n % 7 == 0).then_some(540 + n * 10),
        closes: (n % 7 == 0).then_some(600 + n * 10),
        minutes: 15,
    };
    (0..40).map(stop).collect()
}

fn team(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let session = supervisor(folder.path());
    let today = session.today();
    let year = TeamFilter {
        from: today.checked_sub_days(Days::new(400)).unwrap(),
        ..TeamFilter::day(today)
    };
    criterion.bench_function("team/map_of_20000_visits", |b| {
        b.iter(|| black_box(session.team_map(&year).unwrap()));
    });
    criterion.bench_function("team/day", |b| {
        b.iter(|| black_box(session.team_day(&TeamFilter::day(today)).unwrap()));
    });
    criterion.bench_function("team/figures_of_20000_visits", |b| {
        b.iter(|| black_box(session.team_report(&year, 30).unwrap()));
    });
    let start = Start { place: Position::new(41.15, -8.61).ok(), at: 480 };
    let stops = stops();
    criterion
        .bench_function("team/route_of_40_stops", |b| b.iter(|| plan(start, black_box(&stops))));
}

criterion_group!(benches, team);
criterion_main!(benches);
