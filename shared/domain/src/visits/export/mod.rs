//! Visits as files for other programs: a table, a map, a way.

mod csv;
mod geojson;
mod gpx;
#[cfg(test)]
mod tests;

pub use csv::csv;
pub use geojson::geojson;
pub use gpx::gpx;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;

use crate::position::Position;

/// A visit as it is written to a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedVisit {
    /// Its uid.
    pub uid: String,
    /// The civil date on the rep's phone.
    pub day: NaiveDate,
    /// Whose visit: the user id.
    pub user: String,
    /// Their name.
    pub person: String,
    /// Name of the customer at the site.
    pub customer: String,
    /// As people call the customer.
    pub customer_name: String,
    /// `territory` of the customer.
    pub territory: String,
    /// Arriving, as the rep's phone showed it.
    pub check_in: DateTime<FixedOffset>,
    /// Leaving.
    pub check_out: Option<DateTime<FixedOffset>>,
    /// Where.
    pub place: Option<Position>,
    /// Radius of the fix in metres.
    pub accuracy_m: Option<u32>,
    /// Metres to the customer's address.
    pub distance_m: Option<u32>,
    /// Orders taken there.
    pub orders: u32,
    /// What they come to, by currency.
    pub sold: Vec<(Decimal, String)>,
    /// What looks wrong, in sentences.
    pub flags: Vec<String>,
}

impl ExportedVisit {
    /// Whole minutes at the customer; none where nobody left, or the clock went back.
    pub fn minutes(&self) -> Option<i64> {
        let passed = self.check_out?.signed_duration_since(self.check_in).num_minutes();
        (passed >= 0).then_some(passed)
    }

    /// What was sold, such as `404.95 EUR + 12.00 USD`; empty for nothing.
    pub fn sold_text(&self) -> String {
        let sums = self.sold.iter().map(|(amount, currency)| format!("{amount} {currency}"));
        sums.collect::<Vec<_>>().join(" + ")
    }
}

/// A moment as RFC 3339 writes it, to the second.
fn moment(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// Degrees with seven decimals, a centimetre.
fn degrees(degrees: f64) -> String {
    format!("{degrees:.7}")
}
