//! What crosses a boundary: phones for tests.

pub mod phone;
