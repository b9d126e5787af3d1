//! A rep's day on a device without a screen, command by command.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::{ADMINISTRATOR, World};

const REP: &str = "rep@example.com";

async fn office(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(arguments);
    for variable in ["RUST_LOG", "SATCHEL_TOKEN", "SATCHEL_PIN"] {
        command.env_remove(variable);
    }
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

/// What the tool printed as JSON.
async fn told(arguments: &[&str]) -> Value {
    let output = office(&[arguments, &["--json"]].concat()).await;
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr))
    })
}

async fn refused(arguments: &[&str]) -> String {
    let output = office(arguments).await;
    assert!(!output.status.success(), "{arguments:?} went through");
    String::from_utf8(output.stderr).unwrap()
}

/// A site with masters, the set-up and a rep.
async fn world() -> World {
    let world = World::recorded().await;
    let plan = include_str!("../data/set-up.json");
    let mut site = world.practice.site();
    site.apply_set_up(&serde_json::from_str(plan).unwrap()).unwrap();
    site.add_user(REP, &["Satchel Rep"]).unwrap();
    drop(site);
    world
}

async fn code(world: &World, more: &[&str]) -> String {
    let address = world.practice.address();
    let arguments = ["enroll", REP, "--site", &address, "--token", ADMINISTRATOR];
    let company = world.documents["Company"][0]["name"].as_str().unwrap();
    let told = told(&[&arguments, ["--company", company].as_slice(), more].concat()).await;
    told["code"].as_str().unwrap().to_owned()
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

#[tokio::test]
async fn a_day_from_the_code_to_an_order() {
    let world = world().await;
    let folder = tempfile::tempdir().unwrap();
    let device = path(folder.path());
    let made = office(&["device", "new", device, "--enroll", &code(&world, &[]).await]).await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let whose = told(&["device", "unlock", device]).await;
    assert_eq!((whose["user"].as_str(), whose["device"].as_str()), (Some(REP), Some("P01")));
    let wrong = refused(&["device", "unlock", device, "--pin", "0000"]).await;
    assert!(wrong.contains("not unlocked"), "{wrong}");

    let pulled = told(&["device", "pull", device]).await;
    let items = world.documents["Item"].as_array().unwrap().len();
    assert_eq!(pulled["stored"]["Item"], items, "{pulled}");

    let customer = world.documents["Customer"][0]["name"].as_str().unwrap();
    let arguments = ["device", "order", device, "--customer", customer, "--line", "I-001=3"];
    let placed = told(&arguments).await;
    assert_eq!(placed["number"], "P01-00001", "{placed}");
    let status = told(&["device", "status", device]).await;
    assert_eq!(status["orders"]["waiting"], 1, "{status}");
    assert_eq!(status["waiting"][0]["doctype"], "Sales Order");

    let said =
        refused(&["device", "order", device, "--customer", customer, "--line", "NONE=1"]).await;
    assert!(said.contains("NONE"), "{said}");
    let status = told(&["device", "status", device]).await;
    assert_eq!(status["orders"]["drafts"], 0, "nothing is left of an order that was not placed");
}

#[tokio::test]
async fn a_device_may_be_made_with_a_key_pair() {
    let world = world().await;
    let keys = world.practice.site().add_user("van@example.com", &["Satchel Rep"]).unwrap();
    let token = format!("{}:{}", keys.key, keys.secret);
    let folder = tempfile::tempdir().unwrap();
    let device = path(folder.path());
    let address = world.practice.address();
    let company = world.documents["Company"][0]["name"].as_str().unwrap();
    let arguments = [
        "device",
        "new",
        device,
        "--site",
        &address,
        "--token",
        &token,
        "--code",
        "VAN9",
        "--company",
        company,
    ];
    assert!(office(&arguments).await.status.success());
    let whose = told(&["device", "unlock", device]).await;
    assert_eq!(
        (whose["user"].as_str(), whose["device"].as_str()),
        (Some("van@example.com"), Some("VAN9"))
    );
    let again = refused(&arguments).await;
    assert!(again.contains("such a profile already"), "{again}");
}
