//! Sentences of the pricing, handed on to the screens as keys with arguments.

use crate::views::PriceReason;
use satchel_domain::pricing::{Message, Provisional, Refusal};

/// Why the server would refuse the order.
pub(crate) fn refusal_reason(refusal: &Refusal) -> PriceReason {
    PriceReason { id: refusal.message_id(), args: refusal.args() }
}

/// Why the price may yet change.
pub(crate) fn provisional_reasons(reasons: &[Provisional]) -> Vec<PriceReason> {
    reasons.iter().map(|r| PriceReason { id: r.message_id(), args: r.args() }).collect()
}

/// What the server would remark.
pub(crate) fn message_reasons(messages: &[Message]) -> Vec<PriceReason> {
    messages.iter().map(|m| PriceReason { id: m.message_id(), args: m.args() }).collect()
}
