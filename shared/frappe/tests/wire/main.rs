//! The client on the wire. One program: it is built and linked once.

mod contract;
mod line;
mod properties;
mod support;
mod traps;
