//! Orders that were placed, and those the office already had.

use super::placing::{EnteredLine, placed_due};
use super::sync::words;
use super::visits::why_none;
use super::{Session, customer_key, local_time, order_uid};
use crate::AppError;
use crate::selling::{DraftBody, OrderPrice, order_view};
use crate::views::{
    MoneyView, OrderCounts, OrderDetail, OrderFilter, OrderRow, Page, PlaceTaken, TimelineRow,
};
use chrono::{DateTime, FixedOffset};
use rust_decimal::Decimal;
use satchel_domain::ids::CustomerKey;
use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_store::{OrderCursor, OrderQuery};
use serde_json::Value;

/// Rows of a page.
const PAGE: usize = 50;

impl Session {
    /// Placed orders, newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn orders(
        &self,
        filter: &OrderFilter,
        after: Option<&str>,
    ) -> Result<Page<OrderRow>, AppError> {
        let query = OrderQuery {
            states: filter.state.map(states_shown_as).unwrap_or_default(),
            text: filter.text.clone(),
            customer: None,
            after: after.and_then(|text| serde_json::from_str::<OrderCursor>(text).ok()),
            limit: PAGE,
        };
        let page = self.inner.store.orders(&query)?;
        let rows =
            page.rows.into_iter().map(|row| self.order_row(row)).collect::<Result<_, _>>()?;
        Ok(Page { rows, next: page.next.and_then(|cursor| serde_json::to_string(&cursor).ok()) })
    }

    /// How many orders stand in each state.
    ///
    /// # Errors
    /// What the store says.
    pub fn order_counts(&self) -> Result<OrderCounts, AppError> {
        let today = self.inner.store.today_counts(self.today())?;
        let count = |state| -> Result<u32, AppError> {
            Ok(u32::try_from(self.orders_in(vec![state], 500)?.len()).unwrap_or(u32::MAX))
        };
        Ok(OrderCounts {
            drafts: today.drafts,
            waiting: today.waiting.saturating_add(today.on_the_way),
            needs_hand: today.needs_hand,
            booked: count(OrderState::Booked)?,
            withdrawn: count(OrderState::Withdrawn)?,
        })
    }

    /// A placed order with its time line and receipt.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when no such order was placed here.
    pub fn order_detail(&self, uid: &str) -> Result<OrderDetail, AppError> {
        let uid = order_uid(uid)?;
        let stored =
            self.inner.store.order(uid)?.ok_or(AppError::NotFound { what: "Sales Order" })?;
        let unreadable = |_| AppError::Unreadable { what: "Sales Order" };
        let body: DraftBody = serde_json::from_str(&stored.entry).map_err(unreadable)?;
        let priced = serde_json::from_str(&stored.priced).map_err(unreadable)?;
        let price = OrderPrice::Priced(Box::new(priced));
        let codes: Vec<_> = stored.lines.iter().map(|line| line.item_code.clone()).collect();
        let mut facts = self.facts_of(&codes, &body.warehouse)?;
        // Stock of today says nothing about an order of last week.
        for fact in facts.values_mut() {
            fact.stock.kept = false;
        }
        let currency = &self.company().currency;
        let mut order = order_view(&body, &price, &facts, currency, self.float_precision());
        order.uid = uid.to_string();
        order.customer = stored.row.customer.to_string();
        order.customer_name.clone_from(&stored.row.customer_name);
        order.choices = self.order_choices()?;
        let timeline = stored
            .timeline
            .iter()
            .map(|entry| timeline_row(&entry.event, local_time(entry.at, entry.offset_minutes)))
            .collect();
        let position = stored.captured.best_position().map(|p| PlaceTaken {
            latitude: degrees(p.latitude_e7),
            longitude: degrees(p.longitude_e7),
            accuracy_m: p.accuracy_m,
            age_min: p.age_s / 60,
        });
        Ok(OrderDetail {
            booked: self.booked(&stored)?,
            hand: self.hand_of(&uid.to_string())?,
            pictures: self.attached(&uid.to_string())?,
            can_withdraw: stored.row.state.may_withdraw(),
            customer: stored.row.customer.to_string(),
            order,
            timeline,
            signature: String::from_utf8(stored.signature).unwrap_or_default(),
            position,
            no_position: why_none(&stored.captured),
            clock_ahead_min: stored.captured.clock_wrong_s().map(|ahead| ahead / 60),
            row: self.order_row(stored.row)?,
        })
    }

    /// The customer name of a customer as a payload names it; that name itself where nobody has it.
    pub(super) fn customer_called(&self, customer: &str) -> Result<String, AppError> {
        let key =
            customer_key(customer).ok().or_else(|| customer.parse().map(CustomerKey::Server).ok());
        let found = key.map(|key| self.inner.store.customer(&key)).transpose()?.flatten();
        Ok(found.map_or_else(|| customer.to_owned(), |found| found.row.customer_name))
    }

    /// The orders of a customer, newest first: placed here, and known from the office.
    pub(super) fn orders_of(&self, customer: &str) -> Result<Vec<OrderRow>, AppError> {
        let key = customer_key(customer)?;
        let query = OrderQuery { customer: Some(key.clone()), limit: 10, ..OrderQuery::default() };
        let mut rows: Vec<OrderRow> = Vec::new();
        for row in self.inner.store.orders(&query)?.rows {
            rows.push(self.order_row(row)?);
        }
        for past in self.inner.store.past_orders(&key, 10)? {
            // One placed on this phone stands above already, with more to tell.
            let placed_here = match past.uid {
                Some(uid) => self.inner.store.order(uid)?.is_some(),
                None => false,
            };
            let Some(name) = past.name.filter(|_| !placed_here) else { continue };
            let day = past.transaction_date.unwrap_or_default();
            let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
            rows.push(OrderRow {
                uid: String::new(),
                number: name.to_string(),
                customer_name: String::new(),
                due: MoneyView::new(past.grand_total.parse().unwrap_or_default(), past.currency),
                lines: 0,
                state: OrderState::Booked,
                at: local_time(at, 0),
                refusal: String::new(),
            });
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        rows.truncate(10);
        Ok(rows)
    }

    /// Whom an order of the office's was for, and its lines.
    pub(super) fn past_order_lines(
        &self,
        name: &str,
    ) -> Result<(CustomerKey, Vec<EnteredLine>), AppError> {
        let not_found = AppError::NotFound { what: "Sales Order" };
        let Some(text) = self.inner.store.document("Sales Order", name)? else {
            return Err(not_found);
        };
        let document: Value = serde_json::from_str(&text)
            .map_err(|_| AppError::Unreadable { what: "Sales Order" })?;
        let customer = super::company::text(&document, "customer");
        let key = customer.parse().map(CustomerKey::Server).map_err(|_| not_found)?;
        let rows = document.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        let lines = rows
            .iter()
            .filter(|row| row.get("is_free_item").and_then(Value::as_i64).unwrap_or_default() == 0)
            .filter_map(|row| {
                let qty: Decimal = row.get("qty")?.to_string().parse().ok()?;
                let uom = super::company::text(row, "uom");
                Some((super::company::text(row, "item_code"), Some(uom), qty.normalize()))
            })
            .collect();
        Ok((key, lines))
    }

    pub(super) fn order_row(&self, row: satchel_store::OrderRow) -> Result<OrderRow, AppError> {
        let refusal = if row.state == OrderState::NeedsHand {
            self.inner
                .store
                .timeline(row.uid)?
                .into_iter()
                .rev()
                .find_map(|entry| match entry.event {
                    OrderEvent::Refused { reason } => Some(words(&reason)),
                    _ => None,
                })
                .unwrap_or_default()
        } else {
            String::new()
        };
        Ok(OrderRow {
            uid: row.uid.to_string(),
            number: row.receipt_number.to_string(),
            customer_name: row.customer_name,
            due: placed_due(&row.totals),
            lines: row.line_count,
            state: row.state,
            at: local_time(row.placed_at, self.now().offset_minutes),
            refusal,
        })
    }
}

/// The states a filter stands for: an order on its way waits, for the rep.
fn states_shown_as(state: OrderState) -> Vec<OrderState> {
    match state {
        OrderState::Waiting => {
            vec![OrderState::Waiting, OrderState::Sending, OrderState::Checking]
        }
        other => vec![other],
    }
}

fn timeline_row(event: &OrderEvent, at: DateTime<FixedOffset>) -> TimelineRow {
    let (what, note) = match event {
        OrderEvent::Placed => ("timeline-placed", String::new()),
        OrderEvent::CopiedFrom { source } => ("timeline-copied-from", source.clone()),
        OrderEvent::Sending => ("timeline-sending", String::new()),
        OrderEvent::AnswerLost => ("timeline-answer-lost", String::new()),
        OrderEvent::Postponed { reason } => ("timeline-postponed", reason.clone()),
        OrderEvent::Booked { name } => ("timeline-booked", name.clone()),
        OrderEvent::TotalsDiffer { phone, server } => {
            ("timeline-totals-differ", format!("{phone} ≠ {server}"))
        }
        OrderEvent::Refused { reason } => ("timeline-refused", words(reason)),
        OrderEvent::SentAgain => ("timeline-sent-again", String::new()),
        OrderEvent::HandedOver { note } => ("timeline-handed-over", note.clone()),
        OrderEvent::LeftAsDraft { reason } => ("timeline-left-as-draft", reason.clone()),
        OrderEvent::Mended { number } => ("timeline-mended", number.clone()),
        OrderEvent::Submitted => ("timeline-submitted", String::new()),
        OrderEvent::SubmitRefused { reason } => ("timeline-submit-refused", words(reason)),
        OrderEvent::Withdrawn { reason } => ("timeline-withdrawn", reason.clone()),
        OrderEvent::Salvaged => ("timeline-salvaged", String::new()),
    };
    TimelineRow { what: what.to_owned(), note, at }
}

pub(super) fn degrees(e7: i32) -> String {
    Decimal::new(i64::from(e7), 7).normalize().to_string()
}
