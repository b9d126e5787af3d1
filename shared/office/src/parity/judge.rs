//! One order: entered again, priced again, compared.

use satchel_domain::pricing::{OrderEntry, PricedOrder, Provisional, Refusal, price};
use satchel_frappe::{Client, Document};

use super::compare::differences;
use super::masters::SiteMasters;
use super::reasons::{self, Reason};
use super::rebuild::{self, Typed};
use super::report::{Judged, Outcome};

/// Reads what the order needs, prices it and compares.
///
/// # Errors
///
/// When the site stops answering.
pub async fn judge(
    client: &Client,
    site: &mut SiteMasters,
    order: &Document,
) -> anyhow::Result<Judged> {
    let name = order.name().unwrap_or_default().to_owned();
    let mut entry = match rebuild::entry(order) {
        Ok(entry) => entry,
        Err(error) => {
            let why = format!("a field is not what ERPNext has there: {error}");
            return Ok(Judged::skipped(name, why));
        }
    };
    site.read_for(client, &entry).await?;
    // Items and coupons are judged by the day the order was made, not by today.
    if let Some(day) = entry.transaction_date {
        site.masters.set_today(day);
    }
    let (priced, typed) = match price_again(site, order, &mut entry) {
        Ok(found) => found,
        Err(refusal) => return Ok(refused(site, order, name, &refusal)),
    };
    let differences = differences(order, &priced);
    let mut reasons = Vec::new();
    let outcome = if differences.is_empty() {
        Outcome::Equal
    } else {
        reasons = reasons::of(site, order, &priced);
        let only_the_site_knows = priced.provisional.iter().any(belongs_to_the_order);
        if only_the_site_knows { Outcome::Provisional } else { Outcome::Different }
    };
    Ok(Judged {
        name,
        outcome,
        typed_rates: typed.rates,
        typed_discount: typed.discount,
        differences,
        reasons,
    })
}

/// A version nobody compared concerns every order and must not hide a difference.
fn belongs_to_the_order(reason: &Provisional) -> bool {
    !matches!(reason, Provisional::UnknownVersion { .. })
}

fn price_again(
    site: &SiteMasters,
    order: &Document,
    entry: &mut OrderEntry,
) -> Result<(PricedOrder, Typed), Refusal> {
    let priced = price(&site.masters, entry)?;
    let made = reasons::made(order);
    let is_changed = |rule: &str| {
        made.as_ref().is_some_and(|made| site.changed_after("Pricing Rule", rule, made))
    };
    let typed = rebuild::type_over(entry, order, &priced, is_changed);
    if typed.is_empty() {
        return Ok((priced, typed));
    }
    Ok((price(&site.masters, entry)?, typed))
}

/// What has ended since then is no difference; any other refusal of an order the site took is one.
fn refused(site: &SiteMasters, order: &Document, name: String, refusal: &Refusal) -> Judged {
    let why = format!("it would be refused today: {refusal}");
    let ended = matches!(
        refusal,
        Refusal::PartyDisabled { .. }
            | Refusal::PartyFrozen { .. }
            | Refusal::DoesNotExist { .. }
            | Refusal::LinkNotFound { .. }
            | Refusal::ItemDisabled { .. }
            | Refusal::ItemIsTemplate { .. }
            | Refusal::EndOfLife { .. }
            | Refusal::NoExchangeRate { .. }
            | Refusal::PriceListDisabled { .. }
            | Refusal::TemplateDisabled { .. }
            | Refusal::CouponNotStarted
            | Refusal::CouponExpired
            | Refusal::CouponUsedUp
    );
    if ended {
        return Judged::skipped(name, why);
    }
    let mut reasons = vec![Reason::Refused { refusal: refusal.to_string() }];
    reasons.extend(reasons::of(site, order, &PricedOrder::default()));
    Judged { outcome: Outcome::Different, reasons, ..Judged::skipped(name, String::new()) }
}
