//! Satchel, the app.

fn main() {}
