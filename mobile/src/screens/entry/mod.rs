//! Coming in: the first start, a PIN of one's own, unlocking.

mod choose_pin;
mod mark;
mod pin_screen;
mod state;
mod unlock;
mod welcome;

pub use choose_pin::ChoosePin;
pub use unlock::Unlock;
pub use welcome::Welcome;
