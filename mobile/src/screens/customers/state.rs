//! What the rep has chosen on the customers screen.

/// In which order they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The nearest first.
    #[default]
    Nearby,
    /// By name.
    Name,
}

/// The choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What was typed.
    pub text: String,
    /// The order; a search is always by name.
    pub order: Order,
    /// Pages read so far.
    pub pages: usize,
    /// Counts the times the search was emptied or changed by something else than typing.
    pub version: u32,
}

/// Something the rep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Typed.
    Text(String),
    /// Emptied the search.
    Clear,
    /// Chose an order.
    Order(Order),
    /// Came near the end of the list.
    More,
}

impl State {
    /// The choices after what the rep did.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Text(text) => {
                self.text = text;
                self.pages = 1;
            }
            Change::Clear => {
                self.text.clear();
                self.version += 1;
                self.pages = 1;
            }
            Change::Order(order) => {
                self.order = order;
                self.pages = 1;
            }
            Change::More => self.pages = self.pages.max(1) + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_search_starts_at_the_first_page() {
        let mut state = State::default();
        state.apply(Change::More);
        assert_eq!(state.pages, 2);
        state.apply(Change::Text("caf".into()));
        assert_eq!((state.pages, state.text.as_str(), state.version), (1, "caf", 0));
        state.apply(Change::More);
        state.apply(Change::Clear);
        assert_eq!((state.pages, state.text.as_str(), state.version), (1, "", 1));
    }

    #[test]
    fn typing_keeps_the_field_and_choosing_an_order_keeps_the_text() {
        let mut state = State::default();
        state.apply(Change::Text("a".into()));
        state.apply(Change::Order(Order::Name));
        assert_eq!((state.text.as_str(), state.order), ("a", Order::Name));
    }
}
