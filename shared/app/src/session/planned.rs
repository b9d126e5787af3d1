//! Visits against the calendar: what was planned and made, what was missed, whom the rep stands near.

use super::customers::{box_around, metres};
use super::{Session, customer_key, local_time};
use crate::AppError;
use crate::views::{AgendaRow, CustomerVisit, MissedVisit, NearVisit, VisitState, VisitStop};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use satchel_domain::ids::CustomerKey;
use satchel_store::VisitRow;
use std::collections::BTreeMap;

/// How many days back a missed visit is told of on Today.
const MISSED_DAYS: i64 = 7;
/// How many days back and ahead the plan of one customer is looked through.
const PLAN_DAYS: i64 = 30;
/// Visits of a customer that are listed.
const LISTED: usize = 10;
/// So near is "here", in metres.
const NEAR_M: u32 = 150;
/// An older fix says nothing about where the rep is now, in seconds.
const FRESH_S: u32 = 600;

impl Session {
    /// Planned visits of the days before one that nobody made, the last one of each customer, newest
    /// first. A customer seen since then is not missed. Nothing counts from before the first visit made
    /// on this phone.
    pub(super) fn missed(&self, today: NaiveDate) -> Result<Vec<MissedVisit>, AppError> {
        let back = |days| today.checked_sub_signed(TimeDelta::days(days)).unwrap_or(today);
        let Some(first) = self.inner.store.first_visit_day()? else { return Ok(Vec::new()) };
        let (from, until) = (first.max(back(MISSED_DAYS)), back(1));
        let mut missed: BTreeMap<String, MissedVisit> = BTreeMap::new();
        for row in self.agenda(from, until)? {
            let Ok(key) = row.customer.parse::<CustomerKey>() else { continue };
            let day = row.starts_on.date();
            let seen = self.inner.store.visits_of_customer(&key, 1)?;
            if seen.first().is_some_and(|visit| visit.local_day >= day) {
                continue;
            }
            let visit = MissedVisit {
                event: row.event,
                customer: row.customer.clone(),
                customer_name: row.customer_name,
                day,
                at: (!row.all_day).then(|| row.starts_on.time()),
            };
            // By day: the last one stays.
            missed.insert(row.customer, visit);
        }
        let mut missed: Vec<MissedVisit> = missed.into_values().collect();
        missed
            .sort_by(|a, b| (b.day, b.at, &a.customer_name).cmp(&(a.day, a.at, &b.customer_name)));
        Ok(missed)
    }

    /// The visits of a customer, newest first: made on this phone, planned and missed.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a key that is none, or what the store says.
    pub fn visits_of(&self, customer: &str) -> Result<Vec<CustomerVisit>, AppError> {
        let key = customer_key(customer)?;
        let made = self.inner.store.visits_of_customer(&key, LISTED)?;
        let now = self.local_now().naive_local();
        let days = |days| now.date().checked_add_signed(TimeDelta::days(days));
        let (from, until) = (days(-PLAN_DAYS), days(PLAN_DAYS));
        let first = self.inner.store.first_visit_day()?;
        let mut rows: Vec<CustomerVisit> = made.iter().map(visit_made).collect();
        let plan = match from.zip(until) {
            Some((from, until)) => self.agenda(from, until)?,
            None => Vec::new(),
        };
        for row in plan.into_iter().filter(|row| row.customer == customer) {
            let day = row.starts_on.date();
            if made.iter().any(|visit| visit.local_day == day) {
                continue;
            }
            match day < now.date() {
                true if first.is_none_or(|first| day < first) => {}
                true => rows.push(planned(row, VisitState::Missed)),
                false => rows.push(planned(row, VisitState::Planned)),
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        Ok(rows)
    }

    /// Whom the rep may be about to visit: the nearest stop that is left, or else the nearest customer,
    /// where the last fix is fresh and shows the rep there. Nobody while a visit goes on, and nobody whom
    /// the rep has seen today.
    pub(super) fn near(&self, stops: &[VisitStop]) -> Result<Option<NearVisit>, AppError> {
        let Some(here) = self.position().filter(|here| here.age_s <= FRESH_S) else {
            return Ok(None);
        };
        let seen: Vec<CustomerKey> = self
            .inner
            .store
            .visits_of_day(self.today())?
            .into_iter()
            .filter_map(|visit| visit.customer)
            .collect();
        let mut near: Vec<NearVisit> = Vec::new();
        for row in self.inner.store.customers_within(&box_around(here, NEAR_M.into()), 200)? {
            let away = row.place.and_then(|place| metres(here, place));
            let Some(distance_m) = away.filter(|away| *away <= NEAR_M) else { continue };
            if seen.contains(&row.key) {
                continue;
            }
            let customer = row.key.to_string();
            let stop = stops.iter().find(|stop| stop.customer == customer && !stop.done);
            let event = stop.map(|stop| stop.event.clone()).unwrap_or_default();
            near.push(NearVisit { customer, customer_name: row.customer_name, event, distance_m });
        }
        near.sort_by_key(|visit| (visit.event.is_empty(), visit.distance_m));
        Ok(near.into_iter().next())
    }
}

fn shown(at: chrono::DateTime<chrono::Utc>, offset_minutes: i32) -> NaiveDateTime {
    local_time(at, offset_minutes).naive_local()
}

fn visit_made(visit: &VisitRow) -> CustomerVisit {
    let left = visit.check_out.as_ref();
    CustomerVisit {
        uid: visit.uid.to_string(),
        event: visit.event.clone(),
        at: shown(visit.check_in.utc, visit.check_in.offset_minutes),
        until: left.map(|left| shown(left.utc, left.offset_minutes)),
        all_day: false,
        planned: !visit.event.is_empty(),
        state: if left.is_some() { VisitState::Done } else { VisitState::Open },
        note: visit.note.clone(),
    }
}

fn planned(row: AgendaRow, state: VisitState) -> CustomerVisit {
    CustomerVisit {
        uid: String::new(),
        event: row.event,
        at: row.starts_on,
        until: None,
        all_day: row.all_day,
        planned: true,
        state,
        note: row.subject,
    }
}
