//! A list of any length of which only the rows in sight exist.
//!
//! Heights are in rem, so that they grow with the text size.

use crate::look::rem_in_pixels;
use dioxus::prelude::*;
use std::ops::Range;
use std::rc::Rc;

/// Rows kept ready above and below what is in sight.
const SPARE: usize = 6;
/// What is assumed to be in sight before the first scroll, in rem: a tall phone.
const FIRST_SIGHT: f64 = 64.0;

/// How tall the rows are, in rem.
#[derive(Debug, Clone, PartialEq)]
pub enum Extent {
    /// All alike.
    Even {
        /// How many rows.
        count: usize,
        /// Height of each.
        each: f64,
    },
    /// Each its own, in order: rows under headings.
    Mixed(Rc<[f64]>),
}

impl Extent {
    /// How many rows there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Even { count, .. } => *count,
            Self::Mixed(heights) => heights.len(),
        }
    }

    /// How tall all of them are.
    pub fn total(&self) -> f64 {
        match self {
            Self::Even { count, each } => *count as f64 * each,
            Self::Mixed(heights) => heights.iter().sum(),
        }
    }

    /// The rows that show between `top` and `top + sight`, with some to spare, and how far down
    /// the first of them begins. All in rem; any input gives rows that exist.
    pub fn window(&self, top: f64, sight: f64) -> (Range<usize>, f64) {
        let (top, bottom) = (top.max(0.0), top.max(0.0) + sight.max(0.0));
        let count = self.count();
        let (first, last) = match self {
            Self::Even { each, .. } if *each > 0.0 => {
                // The casts saturate, so an absurd position ends at the last row.
                ((top / each) as usize, (bottom / each).ceil() as usize)
            }
            Self::Even { .. } => (0, count),
            Self::Mixed(heights) => {
                let mut end = 0.0;
                let ends = heights.iter().map(|height| {
                    end += height;
                    end
                });
                let (mut first, mut last) = (count, count);
                for (place, end) in ends.enumerate() {
                    if first == count && end > top {
                        first = place;
                    }
                    if end >= bottom {
                        last = place + 1;
                        break;
                    }
                }
                (first, last)
            }
        };
        let last = last.saturating_add(SPARE).min(count);
        let first = first.saturating_sub(SPARE).min(last);
        (first..last, self.offset(first))
    }

    fn offset(&self, row: usize) -> f64 {
        match self {
            Self::Even { each, .. } => row as f64 * each,
            Self::Mixed(heights) => heights.iter().take(row).sum(),
        }
    }

    fn height(&self, row: usize) -> f64 {
        match self {
            Self::Even { each, .. } => *each,
            Self::Mixed(heights) => heights.get(row).copied().unwrap_or_default(),
        }
    }
}

/// The list; it is the scrolling body of its screen.
#[component]
pub fn VirtualList(
    /// How many rows and how tall.
    extent: Extent,
    /// Draws a row. Its height is given to it; it must not be taller.
    row: Callback<usize, Element>,
    /// What scrolls away above the rows.
    #[props(default)]
    before: Option<Element>,
    /// What comes after the last row.
    #[props(default)]
    after: Option<Element>,
    /// What the list is, for those who listen.
    name: String,
    /// The last rows have come into reach: read the next page.
    #[props(default)]
    on_near_end: EventHandler<()>,
    /// Change it to start again at the top: another search is another list.
    #[props(default)]
    version: u32,
) -> Element {
    let mut sight = use_signal(|| (0.0, FIRST_SIGHT));
    let mut asked_at = use_signal(|| 0_usize);
    let (top, seen) = sight();
    let (rows, offset) = extent.window(top, seen);
    let total = extent.total();
    let count = extent.count();
    let end = rows.end;
    use_effect(use_reactive!(|(end, count, version)| {
        let _ = version;
        if count > 0 && end == count && *asked_at.peek() != count {
            asked_at.set(count);
            on_near_end.call(());
        }
    }));
    rsx! {
        for version in [version] {
            main {
                key: "{version}",
                class: "s-body",
                onmounted: move |_| {
                    sight.set((0.0, FIRST_SIGHT));
                    asked_at.set(0);
                },
                onscroll: move |event| {
                    let scale = rem_in_pixels();
                    sight.set((event.scroll_top() / scale, f64::from(event.client_height()) / scale));
                },
                {before.clone()}
                div {
                    class: "s-rows s-virtual",
                    role: "list",
                    "aria-label": "{name}",
                    style: "block-size:{total}rem",
                    div { style: "block-size:{offset}rem", role: "presentation" }
                    for place in rows.clone() {
                        div {
                            key: "{place}",
                            role: "listitem",
                            "aria-setsize": "{count}",
                            "aria-posinset": "{place + 1}",
                            style: "block-size:{extent.height(place)}rem",
                            {row.call(place)}
                        }
                    }
                }
                {after.clone()}
            }
        }
    }
}

#[cfg(test)]
mod window_tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rows_in_sight_and_a_few_to_spare() {
        let extent = Extent::Even { count: 100_000, each: 4.0 };
        assert_eq!(extent.window(0.0, 40.0), (0..16, 0.0));
        assert_eq!(extent.window(4_000.0, 40.0), (994..1_016, 3_976.0));
        assert_eq!(extent.window(1e12, 40.0).0.end, 100_000);
    }

    #[test]
    fn headings_are_lower_than_rows() {
        let heights: Vec<f64> = (0..30).map(|n| if n % 10 == 0 { 2.0 } else { 4.0 }).collect();
        let extent = Extent::Mixed(heights.into());
        assert_eq!(extent.total(), 114.0);
        let (rows, offset) = extent.window(38.0, 8.0);
        assert_eq!((rows, offset), (4..19, 14.0));
    }

    #[test]
    fn an_empty_list_has_no_rows() {
        assert_eq!(Extent::Even { count: 0, each: 4.0 }.window(0.0, 40.0), (0..0, 0.0));
        assert_eq!(Extent::Mixed(Rc::from([])).window(9.0, 40.0), (0..0, 0.0));
    }

    proptest! {
        #[test]
        fn no_position_asks_for_rows_that_are_not_there(
            count in 0usize..500, each in 0.0f64..10.0, top in -1e6f64..1e9, sight in -10.0f64..1e4
        ) {
            for extent in [
                Extent::Even { count, each },
                Extent::Mixed(vec![each; count].into()),
            ] {
                let (rows, offset) = extent.window(top, sight);
                prop_assert!(rows.start <= rows.end && rows.end <= count);
                prop_assert!(offset <= extent.total() + 1e-6);
            }
        }

        #[test]
        fn what_is_in_sight_is_drawn(count in 1usize..500, top in 0.0f64..1e4) {
            let extent = Extent::Even { count, each: 4.0 };
            let top = top.min(extent.total() - 4.0).max(0.0);
            let (rows, _) = extent.window(top, 40.0);
            let (first, last) = ((top / 4.0) as usize, (((top + 40.0) / 4.0) as usize).min(count - 1));
            prop_assert!(rows.contains(&first) && rows.contains(&last));
        }
    }
}
