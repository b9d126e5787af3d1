//! What a screen needs to tell a refusal in its own words.

use super::refusal::Refusal;

impl Refusal {
    /// Stable id of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::PartyDisabled { .. } => "refusal-party-disabled",
            Self::PartyFrozen { .. } => "refusal-party-frozen",
            Self::DoesNotExist { .. } => "refusal-does-not-exist",
            Self::LinkNotFound { .. } => "refusal-link-not-found",
            Self::ItemDisabled { .. } => "refusal-item-disabled",
            Self::EndOfLife { .. } => "refusal-end-of-life",
            Self::ItemIsTemplate { .. } => "refusal-item-is-template",
            Self::NoItems => "refusal-no-items",
            Self::ZeroQty { .. } => "refusal-zero-qty",
            Self::QtyMustBeWhole { .. } => "refusal-qty-must-be-whole",
            Self::NoDeliveryDate => "refusal-no-delivery-date",
            Self::DeliveryBeforeOrder => "refusal-delivery-before-order",
            Self::NoExchangeRate { .. } => "refusal-no-exchange-rate",
            Self::PriceListDisabled { .. } => "refusal-price-list-disabled",
            Self::TemplateDisabled { .. } => "refusal-template-disabled",
            Self::TaxRowId { .. } => "refusal-tax-row-id",
            Self::FirstTaxRowChained => "refusal-first-tax-row-chained",
            Self::TaxRowIdNotAllowed => "refusal-tax-row-id-not-allowed",
            Self::ActualIncluded { .. } => "refusal-actual-included",
            Self::IncludedAlso { .. } => "refusal-included-also",
            Self::AccountOfOtherCompany { .. } => "refusal-account-of-other-company",
            Self::ApplyDiscountOnMissing => "refusal-apply-discount-on-missing",
            Self::NegativeTotal => "refusal-negative-total",
            Self::DiscountAboveTotal { .. } => "refusal-discount-above-total",
            Self::MaxDiscount { .. } => "refusal-max-discount",
            Self::MultiplePricingRules { .. } => "refusal-multiple-pricing-rules",
            Self::ThresholdHint { .. } => "refusal-threshold-hint",
            Self::RecursiveTransactionRule { .. } => "refusal-recursive-transaction-rule",
            Self::NoFreeItem { .. } => "refusal-no-free-item",
            Self::CouponNotStarted => "refusal-coupon-not-started",
            Self::CouponExpired => "refusal-coupon-expired",
            Self::CouponUsedUp => "refusal-coupon-used-up",
            Self::ShippingCountry { .. } => "refusal-shipping-country",
            Self::ShippingCountryMissing => "refusal-shipping-country-missing",
            Self::BelowCost { .. } => "refusal-below-cost",
            Self::DuplicateItem { .. } => "refusal-duplicate-item",
            Self::DuplicateDueDates { .. } => "refusal-duplicate-due-dates",
            Self::PaymentScheduleTotal => "refusal-payment-schedule-total",
            Self::CommissionRate => "refusal-commission-rate",
            Self::DivisionByZero => "refusal-division-by-zero",
            Self::OutOfRange { .. } => "refusal-out-of-range",
        }
    }

    /// Named arguments of the translated sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::PartyDisabled { customer } | Self::PartyFrozen { customer } => {
                vec![("customer", customer.clone())]
            }
            Self::DoesNotExist { doctype, name } | Self::TemplateDisabled { doctype, name } => {
                vec![("doctype", doctype.clone()), ("name", name.clone())]
            }
            Self::LinkNotFound { what, name } => {
                vec![("what", what.clone()), ("name", name.clone())]
            }
            Self::ItemDisabled { item_code }
            | Self::ItemIsTemplate { item_code }
            | Self::DuplicateItem { item_code } => vec![("item", item_code.clone())],
            Self::EndOfLife { item_code, date } => {
                vec![("item", item_code.clone()), ("date", date.clone())]
            }
            Self::ZeroQty { row, item_code } => {
                vec![("row", row.to_string()), ("item", item_code.clone())]
            }
            Self::QtyMustBeWhole { row, qty, uom } => {
                vec![("row", row.to_string()), ("qty", qty.clone()), ("uom", uom.clone())]
            }
            Self::NoExchangeRate { from, to, .. } => {
                vec![("from", from.clone()), ("to", to.clone())]
            }
            Self::PriceListDisabled { price_list } => vec![("price-list", price_list.clone())],
            Self::TaxRowId { row } | Self::ActualIncluded { row } => {
                vec![("row", row.to_string())]
            }
            Self::IncludedAlso { row, rows } => {
                vec![("row", row.to_string()), ("rows", rows.clone())]
            }
            Self::AccountOfOtherCompany { row, account, company } => vec![
                ("row", row.to_string()),
                ("account", account.clone()),
                ("company", company.clone()),
            ],
            Self::DiscountAboveTotal { discount, total } => {
                vec![("discount", discount.clone()), ("total", total.clone())]
            }
            Self::MaxDiscount { item_code, max_discount } => {
                vec![("item", item_code.clone()), ("max", max_discount.clone())]
            }
            Self::MultiplePricingRules { rules } => vec![("rules", rules.join(", "))],
            Self::ThresholdHint { pricing_rule }
            | Self::RecursiveTransactionRule { pricing_rule }
            | Self::NoFreeItem { pricing_rule } => {
                vec![("rule", pricing_rule.clone())]
            }
            Self::ShippingCountry { country } => vec![("country", country.clone())],
            Self::BelowCost { row, item_name, reference, rate } => vec![
                ("row", row.to_string()),
                ("item", item_name.clone()),
                ("reference", (*reference).to_owned()),
                ("rate", rate.to_string()),
            ],
            Self::DuplicateDueDates { rows } => vec![("rows", rows.clone())],
            Self::OutOfRange { field } => vec![("field", (*field).to_owned())],
            _ => Vec::new(),
        }
    }
}
