//! What the rep or the office set on this phone.

use super::Session;
use crate::AppError;
use crate::views::{SalvageView, SettingsView};
use satchel_sync::SiteAccount;

/// The standard text size, in percent.
const SMALLEST_TEXT: u32 = 100;
/// The largest one.
const LARGEST_TEXT: u32 = 200;

/// The setting with the address of a base map.
const MAP_ADDRESS: &str = "map_address";
/// Longest address taken.
const LONGEST_ADDRESS: usize = 1_000;

/// Only what is encrypted on its way, and nothing that would end a text in a script.
fn is_map_address(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let tiles = ["{z}", "{x}", "{y}"].iter().all(|part| rest.contains(part));
    let archive = rest.ends_with(".pmtiles");
    let odd =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\');
    (tiles || archive) && address.len() <= LONGEST_ADDRESS && !address.contains(odd)
}

impl Session {
    /// The settings as they are.
    ///
    /// # Errors
    /// What the store says.
    pub fn settings(&self) -> Result<SettingsView, AppError> {
        let store = &self.inner.store;
        Ok(SettingsView {
            profile: self.inner.profile.clone(),
            device: store.device_code()?.map(|code| code.to_string()).unwrap_or_default(),
            demo: store.setting::<serde_json::Value>(crate::demo::POSITION)?.is_some(),
            site: SiteAccount::load(store)
                .map_err(|_| AppError::Unreadable { what: "enrolment" })?
                .map(|account| account.address),
            language: store.setting("language")?.unwrap_or_default(),
            theme: store.setting("theme")?.unwrap_or_else(|| "system".to_owned()),
            text_size: store.setting("text_size")?.unwrap_or(SMALLEST_TEXT),
            warehouse: self.warehouse()?,
            items: u64::from(store.item_count()?),
            key_store_warning: self.inner.ports.key_store.warning(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Sets the language of the screens, as a tag.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_language(&self, language: &str) -> Result<(), AppError> {
        Ok(self.inner.store.set_setting("language", &language).wait()?)
    }

    /// Sets the theme: `system`, `light` or `dark`.
    ///
    /// # Errors
    /// [`AppError::Field`] for anything else.
    pub fn set_theme(&self, theme: &str) -> Result<(), AppError> {
        if !["system", "light", "dark"].contains(&theme) {
            return Err(AppError::Field { field: "theme" });
        }
        Ok(self.inner.store.set_setting("theme", &theme).wait()?)
    }

    /// Sets the text size in percent of the standard one, 100 to 150.
    ///
    /// # Errors
    /// [`AppError::Field`] for anything else.
    pub fn set_text_size(&self, percent: u32) -> Result<(), AppError> {
        if !(SMALLEST_TEXT..=LARGEST_TEXT).contains(&percent) {
            return Err(AppError::Field { field: "text_size" });
        }
        Ok(self.inner.store.set_setting("text_size", &percent).wait()?)
    }

    /// Where the base map of the team's map comes from; empty for what is on this phone.
    ///
    /// # Errors
    /// What the store says.
    pub fn map_address(&self) -> Result<String, AppError> {
        Ok(self.inner.store.setting(MAP_ADDRESS)?.unwrap_or_default())
    }

    /// Sets where the base map comes from: an `https` address of tiles with `{z}`, `{x}` and `{y}` in it,
    /// or of a PMTiles file; empty for what is on this phone.
    ///
    /// # Errors
    /// [`AppError::Field`] for anything else.
    pub fn set_map_address(&self, address: &str) -> Result<(), AppError> {
        let address = address.trim();
        if !(address.is_empty() || is_map_address(address)) {
            return Err(AppError::Field { field: "map_address" });
        }
        Ok(self.inner.store.set_setting(MAP_ADDRESS, &address).wait()?)
    }

    /// What was saved, when unlocking found the database damaged.
    pub fn salvaged(&self) -> Option<SalvageView> {
        self.inner.salvage.as_ref().map(|report| SalvageView {
            orders: report.unsent_orders,
            drafts: report.drafts,
            others: report.other_unsent_documents,
            incomplete: report.incomplete_orders,
            items: report.items,
            numbering_certain: report.numbering_certain,
            set_aside: report
                .set_aside
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        })
    }

    /// The warehouse the rep sells from; empty when the office set none.
    pub(crate) fn warehouse(&self) -> Result<String, AppError> {
        Ok(self.inner.store.setting("warehouse")?.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_a_map_is_one() {
        for good in
            ["https://tiles.example.com/{z}/{x}/{y}.png", "https://example.com/maps/porto.pmtiles"]
        {
            assert!(is_map_address(good), "{good}");
        }
        for bad in [
            "http://tiles.example.com/{z}/{x}/{y}.png",
            "https://example.com/map.html",
            "https://example.com/{z}/{x}.png",
            "https://example.com/a b.pmtiles",
            "javascript:alert(1)//.pmtiles",
        ] {
            assert!(!is_map_address(bad), "{bad}");
        }
    }
}
