//! Signal: what waits goes out and what is new comes in, over a line that may break anything.

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use satchel_app::Session;
use satchel_devices::clock::Clock;
use satchel_devices::random::SystemRandom;
use satchel_frappe::Client;
use satchel_store::OutboxState;
use satchel_sync::pull::{self, PullDepth};
use satchel_sync::push::{self, Pause, PushReport};
use satchel_sync::{SiteAccount, SiteFacts};

use crate::rehearse::clock::JumpingClock;

/// Rounds of a moment of signal.
const MOMENT: u32 = 3;

/// Rounds after which sending everything is given up; each is a wait of seconds to hours by day.
const PATIENCE: u32 = 3_000;

/// Rows looked at when the outbox is asked whether it is empty.
const MOST_OPEN: usize = 10_000;

/// Waited where nothing says how long, in milliseconds.
const PAUSE_MS: i64 = 30_000;

/// A phone's line.
pub struct Line<'a> {
    session: &'a Session,
    clock: &'a JumpingClock,
    client: Client,
    account: SiteAccount,
}

impl<'a> Line<'a> {
    /// The line of the enrolment.
    pub fn new(session: &'a Session, clock: &'a JumpingClock) -> Result<Self> {
        let account = SiteAccount::load(session.store())?.context("the phone is not enrolled")?;
        let client = account.client()?;
        Ok(Self { session, clock, client, account })
    }

    /// Fetches the masters, however often the line breaks.
    pub async fn load_first(&self) -> Result<()> {
        let mut last = None;
        for _ in 0..PATIENCE {
            match self.pull(PullDepth::Due).await {
                Ok(()) => return Ok(()),
                Err(error) => last = Some(error),
            }
            self.clock.jump(PAUSE_MS);
        }
        Err(last.context("no round")?.context("the first load never came to its end"))
    }

    async fn pull(&self, depth: PullDepth) -> Result<()> {
        let store = self.session.store();
        let facts = match SiteFacts::load(store)? {
            Some(facts) => facts,
            None => SiteFacts::learn(&self.client, store).await?,
        };
        pull::round(store, &self.client, &facts, self.session.local_now(), depth).await?;
        Ok(())
    }

    async fn push(&self) -> Result<PushReport> {
        let store = self.session.store();
        Ok(push::round(store, &self.client, &self.account, self.clock, &SystemRandom).await?)
    }

    /// Some rounds, as long as there is something to do.
    pub async fn have_signal(&self, pulls: bool) -> Result<()> {
        for _ in 0..MOMENT {
            let report = self.push().await?;
            if self.is_everything_sent()? {
                break;
            }
            self.wait(&report)?;
        }
        if pulls && let Err(error) = self.pull(PullDepth::Changes).await {
            tracing::debug!(%error, "a pull broke off");
        }
        Ok(())
    }

    /// Rounds until nothing waits any more.
    pub async fn send_everything(&self) -> Result<()> {
        for _ in 0..PATIENCE {
            let report = self.push().await?;
            if self.is_everything_sent()? {
                return Ok(());
            }
            self.wait(&report)?;
        }
        bail!("the outbox never became empty");
    }

    /// Whether nothing waits, is on its way or in doubt. What was refused is for a person.
    fn is_everything_sent(&self) -> Result<bool> {
        let states = [OutboxState::Waiting, OutboxState::Sending, OutboxState::Unknown];
        let open = self.session.store().outbox(&states, MOST_OPEN)?;
        // What needs a refused row never goes.
        let refused = self.session.store().outbox(&[OutboxState::Parked], MOST_OPEN)?;
        let stuck = |needs: &[i64]| refused.iter().any(|row| needs.contains(&row.seq));
        Ok(open.iter().all(|row| stuck(&row.needs)))
    }

    /// Lets the time pass after which the next round is worth while. A phone whose key does not count
    /// waits as well: the office sets the key right in the meantime.
    fn wait(&self, report: &PushReport) -> Result<()> {
        let pause = Pause::load(self.session.store())?.map(|pause| pause.until);
        let until: Option<DateTime<Utc>> = [pause, report.next_attempt].into_iter().flatten().max();
        let now = self.clock.now();
        let wait = until.map_or(PAUSE_MS, |until| (until - now).num_milliseconds() + 1);
        self.clock.jump(wait.max(1_000));
        Ok(())
    }
}
