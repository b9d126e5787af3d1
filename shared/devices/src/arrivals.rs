//! What the app is opened with: the office's invitation as a link, or a file: a receipt for a courier, an
//! invitation to something; or the entry or task of a reminder that was pressed.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::sync::Mutex;
use std::sync::{LazyLock, PoisonError};
use tokio::sync::watch;

/// The link of an invitation; also in the manifest and in Info.plist.
const ENROLL: &str = "satchel://enroll";
/// The link of a calendar entry, before its key.
const EVENT: &str = "satchel://event/";
/// The link of a task, before its key.
const TASK: &str = "satchel://task/";

static WAITING: Mutex<Option<Arrival>> = Mutex::new(None);
static NEWS: LazyLock<watch::Sender<u64>> = LazyLock::new(watch::Sender::default);

/// Something another app handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// The office's invitation: the code, as the QR code has it.
    Enrolment(String),
    /// The office's receipt for a courier, as a path the app may read.
    Receipt(std::path::PathBuf),
    /// An invitation to something, as a path the app may read (`.ics`).
    Calendar(std::path::PathBuf),
    /// A calendar entry, by its key.
    Event(String),
    /// A task, by its key.
    Task(String),
}

impl Arrival {
    /// Understands `satchel://enroll/CODE` (`?code=CODE` and `#CODE` as well), `satchel://event/KEY` and
    /// `satchel://task/KEY` (percent-encoded), or a path; anything else is none.
    pub fn read(what: &str) -> Option<Self> {
        if let Some(code) = what.strip_prefix(ENROLL) {
            let code = code.trim_start_matches(['/', '?', '#']);
            let code = code.strip_prefix("code=").unwrap_or(code);
            return (!code.is_empty()).then(|| Self::Enrolment(code.to_owned()));
        }
        for (before, of) in [(EVENT, Self::Event as fn(String) -> Self), (TASK, Self::Task)] {
            if let Some(key) = what.strip_prefix(before) {
                let key = percent_decode_str(key).decode_utf8().ok()?;
                return (!key.is_empty()).then(|| of(key.into_owned()));
            }
        }
        let path = what.strip_prefix("file://").unwrap_or(what);
        let path = percent_decode_str(path).decode_utf8().ok()?;
        let path = std::path::Path::new(path.as_ref());
        let calendar = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
        let of = if calendar { Self::Calendar } else { Self::Receipt };
        path.is_absolute().then(|| of(path.to_owned()))
    }

    /// The link that leads to a calendar entry, by its key.
    pub fn event_link(key: &str) -> String {
        format!("{EVENT}{}", utf8_percent_encode(key, NON_ALPHANUMERIC))
    }

    /// The link that leads to a task, by its key.
    pub fn task_link(key: &str) -> String {
        format!("{TASK}{}", utf8_percent_encode(key, NON_ALPHANUMERIC))
    }
}

/// The platform hands something over; it waits until a screen takes it.
pub fn arrived(what: impl AsRef<str>) {
    if let Some(arrival) = Arrival::read(what.as_ref()) {
        *WAITING.lock().unwrap_or_else(PoisonError::into_inner) = Some(arrival);
        NEWS.send_modify(|count| *count += 1);
    }
}

/// Takes what waits: each is taken once.
pub fn take() -> Option<Arrival> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Told when something new waits.
pub fn news() -> watch::Receiver<u64> {
    NEWS.subscribe()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_arrives_is_taken_once() {
        let mut news = news();
        arrived("https://elsewhere.example");
        assert!(!news.has_changed().unwrap());
        arrived("satchel://enroll/SATCHEL1.abc.de");
        assert!(news.has_changed().unwrap());
        news.mark_unchanged();
        assert_eq!(take(), Some(Arrival::Enrolment("SATCHEL1.abc.de".to_owned())));
        assert_eq!(take(), None);
        for link in ["satchel://enroll?code=A.b", "satchel://enroll#A.b"] {
            assert_eq!(Arrival::read(link), Some(Arrival::Enrolment("A.b".to_owned())));
        }
        assert_eq!(Arrival::read("satchel://enroll/"), None);
        let file = Arrival::read("file:///data/Rota%20Sul.receipt");
        assert_eq!(file, Some(Arrival::Receipt("/data/Rota Sul.receipt".into())));
        let invitation = Arrival::read("file:///data/Fair.ICS");
        assert_eq!(invitation, Some(Arrival::Calendar("/data/Fair.ICS".into())));
        assert_eq!(Arrival::read("satchel://event/"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_an_arrival_or_nothing(what in "\\PC{0,60}") {
            if let Some(Arrival::Receipt(path) | Arrival::Calendar(path)) = Arrival::read(&what) {
                prop_assert!(path.is_absolute());
            }
        }

        #[test]
        fn a_link_leads_back_to_its_key(key in "\\PC{1,40}") {
            prop_assert_eq!(Arrival::read(&Arrival::event_link(&key)), Some(Arrival::Event(key.clone())));
            prop_assert_eq!(Arrival::read(&Arrival::task_link(&key)), Some(Arrival::Task(key)));
        }
    }
}
