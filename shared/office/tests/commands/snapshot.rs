//! `satchel-office snapshot` against a practice site, and a phone that fetches what it made.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{ADMINISTRATOR, World};
use satchel_frappe::Client;
use satchel_store::Store;
use satchel_sync::snapshot::{FetchProgress, fetch};
use satchel_sync::{SiteAccount, SnapshotPlace};
use tokio::sync::watch;

async fn snapshot(world: &World, folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(["snapshot", "--site", &world.practice.address(), "--group", "vans"]);
    command.arg("--out").arg(folder.join("out")).arg("--key").arg(folder.join("key"));
    command.args(["--token", ADMINISTRATOR]).args(more).env_remove("RUST_LOG");
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

/// What `enroll` is to be told: address and key.
fn told(output: &Output) -> (String, String) {
    let text = String::from_utf8_lossy(&output.stdout);
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = |option: &str| words[words.iter().position(|w| *w == option).unwrap() + 1];
    (after("--snapshot").to_owned(), after("--snapshot-key").to_owned())
}

async fn phone(world: &World, client: &Client, place: SnapshotPlace, path: &Path) -> Store {
    let store = Store::open_with_key(path, [3; 32]).unwrap();
    let account = SiteAccount {
        snapshot: Some(place),
        ..SiteAccount::new(
            world.practice.address(),
            "Administrator".into(),
            ("administrator".into(), "practice".into()),
            String::new(),
        )
    };
    let (progress, _) = watch::channel(FetchProgress::default());
    let today = "2026-11-22".parse().unwrap();
    fetch(&store, &account, client, today, &progress).await.unwrap().unwrap();
    store
}

#[tokio::test]
async fn a_snapshot_on_the_site_reaches_a_phone() {
    let world = World::recorded().await;
    let folder = tempfile::tempdir().unwrap();
    let client = world.client();
    for round in ["first", "second"] {
        let made = snapshot(&world, folder.path(), &["--upload"]).await;
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let (address, public_key) = told(&made);
        assert_eq!(address, "/private/files/satchel-vans.json");
        let place = SnapshotPlace { address, public_key };
        let store = phone(&world, &client, place, &folder.path().join(round)).await;
        let items = world.documents["Item"].as_array().unwrap().len();
        assert_eq!(store.document_count("Item").unwrap(), items);
        assert!(store.sync_state("Item").unwrap().is_some());
    }
}

#[tokio::test]
async fn a_snapshot_of_a_file_holds_what_the_file_holds() {
    let world = World::recorded().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let mut documents = world.documents.clone();
    documents.as_object_mut().unwrap().retain(|_, value| value.is_array());
    std::fs::write(&file, documents.to_string()).unwrap();
    let made = snapshot(&world, folder.path(), &["--from-json", file.to_str().unwrap()]).await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = String::from_utf8_lossy(&made.stdout);
    let items = documents["Item"].as_array().unwrap().len();
    assert!(text.starts_with(&format!("{items} items, ")), "{text}");
    std::fs::write(&file, "[1]").unwrap();
    let refused = snapshot(&world, folder.path(), &["--from-json", file.to_str().unwrap()]).await;
    assert!(!refused.status.success());
}
