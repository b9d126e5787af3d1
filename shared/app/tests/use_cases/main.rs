//! The use cases, each as a screen would ask for it. One program: it is built and linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod common;
mod enrol;
mod half_loaded;
mod positions;
mod presence;
mod printing;
mod reminders;
mod reports;
mod tasks;
mod visits;
