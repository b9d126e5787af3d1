//! Taking a Sales Order: the draft, its edits, its price as shown, and what is sent of it.

mod body;
mod edit;
mod lines;
mod payload;
mod reasons;
mod view;

pub use body::DraftBody;
pub use edit::EditError;
pub(crate) use lines::LineFacts;
pub(crate) use payload::{PayloadFacts, degrees, sales_order_payload, site_time};
pub(crate) use view::{OrderPrice, due, order_view};
