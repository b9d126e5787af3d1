//! One round that somebody waits for: what a script does where a screen lets the worker do it.

use super::errands::Errands;
use crate::AppError;
use crate::session::Session;
use satchel_sync::pull::{PullDepth, PullReport};
use satchel_sync::push::{Ended, Pause, PushReport};
use satchel_sync::{Client, SiteAccount, SyncError};
use std::time::Duration;
use tokio::runtime::Builder;

impl Session {
    /// Sends what can be sent and waits for it, as a round of the worker does; after one that goes on.
    ///
    /// # Errors
    /// [`AppError::Sync`]: not enrolled, or this phone's own database. What the site or the line does is
    /// in the report.
    pub async fn send_once(&self) -> Result<PushReport, AppError> {
        let turn = self.inner.sync.turn.clone();
        let _turn = turn.lock().await;
        let (errands, account, client) = self.errands()?;
        Pause::ask_now(self.store()).await?;
        let sent = errands.send(&account, &client).await;
        match &sent {
            Ok(PushReport { ended: Some(Ended::Offline), .. }) => errands.offline(),
            Ok(_) => errands.tools.board.end(None),
            Err(error) => errands.failed(error),
        }
        Ok(sent?)
    }

    /// Fetches what changed and waits for it, as a round of the worker does: all of it the first time,
    /// in one file where the office keeps one. After a round that goes on.
    ///
    /// # Errors
    /// [`AppError::Sync`]: not enrolled, or why the site could not be asked further; everything read so
    /// far is kept.
    pub async fn fetch_once(&self, depth: PullDepth) -> Result<PullReport, AppError> {
        let turn = self.inner.sync.turn.clone();
        let _turn = turn.lock().await;
        let (mut errands, account, client) = self.errands()?;
        let fetched = async {
            errands.take_snapshot(&account, &client).await?;
            errands.fetch(&client, depth).await
        };
        match fetched.await {
            Ok(report) => {
                errands.tools.board.end(None);
                Ok(report)
            }
            Err(error) => {
                errands.failed(&error);
                Err(error.into())
            }
        }
    }

    /// Sends and fetches for at most so long: what a platform grants an app that is not on the screen. Waits
    /// for it, on whatever thread this is; a round that is cut short goes on in the next one.
    ///
    /// # Errors
    /// As [`Session::send_once`] and [`Session::fetch_once`].
    pub fn round_within(&self, most: Duration) -> Result<(), AppError> {
        let runtime =
            Builder::new_current_thread().enable_all().build().map_err(AppError::NoThread)?;
        let round = async {
            self.send_once().await?;
            self.fetch_once(PullDepth::Due).await?;
            Ok(())
        };
        let ended = runtime.block_on(async { tokio::time::timeout(most, round).await });
        // The address of a site may be being looked up; nobody waits for that.
        runtime.shutdown_background();
        ended.unwrap_or(Ok(()))
    }

    fn errands(&self) -> Result<(Errands, SiteAccount, Client), AppError> {
        let mut errands = Errands::new(self.tools());
        let (account, client) = errands.line()?.ok_or(SyncError::NotEnrolled)?;
        Ok((errands, account, client))
    }
}
