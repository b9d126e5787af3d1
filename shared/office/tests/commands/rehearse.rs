//! The rehearsal as a command: three phones over the worst line lose and double nothing, and what is
//! broken on purpose is found.

use std::process::{Command, Output};
use std::sync::Arc;

use satchel_devices::clock::{Clock, SystemClock};
use satchel_practice_site::{PracticeSite, SiteOptions};
use serde_json::Value;

fn rehearse(options: &[&str]) -> (Output, Value) {
    rehearse_on(&["--practice"], options)
}

fn rehearse_on(site: &[&str], options: &[&str]) -> (Output, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_satchel-office"))
        .args(["rehearse", "--json", "--patience", "3"])
        .args(site)
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

/// A site as the set-up of ERPNext leaves it: a company with its settings and nothing to sell.
async fn bare_site() -> PracticeSite {
    let clock = Arc::new(SystemClock::new());
    let mut demo = satchel_demo::documents(clock.now().date_naive()).unwrap();
    let of_the_trade =
        ["Item", "Item Price", "Customer", "Address", "Contact", "Bin", "Pricing Rule"];
    demo.masters.retain(|(doctype, _)| !of_the_trade.contains(&doctype.as_str()));
    (demo.projects, demo.tasks) = (Vec::new(), Vec::new());
    (demo.events, demo.past_orders) = (Vec::new(), Vec::new());
    let site = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
    site.site().found_demo(demo).unwrap();
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_with_nothing_to_sell_is_prepared_and_one_with_something_is_used() {
    let site = bare_site().await;
    let address = site.address();
    let of_site = move |day: &[&str]| {
        rehearse_on(&["--site", &address, "--token", "administrator:practice"], day)
    };
    let again = of_site.clone();
    let day = ["--reps", "2", "--orders", "3", "--faults", "train", "--kills", "1", "--seed", "5"];
    let (output, report) = tokio::task::spawn_blocking(move || of_site(&day)).await.unwrap();
    assert!(output.status.success(), "{report:#}");
    assert_eq!((count(&report["orders"]), &report["written"]), (6, &report["found"]));
    let address = satchel_frappe::SiteAddress::parse(&site.address()).unwrap();
    let transport = satchel_frappe::HttpTransport::new(address, Default::default()).unwrap();
    let token = satchel_frappe::Token::parse("administrator:practice").ok();
    let client = satchel_frappe::Client::new(Arc::new(transport), token);
    assert_eq!(client.names("Item", &[]).await.unwrap().len(), 5);
    let day = ["--reps", "1", "--orders", "1", "--faults", "none", "--kills", "0", "--seed", "6"];
    let (output, report) = tokio::task::spawn_blocking(move || again(&day)).await.unwrap();
    assert!(output.status.success(), "{report:#}");
    assert_eq!(client.names("Item", &[]).await.unwrap().len(), 5, "what is there is used");
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
