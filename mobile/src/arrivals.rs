//! What another app hands over: the office's invitation, or its receipt for a courier; and what a reminder that
//! was pressed is of.

use dioxus::prelude::*;
use satchel_app::views::ReminderOf;
use satchel_devices::arrivals::{self, Arrival};
use std::path::PathBuf;

/// What has come and was not looked at yet.
#[derive(Clone, Copy)]
pub struct Arrived {
    /// Code of an invitation.
    pub invitation: Signal<Option<String>>,
    /// A receipt.
    pub receipt: Signal<Option<PathBuf>>,
    /// An invitation to something.
    pub calendar: Signal<Option<PathBuf>>,
    /// What a reminder is of.
    pub reminded: Signal<Option<ReminderOf>>,
}

impl Arrived {
    fn reminded(&mut self, of: ReminderOf) {
        self.reminded.set(Some(of));
        to_front();
    }
}

/// A desktop's window may stand behind others; phones show the app by themselves.
fn to_front() {
    #[cfg(feature = "desktop")]
    if let Some(window) = try_consume_context::<dioxus::desktop::DesktopContext>() {
        window.set_minimized(false);
        window.set_focus();
    }
}

/// Waits for what comes, from the start of the app on.
pub fn use_arrivals() -> Arrived {
    let mut arrived = use_context_provider(|| Arrived {
        invitation: Signal::new(None),
        receipt: Signal::new(None),
        calendar: Signal::new(None),
        reminded: Signal::new(None),
    });
    use_future(move || async move {
        let mut news = arrivals::news();
        // The app may have been started by it.
        news.mark_changed();
        while news.changed().await.is_ok() {
            match arrivals::take() {
                Some(Arrival::Enrolment(code)) => arrived.invitation.set(Some(code)),
                Some(Arrival::Receipt(path)) => arrived.receipt.set(Some(path)),
                Some(Arrival::Calendar(path)) => arrived.calendar.set(Some(path)),
                Some(Arrival::Event(key)) => arrived.reminded(ReminderOf::Event(key)),
                Some(Arrival::Task(key)) => arrived.reminded(ReminderOf::Task(key)),
                None => {}
            }
        }
    });
    arrived
}
