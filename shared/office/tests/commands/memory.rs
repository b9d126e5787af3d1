//! What a pull takes of memory, which must not grow with the site.

use std::ops::Range;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::support::World;
use crate::support::device::{code, office, world};
use serde_json::{Value, json};

/// Items of a page of the pull here, so that there are many of them.
const PAGE: usize = 200;
/// Items of the smaller site: as many pages as the catalogue is put in order as a whole for.
const ITEMS: usize = 1_000;
/// Bytes of the picture that stands in each item: one of the kind that is kept in the field itself.
const PICTURE: usize = 16_000;
/// At least so much is given back when the profile is open.
const KEY_KIB: u64 = 16 * 1_024;

/// More items, each with a price.
fn grow(world: &World, items: Range<usize>) {
    let first = |doctype: &str| world.documents[doctype][0].clone();
    let (item, price) = (first("Item"), first("Item Price"));
    let mut documents: Vec<(String, Value)> = Vec::new();
    for n in items {
        let code = format!("MANY-{n:06}");
        let mut one = item.clone();
        one["name"] = json!(code);
        one["item_code"] = json!(code);
        one["barcodes"] = json!([]);
        one["image"] = json!(format!("data:image/png;base64,{}", "A".repeat(PICTURE)));
        documents.push(("Item".to_owned(), one));
        let mut its = price.clone();
        its["name"] = json!(format!("PRICE-{n:06}"));
        its["item_code"] = json!(code);
        documents.push(("Item Price".to_owned(), its));
    }
    world.practice.site().load(&documents).unwrap();
}

/// What a process takes of memory at most, in KiB (proc(5)), once it has opened its profile: the key is
/// derived in a block of memory that is given back, and would hide what comes after.
fn highest(process: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", process.id());
    let (mut highest, mut opened) = (0, false);
    while process.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let told = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        let now: u64 = told.unwrap_or_default();
        if !opened && now + KEY_KIB < highest {
            (highest, opened) = (0, true);
        }
        highest = highest.max(now);
        sleep(Duration::from_millis(5));
    }
    assert!(opened, "the key was derived unseen");
    highest
}

/// A device that fetches everything; what that took of memory in KiB, and how many items it has.
async fn pulled(world: &World) -> (u64, u64) {
    let folder = tempfile::tempdir().unwrap();
    let device = folder.path().to_str().unwrap();
    let made = office(&["device", "new", device, "--enroll", &code(world, &[]).await]).await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    let page = PAGE.to_string();
    command.args(["device", "pull", device, "--page", &page, "--json"]).stdout(Stdio::piped());
    // How many threads share how many heaps is chance, and what is free in each of them counts.
    command.env("MALLOC_ARENA_MAX", "1");
    let mut process = command.spawn().unwrap();
    let (memory, process) =
        tokio::task::spawn_blocking(move || (highest(&mut process), process)).await.unwrap();
    let said = process.wait_with_output().unwrap();
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    (memory, said["stored"]["Item"].as_u64().unwrap())
}

/// What was written is kept by nobody: four times the items take what the first took.
#[tokio::test]
async fn a_pull_takes_no_more_memory_of_a_larger_site() {
    let world = world().await;
    grow(&world, 0..ITEMS);
    let (small, items) = pulled(&world).await;
    grow(&world, ITEMS..4 * ITEMS);
    let (large, more) = pulled(&world).await;
    assert_eq!(more, items + 3 * u64::try_from(ITEMS).unwrap());
    // Half of what the pictures alone have.
    let bound = u64::try_from(3 * ITEMS * PICTURE / 2 / 1_024).unwrap();
    println!("{small} and {large} KiB, {bound} more allowed");
    assert!(large < small + bound, "{small} and {large} KiB");
}
