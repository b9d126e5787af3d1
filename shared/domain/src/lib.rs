//! Types and rules of field sales, without I/O.

pub mod capture;
pub mod ids;
pub mod money;
pub mod orders;
pub mod vectors;
