//! Sending, fetching and the snapshot over a real line to the practice site, with everything that goes wrong.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod office;
mod pull;
mod push;
mod snapshot;
