//! Telling the rep at a time, through the platform's notifications, whatever the app does then.
//!
//! What is planned lies with the platform, outside the encrypted file: it is what the notification shows, for
//! the next days only.

#[cfg(any(test, feature = "contract"))]
pub mod contract;
#[cfg(target_os = "linux")]
pub mod desktop;
mod memory;
#[cfg(any(target_os = "linux", target_os = "ios", test))]
pub(crate) mod told;

pub use memory::MemoryReminders;

use crate::clock::Clock;
use chrono::{DateTime, Utc};
use std::path::Path;
use std::sync::Arc;

/// How many can be planned at once; iOS keeps 64 for an app (`UNUserNotificationCenter`).
pub const MOST: usize = 60;

/// Something to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Names it: one id is told once.
    pub id: String,
    /// When to tell.
    pub at: DateTime<Utc>,
    /// From then on it is too late to tell.
    pub until: DateTime<Utc>,
    /// The heading.
    pub title: String,
    /// The line below.
    pub text: String,
    /// Where a tap leads, as [`crate::arrivals::Arrival::read`] understands it.
    pub link: String,
}

impl Reminder {
    /// Whether now is the time to tell it.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.at <= now && now < self.until
    }
}

/// Tells at a time.
pub trait Reminders: Send + Sync {
    /// Takes the place of all that was planned before; the first [`MOST`] count. Each is told at its time, or
    /// as soon after it as the platform can, and one id once, whether or not the app was started again in
    /// between. `channel` is what the platform's settings call them. Returns at once; a platform that shows
    /// nothing is no error.
    fn plan(&self, channel: &str, reminders: &[Reminder]);
}

/// A platform that tells nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoReminders;

impl Reminders for NoReminders {
    fn plan(&self, _: &str, _: &[Reminder]) {}
}

/// The way this platform has; `folder` is the app's own, to note what was told.
pub fn of_platform(clock: Arc<dyn Clock>, folder: &Path) -> Arc<dyn Reminders> {
    #[cfg(target_os = "linux")]
    return Arc::new(desktop::Notifications::start(clock, folder));
    #[cfg(target_os = "ios")]
    return Arc::new(crate::ios::SystemReminders::new(clock, folder));
    #[cfg(target_os = "android")]
    {
        let _ = (clock, folder);
        Arc::new(crate::android::SystemReminders)
    }
    #[cfg(not(any(target_os = "linux", target_os = "ios", target_os = "android")))]
    {
        let _ = (clock, folder);
        Arc::new(NoReminders)
    }
}
