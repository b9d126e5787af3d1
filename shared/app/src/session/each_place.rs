//! A thread that looks at each place the phone comes to.

use super::{Inner, Session};
use std::sync::Weak;
use std::time::Duration;

/// Takes a step at once, with each new place, and at the latest after `look_again`, until a step says that it
/// was the last or the session is over. The session is not held meanwhile: locking the phone waits for no fix.
pub(super) fn at_each_place(
    inner: &Weak<Inner>,
    look_again: Duration,
    goes_on: impl Fn(&Session) -> bool,
) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_time().build() else {
        tracing::warn!("places are not followed");
        return;
    };
    let Some(mut known) = inner.upgrade().map(|inner| inner.ports.location.watch()) else { return };
    loop {
        let Some(session) = inner.upgrade().map(|inner| Session { inner }) else { return };
        if !goes_on(&session) {
            return;
        }
        drop(session);
        runtime.block_on(async {
            let changed = tokio::time::timeout(look_again, known.changed()).await;
            if matches!(changed, Ok(Err(_))) {
                // Whatever told positions has gone; the time still has to pass.
                tokio::time::sleep(look_again).await;
            }
        });
    }
}
