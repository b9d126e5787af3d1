//! Time granted by BGTaskScheduler while the app is not on the screen.

#![allow(unsafe_code)]

use crate::background;
use block2::RcBlock;
use objc2::AllocAnyThread;
use objc2::rc::Retained;
use objc2_background_tasks::{BGAppRefreshTaskRequest, BGTask, BGTaskScheduler};
use objc2_foundation::{NSDate, NSString};
use std::ptr::NonNull;
use std::thread;
use std::time::Duration;

/// Also in `BGTaskSchedulerPermittedIdentifiers` of Info.plist.
pub const SYNC: &str = "app.satchel.sync";
/// Not before this; the system decides.
const EARLIEST_SECONDS: f64 = 15.0 * 60.0;
/// A refresh may take about half a minute.
const MOST: Duration = Duration::from_secs(25);

/// Says what the granted time is for. Once, before the app's loop begins: iOS ends an app that comes later.
pub fn register() {
    let handler = RcBlock::new(|task: NonNull<BGTask>| granted(task));
    // SAFETY: without a queue the system calls the block on one of its own; the block holds nothing.
    let registered = unsafe {
        BGTaskScheduler::sharedScheduler().registerForTaskWithIdentifier_usingQueue_launchHandler(
            &NSString::from_str(SYNC),
            None,
            &handler,
        )
    };
    if registered {
        request();
    } else {
        tracing::warn!("Info.plist does not permit the sync task");
    }
}

/// Asks for the next time; asking again takes the place of the last question.
pub fn request() {
    // SAFETY: a request is this thread's own until it is handed over.
    let submitted = unsafe {
        let request = BGAppRefreshTaskRequest::initWithIdentifier(
            BGAppRefreshTaskRequest::alloc(),
            &NSString::from_str(SYNC),
        );
        request.setEarliestBeginDate(Some(&NSDate::dateWithTimeIntervalSinceNow(EARLIEST_SECONDS)));
        BGTaskScheduler::sharedScheduler().submitTaskRequest_error(&request)
    };
    if let Err(error) = submitted {
        // In the simulator, or switched off by the owner of the phone.
        tracing::info!(code = error.code(), "no background time");
    }
}

/// A task that may be ended from another thread, as Apple's documentation has it.
struct Task(Retained<BGTask>);

// SAFETY: BGTask's methods may be called on any queue ("Using background tasks to update your app").
unsafe impl Send for Task {}

fn granted(task: NonNull<BGTask>) {
    request();
    // SAFETY: the system hands over a live task; retaining it keeps it alive.
    let Some(task) = (unsafe { Retained::retain(task.as_ptr()) }) else { return };
    // Without a handler the system ends the app in place of the task. A round that is cut short loses nothing.
    let expired = RcBlock::new(|| tracing::info!("background time was taken back"));
    // SAFETY: as above; the block holds nothing.
    unsafe { task.setExpirationHandler(Some(&expired)) };
    let task = Task(task);
    let spent = thread::Builder::new().name("satchel-granted".to_owned()).spawn(move || {
        let Task(task) = { task };
        let done = background::round(MOST);
        // SAFETY: as above.
        unsafe { task.setTaskCompletedWithSuccess(done) };
    });
    if let Err(error) = spent {
        tracing::warn!(%error, "no thread for background time");
    }
}
