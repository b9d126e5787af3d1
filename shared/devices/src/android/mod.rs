//! What Android alone has, over JNI: the Java it talks to is `android/java/app/satchel/phone`.
//!
//! Names and signatures of that Java stand in `java!` and `native_method!`; a check compares them with the
//! compiled classes.

mod bridge;
pub mod permission;
pub mod phone;
mod places;
mod serial;

pub use phone::keep_awake;
pub use places::Places;
pub use serial::SerialLinks;

pub(crate) use bridge::{call, has_ble};
