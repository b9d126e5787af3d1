//! How old what the phone knows is.

use chrono::{DateTime, FixedOffset};

/// The age of one kind of knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeView {
    /// When the phone last knew all of it.
    pub at: DateTime<FixedOffset>,
    /// Minutes since.
    pub minutes: u64,
    /// Older than the company sells by: the screen warns.
    pub too_old: bool,
}

/// The ages of what is sold by; nothing where it never came from a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgesView {
    /// Stock.
    pub stock: Option<AgeView>,
    /// Prices and pricing rules.
    pub prices: Option<AgeView>,
}
