//! Placing an order: frozen, numbered and in the outbox, in one transaction.

use super::{Session, order_uid};
use crate::AppError;
use crate::selling::{OrderPrice, PayloadFacts, due, sales_order_payload};
use crate::views::{MoneyView, PlacedView};
use rust_decimal::Decimal;
use satchel_domain::ids::{CustomerKey, ItemCode, OrderUid, ReceiptNumber};
use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_domain::pricing::PricedOrder;
use satchel_store::{CapturedDocument, OrderLine, OrderQuery, OrderToPlace, OrderTotals};
use std::iter;

/// The longest signature taken, in bytes of SVG path; a long one has about 20,000.
const MAX_SIGNATURE: usize = 256 * 1024;

/// The longest reason for a withdrawal, in characters.
pub(super) const MAX_REASON: usize = 1_000;

impl Session {
    /// Places a draft and gives what the "placed" screen shows. When this returns, the order is
    /// durable. Placing twice (a double tap, a retry after a crash) gives the same receipt number.
    ///
    /// `signature` is an SVG path, empty when nobody signed.
    ///
    /// # Errors
    /// [`AppError::EmptyOrder`], [`AppError::NoPrice`], [`AppError::Refused`] when the server would
    /// refuse it, or what the store says; the draft is then still there.
    pub fn place_order(&self, uid: &str, signature: &str) -> Result<PlacedView, AppError> {
        let uid = order_uid(uid)?;
        if signature.len() > MAX_SIGNATURE {
            return Err(AppError::Field { field: "signature" });
        }
        if let Some(placed) = self.inner.store.order(uid)? {
            let row = placed.row;
            let due = placed_due(&row.totals);
            return self.placed(uid, &row.receipt_number, row.customer_name, due);
        }
        let (key, body) = self.draft_body(uid)?;
        let priced = match self.price_body(&body)? {
            OrderPrice::Empty => return Err(AppError::EmptyOrder),
            OrderPrice::Refused(refusal) => return Err(AppError::Refused(refusal)),
            OrderPrice::Priced(priced) => priced,
        };
        check_prices(&priced, &body)?;
        let order = self.order_to_place(uid, &key, &body, &priced, signature)?;
        let (customer_name, captured) = (order.customer_name.clone(), order.captured.clone());
        let number = self.inner.store.place(order).wait()?;
        self.look_out(CapturedDocument::Order(uid), captured);
        self.placed(uid, &number, customer_name, MoneyView::new(due(&priced), priced.currency))
    }

    fn placed(
        &self,
        uid: OrderUid,
        number: &ReceiptNumber,
        customer_name: String,
        due: MoneyView,
    ) -> Result<PlacedView, AppError> {
        let counts = self.inner.store.today_counts(self.today())?;
        Ok(PlacedView {
            uid: uid.to_string(),
            number: number.to_string(),
            customer_name,
            due,
            waiting: counts.waiting.saturating_add(counts.on_the_way),
        })
    }

    fn order_to_place(
        &self,
        uid: OrderUid,
        key: &CustomerKey,
        body: &crate::selling::DraftBody,
        priced: &PricedOrder,
        signature: &str,
    ) -> Result<OrderToPlace, AppError> {
        let captured = self.captured();
        let customer_name = self
            .inner
            .store
            .customer(key)?
            .map(|detail| detail.row.customer_name)
            .unwrap_or_default();
        let company = self.company();
        let facts = PayloadFacts {
            captured: &captured,
            time_zone: company.time_zone.as_deref(),
            note: &body.note,
            visit: &self.visit_at(key)?,
        };
        let payload = sales_order_payload(priced, &facts).to_string();
        let unreadable = |_| AppError::Unreadable { what: "priced order" };
        Ok(OrderToPlace {
            uid,
            customer: key.clone(),
            customer_name,
            company: priced.company.clone(),
            transaction_date: priced.transaction_date.unwrap_or_else(|| self.today()),
            delivery_date: priced.delivery_date,
            totals: OrderTotals {
                currency: priced.currency.clone(),
                net_total: priced.net_total.to_string(),
                total_taxes_and_charges: priced.total_taxes_and_charges.to_string(),
                grand_total: priced.grand_total.to_string(),
                rounded_total: due(priced).to_string(),
            },
            provisional: !priced.provisional.is_empty() || self.is_half_loaded()?,
            lines: order_lines(priced)?,
            note: body.note.clone(),
            entry: serde_json::to_string(body).map_err(unreadable)?,
            priced: serde_json::to_string(priced).map_err(unreadable)?,
            payload,
            captured,
            signature: signature.as_bytes().to_vec(),
            copied_from: body.copied_from.clone(),
            replaces: self.replaced(body)?,
        })
    }

    /// The refused order this one goes in place of, if it still may, and those that one was to replace. One
    /// the rep took back by hand leaves this one an order like any other.
    fn replaced(&self, body: &crate::selling::DraftBody) -> Result<Vec<OrderUid>, AppError> {
        let Some(refused) = body.replaces else { return Ok(Vec::new()) };
        let store = &self.inner.store;
        let Some(order) = store.order(refused)? else { return Ok(Vec::new()) };
        let row = store.outbox_row_of(&refused.to_string())?;
        let before = row.iter().flat_map(|row| &row.replaces).filter_map(|uid| uid.parse().ok());
        let all = iter::once(refused).chain(before).collect();
        let over_draft = match &row {
            Some(row) => store.replaces_a_draft(row)?,
            None => false,
        };
        let mended = |event: &OrderEvent| matches!(event, OrderEvent::Mended { .. });
        match order.row.state {
            OrderState::NeedsHand => Ok(all),
            OrderState::Booked if store.is_refused_draft(refused)? => Ok(all),
            // What the office has as a draft stays there, and this one must not go beside it.
            OrderState::Withdrawn
                if !over_draft && !order.timeline.iter().any(|e| mended(&e.event)) =>
            {
                Ok(Vec::new())
            }
            _ => Err(AppError::MendedMeanwhile { number: order.row.receipt_number.to_string() }),
        }
    }

    /// Takes a placed order back, with the rep's reason, as long as it was not sent.
    ///
    /// # Errors
    /// [`AppError::Field`] without a reason; the store's refusal once it is on its way.
    pub fn withdraw_order(&self, uid: &str, reason: &str) -> Result<(), AppError> {
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > MAX_REASON {
            return Err(AppError::Field { field: "reason" });
        }
        let uid = order_uid(uid)?;
        Ok(self.inner.store.withdraw(uid, reason.to_owned(), self.captured()).wait()?)
    }

    /// Whom an order was for and what was entered in it: one placed here by uid, one of the office's
    /// by name.
    pub(super) fn lines_of(
        &self,
        order: &str,
    ) -> Result<(CustomerKey, Vec<EnteredLine>), AppError> {
        if let Ok(uid) = order.parse::<OrderUid>() {
            let detail =
                self.inner.store.order(uid)?.ok_or(AppError::NotFound { what: "Sales Order" })?;
            let lines = detail
                .lines
                .into_iter()
                .filter(|line| !line.is_free_item)
                .map(|line| (line.item_code.to_string(), Some(line.uom), line.qty))
                .collect();
            return Ok((detail.row.customer, lines));
        }
        self.past_order_lines(order)
    }

    /// The newest orders in some states.
    pub(super) fn orders_in(
        &self,
        states: Vec<OrderState>,
        limit: usize,
    ) -> Result<Vec<satchel_store::OrderRow>, AppError> {
        let query = OrderQuery { states, limit, ..OrderQuery::default() };
        Ok(self.inner.store.orders(&query)?.rows)
    }
}

/// Item code, unit and quantity as entered.
pub(super) type EnteredLine = (String, Option<String>, Decimal);

/// The amount due of a placed order.
pub(super) fn placed_due(totals: &OrderTotals) -> MoneyView {
    let amount = totals.rounded_total.parse().unwrap_or_default();
    MoneyView::new(amount, totals.currency.clone())
}

/// A line without a price would be given away by mistake; a rate of 0 that was typed is meant.
fn check_prices(priced: &PricedOrder, body: &crate::selling::DraftBody) -> Result<(), AppError> {
    for line in priced.items.iter().filter(|line| !line.is_free_item) {
        let typed = line
            .entry_index
            .and_then(|at| body.entry.items.get(at))
            .is_some_and(|entry| entry.rate.is_some());
        if line.price_list_rate.is_zero() && !typed {
            let item_name = line.item_name.clone().unwrap_or_else(|| line.item_code.clone());
            return Err(AppError::NoPrice { item_name });
        }
    }
    Ok(())
}

fn order_lines(priced: &PricedOrder) -> Result<Vec<OrderLine>, AppError> {
    priced
        .items
        .iter()
        .map(|line| {
            Ok(OrderLine {
                item_code: line
                    .item_code
                    .parse::<ItemCode>()
                    .map_err(|_| AppError::Unreadable { what: "item code" })?,
                item_name: line.item_name.clone().unwrap_or_else(|| line.item_code.clone()),
                qty: line.qty,
                uom: line.uom.clone(),
                stock_qty: line.stock_qty,
                warehouse: line.warehouse.clone().unwrap_or_default(),
                rate: line.rate.to_string(),
                amount: line.amount.to_string(),
                is_free_item: line.is_free_item,
            })
        })
        .collect()
}
