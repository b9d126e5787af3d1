//! The outbox: what waits for the server, what became of each attempt, and what people decide.

pub(crate) mod attachments;
pub(crate) mod crash;
mod hand;
mod position;
mod replace;
mod rows;
mod settle;
mod struggling;
mod types;

pub(crate) use attachments::append_signature;
pub use attachments::picture as signature_picture;
pub use position::CapturedDocument;
pub(crate) use replace::{give_back, replaced_by, take_back};
pub(crate) use rows::{
    NewRow, append, exists, joined, needs_subject, needs_uid, replaced, set_order_state,
};
pub use types::{
    Arrival, AttachedFile, Attachment, DifferenceReason, NewAttachment, OutboxKind, OutboxRow,
    OutboxState, QueueRow, Settlement, Slip, Step, Struggling, TotalsDifference,
};

#[cfg(test)]
mod tests;
