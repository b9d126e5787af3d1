//! The catalogue, from documents in to rows out.

mod masters;
mod plans;
mod search;
