//! What the rep is doing on the order screen. What was entered is in the draft, never here.

use crate::ask::Problem;
use crate::components::PadKey;

/// What lies over the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The quantity of an entered line.
    Quantity(usize),
    /// The discount of an entered line.
    Discount(usize),
    /// The rate of an entered line.
    Rate(usize),
    /// The unit of an entered line.
    Unit(usize),
    /// The discount on the order.
    OrderDiscount,
    /// The delivery date.
    Delivery,
    /// The warehouse.
    Warehouse,
    /// The note.
    Note,
    /// The tax template.
    TaxTemplate,
    /// The coupon.
    Coupon,
    /// Why a line costs what it costs; counts the lines as shown.
    Why(usize),
    /// Why the order comes to its total.
    WhyTotal,
    /// Everything else that can be done with the order.
    Menu,
}

/// A figure being typed, in the marks of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The text, whatever it is.
    pub text: String,
    /// Which unit, or percent and amount, is chosen.
    pub unit_at: usize,
    /// True until the first key: it then starts over.
    pub fresh: bool,
    /// Counts the changes that came from the pad.
    pub version: u32,
}

impl Typed {
    /// A figure that stands ready to be typed over.
    pub fn ready(text: String, unit_at: usize) -> Self {
        Self { text, unit_at, fresh: true, version: 0 }
    }
}

/// A word on what was just done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// An item was added.
    Added(String),
    /// A line was taken out; it can be put back.
    Removed(String),
}

/// The state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The entered line that is open.
    pub open: Option<usize>,
    /// What lies over the order.
    pub over: Option<Over>,
    /// The figure of a keypad.
    pub typed: Typed,
    /// A word on what was just done, and its number.
    pub said: Option<(u32, Said)>,
    /// How many words were said.
    pub sayings: u32,
    /// Why the last change was not taken.
    pub problem: Option<Problem>,
    /// What stands in the search field.
    pub search: String,
    /// Counts the times the search field was emptied.
    pub search_version: u32,
    /// True once the draft is in the trash.
    pub discarded: bool,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A line was pressed; the open one closes.
    Line(usize),
    /// Show something over the order, with a figure where it has a keypad.
    Show(Over, Typed),
    /// Take away what lies over the order.
    Close,
    /// A key of the pad, with the decimal mark of the language.
    Key(PadKey, char),
    /// The figure was typed or pasted.
    Type(String),
    /// A unit, or percent or amount, was chosen.
    Unit(usize),
    /// The search was typed.
    Search(String),
    /// The search did its work.
    Searched,
    /// Something was done.
    Say(Said),
    /// Six seconds are over for a word.
    SaidEnough(u32),
    /// A change was not taken.
    Wrong(Problem),
    /// A change was taken.
    Taken,
    /// The draft went to the trash, or came back.
    Discarded(bool),
}

impl State {
    /// The state after what happened.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Line(line) => self.open = (self.open != Some(line)).then_some(line),
            Change::Show(over, typed) => {
                self.over = Some(over);
                self.typed = typed;
                self.problem = None;
            }
            Change::Close => {
                self.over = None;
                self.problem = None;
            }
            Change::Key(key, mark) => {
                let before = match key {
                    PadKey::Back => self.typed.text.as_str(),
                    _ if self.typed.fresh => "",
                    _ => self.typed.text.as_str(),
                };
                self.typed.text = key.press_with(before, mark);
                self.typed.fresh = false;
                self.typed.version += 1;
                self.problem = None;
            }
            Change::Type(text) => {
                self.typed.text = text;
                self.typed.fresh = false;
                self.problem = None;
            }
            Change::Unit(unit_at) => self.typed.unit_at = unit_at,
            Change::Search(text) => self.search = text,
            Change::Searched => {
                self.search.clear();
                self.search_version += 1;
            }
            Change::Say(said) => {
                self.sayings += 1;
                self.said = Some((self.sayings, said));
            }
            Change::SaidEnough(number) => {
                if self.said.as_ref().is_some_and(|(said, _)| *said == number) {
                    self.said = None;
                }
            }
            Change::Wrong(problem) => self.problem = Some(problem),
            Change::Taken => self.problem = None,
            Change::Discarded(discarded) => {
                *self = Self { discarded, ..Self::default() };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(changes: impl IntoIterator<Item = Change>) -> State {
        let mut state = State::default();
        changes.into_iter().for_each(|change| state.apply(change));
        state
    }

    #[test]
    fn one_line_is_open_at_a_time() {
        assert_eq!(after([Change::Line(1), Change::Line(2)]).open, Some(2));
        assert_eq!(after([Change::Line(2), Change::Line(2)]).open, None);
    }

    #[test]
    fn a_figure_that_stands_ready_is_typed_over() {
        let show = Change::Show(Over::Quantity(0), Typed::ready("9".into(), 0));
        let key = |key| Change::Key(key, ',');
        let state =
            after([show.clone(), key(PadKey::Digit(1)), key(PadKey::Mark), key(PadKey::Digit(5))]);
        assert_eq!((state.typed.text.as_str(), state.typed.version), ("1,5", 3));
        assert_eq!(after([show, key(PadKey::Back), key(PadKey::Digit(4))]).typed.text, "4");
    }

    #[test]
    fn what_is_typed_is_kept_whatever_it_is() {
        let show = Change::Show(Over::Quantity(0), Typed::ready("9".into(), 0));
        let state = after([show, Change::Type("1e9".into()), Change::Key(PadKey::Digit(2), '.')]);
        assert_eq!(state.typed.text, "1e92");
    }

    #[test]
    fn a_word_leaves_after_its_own_time_only() {
        let say = || Change::Say(Said::Removed("Rice".into()));
        assert_eq!(after([say(), say(), Change::SaidEnough(1)]).said.map(|(n, _)| n), Some(2));
        assert_eq!(after([say(), Change::SaidEnough(1)]).said, None);
    }

    #[test]
    fn a_mistake_stays_until_the_next_try() {
        let wrong = || Change::Wrong(Problem { id: "error-edit-percentage", args: vec![] });
        assert!(after([wrong()]).problem.is_some());
        for next in [Change::Taken, Change::Close, Change::Type("5".into())] {
            assert!(after([wrong(), next]).problem.is_none());
        }
    }

    #[test]
    fn discarding_leaves_nothing_half_done() {
        let state = after([Change::Line(1), Change::Search("oil".into()), Change::Discarded(true)]);
        assert_eq!(state, State { discarded: true, ..State::default() });
    }
}
