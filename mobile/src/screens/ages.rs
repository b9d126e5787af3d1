//! How old stock and prices are, where a rep sells by them.

use crate::ask::{Asked, use_ask, use_session};
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::AgesView;

/// Which ages a screen tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Always, quietly while they are within what the company allows.
    Always,
    /// Only where something is older than that.
    TooOld,
}

/// The ages of this profile's stock and prices; nothing in the demo, whose figures come from no site.
#[component]
pub fn Ages(told: Told) -> Element {
    let today = use_session().today();
    let asked = use_ask(|| Session::ages);
    match asked() {
        Asked::Ready(ages) => rsx! { AgesText { ages, told, today } },
        // A warning that cannot be given must not stand in the way of an order.
        Asked::Loading | Asked::Failed(_) => rsx! {},
    }
}

/// The same, of ages that are known.
#[component]
pub fn AgesText(ages: AgesView, told: Told, today: NaiveDate) -> Element {
    let old = [&ages.stock, &ages.prices].into_iter().flatten().any(|age| age.too_old);
    let parts = [
        ages.prices.map(|age| tr!("ages-prices", time: dates::moment(age.at, today))),
        ages.stock.map(|age| tr!("ages-stock", time: dates::moment(age.at, today))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() || (told == Told::TooOld && !old) {
        return rsx! {};
    }
    let text = parts.join(" · ");
    rsx! {
        div { class: "s-pad py-2", "aria-live": "polite",
            if old {
                Note {
                    glyph: Glyph::Clock,
                    tone: Tone::Waiting,
                    title: tr!("ages-old"),
                    text: tr!("ages-old-text", ages: text),
                }
            } else {
                p { class: "s-cap", bdi { "{text}" } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;
    use chrono::DateTime;
    use satchel_app::views::AgeView;

    fn age(at: &str, too_old: bool) -> Option<AgeView> {
        Some(AgeView { at: DateTime::parse_from_rfc3339(at).unwrap(), minutes: 1, too_old })
    }

    fn shown(ages: AgesView, told: Told) -> Element {
        let today = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap();
        rsx! { AgesText { ages, told, today } }
    }

    fn fresh() -> AgesView {
        AgesView {
            stock: age("2026-05-14T11:20:00+01:00", false),
            prices: age("2026-05-13T18:05:00+01:00", false),
        }
    }

    fn stale() -> AgesView {
        AgesView { prices: age("2026-05-10T08:00:00+01:00", true), ..fresh() }
    }

    #[test]
    fn ages_within_the_limit_are_told_quietly_or_not_at_all() {
        let html = render_at(Language::English, 100, || shown(fresh(), Told::Always));
        assert_eq!(text(&html), "Prices from Yesterday 18:05 · Stock from 11:20");
        assert!(!html.contains("is-waiting"), "{html}");
        let none = render_at(Language::English, 100, || shown(fresh(), Told::TooOld));
        assert_eq!(text(&none), "");
    }

    #[test]
    fn what_is_too_old_is_warned_of_everywhere() {
        for told in [Told::Always, Told::TooOld] {
            let html = render_at(
                Language::English,
                100,
                match told {
                    Told::Always => || shown(stale(), Told::Always),
                    Told::TooOld => || shown(stale(), Told::TooOld),
                },
            );
            let words = text(&html);
            assert!(words.contains("older than your company allows"), "{words}");
            assert!(words.contains("10 May 08:00") && html.contains("is-waiting"), "{words}");
        }
    }

    #[test]
    fn a_profile_of_no_site_has_no_ages() {
        let html = render_at(Language::English, 100, || shown(AgesView::default(), Told::Always));
        assert_eq!(text(&html), "");
    }

    #[test]
    fn it_reads_from_the_right_in_arabic() {
        let html = render_at(Language::Arabic, 130, || shown(stale(), Told::TooOld));
        assert!(text(&html).contains("الأسعار"), "{}", text(&html));
    }
}
