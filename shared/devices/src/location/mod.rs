//! Where the phone is.

pub mod contract;
#[cfg(target_os = "linux")]
pub mod geoclue;
pub mod nmea;
pub mod replay;

use chrono::{DateTime, Utc};
use satchel_domain::capture::CapturedPosition;
use std::time::Duration;
use tokio::sync::watch;

/// What a fix was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// A satellite receiver.
    Satellites,
    /// Whatever the platform mixes: satellites, cells, access points.
    Platform,
    /// Set by hand or replayed.
    Set,
}

/// One position with all the platform says of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fix {
    /// Degrees north × 10⁷.
    pub latitude_e7: i32,
    /// Degrees east × 10⁷.
    pub longitude_e7: i32,
    /// Radius of the 68 % circle in metres, rounded up.
    pub accuracy_m: u32,
    /// Metres above mean sea level.
    pub altitude_m: Option<f64>,
    /// Metres a second over ground.
    pub speed_m_s: Option<f64>,
    /// What it was made from.
    pub provider: Provider,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Whether the platform says the position is made up; `None` where it says neither.
    pub simulated: Option<bool>,
}

impl Fix {
    /// A fix at degrees on WGS 84, or `None` where these are no position. An accuracy that is unknown
    /// (not a number, or below 0) counts as the worst.
    pub fn at_degrees(
        latitude: f64,
        longitude: f64,
        accuracy_m: f64,
        at: DateTime<Utc>,
    ) -> Option<Self> {
        let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        // To the decimetre first: a receiver's 1.2 is a little more in binary.
        let up = (accuracy_m * 10.0).round() / 10.0;
        let accuracy_m = if up >= 0.0 { up.ceil() } else { f64::from(u32::MAX) };
        fits.then(|| Self {
            latitude_e7: (latitude * 1e7).round() as i32,
            longitude_e7: (longitude * 1e7).round() as i32,
            accuracy_m: accuracy_m as u32,
            altitude_m: None,
            speed_m_s: None,
            provider: Provider::Platform,
            at,
            simulated: None,
        })
    }

    /// A place that is set by hand and true at any moment, of unknown making.
    pub fn standing(place: CapturedPosition) -> Self {
        Self {
            latitude_e7: place.latitude_e7,
            longitude_e7: place.longitude_e7,
            accuracy_m: place.accuracy_m,
            altitude_m: None,
            speed_m_s: None,
            provider: Provider::Set,
            at: DateTime::<Utc>::MAX_UTC,
            simulated: place.simulated,
        }
    }

    /// The fix as a document captured at `now` keeps it. A fix from the future, which a wrong clock
    /// gives, counts as made now.
    pub fn captured(&self, now: DateTime<Utc>) -> CapturedPosition {
        let age = now.signed_duration_since(self.at).num_seconds().max(0);
        CapturedPosition {
            latitude_e7: self.latitude_e7,
            longitude_e7: self.longitude_e7,
            accuracy_m: self.accuracy_m,
            age_s: u32::try_from(age).unwrap_or(u32::MAX),
            simulated: self.simulated,
        }
    }
}

/// Why no fix comes. Each has a sentence with the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocationTrouble {
    /// The user said no.
    #[error("the position may not be asked for")]
    Denied,
    /// Location is switched off for the whole phone.
    #[error("location is switched off")]
    SwitchedOff,
    /// There is nothing here that could tell.
    #[error("no location service")]
    NoReceiver,
    /// What told it has gone: a receiver unplugged, a line cut, a service ended.
    #[error("the location service went away")]
    Lost,
    /// No fix that is good enough came in time.
    #[error("no fix in time")]
    TimedOut,
}

impl LocationTrouble {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Denied => "location-denied",
            Self::SwitchedOff => "location-switched-off",
            Self::NoReceiver => "location-no-receiver",
            Self::Lost => "location-lost",
            Self::TimedOut => "location-timed-out",
        }
    }
}

/// What is known at a moment. A trouble does not take the last fix away.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Whereabouts {
    /// The last fix.
    pub fix: Option<Fix>,
    /// Why no newer one comes, if none will.
    pub trouble: Option<LocationTrouble>,
}

/// A source of positions. Looking never waits: a document is captured with what is known at that moment,
/// or with nothing.
pub trait LocationSource: Send + Sync {
    /// What is known, now and from now on.
    fn watch(&self) -> watch::Receiver<Whereabouts>;

    /// What is known now.
    fn whereabouts(&self) -> Whereabouts {
        *self.watch().borrow()
    }
}

/// Waits for a fix no older than `since` and at least as good as `accuracy_m`, at most `time_out` long.
///
/// # Errors
///
/// What keeps the fix away; [`LocationTrouble::TimedOut`] where none good enough came.
pub async fn one_fix(
    source: &dyn LocationSource,
    since: DateTime<Utc>,
    accuracy_m: u32,
    time_out: Duration,
) -> Result<Fix, LocationTrouble> {
    let mut known = source.watch();
    let found = known.wait_for(|known| {
        known.trouble.is_some()
            || known.fix.is_some_and(|fix| fix.at >= since && fix.accuracy_m <= accuracy_m)
    });
    match tokio::time::timeout(time_out, found).await {
        Err(_) => Err(LocationTrouble::TimedOut),
        Ok(Err(_)) => Err(LocationTrouble::Lost),
        Ok(Ok(known)) => match (known.trouble, known.fix) {
            (Some(trouble), _) => Err(trouble),
            (None, Some(fix)) => Ok(fix),
            (None, None) => Err(LocationTrouble::Lost),
        },
    }
}

/// A phone that does not know, or may not tell, where it is.
#[derive(Debug)]
pub struct NoLocation(watch::Sender<Whereabouts>);

impl NoLocation {
    /// A phone without any receiver.
    pub fn new() -> Self {
        Self::because(LocationTrouble::NoReceiver)
    }

    /// A phone that tells nothing for this reason.
    pub fn because(trouble: LocationTrouble) -> Self {
        Self(watch::Sender::new(Whereabouts { fix: None, trouble: Some(trouble) }))
    }
}

impl Default for NoLocation {
    fn default() -> Self {
        Self::new()
    }
}

impl LocationSource for NoLocation {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        self.0.subscribe()
    }
}

/// A position that is set by hand: the demo company's van, and tests.
#[derive(Debug, Default)]
pub struct SetLocation(watch::Sender<Whereabouts>);

impl SetLocation {
    /// Stands at `fix`.
    pub fn at(fix: Fix) -> Self {
        Self(watch::Sender::new(Whereabouts { fix: Some(fix), trouble: None }))
    }

    /// Moves, or loses the position.
    pub fn move_to(&self, fix: Option<Fix>) {
        self.0.send_replace(Whereabouts { fix, trouble: None });
    }

    /// Gives no newer fix for this reason.
    pub fn fail(&self, trouble: LocationTrouble) {
        self.0.send_modify(|known| known.trouble = Some(trouble));
    }
}

impl LocationSource for SetLocation {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        self.0.subscribe()
    }
}

#[cfg(test)]
mod tests;
