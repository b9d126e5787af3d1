//! What the server says beside the price, and why a price may not be final.

use serde::{Deserialize, Serialize};

/// A remark of the server's that does not refuse the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    /// A line's Item Tax Template was changed to one valid for its net rate and date.
    ItemTaxTemplateUpdated {
        /// Line, counted from 1.
        row: usize,
        /// Item of the line.
        item_code: String,
    },
    /// A line carries a rule that only checks what was entered, and less was given.
    RuleNotApplied {
        /// Line, counted from 1.
        row: usize,
        /// The rule.
        pricing_rule: String,
        /// Item of the line.
        item_code: String,
    },
    /// The same for a rule on the whole order.
    TransactionRuleNotApplied,
    /// The rate typed for an item without price becomes its price, if the user may write one.
    ItemPriceAdded {
        /// Item of the line.
        item_code: String,
        /// Price List the price goes to.
        price_list: String,
    },
}

impl Message {
    /// Stable id of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::ItemTaxTemplateUpdated { .. } => "pricing-message-item-tax-template-updated",
            Self::RuleNotApplied { .. } => "pricing-message-rule-not-applied",
            Self::TransactionRuleNotApplied => "pricing-message-transaction-rule-not-applied",
            Self::ItemPriceAdded { .. } => "pricing-message-item-price-added",
        }
    }

    /// Named arguments of the translated sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ItemTaxTemplateUpdated { row, item_code } => {
                vec![("row", row.to_string()), ("item", item_code.clone())]
            }
            Self::RuleNotApplied { row, pricing_rule, item_code } => vec![
                ("row", row.to_string()),
                ("rule", pricing_rule.clone()),
                ("item", item_code.clone()),
            ],
            Self::TransactionRuleNotApplied => Vec::new(),
            Self::ItemPriceAdded { item_code, price_list } => {
                vec![("item", item_code.clone()), ("price-list", price_list.clone())]
            }
        }
    }
}

impl std::fmt::Display for Message {
    /// The server's English sentence, tags removed.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ItemTaxTemplateUpdated { row, .. } => write!(
                formatter,
                "Row {row}: Item Tax template updated as per validity and rate applied"
            ),
            Self::RuleNotApplied { row, pricing_rule, item_code } => write!(
                formatter,
                "Row {row}: user has not applied the rule {pricing_rule} on the item {item_code}"
            ),
            Self::TransactionRuleNotApplied => {
                write!(formatter, "User has not applied rule on the invoice")
            }
            Self::ItemPriceAdded { item_code, price_list } => {
                write!(formatter, "Item Price added for {item_code} in Price List {price_list}")
            }
        }
    }
}

/// Why only the server can know the final price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Provisional {
    /// A rule counts earlier orders as well, which only the server has.
    CumulativeRule {
        /// The rule.
        pricing_rule: String,
    },
    /// The coupon may have been used up by others.
    CouponUse {
        /// The coupon.
        coupon_code: String,
    },
    /// The rule's condition is beyond what is evaluated here; the rule was left out.
    Condition {
        /// The rule.
        pricing_rule: String,
    },
    /// The site runs a version newer than any whose prices were compared.
    UnknownVersion {
        /// The version the site told.
        version: String,
    },
}

impl Provisional {
    /// Stable id of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::CumulativeRule { .. } => "pricing-provisional-cumulative-rule",
            Self::CouponUse { .. } => "pricing-provisional-coupon-use",
            Self::Condition { .. } => "pricing-provisional-condition",
            Self::UnknownVersion { .. } => "pricing-provisional-unknown-version",
        }
    }

    /// Named arguments of the translated sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CumulativeRule { pricing_rule } | Self::Condition { pricing_rule } => {
                vec![("rule", pricing_rule.clone())]
            }
            Self::CouponUse { coupon_code } => vec![("coupon", coupon_code.clone())],
            Self::UnknownVersion { version } => vec![("version", version.clone())],
        }
    }
}
