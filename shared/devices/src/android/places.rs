//! Positions from Android's LocationManager.

use super::bridge::java;
use super::call;
use crate::location::{Fix, LocationSource, LocationTrouble, Provider, Whereabouts};
use chrono::{DateTime, Utc};
use std::sync::LazyLock;
use tokio::sync::watch;

static KNOWN: LazyLock<watch::Sender<Whereabouts>> = LazyLock::new(watch::Sender::default);

/// What a Java `Location` says. What it does not know is not a number.
pub(super) struct Told {
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) accuracy_m: f64,
    pub(super) altitude_m: f64,
    pub(super) speed_m_s: f64,
    pub(super) satellites: bool,
    pub(super) utc_millis: i64,
    pub(super) simulated: bool,
}

impl Told {
    fn fix(&self) -> Option<Fix> {
        let at = DateTime::<Utc>::from_timestamp_millis(self.utc_millis)?;
        let fix = Fix::at_degrees(self.latitude, self.longitude, self.accuracy_m, at)?;
        Some(Fix {
            altitude_m: Some(self.altitude_m).filter(|metres| metres.is_finite()),
            speed_m_s: Some(self.speed_m_s).filter(|speed| speed.is_finite()),
            provider: if self.satellites { Provider::Satellites } else { Provider::Platform },
            simulated: Some(self.simulated),
            ..fix
        })
    }
}

pub(super) fn fix(told: &Told) {
    let Some(fix) = told.fix() else { return };
    KNOWN.send_if_modified(|known| {
        // Several providers tell at once; a coarse one must not push a good fix of a moment ago away.
        let keep = known.fix.is_some_and(|last| {
            let newer = fix.at.signed_duration_since(last.at).num_seconds();
            newer < 0 || (newer < 30 && fix.accuracy_m > last.accuracy_m.saturating_mul(2))
        });
        if !keep {
            *known = Whereabouts { fix: Some(fix), trouble: None };
        }
        !keep
    });
}

/// Java's numbers (`Places.java`).
pub(super) fn no_fix(reason: i32) {
    let trouble = match reason {
        0 => LocationTrouble::Denied,
        1 => LocationTrouble::SwitchedOff,
        _ => LocationTrouble::NoReceiver,
    };
    KNOWN.send_modify(|known| known.trouble = Some(trouble));
}

/// The phone's position while the app is on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Places;

impl Places {
    /// Begins to follow. Without the permission it says so, and begins once it is given and the app comes
    /// back from the question.
    pub fn follow() -> Self {
        let begun = call(|env, classes| java!(env, &classes.places, "follow", "()V", []).map(drop));
        if begun.is_err() {
            KNOWN.send_modify(|known| known.trouble = Some(LocationTrouble::NoReceiver));
        }
        Self
    }
}

impl LocationSource for Places {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        KNOWN.subscribe()
    }
}
