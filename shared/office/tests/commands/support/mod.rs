//! A practice site with masters, and the tool run against it.
#![allow(dead_code, reason = "each test uses its part")]

pub mod device;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use chrono::DateTime;
use satchel_devices::clock::FakeClock;
use satchel_frappe::{Client, Document, HttpOptions, HttpTransport, SiteAddress, Token};
use satchel_practice_site::site::documents_of;
use satchel_practice_site::{PracticeSite, SiteOptions};
use serde_json::{Map, Value, json};

pub const ADMINISTRATOR: &str = "administrator:practice";

pub struct World {
    pub practice: PracticeSite,
    /// Doctypes to documents, as they were loaded.
    pub documents: Value,
}

impl World {
    /// A site that stands at the end of the world's `today`, after all its masters were changed.
    pub async fn with(documents: Value) -> Self {
        let day = documents["today"].as_str().unwrap();
        let evening = DateTime::parse_from_rfc3339(&format!("{day}T23:00:00-05:00")).unwrap();
        let clock = Arc::new(FakeClock::at(evening.to_utc()));
        let practice = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
        practice.site().load(&documents_of(&documents)).unwrap();
        Self { practice, documents }
    }

    pub async fn recorded() -> Self {
        Self::with(serde_json::from_str(&golden("worlds/usd.json")).unwrap()).await
    }

    pub fn client(&self) -> Client {
        let address = SiteAddress::parse(&self.practice.address()).unwrap();
        let transport = HttpTransport::new(address, HttpOptions::default()).unwrap();
        Client::new(Arc::new(transport), Some(Token::parse(ADMINISTRATOR).unwrap()))
    }

    /// Runs `satchel-office site parity` as somebody.
    pub async fn parity(&self, token: &str, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
        command.args(["site", "parity", "--site", &self.practice.address()]);
        command.args(["--token", token]).args(more).env_remove("RUST_LOG");
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// The JSON report for the Administrator, and whether the tool ended well.
    pub async fn report(&self, more: &[&str]) -> (Value, bool) {
        let output = self.parity(ADMINISTRATOR, &[more, &["--json"]].concat()).await;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let report = serde_json::from_slice(&output.stdout);
        (report.unwrap_or_else(|error| panic!("{error}: {said}")), output.status.success())
    }
}

pub fn golden(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let path: PathBuf = folder.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn document(fields: Value) -> Document {
    Document::from(map(fields))
}

pub fn map(fields: Value) -> Map<String, Value> {
    fields.as_object().unwrap().clone()
}

/// A priced order as the app sends it: with the check that keeps its prices, and rows that say all.
pub fn payload(priced: &satchel_domain::pricing::PricedOrder, uid: &str) -> Document {
    let mut order = map(serde_json::to_value(priced).unwrap());
    for computed in [
        "messages",
        "provisional",
        "derivation",
        "payment_schedule",
        "pricing_rules",
        "packed_items",
    ] {
        order.shift_remove(computed);
    }
    order.insert("ignore_pricing_rule".into(), json!(1));
    order.insert("satchel_uid".into(), json!(uid));
    for row in order["items"].as_array_mut().unwrap() {
        let given_away = row["rate"].as_f64() == Some(0.0) && row["price_list_rate"] != row["rate"];
        let row = row.as_object_mut().unwrap();
        row.shift_remove("entry_index");
        row.shift_remove("free_by_rule");
        row.entry("item_tax_template").or_insert(json!(""));
        if given_away {
            row.insert("discount_percentage".into(), json!(100));
        }
    }
    Document::from(order)
}
