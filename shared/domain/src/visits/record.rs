//! A visit as the site keeps it: the fields of a Field Visit that tell what is sealed, and what of them
//! was changed since. Both come from one list, so that nothing is sent that is not compared.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::chain::{Break, Evidence, Link, Moment, check_chain};
use super::flags::Seen;
use crate::capture::{CapturedAt, CapturedPosition, LaterPosition};

/// A figure of the site differs from the one that was sent by more than this only if it was changed: its
/// columns have nine decimals.
const SAME: f64 = 1e-8;

/// Names of the fields of one end.
struct End {
    time: &'static str,
    latitude: &'static str,
    longitude: &'static str,
    accuracy_m: &'static str,
    distance_m: &'static str,
    simulated: &'static str,
    offset_min: &'static str,
    monotonic_ms: &'static str,
    boot_id: &'static str,
    clock: &'static str,
    clock_ahead_s: &'static str,
    evidence: &'static str,
    hash: &'static str,
    previous_hash: &'static str,
}

const CHECK_IN: End = End {
    time: "check_in",
    latitude: "latitude",
    longitude: "longitude",
    accuracy_m: "accuracy_m",
    distance_m: "distance_m",
    simulated: "simulated_position",
    offset_min: "check_in_offset_min",
    monotonic_ms: "check_in_monotonic_ms",
    boot_id: "check_in_boot_id",
    clock: "check_in_clock",
    clock_ahead_s: "clock_ahead_s",
    evidence: "check_in_evidence",
    hash: "check_in_hash",
    previous_hash: "check_in_previous_hash",
};

const CHECK_OUT: End = End {
    time: "check_out",
    latitude: "check_out_latitude",
    longitude: "check_out_longitude",
    accuracy_m: "check_out_accuracy_m",
    distance_m: "check_out_distance_m",
    simulated: "check_out_simulated",
    offset_min: "check_out_offset_min",
    monotonic_ms: "check_out_monotonic_ms",
    boot_id: "check_out_boot_id",
    clock: "check_out_clock",
    clock_ahead_s: "check_out_clock_ahead_s",
    evidence: "check_out_evidence",
    hash: "check_out_hash",
    previous_hash: "check_out_previous_hash",
};

/// Seconds after the check-in at which its better position became known.
const BETTER_AFTER_S: &str = "better_after_s";

/// The fields of Field Visit that tell a link: to insert for a check-in, to set for a check-out. What is
/// not known is left out.
pub fn fields(evidence: &Evidence, link: &Link) -> Map<String, Value> {
    let mut fields = all_fields(evidence, link);
    fields.retain(|_, value| !value.is_null());
    fields
}

/// The fields that a better position of a check-in takes the place of.
pub fn better_fields(later: LaterPosition) -> Map<String, Value> {
    let mut fields = position_fields(&CHECK_IN, Some(later.position));
    fields.insert("mock_location".into(), mock(Some(later.position)));
    fields.insert(BETTER_AFTER_S.into(), json!(later.after_s));
    fields
}

/// An end of a visit as the site tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it says.
    pub evidence: Evidence,
    /// The text of it and its hash.
    pub link: Link,
}

/// A Field Visit read back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recorded {
    /// `satchel_uid`.
    pub uid: String,
    /// Arriving. `None` where the site keeps no evidence, or where it cannot be read.
    pub check_in: Option<Told>,
    /// Leaving, the same.
    pub check_out: Option<Told>,
    /// Names of the fields that do not say what is sealed.
    pub differs: Vec<String>,
}

impl Recorded {
    /// Arriving, with the better position if one became known.
    pub fn arrived(&self) -> Option<CapturedAt> {
        let mut captured = self.check_in.as_ref()?.evidence.captured.clone();
        captured.later = self.check_out.as_ref().and_then(|told| told.evidence.better);
        Some(captured)
    }

    /// As [`super::flags`] takes it. `broken` is what [`check_visits`] says, `over` whether its day is.
    pub fn seen(&self, broken: Option<Break>, over: bool) -> Option<Seen> {
        Some(Seen {
            check_in: self.arrived()?,
            check_out: self.check_out.as_ref().map(|told| told.evidence.captured.clone()),
            distance_m: self.check_in.as_ref()?.evidence.distance_m,
            broken,
            over,
        })
    }

    /// The device code it was sealed under; empty where nothing is sealed.
    pub fn device(&self) -> &str {
        self.told().next().map_or("", |told| told.evidence.device.as_str())
    }

    fn told(&self) -> impl Iterator<Item = &Told> {
        self.check_in.iter().chain(&self.check_out)
    }
}

/// Reads a Field Visit, and compares its fields with what is sealed in it.
pub fn recorded(document: &Map<String, Value>) -> Recorded {
    let mut differs = Vec::new();
    let check_in = end(document, &CHECK_IN, Moment::CheckIn, &mut differs);
    let check_out = end(document, &CHECK_OUT, Moment::CheckOut, &mut differs);
    let uid = text(document, "satchel_uid").to_owned();
    let mut expected = Map::new();
    if let Some(told) = &check_in {
        expected.extend(all_fields(&told.evidence, &told.link));
        if check_out.is_none() && !is_nothing(document.get(BETTER_AFTER_S)) {
            // A better position of a visit that goes on is sealed with its end.
            POSITION.iter().for_each(|name| drop(expected.remove(*name)));
        }
    }
    if let Some(told) = &check_out {
        expected.extend(all_fields(&told.evidence, &told.link));
        expected.entry(BETTER_AFTER_S).or_insert(Value::Null);
    }
    let sealed = check_in.iter().chain(&check_out);
    if sealed.clone().any(|told| told.evidence.visit != uid) {
        differs.push("satchel_uid".into());
    }
    let named = sealed.filter_map(|told| told.evidence.customer.strip_prefix("server:")).next();
    if named.is_some_and(|name| text(document, "customer") != name) {
        differs.push("customer".into());
    }
    // The site may rewrite what looks like HTML (`frappe.utils.html_utils.sanitize_html`).
    if text(&expected, "notes").contains('<') {
        expected.remove("notes");
    } else if !expected.is_empty() {
        expected.entry("notes").or_insert(Value::Null);
    }
    let changed = expected.iter().filter(|(name, value)| !same(document.get(*name), value));
    differs.extend(changed.map(|(name, _)| name.clone()));
    Recorded { uid, check_in, check_out, differs }
}

/// Fields a better position replaces.
const POSITION: [&str; 5] =
    ["latitude", "longitude", "accuracy_m", "simulated_position", "mock_location"];

/// What is wrong about each visit, in the order given: fields that were changed, and links that do not
/// fit. The visits may be of several phones and of any part of their chains.
pub fn check_visits(visits: &[Recorded]) -> Vec<Option<Break>> {
    let mut chains: BTreeMap<&str, Vec<Link>> = BTreeMap::new();
    for told in visits.iter().flat_map(Recorded::told) {
        chains.entry(&told.evidence.device).or_default().push(told.link.clone());
    }
    let mut broken: BTreeMap<String, Break> = BTreeMap::new();
    for links in chains.values() {
        for (evidence, wrong) in check_chain(links) {
            if let (Some(evidence), Some(wrong)) = (evidence, wrong) {
                broken.entry(evidence.visit).or_insert(wrong);
            }
        }
    }
    let of = |visit: &Recorded| match visit.differs.is_empty() {
        true => broken.get(&visit.uid).copied(),
        false => Some(Break::Changed),
    };
    visits.iter().map(of).collect()
}

/// One end of a document. What should be there and cannot be read differs.
fn end(
    document: &Map<String, Value>,
    end: &End,
    moment: Moment,
    differs: &mut Vec<String>,
) -> Option<Told> {
    let link = Link {
        evidence: text(document, end.evidence).to_owned(),
        hash: text(document, end.hash).to_owned(),
    };
    if link.evidence.is_empty() && link.hash.is_empty() {
        return None;
    }
    let evidence = link.read().filter(|evidence| evidence.moment == moment);
    if !link.is_whole() || evidence.is_none() {
        differs.push(end.evidence.into());
    }
    Some(Told { evidence: evidence?, link })
}

/// All fields that tell a link; nothing where it says nothing.
fn all_fields(evidence: &Evidence, link: &Link) -> Map<String, Value> {
    let end = match evidence.moment {
        Moment::CheckIn => &CHECK_IN,
        Moment::CheckOut => &CHECK_OUT,
    };
    let captured = &evidence.captured;
    let mut fields = position_fields(end, captured.position);
    let mut set = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    set(end.time, json!(evidence.site_time));
    set(end.distance_m, evidence.distance_m.map_or(Value::Null, Value::from));
    set(end.offset_min, json!(captured.offset_minutes));
    set(end.monotonic_ms, json!(captured.monotonic_ms.to_string()));
    set(end.boot_id, json!(captured.boot_id));
    let clock = captured.server.as_ref().and_then(|clock| serde_json::to_string(clock).ok());
    set(end.clock, clock.map_or(Value::Null, Value::from));
    set(end.clock_ahead_s, captured.clock_wrong_s().map_or(Value::Null, whole));
    set(end.evidence, json!(link.evidence));
    set(end.hash, json!(link.hash));
    set(end.previous_hash, json!(evidence.previous));
    if !evidence.note.is_empty() {
        set("notes", json!(evidence.note));
    }
    match evidence.moment {
        Moment::CheckIn => {
            set("device", json!(evidence.device));
            set("event", json!(evidence.event));
            set("mock_location", mock(captured.position));
        }
        Moment::CheckOut => {
            if let Some(later) = evidence.better {
                fields.extend(better_fields(later));
            }
        }
    }
    fields
}

fn position_fields(end: &End, position: Option<CapturedPosition>) -> Map<String, Value> {
    let figure = |value: Option<Value>| value.unwrap_or(Value::Null);
    let simulated = match position.map(|position| position.simulated) {
        None => Value::Null,
        Some(None) => json!("Unknown"),
        Some(Some(true)) => json!("Yes"),
        Some(Some(false)) => json!("No"),
    };
    Map::from_iter([
        (end.latitude.to_owned(), figure(position.map(|p| degrees(p.latitude_e7)))),
        (end.longitude.to_owned(), figure(position.map(|p| degrees(p.longitude_e7)))),
        (end.accuracy_m.to_owned(), figure(position.map(|p| json!(p.accuracy_m)))),
        (end.simulated.to_owned(), simulated),
    ])
}

/// `mock_location` is a check box: what the platform does not say is no.
fn mock(position: Option<CapturedPosition>) -> Value {
    json!(u8::from(position.is_some_and(|position| position.simulated == Some(true))))
}

/// A whole number as a column of 32 bits takes it.
fn whole(value: i64) -> Value {
    json!(value.clamp(i32::MIN.into(), i32::MAX.into()))
}

fn degrees(e7: i32) -> Value {
    let degrees = Decimal::new(i64::from(e7), 7).normalize();
    serde_json::from_str(&degrees.to_string()).unwrap_or(Value::Null)
}

fn text<'a>(document: &'a Map<String, Value>, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a field says the same as what was sent. The site keeps a figure nobody set as 0, a text as
/// nothing, and a time with its fraction.
fn same(found: Option<&Value>, sent: &Value) -> bool {
    if is_nothing(Some(sent)) {
        return is_nothing(found);
    }
    match (found, sent) {
        (Some(Value::Number(found)), Value::Number(sent)) => {
            let apart = found.as_f64().zip(sent.as_f64()).map(|(a, b)| (a - b).abs());
            apart.is_some_and(|apart| apart < SAME)
        }
        (Some(Value::String(found)), Value::String(sent)) => {
            found == sent || found.strip_suffix(".000000") == Some(sent)
        }
        _ => false,
    }
}

fn is_nothing(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Number(number)) => number.as_f64() == Some(0.0),
        Some(_) => false,
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
