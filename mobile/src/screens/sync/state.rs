//! What the rep does with what is on its way.

use crate::ask::Problem;
use satchel_app::views::{HandAction, Keep, MendField};

/// What is open over the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// An action that takes a few words: a reason, a note for the supervisor.
    Words {
        /// The document.
        row: i64,
        /// What will be done.
        action: HandAction,
        /// What people call it.
        title: String,
        /// Whether a note for the supervisor reaches the office.
        note_goes_along: bool,
    },
    /// The fields of a refused document.
    Mend {
        /// The document.
        row: i64,
        /// The fields as they will be sent.
        fields: Vec<MendField>,
    },
    /// Two versions of a document, by its id.
    Conflict(String),
}

/// The choices.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// What is open.
    pub over: Over,
    /// The words typed so far.
    pub words: String,
    /// The fields of a conflict decided for the office; all others stay as the rep wrote them.
    pub theirs: Vec<String>,
    /// What went wrong last; shown where it was tried.
    pub problem: Option<Problem>,
}

/// Something the rep did, or that came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Opened or closed something.
    Over(Over),
    /// Typed a reason or a note.
    Words(String),
    /// Changed a field of a refused document.
    Field(String, String),
    /// Chose a side for a field.
    Keep(String, Keep),
    /// It did not work.
    Wrong(Problem),
}

impl State {
    /// The choices after it.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Over(over) => *self = Self { over, ..Self::default() },
            Change::Words(words) => {
                self.words = words;
                self.problem = None;
            }
            Change::Field(name, value) => self.set_field(&name, value),
            Change::Keep(field, keep) => {
                self.theirs.retain(|other| *other != field);
                if keep == Keep::Theirs {
                    self.theirs.push(field);
                }
            }
            Change::Wrong(problem) => self.problem = Some(problem),
        }
    }

    fn set_field(&mut self, name: &str, value: String) {
        self.problem = None;
        if let Over::Mend { fields, .. } = &mut self.over {
            for field in fields.iter_mut().filter(|field| field.field == name) {
                field.value.clone_from(&value);
            }
        }
    }

    /// Whether something was typed.
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// Whose value of a field stays.
    pub fn keeps(&self, field: &str) -> Keep {
        if self.theirs.iter().any(|other| other == field) { Keep::Theirs } else { Keep::Mine }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_app::views::MendKind;

    #[test]
    fn the_reps_version_stays_until_the_offices_is_chosen() {
        let mut state = State::default();
        state.apply(Change::Over(Over::Conflict("c1".into())));
        assert_eq!(state.keeps("mobile_no"), Keep::Mine);
        state.apply(Change::Keep("mobile_no".into(), Keep::Theirs));
        state.apply(Change::Keep("mobile_no".into(), Keep::Theirs));
        assert_eq!((state.keeps("mobile_no"), state.theirs.len()), (Keep::Theirs, 1));
        state.apply(Change::Keep("mobile_no".into(), Keep::Mine));
        assert_eq!(state.keeps("mobile_no"), Keep::Mine);
        state.apply(Change::Over(Over::Nothing));
        assert_eq!(state, State::default());
    }

    #[test]
    fn a_field_that_is_mended_keeps_what_was_typed_when_it_fails() {
        let field = |value: &str| MendField {
            field: "customer_name".into(),
            label: "field-customer-name",
            value: value.into(),
            kind: MendKind::Text,
        };
        let mut state = State::default();
        state.apply(Change::Over(Over::Mend { row: 7, fields: vec![field("Café")] }));
        state.apply(Change::Field("customer_name".into(), "Café Âncora".into()));
        state.apply(Change::Wrong(Problem { id: "error-app-stopped", args: vec![] }));
        assert_eq!(state.over, Over::Mend { row: 7, fields: vec![field("Café Âncora")] });
        assert!(state.problem.is_some());
    }
}
