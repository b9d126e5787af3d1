//! Days and times to be picked, with the phone's own pickers.

use crate::components::*;
use chrono::{NaiveDate, NaiveTime};
use dioxus::prelude::*;

/// A day.
#[component]
pub fn DayField(
    /// Unique on the screen.
    id: &'static str,
    label: String,
    day: Option<NaiveDate>,
    /// Another day was picked, or none.
    on_pick: EventHandler<Option<NaiveDate>>,
) -> Element {
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    rsx! {
        div { class: "s-field",
            label { r#for: id, "{label}" }
            input {
                id,
                r#type: "date",
                value,
                onchange: move |event| on_pick.call(event.value().parse().ok()),
            }
        }
    }
}

/// A time of the day.
#[component]
pub fn TimeField(
    /// Unique on the screen.
    id: &'static str,
    label: String,
    time: Option<NaiveTime>,
    /// Another time was picked.
    on_pick: EventHandler<NaiveTime>,
) -> Element {
    let value = time.map(crate::format::dates::time).unwrap_or_default();
    rsx! {
        div { class: "s-field",
            label { r#for: id, "{label}" }
            input {
                id,
                r#type: "time",
                value,
                onchange: move |event| {
                    if let Some(time) = read(&event.value()) {
                        on_pick.call(time);
                    }
                },
            }
        }
    }
}

/// A time as a page writes it, with seconds or without.
fn read(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

/// One of a few, by the phone's own list.
#[component]
pub fn ChoiceField(
    /// Unique on the screen.
    id: &'static str,
    label: String,
    /// Value and words of each choice.
    choices: Vec<(String, String)>,
    /// The value chosen.
    at: String,
    on_pick: EventHandler<String>,
) -> Element {
    rsx! {
        div { class: "s-field",
            label { r#for: id, "{label}" }
            select { id, onchange: move |event| on_pick.call(event.value()),
                for (value, words) in choices {
                    option { key: "{value}", value: "{value}", initial_selected: value == at, "{words}" }
                }
            }
        }
    }
}

/// Something on or off, with its words before it.
#[component]
pub fn SwitchField(label: String, on: bool, on_turn: EventHandler<bool>) -> Element {
    rsx! {
        div { class: "flex items-center justify-between gap-3 min-h-12",
            span { "{label}" }
            Switch { name: label.clone(), on, on_turn }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_read_with_seconds_and_without() {
        let nine = NaiveTime::from_hms_opt(9, 5, 0);
        assert_eq!((read("09:05"), read("09:05:00")), (nine, nine));
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_or_none(text in "\\PC{0,12}") {
            let _ = read(&text);
        }
    }
}
