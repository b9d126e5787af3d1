//! A month of 2,000 repeating Events, on their days as ERPNext's calendar shows them; the way of a day of 40 stops.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use satchel_domain::calendar::{DateRange, Event, occurrences};
use satchel_domain::position::Position;
use satchel_domain::route::{Start, Stop, plan};
use serde_json::json;
use std::hint::black_box;

const EVENTS: usize = 2_000;
const STOPS: u8 = 40;

/// Each kind of repeating in turn, begun over the two years before.
fn events() -> Vec<Event> {
    let kinds = ["Daily", "Weekly", "Monthly", "Quarterly", "Half Yearly", "Yearly"];
    (0..EVENTS)
        .map(|at| {
            let start = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap()
                + chrono::Days::new(u64::try_from(at % 730).unwrap());
            let hour = 6 + at % 12;
            Event::from_document(&json!({
                "name": format!("EV{at:05}"), "subject": format!("Round {at}"),
                "starts_on": format!("{start} {hour:02}:00:00"),
                "ends_on": format!("{start} {hour:02}:45:00"),
                "repeat_this_event": 1, "repeat_on": kinds[at % kinds.len()],
                "monday": 1, "wednesday": u8::from(at % 2 == 0), "friday": u8::from(at % 3 == 0),
            }))
            .unwrap()
        })
        .collect()
}

fn month(bench: &mut Criterion) {
    let events = events();
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let range = DateRange::new(day(5, 1), day(5, 31)).unwrap();
    bench.bench_function("calendar/month_of_2000_repeating", |b| {
        b.iter(|| occurrences(black_box(&events), range).len());
    });
}

/// Stops about Porto, spread like seeds of a sunflower; every third is agreed for an hour of the day.
fn stops() -> Vec<Stop> {
    (0..STOPS)
        .map(|at| {
            let n = f64::from(at);
            let (turn, out) = (n * 2.399_963, 0.012 * n.sqrt());
            let place = Position::new(41.15 + out * turn.cos(), -8.61 + out * turn.sin()).unwrap();
            let opens = (at % 3 == 0).then(|| 8 * 60 + i32::from(at % 9) * 60);
            Stop { place: Some(place), opens, closes: opens.map(|opens| opens + 30), minutes: 12 }
        })
        .collect()
}

fn day_route(bench: &mut Criterion) {
    let stops = stops();
    let start = Start { place: Position::new(41.16, -8.65).ok(), at: 8 * 60 };
    bench.bench_function("calendar/day_route_of_40_stops", |b| {
        b.iter(|| plan(start, black_box(&stops)).len());
    });
}

criterion_group!(benches, month, day_route);
criterion_main!(benches);
