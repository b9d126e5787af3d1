//! A position on Earth.

use crate::capture::CapturedPosition;

/// Degrees on WGS 84, both finite and in range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    latitude: f64,
    longitude: f64,
}

/// The degrees are no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("latitude must lie within 90 degrees and longitude within 180")]
pub struct NoPosition;

impl NoPosition {
    /// The key of the sentence shown to the user.
    pub fn message_id(self) -> &'static str {
        "error-no-position"
    }
}

impl Position {
    /// A position of `latitude` degrees north and `longitude` degrees east.
    ///
    /// # Errors
    ///
    /// [`NoPosition`] outside of ±90 and ±180 degrees, or for what is not a number.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, NoPosition> {
        let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        if fits { Ok(Self { latitude, longitude }) } else { Err(NoPosition) }
    }

    /// Degrees north.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    pub fn longitude(self) -> f64 {
        self.longitude
    }
}

impl TryFrom<CapturedPosition> for Position {
    type Error = NoPosition;

    fn try_from(captured: CapturedPosition) -> Result<Self, NoPosition> {
        Self::new(f64::from(captured.latitude_e7) / 1e7, f64::from(captured.longitude_e7) / 1e7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_captured_position_in_degrees() {
        let captured = CapturedPosition {
            latitude_e7: -235_505_000,
            longitude_e7: -466_333_000,
            accuracy_m: 8,
            ..CapturedPosition::default()
        };
        assert_eq!(Position::try_from(captured), Position::new(-23.5505, -46.6333));
        let nowhere = CapturedPosition { latitude_e7: 900_000_001, ..captured };
        assert_eq!(Position::try_from(nowhere), Err(NoPosition));
    }

    proptest! {
        #[test]
        fn only_degrees_in_range(latitude in any::<f64>(), longitude in any::<f64>()) {
            let fits = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
            prop_assert_eq!(Position::new(latitude, longitude).is_ok(), fits);
        }
    }
}
