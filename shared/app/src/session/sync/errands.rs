//! What a round does with the site: sending, the snapshot, fetching. When it does so is for others to
//! say: the worker, or a script that asks once.

use super::board::{Board, Phase, Trouble};
use super::heard::Heard;
use super::logo;
use super::worker::Tools;
use super::{ALL_BOOKED_AT, ASKED_UNTIL, LAST_ROUND};
use crate::session::local_time;
use chrono::{DateTime, TimeDelta, Utc};
use satchel_domain::capture::local_date;
use satchel_store::OutboxState;
use satchel_sync::pull::{self, PullDepth, PullReport};
use satchel_sync::push::backoff::LONGEST_ASKED;
use satchel_sync::push::{self, PushReport};
use satchel_sync::snapshot::{self, FetchProgress};
use satchel_sync::{Client, SiteAccount, SiteFacts, SyncError};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long what is known of the site holds.
const FACTS_HOLD_MS: i64 = 24 * 60 * 60 * 1_000;
/// Rounds that may fail before the place of the snapshot is given up.
const SNAPSHOT_TRIES: u32 = 2;
/// The setting with the moment the site was last asked about itself.
const FACTS_AT: &str = "site_facts_at";

pub(super) struct Errands {
    pub(super) tools: Tools,
    line: Option<(SiteAccount, Client)>,
    heard: Heard,
    /// The snapshot of the office cannot be used; everything is pulled.
    snapshot_useless: bool,
    /// How often in a row the place where it should be did not give it, though there was a line.
    snapshot_failures: u32,
}

impl Errands {
    pub(super) fn new(tools: Tools) -> Self {
        let heard = Heard::new(Arc::clone(&tools.clock));
        Self { tools, line: None, heard, snapshot_useless: false, snapshot_failures: 0 }
    }

    /// The enrolment and a client for it; the same one as long as the enrolment stays the same.
    pub(super) fn line(&mut self) -> Result<Option<(SiteAccount, Client)>, SyncError> {
        let Some(account) = SiteAccount::load(&self.tools.store)? else {
            self.line = None;
            return Ok(None);
        };
        if self.line.as_ref().is_none_or(|(known, _)| *known != account) {
            let client = self.heard.listen(account.client()?);
            self.line = Some((account, client));
        }
        Ok(self.line.clone())
    }

    /// Sends what can be sent.
    pub(super) async fn send(
        &self,
        account: &SiteAccount,
        client: &Client,
    ) -> Result<PushReport, SyncError> {
        let Tools { store, clock, random, board, .. } = &self.tools;
        if store.queue()?.iter().any(|row| row.state != OutboxState::Parked) {
            board.enter(Phase::Sending);
        }
        let report = push::round(store, client, account, &**clock, &**random).await?;
        self.heard.keep(store).await?;
        if report.arrived > 0 && store.queue()?.is_empty() {
            self.keep_moment(ALL_BOOKED_AT).await?;
        }
        Ok(report)
    }

    /// Takes in the masters in one file, where the office keeps one and the phone has none yet. One that
    /// cannot be used is left alone: the pull brings everything.
    pub(super) async fn take_snapshot(
        &mut self,
        account: &SiteAccount,
        client: &Client,
    ) -> Result<(), SyncError> {
        if account.snapshot.is_none() || self.snapshot_useless {
            return Ok(());
        }
        let Tools { store, clock, board, .. } = &self.tools;
        board.enter(Phase::Fetching);
        let reading = clock.read();
        let today = local_date(reading.utc, reading.offset_minutes);
        let mut told = board.download.subscribe();
        let taken = tokio::select! {
            biased;
            taken = snapshot::fetch(store, account, client, today, &board.download) => taken,
            never = stir_with(&mut told, board) => match never {},
        };
        board.download.send_replace(FetchProgress::default());
        match taken {
            Ok(_) => {
                self.snapshot_failures = 0;
                Ok(())
            }
            Err(error) if gives_up_on_snapshot(&error, self.snapshot_failures) => {
                tracing::warn!(%error, "the snapshot cannot be used");
                board.tell_no_snapshot(error.message_id());
                self.snapshot_useless = true;
                Ok(())
            }
            Err(error) => {
                self.snapshot_failures = failures_after(&error, self.snapshot_failures);
                Err(error)
            }
        }
    }

    /// Fetches what changed.
    pub(super) async fn fetch(
        &self,
        client: &Client,
        depth: PullDepth,
    ) -> Result<PullReport, SyncError> {
        let Tools { store, clock, board, .. } = &self.tools;
        board.enter(Phase::Fetching);
        let facts = self.facts(client).await?;
        let reading = clock.read();
        let now = local_time(reading.utc, reading.offset_minutes);
        let mut told = board.progress.subscribe();
        let fetched = tokio::select! {
            biased;
            report = pull::round_told(store, client, &facts, now, depth, &board.progress) => {
                report?
            }
            never = stir_with(&mut told, board) => match never {},
        };
        self.heard.keep(store).await?;
        if !fetched.forbidden.is_empty() {
            tracing::info!(doctypes = ?fetched.forbidden, "the user may not read");
        }
        logo::refresh(&self.tools, client).await?;
        Ok(fetched)
    }

    /// Notes that a round went through, sending and fetching.
    pub(super) async fn went_through(&self) -> Result<(), SyncError> {
        self.keep_moment(LAST_ROUND).await
    }

    /// Milliseconds since a round went through, by the phone's clock; nothing if none ever did, or the
    /// clock was set back since.
    pub(super) fn ms_since_last_round(&self) -> Result<Option<u64>, SyncError> {
        let at: Option<i64> = self.tools.store.setting(LAST_ROUND)?;
        let now_ms = self.tools.clock.now().timestamp_millis();
        Ok(at.and_then(|at| u64::try_from(now_ms.saturating_sub(at)).ok()))
    }

    /// Keeps how long the site asks to be left alone: closing the app does not shorten it.
    pub(super) async fn keep_asked(&self, wait: Duration) -> Result<(), SyncError> {
        let wait = TimeDelta::from_std(wait.min(LONGEST_ASKED)).unwrap_or_default();
        let until = self.tools.clock.now() + wait;
        Ok(self.tools.store.set_setting(ASKED_UNTIL, &until).await?)
    }

    /// How long the site still wants to be left alone. A clock that was set back does not prolong it.
    pub(super) fn asked(&self) -> Result<Option<Duration>, SyncError> {
        let until: Option<DateTime<Utc>> = self.tools.store.setting(ASKED_UNTIL)?;
        let left = until.map(|until| until.signed_duration_since(self.tools.clock.now()));
        let left = left.and_then(|left| left.to_std().ok());
        Ok(left.filter(|left| *left <= LONGEST_ASKED))
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

    async fn keep_moment(&self, setting: &str) -> Result<(), SyncError> {
        let now_ms = self.tools.clock.now().timestamp_millis();
        Ok(self.tools.store.set_setting(setting, &now_ms).await?)
    }

    /// Why sending ended early, as the screens are to tell it.
    pub(super) fn offline(&self) {
        self.tools.board.end(Some(Trouble::Offline));
    }

    /// A round that broke off, as the screens are to tell it.
    pub(super) fn failed(&self, error: &SyncError) {
        self.tools.board.end(Some(match error.is_offline() {
            true => Trouble::Offline,
            false => Trouble::Other { message_id: error.message_id(), args: error.message_args() },
        }));
    }
}

/// Lets the screens read again with every step of a progress; never ends by itself.
async fn stir_with<T>(told: &mut watch::Receiver<T>, board: &Board) -> Infallible {
    while told.changed().await.is_ok() {
        board.stir();
    }
    std::future::pending().await
}

/// The failures of the place where a snapshot should be, with this one: without a line nothing was learnt of it.
fn failures_after(error: &SyncError, failures: u32) -> u32 {
    if error.is_offline() { failures } else { failures.saturating_add(1) }
}

/// Whether to pull instead: it is none, or the place where it should be failed several times. A
/// download that broke off goes on in the next round.
fn gives_up_on_snapshot(error: &SyncError, failures: u32) -> bool {
    match error {
        SyncError::Snapshot(_) => true,
        SyncError::Site(_) => !error.is_offline() && failures >= SNAPSHOT_TRIES,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_frappe::Failure;
    use satchel_frappe::failure::OfflineCause;

    #[test]
    fn days_without_a_line_are_no_failures_of_the_file() {
        let offline = SyncError::Site(Failure::Offline { cause: OfflineCause::Name });
        let busy = SyncError::Site(Failure::Maintenance { retry_after: None });
        let mut failures = (0..50).fold(0, |failures, _| failures_after(&offline, failures));
        assert!(!gives_up_on_snapshot(&busy, failures), "the first of its own");
        for _ in 0..SNAPSHOT_TRIES {
            failures = failures_after(&busy, failures);
        }
        assert!(gives_up_on_snapshot(&busy, failures));
        assert!(!gives_up_on_snapshot(&offline, failures));
    }
}
