//! The company's logo on receipts.

use crate::AppError;
use crate::session::Session;
use crate::views::LogoView;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use satchel_devices::printing::{Bitmap, logo, png};
use satchel_domain::receipts::{Block, Receipt};
use satchel_store::{Reply, Store, StoreError};
use serde::{Deserialize, Serialize};

/// The setting that holds it.
const KEPT: &str = "receipt_logo";
/// Dots across the paper that screens show, the narrow one.
const SHOWN_ON: usize = 384;

/// A logo as this phone keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct CompanyLogo {
    /// Whose it is.
    company: String,
    /// The file the Company named: `company_logo`.
    source: String,
    /// A PNG in base64; none while it did not come, or where the file is no picture.
    picture: Option<String>,
    /// When it was asked for in vain, in milliseconds since 1970.
    missed_ms: Option<i64>,
}

impl CompanyLogo {
    pub(in crate::session) fn load(store: &Store) -> Result<Option<Self>, StoreError> {
        store.setting(KEPT).map(Option::flatten)
    }

    /// A logo that came; no picture if it is none.
    pub(crate) fn of(company: String, source: String, picture: Option<Vec<u8>>) -> Self {
        let picture = picture.map(|picture| STANDARD.encode(picture));
        Self { company, source, picture, missed_ms: None }
    }

    /// A logo that did not come, for another reason than that there is no line.
    pub(in crate::session) fn missed(company: String, source: String, now_ms: i64) -> Self {
        Self { company, source, picture: None, missed_ms: Some(now_ms) }
    }

    pub(in crate::session) fn missed_ms(&self) -> Option<i64> {
        self.missed_ms
    }

    pub(in crate::session) fn is_of(&self, company: &str, source: &str) -> bool {
        self.company == company && self.source == source
    }

    pub(crate) fn keep(&self, store: &Store) -> Reply<()> {
        store.set_setting(KEPT, self)
    }

    pub(in crate::session) fn forget(store: &Store) -> Reply<()> {
        store.set_setting(KEPT, &None::<Self>)
    }

    /// Its dots on paper of so many across.
    fn dots(&self, paper: usize) -> Option<Bitmap> {
        let picture = STANDARD.decode(self.picture.as_deref()?).ok()?;
        logo::dots(&picture, paper)
    }
}

fn view(dots: &Bitmap) -> Option<LogoView> {
    let picture = png::picture(dots).ok()?;
    let percent = dots.width().saturating_mul(100).checked_div(SHOWN_ON)?;
    Some(LogoView {
        address: format!("data:image/png;base64,{}", STANDARD.encode(picture)),
        percent: u8::try_from(percent).ok()?.max(1),
    })
}

impl Session {
    /// The logo of a receipt's company for the screen, where the receipt has a place for it.
    pub(super) fn logo_on_screen(
        &self,
        receipt: &Receipt,
        company: &str,
    ) -> Result<Option<LogoView>, AppError> {
        if !receipt.blocks.contains(&Block::Logo) {
            return Ok(None);
        }
        Ok(self.logo_dots(company, SHOWN_ON)?.as_ref().and_then(view))
    }

    /// The dots of a company's logo on paper of so many across, where this phone has one.
    pub(in crate::session) fn logo_dots(
        &self,
        company: &str,
        paper: usize,
    ) -> Result<Option<Bitmap>, AppError> {
        let kept = CompanyLogo::load(&self.inner.store)?;
        Ok(kept.filter(|kept| kept.company == company).and_then(|kept| kept.dots(paper)))
    }
}
