//! What the rep has chosen on the list of orders.

use satchel_domain::orders::OrderState;

/// Which orders are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Segment {
    /// Drafts first, then every placed order.
    #[default]
    All,
    /// On this phone, on their way or being checked.
    Waiting,
    /// Refused by the office.
    NeedsHand,
    /// Being written.
    Drafts,
    /// With the office.
    Booked,
    /// Taken back.
    Withdrawn,
}

impl Segment {
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Waiting, Self::NeedsHand, Self::Drafts, Self::Booked, Self::Withdrawn];

    /// The state of the placed orders in it; `None` for all of them or none.
    pub fn state(self) -> Option<OrderState> {
        match self {
            Self::All | Self::Drafts => None,
            Self::Waiting => Some(OrderState::Waiting),
            Self::NeedsHand => Some(OrderState::NeedsHand),
            Self::Booked => Some(OrderState::Booked),
            Self::Withdrawn => Some(OrderState::Withdrawn),
        }
    }

    /// Whether drafts are listed.
    pub fn has_drafts(self) -> bool {
        matches!(self, Self::All | Self::Drafts)
    }

    /// Whether placed orders are listed.
    pub fn has_placed(self) -> bool {
        self != Self::Drafts
    }
}

/// The choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Which orders.
    pub segment: Segment,
    /// Whether the search is open.
    pub searching: bool,
    /// What was typed.
    pub text: String,
    /// Pages read so far, the first one aside.
    pub more_pages: usize,
    /// Counts the times the search was emptied by something else than typing.
    pub cleared: u32,
    /// Counts the lists: another segment or search begins at the top.
    pub list: u32,
}

/// Something the rep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Chose a segment.
    Segment(Segment),
    /// Opened the search, or closed it again.
    Search,
    /// Typed.
    Text(String),
    /// Emptied the search.
    Clear,
    /// Came near the end of the list.
    More,
}

impl State {
    /// The choices after what the rep did.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Segment(segment) => {
                self.segment = segment;
                self.start_over();
            }
            Change::Search => {
                self.searching = !self.searching;
                if !self.searching && !self.text.is_empty() {
                    self.text.clear();
                    self.start_over();
                }
            }
            Change::Text(text) => {
                self.text = text;
                self.start_over();
            }
            Change::Clear => {
                self.text.clear();
                self.cleared += 1;
                self.start_over();
            }
            Change::More => self.more_pages += 1,
        }
    }

    fn start_over(&mut self) {
        self.more_pages = 0;
        self.list = self.list.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_list_begins_at_its_first_page() {
        let mut state = State::default();
        state.apply(Change::More);
        assert_eq!((state.more_pages, state.list), (1, 0));
        state.apply(Change::Segment(Segment::Booked));
        assert_eq!((state.more_pages, state.list), (0, 1));
        state.apply(Change::More);
        state.apply(Change::Text("caf".into()));
        assert_eq!((state.more_pages, state.list, state.segment), (0, 2, Segment::Booked));
    }

    #[test]
    fn closing_the_search_forgets_what_was_typed() {
        let mut state = State::default();
        state.apply(Change::Search);
        state.apply(Change::Text("caf".into()));
        state.apply(Change::Search);
        assert_eq!((state.searching, state.text.as_str(), state.cleared), (false, "", 0));
        state.apply(Change::Search);
        state.apply(Change::Text("x".into()));
        state.apply(Change::Clear);
        assert_eq!((state.searching, state.text.as_str(), state.cleared), (true, "", 1));
    }

    #[test]
    fn every_order_is_in_a_segment_besides_all() {
        let of = |state| Segment::ALL.iter().any(|segment| segment.state() == Some(state));
        // What is on its way is counted among what waits.
        for state in OrderState::ALL {
            let on_its_way = matches!(state, OrderState::Sending | OrderState::Checking);
            assert!(of(state) || on_its_way || state == OrderState::Draft, "{state:?}");
        }
        assert!(Segment::Drafts.has_drafts() && !Segment::Drafts.has_placed());
    }
}
