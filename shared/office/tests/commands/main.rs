//! The commands of the office tool, as a shell would run them. One program: it is built and linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod courier;
mod device;
mod enroll;
mod memory;
mod parity;
mod receipt;
mod rehearse;
mod scan;
mod site;
mod snapshot;
mod support;
mod template;
