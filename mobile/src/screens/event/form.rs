//! The form of an entry of the rep's own.

use super::fields::{ChoiceField, DayField, SwitchField, TimeField};
use super::people::{People, kind};
use super::read::{OfficeLine, repeat_word};
use super::state::{Change, Over, State};
use crate::ask::Problem;
use crate::components::*;
use crate::format::dates;
use crate::screens::permit::Permit;
use crate::screens::share::ShareEvents;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{EventDetail, EventForm, EventRepeat, IcsOf, ParticipantView};
use satchel_devices::permission::Permission;

/// The categories of ERPNext's Event.
const CATEGORIES: [&str; 5] = ["Event", "Meeting", "Call", "Sent/Received Email", "Other"];
/// A Monday.
const MONDAY: i32 = 1;
/// Minutes the buttons move it by.
const QUARTER: i64 = 15;
const DAY: i64 = 24 * 60;

#[component]
pub fn FormView(
    state: State,
    /// The entry it is of; none for a new one.
    of: Option<EventDetail>,
    problem: Option<Problem>,
    on_change: EventHandler<Change>,
    on_save: EventHandler<()>,
    on_delete: EventHandler<()>,
    #[props(default)] on_customer: EventHandler<String>,
    #[props(default)] on_invitation: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let form = state.form.clone();
    let title = if of.is_some() { tr!("event-title") } else { tr!("event-new") };
    let series = of.as_ref().is_some_and(|of| of.form.repeat != EventRepeat::Never);
    let customer = of.as_ref().map(|of| of.customer.clone()).filter(|key| !key.is_empty());
    rsx! {
        Screen {
            Head { title, on_back,
                if let Some(customer) = customer {
                    IconButton {
                        glyph: Glyph::Store,
                        label: tr!("event-to-customer"),
                        on_press: move |()| on_customer.call(customer.clone()),
                    }
                }
            }
            Body { padded: true,
                div { class: "grid gap-4 pt-2 pb-5",
                    if series {
                        Note { glyph: Glyph::Repeat, tone: Tone::Quiet, text: tr!("event-series") }
                    }
                    Field {
                        id: "subject",
                        label: tr!("event-subject"),
                        text: form.subject.clone(),
                        on_type: move |text| on_change.call(Change::Subject(text)),
                    }
                    When { form: form.clone(), on_change }
                    if let Some(office) = of.as_ref().and_then(|of| of.office.clone()) {
                        OfficeLine { office }
                    }
                    Again { form: form.clone(), on_change }
                    With { people: form.participants.clone(), on_change }
                    ChoiceField {
                        id: "event_category",
                        label: tr!("event-category"),
                        choices: categories(&form.category),
                        at: form.category.clone(),
                        on_pick: move |value| on_change.call(Change::Category(value)),
                    }
                    TextArea {
                        id: "description",
                        label: tr!("event-description"),
                        text: form.description.clone(),
                        on_type: move |text| on_change.call(Change::Description(text)),
                    }
                    SwitchField {
                        label: tr!("event-reminder"),
                        on: form.reminder,
                        on_turn: move |on| on_change.call(Change::Reminder(on)),
                    }
                    if form.reminder {
                        Permit {
                            permission: Permission::Notifications,
                            why: tr!("permit-reminders"),
                        }
                    }
                    if let Some(of) = &of {
                        ShareEvents { of: IcsOf::Event(of.event.clone()) }
                    } else {
                        Button {
                            label: tr!("event-from-invitation"),
                            kind: ButtonKind::Soft,
                            glyph: Glyph::Mail,
                            on_press: on_invitation,
                        }
                    }
                    if of.is_some() {
                        Button {
                            label: tr!("event-delete"),
                            kind: ButtonKind::Hand,
                            glyph: Glyph::Trash2,
                            on_press: move |()| on_change.call(Change::Over(Over::Delete)),
                        }
                    }
                }
            }
            Foot {
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                Action { label: tr!("event-save"), glyph: Glyph::Check, on_press: on_save }
            }
            match state.over {
                Over::Nothing => rsx! {},
                Over::People => rsx! { People { on_change } },
                Over::Delete => rsx! { Delete { series, on_change, on_delete } },
            }
        }
    }
}

/// What a category is called; one of the site's own as the site calls it.
pub fn category_word(category: &str) -> String {
    match category {
        "Event" => tr!("event-category-event"),
        "Meeting" => tr!("agenda-meeting"),
        "Call" => tr!("agenda-call"),
        "Sent/Received Email" => tr!("event-category-mail"),
        "Other" => tr!("event-category-other"),
        "" => tr!("event-category-default"),
        other => other.to_owned(),
    }
}

/// Categories with their words; one of the site's own is kept.
fn categories(at: &str) -> Vec<(String, String)> {
    let mut all = vec![""];
    all.extend(CATEGORIES);
    if !all.contains(&at) {
        all.push(at);
    }
    all.into_iter().map(|category| (category.to_owned(), category_word(category))).collect()
}

/// From when until when.
#[component]
fn When(form: EventForm, on_change: EventHandler<Change>) -> Element {
    let (start, end) = (form.starts_on, form.ends_on.or(form.starts_on));
    let shift = move |minutes: i64| move |()| on_change.call(Change::Shift(minutes));
    rsx! {
        SwitchField {
            label: tr!("agenda-all-day"),
            on: form.all_day,
            on_turn: move |on| on_change.call(Change::AllDay(on)),
        }
        div { class: "s-pair",
            DayField {
                id: "starts_on",
                label: tr!("event-starts"),
                day: start.map(|at| at.date()),
                on_pick: move |day: Option<NaiveDate>| {
                    if let Some(day) = day {
                        on_change.call(Change::StartDay(day));
                    }
                },
            }
            if !form.all_day {
                TimeField {
                    id: "starts_at",
                    label: tr!("event-starts-at"),
                    time: start.map(|at| at.time()),
                    on_pick: move |time| on_change.call(Change::StartTime(time)),
                }
            }
            DayField {
                id: "ends_on",
                label: tr!("event-ends"),
                day: end.map(|at| at.date()),
                on_pick: move |day: Option<NaiveDate>| {
                    if let Some(day) = day {
                        on_change.call(Change::EndDay(day));
                    }
                },
            }
            if !form.all_day {
                TimeField {
                    id: "ends_at",
                    label: tr!("event-ends-at"),
                    time: end.map(|at| at.time()),
                    on_pick: move |time| on_change.call(Change::EndTime(time)),
                }
            }
        }
        div { class: "flex flex-wrap gap-2", role: "group", "aria-label": tr!("event-move"),
            Button { label: tr!("event-day-before"), on_press: shift(-DAY) }
            if !form.all_day {
                Button { label: tr!("event-earlier"), on_press: shift(-QUARTER) }
                Button { label: tr!("event-later"), on_press: shift(QUARTER) }
            }
            Button { label: tr!("event-day-after"), on_press: shift(DAY) }
        }
    }
}

/// How it repeats.
#[component]
fn Again(form: EventForm, on_change: EventHandler<Change>) -> Element {
    let choices = EventRepeat::ALL.map(|repeat| (repeat.as_str().to_owned(), repeat_word(repeat)));
    rsx! {
        ChoiceField {
            id: "repeat_on",
            label: tr!("event-repeat"),
            choices: choices.to_vec(),
            at: form.repeat.as_str().to_owned(),
            on_pick: move |value: String| {
                let repeat = EventRepeat::ALL.into_iter().find(|repeat| repeat.as_str() == value);
                on_change.call(Change::Repeat(repeat.unwrap_or_default()));
            },
        }
        if form.repeat == EventRepeat::Weekly {
            div { class: "flex flex-wrap gap-2", role: "group", "aria-label": tr!("event-weekdays"),
                for (place, on) in form.weekdays.into_iter().enumerate() {
                    Chip {
                        key: "{place}",
                        label: weekday(place),
                        on: Some(on),
                        on_press: move |()| on_change.call(Change::Weekday(place, !on)),
                    }
                }
            }
        }
        if form.repeat != EventRepeat::Never {
            DayField {
                id: "repeat_till",
                label: tr!("event-till"),
                day: form.repeat_till,
                on_pick: move |day| on_change.call(Change::Till(day)),
            }
        }
    }
}

fn weekday(place: usize) -> String {
    let day =
        i32::try_from(place).ok().and_then(|n| NaiveDate::from_num_days_from_ce_opt(MONDAY + n));
    day.map(dates::weekday_short).unwrap_or_default()
}

/// Who takes part.
#[component]
fn With(people: Vec<ParticipantView>, on_change: EventHandler<Change>) -> Element {
    let visit = people.iter().any(|person| person.doctype == "Customer");
    rsx! {
        div { class: "grid gap-1",
            h2 { class: "s-meta font-[550]", {tr!("event-people")} }
            for (place, person) in people.into_iter().enumerate() {
                div { key: "{person.doctype}{person.name}", class: "flex items-center gap-2",
                    span { class: "min-w-0 flex-1",
                        span { class: "s-name block s-line1", bdi { "{person.label}" } }
                        span { class: "s-meta block", {kind(&person)} }
                    }
                    IconButton {
                        glyph: Glyph::X,
                        label: tr!("event-person-remove", name: person.label.clone()),
                        on_press: move |()| on_change.call(Change::Leave(place)),
                    }
                }
            }
            if visit {
                p { class: "s-cap", {tr!("event-visit")} }
            }
            Button {
                label: tr!("event-person-add"),
                kind: ButtonKind::Soft,
                glyph: Glyph::UserPlus,
                on_press: move |()| on_change.call(Change::Over(Over::People)),
            }
        }
    }
}

#[component]
fn Delete(series: bool, on_change: EventHandler<Change>, on_delete: EventHandler<()>) -> Element {
    rsx! {
        Sheet {
            title: tr!("event-delete-ask"),
            on_close: move |()| on_change.call(Change::Over(Over::Nothing)),
            foot: rsx! {
                Action { label: tr!("event-delete"), danger: true, on_press: on_delete }
            },
            p { class: "s-meta",
                if series {
                    {tr!("event-delete-series")}
                } else {
                    {tr!("event-delete-text")}
                }
            }
        }
    }
}
