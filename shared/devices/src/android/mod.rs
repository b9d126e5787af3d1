//! What Android alone has, over JNI: the Java it talks to is `android/java/app/satchel/phone`.
//!
//! Names and signatures of that Java stand in `java!` and `native_method!`; a check compares them with the
//! compiled classes.

mod biometrics;
mod bridge;
pub mod permission;
pub mod phone;
mod places;
mod reminders;
mod serial;
mod share;

pub use biometrics::SystemBiometrics;
pub use phone::{keep_awake, tap};
pub use places::Places;
pub use reminders::SystemReminders;
pub use serial::SerialLinks;
pub use share::ShareSheet;

pub(crate) use bridge::{call, has_ble};
