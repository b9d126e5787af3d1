//! The first screen of the day.

use super::customers::position;
use super::day_route::PlannedStop;
use super::{Session, local_time};
use crate::AppError;
use crate::views::{
    AgendaRow, DraftRow, MoneyView, OrderRow, RouteView, TaskRow, TodayView, VisitDone, VisitStop,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::CustomerKey;
use satchel_domain::orders::OrderState;
use satchel_store::{TaskQuery, VisitRow};

/// Rows of a list on Today; the rest is one tap away.
const FEW: usize = 5;

impl Session {
    /// What the rep needs this morning.
    ///
    /// # Errors
    /// What the store says.
    pub fn today_view(&self) -> Result<TodayView, AppError> {
        let date = self.today();
        let (stops, events, route) = self.day(date)?;
        let visit = self.open_visit()?;
        let next = stops.iter().find(|stop| !stop.done).map(|stop| stop.customer.clone());
        let near = match visit {
            None => self.near(&stops)?.filter(|near| Some(&near.customer) != next.as_ref()),
            Some(_) => None,
        };
        let (sold, sold_orders) = self.sold(date)?;
        Ok(TodayView {
            date,
            who: self.inner.profile.label.clone(),
            sold,
            sold_orders,
            visit,
            visited: self.visited(date)?,
            stops,
            route,
            near,
            missed: self.missed(date)?,
            events,
            tasks: self.tasks_due(date)?,
            drafts: self.drafts()?,
            needs_hand: self.needing_hand()?,
            strip: self.strip()?,
        })
    }

    /// The visits begun on a day that are over.
    fn visited(&self, date: NaiveDate) -> Result<Vec<VisitDone>, AppError> {
        let at = |captured: &CapturedAt| local_time(captured.utc, captured.offset_minutes);
        let done = |visit: VisitRow| {
            Some(VisitDone {
                uid: visit.uid.to_string(),
                from: at(&visit.check_in),
                until: at(visit.check_out.as_ref()?),
                customer_name: visit.customer_name,
                note: visit.note,
            })
        };
        Ok(self.inner.store.visits_of_day(date)?.into_iter().filter_map(done).collect())
    }

    /// Drafts, the last edited first.
    ///
    /// # Errors
    /// What the store says.
    pub fn drafts(&self) -> Result<Vec<DraftRow>, AppError> {
        let offset = self.now().offset_minutes;
        Ok(self
            .inner
            .store
            .drafts()?
            .into_iter()
            .map(|draft| DraftRow {
                uid: draft.uid.to_string(),
                customer_name: draft.customer_name,
                lines: draft.line_count,
                due: MoneyView::new(draft.grand_total.parse().unwrap_or_default(), draft.currency),
                at: local_time(draft.updated_at, offset),
            })
            .collect())
    }

    fn needing_hand(&self) -> Result<Vec<OrderRow>, AppError> {
        self.orders_in(vec![OrderState::NeedsHand], FEW)?
            .into_iter()
            .map(|row| self.order_row(row))
            .collect()
    }

    /// Sold on a day, in the company's currency; other currencies count as orders only. A company that
    /// is not on this phone, such as after a salvage, has that of its first order.
    fn sold(&self, date: NaiveDate) -> Result<(MoneyView, u32), AppError> {
        let totals = self.inner.store.day_totals(date)?;
        let known = Some(self.company().currency.clone()).filter(|currency| !currency.is_empty());
        let first = || totals.first().map(|total| total.currency.clone());
        let currency = known.or_else(first).unwrap_or_default();
        let amount = totals
            .iter()
            .filter(|total| total.currency == currency)
            .map(|total| total.total)
            .fold(Decimal::ZERO, Decimal::saturating_add);
        let orders = totals.iter().map(|total| total.orders).sum();
        Ok((MoneyView::new(amount, currency), orders))
    }

    /// The stops of a day, the other entries of its calendar, and the way.
    pub(super) fn day(
        &self,
        date: NaiveDate,
    ) -> Result<(Vec<VisitStop>, Vec<AgendaRow>, RouteView), AppError> {
        let visits = self.inner.store.visits_of_day(date)?;
        let mut stops = Vec::new();
        let mut events = Vec::new();
        for row in self.agenda(date, date)? {
            if row.customer.is_empty() {
                events.push(row);
                continue;
            }
            let done = visits.iter().any(|visit| {
                visit.customer.as_ref().is_some_and(|key| key.to_string() == row.customer)
            });
            stops.push(self.stop(row, done)?);
        }
        let (stops, route) = self.in_order(date, stops)?;
        Ok((stops, events, route))
    }

    fn stop(&self, row: AgendaRow, done: bool) -> Result<PlannedStop, AppError> {
        let detail = self.customer(&row.customer)?;
        let key: Option<CustomerKey> = row.customer.parse().ok();
        let place = match &key {
            Some(key) => self.inner.store.customer(key)?.and_then(|found| found.row.place),
            None => None,
        };
        let until = row.ends_on.filter(|ends| ends.date() == row.starts_on.date());
        let over = row.ends_on.unwrap_or(row.starts_on) < self.local_now().naive_local();
        let dues: Vec<Decimal> = detail.orders.iter().map(|order| order.due.amount).collect();
        let usual = dues
            .iter()
            .min()
            .zip(dues.iter().max())
            .map(|(low, high)| (*low, *high, detail.currency.clone()));
        let view = VisitStop {
            event: row.event,
            at: (!row.all_day).then(|| row.starts_on.time()),
            until: until.filter(|_| !row.all_day).map(|ends| ends.time()),
            arrives: None,
            late_min: 0,
            past: over && !done && !row.all_day,
            customer: row.customer,
            customer_name: detail.row.customer_name,
            place: detail
                .addresses
                .first()
                .and_then(|address| address.lines.first().cloned())
                .unwrap_or_default(),
            distance_m: None,
            done,
            usual,
            overdue: detail.row.overdue,
            phone: detail.contacts.first().map(|c| c.phone.clone()).unwrap_or_default(),
            position: detail.addresses.first().and_then(|address| address.position.clone()),
        };
        Ok(PlannedStop { view, place: place.and_then(position) })
    }

    fn tasks_due(&self, date: NaiveDate) -> Result<Vec<TaskRow>, AppError> {
        let query = TaskQuery { project: None, open_only: true, due_until: Some(date) };
        self.task_rows(&query)
    }
}
