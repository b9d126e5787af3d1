//! Between an Event document and the form a rep fills in. Pure.

use super::Zones;
use crate::AppError;
use crate::session::company::text;
use crate::session::new_work::{describe, needed, set};
use crate::views::{EventForm, EventRepeat, ParticipantView};
use chrono::{NaiveDate, NaiveDateTime};
use satchel_domain::calendar::{Event, EventRefusal, Repeat};
use satchel_domain::merge::{Fields, same};
use satchel_sync::plain_text;
use serde_json::{Value, json};

/// The weekdays of an Event by their field names.
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Most participants taken.
const MOST: usize = 100;

/// The form of a document; participants are called by their names.
///
/// # Errors
/// [`EventRefusal`] where it has no readable times.
pub fn form_of(document: &Value, zones: &Zones) -> Result<EventForm, EventRefusal> {
    let event = Event::from_document(document)?;
    let on_phone = |at: NaiveDateTime| if event.all_day { at } else { zones.on_phone(at) };
    let set = |field: &str| document.get(field).is_some_and(|v| same(v, &json!(1)));
    Ok(EventForm {
        subject: event.subject.clone(),
        category: text(document, "event_category"),
        starts_on: Some(on_phone(event.starts_on)),
        ends_on: event.ends_on.map(on_phone),
        all_day: event.all_day,
        repeat: repeat_of(event.repeat),
        weekdays: DAYS.map(set),
        repeat_till: event.repeat_till,
        participants: rows(document).iter().map(participant).collect(),
        description: plain_text(&text(document, "description")),
        reminder: set("send_reminder"),
    })
}

fn repeat_of(repeat: Repeat) -> EventRepeat {
    match repeat {
        Repeat::Never | Repeat::Undefined => EventRepeat::Never,
        Repeat::Daily => EventRepeat::Daily,
        Repeat::Weekly(_) => EventRepeat::Weekly,
        Repeat::Months(1) => EventRepeat::Monthly,
        Repeat::Months(3) => EventRepeat::Quarterly,
        Repeat::Months(_) => EventRepeat::HalfYearly,
        Repeat::Yearly => EventRepeat::Yearly,
    }
}

fn rows(document: &Value) -> &[Value] {
    document.get("event_participants").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn participant(row: &Value) -> ParticipantView {
    let name = text(row, "reference_docname");
    ParticipantView { doctype: text(row, "reference_doctype"), label: name.clone(), name }
}

/// The fields of a form, as the document has them.
///
/// # Errors
/// [`AppError::Field`] names what is missing or wrong, [`AppError::Event`] says what the server would
/// refuse (`frappe/desk/doctype/event/event.py`, `validate`), [`AppError::EventNowhere`] what it would
/// show on no day.
pub fn fields_of(form: &EventForm, zones: &Zones) -> Result<Fields, AppError> {
    let mut fields = Fields::new();
    fields.insert("subject".into(), json!(needed("subject", &form.subject)?));
    let starts_on = form.starts_on.ok_or(AppError::Event(EventRefusal::StartUnreadable))?;
    if form.ends_on.is_some_and(|end| match form.all_day {
        true => end.date() < starts_on.date(),
        false => end < starts_on,
    }) {
        return Err(EventRefusal::EndsBeforeStart.into());
    }
    let (start, end) = times(form, starts_on, zones);
    fields.insert("starts_on".into(), json!(start));
    fields.insert("ends_on".into(), json!(end));
    fields.insert("all_day".into(), json!(u8::from(form.all_day)));
    set(&mut fields, "event_category", &form.category)?;
    repeat_into(&mut fields, form);
    describe(&mut fields, &form.description)?;
    fields.entry("description").or_insert_with(|| json!(""));
    fields.insert("send_reminder".into(), json!(u8::from(form.reminder)));
    if form.participants.len() > MOST {
        return Err(AppError::Field { field: "event_participants" });
    }
    let people: Vec<Value> = form
        .participants
        .iter()
        .map(|p| {
            // A key as screens hand it on will do as well; the site knows names.
            let name = p.name.strip_prefix("server:").unwrap_or(&p.name);
            json!({ "reference_doctype": p.doctype, "reference_docname": name })
        })
        .collect();
    fields.insert("event_participants".into(), json!(people));
    let event = Event::from_document(&Value::Object(fields.clone()))?;
    event.validate()?;
    event.is_somewhere()?;
    Ok(fields)
}

/// Start and end as the site keeps them. The days of an entry for the whole day are the same everywhere,
/// the last of them included.
fn times(form: &EventForm, starts_on: NaiveDateTime, zones: &Zones) -> (String, Option<String>) {
    const TIME: &str = "%Y-%m-%d %H:%M:%S";
    if form.all_day {
        let last = form.ends_on.map(|end| end.date()).filter(|last| *last > starts_on.date());
        let end = last.map(|last: NaiveDate| last.format("%Y-%m-%d 23:59:59").to_string());
        return (starts_on.date().format("%Y-%m-%d 00:00:00").to_string(), end);
    }
    let write = |at: NaiveDateTime| zones.at_site(at).format(TIME).to_string();
    (write(starts_on), form.ends_on.filter(|end| *end != starts_on).map(write))
}

fn repeat_into(fields: &mut Fields, form: &EventForm) {
    let repeats = form.repeat != EventRepeat::Never;
    fields.insert("repeat_this_event".into(), json!(u8::from(repeats)));
    fields.insert("repeat_on".into(), json!(form.repeat.as_str()));
    for (field, on) in DAYS.iter().zip(form.weekdays) {
        let on = on && form.repeat == EventRepeat::Weekly;
        fields.insert((*field).to_owned(), json!(u8::from(on)));
    }
    let till = form.repeat_till.filter(|_| repeats).map(|till| till.to_string());
    fields.insert("repeat_till".into(), json!(till));
}

/// What of `wanted` differs from the document: what a change is. Text that a rep did not touch keeps the
/// office's layout, participants who stay keep their rows.
pub fn changes(document: &Value, wanted: Fields, form: &EventForm) -> Fields {
    let mut wanted = wanted;
    if plain_text(&text(document, "description")) == form.description.trim() {
        wanted.remove("description");
    }
    if let Some(Value::Array(people)) = wanted.get_mut("event_participants") {
        let kept = rows(document);
        for person in people.iter_mut() {
            let same_one = |row: &&Value| participant(row) == participant(person);
            if let Some(row) = kept.iter().find(same_one) {
                *person = row.clone();
            }
        }
    }
    wanted
        .into_iter()
        .filter(|(field, value)| !same(document.get(field).unwrap_or(&Value::Null), value))
        .filter(|(field, value)| {
            !(is_check(field) && is_off(document.get(field)) && is_off(Some(value)))
        })
        .collect()
}

fn is_check(field: &str) -> bool {
    DAYS.contains(&field) || matches!(field, "all_day" | "repeat_this_event" | "send_reminder")
}

/// A check that was never written is off.
fn is_off(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.is_null() || same(value, &json!(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};
    use proptest::prelude::*;
    use satchel_domain::calendar::zone::{PhoneZone, SiteZone};

    fn zones(site: Option<&str>) -> Zones {
        let now: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
        let phone = PhoneZone::new(Some("Europe/Lisbon"), now, 0);
        Zones::new(site.map(|name| SiteZone::named(name).unwrap()), phone, now)
    }

    fn at(text: &str) -> Option<NaiveDateTime> {
        Some(text.parse().unwrap())
    }

    fn visit() -> EventForm {
        EventForm {
            subject: "Shelf check".into(),
            starts_on: at("2026-07-01T09:00:00"),
            ends_on: at("2026-07-01T09:30:00"),
            ..EventForm::default()
        }
    }

    #[test]
    fn times_are_the_sites_and_days_are_nobodys() {
        let fields = fields_of(&visit(), &zones(Some("America/New_York"))).unwrap();
        assert_eq!(fields["starts_on"], "2026-07-01 04:00:00");
        let days = EventForm { all_day: true, ends_on: at("2026-07-03T00:00:00"), ..visit() };
        let fields = fields_of(&days, &zones(Some("America/New_York"))).unwrap();
        assert_eq!(fields["starts_on"], "2026-07-01 00:00:00");
        assert_eq!(fields["ends_on"], "2026-07-03 23:59:59");
    }

    #[test]
    fn what_the_server_would_refuse_is_refused_here() {
        let zones = zones(None);
        let refused = |form: EventForm| fields_of(&form, &zones).unwrap_err().message_id();
        let nothing = EventForm { subject: " ".into(), ..visit() };
        assert_eq!(refused(nothing), "error-app-field");
        let back = EventForm { ends_on: at("2026-06-30T10:00:00"), ..visit() };
        assert_eq!(refused(back), "error-event-ends-before-start");
        let night =
            EventForm { ends_on: at("2026-07-02T06:00:00"), repeat: EventRepeat::Daily, ..visit() };
        assert_eq!(refused(night), "error-event-daily-over-days");
        let no_day = EventForm { repeat: EventRepeat::Weekly, ..visit() };
        assert_eq!(refused(no_day), "error-event-no-weekday");
        let over = EventForm {
            repeat: EventRepeat::Yearly,
            repeat_till: Some("2026-01-01".parse().unwrap()),
            ..visit()
        };
        assert_eq!(refused(over), "error-event-till-before-start");
    }

    #[test]
    fn only_what_the_rep_touched_is_a_change() {
        let document = json!({
            "name": "EV1", "subject": "Shelf check", "starts_on": "2026-07-01 09:00:00",
            "ends_on": "2026-07-01 09:30:00", "description": "<p>Bring <b>cards</b></p>",
            "event_participants": [{"name": "r1", "reference_doctype": "Customer",
                "reference_docname": "Tasca", "email": "a@b.c"}],
        });
        let zones = zones(None);
        let mut form = form_of(&document, &zones).unwrap();
        assert_eq!((form.description.as_str(), form.repeat), ("Bring cards", EventRepeat::Never));
        let change = |form: &EventForm| changes(&document, fields_of(form, &zones).unwrap(), form);
        assert_eq!(change(&form), Fields::new());
        form.starts_on = at("2026-07-01T08:45:00");
        form.participants.push(ParticipantView {
            doctype: "Contact".into(),
            name: "Dana".into(),
            label: "Dana".into(),
        });
        let changed = change(&form);
        assert!(changed.len() == 2 && changed.contains_key("starts_on"), "{changed:?}");
        assert_eq!(changed["event_participants"][0]["name"], "r1");
    }

    proptest! {
        #[test]
        fn a_form_comes_back_from_its_document(
            minutes in 0..4_000_000_i64, length in 1..3_000_i64, all_day: bool,
            repeat in 0_usize..7, weekdays: [bool; 7], site in prop::option::of(Just("America/New_York")),
        ) {
            let starts_on = at("2024-01-01T00:00:00").unwrap() + chrono::TimeDelta::minutes(minutes);
            let form = EventForm {
                starts_on: Some(starts_on),
                ends_on: Some(starts_on + chrono::TimeDelta::minutes(length)),
                all_day,
                repeat: EventRepeat::ALL[repeat],
                weekdays,
                ..visit()
            };
            let zones = zones(site);
            if let Ok(fields) = fields_of(&form, &zones) {
                let back = form_of(&Value::Object(fields.clone()), &zones).unwrap();
                // Times of the hour that comes twice may not be in order on a clock.
                if let Ok(again) = fields_of(&back, &zones) {
                    prop_assert_eq!(again, fields);
                }
                prop_assert_eq!(back.repeat, form.repeat);
            }
        }
    }
}
