//! The company's logo for receipts, fetched once and again when the Company names another.

use super::worker::Tools;
use crate::company_logo::{self, LARGEST, Named};
use crate::session::receipts::CompanyLogo;
use satchel_devices::printing::logo;
use satchel_store::Store;
use satchel_sync::{Client, Failure, SiteAccount, SyncError};
use serde_json::Value;
use std::time::Duration;
use tokio::time::timeout;

/// How long fetching one may hold up the round.
const PATIENCE: Duration = Duration::from_secs(30);
/// After this one that did not come is asked for again.
const AGAIN_MS: i64 = 24 * 60 * 60 * 1_000;

/// Has the logo that `company_logo` of the Company names on the phone. One that does not come, or is no
/// picture, is left out of receipts and fails nothing; without a line the next round tries again.
pub(super) async fn refresh(tools: &Tools, client: &Client) -> Result<(), SyncError> {
    let store = &tools.store;
    let Some(account) = SiteAccount::load(store)? else { return Ok(()) };
    let kept = CompanyLogo::load(store)?;
    let (company, source) = named(store, &account)?;
    let Some(source) = source else {
        return match kept {
            Some(_) => Ok(CompanyLogo::forget(store).await?),
            None => Ok(()),
        };
    };
    let now_ms = tools.clock.now().timestamp_millis();
    let known = kept.filter(|kept| kept.is_of(&company, &source));
    if known.is_some_and(|kept| !is_due(&kept, now_ms)) {
        return Ok(());
    }
    let logo = match timeout(PATIENCE, client.file(&source, LARGEST)).await {
        Ok(Err(Failure::Offline { .. })) => return Ok(()),
        Ok(Err(failure)) => {
            tracing::warn!(%failure, "the company's logo did not come");
            CompanyLogo::missed(company, source, now_ms)
        }
        Err(_) => {
            tracing::warn!("the company's logo takes too long");
            CompanyLogo::missed(company, source, now_ms)
        }
        Ok(Ok(content)) => {
            // Drawing takes longer than a task of the runtime may.
            let kept = tokio::task::spawn_blocking(move || logo::kept(&content)).await;
            let kept = kept.unwrap_or_default();
            if kept.is_none() {
                tracing::warn!("the company's logo is no picture that can be printed");
            }
            CompanyLogo::of(company, source, kept)
        }
    };
    Ok(logo.keep(store).await?)
}

/// The company the phone sells for, by name, and the file it names as its logo, if it is one of the site. An
/// enrolment that names no company is for the only one there is.
fn named(store: &Store, account: &SiteAccount) -> Result<(String, Option<String>), SyncError> {
    let company = match account.company.as_str() {
        "" => store.document_names("Company")?.into_iter().next().unwrap_or_default(),
        named => named.to_owned(),
    };
    let Some(document) = store.document("Company", &company)? else { return Ok((company, None)) };
    let document: Value = serde_json::from_str(&document).unwrap_or_default();
    let source = match company_logo::named(&document, &account.address) {
        Named::OfSite(path) => Some(path),
        Named::None | Named::Elsewhere => None,
    };
    Ok((company, source))
}

fn is_due(kept: &CompanyLogo, now_ms: i64) -> bool {
    // A clock that was set back does not put it off.
    kept.missed_ms().is_some_and(|at| !(0..AGAIN_MS).contains(&now_ms.saturating_sub(at)))
}
