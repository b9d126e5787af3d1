//! The sync of a session, with a practice site at the other end of the line.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod alone;
mod by_itself;
mod decided;
mod refused;
mod support;
