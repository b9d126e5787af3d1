//! The team, on a supervisor's phone.

mod day;
mod figures;
mod files;
mod map;
mod people;
mod pictures;
mod visit;

use super::{Session, local_time};
use crate::AppError;
use crate::views::{MoneyView, TeamOrderLine};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use rust_decimal::Decimal;
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::visits::Flag;
use satchel_store::{PlaceE7, TeamOrderRow, TeamVisitRow};
use std::collections::{BTreeMap, HashMap};

impl Session {
    /// Whether the site shows this user the visits of others. Until the phone was there once, it does not.
    ///
    /// # Errors
    /// What the store says.
    pub fn is_supervisor(&self) -> Result<bool, AppError> {
        Ok(satchel_sync::pull::sees_team(&self.inner.store)?)
    }

    /// A time of the site on this phone's clock.
    fn on_this_phone(&self, at: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
        let company = self.company();
        let zone = company.time_zone.as_deref().and_then(|zone| SiteZone::named(zone).ok());
        let offset = *self.local_now().offset();
        match zone {
            Some(zone) => Some(zone.to_utc(at).with_timezone(&offset)),
            None => at.and_local_timezone(offset).single(),
        }
    }

    /// What orders come to, by currency.
    pub(super) fn team_sums(&self, orders: &[TeamOrderRow]) -> Vec<MoneyView> {
        sums(orders)
    }

    /// What a user is called.
    pub(super) fn team_name(&self, user: &str) -> Result<String, AppError> {
        Ok(self.people()?.name(user))
    }

    fn order_line(&self, order: &TeamOrderRow) -> TeamOrderLine {
        TeamOrderLine {
            name: order.name.clone(),
            receipt_no: order.receipt_no.clone(),
            customer_name: order.customer_name.clone(),
            at: order.at.and_then(|at| self.on_this_phone(at)),
            total: MoneyView::new(order.grand_total, order.currency.clone()),
            status: order.status.clone(),
        }
    }

    /// What looks wrong about a visit today: one never left is wrong once its day is over.
    fn flags_of(&self, visit: &TeamVisitRow) -> Vec<Flag> {
        let mut flags = visit.flags.clone();
        if visit.check_out.is_none() && visit.day < self.today() {
            flags.push(Flag::NoCheckOut);
        }
        flags
    }
}

/// Orders by the visit they belong to: the one they name, else the first one of that rep at that customer
/// on that day. Orders of no visit are left over.
fn by_visit<'a>(
    visits: &[TeamVisitRow],
    orders: &'a [TeamOrderRow],
) -> (HashMap<i64, Vec<&'a TeamOrderRow>>, Vec<&'a TeamOrderRow>) {
    let named: HashMap<&str, i64> = visits.iter().map(|v| (v.name.as_str(), v.id)).collect();
    let mut at_door: HashMap<_, i64> = HashMap::new();
    for visit in visits {
        at_door.entry((&*visit.owner, &*visit.customer, visit.day)).or_insert(visit.id);
    }
    let mut found: HashMap<i64, Vec<&TeamOrderRow>> = HashMap::new();
    let mut left = Vec::new();
    for order in orders {
        let visit = match named.get(order.visit.as_str()) {
            Some(visit) => Some(visit),
            None => at_door.get(&(&*order.owner, &*order.customer, order.day)),
        };
        match visit {
            Some(visit) => found.entry(*visit).or_default().push(order),
            None => left.push(order),
        }
    }
    (found, left)
}

/// What orders come to, by currency.
fn sums<'a>(orders: impl IntoIterator<Item = &'a TeamOrderRow>) -> Vec<MoneyView> {
    let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
    for order in orders {
        let sum = sums.entry(&order.currency).or_default();
        *sum = sum.saturating_add(order.grand_total);
    }
    sums.into_iter().map(|(currency, sum)| MoneyView::new(sum, currency)).collect()
}

/// Arriving and leaving as the rep's phone showed them.
fn times(visit: &TeamVisitRow) -> (DateTime<FixedOffset>, Option<DateTime<FixedOffset>>) {
    let local = |at| local_time(at, visit.offset_minutes);
    (local(visit.check_in), visit.check_out.map(local))
}

fn degrees(place: PlaceE7) -> (f64, f64) {
    (f64::from(place.latitude_e7) / 1e7, f64::from(place.longitude_e7) / 1e7)
}

/// Whole minutes at the customer; none where nobody left or the clock went back.
fn minutes(visit: &TeamVisitRow) -> Option<u32> {
    let passed = visit.check_out?.signed_duration_since(visit.check_in).num_minutes();
    u32::try_from(passed).ok()
}
