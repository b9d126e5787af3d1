//! Ports to the phone's devices: each a small trait in our words, with a fake in memory.

#[cfg(target_os = "android")]
pub mod android;
pub mod arrivals;
pub mod background;
pub use satchel_barcode as barcode;
pub mod biometrics;
pub mod camera;
pub mod clock;
#[cfg(target_os = "ios")]
pub mod ios;
pub mod key_store;
pub mod location;
pub mod permission;
pub mod photo;
pub mod printing;
pub mod random;
pub mod reminders;
pub mod share;
