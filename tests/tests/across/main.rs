//! The phone from the use cases the screens call, and the domain against what a real server recorded.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where something is missing"
)]

mod bad_input;
mod fresh_masters;
mod golden_leaves;
mod golden_pricing;
mod golden_scan;
mod selling;
mod support;
mod visits;
