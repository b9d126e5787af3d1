//! The sync centre.

use super::LAST_ROUND;
use super::board::{Phase, Trouble};
use crate::AppError;
use crate::session::{Session, local_time};
use crate::views::{DownloadView, LoadView, OutgoingState, Sentence, SyncCentre, SyncConnection};
use chrono::{DateTime, FixedOffset};
use satchel_sync::SiteAccount;
use satchel_sync::push::Pause;

impl Session {
    /// Everything the sync centre shows. Read it again with [`Session::revision`] and
    /// [`Session::sync_changes`].
    ///
    /// # Errors
    /// What the store says.
    pub fn sync_centre(&self) -> Result<SyncCentre, AppError> {
        let mut centre = SyncCentre {
            connection: self.connection()?,
            sending: Vec::new(),
            waiting: Vec::new(),
            needs_hand: Vec::new(),
            conflicts: self.conflicts()?,
            download: self.download(),
            no_file: self.no_file(),
            loading: self.loading(),
            ages: self.ages()?,
        };
        for row in self.outgoing()? {
            let list = match row.state {
                OutgoingState::Sending | OutgoingState::Checking => &mut centre.sending,
                OutgoingState::Waiting | OutgoingState::Later { .. } => &mut centre.waiting,
                OutgoingState::NeedsHand | OutgoingState::Handed => &mut centre.needs_hand,
            };
            list.push(row);
        }
        Ok(centre)
    }

    /// How things stand with the site.
    ///
    /// # Errors
    /// What the store says.
    pub fn connection(&self) -> Result<SyncConnection, AppError> {
        let store = &self.inner.store;
        if SiteAccount::load(store)?.is_none() {
            return Ok(SyncConnection::NotEnrolled);
        }
        let now = self.now();
        let told = self.inner.sync.board.told();
        match told.phase {
            Phase::Sending => return Ok(SyncConnection::Sending),
            Phase::Fetching => return Ok(SyncConnection::Fetching),
            Phase::Resting => {}
        }
        let pause = Pause::load(store)?
            .filter(|pause| pause.reason.needs_the_office() || pause.holds(now.utc));
        if let Some(pause) = pause {
            return Ok(SyncConnection::Paused {
                message_id: pause.reason.message_id(),
                args: Vec::new(),
                until: local_time(pause.until, now.offset_minutes),
                needs_office: pause.reason.needs_the_office(),
            });
        }
        let last_round = self.moment(LAST_ROUND)?;
        Ok(match told.trouble {
            None => SyncConnection::Idle { last_round },
            Some(Trouble::Offline) => SyncConnection::Offline { last_round },
            Some(Trouble::Other { message_id, args }) => {
                SyncConnection::Trouble { message_id, args, last_round }
            }
        })
    }

    fn loading(&self) -> Option<LoadView> {
        let progress = self.inner.sync.board.progress();
        progress.loading.then(|| LoadView {
            doctype: progress.doctype,
            done: progress.done,
            total: progress.total,
            thousandths: progress.thousandths(),
            time_left: progress.time_left(),
            can_sell: progress.can_sell,
        })
    }

    fn download(&self) -> Option<DownloadView> {
        let progress = self.inner.sync.board.download();
        (progress.total > 0).then(|| DownloadView {
            done: progress.done,
            total: progress.total,
            thousandths: progress.thousandths(),
            time_left: progress.time_left(),
        })
    }

    fn no_file(&self) -> Option<Sentence> {
        let board = &self.inner.sync.board;
        let why = board.told().no_snapshot.filter(|_| board.progress().loading)?;
        Some(Sentence { message_id: why, args: Vec::new() })
    }

    fn moment(&self, setting: &str) -> Result<Option<DateTime<FixedOffset>>, AppError> {
        let ms: Option<i64> = self.inner.store.setting(setting)?;
        let offset = self.now().offset_minutes;
        Ok(ms.and_then(DateTime::from_timestamp_millis).map(|utc| local_time(utc, offset)))
    }
}
