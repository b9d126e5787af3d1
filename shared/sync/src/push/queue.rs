//! The plan of a round beside the store it comes from.

use satchel_store::Store;
use tokio::sync::watch;

use super::plan::Plan;
use crate::SyncError;

/// The outbox as a round sees it. What the round settles itself it takes over row by row; after any
/// write of somebody else everything is read again.
pub(super) struct Queue<'a> {
    store: &'a Store,
    revision: watch::Receiver<u64>,
    /// The revision of the store that `plan` stands for; `None` while nothing was read.
    seen: Option<u64>,
    plan: Plan,
    /// The last place in the queue that was ever seen.
    last: i64,
}

impl<'a> Queue<'a> {
    pub(super) fn new(store: &'a Store) -> Self {
        let revision = store.revision();
        Self { store, revision, seen: None, plan: Plan::default(), last: 0 }
    }

    /// The plan of the outbox as it stands.
    pub(super) fn plan(&mut self) -> Result<&mut Plan, SyncError> {
        // Looked at before the rows: a write in between is found the next time.
        let revision = *self.revision.borrow();
        if self.seen != Some(revision) {
            let queue = self.store.queue()?;
            self.plan = std::mem::take(&mut self.plan).renewed(queue);
            self.last = self.last.max(self.plan.last());
            self.seen = Some(revision);
        }
        Ok(&mut self.plan)
    }

    /// Takes over what a settlement of the row `seq`, one commit, came to.
    pub(super) fn settled(&mut self, seq: i64) -> Result<(), SyncError> {
        // Where anybody else has written too, the revision is beyond this one.
        self.seen = self.seen.map(|seen| seen.wrapping_add(1));
        if self.seen != Some(*self.revision.borrow()) {
            return Ok(());
        }
        let mut open = false;
        for row in self.store.queue_since(seq, self.last)? {
            open |= row.seq == seq;
            self.last = self.last.max(row.seq);
            self.plan.put(row);
        }
        if !open {
            self.plan.arrived(seq);
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
