//! What was scanned last, and for which order.

/// The longest code that is looked for; scanners send far less.
const LONGEST: usize = 140;

/// The state of the scan screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The code looked for; empty before the first.
    pub code: String,
    /// Counts the codes, so that the field is empty again for the next.
    pub version: u32,
    /// The draft that is scanned for, by uid.
    pub draft: Option<String>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A code came in, ended with Enter.
    Code(String),
    /// Another order is scanned for, or none.
    Draft(Option<String>),
}

impl State {
    /// The state after it.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Code(code) => {
                let code = code.trim();
                if code.is_empty() {
                    return;
                }
                self.code = code.chars().take(LONGEST).collect();
                self.version += 1;
            }
            Change::Draft(draft) => self.draft = draft,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_empties_the_field_and_enter_alone_does_nothing() {
        let mut state = State::default();
        state.apply(Change::Code(" 5601420001001 ".into()));
        assert_eq!((state.code.as_str(), state.version), ("5601420001001", 1));
        state.apply(Change::Code("  ".into()));
        assert_eq!((state.code.as_str(), state.version), ("5601420001001", 1));
        state.apply(Change::Code("9".repeat(10_000)));
        assert_eq!(state.code.len(), LONGEST);
    }
}
