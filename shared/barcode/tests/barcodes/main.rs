//! Reading codes: photographs where they are at hand, drawn and spoilt pictures always.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod anything;
mod draw;
mod frames;
mod photographs;
mod spoil;
mod stills;
