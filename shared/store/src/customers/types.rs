//! What the customer list takes and gives.

use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, LocalId};
use serde::{Deserialize, Serialize};

/// What to look for among the customers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerQuery {
    /// Starts of words of the name, number, city or phone.
    pub text: String,
    /// Only this `customer_group`.
    pub customer_group: Option<String>,
    /// Only this `territory`.
    pub territory: Option<String>,
    /// Where the page before ended.
    pub after: Option<CustomerCursor>,
    /// How many rows at most; 1 to 500.
    pub limit: usize,
}

/// Where a page ended. Only good for the same query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerCursor(pub(crate) i64);

/// A page of customers, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerPage {
    /// The rows.
    pub rows: Vec<CustomerRow>,
    /// Pass it on for the next page; `None` at the end.
    pub next: Option<CustomerCursor>,
}

/// A point on WGS 84 in degrees × 10⁷.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceE7 {
    /// Degrees north × 10⁷.
    pub latitude_e7: i32,
    /// Degrees east × 10⁷.
    pub longitude_e7: i32,
}

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerRow {
    /// Who it is.
    pub key: CustomerKey,
    /// `customer_name`.
    pub customer_name: String,
    /// `customer_group`.
    pub customer_group: String,
    /// `territory`.
    pub territory: String,
    /// `mobile_no`, or nothing.
    pub mobile_no: String,
    /// City of the first address, or nothing.
    pub city: String,
    /// `customer_details`: what the office wants the rep to know, credit above all.
    pub credit_note: String,
    /// Where the customer is, when known.
    pub place: Option<PlaceE7>,
}

/// An Address or a Contact of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyDocument {
    /// `Address` or `Contact`.
    pub doctype: String,
    /// The server's `name`, or `local:UUID` until there is one.
    pub key: String,
    /// The whole document as JSON.
    pub document: String,
}

/// A customer with all that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerDetail {
    /// As in the list.
    pub row: CustomerRow,
    /// The whole Customer document as JSON.
    pub document: String,
    /// Its Address documents.
    pub addresses: Vec<PartyDocument>,
    /// Its Contact documents.
    pub contacts: Vec<PartyDocument>,
}

/// A box of positions, edges included. It may cross the 180th meridian: then `west_e7 > east_e7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceBox {
    /// Southern edge, degrees × 10⁷.
    pub south_e7: i32,
    /// Western edge, degrees × 10⁷.
    pub west_e7: i32,
    /// Northern edge, degrees × 10⁷.
    pub north_e7: i32,
    /// Eastern edge, degrees × 10⁷.
    pub east_e7: i32,
}

/// An address or contact made on the phone together with its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPartyDocument {
    /// Its own uid: local id and idempotency key.
    pub local_id: LocalId,
    /// The document to create, as a JSON object without links.
    pub document: String,
}

/// A customer made on the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCustomer {
    /// Its uid: local id and idempotency key.
    pub local_id: LocalId,
    /// The Customer document to create, as a JSON object with `customer_name`.
    pub document: String,
    /// Its address.
    pub address: Option<NewPartyDocument>,
    /// Its contact.
    pub contact: Option<NewPartyDocument>,
    /// Where it is, when known.
    pub place: Option<PlaceE7>,
    /// When it was made.
    pub captured: CapturedAt,
}
