//! This phone: what waits, safe copies, the PIN, about.

use super::{Route, ways};
use crate::screens::about::About;
use crate::screens::backup::MakeBackup;
use crate::screens::connect::ConnectAgain;
use crate::screens::courier::Courier;
use crate::screens::entry::{ChangePin, Presence};
use crate::screens::printers::Printers;
use crate::screens::reminders::RemindersScreen;
use crate::screens::scanning::Scanning;
use crate::screens::sync::Sync;
use dioxus::prelude::*;

/// What waits.
#[component]
pub fn SyncPage() -> Element {
    rsx! {
        Sync {
            on_back: |()| ways::back(),
            on_open: ways::placed_order,
            on_draft: ways::order,
            on_backup: |()| ways::to(Route::BackupPage {}),
            on_courier: |()| ways::to(Route::CourierPage {}),
        }
    }
}

/// About Satchel.
#[component]
pub fn AboutPage() -> Element {
    rsx! {
        About { on_back: |()| ways::back() }
    }
}

/// What waits, carried by file.
#[component]
pub fn CourierPage() -> Element {
    rsx! {
        Courier { on_back: |()| ways::back() }
    }
}

/// Printers.
#[component]
pub fn PrintersPage() -> Element {
    rsx! {
        Printers { on_back: |()| ways::back() }
    }
}

/// How scanning is set.
#[component]
pub fn ScanningPage() -> Element {
    rsx! {
        Scanning { on_back: |()| ways::back() }
    }
}

/// How the rep is reminded.
#[component]
pub fn RemindersPage() -> Element {
    rsx! {
        RemindersScreen { on_back: |()| ways::back() }
    }
}

/// A safe copy.
#[component]
pub fn BackupPage() -> Element {
    rsx! {
        MakeBackup { on_back: |()| ways::back() }
    }
}

/// A new code for this profile.
#[component]
pub fn ConnectAgainPage() -> Element {
    rsx! {
        ConnectAgain { on_back: |()| ways::back() }
    }
}

/// Another PIN.
#[component]
pub fn PinPage() -> Element {
    rsx! {
        ChangePin { on_back: |()| ways::back() }
    }
}

/// A finger or a face in place of the PIN.
#[component]
pub fn PresencePage() -> Element {
    rsx! {
        Presence { on_back: |()| ways::back() }
    }
}
