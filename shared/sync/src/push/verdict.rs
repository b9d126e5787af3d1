//! What a failure means for a row and for the round. Pure.

use std::time::Duration;

use satchel_frappe::{Failure, NotFrappe, Refusal};

use super::pause::PauseReason;

/// What becomes of the row that was being sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowVerdict {
    /// Nothing left the phone, or the site turned it away unread: it waits as before.
    AsBefore,
    /// It is tried again later; the attempt counts.
    Later {
        /// How long the site asks to wait, if it says.
        asked: Option<Duration>,
        /// What it said.
        words: String,
    },
    /// It may or may not have arrived.
    InDoubt,
    /// The site said no, in these words.
    Refused(String),
}

/// What becomes of the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundVerdict {
    /// The next row may go; the line or the site had trouble, or not.
    GoOn {
        /// Whether this was trouble.
        trouble: bool,
    },
    /// Nobody can be reached just now.
    End,
    /// Nothing may be sent for a while.
    Pause {
        /// Why.
        reason: PauseReason,
        /// How long the site asks to wait, if it says.
        asked: Option<Duration>,
    },
}

/// What a failed write means.
pub fn of_write(failure: &Failure) -> (RowVerdict, RoundVerdict) {
    match failure {
        Failure::Offline { .. } => (RowVerdict::AsBefore, RoundVerdict::End),
        Failure::Transient { delay, fault } => (
            RowVerdict::Later { asked: *delay, words: fault.words.to_string() },
            RoundVerdict::GoOn { trouble: true },
        ),
        Failure::Unknown { .. } => (RowVerdict::InDoubt, RoundVerdict::GoOn { trouble: true }),
        Failure::Refused(refusal) => {
            (RowVerdict::Refused(words(refusal)), RoundVerdict::GoOn { trouble: false })
        }
        Failure::NotFrappe { why: NotFrappe::Certificate } => {
            (RowVerdict::AsBefore, RoundVerdict::End)
        }
        // A proxy may have put its page in place of the site's answer.
        Failure::NotFrappe { .. } => (RowVerdict::InDoubt, RoundVerdict::End),
        Failure::Unauthorised { .. } | Failure::Throttled { .. } | Failure::Maintenance { .. } => {
            (RowVerdict::AsBefore, of_read(failure))
        }
    }
}

/// What a failed read means for the round; the row stays as it is.
pub fn of_read(failure: &Failure) -> RoundVerdict {
    match failure {
        Failure::Offline { .. } | Failure::NotFrappe { .. } => RoundVerdict::End,
        Failure::Transient { .. } | Failure::Unknown { .. } => RoundVerdict::GoOn { trouble: true },
        Failure::Refused(_) => RoundVerdict::GoOn { trouble: false },
        Failure::Unauthorised { .. } => {
            RoundVerdict::Pause { reason: PauseReason::Unauthorised, asked: None }
        }
        Failure::Throttled { retry_after } => {
            RoundVerdict::Pause { reason: PauseReason::Throttled, asked: *retry_after }
        }
        Failure::Maintenance { retry_after } => {
            RoundVerdict::Pause { reason: PauseReason::Maintenance, asked: *retry_after }
        }
    }
}

/// The site's sentence; its exception class where it says nothing.
pub fn words(refusal: &Refusal) -> String {
    if refusal.words.is_empty() { refusal.exc_type.clone() } else { refusal.words.to_string() }
}

#[cfg(test)]
mod tests {
    use satchel_frappe::SiteWords;
    use satchel_frappe::failure::{AuthCause, Fault, LostAnswer, OfflineCause};

    use super::*;

    fn refusal() -> Refusal {
        Refusal {
            status: 417,
            exc_type: "ValidationError".into(),
            words: SiteWords::default(),
            unique_field: None,
        }
    }

    #[test]
    fn only_what_counts_counts_and_only_a_no_parks() {
        let asked = Some(Duration::from_secs(9));
        let pause = |reason| RoundVerdict::Pause { reason, asked };
        let fault = Fault { status: Some(500), exc_type: None, words: SiteWords::default() };
        let later = RowVerdict::Later { asked, words: String::new() };
        for (failure, row, round) in [
            (
                Failure::Offline { cause: OfflineCause::Name },
                RowVerdict::AsBefore,
                RoundVerdict::End,
            ),
            (
                Failure::Transient { delay: asked, fault },
                later,
                RoundVerdict::GoOn { trouble: true },
            ),
            (
                Failure::Unknown { cause: LostAnswer::Cut },
                RowVerdict::InDoubt,
                RoundVerdict::GoOn { trouble: true },
            ),
            (
                Failure::Refused(refusal()),
                RowVerdict::Refused("ValidationError".into()),
                RoundVerdict::GoOn { trouble: false },
            ),
            (
                Failure::Throttled { retry_after: asked },
                RowVerdict::AsBefore,
                pause(PauseReason::Throttled),
            ),
            (
                Failure::Maintenance { retry_after: asked },
                RowVerdict::AsBefore,
                pause(PauseReason::Maintenance),
            ),
            (
                Failure::Unauthorised { cause: AuthCause::TokenNotAccepted },
                RowVerdict::AsBefore,
                RoundVerdict::Pause { reason: PauseReason::Unauthorised, asked: None },
            ),
            (
                Failure::NotFrappe { why: NotFrappe::WebPage { status: 200 } },
                RowVerdict::InDoubt,
                RoundVerdict::End,
            ),
            (
                Failure::NotFrappe { why: NotFrappe::Certificate },
                RowVerdict::AsBefore,
                RoundVerdict::End,
            ),
        ] {
            assert_eq!(of_write(&failure), (row, round), "{failure:?}");
        }
    }
}
