//! What the queries on the team take and give.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use satchel_domain::visits::Flag;

use crate::customers::PlaceE7;

/// Which visits and orders. Days are civil dates as the phone of the rep showed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamFilter {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Users; empty for all of them.
    pub users: Vec<String>,
    /// Only this customer, by the site's name.
    pub customer: Option<String>,
    /// Only customers of this `territory`.
    pub territory: Option<String>,
}

impl TeamFilter {
    /// Everything of a day.
    pub fn day(day: NaiveDate) -> Self {
        Self { from: day, until: day, users: Vec::new(), customer: None, territory: None }
    }
}

/// A part of the map, in degrees × 10⁷. One that crosses the 180th meridian has `west` above `east`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamBounds {
    /// Western edge.
    pub west_e7: i32,
    /// Southern edge.
    pub south_e7: i32,
    /// Eastern edge.
    pub east_e7: i32,
    /// Northern edge.
    pub north_e7: i32,
}

/// A visit of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamVisitRow {
    /// Its number on this phone.
    pub id: i64,
    /// `name`, which is its uid.
    pub name: String,
    /// The user who made it.
    pub owner: String,
    /// Name of the customer at the site.
    pub customer: String,
    /// `customer_name`, where the phone knows the customer, else the name.
    pub customer_name: String,
    /// `territory` of the customer.
    pub territory: String,
    /// Name of the Event it was planned as; empty where it was not.
    pub event: String,
    /// The civil date on the rep's phone.
    pub day: NaiveDate,
    /// Arriving.
    pub check_in: DateTime<Utc>,
    /// Leaving.
    pub check_out: Option<DateTime<Utc>>,
    /// Minutes east of UTC the rep's phone showed.
    pub offset_minutes: i32,
    /// Where the phone was.
    pub place: Option<PlaceE7>,
    /// Radius of the fix in metres.
    pub accuracy_m: Option<u32>,
    /// Metres to the customer's address.
    pub distance_m: Option<u32>,
    /// What looks wrong, but for a missing check-out.
    pub flags: Vec<Flag>,
}

/// A visit on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamPoint {
    /// Its number on this phone.
    pub id: i64,
    /// Where.
    pub place: PlaceE7,
    /// Something looks wrong about it.
    pub flagged: bool,
    /// An order was taken there on that day.
    pub sold: bool,
    /// What its orders come to in the currency of the company, in hundredths.
    pub worth: i64,
}

/// A file of a visit of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamFileRow {
    /// `name` of the File.
    pub name: String,
    /// `file_name`.
    pub file_name: String,
    /// `file_url`, below the site's address.
    pub file_url: String,
    /// `file_size` in bytes.
    pub bytes: u64,
    /// Its content is on this phone.
    pub kept: bool,
}

/// A Sales Order of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamOrderRow {
    /// `name`.
    pub name: String,
    /// The user who took it.
    pub owner: String,
    /// Name of the customer.
    pub customer: String,
    /// `customer_name`.
    pub customer_name: String,
    /// Name of the Field Visit it was taken at; empty where it says none.
    pub visit: String,
    /// `transaction_date`.
    pub day: NaiveDate,
    /// When it was taken, in the site's zone.
    pub at: Option<NaiveDateTime>,
    /// `satchel_receipt_no`.
    pub receipt_no: String,
    /// `status`.
    pub status: String,
    /// `currency`.
    pub currency: String,
    /// `grand_total`.
    pub grand_total: Decimal,
    /// `base_grand_total` in hundredths: what it comes to in the currency of the company.
    pub worth: i64,
}

/// A Task somebody of the team changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamTaskRow {
    /// `server:NAME`.
    pub key: String,
    /// `subject`.
    pub subject: String,
    /// `status`.
    pub status: String,
    /// `progress` in percent.
    pub progress: Decimal,
    /// The user who changed it last.
    pub by: String,
    /// When, in the site's zone.
    pub at: Option<NaiveDateTime>,
}

/// Something to filter by, and how many visits it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamChoice {
    /// User or territory.
    pub name: String,
    /// Visits.
    pub visits: u32,
}

/// A customer and when the team was there last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamCoverage {
    /// Name of the customer.
    pub customer: String,
    /// `customer_name`.
    pub customer_name: String,
    /// `territory`.
    pub territory: String,
    /// The last day; none where nobody was there as far as the phone knows.
    pub last: Option<NaiveDate>,
}
