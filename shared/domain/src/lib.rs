//! Types and rules of field sales, without I/O.

pub mod money;
