//! How scanning is set: the camera's answer, a handheld scanner's signs, labels with a weight in them.

use super::Session;
use crate::AppError;
use crate::views::ScanSettings;
use satchel_domain::barcodes::InStorePattern;
use satchel_store::Store;

/// Where [`ScanSettings`] are kept.
const SCANNING: &str = "scanning";
/// Where the layouts of the company's own labels are kept.
const LABELS: &str = "label_patterns";
/// The most signs a scanner puts before or behind a code.
const LONGEST: usize = 8;

impl Session {
    /// How scanning is set.
    ///
    /// # Errors
    /// What the store says.
    pub fn scanning(&self) -> Result<ScanSettings, AppError> {
        Ok(self.inner.store.setting(SCANNING)?.unwrap_or_default())
    }

    /// Sets how scanning is done.
    ///
    /// # Errors
    /// [`AppError::Field`] when a prefix or suffix is longer than eight signs or has one that no
    /// keyboard types, or what the store says.
    pub fn set_scanning(&self, settings: &ScanSettings) -> Result<(), AppError> {
        let typed =
            |text: &str| text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
        if !typed(&settings.prefix) {
            return Err(AppError::Field { field: "prefix" });
        }
        if !typed(&settings.suffix) {
            return Err(AppError::Field { field: "suffix" });
        }
        Ok(self.inner.store.set_setting(SCANNING, settings).wait()?)
    }

    /// The layouts of the labels with a weight, price or count in them that the company's shops
    /// print themselves, such as `21IIIIIWWwwwC`; the first that fits a label counts.
    ///
    /// # Errors
    /// What the store says.
    pub fn label_patterns(&self) -> Result<Vec<String>, AppError> {
        Ok(self.inner.store.setting(LABELS)?.unwrap_or_default())
    }

    /// Sets the layouts of those labels.
    ///
    /// # Errors
    /// [`AppError::LabelPattern`] for the first that is no layout, or what the store says.
    pub fn set_label_patterns(&self, patterns: &[String]) -> Result<(), AppError> {
        for pattern in patterns {
            InStorePattern::parse(pattern)
                .map_err(|source| AppError::LabelPattern { pattern: pattern.clone(), source })?;
        }
        Ok(self.inner.store.set_setting(LABELS, &patterns).wait()?)
    }
}

/// The layouts as they are read.
pub(super) fn labels(store: &Store) -> Result<Vec<InStorePattern>, AppError> {
    let patterns: Vec<String> = store.setting(LABELS)?.unwrap_or_default();
    Ok(patterns.iter().filter_map(|pattern| InStorePattern::parse(pattern).ok()).collect())
}
