//! What iOS alone has, through Objective-C.

pub mod background;
mod biometrics;
pub mod folders;
pub mod permission;
mod places;
pub mod reminders;
mod screen;
mod share;

pub use biometrics::KeychainBiometrics;
pub use places::Places;
pub use reminders::SystemReminders;
pub use screen::{keep_awake, tap};
pub use share::ShareSheet;
