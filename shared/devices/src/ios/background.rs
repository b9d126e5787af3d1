//! Time granted by BGTaskScheduler while the app is not on the screen: half a minute now and then to send what
//! waits, and minutes, mostly at night, where photos or many changes take longer.

#![allow(unsafe_code)]

use crate::background;
use block2::RcBlock;
use objc2::rc::Retained;
use objc2::{AllocAnyThread, Message};
use objc2_background_tasks::{
    BGAppRefreshTaskRequest, BGProcessingTaskRequest, BGTask, BGTaskRequest, BGTaskScheduler,
};
use objc2_foundation::{NSDate, NSString};
use std::ptr::NonNull;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Also in `BGTaskSchedulerPermittedIdentifiers` of Info.plist: a refresh.
pub const SYNC: &str = "app.satchel.sync";
/// The same: a processing task.
pub const CATCH_UP: &str = "app.satchel.catch-up";

/// The two kinds of time there are to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Granted {
    Refresh,
    Processing,
}

impl Granted {
    const fn identifier(self) -> &'static str {
        match self {
            Self::Refresh => SYNC,
            Self::Processing => CATCH_UP,
        }
    }

    /// Not before so many seconds; the system decides.
    const fn earliest_seconds(self) -> f64 {
        match self {
            Self::Refresh => 15.0 * 60.0,
            Self::Processing => 2.0 * 3_600.0,
        }
    }

    /// What one round may take. A refresh ends after about half a minute, processing when the phone is
    /// picked up or after some minutes.
    const fn most(self) -> Duration {
        match self {
            Self::Refresh => Duration::from_secs(25),
            Self::Processing => Duration::from_secs(180),
        }
    }

    fn request(self) -> Retained<BGTaskRequest> {
        let identifier = NSString::from_str(self.identifier());
        // SAFETY: a request is this thread's own until it is handed over.
        unsafe {
            match self {
                Self::Refresh => Retained::into_super(BGAppRefreshTaskRequest::initWithIdentifier(
                    BGAppRefreshTaskRequest::alloc(),
                    &identifier,
                )),
                Self::Processing => {
                    let request = BGProcessingTaskRequest::initWithIdentifier(
                        BGProcessingTaskRequest::alloc(),
                        &identifier,
                    );
                    request.setRequiresNetworkConnectivity(true);
                    Retained::into_super(request)
                }
            }
        }
    }
}

/// Says what the granted time is for. Once, before the app's loop begins: iOS ends an app that comes later.
pub fn register() {
    for kind in [Granted::Refresh, Granted::Processing] {
        let handler = RcBlock::new(move |task: NonNull<BGTask>| begin(kind, task));
        // SAFETY: without a queue the system calls the block on one of its own; the block holds nothing.
        let registered = unsafe {
            BGTaskScheduler::sharedScheduler()
                .registerForTaskWithIdentifier_usingQueue_launchHandler(
                    &NSString::from_str(kind.identifier()),
                    None,
                    &handler,
                )
        };
        if registered {
            ask(kind);
        } else {
            tracing::warn!(task = kind.identifier(), "Info.plist does not permit the task");
        }
    }
}

/// Asks for the next time; asking again takes the place of the last question.
fn ask(kind: Granted) {
    let request = kind.request();
    // SAFETY: as above.
    let submitted = unsafe {
        let earliest = NSDate::dateWithTimeIntervalSinceNow(kind.earliest_seconds());
        request.setEarliestBeginDate(Some(&earliest));
        BGTaskScheduler::sharedScheduler().submitTaskRequest_error(&request)
    };
    if let Err(error) = submitted {
        // In the simulator, or switched off by the owner of the phone.
        tracing::info!(task = kind.identifier(), code = error.code(), "no background time");
    }
}

/// A task that has to be ended once, by whoever comes first: the round or the system that wants its time back.
struct Task(Mutex<Option<Retained<BGTask>>>);

// SAFETY: BGTask's methods may be called on any queue ("Using background tasks to update your app").
unsafe impl Send for Task {}
// SAFETY: as above, and the lock lets one thread at a time.
unsafe impl Sync for Task {}

impl Task {
    fn end(&self, done: bool) {
        let task = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task {
            // SAFETY: the task is live and was not ended.
            unsafe { task.setTaskCompletedWithSuccess(done) };
        }
    }
}

fn begin(kind: Granted, task: NonNull<BGTask>) {
    ask(kind);
    // SAFETY: the system hands over a live task.
    let task = unsafe { task.as_ref() }.retain();
    let held = Arc::new(Task(Mutex::new(Some(task.clone()))));
    let expiring = Arc::clone(&held);
    // A task that is not ended by then takes the app with it. A round that is cut short loses nothing.
    let expired = RcBlock::new(move || {
        tracing::info!(task = kind.identifier(), "background time was taken back");
        expiring.end(false);
    });
    // SAFETY: what the block holds may be used on any thread.
    unsafe { task.setExpirationHandler(Some(&expired)) };
    let ending = Arc::clone(&held);
    let spent = thread::Builder::new().name("satchel-granted".to_owned()).spawn(move || {
        ending.end(background::round(kind.most()));
    });
    if let Err(error) = spent {
        tracing::warn!(%error, "no thread for background time");
        held.end(false);
    }
}
