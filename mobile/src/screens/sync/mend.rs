//! The fields of a refused document, each typed or picked as its kind wants it.

use super::state::Change;
use super::value::choice_words;
use super::view::Deed;
use crate::ask::Problem;
use crate::components::*;
use crate::i18n::words_of;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{MendField, MendKind};

/// The sheet.
#[component]
pub(super) fn Mend(
    row: i64,
    fields: Vec<MendField>,
    problem: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    rsx! {
        Sheet {
            title: tr!("sync-mend"),
            on_close,
            foot: rsx! {
                Action { label: tr!("sync-mend-send"), on_press: move |()| on_deed.call(Deed::MendWith(row)) }
            },
            div { class: "grid gap-4",
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                for field in fields {
                    Entry {
                        key: "{field.field}",
                        on_type: {
                            let name = field.field.clone();
                            move |text| on_deed.call(Deed::Change(Change::Field(name.clone(), text)))
                        },
                        field,
                    }
                }
            }
        }
    }
}

#[component]
fn Entry(field: MendField, on_type: EventHandler<String>) -> Element {
    let id = format!("mend-{}", field.field);
    let label = words_of(field.label, &[]);
    let text = field.value.clone();
    let picked = |kind: &'static str| {
        rsx! {
            div { class: "s-field",
                label { r#for: "{id}", "{label}" }
                input {
                    id: "{id}",
                    r#type: kind,
                    initial_value: "{text}",
                    oninput: move |event| on_type.call(event.value()),
                }
            }
        }
    };
    match field.kind {
        MendKind::Day => picked("date"),
        MendKind::Moment => picked("datetime-local"),
        MendKind::Lines => rsx! { TextArea { id, label, text, on_type } },
        MendKind::Figure => rsx! { Field { id, label, text, keyboard: "decimal", on_type } },
        MendKind::Text => rsx! { Field { id, label, text, longest: 1_000, on_type } },
        MendKind::Choice(choices) => rsx! {
            div { class: "s-field",
                label { r#for: "{id}", "{label}" }
                select { id: "{id}", onchange: move |event| on_type.call(event.value()),
                    // One the office has of its own stays as it is.
                    if !choices.contains(&text.as_str()) {
                        option { value: "{text}", initial_selected: true, "{text}" }
                    }
                    for choice in choices {
                        option {
                            key: "{choice}",
                            value: "{choice}",
                            initial_selected: *choice == text,
                            {choice_words(choice)}
                        }
                    }
                }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    fn field(name: &str, value: &str, kind: MendKind) -> MendField {
        MendField { field: name.to_owned(), label: "field-status", value: value.to_owned(), kind }
    }

    fn shown() -> Element {
        let statuses = MendKind::Choice(&["Open", "Working", "Urgent", "Private"]);
        let fields = vec![
            field("status", "Working", statuses),
            field("priority", "Of our own", statuses),
            field("from_time", "2026-11-22T09:00", MendKind::Moment),
            field("exp_end_date", "2026-11-23", MendKind::Day),
            field("hours", "1.5", MendKind::Figure),
            field("note", "a < b", MendKind::Lines),
        ];
        let problem =
            Problem { id: "error-app-field", args: vec![("field".into(), "hours".into())] };
        rsx! { Mend { row: 7, fields, problem, on_deed: |_| {}, on_close: |()| {} } }
    }

    #[test]
    fn each_field_is_typed_as_its_kind_wants_it() {
        let html = render_at(Language::English, 100, shown);
        for part in [
            "type=\"datetime-local\"",
            "value=\"2026-11-22T09:00\"",
            "type=\"date\"",
            "inputmode=\"decimal\"",
            "a &#60; b",
            "value=\"Of our own\"",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let words = text(&html);
        assert!(words.contains("Hours worked: missing") && words.contains("Only me"), "{words}");
        let selected = html.matches("initial_selected=true").count();
        assert_eq!(selected, 2, "what it is, and what the office has of its own: {html}");
    }

    #[test]
    fn every_choice_is_translated() {
        let html = render_at(Language::Arabic, 150, shown);
        assert!(!text(&html).contains("Urgent") && !text(&html).contains("Private"), "{html}");
    }
}
