//! The pull against the practice site.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod away;
mod broken;
mod followed;
mod idle;
mod loaded;
mod support;
mod team;
