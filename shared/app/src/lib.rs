//! Use cases: the one door for screens and the office tool.
