//! Where the phone is.

use satchel_domain::capture::CapturedPosition;
use std::sync::{Mutex, PoisonError};

/// The last position the platform gave. Asking never waits: a document is captured with what is
/// known at that moment, or with nothing.
pub trait Location: Send + Sync {
    /// The newest position the phone knows, if it may tell and knows one.
    fn last_known(&self) -> Option<CapturedPosition>;
}

/// A phone that does not know, or may not tell, where it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLocation;

impl Location for NoLocation {
    fn last_known(&self) -> Option<CapturedPosition> {
        None
    }
}

/// A position that is set by hand: the demo company's van, and tests.
#[derive(Debug, Default)]
pub struct SetLocation {
    position: Mutex<Option<CapturedPosition>>,
}

impl SetLocation {
    /// Stands at `position`.
    pub fn at(position: CapturedPosition) -> Self {
        Self { position: Mutex::new(Some(position)) }
    }

    /// Moves, or loses the position.
    pub fn move_to(&self, position: Option<CapturedPosition>) {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner) = position;
    }
}

impl Location for SetLocation {
    fn last_known(&self) -> Option<CapturedPosition> {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_position_moves_and_is_lost() {
        let here = CapturedPosition { latitude_e7: 1, longitude_e7: 2, accuracy_m: 5 };
        let location = SetLocation::at(here);
        assert_eq!(location.last_known(), Some(here));
        location.move_to(None);
        assert_eq!(location.last_known(), None);
        assert_eq!(NoLocation.last_known(), None);
    }
}
