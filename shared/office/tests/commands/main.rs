//! The commands of the office tool, as a shell would run them. One program: it is built and linked once.

mod courier;
mod device;
mod enroll;
mod parity;
mod receipt;
mod rehearse;
mod scan;
mod site;
mod snapshot;
mod support;
mod template;
