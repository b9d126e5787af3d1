//! Customers, their addresses and contacts.

mod types;

pub use types::{
    CustomerCursor, CustomerDetail, CustomerPage, CustomerQuery, CustomerRow, NewCustomer,
    NewPartyDocument, PartyDocument, PlaceBox, PlaceE7,
};
