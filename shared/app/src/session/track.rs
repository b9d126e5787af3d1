//! The way between visits, where the company records it: from leaving a customer until arriving at the next one
//! on that day, while the app is open. It goes with the visit it leads to; a way that leads to none goes nowhere.

use super::Session;
use super::customers::position;
use super::each_place::at_each_place;
use crate::AppError;
use crate::views::TrackState;
use satchel_devices::location::{Fix, Provider};
use satchel_domain::places::distance_m;
use satchel_domain::visits::{TrackPoint, thin, track_text};
use satchel_store::{PlaceE7, TrackRow};
use satchel_sync::SiteAccount;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How far from the way between those kept a point may lie that is left out, in metres.
const WITHIN_M: f64 = 12.0;
/// A fix with a larger error tells no way, in metres.
const WORST_ACCURACY_M: u32 = 60;
/// Nearer than this to the last point nothing has moved, in metres.
const STANDING_M: f64 = 15.0;
/// Points gathered before they are thinned and kept.
const AT_ONCE: usize = 20;
/// Points of a way; a longer one is thinned further.
const MOST: usize = 1_000;
/// How long the thread sleeps where no fix comes.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// The place of the way in a session.
#[derive(Default)]
pub(super) struct Seat {
    gathered: Mutex<Gathered>,
}

#[derive(Default)]
struct Gathered {
    points: Vec<TrackPoint>,
    /// Of these, those not kept yet.
    fresh: usize,
    running: bool,
}

impl Seat {
    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    /// Whether the way between visits is recorded, and whether it is now.
    ///
    /// # Errors
    /// What the store says.
    pub fn track_state(&self) -> Result<TrackState, AppError> {
        if !SiteAccount::load(&self.inner.store)?.is_some_and(|account| account.track) {
            return Ok(TrackState::Off);
        }
        let visits = self.inner.store.visits_of_day(self.today())?;
        let left = visits.last().is_some_and(|last| last.check_out.is_some());
        let open = self.inner.store.open_visit()?.is_some();
        Ok(if left && !open { TrackState::Recording } else { TrackState::Waiting })
    }

    /// Gathers the way on a thread of its own, as long as there is one to gather. Called where that may
    /// begin: when a profile is opened, and on leaving a customer.
    pub fn follow_track(&self) {
        let mut gathered = self.inner.track.lock();
        if gathered.running {
            return;
        }
        if !self.is_recording() {
            self.forget(&mut gathered);
            return;
        }
        // What was kept before the app was closed goes on, if it is of this way.
        match self.inner.store.track() {
            Ok(kept) => gathered.points = kept.iter().filter_map(point).collect(),
            Err(error) => tracing::warn!(%error, "the way so far cannot be read"),
        }
        gathered.fresh = 0;
        let inner = Arc::downgrade(&self.inner);
        let started = thread::Builder::new()
            .name("satchel-track".to_owned())
            .spawn(move || at_each_place(&inner, LOOK_AGAIN, Session::go_on));
        match started {
            Ok(_) => gathered.running = true,
            Err(error) => tracing::warn!(%error, "the way is not followed"),
        }
    }

    /// The way that ends here, as the field of the visit it leads to; empty where none is recorded.
    pub(super) fn track_to_here(&self) -> String {
        let mut gathered = self.inner.track.lock();
        if !self.is_recording() {
            return String::new();
        }
        self.note_place(&mut gathered);
        let points = thinned(&gathered.points);
        if points.len() < 2 { String::new() } else { track_text(&points) }
    }

    fn is_recording(&self) -> bool {
        self.track_state().is_ok_and(|state| state == TrackState::Recording)
    }

    /// Lets go of the way: a visit has it, or it is over.
    pub(super) fn end_track(&self) {
        let mut gathered = self.inner.track.lock();
        gathered.points.clear();
        gathered.fresh = 0;
    }

    /// Adds where the phone is now, and keeps what was gathered once that is enough.
    fn note_place(&self, gathered: &mut Gathered) {
        let Some(fix) = self.inner.ports.location.whereabouts().fix else { return };
        let Some(next) = next(gathered.points.last(), &fix) else { return };
        gathered.points.push(next);
        gathered.fresh += 1;
        if gathered.fresh < AT_ONCE {
            return;
        }
        gathered.fresh = 0;
        gathered.points = thinned(&gathered.points);
        let rows = gathered.points.iter().map(row).collect();
        if let Err(error) = self.inner.store.keep_track(rows).wait() {
            tracing::warn!(%error, "the way so far was not kept");
        }
    }

    /// Notes where the phone is as long as there is a way. Gives whether there still is.
    fn go_on(&self) -> bool {
        let mut gathered = self.inner.track.lock();
        if self.is_recording() {
            self.note_place(&mut gathered);
            return true;
        }
        self.forget(&mut gathered);
        false
    }

    /// No way is followed any more: a visit goes on, the day is over, or the company records none.
    fn forget(&self, gathered: &mut Gathered) {
        *gathered = Gathered::default();
        if self.inner.store.track().is_ok_and(|kept| !kept.is_empty()) {
            drop(self.inner.store.keep_track(Vec::new()));
        }
    }
}

/// The point of a fix, if it adds to the way.
fn next(last: Option<&TrackPoint>, fix: &Fix) -> Option<TrackPoint> {
    if fix.accuracy_m > WORST_ACCURACY_M || fix.provider == Provider::Set {
        return None;
    }
    let place = PlaceE7 { latitude_e7: fix.latitude_e7, longitude_e7: fix.longitude_e7 };
    let next = TrackPoint { place: position(place)?, at_ms: fix.at.timestamp_millis() };
    let moved = last.is_none_or(|last| {
        let apart = distance_m(last.place, next.place);
        next.at_ms > last.at_ms && apart >= STANDING_M
    });
    moved.then_some(next)
}

/// Thinned to what says the way, and further where that is still too much.
fn thinned(points: &[TrackPoint]) -> Vec<TrackPoint> {
    let mut within = WITHIN_M;
    let mut points = thin(points, within);
    while points.len() > MOST && within < 10_000.0 {
        within *= 2.0;
        points = thin(&points, within);
    }
    points
}

fn row(point: &TrackPoint) -> TrackRow {
    let e7 = |degrees: f64| (degrees * 1e7).round() as i32;
    let place = PlaceE7 {
        latitude_e7: e7(point.place.latitude()),
        longitude_e7: e7(point.place.longitude()),
    };
    TrackRow { at_ms: point.at_ms, place }
}

fn point(row: &TrackRow) -> Option<TrackPoint> {
    Some(TrackPoint { place: position(row.place)?, at_ms: row.at_ms })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    fn fix(north: f64, seconds: i64, accuracy_m: f64) -> Fix {
        let at = DateTime::<Utc>::from_timestamp(1_800_000_000 + seconds, 0).unwrap();
        Fix::at_degrees(north, -8.61, accuracy_m, at).unwrap()
    }

    #[test]
    fn a_fix_adds_to_the_way_where_it_is_good_newer_and_elsewhere() {
        let first = next(None, &fix(41.15, 0, 8.0)).unwrap();
        assert_eq!(next(Some(&first), &fix(41.15, 5, 8.0)), None, "stood still");
        assert_eq!(next(Some(&first), &fix(41.16, 0, 8.0)), None, "the same moment");
        assert_eq!(next(Some(&first), &fix(41.16, 5, 61.0)), None, "too coarse");
        let set = Fix { provider: Provider::Set, ..fix(41.16, 5, 8.0) };
        assert_eq!(next(Some(&first), &set), None, "set by hand");
        let second = next(Some(&first), &fix(41.16, 5, 60.0)).unwrap();
        assert_eq!(row(&second).place.latitude_e7, 411_600_000);
        assert_eq!(point(&row(&second)), Some(second));
    }

    #[test]
    fn a_long_way_is_thinned_until_it_fits() {
        let zigzag: Vec<TrackPoint> = (0..5_000_i64)
            .filter_map(|n| {
                let north = 41.0 + n as f64 / 5_000.0 + if n % 2 == 0 { 0.0 } else { 0.0008 };
                next(None, &fix(north, n, 5.0)).map(|point| TrackPoint { at_ms: n, ..point })
            })
            .collect();
        let mut zigzag = zigzag;
        for (n, point) in zigzag.iter_mut().enumerate() {
            let east = -8.61 + if n % 2 == 0 { 0.0 } else { 0.001 };
            point.place =
                satchel_domain::position::Position::new(point.place.latitude(), east).unwrap();
        }
        let kept = thinned(&zigzag);
        assert!(kept.len() <= MOST && kept.len() >= 2, "{}", kept.len());
        assert_eq!((kept.first(), kept.last()), (zigzag.first(), zigzag.last()));
    }
}
