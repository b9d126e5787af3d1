//! Named bad days.

use std::time::Duration;

use super::Fault;

/// A time during which every request meets the same fault, counted in requests, so that the same
/// seed gives the same day however fast the machine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// What every request meets.
    pub fault: Fault,
    /// Chances in a thousand that it begins with a request.
    pub chance: u32,
    /// How many requests it lasts at least.
    pub shortest: u32,
    /// How many requests it lasts at most.
    pub longest: u32,
}

/// What may go wrong on a kind of day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Its name on the command line.
    pub name: &'static str,
    /// Faults of single requests with their chances in a thousand.
    pub chances: Vec<(Fault, u32)>,
    /// Times in which nothing gets through.
    pub outages: Vec<Outage>,
    /// By how many days the clock of a phone may be wrong, either way.
    pub clock_days: u32,
    /// Whether nothing is sent before everything is written: the outbox is full when signal comes.
    pub signal_last: bool,
}

const fn outage(fault: Fault, chance: u32, shortest: u32, longest: u32) -> Outage {
    Outage { fault, chance, shortest, longest }
}

const fn slow(milliseconds: u64) -> Fault {
    Fault::Latency(Duration::from_millis(milliseconds))
}

impl Profile {
    /// By how many days the clock of a site that has this profile is wrong, ahead for odd seeds.
    pub fn clock_days_of_site(&self, seed: u64) -> i64 {
        let days = i64::from(self.clock_days);
        if seed % 2 == 1 { days } else { -days }
    }

    /// Names that [`Profile::named`] knows, `all` last.
    pub const NAMES: [&'static str; 10] = [
        "none",
        "train",
        "tunnel",
        "flaky",
        "storm",
        "office-closed",
        "hotel",
        "clocks",
        "full-outbox",
        "all",
    ];

    /// A profile by its name.
    ///
    /// - `none`: nothing goes wrong.
    /// - `train`: slow, and every tenth request is cut, before, after or in the middle of the answer.
    /// - `tunnel`: long times without a line, cut before or after the request was carried out.
    /// - `flaky`: a little of everything.
    /// - `storm`: 429 for many requests in a row, 500, and gateways that give up on what runs on.
    /// - `office-closed`: maintenance for many requests in a row, and keys that do not count.
    /// - `hotel`: sign-in pages in place of answers.
    /// - `clocks`: clocks of phones up to ten days wrong; the clock of a practice site by ten.
    /// - `full-outbox`: everything is written before anything is sent, then a line like `train`.
    /// - `all`: all of them on one day.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "none" => Self { name: "none", ..Self::default() },
            "train" => Self { name: "train", chances: train(), ..Self::default() },
            "tunnel" => Self { name: "tunnel", outages: tunnel(), ..Self::default() },
            "flaky" => Self { name: "flaky", chances: flaky(), ..Self::default() },
            "storm" => Self { name: "storm", chances: busy(), outages: storm(), ..Self::default() },
            "office-closed" => {
                Self { name: "office-closed", outages: office_closed(), ..Self::default() }
            }
            "hotel" => Self { name: "hotel", outages: hotel(), ..Self::default() },
            "clocks" => Self { name: "clocks", clock_days: 10, ..Self::default() },
            "full-outbox" => {
                Self { name: "full-outbox", chances: train(), signal_last: true, ..Self::default() }
            }
            "all" => Self {
                name: "all",
                chances: flaky(),
                outages: [tunnel(), storm(), office_closed(), hotel()].concat(),
                clock_days: 10,
                signal_last: false,
            },
            _ => return None,
        })
    }
}

fn train() -> Vec<(Fault, u32)> {
    vec![(slow(60), 200), (Fault::CutBefore, 35), (Fault::CutAfter, 35), (Fault::HalfAnswer, 30)]
}

fn flaky() -> Vec<(Fault, u32)> {
    vec![
        (slow(40), 60),
        (Fault::CutBefore, 25),
        (Fault::CutAfter, 40),
        (Fault::HalfAnswer, 30),
        (Fault::BadGateway, 15),
        (Fault::GatewayTimeout, 15),
        (Fault::Throttle(5), 15),
        (Fault::ServerError, 15),
        (Fault::Maintenance, 10),
        (Fault::LoginPage, 5),
        (Fault::CaptivePortal, 10),
    ]
}

fn busy() -> Vec<(Fault, u32)> {
    vec![
        (Fault::ServerError, 60),
        (Fault::BadGateway, 40),
        (Fault::GatewayTimeout, 40),
        (slow(80), 100),
    ]
}

fn tunnel() -> Vec<Outage> {
    vec![outage(Fault::CutBefore, 20, 3, 10), outage(Fault::CutAfter, 10, 1, 4)]
}

fn storm() -> Vec<Outage> {
    vec![outage(Fault::Throttle(20), 15, 3, 12)]
}

fn office_closed() -> Vec<Outage> {
    vec![outage(Fault::Maintenance, 12, 4, 12), outage(Fault::LoginExpired, 5, 1, 3)]
}

fn hotel() -> Vec<Outage> {
    vec![outage(Fault::CaptivePortal, 12, 3, 9), outage(Fault::LoginPage, 5, 1, 3)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_profile_of_that_name() {
        for name in Profile::NAMES {
            assert_eq!(Profile::named(name).unwrap().name, name);
        }
        assert_eq!(Profile::named("sunshine"), None);
    }

    #[test]
    fn a_site_is_as_wrong_as_its_phones_may_be() {
        let days = |name, seed| Profile::named(name).unwrap().clock_days_of_site(seed);
        assert_eq!((days("clocks", 1), days("clocks", 2), days("train", 1)), (10, -10, 0));
    }

    #[test]
    fn chances_stay_below_a_thousand() {
        for name in Profile::NAMES {
            let profile = Profile::named(name).unwrap();
            let single: u32 = profile.chances.iter().map(|(_, chance)| chance).sum();
            let outages: u32 = profile.outages.iter().map(|outage| outage.chance).sum();
            assert!(single <= 400 && outages <= 120, "{name}: something must get through");
            assert!(profile.outages.iter().all(|o| 0 < o.shortest && o.shortest <= o.longest));
        }
    }

    #[test]
    fn all_has_every_fault() {
        let all = Profile::named("all").unwrap();
        let kinds: std::collections::BTreeSet<&str> = all
            .chances
            .iter()
            .map(|(fault, _)| fault.word())
            .chain(all.outages.iter().map(|outage| outage.fault.word()))
            .collect();
        assert_eq!(kinds.len(), 12, "{kinds:?}");
    }
}
