//! Devices without a screen, command by command.

use std::process::{Command, Output};

use serde_json::Value;

use super::{ADMINISTRATOR, World};

pub const REP: &str = "rep@example.com";

pub async fn office(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(arguments);
    for variable in ["RUST_LOG", "SATCHEL_TOKEN", "SATCHEL_PIN"] {
        command.env_remove(variable);
    }
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

/// What the tool printed as JSON.
pub async fn told(arguments: &[&str]) -> Value {
    let output = office(&[arguments, &["--json"]].concat()).await;
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr))
    })
}

pub async fn refused(arguments: &[&str]) -> String {
    let output = office(arguments).await;
    assert!(!output.status.success(), "{arguments:?} went through");
    String::from_utf8(output.stderr).unwrap()
}

/// A site with masters, the set-up and a rep.
pub async fn world() -> World {
    let world = World::recorded().await;
    let plan = include_str!("../../../data/set-up.json");
    let mut site = world.practice.site();
    site.apply_set_up(&serde_json::from_str(plan).unwrap()).unwrap();
    site.add_user(REP, &["Satchel Rep"]).unwrap();
    drop(site);
    world
}

pub async fn code(world: &World, more: &[&str]) -> String {
    let address = world.practice.address();
    let arguments = ["enroll", REP, "--site", &address, "--token", ADMINISTRATOR];
    let company = world.documents["Company"][0]["name"].as_str().unwrap();
    let told = told(&[&arguments, ["--company", company].as_slice(), more].concat()).await;
    told["code"].as_str().unwrap().to_owned()
}

/// A customer of the world.
pub fn customer(world: &World) -> String {
    world.documents["Customer"][0]["name"].as_str().unwrap().to_owned()
}
