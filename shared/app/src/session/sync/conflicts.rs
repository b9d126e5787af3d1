//! Documents the rep and the office both changed.

use super::hand::{label, plain};
use super::mend;
use crate::AppError;
use crate::session::Session;
use crate::session::calendar::Zones;
use crate::session::company::text;
use crate::views::{ConflictField, ConflictValue, ConflictView, Keep, MendKind};
use satchel_store::{ChangingDoctype, Decision};
use satchel_sync::plain_text;
use serde_json::Value;

impl Session {
    /// Documents both sides changed, with both values of each field.
    ///
    /// # Errors
    /// What the store says.
    pub fn conflicts(&self) -> Result<Vec<ConflictView>, AppError> {
        let mut views: Vec<ConflictView> = Vec::new();
        for found in self.inner.store.conflicts()? {
            let id = format!("{}/{}", found.doctype.as_str(), found.key);
            let days = found.doctype == ChangingDoctype::Event
                && self.inner.store.event(&found.key)?.is_some_and(|event| event.all_day);
            let read = |value: &Value| readable(&found.field, value, days, self.zones());
            let field = ConflictField {
                label: label(&found.field),
                before: read(&found.base),
                mine: read(&found.mine),
                theirs: read(&found.theirs),
                field: found.field,
            };
            match views.last_mut().filter(|view| view.id == id) {
                Some(view) => view.fields.push(field),
                None => {
                    let doctype = found.doctype.as_str();
                    let title = self.document_title(doctype, &found.key)?;
                    let stands = match found.doctype.keeps_theirs() {
                        true => Keep::Theirs,
                        false => Keep::Mine,
                    };
                    let fields = vec![field];
                    views.push(ConflictView { id, doctype, title, stands, fields });
                }
            }
        }
        Ok(views)
    }

    /// Decides fields of a document both sides changed, by name. What is not named stays open.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a conflict that was decided before; what the store says.
    pub fn decide_conflict(&self, id: &str, choices: &[(String, Keep)]) -> Result<(), AppError> {
        let unknown = AppError::NotFound { what: "conflict" };
        let Some((doctype, key)) = id.split_once('/') else { return Err(unknown) };
        let Some(doctype) = ChangingDoctype::ALL.into_iter().find(|d| d.as_str() == doctype) else {
            return Err(unknown);
        };
        let at = self.now().utc;
        for (field, keep) in choices {
            let decision = match keep {
                Keep::Mine => Decision::Mine,
                Keep::Theirs => Decision::Theirs,
            };
            self.inner.store.decide_conflict(doctype, key, field, decision, at).wait()?;
        }
        Ok(())
    }
}

/// A value as it is read: of a table, who is in it; a moment by the phone's clock, but for an event of whole
/// `days`. What does not read as its field should is text as it stands.
fn readable(field: &str, value: &Value, days: bool, zones: Zones) -> ConflictValue {
    let as_text = match value {
        Value::Array(rows) => {
            let names = rows.iter().map(|row| text(row, "reference_docname"));
            names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
        }
        value => plain(value),
    };
    if as_text.is_empty() {
        return ConflictValue::Empty;
    }
    let day = || as_text.split([' ', 'T']).next().and_then(|day| day.parse().ok());
    let read = match field {
        "all_day" | "send_reminder" => match as_text.as_str() {
            "0" => Some(ConflictValue::Switch(false)),
            "1" => Some(ConflictValue::Switch(true)),
            _ => None,
        },
        "repeat_on" | "event_category" => Some(ConflictValue::Choice(as_text.clone())),
        "repeat_till" => day().map(ConflictValue::Day),
        _ => match mend::kind(field) {
            Some(MendKind::Moment) if days => day().map(ConflictValue::Day),
            Some(MendKind::Moment) => {
                mend::moment(&as_text).map(|at| ConflictValue::Moment(zones.on_phone(at)))
            }
            Some(MendKind::Day) => day().map(ConflictValue::Day),
            Some(MendKind::Choice(_)) => Some(ConflictValue::Choice(as_text.clone())),
            Some(MendKind::Lines) => Some(ConflictValue::Text(plain_text(&as_text))),
            _ => None,
        },
    };
    read.unwrap_or(ConflictValue::Text(as_text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};
    use proptest::prelude::*;
    use satchel_domain::calendar::zone::{PhoneZone, SiteZone};
    use serde_json::json;

    /// A phone in Lisbon, an office in New York.
    fn zones() -> Zones {
        let now: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
        let phone = PhoneZone::new(Some("Europe/Lisbon"), now, 0);
        Zones::new(SiteZone::named("America/New_York").ok(), phone, now)
    }

    #[test]
    fn each_value_is_read_as_what_it_is() {
        use ConflictValue::{Choice, Day, Empty, Moment, Switch, Text};
        let day = "2026-11-23".parse().unwrap();
        for (field, value, days, read) in [
            ("subject", json!("Count"), false, Text("Count".into())),
            ("subject", json!(null), false, Empty),
            ("status", json!("Open"), false, Choice("Open".into())),
            ("event_category", json!("Call"), false, Choice("Call".into())),
            ("progress", json!(40), false, Text("40".into())),
            ("all_day", json!(1), false, Switch(true)),
            ("starts_on", json!("2026-11-23 03:30:00"), true, Day(day)),
            ("repeat_till", json!("2026-11-23"), false, Day(day)),
            ("exp_end_date", json!("2026-11-23"), false, Day(day)),
            ("exp_end_date", json!("some day"), false, Text("some day".into())),
            ("description", json!("<p>Back <b>door</b></p>"), false, Text("Back door".into())),
            (
                "starts_on",
                json!("2026-11-23 03:30:00"),
                false,
                Moment("2026-11-23T08:30:00".parse().unwrap()),
            ),
            (
                "event_participants",
                json!([{"reference_docname": "Ana"}, {"reference_docname": "Rui"}]),
                false,
                Text("Ana, Rui".into()),
            ),
        ] {
            assert_eq!(readable(field, &value, days, zones()), read, "{field}");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_read(field in "all_day|starts_on|status|exp_end_date|description|other",
                             text in "\\PC{0,20}", days in any::<bool>()) {
            readable(&field, &json!(text), days, zones());
        }
    }
}
