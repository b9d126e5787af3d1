//! What the rep has chosen in the catalogue.

use satchel_app::views::CatalogueFilter;

/// What lies over the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The brands.
    Brands,
    /// An item, by code.
    Item(String),
}

/// The choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What was typed.
    pub text: String,
    /// Counts the times the search was emptied by something else than typing.
    pub version: u32,
    /// The Item Groups gone down through, the outermost first.
    pub path: Vec<String>,
    /// The brand, if one was chosen.
    pub brand: Option<String>,
    /// Only what the van has.
    pub in_van: bool,
    /// Pages read so far; 0 before the first.
    pub pages: usize,
    /// Counts the questions, so that another list starts at its top.
    pub list: u32,
    /// What lies over the list.
    pub over: Over,
}

/// Something the rep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Typed.
    Text(String),
    /// Emptied the search, or a scanned code was taken out of it.
    Clear,
    /// Went down into a group.
    Down(String),
    /// Went up until this many groups are left.
    Up(usize),
    /// Chose a brand, or none.
    Brand(Option<String>),
    /// Turned the van filter.
    InVan(bool),
    /// Came near the end of the list.
    More,
    /// Put something over the list, or took it away.
    Over(Over),
}

impl State {
    /// The choices after what the rep did.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::More => {
                self.pages = self.pages.max(1) + 1;
                return;
            }
            Change::Over(over) => {
                self.over = over;
                return;
            }
            Change::Text(text) => self.text = text,
            Change::Clear => {
                self.text.clear();
                self.version += 1;
            }
            Change::Down(group) => self.path.push(group),
            Change::Up(left) => self.path.truncate(left),
            Change::Brand(brand) => {
                self.brand = brand;
                self.over = Over::Nothing;
            }
            Change::InVan(on) => self.in_van = on,
        }
        self.pages = 1;
        self.list += 1;
    }

    /// What the app is asked for.
    pub fn filter(&self) -> CatalogueFilter {
        CatalogueFilter {
            text: self.text.clone(),
            item_group: self.path.last().cloned(),
            brand: self.brand.clone(),
            in_stock: self.in_van,
        }
    }

    /// True when something narrows the list.
    pub fn narrowed(&self) -> bool {
        self.filter() != CatalogueFilter::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_goes_down_and_up() {
        let mut state = State::default();
        state.apply(Change::Down("Drinks".into()));
        state.apply(Change::Down("Water".into()));
        assert_eq!(state.filter().item_group.as_deref(), Some("Water"));
        state.apply(Change::Up(1));
        assert_eq!(state.filter().item_group.as_deref(), Some("Drinks"));
        state.apply(Change::Up(0));
        assert!(!state.narrowed());
    }

    #[test]
    fn another_question_starts_at_the_top_and_more_of_the_same_does_not() {
        let mut state = State::default();
        state.apply(Change::Text("spark".into()));
        let list = state.list;
        state.apply(Change::More);
        assert_eq!((state.pages, state.list), (2, list));
        state.apply(Change::InVan(true));
        assert_eq!((state.pages, state.list), (1, list + 1));
    }

    #[test]
    fn a_brand_closes_its_sheet_and_a_sheet_leaves_the_list_alone() {
        let mut state = State::default();
        state.apply(Change::Over(Over::Brands));
        assert_eq!(state.list, 0);
        state.apply(Change::Brand(Some("Aurora".into())));
        assert_eq!((state.over, state.brand.as_deref()), (Over::Nothing, Some("Aurora")));
    }

    #[test]
    fn clearing_gives_the_field_back_empty() {
        let mut state = State::default();
        state.apply(Change::Text("5601".into()));
        state.apply(Change::Clear);
        assert_eq!((state.text.as_str(), state.version), ("", 1));
    }
}
