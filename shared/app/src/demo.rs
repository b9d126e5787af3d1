//! The demo company put into a profile.

mod pictures;
mod team;

pub use team::demo_team;

use crate::AppError;
use crate::session::{CompanyLogo, OUTSTANDING, text};
use chrono::NaiveDate;
use satchel_demo::Demo;
use satchel_devices::printing::logo;
use satchel_domain::capture::CapturedPosition;
use satchel_domain::ids::DeviceCode;
use satchel_store::{MasterDocument, NewProfile, Store, TEAM_PICTURES, TEAM_VISIT};
use serde_json::{Value, json};

/// Where the demo company's van stands, kept as a setting: it marks a demo profile.
pub(crate) const POSITION: &str = "demo_position";

/// Reps of the demo team.
const TEAM_REPS: usize = 4;
/// Their visits.
const TEAM_VISITS: usize = 320;

/// Praça da Liberdade, Porto.
const VAN: CapturedPosition = CapturedPosition {
    latitude_e7: 411_465_000,
    longitude_e7: -86_111_000,
    accuracy_m: 12,
    age_s: 0,
    simulated: None,
};

/// Another rep of the demo company, for rehearsals with many phones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoRep {
    /// First half of the receipt numbers: two to eight letters and digits, no other phone's.
    pub device_code: String,
    /// Who works with the phone.
    pub user: String,
}

/// The profile of another rep.
pub(crate) fn profile_of(demo: &Demo, rep: &DemoRep) -> Result<NewProfile, AppError> {
    let device_code = DeviceCode::new(&rep.device_code)
        .map_err(|_| AppError::Unreadable { what: "device code" })?;
    let profile = new_profile(demo)?;
    Ok(NewProfile {
        label: rep.device_code.clone(),
        user: rep.user.clone(),
        device_code,
        ..profile
    })
}

/// The profile of the van's rep.
pub(crate) fn new_profile(demo: &Demo) -> Result<NewProfile, AppError> {
    let field =
        |name: &str| demo.device.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let user = field("full_name");
    let company = demo
        .masters
        .iter()
        .find(|(doctype, _)| doctype == "Company")
        .and_then(|(_, doc)| doc.get("name").and_then(Value::as_str))
        .unwrap_or_default()
        .to_owned();
    Ok(NewProfile {
        label: field("device_name"),
        company,
        avatar: initials(&user),
        user,
        device_code: DeviceCode::new(field("device_code"))
            .map_err(|_| AppError::Unreadable { what: "device code" })?,
    })
}

/// Puts the company's documents and the rep's settings in.
pub(crate) fn fill(
    store: &Store,
    demo: &Demo,
    today: NaiveDate,
    language: &str,
) -> Result<(), AppError> {
    let warehouse = demo.device.get("warehouse").and_then(Value::as_str).unwrap_or_default();
    let next = demo.device.get("next_receipt_number").and_then(Value::as_u64);
    let next = next.and_then(|next| u32::try_from(next).ok()).unwrap_or(1);
    let code = store.device_code()?.ok_or(AppError::Unreadable { what: "device code" })?;
    let writes = [
        store.continue_receipt_numbers(&code, next),
        store.set_setting("warehouse", &warehouse),
        store.set_setting("language", &language),
        store.set_setting(POSITION, &VAN),
    ];
    let mut batch: Vec<MasterDocument> = Vec::new();
    let mut add = |doctype: &str, document: &Value| {
        batch.push(MasterDocument::from_value(doctype, document));
    };
    for (doctype, document) in &demo.settings {
        // A settings document is named like its doctype.
        let mut document = document.clone();
        if let Some(fields) = document.as_object_mut() {
            fields.entry("name").or_insert_with(|| json!(doctype));
        }
        add(doctype, &document);
    }
    for (doctype, document) in &demo.masters {
        // The demo's items have drawings where others have pictures.
        let mut document = document.clone();
        if let Some(art) = document.get("satchel_art").cloned()
            && let Some(fields) = document.as_object_mut()
        {
            fields.entry("image").or_insert(art);
        }
        add(doctype, &document);
    }
    for (doctype, documents) in [
        ("Sales Order", &demo.past_orders),
        ("Event", &demo.events),
        ("Project", &demo.projects),
        ("Task", &demo.tasks),
        ("Field Visit", &demo.visits),
    ] {
        for document in documents {
            add(doctype, document);
        }
    }
    for owed in &demo.outstanding {
        let mut document = owed.clone();
        if let (Some(fields), Some(customer)) = (document.as_object_mut(), owed.get("customer")) {
            fields.insert("name".into(), json!(customer));
        }
        add(OUTSTANDING, &document);
    }
    let report = store.put_masters(batch, today).wait()?;
    for (doctype, place, why) in &report.refused {
        tracing::warn!(doctype, place, why, "a demo document was not taken");
    }
    for write in writes {
        write.wait()?;
    }
    store.tidy_catalogue(today).wait()?;
    if let Some(logo) = logo_of(demo) {
        logo.keep(store).wait()?;
    }
    Ok(())
}

/// The logo on the company's receipts, as if it had been fetched.
fn logo_of(demo: &Demo) -> Option<CompanyLogo> {
    let (_, company) = demo.masters.iter().find(|(doctype, _)| doctype == "Company")?;
    let source = text(company, "company_logo");
    Some(CompanyLogo::of(text(company, "name"), source, logo::kept(satchel_demo::LOGO)))
}

/// Lets the profile see a team: what its reps did in the last two weeks.
pub(crate) fn fill_team(store: &Store, demo: &Demo, today: NaiveDate) -> Result<(), AppError> {
    let team = demo_team(demo, today, TEAM_REPS, TEAM_VISITS)?;
    see_team(store, team, today)
}

/// Puts a team into a profile, which then sees it as if the site had shown it.
///
/// # Errors
/// What the store says.
pub fn see_team(
    store: &Store,
    team: Vec<MasterDocument>,
    today: NaiveDate,
) -> Result<(), AppError> {
    let pictures = pictures::contents(&team);
    store.put_masters(team, today).wait()?;
    for (name, content) in pictures {
        store.keep_team_file(&name, content, TEAM_PICTURES).wait()?;
    }
    let seen = json!({"begun": true, "loaded": true}).to_string();
    store.set_sync_state(TEAM_VISIT, seen).wait()?;
    Ok(())
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}
