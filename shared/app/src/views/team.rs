//! The team, as a supervisor sees it.

use super::MoneyView;
use chrono::{DateTime, FixedOffset, NaiveDate};
pub use satchel_domain::visits::{Break, Flag};
pub use satchel_store::TeamFilter;

/// A user of the site, to choose among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamPerson {
    /// User id.
    pub user: String,
    /// As people call them.
    pub name: String,
    /// Visits within the filter.
    pub visits: u32,
}

/// Where a rep was, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamPlace {
    /// When, as the rep's phone showed it.
    pub at: DateTime<FixedOffset>,
    /// Name of the customer.
    pub customer_name: String,
    /// Degrees north and east.
    pub degrees: (f64, f64),
}

/// A day of the team.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TeamDayView {
    /// Those who did something, by name.
    pub reps: Vec<TeamRepView>,
    /// What all of them sold, by currency.
    pub sold: Vec<MoneyView>,
    /// Territories of the day, to choose among.
    pub territories: Vec<String>,
    /// When the phone last knew everything; none where it never did.
    pub as_of: Option<DateTime<FixedOffset>>,
}

/// A rep's day.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamRepView {
    /// User id.
    pub user: String,
    /// As people call them.
    pub name: String,
    /// What they did, by time.
    pub moments: Vec<TeamMoment>,
    /// Visits.
    pub visits: u32,
    /// Visits that something looks wrong about.
    pub flagged: u32,
    /// Minutes at customers.
    pub minutes: u32,
    /// What was sold, by currency.
    pub sold: Vec<MoneyView>,
    /// The first place of the day.
    pub first: Option<TeamPlace>,
    /// The last one.
    pub last: Option<TeamPlace>,
}

/// Something a rep did.
#[derive(Debug, Clone, PartialEq)]
pub enum TeamMoment {
    /// A visit.
    Visit(TeamVisitLine),
    /// An order taken elsewhere than on a visit of that day.
    Order(TeamOrderLine),
    /// A Task changed.
    Task(TeamTaskLine),
}

/// A visit in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamVisitLine {
    /// Its number on this phone.
    pub id: i64,
    /// The how manieth of the rep's day, from 1.
    pub nth: u32,
    /// Name of the customer.
    pub customer_name: String,
    /// Arriving, as the rep's phone showed it.
    pub from: DateTime<FixedOffset>,
    /// Leaving.
    pub until: Option<DateTime<FixedOffset>>,
    /// It was planned in the calendar.
    pub planned: bool,
    /// Degrees north and east.
    pub degrees: Option<(f64, f64)>,
    /// What looks wrong.
    pub flags: Vec<Flag>,
    /// What was sold there, by currency.
    pub sold: Vec<MoneyView>,
    /// What that comes to in the currency of the company, in hundredths.
    pub worth: i64,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamOrderLine {
    /// Its name at the site.
    pub name: String,
    /// Its receipt number; empty where it was taken without Satchel.
    pub receipt_no: String,
    /// Name of the customer.
    pub customer_name: String,
    /// When, on this phone's clock.
    pub at: Option<DateTime<FixedOffset>>,
    /// What it comes to.
    pub total: MoneyView,
    /// As ERPNext writes it.
    pub status: String,
}

/// A task in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamTaskLine {
    /// Key of the task.
    pub key: String,
    /// What it is.
    pub subject: String,
    /// When it was changed, on this phone's clock.
    pub at: Option<DateTime<FixedOffset>>,
    /// How far it is, in percent.
    pub progress: u8,
    /// As ERPNext writes it.
    pub status: String,
}

/// A visit with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamVisitView {
    /// As in the list.
    pub line: TeamVisitLine,
    /// User id of the rep.
    pub user: String,
    /// Name of the rep.
    pub name: String,
    /// Territory of the customer.
    pub territory: String,
    /// Radius of the fix in metres.
    pub accuracy_m: Option<u32>,
    /// Metres to the customer's address.
    pub distance_m: Option<u32>,
    /// What the rep wrote.
    pub notes: String,
    /// Orders taken there.
    pub orders: Vec<TeamOrderLine>,
    /// Its pictures and the signature, by file name.
    pub pictures: Vec<TeamPicture>,
    /// What is sealed in it, the check-in first.
    pub evidence: Vec<TeamEvidence>,
    /// Names of its fields that do not say what is sealed.
    pub changed: Vec<String>,
}

/// A picture or the signature of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamPicture {
    /// `name` of its File.
    pub name: String,
    /// Name with extension.
    pub file_name: String,
    /// Its size at the site in bytes.
    pub bytes: u64,
    /// The customer's signature.
    pub signature: bool,
    /// It is on this phone.
    pub here: bool,
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamEvidence {
    /// It is a check-out.
    pub leaving: bool,
    /// Device code of the phone.
    pub device: String,
    /// Its number in the chain of the phone.
    pub number: u64,
    /// When, by the phone's clock.
    pub at: DateTime<FixedOffset>,
    /// Seconds the phone's clock was ahead of the office's, where it was wrong.
    pub clock_ahead_s: Option<i64>,
    /// Whether the platform said that the position was made up; none where it said neither.
    pub simulated: Option<bool>,
    /// Its SHA-256, hexadecimal.
    pub hash: String,
}

/// Figures of a time, rep by rep.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TeamReport {
    /// The figures of each rep, by name.
    pub reps: Vec<TeamFigures>,
    /// Visits of each day, the first day first; days without any are among them.
    pub days: Vec<(NaiveDate, u32)>,
    /// Customers in use.
    pub customers: u32,
    /// Of these, how many nobody visited lately.
    pub unvisited: u32,
    /// The ones longest left alone, those never visited first.
    pub longest: Vec<TeamUnvisited>,
}

/// A rep's figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TeamFigures {
    /// User id.
    pub user: String,
    /// As people call them.
    pub name: String,
    /// Visits.
    pub visits: u32,
    /// Days with a visit.
    pub days: u32,
    /// Visits at which something was sold.
    pub with_order: u32,
    /// Visits that something looks wrong about.
    pub flagged: u32,
    /// Minutes at customers, of visits that were left.
    pub minutes: u32,
    /// Visits that were left.
    pub left: u32,
    /// What was sold, by currency.
    pub sold: Vec<MoneyView>,
}

impl TeamFigures {
    /// Visits of a hundred at which something was sold, rounded.
    pub fn strike_percent(&self) -> u32 {
        share(self.with_order, self.visits)
    }

    /// Minutes a visit takes, rounded.
    pub fn minutes_a_visit(&self) -> u32 {
        (self.minutes + self.left / 2).checked_div(self.left).unwrap_or_default()
    }
}

impl TeamReport {
    /// Customers of a hundred that were visited lately, rounded.
    pub fn coverage_percent(&self) -> u32 {
        share(self.customers.saturating_sub(self.unvisited), self.customers)
    }
}

fn share(part: u32, whole: u32) -> u32 {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let percent = (part * 100 + whole / 2).checked_div(whole).unwrap_or_default();
    u32::try_from(percent).unwrap_or(u32::MAX)
}

/// A customer nobody visited lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamUnvisited {
    /// Key of the customer.
    pub customer: String,
    /// Name of the customer.
    pub customer_name: String,
    /// Territory.
    pub territory: String,
    /// The last visit; none as far as the phone knows.
    pub last: Option<NaiveDate>,
}

/// What a file of visits is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TeamFile {
    /// A table.
    Csv,
    /// A map.
    GeoJson,
    /// Ways.
    Gpx,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_averages_of_nothing_are_nothing() {
        let none = TeamFigures::default();
        assert_eq!((none.strike_percent(), none.minutes_a_visit()), (0, 0));
        assert_eq!(TeamReport::default().coverage_percent(), 0);
        let some = TeamFigures { visits: 3, with_order: 2, minutes: 50, left: 3, ..none };
        assert_eq!((some.strike_percent(), some.minutes_a_visit()), (67, 17));
    }
}
