//! One round of sending.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use satchel_devices::clock::{Clock, ClockReading};
use satchel_devices::random::Random;
use satchel_frappe::{Client, Failure};
use satchel_store::{Arrival, OutboxRow, OutboxState, Settlement, Step, Store, StoreError};

use super::backoff;
use super::pause::{Pause, PauseReason};
use super::plan::Next;
use super::queue::Queue;
use super::send::{Found, Line, Sent};
use super::stuck;
use super::verdict::{self, RoundVerdict, RowVerdict};
use super::{Ended, OwnReason, PushReport};
use crate::{SiteAccount, SyncError};

/// Failures in a row after which the round ends.
const MOST_TROUBLE: u32 = 3;
/// How often a row may leave the phone in vain and go again at once.
const DOUBTS: u32 = 2;
/// How often a document left to a supervisor is looked for.
const LOOK_FOR_HANDED: TimeDelta = TimeDelta::hours(1);

pub(super) struct Round<'a> {
    line: Line<'a>,
    clock: &'a dyn Clock,
    random: &'a dyn Random,
    report: PushReport,
    queue: Queue<'a>,
    trouble: u32,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        store: &'a Store,
        client: &'a Client,
        account: &'a SiteAccount,
        clock: &'a dyn Clock,
        random: &'a dyn Random,
    ) -> Self {
        let line = Line { store, client, account, clock };
        let report = PushReport::default();
        Self { line, clock, random, report, queue: Queue::new(store), trouble: 0 }
    }

    pub(super) async fn run(mut self) -> Result<PushReport, SyncError> {
        if !self.end_pause().await? {
            return Ok(self.report);
        }
        loop {
            let now_ms = self.clock.now().timestamp_millis();
            let plan = self.queue.plan()?;
            let Some(next) = plan.next(now_ms) else {
                let moment = plan.next_moment(now_ms);
                self.report.next_attempt = moment.and_then(DateTime::from_timestamp_millis);
                break;
            };
            let (Next::LookUp(seq) | Next::Send(seq)) = next;
            plan.touch(seq);
            let Some(row) = self.line.store.outbox_row(seq)? else { continue };
            let verdict = match next {
                Next::LookUp(_) => self.look_up(&row).await?,
                Next::Send(_) => self.send(&row).await?,
            };
            if self.is_over(verdict).await? {
                break;
            }
        }
        Ok(self.report)
    }

    /// Ends the pause there is, if it may end; whether rows may be sent.
    async fn end_pause(&mut self) -> Result<bool, SyncError> {
        let Some(pause) = Pause::load(self.line.store)? else { return Ok(true) };
        if pause.holds(self.clock.now()) {
            self.report.ended = Some(Ended::Paused(pause.reason));
            return Ok(false);
        }
        // A question that costs nothing, before rows are put at risk again.
        let answer = match pause.reason {
            PauseReason::Unauthorised => self.line.client.logged_user().await.map(|_| true),
            PauseReason::NotSetUp => {
                let asked = self.line.client.find_by_uid("Sales Order", "none", &[]).await;
                match asked {
                    Err(Failure::Refused(refusal)) if !refusal.is_forbidden() => Ok(false),
                    asked => asked.map(|_| true),
                }
            }
            PauseReason::NotPermitted => self.line.may_read_orders().await,
            PauseReason::Throttled | PauseReason::Maintenance => Ok(true),
        };
        match answer {
            Ok(true) => {
                Pause::end(self.line.store)?;
                Ok(true)
            }
            Ok(false) => {
                self.pause(pause.reason, None).await?;
                Ok(false)
            }
            Err(failure) => {
                self.is_over(verdict::of_read(&failure)).await?;
                self.report.ended.get_or_insert(Ended::Paused(pause.reason));
                Ok(false)
            }
        }
    }

    async fn send(&mut self, row: &OutboxRow) -> Result<RoundVerdict, SyncError> {
        if !self.settle(row, Settlement::Claimed).await? {
            // Taken back a moment ago.
            return Ok(RoundVerdict::GoOn { trouble: false });
        }
        self.report.steps = self.report.steps.saturating_add(1);
        match self.line.send(row).await? {
            Sent::Arrived(arrival, keeps_uid) => {
                self.arrived(row, arrival).await?;
                if keeps_uid {
                    Ok(RoundVerdict::GoOn { trouble: false })
                } else {
                    Ok(RoundVerdict::Pause { reason: PauseReason::NotSetUp, asked: None })
                }
            }
            Sent::Refused(words) => {
                self.refused(row, words).await?;
                Ok(RoundVerdict::GoOn { trouble: false })
            }
            Sent::NotPermitted => {
                self.write_down(row, RowVerdict::AsBefore).await?;
                Ok(RoundVerdict::Pause { reason: PauseReason::NotPermitted, asked: None })
            }
            Sent::Doubtful(failure) => {
                self.in_doubt(row).await?;
                Ok(verdict::of_read(&failure))
            }
            Sent::Failed(failure) => {
                let (of_row, of_round) = verdict::of_write(&failure);
                self.write_down(row, of_row).await?;
                Ok(of_round)
            }
        }
    }

    async fn write_down(&mut self, row: &OutboxRow, verdict: RowVerdict) -> Result<(), SyncError> {
        match verdict {
            RowVerdict::AsBefore => self.settle(row, Settlement::NotSent).await.map(|_| ()),
            RowVerdict::Later { asked, words } => {
                let next_attempt = self.row_after(row.attempts.saturating_add(1), asked);
                self.report.postponed = self.report.postponed.saturating_add(1);
                self.settle(row, Settlement::Later { next_attempt, words }).await.map(|_| ())
            }
            RowVerdict::InDoubt => self.in_doubt(row).await,
            RowVerdict::Refused(words) => self.refused(row, words).await,
        }
    }

    async fn look_up(&mut self, row: &OutboxRow) -> Result<RoundVerdict, SyncError> {
        self.report.steps = self.report.steps.saturating_add(1);
        let handed = row.state == OutboxState::Handed;
        let settlement = match self.line.look_up(row).await? {
            Found::Arrived(arrival) => {
                self.arrived(row, arrival).await?;
                return Ok(RoundVerdict::GoOn { trouble: false });
            }
            Found::No if handed => {
                Settlement::StillInDoubt { next_attempt: self.clock.now() + LOOK_FOR_HANDED }
            }
            Found::No if row.sent <= DOUBTS => {
                Settlement::NeverArrived { next_attempt: self.clock.now() }
            }
            Found::No => Settlement::NeverArrived {
                next_attempt: self.row_after(row.attempts.saturating_add(1), None),
            },
            Found::NotSetUp => {
                // It carries no uid if it arrived: once the site is set up, not being found proves nothing.
                if !handed {
                    self.refused(row, OwnReason::Unrecognisable.to_text()).await?;
                }
                return Ok(RoundVerdict::Pause { reason: PauseReason::NotSetUp, asked: None });
            }
            Found::Failed(failure) => {
                let asked = match &failure {
                    Failure::Transient { delay, .. } => *delay,
                    _ => None,
                };
                let next_attempt = self.row_after(row.attempts.saturating_add(1), asked);
                let verdict = verdict::of_read(&failure);
                if matches!(verdict, RoundVerdict::GoOn { .. }) {
                    self.settle(row, Settlement::StillInDoubt { next_attempt }).await?;
                }
                return Ok(verdict);
            }
        };
        self.settle(row, settlement).await?;
        Ok(RoundVerdict::GoOn { trouble: false })
    }

    async fn arrived(&mut self, row: &OutboxRow, arrival: Box<Arrival>) -> Result<(), SyncError> {
        self.report.arrived = self.report.arrived.saturating_add(1);
        self.settle(row, Settlement::Arrived(arrival)).await.map(|_| ())
    }

    async fn refused(&mut self, row: &OutboxRow, words: String) -> Result<(), SyncError> {
        self.report.refused = self.report.refused.saturating_add(1);
        self.settle(row, Settlement::Refused { words }).await.map(|_| ())
    }

    async fn in_doubt(&mut self, row: &OutboxRow) -> Result<(), SyncError> {
        self.report.in_doubt = self.report.in_doubt.saturating_add(1);
        self.settle(row, Settlement::InDoubt).await.map(|_| ())
    }

    /// Writes a step down; false where the row has moved on by another hand.
    async fn settle(&mut self, row: &OutboxRow, settlement: Settlement) -> Result<bool, SyncError> {
        let ClockReading { utc, offset_minutes, .. } = self.clock.read();
        let step = Step { seq: row.seq, settlement, at: utc, offset_minutes };
        match self.line.store.settle(step).await {
            Ok(()) => self.queue.settled(row.seq).map(|()| true),
            Err(StoreError::NotAllowed { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the round is over.
    async fn is_over(&mut self, verdict: RoundVerdict) -> Result<bool, SyncError> {
        match verdict {
            RoundVerdict::GoOn { trouble: false } => self.trouble = 0,
            RoundVerdict::GoOn { trouble: true } => {
                self.trouble = self.trouble.saturating_add(1);
                if self.trouble >= MOST_TROUBLE {
                    self.report.ended = Some(Ended::Trouble);
                    return Ok(true);
                }
            }
            RoundVerdict::End => {
                self.report.ended = Some(Ended::Offline);
                return Ok(true);
            }
            RoundVerdict::Pause { reason, asked } => {
                self.pause(reason, asked).await?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Pauses the queue, longer each time in a row.
    async fn pause(
        &mut self,
        reason: PauseReason,
        asked: Option<Duration>,
    ) -> Result<(), SyncError> {
        let before = Pause::load(self.line.store)?.filter(|pause| pause.reason == reason);
        let now = self.clock.now();
        let times = before.map_or(1, |pause| pause.times.saturating_add(1));
        let since = before.map_or(now, |pause| pause.since);
        let until = self.moment_after(times, asked);
        Pause { reason, since, until, times }.save(self.line.store).await?;
        self.report.ended = Some(Ended::Paused(reason));
        self.report.next_attempt = Some(until);
        Ok(())
    }

    /// When a row goes again after so many attempts; rarely once it may be stuck.
    fn row_after(&self, attempts: u32, asked: Option<Duration>) -> DateTime<Utc> {
        let rarely = (attempts >= stuck::TRIES).then_some(stuck::RARELY);
        self.moment_after(attempts, asked.max(rarely))
    }

    fn moment_after(&self, attempts: u32, asked: Option<Duration>) -> DateTime<Utc> {
        let mut bytes = [0; 8];
        // Without randomness the fleet comes back together; it still comes back.
        if self.random.fill(&mut bytes).is_err() {
            bytes = [0; 8];
        }
        let wait = backoff::wait(attempts, asked, u64::from_le_bytes(bytes));
        self.clock.now() + TimeDelta::from_std(wait).unwrap_or(TimeDelta::hours(1))
    }
}
