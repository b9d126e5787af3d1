//! The sheets: a few words for an action, the fields of a refused document, two versions of one.

use super::mend::Mend;
use super::rows::action_word;
use super::state::{Change, Over, State};
use super::value::value_words;
use super::view::Deed;
use crate::ask::Problem;
use crate::components::*;
use crate::i18n::words_of;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{ConflictField, ConflictValue, ConflictView, HandAction, Keep};

/// Signs that stand on two lines of a phone.
const LINE: usize = 60;

/// Whatever is open.
#[component]
pub fn Sheets(
    state: State,
    conflicts: Vec<ConflictView>,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
) -> Element {
    let close =
        EventHandler::new(move |()| on_deed.call(Deed::Change(Change::Over(Over::Nothing))));
    match state.over.clone() {
        Over::Nothing => rsx! {},
        Over::Words { row, action, title, note_goes_along } => {
            rsx! { Words { row, action, title, note_goes_along, state, on_deed, on_close: close } }
        }
        Over::Mend { row, fields } => {
            let problem = state.problem.clone();
            rsx! { Mend { row, fields, problem, on_deed, on_close: close } }
        }
        Over::Conflict(id) => match conflicts.into_iter().find(|conflict| conflict.id == id) {
            Some(conflict) => rsx! { Decide { conflict, state, today, on_deed, on_close: close } },
            // Decided meanwhile, or undone by the office.
            None => rsx! {},
        },
    }
}

#[component]
fn Words(
    row: i64,
    action: HandAction,
    title: String,
    note_goes_along: bool,
    state: State,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let ready = state.has_words();
    let (label, help) = match action {
        HandAction::HandOver if note_goes_along => (tr!("sync-note"), tr!("sync-note-along")),
        HandAction::HandOver => (tr!("sync-note"), tr!("sync-note-help")),
        _ => (tr!("order-detail-reason"), tr!("order-detail-reason-help")),
    };
    rsx! {
        Sheet {
            title: tr!(action_word(action)),
            sub: title,
            on_close,
            foot: rsx! {
                Action {
                    label: if ready { tr!(action_word(action)) } else { tr!("order-detail-reason-missing") },
                    off: !ready,
                    danger: action != HandAction::HandOver,
                    on_press: move |()| on_deed.call(Deed::Act(row, action)),
                }
            },
            TextArea {
                id: "sync-words",
                label,
                help,
                error: state.problem.as_ref().map(Problem::words),
                on_type: move |text| on_deed.call(Deed::Change(Change::Words(text))),
            }
        }
    }
}

#[component]
fn Decide(
    conflict: ConflictView,
    state: State,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
    on_close: EventHandler<()>,
) -> Element {
    let id = conflict.id.clone();
    rsx! {
        Sheet {
            title: tr!("conflict-title"),
            sub: conflict.title.clone(),
            on_close,
            foot: rsx! {
                Action {
                    label: tr!("conflict-decide"),
                    glyph: Glyph::Check,
                    on_press: move |()| on_deed.call(Deed::Decide(id.clone())),
                }
            },
            p { class: "s-meta pb-3",
                if conflict.stands == Keep::Theirs {
                    {tr!("conflict-text-event")}
                } else {
                    {tr!("conflict-text")}
                }
            }
            div { class: "grid gap-4",
                for field in conflict.fields {
                    Sides { key: "{field.field}", keep: state.keeps(&field.field), field, today, on_deed }
                }
                if let Some(problem) = state.problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
            }
        }
    }
}

/// One field: what it was, and the two values to choose from.
#[component]
fn Sides(
    field: ConflictField,
    keep: Keep,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
) -> Element {
    let label = field.label.map_or_else(|| field.field.clone(), |label| words_of(label, &[]));
    let sides = [
        (tr!("conflict-mine"), value_words(&field.field, &field.mine, today), Keep::Mine),
        (tr!("conflict-theirs"), value_words(&field.field, &field.theirs, today), Keep::Theirs),
    ];
    let name = field.field.clone();
    let choose = move |side: Keep| {
        let field = name.clone();
        EventHandler::new(move |()| on_deed.call(Deed::Change(Change::Keep(field.clone(), side))))
    };
    rsx! {
        div { role: "group", "aria-label": "{label}",
            p { class: "s-lead", "{label}" }
            if field.before != ConflictValue::Empty {
                p { class: "s-meta", {tr!("conflict-before", value: value_words(&field.field, &field.before, today))} }
            }
            Rows { full: true,
                for (whose, value, side) in sides {
                    Row {
                        key: "{whose}",
                        name: if is_long(&value) { whose.clone() } else { value.clone() },
                        meta: (!is_long(&value)).then(|| rsx! { "{whose}" }),
                        below: is_long(&value).then(|| rsx! { span { class: "block whitespace-pre-line wrap-anywhere", bdi { "{value}" } } }),
                        end: (side == keep).then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
                        on_press: choose(side),
                    }
                }
            }
        }
    }
}

/// Whether a value is more than a line holds: it is read whole before one of the two is chosen.
fn is_long(value: &str) -> bool {
    value.contains('\n') || value.chars().count() > LINE
}
