//! Sync as screens see it: started once, worked in the background, looked at and decided on here.

mod actions;
mod board;
mod booked;
mod centre;
mod conflicts;
mod errands;
mod hand;
mod heard;
mod logo;
mod mend;
mod once;
mod rounds;
mod rows;
mod slip;
mod strip;
mod timing;
mod worker;

use super::Session;
use crate::AppError;
use board::Board;
pub(super) use heard::SERVER_CLOCK;
pub(super) use rows::words;
use satchel_sync::SiteAccount;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;
use worker::{Call, Tools, Worker};

/// The setting with the moment the office last had everything, in milliseconds since 1970.
pub(crate) const ALL_BOOKED_AT: &str = "all_booked_at";
/// The setting with the moment a round last went through, in milliseconds since 1970.
const LAST_ROUND: &str = "last_round_at";
/// The setting with the moment until which the site asked to be left alone.
const ASKED_UNTIL: &str = "site_asked_until";

/// The worker's place in a session.
pub(super) struct Seat {
    board: Arc<Board>,
    worker: Mutex<Option<Worker>>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Seat {
    pub(super) fn new() -> Self {
        Self { board: Arc::new(Board::new()), worker: Mutex::new(None), turn: Arc::default() }
    }

    fn worker(&self) -> std::sync::MutexGuard<'_, Option<Worker>> {
        self.worker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    /// Starts sending and fetching in the background, on a thread of its own: what is new at once,
    /// everything else on a schedule. Says whether it runs; without an enrolment it does not. Starting
    /// twice is starting once.
    ///
    /// It ends with [`Session::stop_sync`], or with the last clone of the session.
    ///
    /// # Errors
    /// [`AppError::Sync`] where the enrolment cannot be read, [`AppError::NoThread`] when the system
    /// gives no thread.
    pub fn start_sync(&self) -> Result<bool, AppError> {
        if SiteAccount::load(&self.inner.store)?.is_none() {
            return Ok(false);
        }
        let mut worker = self.inner.sync.worker();
        if worker.is_none() {
            *worker = Some(Worker::start(self.tools()).map_err(AppError::NoThread)?);
        }
        Ok(true)
    }

    /// Ends the sync, in the middle of a round if need be: nothing is lost by it. Takes milliseconds.
    pub fn stop_sync(&self) {
        let worker = self.inner.sync.worker().take();
        drop(worker);
        self.inner.sync.board.end(None);
    }

    /// Begins a round now, whatever the schedule says; after one that goes on. A wait the site asked
    /// for is kept. Nothing happens where the sync was not started.
    pub fn sync_now(&self) {
        self.call(Call::Due);
    }

    /// The same, comparing all that is here with the site. Costs it far more.
    pub fn sync_everything(&self) {
        self.call(Call::Everything);
    }

    /// Says that the app came to the front again or that the phone found another network: what waits is
    /// sent at once, and what changed is fetched unless a round went through within the last minute.
    /// Clocks of a sleeping phone stand still, so the schedule alone would let it wait.
    pub fn came_back(&self) {
        self.call(Call::Back);
    }

    /// Counts up when the sync begins, ends or gets on with something; [`Session::revision`] counts
    /// what it changes in the database.
    pub fn sync_changes(&self) -> watch::Receiver<u64> {
        self.inner.sync.board.changes()
    }

    fn call(&self, call: Call) {
        if let Some(worker) = &*self.inner.sync.worker() {
            worker.call(call);
        }
    }

    fn tools(&self) -> Tools {
        Tools {
            store: self.inner.store.clone(),
            clock: Arc::clone(&self.inner.ports.clock),
            random: Arc::clone(&self.inner.ports.random),
            board: Arc::clone(&self.inner.sync.board),
            turn: Arc::clone(&self.inner.sync.turn),
        }
    }
}
