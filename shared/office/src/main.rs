//! `satchel-office`, the office tool.

fn main() {}
