//! The rehearsal as a command: three phones over the worst line lose and double nothing, and what is
//! broken on purpose is found.

use std::process::{Command, Output};

use serde_json::Value;

fn rehearse(options: &[&str]) -> (Output, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_satchel-office"))
        .args(["rehearse", "--practice", "--json", "--patience", "3"])
        .args(options)
        .output()
        .unwrap();
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
        panic!("no report: {}", String::from_utf8_lossy(&output.stderr));
    });
    (output, report)
}

#[test]
fn three_phones_over_a_bad_line_lose_and_double_nothing() {
    // A quick machine is done with the day in a few seconds.
    let day = ["--reps", "3", "--orders", "4", "--seed", "3", "--kill-within", "500"];
    let (output, report) = rehearse(&day);
    assert!(output.status.success(), "{report:#}");
    assert_eq!(report["orders"], 12);
    assert_eq!(report["written"], report["found"]);
    assert_eq!(report["findings"], Value::Array(Vec::new()));
    let met: u64 = report["faults_met"].as_object().unwrap().values().map(count).sum();
    assert!(met > 0, "the line was bad: {report:#}");
    assert!(count(&report["kills"]) > 0, "phones were killed: {report:#}");
}

#[test]
fn without_faults_an_order_takes_two_requests() {
    let options = ["--reps", "1", "--orders", "5", "--faults", "none", "--kills", "0"];
    let (output, report) = rehearse(&options);
    assert!(output.status.success(), "{report:#}");
    assert_eq!(report["requests_of_orders"], 10, "{report:#}");
}

#[test]
fn what_is_broken_on_purpose_is_found() {
    for (sabotage, finding) in [("lose", "lost"), ("double", "doubled"), ("sneak", "unexplained")] {
        let options = ["--reps", "1", "--orders", "2", "--faults", "none", "--kills", "0"];
        let (output, report) = rehearse(&[&options[..], &["--sabotage", sabotage]].concat());
        assert_eq!(output.status.code(), Some(1), "{report:#}");
        let found: Vec<&str> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["finding"].as_str().unwrap())
            .collect();
        assert!(found.contains(&finding), "{sabotage}: {found:?}");
    }
}

#[test]
fn an_unknown_profile_is_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_satchel-office"))
        .args(["rehearse", "--practice", "--faults", "sunshine"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tunnel"));
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}
