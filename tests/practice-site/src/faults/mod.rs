//! A bad line and a bad day of the server, on demand.

mod profile;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

pub use profile::{Outage, Profile};

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
    /// It is carried out, and a gateway says 502.
    BadGateway,
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
    /// 200 with the sign-in page of the site itself.
    LoginPage,
    /// The sign-in page of a public network.
    CaptivePortal,
}

impl Fault {
    /// Reads `latency:300` (milliseconds), `throttle:15` (seconds) or one of [`Fault::word`].
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, number) = text.split_once(':').unwrap_or((text, ""));
        Some(match kind {
            "latency" => Self::Latency(Duration::from_millis(number.parse().ok()?)),
            "throttle" => Self::Throttle(number.parse().ok()?),
            "cut-before" => Self::CutBefore,
            "cut-after" => Self::CutAfter,
            "half" => Self::HalfAnswer,
            "bad-gateway" => Self::BadGateway,
            "gateway" => Self::GatewayTimeout,
            "error" => Self::ServerError,
            "maintenance" => Self::Maintenance,
            "login" => Self::LoginExpired,
            "login-page" => Self::LoginPage,
            "portal" => Self::CaptivePortal,
            _ => return None,
        })
    }

    /// Its kind in a word, for reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Latency(_) => "latency",
            Self::CutBefore => "cut-before",
            Self::CutAfter => "cut-after",
            Self::HalfAnswer => "half",
            Self::BadGateway => "bad-gateway",
            Self::GatewayTimeout => "gateway",
            Self::Throttle(_) => "throttle",
            Self::ServerError => "error",
            Self::Maintenance => "maintenance",
            Self::LoginExpired => "login",
            Self::LoginPage => "login-page",
            Self::CaptivePortal => "portal",
        }
    }

    /// Whether the request is carried out all the same.
    pub fn is_carried_out(self) -> bool {
        matches!(
            self,
            Self::Latency(_)
                | Self::CutAfter
                | Self::HalfAnswer
                | Self::BadGateway
                | Self::GatewayTimeout
        )
    }
}

#[derive(Debug, Default)]
struct Plan {
    next: VecDeque<Option<Fault>>,
    always: Option<Fault>,
    chances: Vec<(Fault, u32)>,
    outages: Vec<Outage>,
    /// The outage that goes on, and for how many requests more.
    during: Option<(Fault, u32)>,
    random: u64,
}

impl Plan {
    /// A number below `below`; 0 where that is 0.
    fn number(&mut self, below: u32) -> u32 {
        self.random = self.random.wrapping_add(1);
        let drawn = mix(self.random).checked_rem(u64::from(below)).unwrap_or_default();
        u32::try_from(drawn).unwrap_or_default()
    }

    /// What goes on, what begins now, or what this one request meets.
    fn draw(&mut self) -> Option<Fault> {
        if let Some((fault, left)) = self.during {
            self.during = left.checked_sub(1).filter(|left| *left > 0).map(|left| (fault, left));
            return Some(fault);
        }
        if !self.outages.is_empty() {
            let chances: Vec<_> = self.outages.iter().map(|o| (*o, o.chance)).collect();
            if let Some(outage) = self.one_of(&chances) {
                let spread = outage.longest.saturating_sub(outage.shortest).saturating_add(1);
                let length = outage.shortest.saturating_add(self.number(spread));
                self.during = length.checked_sub(1).map(|left| (outage.fault, left));
                self.during = self.during.filter(|(_, left)| *left > 0);
                return Some(outage.fault);
            }
        }
        if self.chances.is_empty() {
            return None;
        }
        let chances = self.chances.clone();
        self.one_of(&chances)
    }

    /// One of these, each with so many chances in a thousand.
    fn one_of<T: Copy>(&mut self, chances: &[(T, u32)]) -> Option<T> {
        let mut draw = self.number(1_000);
        for (one, chances) in chances {
            match draw.checked_sub(*chances) {
                Some(rest) => draw = rest,
                None => return Some(*one),
            }
        }
        None
    }
}

/// The faults of a line. Clones steer the same line.
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
        self.with(|plan| *plan = Plan { random: seed, chances, ..Plan::default() });
    }

    /// The faults of a profile; the same seed gives the same faults in the same order.
    pub fn follow(&self, seed: u64, profile: &Profile) {
        let (chances, outages) = (profile.chances.clone(), profile.outages.clone());
        self.with(|plan| *plan = Plan { random: mix(seed), chances, outages, ..Plan::default() });
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
            if plan.always.is_some() {
                return plan.always;
            }
            plan.draw()
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
    fn an_outage_lasts_for_some_requests() {
        let faults = Faults::default();
        let outage = Outage { fault: Fault::Maintenance, chance: 20, shortest: 4, longest: 6 };
        let profile = Profile { outages: vec![outage], ..Profile::default() };
        faults.follow(3, &profile);
        let drawn: Vec<bool> = (0..5_000).map(|_| faults.draw().is_some()).collect();
        let lengths: Vec<usize> =
            drawn.split(|down| !down).map(<[bool]>::len).filter(|length| *length > 0).collect();
        assert!(lengths.len() > 50, "{lengths:?}");
        // Two may follow each other.
        assert!(lengths.iter().all(|length| *length >= 4), "{lengths:?}");
        assert!(lengths.iter().filter(|length| (4..=6).contains(*length)).count() > 40);
    }

    #[test]
    fn faults_have_names() {
        assert_eq!(Fault::parse("throttle:15"), Some(Fault::Throttle(15)));
        assert_eq!(Fault::parse("half"), Some(Fault::HalfAnswer));
        assert_eq!(Fault::parse("latency"), None);
    }
}
