//! The calendar: what it holds, entered and changed on the phone.

mod enter;
mod form;
mod ics;
mod reminders;
mod show;
mod zones;

pub(in crate::session) use zones::Zones;
