//! A courier file from a phone without network to the site and the receipt back.

use std::path::{Path, PathBuf};

use crate::support::device::{office, refused, told};
use crate::support::{ADMINISTRATOR, World, device};
use satchel_frappe::{Filter, ListQuery};
use satchel_practice_site::Fault;
use serde_json::Value;

/// A site, a phone with an order that waits, and the office's key.
struct Round {
    world: World,
    folder: tempfile::TempDir,
    key: PathBuf,
    uid: String,
    due: String,
}

impl Round {
    async fn begun() -> Self {
        let world = device::world().await;
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("courier.key");
        let made = office(&["courier", "key", "--out", path(&key)]).await;
        let public = String::from_utf8(made.stdout).unwrap();
        assert!(public.starts_with("age1"), "{public}");
        let mut round = Self { world, folder, key, uid: String::new(), due: String::new() };
        let code = device::code(&round.world, &["--courier-key", path(&round.key)]).await;
        assert!(
            office(&["device", "new", &round.phone(), "--enroll", &code]).await.status.success()
        );
        told(&["device", "pull", &round.phone()]).await;
        let customer = device::customer(&round.world);
        let arguments =
            ["device", "order", &round.phone(), "--customer", &customer, "--line", "I-001=3"];
        let placed = told(&arguments).await;
        round.uid = placed["uid"].as_str().unwrap().to_owned();
        round.due = placed["due"].as_str().unwrap().to_owned();
        round
    }

    fn phone(&self) -> String {
        path(&self.folder.path().join("phone")).to_owned()
    }

    fn place(&self, name: &str) -> String {
        path(&self.folder.path().join(name)).to_owned()
    }

    async fn carry(&self, name: &str) -> String {
        let file = self.place(name);
        let written = office(&["device", "carry", &self.phone(), "--out", &file]).await;
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        file
    }

    fn send<'a>(&'a self, file: &'a str, site: &'a str) -> Vec<&'a str> {
        let key = path(&self.key);
        vec!["courier", "send", file, "--site", site, "--token", ADMINISTRATOR, "--identity", key]
    }

    async fn sent(&self, file: &str) -> String {
        let output = office(&self.send(file, &self.world.practice.address())).await;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stdout).unwrap()
    }

    async fn refused(&self, file: &str) -> String {
        refused(&self.send(file, &self.world.practice.address())).await
    }

    async fn receipt(&self, file: &str) -> String {
        let output = office(&["device", "receipt", &self.phone(), "--from", file]).await;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// docstatus and rounded total of the orders with the uid.
    async fn orders(&self) -> Vec<(u64, f64)> {
        let query = ListQuery::new("Sales Order", &["docstatus", "rounded_total"])
            .with(Filter::equals("satchel_uid", self.uid.as_str()));
        let rows = self.world.client().list(&query).await.unwrap();
        let of = |row: &[Value]| (row[0].as_u64().unwrap(), row[1].as_f64().unwrap());
        rows.iter().map(of).collect()
    }

    async fn booked(&self) -> u64 {
        told(&["device", "status", &self.phone()]).await["orders"]["booked"].as_u64().unwrap()
    }
}

fn path(place: &Path) -> &str {
    place.to_str().unwrap()
}

#[tokio::test]
async fn another_total_is_told_by_the_receipt() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    // The same order got there another way, and somebody in the office changed it.
    let client = round.world.client();
    let customer = device::customer(&round.world);
    let other = serde_json::json!({
        "customer": customer, "company": round.world.documents["Company"][0]["name"],
        "satchel_uid": round.uid, "delivery_date": "2027-01-10",
        "items": [{"item_code": "I-001", "qty": 4}],
    });
    let other = satchel_frappe::Document::from(other.as_object().unwrap().clone());
    client.insert("Sales Order", &other).await.unwrap();
    let said = round.sent(&file).await;
    assert!(said.contains("1 delivered, 0 refused, 0 left"), "{said}");
    let told = round.receipt(&format!("{file}.receipt")).await;
    assert!(told.starts_with("1 delivered (1 with other totals)"), "{told}");
    assert_eq!(round.booked().await, 1);
}

#[tokio::test]
async fn an_order_travels_in_a_file_and_the_phone_learns_of_it() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    let said = round.sent(&file).await;
    assert!(said.contains("1 delivered, 0 refused, 0 left"), "{said}");
    let due: f64 = round.due.parse().unwrap();
    assert_eq!(round.orders().await, [(1, due)], "submitted, once, for what the receipt says");
    assert_eq!(round.booked().await, 0);
    let receipt = format!("{file}.receipt");
    assert!(round.receipt(&receipt).await.starts_with("1 delivered"));
    assert_eq!(round.booked().await, 1);
    assert!(round.receipt(&receipt).await.starts_with("0 delivered"), "twice is once");

    let replayed = round.refused(&file).await;
    assert!(replayed.contains("delivered before"), "{replayed}");
    assert_eq!(round.orders().await.len(), 1);
}

#[tokio::test]
async fn phone_and_courier_together_deliver_once() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    told(&["device", "push", &round.phone()]).await;
    assert_eq!(round.orders().await.len(), 1);
    round.sent(&file).await;
    assert_eq!(round.orders().await.len(), 1);
    assert!(round.receipt(&format!("{file}.receipt")).await.starts_with("0 delivered"));
    assert_eq!(round.booked().await, 1);
}

#[tokio::test]
async fn the_courier_first_and_the_phone_without_the_receipt_deliver_once() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    round.sent(&file).await;
    let pushed = told(&["device", "push", &round.phone()]).await;
    assert_eq!(
        (pushed["arrived"].as_u64(), pushed["left"].as_u64()),
        (Some(1), Some(0)),
        "{pushed}"
    );
    assert_eq!(round.orders().await.len(), 1);
}

#[tokio::test]
async fn a_line_that_breaks_off_is_taken_up_with_the_same_file() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    let faults = round.world.practice.faults();
    faults.at_random(3, vec![(Fault::CutAfter, 350), (Fault::ServerError, 200)]);
    let site = round.world.practice.address();
    for _ in 0..4 {
        office(&round.send(&file, &site)).await;
    }
    faults.clear();
    office(&round.send(&file, &site)).await;
    assert_eq!(round.orders().await.len(), 1);
}

#[tokio::test]
async fn what_is_not_a_whole_file_of_a_phone_of_this_site_is_refused() {
    let round = Round::begun().await;
    let file = round.carry("one.satchel").await;
    let whole = std::fs::read(&file).unwrap();
    let torn = round.place("torn.satchel");
    std::fs::write(&torn, &whole[..whole.len() / 2]).unwrap();
    assert!(round.refused(&torn).await.contains("torn"));
    std::fs::write(&torn, b"hello").unwrap();
    assert!(round.refused(&torn).await.contains("not a courier file"));

    let other = Round::begun().await;
    let foreign = other.carry("foreign.satchel").await;
    assert!(round.refused(&foreign).await.contains("for another key"));
    // The other site's phone, sent with the other site's key to this site.
    let site = round.world.practice.address();
    let said = refused(&other.send(&foreign, &site)).await;
    assert!(said.contains("the file is for"), "{said}");
    let receipt = round.place("forged.receipt");
    std::fs::write(&receipt, &whole).unwrap();
    let said = refused(&["device", "receipt", &round.phone(), "--from", &receipt]).await;
    assert!(said.contains("not a courier file"), "{said}");
    assert_eq!(round.orders().await.len(), 0);
}
