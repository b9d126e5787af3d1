//! Ports to the phone's devices: each a small trait in our words, with a fake in memory.

pub mod barcode;
pub mod clock;
pub mod key_store;
pub mod location;
pub mod printing;
pub mod random;
