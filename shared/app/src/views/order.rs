//! The order being written.

use super::{MoneyView, StockView, UomChoice};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use satchel_domain::pricing::{Derivation, LineDerivation};

/// A discount as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiscountEntry {
    /// Percent, 0 to 100.
    Percentage(Decimal),
    /// Amount in the order's currency: per unit on a line, in all on the order.
    Amount(Decimal),
}

/// One change of a draft. Every edit is saved before it is shown.
///
/// `line` counts the entered lines from 0; free lines have none.
#[derive(Debug, Clone, PartialEq)]
pub enum OrderEdit {
    /// Add an item; one that is there in the same unit counts up.
    Add {
        /// Item code.
        item_code: String,
        /// Unit; the item's sales or stock unit when `None`.
        uom: Option<String>,
        /// Quantity in that unit.
        qty: Decimal,
    },
    /// Count a line up or down from what the draft holds, so that quick taps all count; at 0 or
    /// below the line is removed.
    Step {
        /// The line.
        line: usize,
        /// By how many of the line's unit; negative counts down.
        by: Decimal,
    },
    /// Set a line's quantity; 0 removes the line.
    Qty {
        /// The line.
        line: usize,
        /// The new quantity.
        qty: Decimal,
    },
    /// Change the unit of a line.
    Uom {
        /// The line.
        line: usize,
        /// The new unit.
        uom: String,
    },
    /// Type a discount over; `None` takes it back.
    LineDiscount {
        /// The line.
        line: usize,
        /// Percentage, or amount per unit.
        discount: Option<DiscountEntry>,
    },
    /// Type a rate over; `None` takes it back.
    Rate {
        /// The line.
        line: usize,
        /// Rate per unit, in the order's currency.
        rate: Option<Decimal>,
    },
    /// Take a line out.
    Remove {
        /// The line.
        line: usize,
    },
    /// Put back what the last `Remove` took out.
    Undo,
    /// Delivery date of the order.
    DeliveryDate(NaiveDate),
    /// Warehouse of every line.
    Warehouse(String),
    /// Note to the office and the customer.
    Note(String),
    /// Discount on the whole order; `None` takes it back.
    DocumentDiscount(Option<DiscountEntry>),
    /// Sales Taxes and Charges Template; `None` is the one the rules give.
    TaxTemplate(Option<String>),
    /// Coupon Code; `None` takes it back.
    Coupon(Option<String>),
    /// Add what the customer usually buys.
    UsualBasket,
    /// Add the lines of an earlier order: one placed here by uid, one of the office's by name.
    LinesOf(String),
}

/// A name with what is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceView {
    /// Document name, what is stored.
    pub name: String,
    /// What the rep reads.
    pub label: String,
}

/// What can be chosen on an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderChoices {
    /// Warehouses.
    pub warehouses: Vec<ChoiceView>,
    /// Sales Taxes and Charges Templates.
    pub tax_templates: Vec<ChoiceView>,
}

/// Why stock is worth a word on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StockNote {
    /// Not enough here: what is here in the line's unit, and how many are short.
    Short {
        /// In the warehouse of the order, in the line's unit, whole units.
        here: Decimal,
        /// Missing, in the line's unit.
        short: Decimal,
        /// In other warehouses, in the line's unit.
        elsewhere: Decimal,
    },
}

/// A sentence of the pricing, to be worded by the screen: a translation key and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceReason {
    /// Translation key.
    pub id: &'static str,
    /// Arguments by name; figures are exact text.
    pub args: Vec<(&'static str, String)>,
}

/// A line as shown.
#[derive(Debug, Clone, PartialEq)]
pub struct LineView {
    /// The entered line it stands for; `None` on a free line.
    pub line: Option<usize>,
    /// Item code.
    pub item_code: String,
    /// Item name.
    pub item_name: String,
    /// Key of its drawing.
    pub art: String,
    /// Quantity in `uom`.
    pub qty: Decimal,
    /// Unit.
    pub uom: String,
    /// Units to choose from.
    pub uoms: Vec<UomChoice>,
    /// List price per unit, before rules and discounts.
    pub price_list_rate: Decimal,
    /// Price per unit.
    pub rate: Decimal,
    /// Amount of the line.
    pub amount: Decimal,
    /// Discount percentage as booked.
    pub discount_percentage: Decimal,
    /// The discount the rep typed over, if any.
    pub typed_discount: Option<DiscountEntry>,
    /// The rate the rep typed over, if any.
    pub typed_rate: Option<Decimal>,
    /// Titles of the Pricing Rules that hit the line.
    pub rules: Vec<String>,
    /// True on a line a rule gives for nothing.
    pub is_free_item: bool,
    /// For a free line, the entered line that earned it.
    pub earned_by: Option<usize>,
    /// Stock of the item.
    pub stock: StockView,
    /// A stock warning, if one is due.
    pub stock_note: Option<StockNote>,
    /// True where no price is known: the order cannot be placed at 0 by mistake.
    pub no_price: bool,
    /// Why this price; `None` while the order cannot be priced.
    pub why: Option<LineDerivation>,
}

/// A row of the tax table.
#[derive(Debug, Clone, PartialEq)]
pub struct TaxLine {
    /// Description of the row.
    pub description: String,
    /// Rate in percent; 0 for actual charges.
    pub rate: Decimal,
    /// Tax amount after discount.
    pub tax_amount: Decimal,
    /// True where prices include it.
    pub included: bool,
}

/// The totals of an order, in its own currency.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Totals {
    /// Sum of the line amounts.
    pub total: Decimal,
    /// Net total.
    pub net_total: Decimal,
    /// Discount on the order.
    pub discount_amount: Decimal,
    /// Taxes and charges.
    pub total_taxes_and_charges: Decimal,
    /// Grand total.
    pub grand_total: Decimal,
    /// What rounding adds to the net total and the taxes: `rounding_adjustment`, and the cents by
    /// which prices that include tax part from net amounts and taxes rounded apart.
    pub rounding: Decimal,
    /// Rounded total; equal to the grand total where rounding is off.
    pub rounded_total: Decimal,
    /// What rules and discounts save against the list prices.
    pub saved: Decimal,
}

/// Everything the order screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderView {
    /// The order's uid.
    pub uid: String,
    /// Customer document name.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// Currency of the order.
    pub currency: String,
    /// Price list.
    pub price_list: String,
    /// Lines, free ones after the line that earned them.
    pub lines: Vec<LineView>,
    /// Tax rows.
    pub taxes: Vec<TaxLine>,
    /// Totals.
    pub totals: Totals,
    /// The amount due: rounded total where rounding is on.
    pub due: MoneyView,
    /// Delivery date.
    pub delivery_date: NaiveDate,
    /// Warehouse.
    pub warehouse: String,
    /// Note.
    pub note: String,
    /// Document discount as typed.
    pub document_discount: Option<DiscountEntry>,
    /// Tax template in force.
    pub tax_template: String,
    /// Coupon code, empty if none.
    pub coupon: String,
    /// Why the server would refuse it; `None` when it would not.
    pub refusal: Option<PriceReason>,
    /// Why the price is provisional, empty when it is certain.
    pub provisional: Vec<PriceReason>,
    /// What the server would remark without refusing.
    pub messages: Vec<PriceReason>,
    /// Why these totals: rules on the whole order, tax rows, steps; lines have their own.
    pub why: Derivation,
    /// What can be chosen.
    pub choices: OrderChoices,
    /// Decimals a quantity or a percentage may have: `float_precision` of System Settings.
    pub float_precision: u32,
    /// True when the order may be reviewed and placed.
    pub can_place: bool,
}
