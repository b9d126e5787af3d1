//! What the worker lets the screens know.

use satchel_sync::pull::PullProgress;
use satchel_sync::snapshot::FetchProgress;
use tokio::sync::watch;

/// What goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing.
    #[default]
    Resting,
    /// Documents are being sent.
    Sending,
    /// Changes are being fetched.
    Fetching,
}

/// Why the last round did not go through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nobody was reached.
    Offline,
    /// Something else, with its translation.
    Other { message_id: &'static str, args: Vec<(&'static str, String)> },
}

/// What goes on and what went wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) phase: Phase,
    pub(crate) trouble: Option<Trouble>,
    /// Why the office's file of masters was not taken in, as a translation key.
    pub(crate) no_snapshot: Option<&'static str>,
}

/// Where the worker writes and the screens read.
#[derive(Debug)]
pub(crate) struct Board {
    told: watch::Sender<Told>,
    pub(crate) progress: watch::Sender<PullProgress>,
    /// How far the office's file of masters is.
    pub(crate) download: watch::Sender<FetchProgress>,
    /// Counts up with every change of either.
    changes: watch::Sender<u64>,
}

impl Board {
    pub(crate) fn new() -> Self {
        Self {
            told: watch::channel(Told::default()).0,
            progress: watch::channel(PullProgress::default()).0,
            download: watch::channel(FetchProgress::default()).0,
            changes: watch::channel(0).0,
        }
    }

    pub(crate) fn told(&self) -> Told {
        self.told.borrow().clone()
    }

    pub(crate) fn progress(&self) -> PullProgress {
        self.progress.borrow().clone()
    }

    pub(crate) fn download(&self) -> FetchProgress {
        *self.download.borrow()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    pub(crate) fn enter(&self, phase: Phase) {
        self.tell(|told| told.phase = phase);
    }

    pub(crate) fn end(&self, trouble: Option<Trouble>) {
        self.tell(|told| (told.phase, told.trouble) = (Phase::Resting, trouble));
    }

    /// Says why the masters are loaded in pages and not in one file.
    pub(crate) fn tell_no_snapshot(&self, why: &'static str) {
        self.tell(|told| told.no_snapshot = Some(why));
    }

    /// Lets the screens read again.
    pub(crate) fn stir(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }

    fn tell(&self, change: impl FnOnce(&mut Told)) {
        let changed = self.told.send_if_modified(|told| {
            let before = told.clone();
            change(told);
            *told != before
        });
        if changed {
            self.stir();
        }
    }
}
