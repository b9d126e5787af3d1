//! The demo company as a site: its masters, what its people did, nobody's phone.

use satchel_demo::Demo;
use serde_json::{Value, json};

use crate::site::{Site, SiteError};

/// A fresh site knows no custom fields: those of the set-up come with the set-up.
fn without_custom_fields(document: &mut Value) {
    if let Some(fields) = document.as_object_mut() {
        fields.retain(|key, _| {
            !key.starts_with("satchel_") && key != "latitude" && key != "longitude"
        });
    }
}

/// The demo's items have drawings where others have pictures.
fn draw(document: &mut Value) {
    if let Some(art) = document.get("satchel_art").cloned()
        && let Some(fields) = document.as_object_mut()
    {
        fields.entry("image").or_insert(art);
    }
}

/// The file the company names as its logo.
fn logo_of(documents: &[(String, Value)]) -> String {
    let company = documents.iter().find(|(doctype, _)| doctype == "Company");
    let logo = company.and_then(|(_, company)| company.get("company_logo")?.as_str());
    logo.unwrap_or_default().to_owned()
}

impl Site {
    /// Founds the demo company on a site that has no company yet. Gives whether it was founded now; a
    /// database taken up keeps what it has.
    ///
    /// # Errors
    /// [`SiteError`] if the database refuses.
    pub fn found_demo(&mut self, demo: Demo) -> Result<bool, SiteError> {
        if !self.db.all("Company")?.is_empty() {
            return Ok(false);
        }
        let mut documents: Vec<(String, Value)> = Vec::new();
        for (doctype, settings) in demo.settings {
            let mut settings = settings;
            if let Some(fields) = settings.as_object_mut() {
                fields.entry("name").or_insert_with(|| json!(doctype));
            }
            documents.push((doctype, settings));
        }
        documents.extend(demo.masters);
        for (doctype, list) in [
            ("Project", demo.projects),
            ("Task", demo.tasks),
            ("Event", demo.events),
            ("Sales Order", demo.past_orders),
        ] {
            documents.extend(list.into_iter().map(|document| (doctype.to_owned(), document)));
        }
        for (_, document) in &mut documents {
            draw(document);
            without_custom_fields(document);
        }
        self.load(&documents)?;
        self.db.put_content(&logo_of(&documents), satchel_demo::LOGO)?;
        self.take_zone()?;
        self.continue_series(&documents)?;
        Ok(true)
    }

    /// The zone of its times, as System Settings name it.
    pub(crate) fn take_zone(&mut self) -> Result<(), rusqlite::Error> {
        let settings = self.db.header("System Settings", "System Settings")?.unwrap_or_default();
        let zone = settings.get("time_zone").and_then(Value::as_str);
        if let Some(zone) = zone.and_then(|zone| zone.parse().ok()) {
            self.options.zone = zone;
        }
        Ok(())
    }

    /// New documents are numbered after those that were loaded.
    fn continue_series(&mut self, documents: &[(String, Value)]) -> Result<(), rusqlite::Error> {
        for (doctype, document) in documents {
            let by_series = self.meta.get(doctype).is_some_and(|meta| {
                meta.naming.starts_with("series:") || meta.naming.starts_with("format:")
            });
            if let Some(name) = document.get("name").and_then(Value::as_str).filter(|_| by_series) {
                self.db.take_number(name)?;
            }
        }
        Ok(())
    }
}
