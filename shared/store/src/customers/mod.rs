//! Customers, their addresses and contacts.

pub(crate) mod create;
pub(crate) mod mended;
pub(crate) mod names;
mod people;
pub(crate) mod put;
pub(crate) mod search;
pub(crate) mod text_index;
mod types;

pub use people::{PersonRow, person_label};
pub use types::{
    CustomerCursor, CustomerDetail, CustomerPage, CustomerQuery, CustomerRow, NewCustomer,
    NewPartyDocument, PartyDocument, PlaceBox, PlaceE7,
};

#[cfg(test)]
pub(crate) mod tests;
