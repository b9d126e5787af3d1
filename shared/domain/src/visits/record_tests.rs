use chrono::{TimeZone, Utc};
use proptest::prelude::*;

use super::*;
use crate::capture::ServerClock;
use crate::visits::seal;

fn captured(minute: u32, position: Option<CapturedPosition>) -> CapturedAt {
    let utc = Utc.with_ymd_and_hms(2026, 11, 22, 9, minute, 0).unwrap();
    CapturedAt {
        utc,
        offset_minutes: 60,
        monotonic_ms: u64::MAX - u64::from(60 - minute),
        boot_id: "boot".into(),
        position,
        later: None,
        no_position: String::new(),
        server: Some(ServerClock {
            offset_ms: 900_000,
            heard: utc,
            monotonic_ms: 5,
            boot_id: "another".into(),
        }),
    }
}

fn position(accuracy_m: u32) -> CapturedPosition {
    CapturedPosition {
        latitude_e7: 411_465_000,
        longitude_e7: -86_111_003,
        accuracy_m,
        age_s: 2,
        simulated: Some(false),
    }
}

fn evidence(visit: &str, moment: Moment, minute: u32) -> Evidence {
    Evidence {
        format: 0,
        device: "VAN3".into(),
        number: 0,
        previous: String::new(),
        visit: visit.into(),
        moment,
        customer: "server:CUST-1".into(),
        event: "EV-1".into(),
        site_time: format!("2026-11-22 10:{minute:02}:00"),
        captured: captured(minute, Some(position(12))),
        distance_m: Some(40),
        note: String::new(),
        better: None,
    }
}

/// A Field Visit as the site has it after check-in, or after both ends.
fn visit(uid: &str, last: &mut Option<Link>, ended: bool) -> Map<String, Value> {
    let mut document = Map::new();
    document.insert("satchel_uid".into(), json!(uid));
    document.insert("customer".into(), json!("CUST-1"));
    let mut say = |evidence: Evidence| {
        let link = seal(last.as_ref(), evidence).unwrap();
        document.extend(fields(&link.read().unwrap(), &link));
        *last = Some(link);
    };
    say(evidence(uid, Moment::CheckIn, 10));
    if ended {
        let left = evidence(uid, Moment::CheckOut, 40);
        say(Evidence { note: "Sold well".into(), ..left });
    }
    document
}

fn day() -> Vec<Map<String, Value>> {
    let mut last = None;
    ["v-1", "v-2", "v-3"].map(|uid| visit(uid, &mut last, uid != "v-3")).to_vec()
}

fn breaks(day: &[Map<String, Value>]) -> Vec<Option<Break>> {
    check_visits(&day.iter().map(recorded).collect::<Vec<_>>())
}

#[test]
fn what_was_sent_is_whole() {
    let day = day();
    assert_eq!(breaks(&day), [None; 3]);
    let read = recorded(&day[0]);
    assert_eq!((read.uid.as_str(), read.device(), read.differs.len()), ("v-1", "VAN3", 0));
    assert_eq!(day[0]["simulated_position"], "No");
    assert_eq!(day[0]["check_in_monotonic_ms"], (u64::MAX - 50).to_string());
    assert_eq!(day[0]["clock_ahead_s"], -900);
    assert_eq!(day[0]["check_out_previous_hash"], day[0]["check_in_hash"]);
    assert_eq!(day[1]["check_in_previous_hash"], day[0]["check_out_hash"]);
    let seen = read.seen(None, true).unwrap();
    assert_eq!((seen.distance_m, seen.check_out.is_some()), (Some(40), true));
}

#[test]
fn as_the_site_writes_it_is_the_same() {
    let mut day = day();
    day[0].insert("check_in".into(), json!("2026-11-22 10:10:00.000000"));
    day[0].insert("accuracy_m".into(), json!(12.0));
    day[0].insert("longitude".into(), json!(-8.611_100_300));
    day[0].insert("sales_order".into(), json!("SO-1"));
    day[2].insert("check_out_latitude".into(), json!(0.0));
    assert_eq!(breaks(&day), [None; 3]);
}

#[test]
fn a_site_without_the_fields_tells_nothing_wrong() {
    let bare = json!({"satchel_uid": "v", "customer": "CUST-1", "notes": "sold",
                      "check_in": "2026-11-22 10:00:00", "latitude": 41.0});
    let bare = recorded(bare.as_object().unwrap());
    assert_eq!((bare.check_in.clone(), bare.differs.len(), bare.device()), (None, 0, ""));
    assert_eq!(check_visits(std::slice::from_ref(&bare)), [None]);
    assert!(bare.seen(None, true).is_none());
}

#[test]
fn a_visit_taken_away_is_missed_by_the_next() {
    let mut day = day();
    day.remove(1);
    assert_eq!(breaks(&day), [None, Some(Break::Missing)]);
}

#[test]
fn a_better_position_is_sealed_with_the_end() {
    let mut last = None;
    let mut document = visit("v", &mut last, false);
    let later = LaterPosition { position: position(4), after_s: 20 };
    document.extend(better_fields(later));
    assert_eq!(breaks(std::slice::from_ref(&document)), [None], "while the visit goes on");
    let left = Evidence { better: Some(later), ..evidence("v", Moment::CheckOut, 30) };
    let link = seal(last.as_ref(), left).unwrap();
    document.extend(fields(&link.read().unwrap(), &link));
    assert_eq!(document["accuracy_m"], 4);
    let read = recorded(&document);
    assert_eq!(read.differs, [""; 0]);
    assert_eq!(read.arrived().unwrap().best_position(), Some(position(4)));
    document.insert("latitude".into(), json!(41.2));
    assert_eq!(recorded(&document).differs, ["latitude"]);
}

#[test]
fn evidence_of_another_visit_or_end_is_seen() {
    let mut day = day();
    let evidence = day[1]["check_in_evidence"].clone();
    let hash = day[1]["check_in_hash"].clone();
    day[0].insert("check_in_evidence".into(), evidence);
    day[0].insert("check_in_hash".into(), hash);
    assert_eq!(breaks(&day)[0], Some(Break::Changed));
    let mut day = self::day();
    day[0].insert("check_in_evidence".into(), json!("torn"));
    assert_eq!(breaks(&day)[0], Some(Break::Changed));
}

#[test]
fn a_note_that_looks_like_html_may_be_rewritten() {
    let note = "<b>big</b> order";
    let told = Evidence { note: note.into(), ..evidence("v", Moment::CheckIn, 1) };
    let link = seal(None, told).unwrap();
    let mut document = fields(&link.read().unwrap(), &link);
    document.insert("satchel_uid".into(), json!("v"));
    document.insert("customer".into(), json!("CUST-1"));
    document.insert("notes".into(), json!("big order"));
    assert_eq!(recorded(&document).differs, [""; 0]);
}

/// Another value of the same kind.
fn otherwise(value: &Value, by: u32) -> Value {
    match value {
        Value::String(text) => json!(format!("{text}{by}")),
        Value::Number(number) => json!(number.as_f64().unwrap() + f64::from(by) * 1e-6),
        _ => json!("other"),
    }
}

proptest! {
    #[test]
    fn any_change_of_any_sealed_field_is_detected(
        which in 0..3_usize, field: prop::sample::Index, by in 1..9_999_u32, emptied: bool,
    ) {
        let mut day = day();
        let names: Vec<String> = day[which].keys().cloned().collect();
        let name = field.get(&names);
        let was = day[which][name].clone();
        let value = if emptied { Value::Null } else { otherwise(&was, by) };
        prop_assume!(!same(Some(&value), &was));
        day[which].insert(name.clone(), value);
        prop_assert!(breaks(&day)[which].is_some(), "{} of visit {}", name, which);
    }

    #[test]
    fn any_document_is_read(
        texts in prop::collection::vec(("[a-z_]{1,30}", "\\PC{0,40}"), 0..8), evidence in "\\PC{0,60}",
    ) {
        let mut document: Map<String, Value> =
            texts.into_iter().map(|(name, text)| (name, json!(text))).collect();
        document.insert("check_in_evidence".into(), json!(evidence));
        prop_assert!(recorded(&document).check_in.is_none());
    }
}
