//! The lines and facts of an order in words.

use crate::components::{Face, Glyph, LineText, Tone};
use crate::format::{amount, quantity, rate, units};
use crate::i18n::{Argument, words_of};
use crate::tr;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use satchel_app::views::{DiscountEntry, LineView, OrderView, PriceReason, StockNote, StockView};

/// A line as it stands in lists.
pub fn line_text(line: &LineView, currency: &str) -> LineText {
    LineText {
        face: Face::of_item(&line.art, &line.item_name),
        name: line.item_name.clone(),
        quantity: units::counted(line.qty, &line.uom),
        rate: rate(line.rate, currency),
        was: (line.price_list_rate > line.rate).then(|| rate(line.price_list_rate, currency)),
        amount: amount(line.amount, currency),
        tags: tags(line, currency),
    }
}

fn tags(line: &LineView, currency: &str) -> Vec<(String, Glyph, Tone)> {
    let mut tags = Vec::new();
    for rule in &line.rules {
        tags.push((rule.clone(), Glyph::Tag, Tone::Rule));
    }
    if let Some(discount) = &line.typed_discount {
        let text = tr!("order-your-discount", figure: discount_words(discount, currency));
        tags.push((text, Glyph::PencilLine, Tone::Quiet));
    }
    if line.typed_rate.is_some() {
        tags.push((tr!("order-your-price"), Glyph::PencilLine, Tone::Quiet));
    }
    if line.no_price {
        tags.push((tr!("order-no-price"), Glyph::CircleAlert, Tone::Hand));
    }
    if let Some(note) = &line.stock_note {
        tags.push((stock_note(note), Glyph::TriangleAlert, Tone::Waiting));
    }
    tags
}

/// `−5 %` or `−0.50`.
pub fn discount_words(discount: &DiscountEntry, currency: &str) -> String {
    match discount {
        DiscountEntry::Percentage(percent) => {
            format!("\u{2212}{}", crate::format::percent(*percent))
        }
        DiscountEntry::Amount(value) => format!("\u{2212}{}", amount(*value, currency)),
    }
}

/// `Van has 3, one short · 126 in store`.
pub fn stock_note(note: &StockNote) -> String {
    let StockNote::Short { here, short, elsewhere } = note;
    let (count, here, short) = (count(*short), quantity(*here), quantity(*short));
    if elsewhere.is_zero() {
        tr!("order-stock-short", count: count, here: here, short: short)
    } else {
        tr!("order-stock-short-store", count: count, here: here, short: short, elsewhere: quantity(*elsewhere))
    }
}

/// `Van 14 · 230 in store`, in stock units; nothing for an item without stock.
pub fn stock(stock: &StockView) -> Option<String> {
    stock.kept.then(
        || tr!("order-stock", here: quantity(stock.here), elsewhere: quantity(stock.elsewhere)),
    )
}

/// A whole number that chooses a plural.
pub fn count(number: Decimal) -> Argument {
    Argument::from(number.to_i64().unwrap_or(i64::MAX))
}

/// What earned a free line: the rule's name and the line above it.
pub fn cause(free: &LineView, order: &OrderView) -> String {
    if let Some(rule) = free.rules.first() {
        return rule.clone();
    }
    let earned = free.earned_by.and_then(|at| super::typing::line(order, at));
    match earned {
        Some(line) => tr!("order-free-with", quantity: units::counted_in_full(line.qty, &line.uom)),
        None => tr!("order-free-order"),
    }
}

/// A sentence of the pricing.
pub fn reason(reason: &PriceReason) -> String {
    let args: Vec<_> =
        reason.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    words_of(reason.id, &args)
}
