//! Text a program reads: lines with their numbers, the wrong one marked.

use dioxus::prelude::*;

/// Signs of a line before it scrolls sideways.
const NARROWEST: usize = 36;

/// A field for a template. It owns its text while it is typed in; give it another `version` to make it
/// start over with `text`.
#[component]
pub fn SourceArea(
    /// Unique on the screen.
    id: String,
    /// What belongs in it, for those who listen.
    label: String,
    /// What it starts with.
    text: String,
    /// Change it to make the field start over.
    #[props(default)]
    version: u32,
    /// The line that is wrong, from 1.
    #[props(default)]
    marked: Option<usize>,
    /// The id of what says why.
    #[props(default)]
    about: Option<String>,
    /// Every change.
    on_type: EventHandler<String>,
) -> Element {
    let mut size = use_signal(|| size_of(&text));
    let mut started = use_signal(|| version);
    if *started.peek() != version {
        started.set(version);
        size.set(size_of(&text));
    }
    let (lines, columns) = size();
    let marked = marked.filter(|line| *line <= lines);
    rsx! {
        div { class: "s-source", dir: "ltr",
            if let Some(line) = marked {
                div { class: "mark", "aria-hidden": "true", style: "--line:{line}" }
            }
            ol { "aria-hidden": "true",
                for line in 1..=lines {
                    li { key: "{line}", class: if marked == Some(line) { "is-wrong" } else { "" }, "{line}" }
                }
            }
            for version in [version] {
                textarea {
                    key: "{version}",
                    id: "{id}",
                    rows: "{lines}",
                    cols: "{columns}",
                    wrap: "off",
                    spellcheck: "false",
                    autocapitalize: "off",
                    autocomplete: "off",
                    "aria-label": "{label}",
                    "aria-invalid": marked.is_some().then_some("true"),
                    "aria-describedby": about.clone(),
                    initial_value: "{text}",
                    oninput: move |event| {
                        size.set(size_of(&event.value()));
                        on_type.call(event.value());
                    },
                }
            }
        }
    }
}

/// Lines of a text and signs of its longest one, so that the field shows all of it.
fn size_of(text: &str) -> (usize, usize) {
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    (text.split('\n').count(), longest.saturating_add(2).max(NARROWEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::render_at;
    use crate::i18n::Language;

    #[test]
    fn every_line_has_its_number_and_the_wrong_one_is_marked() {
        assert_eq!(size_of(""), (1, NARROWEST));
        assert_eq!(size_of(&format!("a\n{}\n", "b".repeat(60))), (3, 62));
        let html = render_at(Language::Arabic, 130, || {
            rsx! {
                SourceArea { id: "t", label: "Template", text: "@rule\n@centre: a\n", marked: 2, on_type: |_| {} }
            }
        });
        assert!(html.contains("dir=\"ltr\"") && html.contains("rows=\"3\""), "{html}");
        assert!(html.contains("--line:2") && html.matches("is-wrong").count() == 1, "{html}");
        assert!(html.contains("aria-invalid=\"true\""));
    }
}
