//! A rep's day on a device without a screen, command by command.

use std::path::Path;

use crate::support::device::{REP, code, office, refused, told, world};
use satchel_frappe::{Filter, ListQuery};
use serde_json::{Value, json};

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

    let pushed = told(&["device", "push", device]).await;
    assert_eq!(
        (pushed["arrived"].as_u64(), pushed["left"].as_u64()),
        (Some(2), Some(0)),
        "{pushed}"
    );
    let again = told(&["device", "push", device]).await;
    assert_eq!(again["arrived"], 0);
    let query = ListQuery::new("Sales Order", &["docstatus", "rounded_total", "owner"])
        .with(Filter::equals("satchel_uid", placed["uid"].as_str().unwrap()));
    let on_site = world.client().list(&query).await.unwrap();
    let orders: Vec<&[Value]> = on_site.iter().collect();
    assert_eq!(orders.len(), 1, "there once");
    assert_eq!((orders[0][0].as_u64(), orders[0][2].as_str()), (Some(1), Some(REP)));
    let due: f64 = placed["due"].as_str().unwrap().parse().unwrap();
    assert_eq!(orders[0][1].as_f64(), Some(due), "the price on the receipt is the price booked");
    let status = told(&["device", "status", device]).await;
    assert_eq!(
        (status["orders"]["waiting"].as_u64(), status["orders"]["booked"].as_u64()),
        (Some(0), Some(1))
    );

    let said =
        refused(&["device", "order", device, "--customer", customer, "--line", "NONE=1"]).await;
    assert!(said.contains("NONE"), "{said}");
    let status = told(&["device", "status", device]).await;
    assert_eq!(status["orders"]["drafts"], 0, "nothing is left of an order that was not placed");
}

#[tokio::test]
async fn one_whose_key_was_replaced_says_so_and_goes_on_with_a_new_code() {
    let world = world().await;
    let folder = tempfile::tempdir().unwrap();
    let device = path(folder.path());
    let made = office(&["device", "new", device, "--enroll", &code(&world, &[]).await]).await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    told(&["device", "pull", device]).await;
    let customer = world.documents["Customer"][0]["name"].as_str().unwrap();
    told(&["device", "order", device, "--customer", customer, "--line", "I-001=3"]).await;
    let new = code(&world, &[]).await;
    let paused = office(&["device", "push", device]).await;
    let said = String::from_utf8_lossy(&paused.stdout);
    assert!(!paused.status.success() && said.contains("--enroll-again"), "{said}");
    assert_eq!(told(&["device", "status", device]).await["paused"], "unauthorised");
    told(&["device", "unlock", device, "--enroll-again", &new]).await;
    let pushed = told(&["device", "push", device]).await;
    assert_eq!((&pushed["left"], &pushed["ended"]), (&json!(0), &Value::Null), "{pushed}");
    assert_eq!(told(&["device", "status", device]).await["paused"], Value::Null);
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
