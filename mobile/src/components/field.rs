//! Text to be typed.
//!
//! A field owns its text while it is typed in: the shells answer from another thread or process,
//! and a value written back late would eat letters. `text` is what it starts with; give it another
//! `version` to make it start over.

use super::action::IconButton;
use super::icon::{Glyph, Icon, IconSize};
use crate::tr;
use dioxus::prelude::*;

/// A search, or the field that hardware scanners type into.
#[component]
pub fn SearchField(
    /// What it looks for; shown while it is empty.
    hint: String,
    /// Its name for those who listen.
    name: String,
    /// What it starts with.
    #[props(default)]
    text: String,
    /// Change it to make the field start over with `text`.
    #[props(default)]
    version: u32,
    /// True shows the cross that empties it.
    #[props(default)]
    filled: bool,
    /// True takes the focus when it appears.
    #[props(default)]
    focused: bool,
    /// True makes keys pressed while nothing has the focus come here, as those of a scanner do.
    #[props(default)]
    keys: bool,
    /// Every change.
    on_type: EventHandler<String>,
    /// Enter: the whole text. Scanners end a code with it.
    #[props(default)]
    on_enter: EventHandler<String>,
    /// The cross was pressed.
    #[props(default)]
    on_clear: EventHandler<()>,
) -> Element {
    let mut typed = use_signal(|| text.clone());
    let mut started = use_signal(|| version);
    if *started.peek() != version {
        started.set(version);
        typed.set(text.clone());
    }
    rsx! {
        label { class: "s-find flex-1",
            Icon { glyph: Glyph::Search }
            for version in [version] {
                input {
                    key: "{version}",
                    r#type: "search",
                    inputmode: "search",
                    autocomplete: "off",
                    autocapitalize: "off",
                    spellcheck: "false",
                    enterkeyhint: "search",
                    placeholder: "{hint}",
                    "aria-label": "{name}",
                    "data-keys": keys.then_some(""),
                    initial_value: "{text}",
                    onmounted: move |event| async move {
                        if focused || version > 0 {
                            let _ = event.set_focus(true).await;
                        }
                    },
                    oninput: move |event| {
                        typed.set(event.value());
                        on_type.call(event.value());
                    },
                    onkeydown: move |event| {
                        if event.key() == Key::Enter {
                            on_enter.call(typed());
                        }
                    },
                }
            }
            if filled {
                IconButton {
                    glyph: Glyph::X,
                    label: tr!("part-clear"),
                    size: IconSize::Normal,
                    on_press: move |()| on_clear.call(()),
                }
            }
        }
    }
}

/// A field of a form, its mistake below it.
#[component]
pub fn Field(
    /// Unique on the screen.
    id: String,
    /// What belongs in it.
    label: String,
    /// What it starts with.
    #[props(default)]
    text: String,
    /// What the keyboard is for: `text`, `numeric`, `decimal`, `tel`, `email`.
    #[props(default = "text")]
    keyboard: &'static str,
    /// Hidden as a PIN is.
    #[props(default)]
    hidden: bool,
    /// A word of help below.
    #[props(default)]
    help: Option<String>,
    /// What is wrong.
    #[props(default)]
    error: Option<String>,
    /// The longest text it takes, in characters.
    #[props(default = 140)]
    longest: u32,
    /// True for what runs from left to right in every language, such as a path.
    #[props(default)]
    ltr: bool,
    /// Every change.
    on_type: EventHandler<String>,
) -> Element {
    let wrong = error.is_some();
    let about = (wrong || help.is_some()).then(|| format!("{id}-about"));
    rsx! {
        div { class: if wrong { "s-field is-wrong" } else { "s-field" },
            label { r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                r#type: if hidden { "password" } else { "text" },
                inputmode: keyboard,
                autocomplete: "off",
                maxlength: "{longest}",
                initial_value: "{text}",
                dir: ltr.then_some("ltr"),
                "aria-invalid": wrong.then_some("true"),
                "aria-describedby": about.clone(),
                oninput: move |event| on_type.call(event.value()),
            }
            About { id: about.clone(), help, error }
        }
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Unique on the screen.
    id: String,
    /// What belongs in it.
    label: String,
    /// What it starts with.
    #[props(default)]
    text: String,
    /// A word of help below.
    #[props(default)]
    help: Option<String>,
    /// What is wrong.
    #[props(default)]
    error: Option<String>,
    /// Every change.
    on_type: EventHandler<String>,
) -> Element {
    let wrong = error.is_some();
    let about = (wrong || help.is_some()).then(|| format!("{id}-about"));
    rsx! {
        div { class: if wrong { "s-field is-wrong" } else { "s-field" },
            label { r#for: "{id}", "{label}" }
            textarea {
                id: "{id}",
                rows: "4",
                initial_value: "{text}",
                "aria-invalid": wrong.then_some("true"),
                "aria-describedby": about.clone(),
                oninput: move |event| on_type.call(event.value()),
            }
            About { id: about.clone(), help, error }
        }
    }
}

#[component]
fn About(id: Option<String>, help: Option<String>, error: Option<String>) -> Element {
    match (error, help) {
        (Some(error), _) => rsx! {
            p { class: "why", id, role: "alert",
                Icon { glyph: Glyph::CircleAlert, size: IconSize::Small }
                "{error}"
            }
        },
        (None, Some(help)) => rsx! { p { class: "s-cap", id, "{help}" } },
        (None, None) => rsx! {},
    }
}
