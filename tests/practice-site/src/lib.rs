//! A loopback server that answers as a recorded ERPNext site does for all that Satchel uses, with
//! faults on demand. It stands in for ERPNext in the demo, in tests and in rehearsals; orders are
//! priced by `satchel_domain`, as the server would price them.
//!
//! Its own contract test holds it against the recordings in `tests/recordings`.

mod answer;
mod checks;
mod database;
mod demo;
mod desk_methods;
mod documents;
pub mod faults;
mod line;
mod lists;
mod meta;
mod methods;
mod naming;
mod pricing;
pub mod proxy;
mod refusal;
mod rights;
mod rules;
pub mod server;
pub mod set_up;
pub mod site;
mod traffic;
mod upload;

pub use faults::{Fault, Faults, Outage, Profile};
pub use proxy::FaultProxy;
pub use server::PracticeSite;
pub use site::{Site, SiteError, SiteOptions};
pub use traffic::{Reading, Traffic};
