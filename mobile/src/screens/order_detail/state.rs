//! What the rep does with a placed order.

use crate::ask::Problem;

/// What is open over the order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The receipt.
    Receipt,
    /// The question for a reason.
    Withdraw,
}

/// The choices.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// What is open.
    pub over: Over,
    /// The reason typed so far.
    pub reason: String,
    /// What went wrong last; shown where it was tried.
    pub problem: Option<Problem>,
}

/// Something the rep did, or that came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Opened or closed something.
    Over(Over),
    /// Typed a reason.
    Reason(String),
    /// It did not work.
    Wrong(Problem),
    /// It was withdrawn.
    Withdrawn,
}

impl State {
    /// The choices after it.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Over(over) => {
                self.over = over;
                self.reason.clear();
                self.problem = None;
            }
            Change::Reason(reason) => {
                self.reason = reason;
                self.problem = None;
            }
            Change::Wrong(problem) => self.problem = Some(problem),
            Change::Withdrawn => *self = Self::default(),
        }
    }

    /// Whether there is a reason to withdraw it.
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawal_needs_a_reason_and_keeps_it_when_it_fails() {
        let mut state = State::default();
        state.apply(Change::Over(Over::Withdraw));
        assert!(!state.has_reason());
        state.apply(Change::Reason("  ".into()));
        assert!(!state.has_reason());
        state.apply(Change::Reason("Typed twice".into()));
        let problem = Problem { id: "error-app-stopped", args: vec![] };
        state.apply(Change::Wrong(problem.clone()));
        assert_eq!((state.has_reason(), state.problem.clone()), (true, Some(problem)));
        state.apply(Change::Withdrawn);
        assert_eq!(state, State::default());
    }
}
