//! Receipts as files for other apps.

use crate::AppError;
use crate::session::Session;
use crate::views::ReceiptOf;
use satchel_devices::printing::{PrinterProfile, pdf, png};
use satchel_devices::share::{ShareFile, ShareKind, Shared};
use std::collections::BTreeMap;

/// The paper of a file: what the screen shows too.
const PROFILE: &str = "58mm";

impl Session {
    /// Makes a file of a receipt, called after its number, and hands it over. Takes some milliseconds of
    /// drawing: not for the screen's thread.
    ///
    /// # Errors
    /// [`AppError::Share`] when nothing takes it, [`AppError::ReceiptFile`] when it cannot be made, or as
    /// [`Session::receipt`].
    pub fn share_receipt(
        &self,
        of: &ReceiptOf,
        kind: ShareKind,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<Shared, AppError> {
        let file = self.receipt_file(of, kind, labels, rtl)?;
        Ok(self.inner.ports.share.share(&file)?)
    }

    fn receipt_file(
        &self,
        of: &ReceiptOf,
        kind: ShareKind,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<ShareFile, AppError> {
        let made = self.receipt(of, labels, rtl)?;
        let profile =
            PrinterProfile::named(PROFILE).ok_or(AppError::NotFound { what: "printer profile" })?;
        let logo = self.logo_dots(&made.company, profile.dots)?;
        let logo = logo.as_ref();
        let content = self.inner.printing.with_typesetter(|typesetter| match kind {
            ShareKind::Png => png::render(&made.receipt, profile, logo, typesetter)
                .map_err(|error| AppError::ReceiptFile(error.to_string())),
            ShareKind::Pdf => pdf::render(&made.receipt, &made.title, profile, logo, typesetter)
                .map_err(|error| AppError::ReceiptFile(error.to_string())),
            ShareKind::Csv
            | ShareKind::GeoJson
            | ShareKind::Gpx
            | ShareKind::Calendar
            | ShareKind::Courier => {
                Err(AppError::ReceiptFile("a receipt is a picture or a document".to_owned()))
            }
        })?;
        let label = match of {
            ReceiptOf::Order(_) => None,
            ReceiptOf::Visit(_) => labels.get("visit"),
            ReceiptOf::Task(_) => labels.get("task"),
            ReceiptOf::Day(_) | ReceiptOf::TeamDay(..) => labels.get("day"),
        };
        let stem =
            label.map_or_else(|| made.title.clone(), |word| format!("{word} {}", made.title));
        Ok(ShareFile::new(&stem, kind, content))
    }
}
