//! Why a device sends nothing, in words.

use satchel_sync::push::{Ended, PauseReason};
use serde_json::{Value, json};

/// Why a round ended before all was gone.
pub(super) fn words(ended: Ended) -> &'static str {
    match ended {
        Ended::Offline => "the site could not be reached",
        Ended::Trouble => "one failure after the other: the line or the site is in trouble",
        Ended::Paused(reason) => of_pause(reason),
    }
}

/// The same as a word for scripts.
pub(super) fn word(ended: Ended) -> Value {
    match ended {
        Ended::Offline => json!("offline"),
        Ended::Trouble => json!("trouble"),
        Ended::Paused(reason) => json!(reason),
    }
}

/// Why nothing is sent, and what ends it.
pub(super) fn of_pause(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Unauthorised => {
            "paused: the key pair does not count, and what waits is kept; go on with a new code: \
             device unlock DIR --enroll-again CODE"
        }
        PauseReason::Throttled => "paused: the site asked for fewer requests",
        PauseReason::Maintenance => "paused: the site is being updated",
        PauseReason::NotSetUp => "paused: the site is not set up for Satchel; run site setup",
        PauseReason::NotPermitted => {
            "paused: the user may not make Sales Orders; give him the role Satchel Rep"
        }
    }
}
