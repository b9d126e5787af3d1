//! Pricing Rules: which are for a line, and what they do to it.
//!
//! Source of the rules: `erpnext/accounts/doctype/pricing_rule/pricing_rule.py` and `utils.py`.

mod amounts;
mod filter;
mod form;
mod free;
mod names;
mod ruling;
mod save;
mod search;
mod transaction;

pub(super) use form::apply as apply_in_form;
pub(super) use save::refresh_lines;
pub(super) use transaction::apply as apply_on_transaction;

use std::sync::Arc;

use super::derivation::{RuleOutcome, RuleVerdict};
use crate::masters::{ApplyOn, PricingRule, Text};

/// A rule found for a line, by the row of its targets that matched.
#[derive(Debug, Clone)]
struct Candidate {
    rule: Arc<PricingRule>,
    /// The target's own item, group or brand.
    value: Text,
    /// The unit the target asks for.
    uom: Option<Text>,
    /// What else the rule reaches.
    others: Option<Others>,
}

/// Lines a rule reaches besides the one it was found for.
#[derive(Debug, Clone, PartialEq)]
struct Others {
    field: ApplyOn,
    values: Vec<Text>,
}

impl Others {
    /// The server compares an item code with whatever the list holds; groups and brands never match.
    fn lists_item(&self, item_code: &Text) -> bool {
        self.values.contains(item_code)
    }
}

fn verdict(rule: &PricingRule, outcome: RuleOutcome) -> RuleVerdict {
    RuleVerdict { pricing_rule: rule.name.to_string(), title: rule.title.to_string(), outcome }
}
