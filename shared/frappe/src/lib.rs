//! ERPNext over REST: the wire types, the client and what each answer means.
//!
//! A request ends in a value or in one [`Failure`]; nothing here retries, stores or decides what a
//! document says. The bytes travel through a [`Transport`], so that tests may replay recordings and
//! break the line at will.
//!
//! What may not happen here: no clock is read, no secret and no document content enters a log or an
//! error's `Display`, and no answer, however broken, panics.

pub mod address;
pub mod authorities;
pub mod client;
pub mod document;
pub mod failure;
mod frappe_error;
pub mod html;
pub mod http;
pub mod judge;
pub mod query;
pub mod rows;
pub mod time;
pub mod transport;
pub mod versions;
pub mod words;

pub use address::{SiteAddress, Token};
pub use client::{Client, Download, Saved};
pub use document::Document;
pub use failure::{Failure, NotFrappe, Refusal, Retry};
pub use http::{HttpOptions, HttpTransport};
pub use query::{Cursor, Filter, ListQuery, Page};
pub use rows::Rows;
pub use time::SiteTime;
pub use transport::{Transport, TransportError, WireRequest, WireResponse};
pub use versions::SiteVersions;
pub use words::SiteWords;

/// What an operation ends in.
pub type Outcome<T> = Result<T, Failure>;
