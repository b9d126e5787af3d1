//! The rounds: when one begins, what it does, and when the next is due.

use super::board::{Phase, Trouble};
use super::timing::{self, Left, Times};
use super::worker::Tools;
use super::{ALL_BOOKED_AT, LAST_ROUND};
use crate::session::local_time;
use chrono::{DateTime, Utc};
use satchel_domain::capture::local_date;
use satchel_store::{OutboxState, QueueRow};
use satchel_sync::pull::{self, PullDepth};
use satchel_sync::push::{self, Ended, Pause, PushReport};
use satchel_sync::snapshot::{self, FetchProgress};
use satchel_sync::{Client, SiteAccount, SiteFacts, SyncError};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep, sleep_until};

/// What is saved together is sent together.
const TOGETHER: Duration = Duration::from_millis(300);
/// The bounds of a wait for a moment of the phone's clock, which may be set to anything.
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);
/// How long what is known of the site holds.
const FACTS_HOLD_MS: i64 = 24 * 60 * 60 * 1_000;
/// Rounds that may fail before the place of the snapshot is given up.
const SNAPSHOT_TRIES: u32 = 2;
/// The setting with the moment the site was last asked about itself.
const FACTS_AT: &str = "site_facts_at";

/// Why a round begins.
enum Wake {
    /// There is something new to send.
    Fresh,
    /// It is time.
    Due,
    /// Somebody asked.
    Asked(PullDepth),
}

pub(super) struct Rounds {
    tools: Tools,
    calls: mpsc::UnboundedReceiver<PullDepth>,
    revision: watch::Receiver<u64>,
    left: Left,
    times: Times,
    /// Rounds in a row that did not go through.
    failures: u32,
    line: Option<(SiteAccount, Client)>,
    /// The snapshot of the office cannot be used; everything is pulled.
    snapshot_useless: bool,
}

impl Rounds {
    pub(super) fn new(tools: Tools, calls: mpsc::UnboundedReceiver<PullDepth>) -> Self {
        let revision = tools.store.revision();
        let times = Times::now(Instant::now());
        Self {
            tools,
            calls,
            revision,
            left: Left::default(),
            times,
            failures: 0,
            line: None,
            snapshot_useless: false,
        }
    }

    /// Works until it is dropped.
    pub(super) async fn run(&mut self) {
        loop {
            let wake = self.wait().await;
            if let Err(error) = self.round(wake).await {
                tracing::warn!(%error, "a round of the sync ended");
                self.failed(&error);
            }
        }
    }

    /// After a round that broke down: nothing goes on.
    pub(super) fn broke_down(&mut self) {
        self.failures = self.failures.saturating_add(1);
        self.put_off(None, false);
        self.tools.board.end(None);
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
                    let Some(depth) = call else { return std::future::pending().await };
                    return Wake::Asked(self.deepest(depth));
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

    /// Tapping twice asks once.
    fn deepest(&mut self, mut depth: PullDepth) -> PullDepth {
        while let Ok(call) = self.calls.try_recv() {
            if call == PullDepth::Everything {
                depth = call;
            }
        }
        depth
    }

    async fn round(&mut self, wake: Wake) -> Result<(), SyncError> {
        let now = Instant::now();
        let depth = match wake {
            Wake::Asked(depth) => Some(depth),
            Wake::Fresh | Wake::Due => (now >= self.times.fetch).then_some(PullDepth::Due),
        };
        if self.times.is_held(now) {
            self.left = Left::of(&self.queue()?);
            return Ok(());
        }
        if let Wake::Asked(_) = wake {
            Pause::ask_now(&self.tools.store).await?;
        }
        let Some((account, client)) = self.line()? else {
            self.left = Left::of(&self.queue()?);
            self.times = Times { send: None, fetch: now + timing::INTERVAL, held: None };
            return Ok(());
        };
        let sent = self.send(&account, &client).await?;
        if let Some(Ended::Offline | Ended::Paused(_)) = sent.ended {
            return Ok(());
        }
        if let Some(depth) = depth {
            self.take_snapshot(&account, &client).await?;
            if !self.fetch(&client, depth).await? {
                // Broken off for something new to send; the fetching goes on after it.
                self.times.fetch = Instant::now();
                return Ok(());
            }
            self.failures = 0;
            self.times.fetch = Instant::now() + timing::interval(self.draw());
            if sent.ended.is_none() {
                self.keep_moment(LAST_ROUND).await?;
            }
        }
        self.tools.board.end(None);
        Ok(())
    }

    /// Sends what can be sent, and notes when to go on.
    async fn send(
        &mut self,
        account: &SiteAccount,
        client: &Client,
    ) -> Result<PushReport, SyncError> {
        if self.queue()?.iter().any(|row| row.state != OutboxState::Parked) {
            self.tools.board.enter(Phase::Sending);
        }
        let Tools { store, clock, random, .. } = self.tools.clone();
        let report = push::round(&store, client, account, &*clock, &*random).await?;
        let queue = self.queue()?;
        self.left = Left::of(&queue);
        self.times.held = None;
        self.times.send = report.next_attempt.map(|at| self.instant(at));
        if report.arrived > 0 && queue.is_empty() {
            self.keep_moment(ALL_BOOKED_AT).await?;
        }
        match report.ended {
            None => {}
            Some(Ended::Offline) => {
                self.failures = self.failures.saturating_add(1);
                self.put_off(None, true);
                self.tools.board.end(Some(Trouble::Offline));
            }
            Some(Ended::Trouble) => {
                let wait = timing::after_failure(1, None, false, self.draw());
                let again = Instant::now() + wait;
                self.times.send = Some(self.times.send.map_or(again, |send| send.max(again)));
            }
            Some(Ended::Paused(_)) => {
                let until = Pause::load(&store)?.map(|pause| self.instant(pause.until));
                let until = until.unwrap_or_else(|| Instant::now() + timing::INTERVAL);
                (self.times.send, self.times.fetch) = (Some(until), until);
                self.tools.board.end(None);
            }
        }
        Ok(report)
    }

    /// Takes in the masters in one file, where the office keeps one and the phone has none yet. One that
    /// cannot be used is left alone: the pull brings everything.
    async fn take_snapshot(
        &mut self,
        account: &SiteAccount,
        client: &Client,
    ) -> Result<(), SyncError> {
        if account.snapshot.is_none() || self.snapshot_useless {
            return Ok(());
        }
        self.tools.board.enter(Phase::Fetching);
        let reading = self.tools.clock.read();
        let today = local_date(reading.utc, reading.offset_minutes);
        let progress = watch::channel(FetchProgress::default()).0;
        match snapshot::fetch(&self.tools.store, account, client, today, &progress).await {
            Ok(_) => Ok(()),
            Err(error) if self.gives_up_on_snapshot(&error) => {
                tracing::warn!(%error, "the snapshot cannot be used");
                self.snapshot_useless = true;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Whether to pull instead: it is none, or the place where it should be failed several times. A
    /// download that broke off goes on in the next round.
    fn gives_up_on_snapshot(&self, error: &SyncError) -> bool {
        match error {
            SyncError::Snapshot(_) => true,
            SyncError::Site(_) => !error.is_offline() && self.failures >= SNAPSHOT_TRIES,
            _ => false,
        }
    }

    /// Fetches what changed; false when it was broken off because there is something new to send.
    async fn fetch(&mut self, client: &Client, depth: PullDepth) -> Result<bool, SyncError> {
        self.tools.board.enter(Phase::Fetching);
        let facts = self.facts(client).await?;
        let Tools { store, board, .. } = self.tools.clone();
        let reading = self.tools.clock.read();
        let now = local_time(reading.utc, reading.offset_minutes);
        let fetched = tokio::select! {
            biased;
            report = pull::round_told(&store, client, &facts, now, depth, &board.progress) => {
                report?
            }
            () = self.fresh_during_load() => return Ok(false),
        };
        if !fetched.forbidden.is_empty() {
            tracing::info!(doctypes = ?fetched.forbidden, "the user may not read");
        }
        Ok(true)
    }

    /// The first load of a large site takes minutes; an order does not wait for it.
    async fn fresh_during_load(&mut self) {
        let mut progress = self.tools.board.progress.subscribe();
        loop {
            tokio::select! {
                changed = self.revision.changed() => {
                    if changed.is_err() {
                        return std::future::pending().await;
                    }
                    sleep(TOGETHER).await;
                    self.revision.mark_unchanged();
                    if self.tools.board.progress().loading && self.has_fresh() {
                        return;
                    }
                }
                told = progress.changed() => {
                    if told.is_err() {
                        return std::future::pending().await;
                    }
                    self.tools.board.stir();
                }
            }
        }
    }

    /// What is known of the site; asked anew after a day.
    async fn facts(&self, client: &Client) -> Result<SiteFacts, SyncError> {
        let store = &self.tools.store;
        let now_ms = self.tools.clock.now().timestamp_millis();
        let asked_ms: Option<i64> = store.setting(FACTS_AT)?;
        let fresh = asked_ms.is_some_and(|at| (0..FACTS_HOLD_MS).contains(&(now_ms - at)));
        if let Some(facts) = SiteFacts::load(store)?.filter(|_| fresh) {
            return Ok(facts);
        }
        let facts = SiteFacts::learn(client, store).await?;
        store.set_setting(FACTS_AT, &now_ms).await?;
        Ok(facts)
    }

    /// The enrolment and a client for it; the same one as long as the enrolment stays the same.
    fn line(&mut self) -> Result<Option<(SiteAccount, Client)>, SyncError> {
        let Some(account) = SiteAccount::load(&self.tools.store)? else {
            self.line = None;
            return Ok(None);
        };
        if self.line.as_ref().is_none_or(|(known, _)| *known != account) {
            let client = account.client()?;
            self.line = Some((account, client));
        }
        Ok(self.line.clone())
    }

    fn failed(&mut self, error: &SyncError) {
        self.failures = self.failures.saturating_add(1);
        self.put_off(error.asked_wait(), error.is_offline());
        self.tools.board.end(Some(match error.is_offline() {
            true => Trouble::Offline,
            false => Trouble::Other { message_id: error.message_id(), args: error.message_args() },
        }));
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
        match self.queue() {
            Ok(queue) => self.left.has_fresh(&queue),
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read");
                false
            }
        }
    }

    fn queue(&self) -> Result<Vec<QueueRow>, SyncError> {
        Ok(self.tools.store.queue()?)
    }

    async fn keep_moment(&self, setting: &str) -> Result<(), SyncError> {
        let now_ms = self.tools.clock.now().timestamp_millis();
        Ok(self.tools.store.set_setting(setting, &now_ms).await?)
    }

    /// When a moment of the phone's clock comes.
    fn instant(&self, at: DateTime<Utc>) -> Instant {
        let wait = at.signed_duration_since(self.tools.clock.now()).to_std().unwrap_or_default();
        Instant::now() + wait.clamp(SHORTEST, LONGEST)
    }

    fn draw(&self) -> u64 {
        let mut bytes = [0; 8];
        // Without randomness the fleet comes back together; it still comes back.
        if self.tools.random.fill(&mut bytes).is_err() {
            bytes = [0; 8];
        }
        u64::from_le_bytes(bytes)
    }
}
