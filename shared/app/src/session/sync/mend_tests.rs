use super::*;
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use satchel_domain::calendar::zone::{PhoneZone, SiteZone};

/// A site in New York, a phone in Lisbon.
fn zones() -> Zones {
    let now = DateTime::<Utc>::from_timestamp(1_763_800_000, 0).unwrap();
    let phone = PhoneZone::new(Some("Europe/Lisbon"), now, 0);
    Zones::new(SiteZone::named("America/New_York").ok(), phone, now)
}

/// What a row sends.
struct Row(OutboxKind, String);

fn row(kind: OutboxKind, payload: &Value) -> Row {
    Row(kind, payload.to_string())
}

fn fields(row: &Row) -> Vec<MendField> {
    super::fields(row.0, &row.1, zones()).unwrap()
}

fn hours() -> Row {
    let entry = json!({"from_time": "2026-11-22 09:00:00", "to_time": "2026-11-22 10:30:00",
        "hours": 1.5, "activity_type": "Repair", "task": "T-1", "description": "a &amp; b"});
    let sheet = json!({"company": "Acme", "note": "a & b", "time_logs": [entry],
        "satchel_uid": "u-1"});
    row(OutboxKind::Timesheet, &sheet)
}

fn value(fields: &[MendField], field: &str) -> String {
    fields.iter().find(|one| one.field == field).unwrap().value.clone()
}

fn changed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, typed)| ((*field).to_owned(), (*typed).to_owned())).collect()
}

fn mend(row: &Row, pairs: &[(&str, &str)]) -> Result<Value, AppError> {
    mended(row.0, &row.1, &changed(pairs), zones()).map(|text| serde_json::from_str(&text).unwrap())
}

#[test]
fn hours_are_mended_in_the_time_of_the_phone() {
    let row = hours();
    let fields = fields(&row);
    let names: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(names, ["from_time", "hours", "activity_type", "task", "note"]);
    assert_eq!(value(&fields, "from_time"), "2026-11-22T14:00");

    let pairs = [("from_time", "2026-11-22T15:00"), ("hours", "0,5"), ("note", "c < d\ne")];
    let sent = mend(&row, &pairs).unwrap();
    let entry = &sent["time_logs"][0];
    assert_eq!(entry["from_time"], "2026-11-22 10:00:00");
    assert_eq!(entry["to_time"], "2026-11-22 10:30:00");
    assert_eq!((&entry["hours"], &entry["task"]), (&json!(0.5), &json!("T-1")));
    assert_eq!(
        (&sent["note"], &entry["description"]),
        (&json!("c < d\ne"), &json!("c &lt; d<br>e"))
    );
    for wrong in [("hours", "0"), ("hours", "25"), ("hours", "x"), ("from_time", "")] {
        assert!(matches!(mend(&row, &[wrong]), Err(AppError::Field { .. })), "{wrong:?}");
    }
}

#[test]
fn a_change_of_a_task_is_mended_by_choosing() {
    let log = "<p>Checklist</p><ul data-checked=\"1\"><li>x</li></ul>";
    let row = row(
        OutboxKind::ChangeTask,
        &json!({"status": "Completed", "progress": 100, "completed_on": "2026-11-22",
                "description": log}),
    );
    let fields = fields(&row);
    assert!(!fields.iter().any(|field| field.field == "description"), "a log is no text");
    assert_eq!(fields[0].kind, MendKind::Choice(STATUSES_OF_TASK));
    let pairs = [("status", "Working"), ("progress", "80"), ("completed_on", "")];
    let sent = mend(&row, &pairs).unwrap();
    assert_eq!(
        sent,
        json!({"status": "Working", "progress": 80, "completed_on": null,
                            "description": log})
    );
    assert!(mend(&row, &[("completed_on", "tomorrow")]).is_err());
    assert!(mend(&row, &[("description", "gone")]).is_err(), "it was not shown");
    assert!(mend(&row, &[("owner", "me")]).is_err());
}

#[test]
fn an_event_ends_when_it_is_said_or_never() {
    let event = json!({"subject": "Call", "status": "Open", "starts_on": "2026-11-22 09:00:00",
        "ends_on": "2026-11-22 10:00:00.000000", "description": "one<br>two", "all_day": 0});
    let row = row(OutboxKind::Event, &event);
    let fields = fields(&row);
    assert_eq!(value(&fields, "description"), "one\ntwo");
    assert_eq!(value(&fields, "ends_on"), "2026-11-22T15:00");
    let sent = mend(&row, &[("ends_on", ""), ("description", "one\nthree")]).unwrap();
    assert_eq!((&sent["ends_on"], &sent["description"]), (&Value::Null, &json!("one<br>three")));
    assert_eq!(sent["starts_on"], "2026-11-22 09:00:00");
    assert!(mend(&row, &[("starts_on", "")]).is_err());
}

#[test]
fn a_figure_stays_a_figure() {
    let row = row(OutboxKind::Task, &json!({"progress": 40}));
    assert_eq!(mend(&row, &[("progress", "55")]).unwrap(), json!({"progress": 55}));
    assert!(mend(&row, &[("progress", "many")]).is_err());
}

proptest! {
    #[test]
    fn what_is_typed_reads_back_and_what_is_not_touched_stays(
        subject in ".{0,40}",
        description in "[^\r]{0,60}",
        untouched in ".{0,40}",
    ) {
        let event = json!({"subject": "Call", "description": "x", "starts_on": untouched, "all_day": 0});
        let refused = row(OutboxKind::Event, &event);
        let pairs = [("subject", subject.as_str()), ("description", description.as_str())];
        let sent = mend(&refused, &pairs).unwrap();
        prop_assert_eq!(&sent["starts_on"], &json!(untouched));
        let again = fields(&row(OutboxKind::Event, &sent));
        prop_assert_eq!(value(&again, "subject"), subject.trim());
        prop_assert_eq!(value(&again, "description"), description.trim());
    }

    #[test]
    fn no_payload_makes_it_panic(text in ".{0,80}", typed in ".{0,20}") {
        for payload in [json!({"time_logs": text}), json!({"time_logs": [{"from_time": text, "hours": text}]}),
                        json!({"hours": text, "description": text, "starts_on": text})] {
            for kind in OutboxKind::ALL {
                let row = row(kind, &payload);
                let _ = super::fields(row.0, &row.1, zones());
                let _ = mend(&row, &[("hours", &typed), ("starts_on", &typed), ("from_time", &typed)]);
            }
        }
    }
}
