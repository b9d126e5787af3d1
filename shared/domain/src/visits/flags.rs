//! What looks wrong about a visit, for the supervisor to judge. A flag is a question, not a verdict.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::chain::Break;
use crate::capture::{CapturedAt, CapturedPosition};
use crate::places::distance_m;
use crate::position::Position;

/// Farther from the address than this, beyond the fix's own error, is far, in metres.
const FAR_M: f64 = 300.0;
/// Clocks may differ so much before it is told.
const CLOCK: TimeDelta = TimeDelta::minutes(5);
/// Faster than this between two visits is not driven, in metres a second (200 km/h).
const FASTEST: f64 = 200.0 / 3.6;
/// Nearer than this says nothing about speed, in metres.
const NEAR_M: f64 = 2_000.0;

/// What looks wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Checked in so many metres from the customer's address.
    Far {
        /// Metres.
        metres: u32,
    },
    /// The platform said that the position was made up.
    Simulated,
    /// The phone's clock and the time that passed differ by so many minutes.
    ClockChanged {
        /// Minutes; positive where the clock went forward.
        minutes: i64,
    },
    /// Too far from the visit before for the time between.
    TooFast {
        /// Kilometres an hour.
        kmh: u32,
    },
    /// The record of the visit does not fit the chain.
    Chain(Break),
    /// Begun, and not ended on its day.
    NoCheckOut,
}

/// A visit as the supervisor has it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Arriving.
    pub check_in: CapturedAt,
    /// Leaving, if the rep did.
    pub check_out: Option<CapturedAt>,
    /// Metres to the customer's address, where both are known.
    pub distance_m: Option<u32>,
    /// What the chain says.
    pub broken: Option<Break>,
    /// Whether its day is over.
    pub over: bool,
}

/// The flags of each visit. The visits of one phone, in the order of its chain.
pub fn flags(visits: &[Seen]) -> Vec<Vec<Flag>> {
    let mut before: Option<&CapturedAt> = None;
    let mut all = Vec::with_capacity(visits.len());
    for visit in visits {
        let mut found = of_itself(visit);
        if let Some(before) = before {
            found.extend(clock_changed(before, &visit.check_in));
            found.extend(too_fast(before, &visit.check_in));
        }
        if let Some(out) = &visit.check_out {
            found.extend(clock_changed(&visit.check_in, out));
        }
        before = visit.check_out.as_ref().or(Some(&visit.check_in));
        all.push(found);
    }
    all
}

fn of_itself(visit: &Seen) -> Vec<Flag> {
    let position = visit.check_in.position;
    let accuracy = position.map_or(0.0, |position| f64::from(position.accuracy_m));
    let far = visit.distance_m.filter(|metres| f64::from(*metres) - accuracy > FAR_M);
    let ends = [Some(&visit.check_in), visit.check_out.as_ref()];
    let simulated = |at: &CapturedAt| at.position.is_some_and(|p| p.simulated == Some(true));
    let mut found = Vec::new();
    found.extend(far.map(|metres| Flag::Far { metres }));
    found.extend(ends.into_iter().flatten().any(simulated).then_some(Flag::Simulated));
    found.extend(visit.broken.map(Flag::Chain));
    found.extend((visit.over && visit.check_out.is_none()).then_some(Flag::NoCheckOut));
    found
}

/// Between two moments of one start of the phone as much passes by the wall clock as by the other.
fn clock_changed(before: &CapturedAt, after: &CapturedAt) -> Option<Flag> {
    let by_wall = after.utc.signed_duration_since(before.utc);
    let differs = if before.boot_id == after.boot_id {
        let passed = i128::from(after.monotonic_ms) - i128::from(before.monotonic_ms);
        let passed = i64::try_from(passed).ok().and_then(TimeDelta::try_milliseconds)?;
        by_wall.checked_sub(&passed)?
    } else {
        // After a restart nobody knows how long it took, but time does not go back.
        by_wall.min(TimeDelta::zero())
    };
    (differs.abs() > CLOCK).then(|| Flag::ClockChanged { minutes: differs.num_minutes() })
}

fn too_fast(before: &CapturedAt, after: &CapturedAt) -> Option<Flag> {
    let (from, to) = (before.position?, after.position?);
    let metres = distance_m(place(from)?, place(to)?)
        - f64::from(from.accuracy_m)
        - f64::from(to.accuracy_m);
    let seconds = after.utc.signed_duration_since(before.utc).num_seconds();
    if metres < NEAR_M || seconds < 0 {
        return None;
    }
    let speed = metres / seconds.max(1) as f64;
    (speed > FASTEST).then(|| Flag::TooFast { kmh: (speed * 3.6).min(99_999.0) as u32 })
}

fn place(position: CapturedPosition) -> Option<Position> {
    Position::try_from(position).ok()
}

#[cfg(test)]
#[path = "flags_tests.rs"]
mod tests;
