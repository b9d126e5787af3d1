//! The list of orders as rows under headings.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use satchel_app::views::{DraftRow, OrderCounts, OrderRow};
use satchel_domain::orders::OrderState;

/// Height of a heading, in rem.
const HEADING: f64 = 2.75;
/// Height of a row, in rem.
const ROW: f64 = 4.0;
/// What one line of the office's words adds, in rem.
const WORDS: f64 = 1.375;
/// Signs of the office's words that surely fit one line of the narrowest phone.
const ONE_LINE: usize = 36;

/// What was read for the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listed {
    /// How many orders stand in each state.
    pub counts: OrderCounts,
    /// The drafts that match.
    pub drafts: Vec<DraftRow>,
    /// The placed orders that match, newest first.
    pub rows: Vec<OrderRow>,
    /// True when there are more than these.
    pub more: bool,
}

impl Listed {
    /// True when nothing matches.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.rows.is_empty()
    }
}

/// A row or a heading of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Over the drafts.
    Drafts,
    /// Over the orders of a day, with what they come to where all of them are read and in one
    /// currency: amount, currency, orders.
    Day(NaiveDate, Option<(Decimal, String, u32)>),
    /// A draft.
    Draft(DraftRow),
    /// A placed order.
    Placed(OrderRow),
}

impl Entry {
    /// Its height, in rem.
    pub fn height(&self) -> f64 {
        match self {
            Self::Drafts | Self::Day(..) => HEADING,
            Self::Placed(row) if !row.refusal.is_empty() => {
                ROW + WORDS * if is_long(&row.refusal) { 2.0 } else { 1.0 }
            }
            Self::Draft(_) | Self::Placed(_) => ROW,
        }
    }
}

/// Whether the office's words need a second line.
pub fn is_long(words: &str) -> bool {
    words.chars().count() > ONE_LINE
}

/// The rows under their headings. `with_sums` adds up whole days; a filtered list is none.
pub fn entries(listed: &Listed, with_sums: bool) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(listed.drafts.len() + listed.rows.len() + 8);
    if !listed.drafts.is_empty() {
        entries.push(Entry::Drafts);
        entries.extend(listed.drafts.iter().cloned().map(Entry::Draft));
    }
    let days: Vec<&[OrderRow]> =
        listed.rows.chunk_by(|a, b| a.at.date_naive() == b.at.date_naive()).collect();
    let last = days.len();
    for (place, day) in days.into_iter().enumerate() {
        let Some(first) = day.first() else { continue };
        let whole = place + 1 < last || !listed.more;
        let sum = if with_sums && whole { sum(day) } else { None };
        entries.push(Entry::Day(first.at.date_naive(), sum));
        entries.extend(day.iter().cloned().map(Entry::Placed));
    }
    entries
}

/// What the orders of a day come to, those taken back aside; `None` in several currencies.
fn sum(day: &[OrderRow]) -> Option<(Decimal, String, u32)> {
    let mut kept = day.iter().filter(|row| row.state != OrderState::Withdrawn);
    let first = kept.next()?;
    let mut sum = (first.due.amount, first.due.currency.clone(), 1_u32);
    for row in kept {
        if row.due.currency != sum.1 {
            return None;
        }
        sum.0 = sum.0.checked_add(row.due.amount)?;
        sum.2 = sum.2.saturating_add(1);
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::orders::tests::{at, placed};

    #[test]
    fn days_add_up_only_when_they_are_whole() {
        let mut back = placed("D", OrderState::Withdrawn, at(13, 9));
        back.due.amount = Decimal::from(50);
        let listed = Listed {
            rows: vec![
                placed("A", OrderState::Waiting, at(14, 10)),
                placed("B", OrderState::Booked, at(14, 9)),
                placed("C", OrderState::Booked, at(13, 17)),
                back,
            ],
            more: true,
            ..Listed::default()
        };
        let sums = |listed: &Listed, with_sums| -> Vec<Option<(String, u32)>> {
            entries(listed, with_sums)
                .into_iter()
                .filter_map(|entry| match entry {
                    Entry::Day(_, sum) => Some(sum.map(|sum| (sum.0.to_string(), sum.2))),
                    _ => None,
                })
                .collect()
        };
        let two = Some(("809.90".to_owned(), 2));
        assert_eq!(sums(&listed, true), [two.clone(), None]);
        let all = Listed { more: false, ..listed };
        assert_eq!(sums(&all, true), [two, Some(("404.95".to_owned(), 1))]);
        assert_eq!(sums(&all, false), [None, None]);
    }

    #[test]
    fn euros_and_dollars_do_not_add_up() {
        let mut dollars = placed("A", OrderState::Booked, at(14, 8));
        dollars.due.currency = "USD".into();
        let rows = vec![placed("B", OrderState::Booked, at(14, 9)), dollars];
        let listed = Listed { rows, ..Listed::default() };
        assert!(matches!(entries(&listed, true).first(), Some(Entry::Day(_, None))));
    }

    #[test]
    fn the_offices_words_have_their_room() {
        let mut row = placed("A", OrderState::NeedsHand, at(14, 8));
        assert_eq!(Entry::Placed(row.clone()).height(), ROW);
        row.refusal = "Credit limit passed".into();
        assert_eq!(Entry::Placed(row.clone()).height(), ROW + WORDS);
        row.refusal = "Credit limit has been crossed for customer Hotel Linha Alta".into();
        assert_eq!(Entry::Placed(row).height(), ROW + 2.0 * WORDS);
    }
}
