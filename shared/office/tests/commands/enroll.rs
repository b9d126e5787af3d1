//! `satchel-office enroll`, and a phone that uses what it printed.

use std::process::{Command, Output};
use std::sync::Arc;

use satchel_app::{Devices, Satchel};
use satchel_devices::clock::SystemClock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_practice_site::site::documents_of;
use satchel_practice_site::{PracticeSite, SiteOptions};
use satchel_sync::SiteAccount;
use serde_json::{Value, json};

const ADMINISTRATOR: &str = "administrator:practice";
const REP: &str = "rep@example.com";

async fn practice() -> PracticeSite {
    practice_without(&[]).await
}

/// A site whose set-up lacks these custom fields.
async fn practice_without(fields: &[&str]) -> PracticeSite {
    let clock = Arc::new(SystemClock::new());
    let site = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
    let mut plan: Value = serde_json::from_str(include_str!("../../data/set-up.json")).unwrap();
    let custom = plan["custom_fields"].as_array_mut().unwrap();
    custom.retain(|field| !fields.contains(&field["fieldname"].as_str().unwrap()));
    site.site().apply_set_up(&plan).unwrap();
    let company = ("Company".to_owned(), json!({"name": "Acme Trading"}));
    site.site().load(&[company]).unwrap();
    site
}

async fn enroll(site: &PracticeSite, user: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(["enroll", user, "--site", &site.address(), "--token", ADMINISTRATOR, "--json"]);
    command.args(more).env_remove("RUST_LOG").env_remove("SATCHEL_TOKEN");
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

fn told(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn refused(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn phone(folder: &std::path::Path) -> Satchel {
    let devices = Devices {
        clock: Arc::new(SystemClock::new()),
        key_store: Arc::new(MemoryKeyStore::new()),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    Satchel::open(folder, devices).unwrap().with_cheap_keys()
}

#[tokio::test]
async fn a_printed_code_makes_a_profile_and_a_second_one_lets_it_go_on() {
    let site = practice().await;
    site.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("code.png");
    let told = told(&enroll(&site, REP, &["--png", picture.to_str().unwrap()]).await);
    assert_eq!(
        (told["device"].as_str(), told["company"].as_str()),
        (Some("P01"), Some("Acme Trading"))
    );
    assert!(picture.metadata().unwrap().len() > 500);

    let phone = phone(folder.path());
    let session = phone.enroll(told["code"].as_str().unwrap(), "2580", "en").await.unwrap();
    let account = SiteAccount::load(session.store()).unwrap().unwrap();
    let client = account.client().unwrap();
    assert_eq!(client.logged_user().await.unwrap(), REP);

    let next = self::told(&enroll(&site, REP, &["--leave-draft"]).await);
    assert_eq!(next["device"], "P02", "a code is never given twice");
    assert!(client.logged_user().await.is_err(), "the old secret ended with the new one");
    session.enroll_again(next["code"].as_str().unwrap()).await.unwrap();
    let account = SiteAccount::load(session.store()).unwrap().unwrap();
    assert_eq!(account.client().unwrap().logged_user().await.unwrap(), REP);
    let taken = enroll(&site, REP, &["--device", "P01"]).await;
    assert!(refused(&taken).contains("receipt numbers would come twice"));
}

#[tokio::test]
async fn a_secret_that_is_kept_keeps_other_phones_going() {
    let site = practice().await;
    let keys = site.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel-office"));
    command.args(["enroll", REP, "--site", &site.address(), "--token", ADMINISTRATOR, "--json"]);
    command.arg("--keep-secret").env("SATCHEL_USER_SECRET", &keys.secret).env_remove("RUST_LOG");
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let code = told(&output)["code"].as_str().unwrap().to_owned();
    let session = phone(folder.path()).enroll(&code, "2580", "en").await.unwrap();
    let account = SiteAccount::load(session.store()).unwrap().unwrap();
    assert!((account.api_key, account.api_secret) == (keys.key, keys.secret));
}

#[tokio::test]
async fn an_authority_of_the_company_is_carried_to_the_phone() {
    let site = practice().await;
    site.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let pem = include_str!("../../../sync/tests/data/authority.pem");
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("ca.pem"), folder.path().join("notes.txt"));
    std::fs::write(&good, pem).unwrap();
    std::fs::write(&bad, "the password is on the fridge").unwrap();
    let refused = refused(&enroll(&site, REP, &["--ca", bad.to_str().unwrap()]).await);
    assert!(refused.contains("notes.txt"), "{refused}");
    let told = told(&enroll(&site, REP, &["--ca", good.to_str().unwrap()]).await);
    let phone = phone(folder.path());
    let session = phone.enroll(told["code"].as_str().unwrap(), "2580", "en").await.unwrap();
    let account = SiteAccount::load(session.store()).unwrap().unwrap();
    assert_eq!(account.authorities.as_deref(), Some(pem));
}

#[tokio::test]
async fn half_a_set_up_is_found_before_the_first_order() {
    let without_note = practice_without(&["satchel_note"]).await;
    without_note.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let output = enroll(&without_note, REP, &[]).await;
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("missing: custom field satchel_note on Sales Order"), "{said}");
    let without_uid = practice_without(&["satchel_note", "satchel_uid"]).await;
    let said = refused(&enroll(&without_uid, REP, &[]).await);
    assert!(said.contains("site setup"), "{said}");
    assert!(said.contains("missing: custom field satchel_uid on Sales Order"), "{said}");
    assert!(!said.contains("satchel_note"), "{said}");
}

#[tokio::test]
async fn what_stands_in_the_way_is_said() {
    let bare = PracticeSite::start(0, SiteOptions::default(), Arc::new(SystemClock::new())).await;
    let bare = bare.unwrap();
    bare.site().load(&[("Company".to_owned(), json!({"name": "Acme Trading"}))]).unwrap();
    assert!(refused(&enroll(&bare, REP, &[]).await).contains("site setup"));

    let site = practice().await;
    assert!(refused(&enroll(&site, REP, &[]).await).contains("there is no user"));
    site.site().add_user(REP, &["Sales User"]).unwrap();
    assert!(refused(&enroll(&site, REP, &[]).await).contains("--give-role"));
    assert!(enroll(&site, REP, &["--give-role"]).await.status.success());
    site.site().load(&[("Company".to_owned(), json!({"name": "Acme Export"}))]).unwrap();
    assert!(refused(&enroll(&site, REP, &[]).await).contains("--company"));
    let named = enroll(&site, REP, &["--company", "Acme Export"]).await;
    assert_eq!(told(&named)["company"], "Acme Export");
}

/// A site whose territories and item groups are trees, with a customer and an item in each.
async fn parted() -> PracticeSite {
    let site = practice().await;
    site.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let world = include_str!("../../../../tests/practice-site/tests/data/world.json");
    let world = documents_of(&serde_json::from_str(world).unwrap());
    let mut documents: Vec<_> =
        world.into_iter().filter(|(doctype, _)| doctype.ends_with("Settings")).collect();
    let mut add = |doctype: &str, document: Value| documents.push((doctype.to_owned(), document));
    for (name, parent) in [("All", ""), ("North", "All"), ("Porto", "North"), ("South", "All")] {
        add("Territory", json!({"name": name, "parent_territory": parent}));
        add(
            "Customer",
            json!({"name": format!("In {name}"), "customer_name": name, "territory": name}),
        );
    }
    for (name, parent) in [("Food", ""), ("Tea", "Food"), ("Tools", "")] {
        add("Item Group", json!({"name": name, "parent_item_group": parent}));
        let item = format!("A {name}");
        add(
            "Item",
            json!({"name": item, "item_code": item, "item_name": name, "item_group": name,
                           "stock_uom": "Nos", "is_sales_item": 1}),
        );
    }
    add("Pricing Rule", json!({"name": "Wide", "title": "Wide", "territory": "All"}));
    site.site().load(&documents).unwrap();
    site
}

#[tokio::test]
async fn a_phone_holds_the_territories_and_item_groups_of_its_rep() {
    let site = parted().await;
    let narrow = ["--territory", "North", "--item-group", "Food"];
    let output = enroll(&site, REP, &narrow).await;
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    // Once more: nothing is made twice.
    let output = enroll(&site, REP, &["--territory", "North", "--device", "X1"]).await;
    assert!(output.status.success());

    let folder = tempfile::tempdir().unwrap();
    let code = told(&output)["code"].as_str().unwrap().to_owned();
    let phone = phone(folder.path());
    let session = phone.enroll(&code, "2580", "en").await.unwrap();
    session.fetch_once(satchel_sync::pull::PullDepth::Everything).await.unwrap();
    let names = |doctype: &str| session.store().document_names(doctype).unwrap();
    assert_eq!(names("Customer"), ["In North", "In Porto"]);
    assert_eq!(names("Item"), ["A Food", "A Tea"]);
    assert_eq!(names("Territory").len(), 4, "the whole tree: rules name wider ones");
    assert_eq!(names("Pricing Rule"), ["Wide"]);

    let administrator = SiteAccount::load(session.store()).unwrap().unwrap();
    let administrator = SiteAccount {
        api_key: "administrator".into(),
        api_secret: "practice".into(),
        ..administrator
    };
    let made = administrator.client().unwrap().names("User Permission", &[]).await.unwrap();
    assert_eq!(made.len(), 2);
}

#[tokio::test]
async fn a_territory_there_is_not_and_a_permission_that_hides_rules_are_told() {
    let site = parted().await;
    let said = refused(&enroll(&site, REP, &["--territory", "Nowhere"]).await);
    assert!(said.contains("no Territory \"Nowhere\""), "{said}");
    let wide = json!({"name": "up1", "user": REP, "allow": "Territory", "for_value": "North"});
    site.site().load(&[("User Permission".to_owned(), wide)]).unwrap();
    let output = enroll(&site, REP, &[]).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("hides Pricing Rules"), "{said}");
}
