//! Drafts, orders and the outbox.

mod concurrent;
mod histories;
mod placing;
mod reading;
