//! What the form of a new customer looks like.

use super::state::{Change, Here, State};
use crate::ask::Problem;
use crate::components::*;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::views::{FieldProblem, NewCustomerChoices};

#[component]
pub fn View(
    state: State,
    choices: NewCustomerChoices,
    problem: Option<Problem>,
    on_change: EventHandler<Change>,
    on_save: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let wrong = state.problems();
    let error = |field: &str| {
        wrong.iter().find(|(name, _)| *name == field).map(|(_, problem)| tr!(sentence(*problem)))
    };
    let text = |field: &'static str| move |text: String| on_change.call(Change::Field(field, text));
    rsx! {
        Screen {
            Head { title: tr!("customers-new-long"), on_back }
            Body { padded: true,
                div { class: "grid gap-4 pt-2 pb-5",
                    Field {
                        id: "customer_name",
                        label: tr!("new-customer-name"),
                        error: error("customer_name"),
                        on_type: text("customer_name"),
                    }
                    Field {
                        id: "mobile_no",
                        label: tr!("new-customer-phone"),
                        keyboard: "tel",
                        error: error("mobile_no"),
                        on_type: text("mobile_no"),
                    }
                    Field {
                        id: "first_name",
                        label: tr!("new-customer-contact"),
                        error: error("first_name"),
                        on_type: text("first_name"),
                    }
                    Field {
                        id: "address_line1",
                        label: tr!("new-customer-street"),
                        error: error("address_line1"),
                        on_type: text("address_line1"),
                    }
                    div { class: "s-pair", style: "--first:2fr;--second:3fr",
                        Field {
                            id: "pincode",
                            label: tr!("new-customer-pincode"),
                            error: error("pincode"),
                            on_type: text("pincode"),
                        }
                        Field {
                            id: "city",
                            label: tr!("new-customer-city"),
                            error: error("city"),
                            on_type: text("city"),
                        }
                    }
                    Where { here: state.here, on_change }
                    Field {
                        id: "email_id",
                        label: tr!("new-customer-mail"),
                        keyboard: "email",
                        error: error("email_id"),
                        on_type: text("email_id"),
                    }
                    Field {
                        id: "tax_id",
                        label: tr!("new-customer-tax-id"),
                        error: error("tax_id"),
                        on_type: text("tax_id"),
                    }
                    Pick {
                        id: "customer_group",
                        label: tr!("new-customer-group"),
                        choices: choices.customer_groups,
                        default: choices.customer_group,
                        error: error("customer_group"),
                        on_pick: text("customer_group"),
                    }
                    Pick {
                        id: "territory",
                        label: tr!("new-customer-territory"),
                        choices: choices.territories,
                        default: choices.territory,
                        error: error("territory"),
                        on_pick: text("territory"),
                    }
                }
            }
            Foot {
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                if !wrong.is_empty() {
                    p { class: "s-meta text-hand!", role: "status", {tr!("new-customer-look", count: wrong.len())} }
                }
                Action { label: tr!("new-customer-save"), glyph: Glyph::Check, on_press: on_save }
            }
        }
    }
}

/// Key of the sentence of a mistake.
fn sentence(problem: FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Missing => key!("error-field-missing"),
        FieldProblem::TooLong => key!("error-field-too-long"),
        FieldProblem::NotAnEmail => key!("error-field-email"),
        FieldProblem::NotAPhone => key!("error-field-phone"),
    }
}

#[component]
fn Where(here: Here, on_change: EventHandler<Change>) -> Element {
    rsx! {
        div { class: "grid gap-1.5", "aria-live": "polite",
            match here {
                Here::Taken => rsx! {
                    div { class: "flex items-center gap-3",
                        Tag { text: tr!("new-customer-here-taken"), glyph: Glyph::MapPin, tone: Tone::Rule }
                        Button {
                            label: tr!("part-undo"),
                            kind: ButtonKind::Text,
                            on_press: move |()| on_change.call(Change::NotHere),
                        }
                    }
                },
                _ => rsx! {
                    Button {
                        label: tr!("new-customer-here"),
                        kind: ButtonKind::Soft,
                        glyph: Glyph::MapPin,
                        on_press: move |()| on_change.call(Change::Here(None)),
                    }
                },
            }
            if here == Here::Unknown {
                p { class: "s-meta", {tr!("new-customer-here-unknown")} }
            }
        }
    }
}

/// A choice of many, by the phone's own list.
#[component]
fn Pick(
    id: &'static str,
    label: String,
    choices: Vec<String>,
    default: String,
    error: Option<String>,
    on_pick: EventHandler<String>,
) -> Element {
    if choices.is_empty() {
        return rsx! {};
    }
    let wrong = error.is_some();
    rsx! {
        div { class: if wrong { "s-field is-wrong" } else { "s-field" },
            label { r#for: id, "{label}" }
            select {
                id,
                "aria-invalid": wrong.then_some("true"),
                onchange: move |event| on_pick.call(event.value()),
                if !choices.contains(&default) {
                    option { value: "", initial_selected: true, {tr!("new-customer-default")} }
                }
                for choice in choices {
                    option {
                        key: "{choice}",
                        value: "{choice}",
                        initial_selected: choice == default,
                        "{choice}"
                    }
                }
            }
            if let Some(error) = error {
                p { class: "why", role: "alert",
                    Icon { glyph: Glyph::CircleAlert, size: IconSize::Small }
                    "{error}"
                }
            }
        }
    }
}
