//! The practice site over its own wire. One program: it is built and linked once.

mod anything;
mod contract;
mod demo;
mod faults;
mod files;
mod orders;
mod proxy;
mod reading;
mod rights;
mod support;
