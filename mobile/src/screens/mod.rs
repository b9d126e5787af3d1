//! The screens, a folder each: `mod.rs` asks the app and holds the state, `view.rs` shows it.
//!
//! A view takes what `satchel_app::views` gives, writes it in the words of the screen and is
//! rendered to text in its tests; it asks nothing itself.

pub mod about;
pub mod ages;
pub mod backup;
pub mod base;
pub mod calendar;
pub mod catalogue;
pub mod connect;
pub mod courier;
pub mod customer;
pub mod customers;
pub mod day_route;
pub mod entry;
pub mod event;
pub mod figures;
pub mod invitation;
pub mod more;
pub mod new_customer;
pub mod order;
pub mod order_detail;
pub mod orders;
pub mod permit;
pub mod placed;
pub mod printers;
pub mod receipt;
pub mod reminders;
pub mod report;
pub mod review;
pub mod scan;
pub mod scanner;
pub mod scanning;
pub mod share;
pub mod states;
pub mod sync;
pub mod task;
pub mod tasks;
pub mod team;
pub mod team_figures;
pub mod team_visit;
pub mod templates;
pub mod today;
pub mod track;
pub mod trouble;
pub mod visit;
