//! The practice site over its own wire. One program: it is built and linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod anything;
mod contract;
mod demo;
mod faults;
mod files;
mod orders;
mod proxy;
mod reading;
mod rights;
mod support;
