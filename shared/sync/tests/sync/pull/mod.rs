//! The pull against the practice site.

mod away;
mod broken;
mod followed;
mod idle;
mod loaded;
pub mod support;
mod team;
