//! Where and when a document is captured, and the better position that may still come.
//!
//! Nothing waits for a fix: a document takes the last one with its age. For two minutes a thread of its
//! own looks out for a better one, which is added to the document as such.

use super::Session;
use super::each_place::at_each_place;
use super::sync::SERVER_CLOCK;
use crate::selling::degrees;
use satchel_devices::location::{Fix, LocationTrouble};
use satchel_domain::capture::{BETTER_WITHIN_S, CapturedAt, CapturedPosition, LaterPosition};
use satchel_domain::visits;
use satchel_store::CapturedDocument;
use serde_json::{Map, Value, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How long the thread sleeps where no fix comes; a document may wait that much longer than it should.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// A document that may still get a better position.
struct Open {
    document: CapturedDocument,
    captured: CapturedAt,
}

/// The place of the look-out in a session.
#[derive(Default)]
pub(super) struct Seat {
    watch: Mutex<Watch>,
}

#[derive(Default)]
struct Watch {
    open: Vec<Open>,
    running: bool,
}

impl Seat {
    fn lock(&self) -> MutexGuard<'_, Watch> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    /// This moment and this place, with what is known of the office's clock.
    pub(super) fn captured(&self) -> CapturedAt {
        let now = self.now();
        let position = self.position();
        let server = self.inner.store.setting(SERVER_CLOCK).unwrap_or_else(|error| {
            // A sale does not stop for it.
            tracing::warn!(%error, "what was heard of the office's clock cannot be read");
            None
        });
        CapturedAt {
            utc: now.utc,
            offset_minutes: now.offset_minutes,
            monotonic_ms: now.monotonic_ms,
            boot_id: now.boot_id,
            no_position: match position {
                Some(_) => String::new(),
                None => self.why_no_position().to_owned(),
            },
            position,
            later: None,
            server,
        }
    }

    /// The key of the sentence that says why the phone does not know where it is.
    pub fn why_no_position(&self) -> &'static str {
        let known = self.inner.ports.location.whereabouts();
        known.trouble.map_or("location-searching", LocationTrouble::message_id)
    }

    /// Where the phone is as far as it knows, with the age of its fix. Never waits.
    pub(super) fn position(&self) -> Option<CapturedPosition> {
        let fix = self.inner.ports.location.whereabouts().fix?;
        Some(fix.captured(self.now().utc))
    }

    /// Looks out for a better position of a document just captured.
    pub(super) fn look_out(&self, document: CapturedDocument, captured: CapturedAt) {
        let mut watch = self.inner.positions.lock();
        watch.open.push(Open { document, captured });
        if watch.running {
            return;
        }
        let inner = Arc::downgrade(&self.inner);
        let started = thread::Builder::new().name("satchel-position".to_owned()).spawn(move || {
            at_each_place(&inner, LOOK_AGAIN, |session| session.note_position() > 0);
        });
        match started {
            Ok(_) => watch.running = true,
            Err(error) => tracing::warn!(%error, "no better position is looked for"),
        }
    }

    /// Adds the fix known now to the documents it is better for, and lets those go whose time is over.
    /// Gives how many are left.
    fn note_position(&self) -> usize {
        let now = self.now();
        let fix = self.inner.ports.location.whereabouts().fix;
        let mut watch = self.inner.positions.lock();
        watch.open.retain_mut(|open| {
            let passed = now.elapsed_since(&open.captured.boot_id, open.captured.monotonic_ms);
            let after_s = u32::try_from(passed / 1_000).unwrap_or(u32::MAX);
            if after_s > BETTER_WITHIN_S {
                return false;
            }
            if let Some(later) = fix.and_then(|fix| better(&open.captured, fix, after_s)) {
                self.add_position(open, later);
            }
            true
        });
        if watch.open.is_empty() {
            watch.running = false;
        }
        watch.open.len()
    }

    fn add_position(&self, open: &mut Open, later: LaterPosition) {
        let fields = match open.document {
            CapturedDocument::Order(_) => order_position(later.position),
            CapturedDocument::Visit(_) => visits::better_fields(later),
        };
        match self.inner.store.better_position(open.document, later, fields).wait() {
            Ok(_) => open.captured.later = Some(later),
            Err(error) => tracing::warn!(%error, "a better position was not kept"),
        }
    }
}

/// The fix as a later position, if it is a better one.
fn better(captured: &CapturedAt, fix: Fix, after_s: u32) -> Option<LaterPosition> {
    let apart = captured.utc.signed_duration_since(fix.at).num_seconds().unsigned_abs();
    let mut position = fix.captured(captured.utc);
    position.age_s = u32::try_from(apart).unwrap_or(u32::MAX);
    captured.is_better(&position).then_some(LaterPosition { position, after_s })
}

/// The position in the fields of a Sales Order.
pub(super) fn order_position(position: CapturedPosition) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("latitude".into(), degrees(position.latitude_e7));
    fields.insert("longitude".into(), degrees(position.longitude_e7));
    fields.insert("satchel_accuracy_m".into(), json!(position.accuracy_m));
    fields
}
