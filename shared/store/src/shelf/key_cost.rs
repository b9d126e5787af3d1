//! What deriving a key from a PIN costs.

use std::time::{Duration, Instant};

use argon2::Params;
use serde::{Deserialize, Serialize};

/// The least OWASP allows for Argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet).
const FLOOR: Cost = Cost { memory_kib: 19_456, passes: 2, lanes: 1 };
/// More memory than this is unkind to a small phone.
const MOST_MEMORY_KIB: u32 = 65_536;
const MOST_PASSES: u32 = 12;
/// Unlocking must feel immediate: at most 400 ms, so aim lower.
const AIM: Duration = Duration::from_millis(250);
const LIMIT: Duration = Duration::from_millis(400);

/// How much work a PIN costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyCost {
    /// Measured on this phone when the PIN is set: about 250 ms, never below the floor.
    Measured,
    /// The OWASP minimum, for tests and demonstrations.
    Floor,
}

/// Argon2id's parameters as kept in `profile.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// Memory in KiB.
    pub(crate) memory_kib: u32,
    /// Passes over it.
    pub(crate) passes: u32,
    /// Lanes.
    pub(crate) lanes: u32,
}

impl Cost {
    /// The parameters for a new PIN. `derive` runs one derivation, to be timed.
    pub(crate) fn choose(key_cost: KeyCost, mut derive: impl FnMut(Cost)) -> Self {
        match key_cost {
            KeyCost::Floor => FLOOR,
            KeyCost::Measured => {
                let mut timed = |cost| {
                    let start = Instant::now();
                    derive(cost);
                    start.elapsed()
                };
                let mut cost = scaled(timed(FLOOR));
                while cost != FLOOR && timed(cost) > LIMIT {
                    cost = cost.halved();
                }
                cost
            }
        }
    }

    fn halved(self) -> Self {
        if self.passes > FLOOR.passes {
            Self { passes: (self.passes / 2).max(FLOOR.passes), ..self }
        } else {
            Self { memory_kib: (self.memory_kib / 2).max(FLOOR.memory_kib), ..self }
        }
    }

    /// Argon2's own parameters, where the numbers make sense. A card that asks for absurd memory
    /// is refused instead of tried.
    pub(crate) fn params(self) -> Option<Params> {
        if self.memory_kib > 4 * MOST_MEMORY_KIB || self.passes > 4 * MOST_PASSES {
            return None;
        }
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()
    }
}

/// Spends the time aimed at on memory first, then on passes.
fn scaled(floor_took: Duration) -> Cost {
    let took = u32::try_from(floor_took.as_micros()).unwrap_or(u32::MAX).max(1);
    let aim = u32::try_from(AIM.as_micros()).unwrap_or(u32::MAX);
    let times = aim / took;
    let work = FLOOR.memory_kib.saturating_mul(FLOOR.passes).saturating_mul(times);
    let memory_kib = (work / FLOOR.passes).clamp(FLOOR.memory_kib, MOST_MEMORY_KIB);
    Cost { memory_kib, passes: (work / memory_kib).clamp(FLOOR.passes, MOST_PASSES), lanes: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_phone_gets_the_floor_and_a_fast_one_more() {
        assert_eq!(scaled(Duration::from_secs(3)), FLOOR);
        assert_eq!(scaled(Duration::from_millis(200)), FLOOR);
        let fast = scaled(Duration::from_millis(20));
        assert_eq!(fast.memory_kib, MOST_MEMORY_KIB);
        assert!(fast.passes > FLOOR.passes);
        assert!(scaled(Duration::ZERO).params().is_some());
    }

    #[test]
    fn too_slow_a_choice_is_halved_down_to_the_floor() {
        let cost = Cost::choose(KeyCost::Measured, |cost| {
            if cost != FLOOR {
                std::thread::sleep(LIMIT + Duration::from_millis(20));
            }
        });
        assert_eq!(cost, FLOOR);
    }

    #[test]
    fn absurd_parameters_are_refused() {
        assert!(Cost { memory_kib: u32::MAX, passes: 1, lanes: 1 }.params().is_none());
        assert!(Cost { memory_kib: 1, passes: 0, lanes: 0 }.params().is_none());
        assert!(FLOOR.params().is_some());
    }
}
