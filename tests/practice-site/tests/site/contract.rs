//! The practice site answers the recorded requests as the recorded server did: same status, same
//! exception class, same shape, same figures. What differs on purpose, and what is left out because
//! Satchel does not use it, stands with its reason in `data/contract.json`.

use crate::support;
use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Answer, World, recordings_folder, send};
use satchel_practice_site::Fault;
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contract {
    /// File to reason.
    left_out: BTreeMap<String, String>,
    /// File to what was done on the site between the recording before and this one.
    between: BTreeMap<String, Vec<Step>>,
    /// Keys of documents that are never compared, and why.
    ignored: BTreeMap<String, String>,
    /// File to what is not compared, and why.
    differs: BTreeMap<String, Difference>,
}

/// Something done between two recordings.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Step {
    /// A request, the Administrator's if it does not say whose. `called` is the recorded name of what
    /// it makes.
    Request {
        method: String,
        path: String,
        #[serde(default)]
        body: Value,
        #[serde(default, rename = "as")]
        user: Option<String>,
        #[serde(default)]
        called: Option<String>,
    },
    /// Documents put there.
    Load { load: Map<String, Value> },
    /// What the next request meets.
    Fault { fault: String },
    /// A user goes on with the key pair he has now.
    NewToken { new_token: String },
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Difference {
    why: String,
    /// Keys of documents that are not compared.
    keys: BTreeSet<String>,
    /// Whether the words are not compared.
    words: bool,
    /// Whether the rows of a list are not compared.
    rows: bool,
}

/// Marks and names of the recording to those of the practice site.
type Renamed = BTreeMap<String, String>;

fn contract() -> Contract {
    serde_json::from_str(&support::data("contract.json")).unwrap()
}

fn recorded_files() -> Vec<String> {
    let mut files: Vec<String> = std::fs::read_dir(recordings_folder().join("answers"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    files
}

#[test]
fn what_is_left_out_has_a_reason() {
    let files: BTreeSet<String> = recorded_files().into_iter().collect();
    let contract = contract();
    for (file, why) in &contract.left_out {
        assert!(files.contains(file) && !why.is_empty(), "{file}");
    }
    for (file, difference) in &contract.differs {
        assert!(files.contains(file) && !difference.why.is_empty(), "{file}");
        assert!(!contract.left_out.contains_key(file), "{file} is in both lists");
    }
    assert!(files.len() - contract.left_out.len() >= 150, "most of the recordings are replayed");
}

#[tokio::test]
async fn recorded_requests_get_recorded_answers() {
    let contract = contract();
    let mut first = World::fresh().await;
    let mut second: Option<World> = None;
    let mut renamed = Renamed::new();
    let mut wrong = Vec::new();
    for file in recorded_files() {
        if contract.left_out.contains_key(&file) {
            continue;
        }
        let recording = load(&file);
        // From 129 on the users of the second recording act, on a site that was set up.
        let is_second = recording["request"]["as"].as_str().unwrap().starts_with("satchel.")
            || file.as_str() >= "129";
        if is_second && second.is_none() {
            second = Some(World::set_up().await);
        }
        let world = if is_second { second.as_mut().unwrap() } else { &mut first };
        for step in contract.between.get(&file).into_iter().flatten() {
            take(world, step, &mut renamed).await;
        }
        let request = rename(&uncut(&recording["request"]), &renamed);
        let answer = send(world, &request).await;
        let difference = contract.differs.get(&file);
        let mut check = Check {
            wrong: Vec::new(),
            difference,
            ignored: &contract.ignored,
            renamed: &mut renamed,
        };
        check.answer(&recording, &request, &answer);
        wrong.extend(check.wrong.into_iter().map(|what| format!("{file}: {what}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

async fn take(world: &mut World, step: &Step, renamed: &mut Renamed) {
    match step {
        Step::Request { method, path, body, user, called } => {
            let user = user.as_deref().unwrap_or("Administrator");
            let request = json!({"method": method, "path": path, "body": body, "as": user,
                "headers": {"Authorization": "token KEY:SECRET"}});
            let answer = send(world, &rename(&request, renamed)).await;
            assert!(answer.status < 300, "{method} {path}: {} {}", answer.status, answer.body);
            if let (Some(called), Some(name)) = (called, answer.body["data"]["name"].as_str()) {
                renamed.insert(called.clone(), name.to_owned());
            }
        }
        Step::Load { load } => {
            let documents: Vec<(String, Value)> = load
                .iter()
                .flat_map(|(doctype, list)| {
                    list.as_array().unwrap().iter().map(|one| (doctype.clone(), one.clone()))
                })
                .collect();
            world.practice.site().load(&documents).unwrap();
        }
        Step::Fault { fault } => {
            world.practice.faults().next([Some(Fault::parse(fault).unwrap())]);
        }
        Step::NewToken { new_token } => world.renew_token(new_token),
    }
}

/// What was cut in the recording, made up to its length.
fn uncut(request: &Value) -> Value {
    let mut request = request.clone();
    if let Some(path) = request["path"].as_str().and_then(|path| path.strip_suffix("...")) {
        // The line was cut to 8,192 bytes by the server that refused it.
        let line = "GET  HTTP/1.1\r\n".len() + path.len();
        request["path"] = json!(format!("{path}{}", "0".repeat(8_192 - line)));
    }
    if request["body"]["content"].as_str().is_some_and(|content| content.ends_with("...")) {
        request["body"]["content"] = json!("c2F0Y2hlbA==");
    }
    request
}

fn load(file: &str) -> Value {
    let text = std::fs::read_to_string(recordings_folder().join("answers").join(file)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The request with the practice site's names and marks in place of the recorded ones.
fn rename(request: &Value, renamed: &Renamed) -> Value {
    match request {
        Value::String(text) => {
            let mut text = text.clone();
            for (from, to) in renamed {
                if text == *from {
                    return json!(to);
                }
                let encoded = (from.replace(' ', "%20"), to.replace(' ', "%20"));
                if from.len() > 6 && text.contains(&encoded.0) && text.starts_with("/api") {
                    text = text.replace(&encoded.0, &encoded.1);
                }
            }
            json!(text)
        }
        Value::Array(list) => list.iter().map(|value| rename(value, renamed)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(k, v)| (k.clone(), rename(v, renamed))).collect())
        }
        other => other.clone(),
    }
}

struct Check<'a> {
    wrong: Vec<String>,
    difference: Option<&'a Difference>,
    ignored: &'a BTreeMap<String, String>,
    renamed: &'a mut Renamed,
}

impl Check<'_> {
    fn answer(&mut self, recording: &Value, request: &Value, got: &Answer) {
        let recorded = &recording["response"];
        if recorded["status"] != json!(got.status) {
            let body: String = got.body.to_string().chars().take(300).collect();
            self.wrong.push(format!("status {} for {}: {body}", got.status, recorded["status"]));
            return;
        }
        let (Some(expected), Some(body)) = (recorded["body"].as_object(), got.body.as_object())
        else {
            self.page(&recorded["body"], got);
            return;
        };
        self.keys(expected, body);
        self.equal("exc_type", expected.get("exc_type"), body.get("exc_type"));
        self.equal("_error_message", expected.get("_error_message"), body.get("_error_message"));
        if self.difference.is_none_or(|difference| !difference.words) {
            let words =
                |body: &Map<String, Value>| satchel_frappe::SiteWords::of_refusal(body).to_string();
            let (wanted, said) = (self.translate(&words(expected)), words(body));
            if wanted != said && !wanted.contains("modified after you have opened it") {
                self.wrong.push(format!("says {said:?} for {wanted:?}"));
            }
        }
        let note = recording.get("note").is_some();
        for key in ["data", "message"] {
            if let (Some(expected), Some(data)) = (expected.get(key), body.get(key)) {
                self.data(key, expected, data, request, note);
            }
        }
    }

    /// A page word for word, a binary by its length.
    fn page(&mut self, recorded: &Value, got: &Answer) {
        let recorded = recorded.as_str().unwrap_or_default();
        let same = match recorded.strip_prefix('<').and_then(|text| text.strip_suffix(" bytes>")) {
            Some(length) => length.parse() == Ok(got.bytes.len()),
            None => recorded.as_bytes() == got.bytes,
        };
        if !same {
            let text: String = String::from_utf8_lossy(&got.bytes).chars().take(300).collect();
            self.wrong.push(format!("{text:?} for {recorded:?}"));
        }
    }

    /// Top-level keys, but for those of developers.
    fn keys(&mut self, expected: &Map<String, Value>, body: &Map<String, Value>) {
        let names = |body: &Map<String, Value>| -> BTreeSet<String> {
            body.keys().filter(|key| *key != "_exc_source").cloned().collect()
        };
        if names(expected) != names(body) {
            self.wrong.push(format!("keys {:?} for {:?}", names(body), names(expected)));
        }
    }

    fn equal(&mut self, what: &str, expected: Option<&Value>, got: Option<&Value>) {
        if expected != got {
            self.wrong.push(format!("{what} {got:?} for {expected:?}"));
        }
    }

    fn data(&mut self, path: &str, expected: &Value, got: &Value, request: &Value, note: bool) {
        match (expected, got) {
            (Value::Array(expected), Value::Array(got)) => self.rows(path, expected, got, note),
            (Value::Object(expected), Value::Object(got)) => {
                self.document(path, expected, got, note);
                self.kept_what_was_sent(request, expected, got);
            }
            (Value::Array(_) | Value::Object(_), _) | (_, Value::Array(_) | Value::Object(_)) => {
                self.wrong.push(format!("{path} is of another kind"));
            }
            (Value::Number(_), Value::Number(_)) => {}
            (expected, got) => {
                let wanted = self.translate(expected.as_str().unwrap_or_default());
                if wanted != got.as_str().unwrap_or_default() {
                    self.wrong.push(format!("{path}: {got} for {expected}"));
                }
            }
        }
    }

    fn rows(&mut self, path: &str, expected: &[Value], got: &[Value], note: bool) {
        if expected.is_empty() != got.is_empty() {
            self.wrong.push(format!("{path} has {} rows for {}", got.len(), expected.len()));
        }
        if self.difference.is_some_and(|difference| difference.rows) {
            return;
        }
        if !note && expected.len() != got.len() {
            self.wrong.push(format!("{path} has {} rows for {}", got.len(), expected.len()));
        }
        for (number, (expected, got)) in expected.iter().zip(got).enumerate() {
            match (expected, got) {
                (Value::Object(expected), Value::Object(got)) => {
                    let names = |row: &Map<String, Value>| -> BTreeSet<String> {
                        row.keys().cloned().collect()
                    };
                    let is_row_of_list = !expected.contains_key("parentfield");
                    if is_row_of_list && path == "data" && names(expected) != names(got) {
                        self.wrong.push(format!("{path} has columns {:?}", names(got)));
                    }
                    self.document(&format!("{path}[{number}]"), expected, got, true);
                }
                (Value::Array(expected), Value::Array(got)) if expected.len() != got.len() => {
                    self.wrong.push(format!("{path} has {} cells", got.len()));
                }
                (Value::String(expected), Value::String(got)) => {
                    self.renamed.insert(expected.clone(), got.clone());
                }
                _ => {}
            }
        }
    }

    /// Every recorded figure and state; names and marks are only remembered.
    fn document(
        &mut self,
        path: &str,
        expected: &Map<String, Value>,
        got: &Map<String, Value>,
        note: bool,
    ) {
        let listed = path.starts_with("data[");
        for key in ["name", "modified"] {
            if !listed
                && let (Some(Value::String(from)), Some(Value::String(to))) =
                    (expected.get(key), got.get(key))
                && from != to
            {
                self.renamed.insert(from.clone(), to.clone());
            }
        }
        let is_new_null =
            |(key, value): (&String, &Value)| value.is_null() && expected.get(key) != Some(value);
        if !note && got.iter().any(is_new_null) {
            self.wrong.push(format!("{path} holds a null"));
        }
        for (key, expected) in expected {
            let differs = self.difference.is_some_and(|d| d.keys.contains(key));
            if !differs && !self.ignored.contains_key(key) {
                self.field(&format!("{path}.{key}"), key, expected, got.get(key), note);
            }
        }
    }

    fn field(&mut self, path: &str, key: &str, expected: &Value, got: Option<&Value>, note: bool) {
        const MARKS: [&str; 6] =
            ["name", "creation", "modified", "parent", "__unsaved", "valuation_rate"];
        if MARKS.contains(&key) {
            return;
        }
        match (expected, got) {
            (Value::Array(expected), Some(Value::Array(got))) => {
                self.rows(path, expected, got, note);
            }
            (Value::Object(expected), Some(Value::Object(got))) => {
                self.document(path, expected, got, note);
            }
            (Value::Number(expected), Some(Value::Number(got))) => {
                let near = (expected.as_f64().unwrap() - got.as_f64().unwrap()).abs() < 1e-9;
                if !near {
                    self.wrong.push(format!("{path} is {got} for {expected}"));
                }
            }
            (Value::String(expected), Some(Value::String(got))) => {
                if matches!(key, "status" | "owner" | "doctype" | "pricing_rules")
                    && self.translate(expected) != *got
                {
                    self.wrong.push(format!("{path} is {got:?} for {expected:?}"));
                }
            }
            (Value::Null, None | Some(_)) => {}
            (expected, None | Some(Value::Null)) => {
                let empty = matches!(expected, Value::String(text) if text.is_empty());
                let zero = expected.as_f64() == Some(0.0);
                let core = matches!(key, "docstatus" | "idx" | "owner" | "modified_by");
                if core || !(empty || zero) {
                    self.wrong.push(format!("{path} is missing, {expected}"));
                }
            }
            (expected, Some(got)) => {
                self.wrong.push(format!("{path} is {got} for {expected}"));
            }
        }
    }

    /// What was sent and kept by the recorded server is kept.
    fn kept_what_was_sent(
        &mut self,
        request: &Value,
        expected: &Map<String, Value>,
        got: &Map<String, Value>,
    ) {
        let Some(sent) = request["body"].as_object() else { return };
        for (key, sent) in sent {
            let skipped = self.difference.is_some_and(|difference| difference.keys.contains(key));
            let scalar = !matches!(sent, Value::Array(_) | Value::Object(_));
            if scalar && !skipped && expected.get(key) == Some(sent) && key != "modified" {
                self.equal(key, Some(sent), got.get(key));
            }
        }
    }

    /// A recorded text with the practice site's names.
    fn translate(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (from, to) in self.renamed.iter() {
            if from.len() > 6 {
                text = text.replace(from, to);
            }
        }
        text
    }
}
