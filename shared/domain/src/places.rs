//! Distances between positions.

use geo::{Distance, Haversine, Point};

use crate::position::Position;

/// The distance in metres along a great circle of the mean Earth; within half a percent of the
/// truth, which is less than a phone's own error near by.
pub fn distance_m(a: Position, b: Position) -> f64 {
    let point = |position: Position| Point::new(position.longitude(), position.latitude());
    Haversine.distance(point(a), point(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    #[test]
    fn known_distances() {
        // São Paulo to Rio de Janeiro, and one degree along the equator.
        let metres = distance_m(at(-23.5505, -46.6333), at(-22.9068, -43.1729));
        assert!((360_000.0..362_000.0).contains(&metres), "{metres}");
        let degree = distance_m(at(0.0, 179.5), at(0.0, -179.5));
        assert!((111_100.0..111_300.0).contains(&degree), "{degree}");
    }

    proptest! {
        #[test]
        fn a_distance_is_the_same_both_ways(
            a in -90.0..=90.0, b in -180.0..=180.0, c in -90.0..=90.0, d in -180.0..=180.0,
        ) {
            let there = distance_m(at(a, b), at(c, d));
            let back = distance_m(at(c, d), at(a, b));
            prop_assert!((there - back).abs() < 0.01);
            prop_assert!((0.0..20_038_000.0).contains(&there));
        }
    }
}
