//! The demo company. One program: it is built and linked once.

mod catalogue;
mod common;
mod company;
mod pricing;
