//! The life of a Sales Order taken on the phone: its states, and what its time line tells.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Where a Sales Order stands, seen from the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Being written; may change.
    Draft,
    /// Placed and frozen, waiting for signal.
    Waiting,
    /// On its way to the server.
    Sending,
    /// Sent without an answer: the server is asked by uid before anything else happens.
    Checking,
    /// The server has it.
    Booked,
    /// The server refused it; a person must decide.
    NeedsHand,
    /// Taken back by the rep before the server had it.
    Withdrawn,
}

impl OrderState {
    /// Every state, in the order of an order's life.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Waiting,
        Self::Sending,
        Self::Checking,
        Self::Booked,
        Self::NeedsHand,
        Self::Withdrawn,
    ];

    /// Whether an order in this state may pass to `next`.
    ///
    /// `Sending` never returns to `Waiting` on a lost answer, it goes to `Checking`: only the server
    /// knows. It does return when nothing was sent (no network) or the server said "later".
    pub fn may_become(self, next: Self) -> bool {
        use OrderState::{Booked, Checking, Draft, NeedsHand, Sending, Waiting, Withdrawn};
        matches!(
            (self, next),
            (Draft, Waiting)
                | (Waiting, Sending | Booked | Withdrawn | NeedsHand)
                | (Sending, Waiting | Checking | Booked | NeedsHand)
                | (Checking, Waiting | Booked | NeedsHand)
                | (NeedsHand, Waiting | Booked | Withdrawn)
        )
    }

    /// Whether the rep may take the order back: never while the server may have it.
    pub fn may_withdraw(self) -> bool {
        self.may_become(Self::Withdrawn)
    }

    /// Whether the goods are promised here and not yet counted by the server.
    pub fn holds_stock(self) -> bool {
        matches!(self, Self::Waiting | Self::Sending | Self::Checking | Self::NeedsHand)
    }

    /// The name used in the store and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Checking => "checking",
            Self::Booked => "booked",
            Self::NeedsHand => "needs_hand",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A text that names no [`OrderState`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown order state")]
pub struct UnknownOrderState;

impl FromStr for OrderState {
    type Err = UnknownOrderState;
    fn from_str(text: &str) -> Result<Self, UnknownOrderState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(UnknownOrderState)
    }
}

/// One entry of an order's time line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// The phone's wall clock in UTC.
    pub at: DateTime<Utc>,
    /// Minutes east of UTC the phone showed.
    pub offset_minutes: i32,
    /// What happened.
    pub event: OrderEvent,
}

/// What can happen to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum OrderEvent {
    /// The rep placed it: frozen, numbered, in the outbox.
    Placed,
    /// It was started from an earlier order.
    CopiedFrom {
        /// The uid or name of that order.
        source: String,
    },
    /// It is being sent.
    Sending,
    /// No answer came; the server will be asked.
    AnswerLost,
    /// It will be tried again later.
    Postponed {
        /// In the site's words or ours.
        reason: String,
    },
    /// The server has it under this name.
    Booked {
        /// `name` of the Sales Order.
        name: String,
    },
    /// The server's totals differ from the phone's.
    TotalsDiffer {
        /// The phone's `grand_total`, exact decimal text.
        phone: String,
        /// The server's `grand_total`, exact decimal text.
        server: String,
    },
    /// The server refused it.
    Refused {
        /// The site's own words.
        reason: String,
    },
    /// The rep or a supervisor sent it again.
    SentAgain,
    /// It was left to a supervisor.
    HandedOver {
        /// The rep's words to the supervisor.
        #[serde(default)]
        note: String,
    },
    /// The server has it as a draft, and the rep leaves it so.
    LeftAsDraft {
        /// The rep's words.
        reason: String,
    },
    /// It was taken back because another order goes in its place.
    Mended {
        /// The receipt number of that order.
        number: String,
    },
    /// It was submitted: the office counts on it.
    Submitted,
    /// The server has it as a draft and refuses to submit it.
    SubmitRefused {
        /// The site's own words.
        reason: String,
    },
    /// The rep took it back.
    Withdrawn {
        /// The rep's words.
        reason: String,
    },
    /// It was brought back from a damaged file.
    Salvaged,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_states_end() {
        for next in OrderState::ALL {
            assert!(!OrderState::Booked.may_become(next));
            assert!(!OrderState::Withdrawn.may_become(next));
            assert!(!next.may_become(OrderState::Draft), "nothing returns to a draft");
            assert!(!next.may_become(next));
        }
    }

    #[test]
    fn an_order_the_server_may_have_cannot_be_withdrawn() {
        let may: Vec<_> = OrderState::ALL.into_iter().filter(|s| s.may_withdraw()).collect();
        assert_eq!(may, [OrderState::Waiting, OrderState::NeedsHand]);
    }

    #[test]
    fn state_names_read_back() {
        for state in OrderState::ALL {
            assert_eq!(state.as_str().parse(), Ok(state));
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.as_str()));
        }
        assert!("sent".parse::<OrderState>().is_err());
    }
}
