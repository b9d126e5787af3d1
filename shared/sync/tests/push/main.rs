//! Sending over a real line to a practice site, with everything that goes wrong.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod arrived;
mod changed;
mod crashed;
mod once;
mod paused;
mod refused;
mod stuck;
mod support;
