//! `satchel-office site check`, `setup` and `undo` as they are typed.

use std::process::{Command, Output};
use std::sync::Arc;

use chrono::{TimeZone, Utc};
use satchel_devices::clock::FakeClock;
use satchel_frappe::client::Upload;
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteAddress, Token};
use satchel_practice_site::{Fault, PracticeSite, SiteOptions};
use serde_json::{Value, json};

const ADMINISTRATOR: &str = "administrator:practice";

async fn practice() -> PracticeSite {
    let noon = Utc.with_ymd_and_hms(2026, 11, 21, 17, 0, 0).unwrap();
    PracticeSite::start(0, SiteOptions::default(), Arc::new(FakeClock::at(noon))).await.unwrap()
}

async fn office(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(arguments).env_remove("RUST_LOG").env_remove("SATCHEL_TOKEN");
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

async fn check(address: &str, token: Option<&str>) -> (Value, bool) {
    let mut arguments = vec!["site", "check", address, "--json"];
    arguments.extend(token.iter().flat_map(|token| ["--token", token]));
    let output = office(&arguments).await;
    let report = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (report, output.status.success())
}

fn findings(report: &Value, word: &str) -> Vec<String> {
    let all = report["findings"].as_array().unwrap().iter();
    all.filter(|one| one["is"] == word)
        .map(|one| one["what"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn an_address_is_told_for_what_it_is() {
    let (report, good) = check("http://erp.example.com", None).await;
    assert!(!good && findings(&report, "wrong")[0].contains("https"), "{report}");
    let (report, good) = check("http://127.0.0.1:9", None).await;
    assert!(!good && findings(&report, "wrong")[0].contains("no connection"), "{report}");

    let site = practice().await;
    site.faults().always(Some(Fault::CaptivePortal));
    let (report, good) = check(&site.address(), None).await;
    assert!(!good && report["kind"] == "not_frappe", "{report}");
    assert!(findings(&report, "wrong")[0].contains("sign-in page"), "{report}");
    site.faults().clear();
    let (report, good) = check(&site.address(), None).await;
    assert!(good && report["kind"] == "frappe", "{report}");
    let (report, good) = check(&site.address(), Some("nobody:nothing")).await;
    assert!(!good && findings(&report, "wrong")[0].contains("key pair does not count"), "{report}");
}

#[tokio::test]
async fn a_logo_that_prints_nothing_is_told() {
    let site = practice().await;
    let address = SiteAddress::parse(&site.address()).unwrap();
    let transport = HttpTransport::new(address, HttpOptions::default()).unwrap();
    let client = Client::new(Arc::new(transport), Token::parse(ADMINISTRATOR).ok());
    for (name, logo) in [
        ("Plain", "/private/files/plain.svg"),
        ("Lettered", "/private/files/lettered.svg"),
        ("Gone", "/files/gone.png"),
        ("Elsewhere", "https://cdn.example/logo.png"),
        ("Bare", ""),
    ] {
        let company = json!({"name": name, "company_name": name, "company_logo": logo});
        site.site().load(&[("Company".to_owned(), company)]).unwrap();
    }
    for (file_name, part) in [("plain.svg", ""), ("lettered.svg", "<text>Acme</text>")] {
        let drawing = format!(
            "<svg xmlns='http://www.w3.org/2000/svg'><circle cx='9' cy='9' r='9'/>{part}</svg>"
        );
        let attached_to = ("Company", "Plain");
        let content = drawing.as_bytes();
        client.upload(&Upload { uid: file_name, file_name, attached_to, content }).await.unwrap();
    }
    let (report, _) = check(&site.address(), Some(ADMINISTRATOR)).await;
    let notes = findings(&report, "note");
    let told = |name: &str| {
        notes.iter().find(|note| note.starts_with(&format!("the logo of {name} will")))
    };
    assert!(told("Lettered").unwrap().contains("no PNG, JPEG or plain SVG"), "{notes:?}");
    assert!(told("Gone").unwrap().contains("the site refused"), "{notes:?}");
    assert!(told("Elsewhere").unwrap().contains("not a file of this site"), "{notes:?}");
    assert_eq!((told("Plain"), told("Bare")), (None, None));
}

#[tokio::test]
async fn a_bare_site_is_told_thing_by_thing_then_set_up_then_undone() {
    let site = practice().await;
    let address = site.address();
    let (report, good) = check(&address, Some(ADMINISTRATOR)).await;
    assert!(!good && report["kind"] == "erpnext" && report["versions"]["erpnext"] == "15.71.1");
    let missing = findings(&report, "missing");
    for thing in [
        "role Satchel Rep",
        "custom field satchel_uid on Sales Order",
        "DocType Field Visit",
        "permission: Satchel Rep on Item Price: read",
    ] {
        assert!(missing.iter().any(|one| one == thing), "{thing}: {missing:?}");
    }

    let on_site = ["--site", &address, "--token", ADMINISTRATOR];
    let dry = office(&[["site", "setup", "--dry-run"].as_slice(), &on_site].concat()).await;
    let said = String::from_utf8(dry.stdout).unwrap();
    assert_eq!(said.lines().filter(|line| line.starts_with("would make")).count(), missing.len());
    let (report, _) = check(&address, Some(ADMINISTRATOR)).await;
    assert_eq!(findings(&report, "missing"), missing, "a dry run makes nothing");

    let set_up = office(&[["site", "setup"].as_slice(), &on_site].concat()).await;
    assert!(set_up.status.success(), "{}", String::from_utf8_lossy(&set_up.stderr));
    let (report, good) = check(&address, Some(ADMINISTRATOR)).await;
    assert!(good, "{report}");
    let again = office(&[["site", "setup"].as_slice(), &on_site].concat()).await;
    assert_eq!(String::from_utf8(again.stdout).unwrap(), "everything is there; nothing to do\n");

    let undo = office(&[["site", "undo"].as_slice(), &on_site].concat()).await;
    assert!(undo.status.success(), "{}", String::from_utf8_lossy(&undo.stderr));
    let (report, _) = check(&address, Some(ADMINISTRATOR)).await;
    assert_eq!(findings(&report, "missing"), missing);
}

#[tokio::test]
async fn a_reps_key_pair_shows_what_his_phone_may_read() {
    let site = practice().await;
    let keys = site.site().add_user("sales@example.com", &["Sales User"]).unwrap();
    let token = format!("{}:{}", keys.key, keys.secret);
    let (report, good) = check(&site.address(), Some(&token)).await;
    let missing = findings(&report, "missing");
    assert!(!good && missing.iter().any(|one| one.starts_with("read on Item Price")), "{report}");
    assert!(missing.iter().any(|one| one == "custom field satchel_uid on Sales Order"), "{report}");

    let on_site = ["--site", &site.address(), "--token", ADMINISTRATOR];
    office(&[["site", "setup"].as_slice(), &on_site].concat()).await;
    let keys = site.site().add_user("rep@example.com", &["Satchel Rep"]).unwrap();
    let token = format!("{}:{}", keys.key, keys.secret);
    let (report, good) = check(&site.address(), Some(&token)).await;
    assert!(good && report["user"] == "rep@example.com", "{report}");
}
