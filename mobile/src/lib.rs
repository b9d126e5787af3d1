//! The screens of Satchel: one [`app::App`], shown by one of three shells.
//!
//! Components take props and callbacks and know no store; screens ask `satchel_app` and nothing
//! below it. Words come from `assets/i18n`, colours and sizes from `assets/styles`.

// rsx! expands event handlers to qualified names, and the lint points into the macro.
#![allow(unused_qualifications)]

pub mod app;
pub mod arrivals;
pub mod ask;
pub mod away;
pub mod back;
pub mod boot;
pub mod components;
pub mod eye;
pub mod format;
pub mod gallery;
pub mod gate;
pub mod i18n;
pub mod look;
pub mod map;
pub mod options;
pub mod platform;
pub mod reminding;
pub mod routes;
pub mod screens;
pub mod shells;
