//! The screens, a folder each: `mod.rs` asks the app and holds the state, `view.rs` shows it.
//!
//! A view takes what `satchel_app::views` gives, writes it in the words of the screen and is
//! rendered to text in its tests; it asks nothing itself.

pub mod base;
pub mod customers;
pub mod entry;
pub mod states;
pub mod today;
