//! The one line that says how things stand.

use super::ALL_BOOKED_AT;
use super::board::Phase;
use crate::AppError;
use crate::session::{Session, local_time};
use crate::views::StripState;
use chrono::{DateTime, FixedOffset};
use satchel_store::{OutboxKind, OutboxState, QueueRow, TodayCounts};
use satchel_sync::push::{Pause, stuck};

/// What the strip is made of.
#[derive(Debug, Default)]
struct Facts {
    counts: TodayCounts,
    /// Rows and documents somebody has to decide about.
    to_decide: u32,
    /// Whether all of them are orders.
    only_orders: bool,
    /// Orders among them that still wait, because they do not get through.
    stuck_orders: u32,
    sending: bool,
    /// Translation key of why nothing is sent.
    paused: Option<&'static str>,
    /// Part of the first load, in thousandths, and whether orders can be taken.
    loading: Option<(u16, bool)>,
    /// Since when prices are too old to sell by.
    old_prices: Option<DateTime<FixedOffset>>,
    all_booked_at: Option<DateTime<FixedOffset>>,
}

impl Session {
    /// What the state strip says.
    ///
    /// # Errors
    /// What the store says.
    pub fn strip(&self) -> Result<StripState, AppError> {
        let store = &self.inner.store;
        let now = self.now();
        let board = &self.inner.sync.board;
        let (progress, download) = (board.progress(), board.download());
        let loading = progress.loading.then(|| (progress.thousandths(), progress.can_sell));
        let downloading = (download.total > 0).then(|| (download.thousandths(), false));
        let pause = Pause::load(store)?
            .filter(|pause| pause.reason.needs_the_office() || pause.holds(now.utc));
        let prices = self.ages()?.prices;
        let stuck = stuck::stuck(store, now.utc.timestamp_millis())?;
        let orders = stuck.iter().filter(|row| row.kind == OutboxKind::SalesOrder).count();
        let queue = store.queue()?;
        let to_decide = self.to_decide(&queue, stuck.len())?;
        let stuck_orders = u32::try_from(orders).unwrap_or(u32::MAX);
        Ok(strip_of(&Facts {
            counts: store.today_counts(self.today())?,
            to_decide,
            only_orders: to_decide == stuck_orders.saturating_add(refused_orders(&queue)),
            stuck_orders,
            sending: board.told().phase == Phase::Sending,
            paused: pause.map(|pause| pause.reason.message_id()),
            loading: downloading.or(loading),
            old_prices: prices.filter(|age| age.too_old).map(|age| age.at),
            all_booked_at: store
                .setting(ALL_BOOKED_AT)?
                .and_then(DateTime::from_timestamp_millis)
                .map(|utc| local_time(utc, now.offset_minutes)),
        }))
    }

    /// Refused rows, those that do not get through, and documents both sides changed. What was left to
    /// a supervisor is decided.
    fn to_decide(&self, queue: &[QueueRow], stuck: usize) -> Result<u32, AppError> {
        let refused = queue.iter().filter(|row| row.state == OutboxState::Parked).count() + stuck;
        let conflicts = self.inner.store.conflicts()?;
        let mut documents: Vec<_> =
            conflicts.iter().map(|found| (found.doctype.as_str(), &found.key)).collect();
        documents.dedup();
        Ok(u32::try_from(refused.saturating_add(documents.len())).unwrap_or(u32::MAX))
    }
}

fn refused_orders(queue: &[QueueRow]) -> u32 {
    let of_order = |kind| matches!(kind, OutboxKind::SalesOrder | OutboxKind::Submit);
    let refused = |row: &&QueueRow| row.state == OutboxState::Parked && of_order(row.kind);
    u32::try_from(queue.iter().filter(refused).count()).unwrap_or(u32::MAX)
}

/// The worst first: what a person must do, then what nobody can do anything about, then what goes on.
fn strip_of(facts: &Facts) -> StripState {
    let counts = &facts.counts;
    let orders =
        counts.waiting.saturating_add(counts.on_the_way).saturating_sub(facts.stuck_orders);
    let refused_orders = counts.needs_hand;
    let others = counts
        .unsent_documents
        .saturating_sub(orders)
        .saturating_sub(facts.to_decide.max(refused_orders));
    if facts.to_decide > 0 {
        let (refused, only_orders) = (facts.to_decide, facts.only_orders);
        return StripState::NeedsHand { refused, only_orders, waiting: orders };
    }
    if let Some(message_id) = facts.paused {
        return StripState::Paused { message_id, orders, others };
    }
    if let Some((thousandths, can_sell)) = facts.loading {
        return StripState::Loading { thousandths, can_sell };
    }
    if orders > 0 || others > 0 {
        return match facts.sending {
            true => StripState::Sending { orders, others },
            false => StripState::Waiting { orders, others },
        };
    }
    if let Some(since) = facts.old_prices {
        return StripState::OldPrices { since };
    }
    StripState::AllBooked { at: facts.all_booked_at }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let counts =
            TodayCounts { waiting: 2, on_the_way: 1, unsent_documents: 4, ..Default::default() };
        Facts { counts, ..Facts::default() }
    }

    #[test]
    fn the_strip_tells_the_worst_first() {
        let mut facts = Facts { loading: Some((5, false)), ..facts() };
        facts.counts =
            TodayCounts { waiting: 2, needs_hand: 1, unsent_documents: 4, ..Default::default() };
        (facts.to_decide, facts.only_orders) = (1, true);
        facts.paused = Some("sync-paused-unauthorised");
        assert_eq!(
            strip_of(&facts),
            StripState::NeedsHand { refused: 1, only_orders: true, waiting: 2 }
        );
        facts.to_decide = 0;
        let paused =
            StripState::Paused { message_id: "sync-paused-unauthorised", orders: 2, others: 1 };
        assert_eq!(strip_of(&facts), paused);
        facts.paused = None;
        assert_eq!(strip_of(&facts), StripState::Loading { thousandths: 5, can_sell: false });
    }

    #[test]
    fn what_is_on_its_way_is_counted_whether_it_waits_or_goes() {
        assert_eq!(strip_of(&facts()), StripState::Waiting { orders: 3, others: 1 });
        let sending = Facts { sending: true, ..facts() };
        assert_eq!(strip_of(&sending), StripState::Sending { orders: 3, others: 1 });
    }

    #[test]
    fn with_nothing_to_send_old_prices_are_told() {
        let since = DateTime::parse_from_rfc3339("2026-11-20T10:00:00Z").unwrap();
        let old = Facts { old_prices: Some(since), sending: true, ..Facts::default() };
        assert_eq!(strip_of(&old), StripState::OldPrices { since });
        assert_eq!(strip_of(&Facts::default()), StripState::AllBooked { at: None });
    }
}
