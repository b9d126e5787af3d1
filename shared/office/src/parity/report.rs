//! What came out, for people and as JSON.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::json;

use super::compare::Difference;
use super::masters::SiteMasters;
use super::reasons::Reason;

/// Differences shown of one order; the first explain the rest.
const DIFFERENCES_SHOWN: usize = 8;
/// Reasons shown of one order.
const REASONS_SHOWN: usize = 6;

/// How an order came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The same to the last digit.
    Equal,
    /// Not the same.
    Different,
    /// Not the same, and only the site could know.
    Provisional,
    /// Not compared.
    Skipped,
}

impl Outcome {
    fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Different => "different",
            Self::Provisional => "provisional",
            Self::Skipped => "skipped",
        }
    }
}

/// One order.
#[derive(Debug, Serialize)]
pub struct Judged {
    /// Its name.
    pub name: String,
    /// How it came out.
    pub outcome: Outcome,
    /// Rows whose rate was taken as typed, counted from 1.
    pub typed_rates: Vec<usize>,
    /// Whether its additional discount was taken as typed.
    pub typed_discount: bool,
    /// Where it differs.
    pub differences: Vec<Difference>,
    /// Why, as far as it is known.
    pub reasons: Vec<Reason>,
}

impl Judged {
    /// An order that could not be compared.
    pub fn skipped(name: String, why: String) -> Self {
        Self {
            name,
            outcome: Outcome::Skipped,
            typed_rates: Vec::new(),
            typed_discount: false,
            differences: Vec::new(),
            reasons: vec![Reason::NotEntered { why }],
        }
    }
}

/// All orders.
pub struct Report {
    version: String,
    version_is_unknown: bool,
    missing: Vec<String>,
    /// In the order they were asked for.
    pub orders: Vec<Judged>,
}

impl Report {
    /// A report without orders yet.
    pub fn new(site: &SiteMasters) -> Self {
        let version = site.masters.version();
        Self {
            version: version.to_string(),
            version_is_unknown: version.is_unknown(),
            missing: site.missing.clone(),
            orders: Vec::new(),
        }
    }

    /// Whether the user may read all that decides prices; else nothing can be compared.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// Whether no order that can be compared differs.
    pub fn all_equal(&self) -> bool {
        self.is_complete() && self.count(Outcome::Different) == 0
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.orders.iter().filter(|order| order.outcome == outcome).count()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({
            "erpnext": self.version,
            "version_is_unknown": self.version_is_unknown,
            "missing_read": self.missing,
            "orders": self.orders,
            "counts": {
                "orders": self.orders.len(),
                "equal": self.count(Outcome::Equal),
                "different": self.count(Outcome::Different),
                "provisional": self.count(Outcome::Provisional),
                "skipped": self.count(Outcome::Skipped),
            },
        })
        .serialize(serializer)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_complete() {
            writeln!(formatter, "nothing compared, this user may not read:")?;
            return self.missing.iter().try_for_each(|doctype| writeln!(formatter, "  {doctype}"));
        }
        if self.version_is_unknown {
            let version = &self.version;
            writeln!(
                formatter,
                "the site runs ERPNext {version}, whose prices were never compared"
            )?;
        }
        self.orders.iter().try_for_each(|order| write!(formatter, "{order}"))?;
        writeln!(
            formatter,
            "{} orders: {} equal, {} differ, {} provisional, {} skipped",
            self.orders.len(),
            self.count(Outcome::Equal),
            self.count(Outcome::Different),
            self.count(Outcome::Provisional),
            self.count(Outcome::Skipped)
        )
    }
}

impl fmt::Display for Judged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.name, self.outcome.word())?;
        if !self.typed_rates.is_empty() {
            let rows: Vec<String> = self.typed_rates.iter().map(ToString::to_string).collect();
            write!(formatter, ", rate taken as typed in row {}", rows.join(", "))?;
        }
        if self.typed_discount {
            write!(formatter, ", discount taken as typed")?;
        }
        writeln!(formatter)?;
        for Difference { field, booked, priced } in self.differences.iter().take(DIFFERENCES_SHOWN)
        {
            writeln!(formatter, "    {field}: booked {booked}, priced {priced}")?;
        }
        more(formatter, self.differences.len(), DIFFERENCES_SHOWN)?;
        for reason in self.reasons.iter().take(REASONS_SHOWN) {
            writeln!(formatter, "    because: {reason}")?;
        }
        more(formatter, self.reasons.len(), REASONS_SHOWN)
    }
}

fn more(formatter: &mut fmt::Formatter<'_>, all: usize, shown: usize) -> fmt::Result {
    if all > shown { writeln!(formatter, "    and {} more", all - shown) } else { Ok(()) }
}
