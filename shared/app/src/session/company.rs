//! What every screen needs to know of the company and the rep, read at unlock and when it changes.

use crate::AppError;
use satchel_store::Store;
use serde_json::Value;

/// The doctypes it is read from.
pub(super) const READ_FROM: [&str; 3] = ["Company", "Selling Settings", "System Settings"];

/// Facts of the company sold for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CompanyFacts {
    /// Company document name.
    pub company: String,
    /// Its `default_currency`.
    pub currency: String,
    /// `selling_price_list` of Selling Settings.
    pub price_list: String,
    /// The site's time zone; none where the phone's own counts.
    pub time_zone: Option<String>,
    /// Days from order to delivery the company promises.
    pub lead_days: u32,
}

impl CompanyFacts {
    /// Reads them from the store; what is missing stays empty.
    pub fn load(store: &Store) -> Result<Self, AppError> {
        let company: Option<String> = store.setting("company")?;
        let companies = store.documents("Company")?;
        let documents: Vec<Value> =
            companies.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
        let chosen = documents
            .iter()
            .find(|doc| company.as_deref().is_some_and(|name| text(doc, "name") == name))
            .or_else(|| documents.first());
        let demo = store.setting::<Value>(crate::demo::POSITION)?.is_some();
        let selling = single(store, "Selling Settings")?;
        let system = single(store, "System Settings")?;
        Ok(Self {
            company: chosen.map(|doc| text(doc, "name")).unwrap_or_default(),
            currency: chosen.map(|doc| text(doc, "default_currency")).unwrap_or_default(),
            price_list: selling.map(|doc| text(&doc, "selling_price_list")).unwrap_or_default(),
            // The demo company keeps the hours of wherever the phone is.
            time_zone: system
                .map(|doc| text(&doc, "time_zone"))
                .filter(|zone| !zone.is_empty() && !demo),
            lead_days: store.setting("lead_days")?.unwrap_or(1),
        })
    }
}

fn single(store: &Store, doctype: &str) -> Result<Option<Value>, AppError> {
    Ok(store.documents(doctype)?.first().and_then(|text| serde_json::from_str(text).ok()))
}

/// A text field of a document; empty where it is missing or no text.
pub(crate) fn text(document: &Value, field: &str) -> String {
    document.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}
