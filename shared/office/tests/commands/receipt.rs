//! Receipts of recorded orders: what a printer is sent says what the order says.

use satchel_devices::printing::escpos::{Printed, read};
use satchel_devices::printing::{Bitmap, PrinterProfile};
use satchel_domain::receipts::ReceiptFormat;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

/// Recorded orders with the world each was priced in, a few of every category.
fn orders() -> Vec<(String, String, Value)> {
    let mut orders = Vec::new();
    for category in [
        "taxes",
        "mixed",
        "free-items",
        "currency",
        "rounding",
        "document-discount",
        "shipping",
        "manual-override",
        "price-selection",
        "pricing-rule",
        "transaction-rule",
    ] {
        let text = fs::read_to_string(golden(&format!("cases/{category}.jsonl"))).unwrap();
        let cases = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let booked = cases.filter(|case| case["expected"]["items"].is_array());
        orders.extend(booked.take(4).map(|case| {
            let field = |name: &str| case[name].as_str().unwrap().to_owned();
            (field("id"), field("world"), case["expected"].clone())
        }));
    }
    orders
}

fn office(folder: &Path, order: &Value, rest: &[&str]) -> Output {
    let path = folder.join("order.json");
    fs::write(&path, order.to_string()).unwrap();
    Command::new(env!("CARGO_BIN_EXE_satchel-office"))
        .arg("receipt")
        .args(["--order", path.to_str().unwrap()])
        .args(["--out", folder.join("r.bin").to_str().unwrap()])
        .args(rest)
        .output()
        .unwrap()
}

fn printed(folder: &Path, profile: &str) -> Vec<Printed> {
    let bytes = fs::read(folder.join("r.bin")).unwrap();
    read(&bytes, PrinterProfile::named(profile).unwrap()).unwrap()
}

fn text(printed: &[Printed]) -> String {
    let lines = printed.iter().filter_map(|one| match one {
        Printed::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn several_dozen_recorded_orders() {
    let folder = tempfile::tempdir().unwrap();
    let orders = orders();
    assert!(orders.len() >= 40, "{}", orders.len());
    for (at, (id, world, order)) in orders.iter().enumerate() {
        let profile = if at % 2 == 0 { "58mm" } else { "80mm" };
        let world_path = golden(&format!("worlds/{world}.json"));
        let world_path = world_path.to_str().unwrap();
        let out = office(folder.path(), order, &["--profile", profile, "--world", world_path]);
        assert!(out.status.success(), "{id}: {}", String::from_utf8_lossy(&out.stderr));
        assert_eq!(String::from_utf8_lossy(&out.stderr), "", "{id}");
        let printed = printed(folder.path(), profile);
        let text = text(&printed);
        // The figures as the screen writes them, by the site's number format.
        let world: Value = serde_json::from_str(&fs::read_to_string(world_path).unwrap()).unwrap();
        let format = ReceiptFormat::of(&world["System Settings"], "", &json!({}));
        for item in order["items"].as_array().unwrap() {
            let amount = format.amount(item["amount"].as_f64().unwrap());
            assert!(text.contains(&amount), "{id}: {amount} in\n{text}");
        }
        let drawn = printed.iter().any(|one| matches!(one, Printed::Dots(_)));
        let due = match order["rounded_total"].as_f64() {
            Some(due) if due != 0.0 => due,
            _ => order["grand_total"].as_f64().unwrap(),
        };
        let due = format.amount(due);
        // A currency sign that is in no code page has its line drawn.
        assert!(text.contains(&due) || drawn, "{id}: {due} in\n{text}");
    }
}

#[test]
fn pictures_and_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, order) = orders().remove(0);
    let (png, pdf) = (folder.path().join("r.png"), folder.path().join("r.pdf"));
    let rest =
        ["--profile", "58mm", "--png", png.to_str().unwrap(), "--pdf", pdf.to_str().unwrap()];
    assert!(office(folder.path(), &order, &rest).status.success());
    assert!(fs::read(png).unwrap().starts_with(b"\x89PNG"));
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_logo_heads_the_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, order) = orders().remove(0);
    let logo = folder.path().join("logo.png");
    let rest = ["--profile", "58mm", "--logo", logo.to_str().unwrap()];
    let rows = |one: &Printed| match one {
        Printed::Dots(dots) => dots.height(),
        _ => 0,
    };
    // A file is what is in it, whatever its name.
    for content in [satchel_demo::LOGO, include_bytes!("../../../../assets/demo/logo.svg")] {
        fs::write(&logo, content).unwrap();
        assert!(office(folder.path(), &order, &rest).status.success());
        let head = printed(folder.path(), "58mm")
            .iter()
            .map_while(|one| Some(rows(one)).filter(|rows| *rows > 0))
            .sum::<usize>();
        assert!((120..=172).contains(&head), "{head} rows");
    }
    fs::write(&logo, "no picture").unwrap();
    let out = office(folder.path(), &order, &rest);
    assert!(!out.status.success() && String::from_utf8_lossy(&out.stderr).contains("logo.png"));
}

#[test]
fn a_broken_template_names_its_line_and_the_receipt_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, order) = orders().remove(0);
    let template = folder.path().join("own.jinja");
    let rest = ["--profile", "80mm", "--template", template.to_str().unwrap()];
    fs::write(&template, "@bold: Own\n{{ doc.grand_total|money }}\n{% if %}").unwrap();
    let out = office(folder.path(), &order, &rest);
    assert!(out.status.success());
    assert!(String::from_utf8_lossy(&out.stderr).contains("line 3"), "{out:?}");
    assert!(text(&printed(folder.path(), "80mm")).contains("Total"));
    fs::write(&template, "@bold: Own\n{{ doc.grand_total|amount }}").unwrap();
    let out = office(folder.path(), &order, &rest);
    assert!(out.status.success() && out.stderr.is_empty());
    assert!(text(&printed(folder.path(), "80mm")).starts_with("Own\n190.77"));
}

#[test]
fn every_kind_prints_and_arabic_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["visit", "task", "day"] {
        let out =
            office(folder.path(), &json!({"subject": "x"}), &["--profile", "58mm", "--kind", kind]);
        assert!(out.status.success(), "{kind}");
        assert!(!printed(folder.path(), "58mm").is_empty());
    }
    let order = json!({"customer_name": "مقهى النخيل", "items": [], "grand_total": 5.0});
    assert!(office(folder.path(), &order, &["--profile", "58mm", "--rtl"]).status.success());
    let tall = |one: &Printed| matches!(one, Printed::Dots(dots) if Bitmap::height(dots) >= 30);
    assert!(printed(folder.path(), "58mm").iter().any(tall));
}

#[test]
fn what_is_wrong_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = office(folder.path(), &json!({}), &["--profile", "57mm"]);
    assert!(!out.status.success() && String::from_utf8_lossy(&out.stderr).contains("58mm"));
    assert!(!office(folder.path(), &json!([]), &["--profile", "58mm"]).status.success());
}
