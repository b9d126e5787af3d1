//! The outbox: what waits for the server, what became of each attempt, and what people decide.

mod attachments;
pub(crate) mod crash;
mod hand;
mod rows;
mod settle;
mod types;

pub(crate) use attachments::append_signature;
pub(crate) use hand::take_back;
pub(crate) use rows::{NewRow, append, exists, needs_subject, needs_uid, set_order_state};
pub use types::{
    Arrival, Attachment, DifferenceReason, NewAttachment, OutboxKind, OutboxRow, OutboxState,
    QueueRow, Settlement, Step, TotalsDifference,
};

#[cfg(test)]
mod tests;
