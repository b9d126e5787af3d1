//! The way between visits: thinned before it is kept (Ramer–Douglas–Peucker, by `geo`), and as one text
//! (Encoded Polyline Algorithm Format, by `polyline`).

use geo::{Coord, LineString, SimplifyIdx};

use crate::position::Position;

/// Metres in a degree of latitude, roughly; what is thinned away is measured with it.
const DEGREE_M: f64 = 111_320.0;

/// Points thinned in one go: on a way that turns at each of them the algorithm goes as deep as there are points.
const AT_ONCE: usize = 400;
/// Decimals of a degree that are kept in a text: a metre.
const DECIMALS: u32 = 5;
/// Letters of a text before the last one of a number; twice 360 degrees take five.
const LONGEST_NUMBER: usize = 6;
/// Longest text that is read, in bytes: a hundred times the way of a busy day.
const LONGEST_TEXT: usize = 64 * 1024;

/// Where the phone was at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackPoint {
    /// Where.
    pub place: Position,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// The points that say the way: none left out lies farther than `within_m` metres from the line between
/// those kept. First and last stay, and of a long way one in every 400. For ways of a day, not across a pole.
pub fn thin(track: &[TrackPoint], within_m: f64) -> Vec<TrackPoint> {
    let mut kept = Vec::new();
    let mut rest = track;
    while let Some((part, _)) = rest.split_at_checked(AT_ONCE) {
        let mut part = thin_part(part, within_m);
        // Where a part ends the next one begins.
        part.pop();
        kept.extend(part);
        rest = rest.get(AT_ONCE - 1..).unwrap_or_default();
    }
    kept.extend(thin_part(rest, within_m));
    kept
}

fn thin_part(track: &[TrackPoint], within_m: f64) -> Vec<TrackPoint> {
    let Some(first) = track.first() else { return Vec::new() };
    let scale = first.place.latitude().to_radians().cos();
    let metres = |point: &TrackPoint| {
        // Across the 180th meridian the short way counts.
        let east = (point.place.longitude() - first.place.longitude() + 540.0).rem_euclid(360.0);
        let north = point.place.latitude() - first.place.latitude();
        ((east - 180.0) * scale * DEGREE_M, north * DEGREE_M)
    };
    let line: LineString<f64> = track.iter().map(metres).collect();
    let kept = line.simplify_idx(within_m.max(0.0));
    kept.into_iter().filter_map(|at| track.get(at).copied()).collect()
}

/// A way as one text, to a metre and without its times; empty for no way.
pub fn track_text(track: &[TrackPoint]) -> String {
    let places =
        track.iter().map(|point| Coord { x: point.place.longitude(), y: point.place.latitude() });
    polyline::encode_coordinates(places, DECIMALS).unwrap_or_default()
}

/// Reads a way back; nothing where the text is none.
pub fn read_track(text: &str) -> Vec<Position> {
    // What no difference of degrees can be would overflow where it is added up. A letter below `_` ends a
    // number.
    let mut numbers = text.as_bytes().split(|letter| *letter < b'_');
    if text.len() > LONGEST_TEXT || numbers.any(|number| number.len() > LONGEST_NUMBER) {
        return Vec::new();
    }
    let places = polyline::decode_polyline(text, DECIMALS).map(LineString::into_inner);
    let places = places.unwrap_or_default().into_iter();
    places.filter_map(|place| Position::new(place.y, place.x).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(north: f64, east: f64, at_ms: i64) -> TrackPoint {
        TrackPoint { place: Position::new(north, east).unwrap(), at_ms }
    }

    #[test]
    fn a_straight_road_is_its_ends() {
        let road: Vec<TrackPoint> =
            (0..100).map(|n| point(41.0 + f64::from(n) * 0.001, -8.0, i64::from(n))).collect();
        let kept = thin(&road, 5.0);
        assert_eq!(kept, [road[0], road[99]]);
        let mut bent = road.clone();
        bent[50] = point(41.05, -7.99, 50);
        assert!(thin(&bent, 5.0).contains(&bent[50]));
        assert!(thin(&[], 5.0).is_empty());
    }

    #[test]
    fn a_way_that_turns_everywhere_is_thinned_as_well() {
        let turns: Vec<TrackPoint> = (0..20_000_i32)
            .map(|n| {
                let east = -8.0 + f64::from(n % 2) * 1e-3;
                point(41.0 + f64::from(n) * 1e-4, east, i64::from(n))
            })
            .collect();
        assert_eq!(thin(&turns, 5.0), turns);
        let kept = thin(&turns, 500.0);
        assert!(kept.len() < 200, "{}", kept.len());
        assert_eq!((kept.first(), kept.last()), (turns.first(), turns.last()));
    }

    #[test]
    fn the_date_line_is_no_detour() {
        let way = [point(0.0, 179.999, 0), point(0.0, -180.0, 1), point(0.0, -179.999, 2)];
        assert_eq!(thin(&way, 5.0), [way[0], way[2]]);
    }

    #[test]
    fn a_way_is_a_short_text() {
        // The example of the format's description.
        let way = [point(38.5, -120.2, 0), point(40.7, -120.95, 1), point(43.252, -126.453, 2)];
        let text = track_text(&way);
        assert_eq!(text, "_p~iF~ps|U_ulLnnqC_mqNvxq`@");
        let places: Vec<Position> = way.iter().map(|point| point.place).collect();
        assert_eq!(read_track(&text), places);
        assert_eq!(track_text(&[]), "");
        let endless = "~".repeat(20);
        for none in ["", "x y", "_", "é", "~~~~~~~~~~~~~~?", endless.as_str()] {
            assert!(read_track(none).is_empty(), "{none}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_is_none(text in "\\PC{0,60}", letters in "[?-~]{0,80}") {
            read_track(&text);
            read_track(&letters);
        }

        #[test]
        fn a_way_comes_back_to_a_metre(
            places in prop::collection::vec((-90.0..=90.0_f64, -180.0..=180.0_f64), 0..40),
        ) {
            let way: Vec<TrackPoint> =
                places.iter().map(|(north, east)| point(*north, *east, 0)).collect();
            let read = read_track(&track_text(&way));
            prop_assert_eq!(read.len(), way.len());
            for (read, kept) in read.iter().zip(&way) {
                prop_assert!((read.latitude() - kept.place.latitude()).abs() < 1e-5);
                prop_assert!((read.longitude() - kept.place.longitude()).abs() < 1e-5);
            }
        }

        #[test]
        fn ends_and_order_stay(
            steps in prop::collection::vec((-0.01..0.01_f64, -0.01..0.01_f64), 1..60),
            within in -1.0..500.0_f64,
        ) {
            let mut place = (41.0, -8.0);
            let track: Vec<TrackPoint> = (0..).zip(steps).map(|(at, (north, east))| {
                place = (place.0 + north, place.1 + east);
                point(place.0, place.1, at)
            }).collect();
            let kept = thin(&track, within);
            prop_assert_eq!(kept.first(), track.first());
            prop_assert_eq!(kept.last(), track.last());
            prop_assert!(kept.windows(2).all(|pair| pair[0].at_ms < pair[1].at_ms));
        }
    }
}
