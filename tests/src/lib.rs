//! What crosses a boundary: phones for tests.

pub mod generated;
pub mod phone;
