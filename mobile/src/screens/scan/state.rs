//! What was scanned last, for which order, and what went into it since the screen was opened.

use rust_decimal::Decimal;

/// The longest code that is looked for; scanners send far less.
const LONGEST: usize = 140;

/// One item the camera added, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Item code.
    pub item_code: String,
    /// Item name.
    pub item_name: String,
    /// Unit.
    pub uom: String,
    /// How many were added, all scans together.
    pub qty: Decimal,
    /// How many the last scan added, which is what is undone.
    pub last: Decimal,
}

/// The state of the scan screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The code looked for; empty before the first.
    pub code: String,
    /// Counts the codes, so that the field is empty again for the next.
    pub version: u32,
    /// The draft that is scanned for, by uid.
    pub draft: Option<String>,
    /// What was added one scan after another, the last first.
    pub counted: Vec<Counted>,
    /// True when the code, which nobody knows, was written into the order's note.
    pub noted: bool,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A code came in, ended with Enter.
    Code(String),
    /// Another order is scanned for, or none.
    Draft(Option<String>),
    /// The camera added an item; `qty` is this scan's.
    Counted(Counted),
    /// The last scan was taken back.
    Undone,
    /// The code was written into the note of the order.
    Noted,
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
                self.noted = false;
            }
            Change::Draft(draft) => {
                self.draft = draft;
                self.counted.clear();
                self.noted = false;
            }
            Change::Counted(new) => {
                let same = |old: &Counted| old.item_code == new.item_code && old.uom == new.uom;
                let before = self.counted.iter().position(same).map(|at| self.counted.remove(at));
                let qty = before.map_or(new.qty, |old| old.qty.saturating_add(new.qty));
                self.counted.insert(0, Counted { qty, last: new.qty, ..new });
            }
            Change::Noted => self.noted = true,
            Change::Undone => {
                if let Some(first) = self.counted.first_mut() {
                    first.qty = first.qty.saturating_sub(first.last);
                    first.last = first.last.min(first.qty);
                }
                self.counted.retain(|counted| counted.qty > Decimal::ZERO);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn water(qty: u32) -> Counted {
        Counted {
            item_code: "PA-1006".to_owned(),
            item_name: "Water".to_owned(),
            uom: "Case".to_owned(),
            qty: qty.into(),
            last: qty.into(),
        }
    }

    #[test]
    fn scans_of_one_item_count_up_and_the_last_is_undone() {
        let mut state = State::default();
        state.apply(Change::Counted(water(1)));
        state.apply(Change::Counted(Counted { item_code: "B".to_owned(), ..water(1) }));
        state.apply(Change::Counted(water(2)));
        assert_eq!(state.counted.len(), 2);
        assert_eq!((state.counted[0].qty, state.counted[0].last), (3.into(), 2.into()));
        state.apply(Change::Undone);
        assert_eq!(state.counted[0].qty, 1.into());
        state.apply(Change::Undone);
        assert_eq!(state.counted[0].item_code, "B");
        state.apply(Change::Draft(None));
        assert!(state.counted.is_empty());
    }

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

    #[test]
    fn what_is_noted_is_the_code_that_is_shown() {
        let mut state = State::default();
        state.apply(Change::Code("123".into()));
        state.apply(Change::Noted);
        assert!(state.noted);
        state.apply(Change::Code("124".into()));
        assert!(!state.noted);
    }
}
