//! Columns, one a day. The figures stand in a table for those who do not see it.

use crate::format::dates;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;

/// Width of the drawing.
const WIDE: f64 = 320.0;
/// Height of the tallest column.
const TALL: f64 = 88.0;

/// Where a column stands: left, top, width, height.
pub fn columns(counts: &[u32]) -> Vec<[f64; 4]> {
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let step = WIDE / counts.len().max(1) as f64;
    (0..)
        .zip(counts)
        .map(|(place, count)| {
            let tall = TALL * f64::from(*count) / f64::from(most);
            [f64::from(place) * step + step * 0.15, TALL - tall, step * 0.7, tall]
        })
        .collect()
}

/// Visits of each day.
#[component]
pub fn VisitsOfDays(days: Vec<(NaiveDate, u32)>) -> Element {
    let counts: Vec<u32> = days.iter().map(|(_, count)| *count).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    let ends = days.first().zip(days.last()).map(|((from, _), (until, _))| (*from, *until));
    rsx! {
        figure { class: "s-pad",
            svg { class: "w-full", view_box: "0 0 {WIDE} {TALL}", preserve_aspect_ratio: "none", height: "88", "aria-hidden": "true",
                for (place, [x, y, width, height]) in columns(&counts).into_iter().enumerate() {
                    rect { key: "{place}", x: "{x:.2}", y: "{y:.2}", width: "{width:.2}", height: "{height:.2}", rx: "1.5", fill: "var(--accent-ink)" }
                }
            }
            figcaption { class: "flex justify-between s-cap pt-1",
                if let Some((from, until)) = ends {
                    span { {dates::short(from)} }
                    span { {tr!("team-most", count: most)} }
                    span { {dates::short(until)} }
                }
            }
            table { class: "sr-only",
                caption { {tr!("team-per-day")} }
                tbody {
                    for (day, count) in days {
                        tr { key: "{day}",
                            th { scope: "row", {dates::short(day)} }
                            td { "{count}" }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_stay_within_the_drawing(counts in prop::collection::vec(any::<u32>(), 0..40)) {
            for [x, y, width, height] in columns(&counts) {
                prop_assert!(x >= 0.0 && x + width <= WIDE && y >= -1e-9 && height <= TALL + 1e-9);
            }
        }
    }
}
