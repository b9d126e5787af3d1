//! Why the server would not take an order.

use rust_decimal::Decimal;

/// An order the server refuses. `Display` is the server's sentence with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The customer is disabled.
    #[error("Customer {customer} is disabled")]
    PartyDisabled {
        /// The customer.
        customer: String,
    },
    /// The customer is frozen.
    #[error("Customer {customer} is frozen")]
    PartyFrozen {
        /// The customer.
        customer: String,
    },
    /// A document the order names does not exist.
    #[error("{doctype} {name} not found")]
    DoesNotExist {
        /// Its doctype.
        doctype: String,
        /// Its name.
        name: String,
    },
    /// A link of the order or of a row leads nowhere.
    #[error("Could not find {what}: {name}")]
    LinkNotFound {
        /// Where, in the server's words: `Row #1: UOM`.
        what: String,
        /// The name that was not found.
        name: String,
    },
    /// The item is disabled.
    #[error("Item {item_code} is disabled")]
    ItemDisabled {
        /// The item.
        item_code: String,
    },
    /// The item's end of life has passed.
    #[error("Item {item_code} has reached its end of life on {date}")]
    EndOfLife {
        /// The item.
        item_code: String,
        /// The day, in the site's date format.
        date: String,
    },
    /// The item is a template.
    #[error("Item {item_code} is a template, please select one of its variants")]
    ItemIsTemplate {
        /// The item.
        item_code: String,
    },
    /// The order has no lines.
    #[error("Error: Value missing for Sales Order: Items")]
    NoItems,
    /// The quantity of a line is zero.
    #[error("Row #{row}: Quantity for Item {item_code} cannot be zero.")]
    ZeroQty {
        /// Line, counted from 1.
        row: usize,
        /// The item.
        item_code: String,
    },
    /// A quantity must be whole in its unit.
    #[error(
        "Row {row}: Quantity ({qty}) cannot be a fraction. To allow this, disable 'Must be Whole Number' in UOM {uom}."
    )]
    QtyMustBeWhole {
        /// Line, counted from 1.
        row: usize,
        /// The quantity as the server writes it.
        qty: String,
        /// The unit.
        uom: String,
    },
    /// The delivery date is missing.
    #[error("Please enter Delivery Date")]
    NoDeliveryDate,
    /// The delivery date is before the order's.
    #[error("Expected Delivery Date should be after Sales Order Date")]
    DeliveryBeforeOrder,
    /// No exchange rate is known.
    #[error(
        "{label} is mandatory. Maybe Currency Exchange record is not created for {from} to {to}."
    )]
    NoExchangeRate {
        /// Which of the two rates, in the server's words.
        label: &'static str,
        /// Currency of the order.
        from: String,
        /// Currency of the company.
        to: String,
    },
    /// The price list is disabled or does not exist.
    #[error("Price List {price_list} is disabled or does not exist")]
    PriceListDisabled {
        /// The list.
        price_list: String,
    },
    /// The tax template is disabled.
    #[error("{doctype} '{name}' is disabled")]
    TemplateDisabled {
        /// Doctype of the template.
        doctype: String,
        /// The template.
        name: String,
    },
    /// A chained tax row names no row, or one that does not come before it.
    #[error("Please specify a valid Row ID for row {row} in table Sales Taxes and Charges")]
    TaxRowId {
        /// Tax row, counted from 1.
        row: usize,
    },
    /// The first tax row is chained.
    #[error(
        "Cannot select charge type as 'On Previous Row Amount' or 'On Previous Row Total' for first row"
    )]
    FirstTaxRowChained,
    /// A tax row that is not chained names a row.
    #[error(
        "Can refer row only if the charge type is 'On Previous Row Amount' or 'Previous Row Total'"
    )]
    TaxRowIdNotAllowed,
    /// A row with this kind of charge cannot be part of the price.
    #[error("Charge of type 'Actual' in row {row} cannot be included in Item Rate or Paid Amount")]
    ActualIncluded {
        /// Tax row, counted from 1.
        row: usize,
    },
    /// A chained row is part of the price, the row it stands on is not.
    #[error("To include tax in row {row} in Item rate, taxes in rows {rows} must also be included")]
    IncludedAlso {
        /// Tax row, counted from 1.
        row: usize,
        /// The rows that must be included as well.
        rows: String,
    },
    /// A tax account of another company.
    #[error("Row #{row}: Account {account} does not belong to company {company}")]
    AccountOfOtherCompany {
        /// Tax row, counted from 1.
        row: usize,
        /// The account.
        account: String,
        /// The order's company.
        company: String,
    },
    /// A discount amount without what it is taken off.
    #[error("Please select Apply Discount On")]
    ApplyDiscountOnMissing,
    /// The total is below zero.
    #[error("Incorrect value:Grand Total (Company Currency) must be >= 0.0")]
    NegativeTotal,
    /// The additional discount is above the total it is taken off.
    #[error(
        "Additional Discount Amount ({discount}) cannot exceed the total before such discount ({total})"
    )]
    DiscountAboveTotal {
        /// The discount, written in the order's currency.
        discount: String,
        /// The total before it, written in the order's currency.
        total: String,
    },
    /// The discount of a line is above what its item allows.
    #[error("Maximum discount for Item {item_code} is {max_discount}%")]
    MaxDiscount {
        /// The item.
        item_code: String,
        /// What it allows, in percent, as the server writes it.
        max_discount: String,
    },
    /// Several rules are left and none has priority.
    #[error(
        "Multiple Price Rules exists with same criteria, please resolve conflict by assigning priority. Price Rules: {}",
        rules.join("\n")
    )]
    MultiplePricingRules {
        /// The rules.
        rules: Vec<String>,
    },
    /// A rule is so near its limit that the server wants to hint at it, and fails.
    #[error("'dict' object has no attribute 'coupon_code_based'")]
    ThresholdHint {
        /// The rule.
        pricing_rule: String,
    },
    /// A rule on the whole order counts on as the order grows, which the server cannot do.
    #[error("'NoneType' object has no attribute 'item_code'")]
    RecursiveTransactionRule {
        /// The rule.
        pricing_rule: String,
    },
    /// A product discount names no item.
    #[error("Free item not set in the pricing rule {pricing_rule}")]
    NoFreeItem {
        /// The rule.
        pricing_rule: String,
    },
    /// The coupon is not valid yet.
    #[error("Sorry, this coupon code's validity has not started")]
    CouponNotStarted,
    /// The coupon is no longer valid.
    #[error("Sorry, this coupon code's validity has expired")]
    CouponExpired,
    /// The coupon is used up.
    #[error("Sorry, this coupon code is no longer valid")]
    CouponUsedUp,
    /// The shipping rule is not for the country.
    #[error("Shipping rule not applicable for country {country} in Shipping Address")]
    ShippingCountry {
        /// Country of the shipping address.
        country: String,
    },
    /// The shipping rule asks for a country the address does not have.
    #[error("Shipping Address does not have country, which is required for this Shipping Rule")]
    ShippingCountryMissing,
    /// The rate is below what the item cost.
    #[error(
        "Row #{row}: Selling rate for item {item_name} is lower than its {reference}.\n\t\t\t\t\t\
         Selling net rate should be atleast {rate}.Alternatively,\n\t\t\t\t\t\
         you can disable selling price validation in Selling Settings to bypass\n\t\t\t\t\t\
         this validation."
    )]
    BelowCost {
        /// Line, counted from 1.
        row: usize,
        /// Name of the item.
        item_name: String,
        /// `last purchase rate` or `valuation rate (Moving Average)`.
        reference: &'static str,
        /// That rate in the line's unit.
        rate: Decimal,
    },
    /// An item occurs twice where the site does not allow it.
    #[error("Same item {item_code} has been entered multiple times")]
    DuplicateItem {
        /// The item.
        item_code: String,
    },
    /// Two payment terms fall due on one day.
    #[error("Rows with duplicate due dates in other rows were found: {rows}")]
    DuplicateDueDates {
        /// The rows.
        rows: String,
    },
    /// The payment terms do not add up to the whole.
    #[error("Total Payment Amount in Payment Schedule must be equal to Grand / Rounded Total")]
    PaymentScheduleTotal,
    /// The commission rate is not a percentage.
    #[error("Commission Rate should be between 0 and 100")]
    CommissionRate,
    /// A tax that is part of the price takes the whole of it: the net amount cannot be worked out.
    #[error("float division by zero")]
    DivisionByZero,
    /// A figure is larger than the server can store.
    #[error("Out of range value for column '{field}'")]
    OutOfRange {
        /// The field.
        field: &'static str,
    },
}

impl Refusal {
    /// The type of the server's exception.
    pub fn exc_type(&self) -> &'static str {
        match self {
            Self::PartyDisabled { .. } => "PartyDisabled",
            Self::PartyFrozen { .. } => "PartyFrozen",
            Self::DoesNotExist { .. } => "DoesNotExistError",
            Self::LinkNotFound { .. } => "LinkValidationError",
            Self::NoItems => "MandatoryError",
            Self::ZeroQty { .. } => "InvalidQtyError",
            Self::QtyMustBeWhole { .. } => "UOMMustBeIntegerError",
            Self::MultiplePricingRules { .. } => "MultiplePricingRuleConflict",
            Self::ThresholdHint { .. } | Self::RecursiveTransactionRule { .. } => "AttributeError",
            Self::DivisionByZero => "ZeroDivisionError",
            Self::OutOfRange { .. } => "DataError",
            _ => "ValidationError",
        }
    }

    /// The server's sentence, tags removed.
    pub fn message(&self) -> String {
        self.to_string()
    }
}
