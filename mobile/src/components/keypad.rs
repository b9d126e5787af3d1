//! The keypad for quantities and discounts: large keys, the figure above, the effect below.

use super::action::{Action, IconButton};
use super::icon::{Glyph, Icon, IconSize};
use super::pick::Segmented;
use super::sheet::Sheet;
use super::tile::{Face, Tile};
use crate::format::marks;
use crate::i18n::language;
use crate::tr;
use dioxus::prelude::*;

/// A key of a pad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PadKey {
    /// 0 to 9.
    Digit(u8),
    /// The decimal mark.
    Mark,
    /// Take the last one back.
    Back,
}

impl PadKey {
    /// The pad key of a key on a keyboard, if it has one. Digits of any script Satchel speaks.
    pub fn of(key: &Key) -> Option<Self> {
        match key {
            Key::Backspace => Some(Self::Back),
            Key::Character(text) => {
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (Some('.' | ',' | '\u{66b}'), None) => Some(Self::Mark),
                    (Some(c), None) => digit(c).map(Self::Digit),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What has been typed once this key is pressed too. The text stays in plain digits with a
    /// point, at most twelve characters; what does not fit is ignored.
    pub fn press(self, typed: &str) -> String {
        self.press_with(typed, '.')
    }

    /// The same with the decimal mark of a language, for text that may also be typed on a keyboard.
    pub fn press_with(self, typed: &str, mark: char) -> String {
        let mut text = typed.to_owned();
        match self {
            Self::Back => {
                text.pop();
            }
            _ if text.chars().count() >= 12 => {}
            Self::Mark if text.contains(mark) => {}
            Self::Mark => {
                if text.is_empty() {
                    text.push('0');
                }
                text.push(mark);
            }
            Self::Digit(digit) => {
                if text == "0" {
                    text.clear();
                }
                text.push(char::from(b'0' + digit.min(9)));
            }
        }
        text
    }
}

fn digit(c: char) -> Option<u8> {
    ['0', '\u{660}', '\u{6f0}'].into_iter().find_map(|zero| {
        let value = (c as u32).checked_sub(zero as u32)?;
        u8::try_from(value).ok().filter(|value| *value < 10)
    })
}

/// The keypad on a sheet.
///
/// The typed text is the caller's, so that the figure, the price and the action follow each key.
#[component]
pub fn KeypadSheet(
    /// What the figure is for, for instance the item name.
    title: String,
    /// A second line, for instance the stock.
    #[props(default)]
    sub: Option<String>,
    /// The tile before the title.
    #[props(default)]
    face: Option<Face>,
    /// The figure as typed so far, as it is to be read.
    figure: String,
    /// Change it when the figure was changed by anything but `on_type`.
    #[props(default)]
    version: u32,
    /// What it counts: "cases = 54 bottles".
    unit: String,
    /// A line under the figure: the price, a rule that is near.
    #[props(default)]
    hint: Option<Element>,
    /// Units to choose from; none hides the choice.
    #[props(default)]
    units: Vec<String>,
    /// Which unit is chosen.
    #[props(default)]
    unit_at: usize,
    /// What is wrong with the figure.
    #[props(default)]
    error: Option<String>,
    /// False hides the decimal mark.
    #[props(default = true)]
    decimals: bool,
    /// The verb: "Set 9 cases".
    action: String,
    /// The effect: the amount.
    #[props(default)]
    effect: Option<String>,
    /// A key was pressed.
    on_key: EventHandler<PadKey>,
    /// A unit was chosen.
    #[props(default)]
    on_unit: EventHandler<usize>,
    /// The figure was typed or pasted: the whole text, whatever it is.
    #[props(default)]
    on_type: EventHandler<String>,
    /// What the choice of units is called, for those who listen.
    #[props(default)]
    units_name: Option<String>,
    /// What the button that takes away is called.
    #[props(default)]
    remove_name: Option<String>,
    /// Take the line out; without it there is no such button.
    #[props(default)]
    on_remove: Option<EventHandler<()>>,
    /// The action was pressed.
    on_done: EventHandler<()>,
    /// Close without a change.
    on_close: EventHandler<()>,
) -> Element {
    let wrong = error.is_some();
    let units_name = units_name.unwrap_or_else(|| tr!("line-unit"));
    let name = title.clone();
    let wide = figure.chars().count().clamp(1, 14);
    let end = on_remove.map(|remove| {
        rsx! {
            IconButton {
                glyph: Glyph::Trash2,
                label: remove_name.clone().unwrap_or_else(|| tr!("line-remove")),
                class: "-me-3",
                on_press: move |()| remove.call(()),
            }
        }
    });
    rsx! {
        div {
            onkeydown: move |event| match event.key() {
                Key::Enter if !wrong => on_done.call(()),
                key => {
                    if let Some(key) = PadKey::of(&key) {
                        on_key.call(key);
                    }
                }
            },
            Sheet {
                title,
                sub,
                lead: face.map(|face| rsx! { Tile { face } }),
                end,
                foot: rsx! { Action { label: action, figure: effect, off: wrong, on_press: on_done } },
                on_close,
                label { class: "s-figure text-[3rem]! leading-[3.25rem]! flex items-baseline gap-2 min-w-0",
                    for version in [version] {
                        input {
                            key: "{version}",
                            class: "min-w-0 bg-transparent outline-0 p-0 border-0 rounded-md selection:bg-accent-soft",
                            style: "inline-size:{wide}.4ch",
                            r#type: "text",
                            inputmode: "none",
                            autocomplete: "off",
                            dir: "ltr",
                            "aria-label": "{name}",
                            "aria-invalid": wrong.then_some("true"),
                            "data-select": (version == 0).then_some("true"),
                            initial_value: "{figure}",
                            onmounted: move |event| async move {
                                let _ = event.set_focus(true).await;
                            },
                            oninput: move |event| on_type.call(event.value()),
                            onkeydown: move |event| {
                                // Its own text answers; only what ends the sheet goes on.
                                if !matches!(event.key(), Key::Enter | Key::Escape) {
                                    event.stop_propagation();
                                }
                            },
                        }
                    }
                    span { class: "s-lead font-medium! text-ink-2 tracking-normal! min-w-0", "{unit}" }
                }
                if let Some(error) = error {
                    p { class: "s-meta text-hand! mt-1", role: "alert", "{error}" }
                } else if let Some(hint) = hint {
                    div { class: "s-meta mt-1 flex flex-wrap items-center gap-1.5", {hint} }
                }
                if units.len() > 1 {
                    div { class: "mt-3",
                        Segmented { name: units_name, choices: units, at: unit_at, on_pick: on_unit }
                    }
                }
                Pad { decimals, on_key }
            }
        }
    }
}

#[component]
fn Pad(decimals: bool, on_key: EventHandler<PadKey>) -> Element {
    let (mark, _) = marks(language());
    // A finger does not grow with the type: the last row of keys stays above the action.
    let key = "min-h-[56px]! rounded-2xl!";
    rsx! {
        div { class: "s-keys mt-3",
            for n in 1..=9u8 {
                button {
                    key: "{n}",
                    class: key,
                    r#type: "button",
                    onclick: move |_| on_key.call(PadKey::Digit(n)),
                    "{n}"
                }
            }
            if decimals {
                button {
                    class: "{key} is-bare",
                    r#type: "button",
                    "aria-label": tr!("part-decimal-mark"),
                    onclick: move |_| on_key.call(PadKey::Mark),
                    "{mark}"
                }
            } else {
                span {}
            }
            button { class: key, r#type: "button", onclick: move |_| on_key.call(PadKey::Digit(0)), "0" }
            button {
                class: "{key} is-bare",
                r#type: "button",
                "aria-label": tr!("part-delete-digit"),
                onclick: move |_| on_key.call(PadKey::Back),
                Icon { glyph: Glyph::Delete, size: IconSize::Large }
            }
        }
    }
}

#[cfg(test)]
mod key_tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(keys: &[PadKey]) -> String {
        keys.iter().fold(String::new(), |text, key| key.press(&text))
    }

    #[test]
    fn keys_build_a_plain_number() {
        use PadKey::*;
        assert_eq!(typed(&[Digit(1), Digit(2), Mark, Digit(5)]), "12.5");
        assert_eq!(typed(&[Mark, Digit(5)]), "0.5");
        assert_eq!(typed(&[Digit(1), Mark, Mark, Digit(5)]), "1.5");
        assert_eq!(typed(&[Digit(0), Digit(7)]), "7");
        assert_eq!(typed(&[Digit(7), Back, Back]), "");
    }

    #[test]
    fn keyboards_of_every_script_have_digits() {
        for text in ["5", "٥", "۵"] {
            assert_eq!(PadKey::of(&Key::Character(text.into())), Some(PadKey::Digit(5)));
        }
        assert_eq!(PadKey::of(&Key::Character("e".into())), None);
        assert_eq!(PadKey::of(&Key::Character("12".into())), None);
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_stays_a_number_or_nothing(
            keys in prop::collection::vec(0u8..13, 0..40)
        ) {
            let keys: Vec<_> = keys.into_iter().map(|n| match n {
                0..=9 => PadKey::Digit(n),
                10 => PadKey::Mark,
                _ => PadKey::Back,
            }).collect();
            let text = typed(&keys);
            prop_assert!(text.len() <= 12);
            prop_assert!(text.is_empty() || text.trim_end_matches('.').parse::<rust_decimal::Decimal>().is_ok());
        }
    }
}
