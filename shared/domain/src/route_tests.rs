use super::*;
use proptest::prelude::*;

fn at(latitude: f64, longitude: f64) -> Option<Position> {
    Position::new(latitude, longitude).ok()
}

fn stop(place: Option<Position>) -> Stop {
    Stop { place, opens: None, closes: None, minutes: 10 }
}

fn start() -> Start {
    Start { place: at(38.70, -9.14), at: 8 * 60 }
}

fn order(legs: &[Leg]) -> Vec<usize> {
    legs.iter().map(|leg| leg.stop).collect()
}

#[test]
fn stops_along_a_road_are_made_one_after_another() {
    let road = [38.75, 38.71, 38.74, 38.72, 38.73];
    let stops: Vec<Stop> = road.iter().map(|north| stop(at(*north, -9.14))).collect();
    let legs = plan(start(), &stops);
    assert_eq!(order(&legs), [1, 3, 4, 2, 0]);
    let whole = total_metres(&legs);
    assert!((5_550.0..5_570.0).contains(&whole), "{whole}");
    assert!(legs.iter().all(|leg| leg.late == 0));
}

#[test]
fn what_is_agreed_comes_before_what_is_near() {
    let near = stop(at(38.701, -9.14));
    let far = Stop { closes: Some(8 * 60 + 20), ..stop(at(38.76, -9.14)) };
    let legs = plan(start(), &[near, far]);
    assert_eq!(order(&legs), [1, 0], "the far one closes at twenty past eight");
    assert_eq!(legs[0].late, 0);
    // One that opens at noon does not hold up the others.
    let noon = Stop { opens: Some(12 * 60), closes: Some(13 * 60), ..stop(at(38.701, -9.14)) };
    let legs = plan(start(), &[noon, stop(at(38.72, -9.14)), stop(at(38.74, -9.14))]);
    assert_eq!(order(&legs)[2], 0);
}

#[test]
fn what_cannot_be_kept_is_told() {
    let shut = Stop { closes: Some(7 * 60), ..stop(at(38.70, -9.14)) };
    let legs = plan(start(), &[shut]);
    assert_eq!((legs[0].arrives, legs[0].late), (8 * 60, 60));
}

#[test]
fn a_stop_without_a_position_has_no_way() {
    let legs = plan(start(), &[stop(None), stop(at(38.71, -9.14))]);
    assert_eq!(legs.len(), 2);
    assert!(legs.iter().any(|leg| leg.stop == 0 && leg.metres.is_none()));
    let nowhere = plan(Start { place: None, at: 480 }, &[stop(at(38.71, -9.14))]);
    assert_eq!((nowhere[0].metres, nowhere[0].arrives), (None, 480));
    assert!(plan(start(), &[]).is_empty());
}

#[test]
fn an_order_by_hand_is_kept() {
    let stops = [stop(at(38.75, -9.14)), stop(at(38.71, -9.14))];
    assert_eq!(order(&legs(start(), &stops, &[0, 7, 1])), [0, 1]);
}

fn any_stop() -> impl Strategy<Value = Stop> {
    let place = prop::option::of((38.0..39.0, -9.5..-8.5));
    let window = prop::option::of((400..1_000_i32, 0..200_i32));
    (place, window, -5..60_i32).prop_map(|(place, window, minutes)| Stop {
        place: place.and_then(|(north, east)| at(north, east)),
        opens: window.map(|(opens, _)| opens),
        closes: window.map(|(opens, long)| opens + long),
        minutes,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_stop_is_made_once_and_never_dearer_than_as_given(
        stops in prop::collection::vec(any_stop(), 0..14),
    ) {
        let legs = plan(start(), &stops);
        let mut found = order(&legs);
        let day = Day { start: start(), stops: &stops };
        prop_assert!(day.cost(&found) <= day.cost(&day.nearest_first()) + GAIN);
        prop_assert_eq!(plan(start(), &stops), legs, "the same twice");
        found.sort_unstable();
        prop_assert_eq!(found, (0..stops.len()).collect::<Vec<_>>());
    }

    #[test]
    fn no_crossing_is_left_between_open_stops(
        places in prop::collection::vec((38.0..39.0_f64, -9.5..-8.5_f64), 2..9),
    ) {
        let stops: Vec<Stop> = places.iter().map(|(north, east)| stop(at(*north, *east))).collect();
        let planned = total_metres(&plan(start(), &stops));
        let mut found = order(&plan(start(), &stops));
        for from in 0..found.len() {
            for until in from + 2..=found.len() {
                found[from..until].reverse();
                let other = total_metres(&legs(start(), &stops, &found));
                found[from..until].reverse();
                prop_assert!(planned <= other + 1.0, "{planned} {other}");
            }
        }
    }
}
