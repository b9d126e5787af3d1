//! What the rep does on the review.

use crate::ask::Problem;

/// The choices.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The signature so far, an SVG path; empty when nobody signed.
    pub signature: String,
    /// True once every line is to be shown.
    pub all_lines: bool,
    /// True from the tap that places the order until it is known to have failed. A second tap
    /// does nothing.
    pub placing: bool,
    /// Why it could not be placed.
    pub problem: Option<Problem>,
}

/// Something the rep did, or that came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Signed, or cleared the signature.
    Signature(String),
    /// Wants to see every line.
    AllLines,
    /// Places the order.
    Placing,
    /// It could not be placed; the draft is still there.
    Wrong(Problem),
}

impl State {
    /// The choices after it.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Signature(signature) => self.signature = signature,
            Change::AllLines => self.all_lines = true,
            Change::Placing => {
                self.placing = true;
                self.problem = None;
            }
            Change::Wrong(problem) => {
                self.placing = false;
                self.problem = Some(problem);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_that_could_not_be_placed_can_be_tried_again() {
        let mut state = State::default();
        state.apply(Change::Signature("M1.0 1.0".into()));
        state.apply(Change::Placing);
        assert!(state.placing);
        state.apply(Change::Wrong(Problem { id: "error-app-stopped", args: vec![] }));
        assert!(!state.placing && state.problem.is_some() && !state.signature.is_empty());
        state.apply(Change::Placing);
        assert_eq!((state.placing, state.problem), (true, None));
    }
}
