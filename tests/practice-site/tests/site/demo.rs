//! The demo company as a site: founded once, taken up later, and its rep can sell there.

use crate::support;
use std::{path::Path, sync::Arc};

use crate::support::{document, json_data};
use chrono::{DateTime, NaiveDate, Utc};
use satchel_devices::clock::FakeClock;
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteAddress, Token};
use satchel_practice_site::{PracticeSite, SiteOptions, set_up::UserKeys};
use serde_json::json;

const REP: &str = "ines.prata@marserra.example";

async fn opened(file: &Path) -> (PracticeSite, bool) {
    let noon = DateTime::parse_from_rfc3339("2026-11-21T12:00:00Z").unwrap();
    let clock = Arc::new(FakeClock::at(noon.with_timezone(&Utc)));
    let options = SiteOptions { file: Some(file.to_path_buf()), ..SiteOptions::default() };
    let practice = PracticeSite::start(0, options, clock).await.unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let founded = practice.site().found_demo(satchel_demo::documents(today).unwrap()).unwrap();
    (practice, founded)
}

fn client(practice: &PracticeSite, keys: &UserKeys) -> Client {
    let address = SiteAddress::parse(&practice.address()).unwrap();
    let transport = HttpTransport::new(address, HttpOptions::default()).unwrap();
    Client::new(Arc::new(transport), Some(Token::new(&keys.key, &keys.secret).unwrap()))
}

#[tokio::test]
async fn it_is_founded_once_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.db");
    let (practice, founded) = opened(&file).await;
    assert!(founded);
    practice.site().apply_set_up(&json_data("set-up.json")).unwrap();
    let keys = practice.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let rep = client(&practice, &keys);
    assert_eq!(rep.time_zone().await.unwrap(), "Europe/Lisbon");

    let customer = rep.names("Customer", &[]).await.unwrap().remove(0);
    let past = rep.names("Sales Order", &[]).await.unwrap();
    assert!(past.len() > 20, "{}", past.len());
    let item = rep.names("Item", &[]).await.unwrap().remove(0);
    let order = document(json!({
        "customer": customer, "satchel_uid": "u-1", "ignore_pricing_rule": 1,
        "delivery_date": "2026-11-28",
        "items": [{"item_code": item, "qty": 2, "price_list_rate": 10, "rate": 9.5,
                   "item_tax_template": ""}],
    }));
    let made = rep.insert("Sales Order", &order).await.unwrap().document;
    let name = made.name().unwrap().to_owned();
    assert!(!past.contains(&name), "{name} was given before");
    assert_eq!(support::number(&made, "total"), 19.0);
    drop(practice);

    let (practice, founded) = opened(&file).await;
    assert!(!founded);
    let again = practice.site().user_keys(REP).unwrap().unwrap();
    assert!(again == keys);
    let rep = client(&practice, &again);
    let there = rep.find_by_uid("Sales Order", "u-1", &[]).await.unwrap().unwrap();
    assert_eq!(there.name(), Some(name.as_str()));
    let twice = rep.insert("Sales Order", &order).await.unwrap_err();
    assert!(twice.refusal().unwrap().is_duplicate_value());
}

#[tokio::test]
async fn nobody_who_is_not_there_has_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (practice, _) = opened(&folder.path().join("site.db")).await;
    assert!(practice.site().user_keys("nobody@example.com").unwrap().is_none());
}
