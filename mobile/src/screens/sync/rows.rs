//! The documents on their way: a card where a hand is needed, a row where they leave by themselves.

use super::state::{Change, Over};
use super::view::Deed;
use crate::components::*;
use crate::format::dates::moment;
use crate::format::money;
use crate::i18n::words_of;
use crate::{key, tr};
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{ConflictView, HandAction, Keep, OutgoingRow, OutgoingState, Sentence};

/// What people call a document: its number and whom it is for.
pub fn title_of(row: &OutgoingRow) -> String {
    match (row.title.is_empty(), row.customer_name.is_empty()) {
        (false, false) => format!("{} · {}", row.title, row.customer_name),
        (true, false) => row.customer_name.clone(),
        (false, true) => row.title.clone(),
        (true, true) => words_of(row.what, &[]),
    }
}

fn glyph_of(doctype: &str) -> Glyph {
    match doctype {
        "Sales Order" => Glyph::ReceiptText,
        "Customer" => Glyph::UserRound,
        "Contact" => Glyph::Phone,
        "Event" => Glyph::CalendarDays,
        "Task" | "Timesheet" => Glyph::ListTodo,
        "File" => Glyph::FileText,
        _ => Glyph::MapPin,
    }
}

fn state_word(state: &OutgoingState, today: NaiveDate) -> Element {
    let (word, glyph, tone) = match state {
        OutgoingState::Waiting => return rsx! {},
        OutgoingState::Later { at } => {
            (tr!("sync-later", time: moment(*at, today)), Glyph::Clock, Tone::Waiting)
        }
        OutgoingState::Sending => (tr!("state-sending"), Glyph::ArrowUp, Tone::Sending),
        OutgoingState::Checking => (tr!("state-checking"), Glyph::SearchCheck, Tone::Sending),
        OutgoingState::NeedsHand => (tr!("state-needs-hand"), Glyph::Hand, Tone::Hand),
        OutgoingState::Handed => (tr!("sync-handed"), Glyph::Users, Tone::Waiting),
    };
    rsx! { StateWord { word, glyph, tone } }
}

/// A row that leaves by itself.
#[component]
pub fn Line(row: OutgoingRow, today: NaiveDate, on_deed: EventHandler<Deed>) -> Element {
    let due = row.due.as_ref().map(|due| money(due.amount, &due.currency));
    let order = row.order.clone();
    let open = EventHandler::new(move |()| on_deed.call(Deed::Open(order.clone())));
    let what = words_of(row.what, &[]);
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(glyph_of(row.doctype)) } },
            name: if row.customer_name.is_empty() { title_of(&row) } else { row.customer_name.clone() },
            meta: rsx! {
                "{what} · "
                if !row.customer_name.is_empty() && !row.title.is_empty() {
                    bdi { class: "s-code", "{row.title}" }
                    " · "
                }
                {moment(row.at, today)}
                if let Some(held) = row.held_by.clone() {
                    " · "
                    {tr!("sync-held", title: held)}
                }
            },
            end: rsx! {
                if let Some(due) = due {
                    span { class: "s-num", "{due}" }
                }
                {state_word(&row.state, today)}
            },
            on_press: (!row.order.is_empty()).then_some(open),
        }
    }
}

/// The word of an action.
pub fn action_word(action: HandAction) -> &'static str {
    match action {
        HandAction::Mend => key!("sync-mend"),
        HandAction::SendAgain => key!("sync-send-again"),
        HandAction::HandOver => key!("sync-hand-over"),
        HandAction::Withdraw => key!("sync-withdraw"),
        HandAction::LeaveDraft => key!("sync-leave-draft"),
    }
}

/// A document the site refused: its words, and what can be done.
#[component]
pub fn Refused(row: OutgoingRow, today: NaiveDate, on_deed: EventHandler<Deed>) -> Element {
    let due = row.due.as_ref().map(|due| money(due.amount, &due.currency));
    let name =
        if row.customer_name.is_empty() { title_of(&row) } else { row.customer_name.clone() };
    let order = row.order.clone();
    rsx! {
        div { class: "s-pad pb-3",
            div { class: "s-card p-4",
                div { class: "flex justify-between gap-3",
                    {state_word(&row.state, today)}
                    span { class: "s-meta", {moment(row.at, today)} }
                }
                div { class: "flex justify-between gap-3 mt-1.5",
                    h2 { class: "s-lead min-w-0 s-line2", bdi { "{name}" } }
                    if let Some(due) = due {
                        span { class: "s-lead s-num shrink-0", "{due}" }
                    }
                }
                p { class: "s-meta",
                    {words_of(row.what, &[])}
                    if !row.title.is_empty() {
                        " · "
                        bdi { class: "s-code", "{row.title}" }
                    }
                    if !row.office_name.is_empty() {
                        " · "
                        bdi { class: "s-code", "{row.office_name}" }
                    }
                }
                if !row.said.is_empty() {
                    p { class: "s-note is-hand mt-3", bdi { class: "wrap-anywhere", "{row.said}" } }
                }
                if let Some(reason) = &row.reason {
                    p { class: "s-note is-hand mt-3", {reason_words(reason)} }
                }
                if !row.note.is_empty() {
                    p { class: "s-meta mt-3 wrap-anywhere", {tr!("sync-your-note", note: row.note.clone())} }
                }
                div { class: "flex flex-wrap gap-2 mt-3",
                    for (place, action) in row.actions.iter().copied().enumerate() {
                        Button {
                            key: "{place}",
                            label: tr!(action_word(action)),
                            kind: kind_of(action, place),
                            on_press: {
                                let deed = wanted(&row, action);
                                move |()| on_deed.call(deed.clone())
                            },
                        }
                    }
                    if !order.is_empty() {
                        Button {
                            label: tr!("sync-look"),
                            kind: ButtonKind::Text,
                            on_press: move |()| on_deed.call(Deed::Open(order.clone())),
                        }
                    }
                }
            }
        }
    }
}

/// The phone's own reason in words.
pub fn reason_words(reason: &Sentence) -> String {
    let args: Vec<(String, String)> =
        reason.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    words_of(reason.message_id, &args)
}

fn kind_of(action: HandAction, place: usize) -> ButtonKind {
    match (action, place) {
        (HandAction::Withdraw | HandAction::LeaveDraft, _) => ButtonKind::Hand,
        (_, 0) => ButtonKind::Soft,
        _ => ButtonKind::Plain,
    }
}

/// Actions that take words ask for them first.
fn wanted(row: &OutgoingRow, action: HandAction) -> Deed {
    match action {
        HandAction::Mend | HandAction::SendAgain => Deed::Act(row.row, action),
        HandAction::HandOver | HandAction::Withdraw | HandAction::LeaveDraft => {
            let title = title_of(row);
            let note_goes_along = row.note_goes_along;
            let over = Over::Words { row: row.row, action, title, note_goes_along };
            Deed::Change(Change::Over(over))
        }
    }
}

/// A document that both sides changed.
#[component]
pub fn Conflict(conflict: ConflictView, on_deed: EventHandler<Deed>) -> Element {
    let id = conflict.id.clone();
    let theirs: Vec<String> = match conflict.stands {
        Keep::Theirs => conflict.fields.iter().map(|field| field.field.clone()).collect(),
        Keep::Mine => Vec::new(),
    };
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(glyph_of(conflict.doctype)), tone: Tone::Hand } },
            name: conflict.title,
            meta: rsx! { {tr!("conflict-fields", count: conflict.fields.len())} },
            end: rsx! { Icon { glyph: Glyph::Hand, class: "text-hand" } },
            on_press: move |()| {
                on_deed.call(Deed::Change(Change::Over(Over::Conflict(id.clone()))));
                for field in &theirs {
                    on_deed.call(Deed::Change(Change::Keep(field.clone(), Keep::Theirs)));
                }
            },
        }
    }
}
