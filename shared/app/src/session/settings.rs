//! What the rep or the office set on this phone.

use super::Session;
use crate::AppError;
use crate::views::SettingsView;

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
            language: store.setting("language")?.unwrap_or_default(),
            theme: store.setting("theme")?.unwrap_or_else(|| "system".to_owned()),
            warehouse: self.warehouse()?,
            items: u64::from(store.item_count()?),
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

    /// The warehouse the rep sells from; empty when the office set none.
    pub(crate) fn warehouse(&self) -> Result<String, AppError> {
        Ok(self.inner.store.setting("warehouse")?.unwrap_or_default())
    }
}
