//! A bad line and a bad day of the server, on demand.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use crate::site::mix;

/// What happens to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is carried out and answered after a while.
    Latency(Duration),
    /// The connection ends before it is carried out.
    CutBefore,
    /// It is carried out and the connection ends without an answer.
    CutAfter,
    /// It is carried out and the connection ends in the middle of the answer.
    HalfAnswer,
    /// It is carried out, and a gateway says 504.
    GatewayTimeout,
    /// 429 with `Retry-After` in seconds.
    Throttle(u64),
    /// 500 with Frappe's error body; nothing is stored.
    ServerError,
    /// 503 `SessionStopped`.
    Maintenance,
    /// 401, as after the key was replaced.
    LoginExpired,
    /// The sign-in page of a public network.
    CaptivePortal,
}

impl Fault {
    /// Reads `latency:300` (milliseconds), `throttle:15` (seconds), `cut-before`, `cut-after`, `half`,
    /// `gateway`, `error`, `maintenance`, `login`, `portal`.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, number) = text.split_once(':').unwrap_or((text, ""));
        Some(match kind {
            "latency" => Self::Latency(Duration::from_millis(number.parse().ok()?)),
            "throttle" => Self::Throttle(number.parse().ok()?),
            "cut-before" => Self::CutBefore,
            "cut-after" => Self::CutAfter,
            "half" => Self::HalfAnswer,
            "gateway" => Self::GatewayTimeout,
            "error" => Self::ServerError,
            "maintenance" => Self::Maintenance,
            "login" => Self::LoginExpired,
            "portal" => Self::CaptivePortal,
            _ => return None,
        })
    }
}

#[derive(Debug, Default)]
struct Plan {
    next: VecDeque<Option<Fault>>,
    always: Option<Fault>,
    chances: Vec<(Fault, u32)>,
    random: u64,
}

/// The faults of a running site. Clones steer the same site.
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<Mutex<Plan>>);

impl Faults {
    /// The next requests in turn meet these; `None` lets one through. Comes before all else.
    pub fn next(&self, faults: impl IntoIterator<Item = Option<Fault>>) {
        self.with(|plan| plan.next.extend(faults));
    }

    /// Every request meets this, until told otherwise.
    pub fn always(&self, fault: Option<Fault>) {
        self.with(|plan| plan.always = fault);
    }

    /// Each request meets one of these with so many chances in a thousand each; the same seed gives
    /// the same faults in the same order.
    pub fn at_random(&self, seed: u64, chances: Vec<(Fault, u32)>) {
        self.with(|plan| {
            plan.random = seed;
            plan.chances = chances;
        });
    }

    /// No faults any more.
    pub fn clear(&self) {
        self.with(|plan| *plan = Plan::default());
    }

    /// What the next request meets.
    pub(crate) fn draw(&self) -> Option<Fault> {
        self.with(|plan| {
            if let Some(planned) = plan.next.pop_front() {
                return planned;
            }
            if plan.always.is_some() || plan.chances.is_empty() {
                return plan.always;
            }
            plan.random = plan.random.wrapping_add(1);
            let mut draw = u32::try_from(mix(plan.random) % 1_000).unwrap_or_default();
            for (fault, chances) in &plan.chances {
                match draw.checked_sub(*chances) {
                    Some(rest) => draw = rest,
                    None => return Some(*fault),
                }
            }
            None
        })
    }

    fn with<T>(&self, change: impl FnOnce(&mut Plan) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planned_faults_come_first_and_once() {
        let faults = Faults::default();
        faults.always(Some(Fault::ServerError));
        faults.next([None, Some(Fault::CutAfter)]);
        assert_eq!(faults.draw(), None);
        assert_eq!(faults.draw(), Some(Fault::CutAfter));
        assert_eq!(faults.draw(), Some(Fault::ServerError));
        faults.clear();
        assert_eq!(faults.draw(), None);
    }

    #[test]
    fn chances_are_kept_and_repeatable() {
        let drawn = |seed| {
            let faults = Faults::default();
            faults.at_random(seed, vec![(Fault::CutAfter, 100), (Fault::CutBefore, 100)]);
            (0..2_000).map(|_| faults.draw()).collect::<Vec<_>>()
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
        let cuts = drawn(7).into_iter().filter(|fault| *fault == Some(Fault::CutAfter)).count();
        assert!((150..250).contains(&cuts), "{cuts}");
    }

    #[test]
    fn faults_have_names() {
        assert_eq!(Fault::parse("throttle:15"), Some(Fault::Throttle(15)));
        assert_eq!(Fault::parse("half"), Some(Fault::HalfAnswer));
        assert_eq!(Fault::parse("latency"), None);
    }
}
