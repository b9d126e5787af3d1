//! The app comes back: to the front, or to a network. The page is who learns of it, in every shell.

use crate::screens::permit::Guard;
use dioxus::prelude::*;
use satchel_app::Session;

/// The page tells each time until the profile is locked. The listeners are set once; whoever is told
/// is the profile that is open.
const LISTEN: &str = include_str!("back.js");

/// Tells the sync when the app comes back, as long as the profile is open, and has what the system guards looked
/// at again: its owner may have been in the system's settings.
pub fn use_coming_back(session: &Session) {
    let session = session.clone();
    let guard = use_hook(try_consume_context::<Guard>);
    use_future(move || {
        let (session, guard) = (session.clone(), guard.clone());
        async move {
            let mut page = document::eval(LISTEN);
            // A page that cannot tell leaves it to the schedule.
            while page.recv::<bool>().await.is_ok() {
                session.came_back();
                if let Some(Guard(guard)) = &guard {
                    guard.look_again();
                }
            }
        }
    });
}
