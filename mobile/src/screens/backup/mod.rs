//! Safe copies: the whole profile in one encrypted file, and back from it.

mod choose;
mod file;
mod make;
mod restore;
#[cfg(test)]
mod tests;

pub use choose::FileButton;
pub use file::Exchange;
pub use make::MakeBackup;
pub use restore::Restore;
