//! `satchel-office inspect`.

use crate::folder;
use anyhow::Result;
use satchel_store::SCHEMA;
use serde_json::{Value, json};
use std::path::Path;

/// Says what a folder holds, and with a PIN what is in one profile.
pub(crate) fn run(
    path: &Path,
    pin: Option<&str>,
    profile: Option<&str>,
    as_json: bool,
) -> Result<()> {
    anyhow::ensure!(path.is_dir(), "{} is no folder", path.display());
    let satchel = folder::open(path)?;
    let profiles = satchel.profiles()?;
    let mut found = json!({
        "folder": path.display().to_string(),
        "profiles": profiles
            .iter()
            .map(|p| json!({"id": p.id, "label": p.label, "company": p.company, "user": p.user}))
            .collect::<Vec<_>>(),
    });
    if let Some(pin) = pin {
        let id = folder::choose(&satchel, profile)?;
        let session = satchel.unlock(&id, pin)?;
        if let Some(found) = found.as_object_mut() {
            found.insert("open".into(), contents(&session)?);
        }
    }
    if as_json {
        println!("{found}");
    } else {
        print(&found);
    }
    Ok(())
}

fn contents(session: &satchel_app::Session) -> Result<Value> {
    let settings = session.settings()?;
    let counts = session.order_counts()?;
    Ok(json!({
        "profile": settings.profile.id,
        "schema": SCHEMA,
        "device": settings.device,
        "demo": settings.demo,
        "warehouse": settings.warehouse,
        "items": settings.items,
        "drafts": counts.drafts,
        "orders": {
            "waiting": counts.waiting,
            "needs_hand": counts.needs_hand,
            "booked": counts.booked,
            "withdrawn": counts.withdrawn,
        },
        "waiting_documents": session.outgoing()?.len(),
    }))
}

fn print(found: &Value) {
    let text = |value: &Value, field: &str| {
        value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    println!("{}", text(found, "folder"));
    let profiles = found.get("profiles").and_then(Value::as_array).cloned().unwrap_or_default();
    if profiles.is_empty() {
        println!("  no profile");
    }
    for profile in &profiles {
        println!(
            "  {}  {} · {} · {}",
            text(profile, "id"),
            text(profile, "label"),
            text(profile, "user"),
            text(profile, "company")
        );
    }
    let Some(open) = found.get("open").and_then(Value::as_object) else { return };
    for (field, value) in open {
        println!("    {field}: {value}");
    }
}
