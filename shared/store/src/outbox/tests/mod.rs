//! Settling and deciding.

mod changing;
mod settling;
