//! The rounds: when one begins, what it does, and when the next is due.

use super::errands::Errands;
use super::timing::{self, Left, Times};
use super::worker::{Call, Tools};
use chrono::{DateTime, Utc};
use satchel_store::QueueRow;
use satchel_sync::pull::PullDepth;
use satchel_sync::push::{Ended, Pause, PushReport};
use satchel_sync::{Client, SiteAccount, SyncError};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep, sleep_until};

/// What is saved together is sent together.
const TOGETHER: Duration = Duration::from_millis(300);
/// The bounds of a wait for a moment of the phone's clock, which may be set to anything.
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);
/// What was fetched so recently is not fetched again because the app came back.
const RECENT_MS: u64 = 60_000;

/// Why a round begins.
enum Wake {
    /// There is something new to send.
    Fresh,
    /// It is time.
    Due,
    /// Somebody asked, or the app came back.
    Called(Call),
}

pub(super) struct Rounds {
    errands: Errands,
    calls: mpsc::UnboundedReceiver<Call>,
    revision: watch::Receiver<u64>,
    left: Left,
    times: Times,
    /// Rounds in a row that did not go through.
    failures: u32,
}

impl Rounds {
    pub(super) fn new(tools: Tools, calls: mpsc::UnboundedReceiver<Call>) -> Self {
        let revision = tools.store.revision();
        let times = Times::now(Instant::now());
        let errands = Errands::new(tools);
        Self { errands, calls, revision, left: Left::default(), times, failures: 0 }
    }

    /// Works until it is dropped.
    pub(super) async fn run(&mut self) {
        self.recall_asked();
        loop {
            let wake = self.wait().await;
            let turn = self.errands.tools.turn.clone();
            let _turn = turn.lock().await;
            if let Err(error) = self.round(wake).await {
                tracing::warn!(%error, "a round of the sync ended");
                self.failed(&error);
                self.keep_asked(&error).await;
            }
        }
    }

    /// The site may have asked to be left alone before the app was closed.
    fn recall_asked(&mut self) {
        match self.errands.asked() {
            Ok(Some(wait)) => self.times.held = Some(Instant::now() + wait),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "what the site asked for cannot be read"),
        }
    }

    async fn keep_asked(&self, error: &SyncError) {
        let Some(wait) = error.asked_wait() else { return };
        if let Err(error) = self.errands.keep_asked(wait).await {
            tracing::warn!(%error, "what the site asked for cannot be kept");
        }
    }

    /// After a round that broke down: nothing goes on.
    pub(super) fn broke_down(&mut self) {
        self.failures = self.failures.saturating_add(1);
        self.put_off(None, false);
        self.errands.tools.board.end(None);
    }

    /// Sleeps until there is something to do.
    async fn wait(&mut self) -> Wake {
        loop {
            self.revision.mark_unchanged();
            if self.has_fresh() {
                return Wake::Fresh;
            }
            tokio::select! {
                biased;
                call = self.calls.recv() => {
                    let Some(call) = call else { return std::future::pending().await };
                    return Wake::Called(self.strongest(call));
                }
                () = sleep_until(self.times.next()) => return Wake::Due,
                changed = self.revision.changed() => {
                    if changed.is_err() {
                        // The store is gone, and the session with it in a moment.
                        return std::future::pending().await;
                    }
                    sleep(TOGETHER).await;
                }
            }
        }
    }

    /// Tapping twice asks once, and coming back while somebody asks is asking.
    fn strongest(&mut self, mut strongest: Call) -> Call {
        while let Ok(call) = self.calls.try_recv() {
            strongest = strongest.max(call);
        }
        strongest
    }

    async fn round(&mut self, wake: Wake) -> Result<(), SyncError> {
        let now = Instant::now();
        if self.times.is_held(now) {
            self.left = Left::of(&self.queue()?);
            return Ok(());
        }
        let depth = match wake {
            Wake::Called(Call::Back) => (!self.is_recent()?).then_some(PullDepth::Due),
            Wake::Called(Call::Due) => Some(PullDepth::Due),
            Wake::Called(Call::Everything) => Some(PullDepth::Everything),
            Wake::Fresh | Wake::Due => (now >= self.times.fetch).then_some(PullDepth::Due),
        };
        if let Wake::Called(Call::Due | Call::Everything) = wake {
            Pause::ask_now(&self.errands.tools.store).await?;
        }
        let Some((account, client)) = self.errands.line()? else {
            self.left = Left::of(&self.queue()?);
            self.times = Times { send: None, fetch: now + timing::INTERVAL, held: None };
            return Ok(());
        };
        let sent = self.send(&account, &client).await?;
        if let Some(Ended::Offline | Ended::Paused(_)) = sent.ended {
            return Ok(());
        }
        if let Some(depth) = depth {
            self.errands.take_snapshot(&account, &client).await?;
            if !self.fetch(&client, depth).await? {
                // Broken off for something new to send; the fetching goes on after it.
                self.times.fetch = Instant::now();
                return Ok(());
            }
            self.failures = 0;
            self.times.fetch = Instant::now() + timing::interval(self.draw());
            if sent.ended.is_none() {
                self.errands.went_through().await?;
            }
        }
        self.errands.tools.board.end(None);
        Ok(())
    }

    /// Whether a round went through a moment ago, so that coming back need not fetch.
    fn is_recent(&self) -> Result<bool, SyncError> {
        let since = self.errands.ms_since_last_round()?;
        Ok(self.failures == 0 && since.is_some_and(|ms| ms < RECENT_MS))
    }

    /// Sends what can be sent, and notes when to go on.
    async fn send(
        &mut self,
        account: &SiteAccount,
        client: &Client,
    ) -> Result<PushReport, SyncError> {
        let report = self.errands.send(account, client).await?;
        self.left = Left::of(&self.queue()?);
        self.times.held = None;
        self.times.send = report.next_attempt.map(|at| self.instant(at));
        match report.ended {
            None => {}
            Some(Ended::Offline) => {
                self.failures = self.failures.saturating_add(1);
                self.put_off(None, true);
                self.errands.offline();
            }
            Some(Ended::Trouble) => {
                let wait = timing::after_failure(1, None, false, self.draw());
                let again = Instant::now() + wait;
                self.times.send = Some(self.times.send.map_or(again, |send| send.max(again)));
            }
            Some(Ended::Paused(_)) => {
                let pause = Pause::load(&self.errands.tools.store)?;
                let until = pause.map(|pause| self.instant(pause.until));
                let until = until.unwrap_or_else(|| Instant::now() + timing::INTERVAL);
                (self.times.send, self.times.fetch) = (Some(until), until);
                self.errands.tools.board.end(None);
            }
        }
        Ok(report)
    }

    /// Fetches what changed; false when it was broken off because there is something new to send.
    async fn fetch(&mut self, client: &Client, depth: PullDepth) -> Result<bool, SyncError> {
        let errands = &self.errands;
        let fresh = fresh_during_load(&mut self.revision, errands, &self.left);
        tokio::select! {
            biased;
            report = errands.fetch(client, depth) => report.map(|_| true),
            () = fresh => Ok(false),
        }
    }

    fn failed(&mut self, error: &SyncError) {
        self.failures = self.failures.saturating_add(1);
        self.put_off(error.asked_wait(), error.is_offline());
        self.errands.failed(error);
    }

    /// Puts the next round off after one that did not go through.
    fn put_off(&mut self, asked: Option<Duration>, offline: bool) {
        let wait = timing::after_failure(self.failures, asked, offline, self.draw());
        let again = Instant::now() + wait;
        self.times.fetch = again;
        self.times.send = self.times.send.map(|send| send.max(again));
        self.times.held = asked.map(|_| again);
        if let Ok(queue) = self.queue() {
            self.left = Left::of(&queue);
        }
    }

    fn has_fresh(&self) -> bool {
        has_fresh(&self.errands, &self.left)
    }

    fn queue(&self) -> Result<Vec<QueueRow>, SyncError> {
        Ok(self.errands.tools.store.queue()?)
    }

    /// When a moment of the phone's clock comes.
    fn instant(&self, at: DateTime<Utc>) -> Instant {
        let wait = at.signed_duration_since(self.errands.tools.clock.now());
        Instant::now() + wait.to_std().unwrap_or_default().clamp(SHORTEST, LONGEST)
    }

    fn draw(&self) -> u64 {
        let mut bytes = [0; 8];
        // Without randomness the fleet comes back together; it still comes back.
        if self.errands.tools.random.fill(&mut bytes).is_err() {
            bytes = [0; 8];
        }
        u64::from_le_bytes(bytes)
    }
}

/// Ends when there is something new to send while the first load goes on: of a large site that takes
/// minutes, and an order does not wait for it.
async fn fresh_during_load(revision: &mut watch::Receiver<u64>, errands: &Errands, left: &Left) {
    loop {
        if revision.changed().await.is_err() {
            return std::future::pending().await;
        }
        sleep(TOGETHER).await;
        revision.mark_unchanged();
        if errands.tools.board.progress().loading && has_fresh(errands, left) {
            return;
        }
    }
}

fn has_fresh(errands: &Errands, left: &Left) -> bool {
    match errands.tools.store.queue() {
        Ok(queue) => left.has_fresh(&queue),
        Err(error) => {
            tracing::warn!(%error, "the outbox cannot be read");
            false
        }
    }
}
