//! Coming in: the first start, a PIN of one's own, unlocking.

mod change_pin;
mod choose_pin;
mod mark;
mod pin_screen;
mod presence;
mod state;
#[cfg(test)]
mod tests;
mod twice_pin;
mod unlock;
mod welcome;

pub use change_pin::ChangePin;
pub use choose_pin::ChoosePin;
pub use presence::Presence;
pub use twice_pin::TwicePin;
pub use unlock::Unlock;
pub use welcome::Welcome;
