//! The file itself: opening, migrating, one writer, some readers, and what to do when it is torn.

pub(crate) mod bytes_hex;
pub(crate) mod damage;
pub(crate) mod journal;
pub(crate) mod key;
pub(crate) mod migrate;
pub(crate) mod open;
pub(crate) mod readers;
pub(crate) mod remade;
pub(crate) mod reply;
pub(crate) mod salvage;
pub(crate) mod tend;
pub(crate) mod writer;

#[cfg(test)]
mod hostile_tests;
