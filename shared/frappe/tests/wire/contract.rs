//! Every recorded answer, replayed over a socket, means what `expectations.json` says.

use crate::support;
use std::collections::BTreeMap;

use crate::support::{LoopbackServer, Recording, recordings_folder};
use satchel_frappe::{
    Failure, NotFrappe, Outcome, SiteWords,
    client::{Download, DownloadRequest, FileSink},
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// A row of `expectations.json`.
#[derive(Debug, Deserialize, PartialEq, Default)]
#[serde(deny_unknown_fields, default)]
struct Expectation {
    outcome: String,
    by: Option<String>,
    sent_as: Option<String>,
    exc_type: Option<String>,
    words: Option<Vec<String>>,
    unique_field: Option<String>,
    remarks: Option<Vec<String>>,
    seconds: Option<u64>,
    why: Option<String>,
    start: Option<u64>,
    bytes: Option<u64>,
}

/// Counts what a download brings.
#[derive(Default)]
struct Counter {
    start: Option<u64>,
    bytes: u64,
}

impl FileSink for Counter {
    fn begin(&mut self, start: u64, _total: Option<u64>) -> bool {
        self.start = Some(start);
        true
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.bytes += bytes.len() as u64;
        true
    }
}

fn expectations() -> BTreeMap<String, Expectation> {
    let text = std::fs::read_to_string(recordings_folder().join("expectations.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn every_recording_has_an_expectation() {
    let expected: Vec<String> = expectations().into_keys().collect();
    let mut files: Vec<String> = std::fs::read_dir(recordings_folder().join("answers"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, expected);
    assert!(files.len() >= 181);
}

#[tokio::test]
async fn every_answer_means_what_the_table_says() {
    let mut wrong = Vec::new();
    for (file, expected) in expectations() {
        let recording = Recording::load(&file);
        let got = replay(&recording, &expected).await;
        if got != expected {
            wrong.push(format!("{file}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Replays a recording the way its row says and writes the outcome down as a row.
async fn replay(recording: &Recording, how: &Expectation) -> Expectation {
    let server = LoopbackServer::answering(recording.wire_answer()).await;
    let mut got = if how.by.as_deref() == Some("download") {
        by_download(&server, recording).await
    } else {
        let request = recording.wire_request(how.sent_as.as_deref());
        let client = server.client(request.token.clone());
        let outcome = client.exchange(&request).await;
        check_arrival(&server, recording, how);
        as_row(outcome)
    };
    got.by.clone_from(&how.by);
    got.sent_as.clone_from(&how.sent_as);
    got
}

fn check_arrival(server: &LoopbackServer, recording: &Recording, how: &Expectation) {
    let arrived = server.arrived().remove(0);
    let method = how.sent_as.as_deref().unwrap_or(recording.request["method"].as_str().unwrap());
    assert_eq!(arrived.line, format!("{method} {} HTTP/1.1", recording.path()));
    assert_eq!(arrived.header("accept"), Some("application/json"));
    assert_eq!(arrived.header("accept-encoding"), Some("gzip"));
    let authorised = recording.request["headers"].get("Authorization").is_some();
    assert_eq!(arrived.header("authorization"), authorised.then_some("token KEY:SECRET"));
    if arrived.header("content-type") == Some("application/json") {
        let body: Value = serde_json::from_slice(&arrived.body).unwrap();
        assert_eq!(body, recording.request["body"]);
    }
}

async fn by_download(server: &LoopbackServer, recording: &Recording) -> Expectation {
    let headers = &recording.request["headers"];
    let header = |name: &str| headers.get(name).and_then(Value::as_str);
    let offset = header("Range")
        .and_then(|range| range.strip_prefix("bytes=")?.split('-').next()?.parse().ok())
        .unwrap_or(0);
    let wanted =
        DownloadRequest { file_url: recording.path(), offset, etag: header("If-None-Match") };
    let client = server.client(header("Authorization").and_then(|_| support::token()));
    let mut counter = Counter::default();
    match client.download(&wanted, &mut counter).await {
        Ok(Download::NotModified) => row("not-modified"),
        Ok(Download::Complete { .. }) => {
            Expectation { start: counter.start, bytes: Some(counter.bytes), ..row("done") }
        }
        Err(failure) => failure_row(failure),
    }
}

fn row(outcome: &str) -> Expectation {
    Expectation { outcome: outcome.to_owned(), ..Expectation::default() }
}

fn as_row(outcome: Outcome<Map<String, Value>>) -> Expectation {
    match outcome {
        Ok(answer) => {
            let remarks = SiteWords::of_remarks(&answer);
            Expectation { remarks: some_sentences(&remarks), ..row("done") }
        }
        Err(failure) => failure_row(failure),
    }
}

fn some_sentences(words: &SiteWords) -> Option<Vec<String>> {
    (!words.is_empty()).then(|| words.sentences().to_vec())
}

fn failure_row(failure: Failure) -> Expectation {
    match failure {
        Failure::Refused(refusal) => Expectation {
            exc_type: Some(refusal.exc_type),
            words: Some(refusal.words.sentences().to_vec()),
            unique_field: refusal.unique_field,
            ..row("refused")
        },
        Failure::Transient { fault, .. } => Expectation {
            exc_type: fault.exc_type,
            words: Some(fault.words.sentences().to_vec()),
            ..row("transient")
        },
        Failure::Unauthorised { .. } => row("unauthorised"),
        Failure::Throttled { retry_after } => {
            Expectation { seconds: retry_after.map(|d| d.as_secs()), ..row("throttled") }
        }
        Failure::Maintenance { .. } => row("maintenance"),
        Failure::NotFrappe { why } => {
            Expectation { why: Some(why_name(&why).to_owned()), ..row("not-frappe") }
        }
        Failure::Offline { .. } => row("offline"),
        Failure::Unknown { .. } => row("unknown"),
    }
}

fn why_name(why: &NotFrappe) -> &'static str {
    match why {
        NotFrappe::WebPage { .. } => "web-page",
        NotFrappe::Redirect { .. } => "redirect",
        NotFrappe::CaptivePortal => "captive-portal",
        NotFrappe::Certificate => "certificate",
        NotFrappe::BrokenJson { .. } => "broken-json",
        NotFrappe::OtherJson { .. } => "other-json",
        NotFrappe::Empty { .. } => "empty",
        NotFrappe::NotHttp => "not-http",
        NotFrappe::TooLarge { .. } => "too-large",
    }
}
