//! Safe copies: the whole profile in one encrypted file, and back from it.

mod choose;
mod file;
mod make;
mod restore;
#[cfg(test)]
mod tests;

pub use choose::PathButton;
pub use file::{Exchange, RECEIPT};
pub use make::MakeBackup;
pub use restore::Restore;
