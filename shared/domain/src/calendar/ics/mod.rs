//! Events as iCalendar (RFC 5545): written to be shared, read from an invitation.

mod read;
mod rule;
mod write;
mod zones;

pub use read::{IcsError, IcsEvent, IcsNote, IcsTime, LARGEST, MOST_EVENTS, read};
pub use write::{IcsSource, write};

#[cfg(test)]
mod tests;
