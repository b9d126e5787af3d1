//! The order while it is being priced.

use std::sync::Arc;

use chrono::NaiveDate;

use super::derivation::{LineDerivation, RuleVerdict};
use super::entry::OrderEntry;
use super::message::{Message, Provisional};
use super::priced::{AppliedRule, PackedItem};
use crate::masters::{
    Differences, Item, MarginType, Masters, PartyKey, PaymentTerm, Settings, Text,
};
use crate::money::num::Num;

/// The rules a line carries. The server tells an empty list from an empty text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum LineRules {
    #[default]
    None,
    List(Vec<Text>),
    /// The rule that gave a free line; written as its bare name.
    Free(Text),
}

impl LineRules {
    pub(super) fn names(&self) -> &[Text] {
        match self {
            Self::None => &[],
            Self::List(names) => names,
            Self::Free(name) => std::slice::from_ref(name),
        }
    }

    /// Whether any rule is carried.
    pub(super) fn any(&self) -> bool {
        !self.names().is_empty()
    }
}

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) entry_index: Option<usize>,
    pub(super) item: Arc<Item>,
    pub(super) qty: Num,
    pub(super) uom: Text,
    pub(super) conversion_factor: Num,
    pub(super) stock_qty: Num,
    pub(super) warehouse: Option<Text>,
    pub(super) delivery_date: Option<NaiveDate>,
    pub(super) price_list_rate: Num,
    pub(super) base_price_list_rate: Num,
    pub(super) margin_type: Option<MarginType>,
    pub(super) margin_rate_or_amount: Num,
    pub(super) rate_with_margin: Num,
    pub(super) base_rate_with_margin: Num,
    pub(super) discount_percentage: Num,
    pub(super) discount_amount: Num,
    pub(super) distributed_discount_amount: Num,
    pub(super) rate: Num,
    pub(super) base_rate: Num,
    pub(super) amount: Num,
    pub(super) base_amount: Num,
    pub(super) net_rate: Num,
    pub(super) base_net_rate: Num,
    pub(super) net_amount: Num,
    pub(super) base_net_amount: Num,
    pub(super) stock_uom_rate: Num,
    pub(super) item_tax_template: Option<Text>,
    /// Account and rate.
    pub(super) item_tax_rate: Vec<(Text, Num)>,
    pub(super) is_free_item: bool,
    pub(super) rules: LineRules,
    pub(super) weight_per_unit: Num,
    pub(super) total_weight: Num,
    /// Appended free and not yet filled by the server: it knows neither group, brand nor stock quantity.
    pub(super) is_bare: bool,
    /// The look-up found no price, which is not the same as a price of 0.
    pub(super) has_no_price: bool,
    pub(super) why: LineDerivation,
}

impl Line {
    /// Whether a rule was found and left out again, for want of its coupon.
    pub(super) fn has_empty_list(&self) -> bool {
        matches!(&self.rules, LineRules::List(names) if names.is_empty())
    }

    /// A line of an item, everything else still empty.
    pub(super) fn of(item: Arc<Item>, qty: Num, uom: Text) -> Self {
        Self {
            entry_index: None,
            qty,
            uom,
            conversion_factor: Num::ONE,
            stock_qty: Num::ZERO,
            warehouse: None,
            delivery_date: None,
            price_list_rate: Num::ZERO,
            base_price_list_rate: Num::ZERO,
            margin_type: None,
            margin_rate_or_amount: Num::ZERO,
            rate_with_margin: Num::ZERO,
            base_rate_with_margin: Num::ZERO,
            discount_percentage: Num::ZERO,
            discount_amount: Num::ZERO,
            distributed_discount_amount: Num::ZERO,
            rate: Num::ZERO,
            base_rate: Num::ZERO,
            amount: Num::ZERO,
            base_amount: Num::ZERO,
            net_rate: Num::ZERO,
            base_net_rate: Num::ZERO,
            net_amount: Num::ZERO,
            base_net_amount: Num::ZERO,
            stock_uom_rate: Num::ZERO,
            item_tax_template: None,
            item_tax_rate: Vec::new(),
            is_free_item: false,
            rules: LineRules::None,
            weight_per_unit: item.weight_per_unit,
            total_weight: Num::ZERO,
            is_bare: false,
            has_no_price: false,
            why: LineDerivation::default(),
            item,
        }
    }
}

/// How a tax row is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChargeType {
    Actual,
    OnNetTotal,
    OnPreviousRowAmount,
    OnPreviousRowTotal,
    OnItemQuantity,
}

impl ChargeType {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "Actual" => Self::Actual,
            "On Net Total" => Self::OnNetTotal,
            "On Previous Row Amount" => Self::OnPreviousRowAmount,
            "On Previous Row Total" => Self::OnPreviousRowTotal,
            "On Item Quantity" => Self::OnItemQuantity,
            _ => return None,
        })
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Actual => "Actual",
            Self::OnNetTotal => "On Net Total",
            Self::OnPreviousRowAmount => "On Previous Row Amount",
            Self::OnPreviousRowTotal => "On Previous Row Total",
            Self::OnItemQuantity => "On Item Quantity",
        }
    }

    pub(super) fn is_chained(self) -> bool {
        matches!(self, Self::OnPreviousRowAmount | Self::OnPreviousRowTotal)
    }
}

#[derive(Debug, Clone)]
pub(super) struct Tax {
    pub(super) charge_type: ChargeType,
    pub(super) row_id: Option<Text>,
    pub(super) account_head: Text,
    pub(super) description: Option<Text>,
    pub(super) included_in_print_rate: bool,
    pub(super) rate: Num,
    pub(super) tax_amount: Num,
    pub(super) base_tax_amount: Num,
    pub(super) tax_amount_after_discount_amount: Num,
    pub(super) base_tax_amount_after_discount_amount: Num,
    pub(super) total: Num,
    pub(super) base_total: Num,
    /// By item code, in the order of the lines: rate and amount in the company's currency.
    pub(super) item_wise: Vec<(Text, Num, Num)>,
    /// What the figures of the item at hand are, while the lines are walked.
    pub(super) current: CurrentItem,
    /// By rate: sum of the bases and of the tax, for the derivation.
    pub(super) parts: Vec<(Num, Num, Num)>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CurrentItem {
    pub(super) tax_fraction: Num,
    pub(super) grand_total_fraction: Num,
    pub(super) tax_amount: Num,
    pub(super) grand_total: Num,
}

impl Tax {
    pub(super) fn of(charge_type: ChargeType, account_head: Text) -> Self {
        Self {
            charge_type,
            row_id: None,
            account_head,
            description: None,
            included_in_print_rate: false,
            rate: Num::ZERO,
            tax_amount: Num::ZERO,
            base_tax_amount: Num::ZERO,
            tax_amount_after_discount_amount: Num::ZERO,
            base_tax_amount_after_discount_amount: Num::ZERO,
            total: Num::ZERO,
            base_total: Num::ZERO,
            item_wise: Vec::new(),
            current: CurrentItem::default(),
            parts: Vec::new(),
        }
    }

    /// Position of the row this one is chained to.
    pub(super) fn chained_to(&self) -> Option<usize> {
        let row: usize = self.row_id.as_ref()?.trim().parse().ok()?;
        row.checked_sub(1)
    }
}

/// A payment of the schedule.
#[derive(Debug, Clone)]
pub(super) struct Payment {
    pub(super) term: Option<PaymentTerm>,
    pub(super) due_date: Option<NaiveDate>,
    pub(super) discount_date: Option<NaiveDate>,
    pub(super) invoice_portion: Num,
    pub(super) payment_amount: Num,
    pub(super) base_payment_amount: Num,
}

/// What the additional discount is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DiscountOn {
    GrandTotal,
    NetTotal,
    Nothing,
}

impl DiscountOn {
    pub(super) fn named(name: &str) -> Self {
        match name {
            "Grand Total" => Self::GrandTotal,
            "Net Total" => Self::NetTotal,
            _ => Self::Nothing,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::GrandTotal => "Grand Total",
            Self::NetTotal => "Net Total",
            Self::Nothing => "",
        }
    }
}

/// The figures of the order itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    pub(super) total_qty: Num,
    pub(super) total: Num,
    pub(super) base_total: Num,
    pub(super) net_total: Num,
    pub(super) base_net_total: Num,
    pub(super) total_taxes_and_charges: Num,
    pub(super) base_total_taxes_and_charges: Num,
    pub(super) grand_total: Num,
    pub(super) base_grand_total: Num,
    pub(super) rounding_adjustment: Num,
    pub(super) base_rounding_adjustment: Num,
    pub(super) rounded_total: Num,
    pub(super) base_rounded_total: Num,
    pub(super) total_net_weight: Num,
    pub(super) base_discount_amount: Num,
    /// What inclusive tax leaves between the lines' total and the last tax row's.
    pub(super) grand_total_diff: Num,
    pub(super) grand_total_before_discount: Num,
    pub(super) amount_eligible_for_commission: Num,
    pub(super) total_commission: Num,
}

pub(super) struct Order<'a> {
    pub(super) masters: &'a Masters,
    pub(super) entry: &'a OrderEntry,
    pub(super) version: Differences,
    pub(super) date: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) customer: Text,
    pub(super) company: Text,
    pub(super) company_currency: Text,
    pub(super) customer_group: Option<Text>,
    pub(super) territory: Option<Text>,
    pub(super) customer_groups: Vec<Text>,
    pub(super) territories: Vec<Text>,
    pub(super) parties: Vec<PartyKey>,
    pub(super) currency: Text,
    pub(super) conversion_rate: Num,
    pub(super) price_list: Text,
    pub(super) price_list_currency: Text,
    pub(super) plc_conversion_rate: Num,
    pub(super) tax_category: Option<Text>,
    pub(super) billing_address: Option<Text>,
    pub(super) shipping_address: Option<Text>,
    pub(super) taxes_and_charges: Option<Text>,
    pub(super) payment_terms_template: Option<Text>,
    pub(super) sales_partner: Option<Text>,
    pub(super) campaign: Option<Text>,
    pub(super) coupon_code: Option<Text>,
    pub(super) commission_rate: Num,
    pub(super) apply_discount_on: DiscountOn,
    pub(super) additional_discount_percentage: Num,
    pub(super) discount_amount: Num,
    pub(super) lines: Vec<Line>,
    pub(super) taxes: Vec<Tax>,
    pub(super) totals: Totals,
    pub(super) payments: Vec<Payment>,
    pub(super) applied_rules: Vec<AppliedRule>,
    pub(super) packed_items: Vec<PackedItem>,
    pub(super) transaction_rules: Vec<RuleVerdict>,
    pub(super) messages: Vec<Message>,
    pub(super) provisional: Vec<Provisional>,
}

impl Order<'_> {
    pub(super) fn settings(&self) -> &Settings {
        &self.masters.settings
    }

    /// Digits of every amount, in whatever currency.
    pub(super) fn money_digits(&self) -> u32 {
        self.settings().system.currency_precision
    }

    /// Rounds an amount.
    pub(super) fn money(&self, amount: Num) -> Num {
        let system = &self.settings().system;
        amount.rounded(system.currency_precision, system.rounding_method)
    }

    /// Rounds a quantity, percentage or factor.
    pub(super) fn float(&self, number: Num) -> Num {
        let system = &self.settings().system;
        number.rounded(system.float_precision, system.rounding_method)
    }

    /// An amount in the company's currency.
    pub(super) fn in_company_currency(&self, amount: Num) -> Num {
        self.money(self.money(amount) * self.conversion_rate)
    }

    /// Keeps a remark; each once.
    pub(super) fn remark(&mut self, message: Message) {
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
    }

    /// Marks the price as one only the server can make final; each reason once.
    pub(super) fn mark_provisional(&mut self, reason: Provisional) {
        if !self.provisional.contains(&reason) {
            self.provisional.push(reason);
        }
    }

    pub(super) fn disable_rounded_total(&self) -> bool {
        self.entry.disable_rounded_total || self.settings().global.disable_rounded_total
    }
}
