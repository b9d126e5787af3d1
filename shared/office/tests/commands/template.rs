//! `satchel-office template` as it is typed.

use std::fs;

use crate::support::ADMINISTRATOR;
use crate::support::device::{office, refused, world};
use satchel_frappe::Document;
use serde_json::{Map, json};

fn said(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_template_is_checked_without_a_site() {
    let folder = tempfile::tempdir().unwrap();
    let file = |text: &str| {
        let path = folder.path().join("t.jinja");
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = office(&["template", "check", &file("@center bold: {{ doc.name }}")]).await;
    assert!(good.status.success(), "{}", said(good.stdout));
    let path = file("Task\n@row *: {{ doc.progress|figure }} | {{ doc.subject }}");
    let bad = office(&["template", "check", &path, "--kind", "task"]).await;
    assert!(!bad.status.success());
    let told = said(bad.stdout);
    assert!(told.contains("template line 2") && told.contains("columns"), "{told}");
    assert!(
        refused(&["template", "check", &path, "--kind", "invoice"]).await.contains("kinds are")
    );
}

#[tokio::test]
async fn a_template_is_put_up_changed_listed_and_taken_away() {
    let world = world().await;
    let address = world.practice.address();
    let line = ["--site", address.as_str(), "--token", ADMINISTRATOR];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.jinja");
    let path = path.to_str().unwrap();
    let template = async |arguments: &[&str]| {
        office(&[["template"].as_slice(), arguments, &line].concat()).await
    };
    let listed = async || said(template(&["list"]).await.stdout);
    assert_eq!(listed().await.matches("the one that ships").count(), 4);

    fs::write(path, "@centre: no").unwrap();
    let broken = template(&["put", path]).await;
    assert!(!broken.status.success() && said(broken.stderr).contains("line 1"));
    assert_eq!(listed().await.matches("the one that ships").count(), 4, "nothing was put up");

    fs::write(path, "@center: one > two < three").unwrap();
    let put = template(&["put", path, "--kind", "day"]).await;
    assert!(put.status.success(), "{}", said(put.stderr));
    assert!(listed().await.contains("day: Satchel Day\n"), "{}", listed().await);
    let found = world.client().get_doc("Print Format", "Satchel Day").await.unwrap();
    assert_eq!(found.text("raw_commands"), Some("@center: one > two < three"));
    assert_eq!(found.text("doc_type"), Some("Sales Person"));
    let again = template(&["put", path, "--kind", "day"]).await;
    assert!(said(again.stdout).contains("already"));

    fs::write(path, "@center: four").unwrap();
    assert!(template(&["put", path, "--kind", "day"]).await.status.success());
    let found = world.client().get_doc("Print Format", "Satchel Day").await.unwrap();
    assert_eq!(found.text("raw_commands"), Some("@center: four"));
    let wrong = Map::from_iter([("raw_commands".to_owned(), json!("@centre: five"))]);
    world.client().update("Print Format", "Satchel Day", &wrong, None).await.unwrap();
    assert!(listed().await.contains("Satchel Day is broken: template line 1"));

    assert!(template(&["remove", "day"]).await.status.success());
    assert_eq!(listed().await.matches("the one that ships").count(), 4);
    assert!(!template(&["remove", "day"]).await.status.success(), "there is none");
}

#[tokio::test]
async fn a_print_format_of_somebody_else_is_left_alone() {
    let world = world().await;
    let mut document = Document::new();
    for (field, value) in [("name", "Satchel Order"), ("doc_type", "Sales Order"), ("html", "<p>")]
    {
        document.set(field, value);
    }
    world.client().insert("Print Format", &document).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.jinja");
    fs::write(&path, "Thank you").unwrap();
    let address = world.practice.address();
    let line = ["--site", address.as_str(), "--token", ADMINISTRATOR];
    let put = ["template", "put", path.to_str().unwrap()];
    assert!(refused(&[put.as_slice(), &line].concat()).await.contains("rename it"));
    assert!(
        refused(&[["template", "remove", "order"].as_slice(), &line].concat())
            .await
            .contains("rename")
    );
    let found = world.client().get_doc("Print Format", "Satchel Order").await.unwrap();
    assert_eq!(found.text("html"), Some("<p>"));
}
