//! What the server checks before it takes an order.

use super::message::Provisional;
use super::order::{ChargeType, Order};
use super::refusal::Refusal;
use crate::masters::Masters;
use crate::money::num::Num;

/// Names that lead nowhere.
pub(super) fn links(order: &Order<'_>) -> Result<(), Refusal> {
    let masters = order.masters;
    let terms = order.payment_terms_template.as_ref();
    if let Some(name) = terms.filter(|name| !masters.payment_terms.contains_key(*name)) {
        let what = "Payment Terms Template".to_owned();
        return Err(Refusal::LinkNotFound { what, name: name.to_string() });
    }
    for (at, line) in order.lines.iter().enumerate() {
        let row = at + 1;
        let missing = |what: &str, name: &str| Refusal::LinkNotFound {
            what: format!("Row #{row}: {what}"),
            name: name.to_owned(),
        };
        if !masters.uoms.contains_key(&line.uom) {
            return Err(missing("UOM", &line.uom));
        }
        let template = line.item_tax_template.as_ref();
        if let Some(name) = template.filter(|name| !masters.item_tax_templates.contains_key(*name))
        {
            return Err(missing("Item Tax Template", name));
        }
    }
    Ok(())
}

pub(super) fn quantities(order: &Order<'_>) -> Result<(), Refusal> {
    if order.settings().selling.allow_zero_qty_in_sales_order {
        return Ok(());
    }
    let zero = order.lines.iter().position(|line| order.float(line.qty).is_zero());
    match zero.and_then(|at| Some((at, order.lines.get(at)?))) {
        Some((at, line)) => {
            Err(Refusal::ZeroQty { row: at + 1, item_code: line.item.item_code.to_string() })
        }
        None => Ok(()),
    }
}

/// Source of the rules: `erpnext/controllers/accounts_controller.py`
/// (`validate_taxes_and_charges`, `validate_inclusive_tax`).
pub(super) fn tax_rows(order: &Order<'_>) -> Result<(), Refusal> {
    for (at, tax) in order.taxes.iter().enumerate() {
        let row = at + 1;
        if tax.charge_type.is_chained() {
            if at == 0 {
                return Err(Refusal::FirstTaxRowChained);
            }
            if tax.chained_to().is_none_or(|to| to >= at) {
                return Err(Refusal::TaxRowId { row });
            }
        } else if tax.row_id.is_some() {
            return Err(Refusal::TaxRowIdNotAllowed);
        }
        if tax.included_in_print_rate {
            included(order, at)?;
        }
    }
    Ok(())
}

fn included(order: &Order<'_>, at: usize) -> Result<(), Refusal> {
    let Some(tax) = order.taxes.get(at) else { return Ok(()) };
    let row = at + 1;
    let is_included = |at: usize| order.taxes.get(at).is_none_or(|tax| tax.included_in_print_rate);
    match (tax.charge_type, tax.chained_to()) {
        (ChargeType::Actual, _) => Err(Refusal::ActualIncluded { row }),
        (ChargeType::OnPreviousRowAmount, Some(to)) if !is_included(to) => {
            Err(Refusal::IncludedAlso { row, rows: (to + 1).to_string() })
        }
        (ChargeType::OnPreviousRowTotal, Some(to)) if !(0..=to).all(is_included) => {
            Err(Refusal::IncludedAlso { row, rows: format!("1 - {}", to + 1) })
        }
        _ => Ok(()),
    }
}

pub(super) fn tax_template(order: &Order<'_>) -> Result<(), Refusal> {
    let Some(name) = &order.taxes_and_charges else { return Ok(()) };
    let disabled = order.masters.tax_templates.get(name).is_some_and(|template| template.disabled);
    if disabled {
        return Err(Refusal::TemplateDisabled {
            doctype: "Sales Taxes and Charges Template".to_owned(),
            name: name.to_string(),
        });
    }
    Ok(())
}

pub(super) fn tax_accounts(order: &Order<'_>) -> Result<(), Refusal> {
    let foreign = order.taxes.iter().position(|tax| {
        let account = order.masters.accounts.get(&tax.account_head);
        account.is_none_or(|account| account.company != order.company)
    });
    match foreign.and_then(|at| Some((at, order.taxes.get(at)?))) {
        Some((at, tax)) => Err(Refusal::AccountOfOtherCompany {
            row: at + 1,
            account: tax.account_head.to_string(),
            company: order.company.to_string(),
        }),
        None => Ok(()),
    }
}

pub(super) fn party(order: &Order<'_>) -> Result<(), Refusal> {
    let Some(customer) = order.masters.customers.get(&order.customer) else { return Ok(()) };
    let name = order.customer.to_string();
    if customer.disabled {
        return Err(Refusal::PartyDisabled { customer: name });
    }
    if customer.is_frozen {
        return Err(Refusal::PartyFrozen { customer: name });
    }
    Ok(())
}

pub(super) fn not_negative(order: &Order<'_>) -> Result<(), Refusal> {
    if order.totals.base_grand_total < Num::ZERO { Err(Refusal::NegativeTotal) } else { Ok(()) }
}

/// The discount of each line against what its item allows.
pub(super) fn max_discount(order: &Order<'_>) -> Result<(), Refusal> {
    let above = order.lines.iter().find(|line| {
        let max = line.item.max_discount;
        !max.is_zero() && line.discount_percentage > max
    });
    match above {
        Some(line) => Err(Refusal::MaxDiscount {
            item_code: line.item.item_code.to_string(),
            max_discount: super::text::number(line.item.max_discount),
        }),
        None => Ok(()),
    }
}

/// The net rate of each line against what its item cost.
pub(super) fn selling_price(order: &Order<'_>) -> Result<(), Refusal> {
    if !order.settings().selling.validate_selling_price {
        return Ok(());
    }
    below(order, "last purchase rate", |line| line.item.last_purchase_rate)?;
    if order.version.selling_price_ignores_valuation {
        return Ok(());
    }
    below(order, "valuation rate (Moving Average)", |line| {
        let warehouse = line.warehouse.as_deref().unwrap_or_default();
        let pair = Masters::pair(&line.item.item_code, warehouse);
        let bin = order.masters.bins.get(pair.as_str()).filter(|_| line.item.is_stock_item);
        bin.map(|(_, rate)| *rate).filter(|rate| *rate > Num::ZERO).unwrap_or_default()
    })
}

fn below(
    order: &Order<'_>,
    reference: &'static str,
    cost: impl Fn(&super::order::Line) -> Num,
) -> Result<(), Refusal> {
    for (at, line) in order.lines.iter().enumerate().filter(|(_, line)| !line.is_free_item) {
        let cost = cost(line) * line.conversion_factor;
        if line.base_net_rate < cost {
            let item_name = line.item.item_name.as_ref().unwrap_or(&line.item.item_code);
            return Err(Refusal::BelowCost {
                row: at + 1,
                item_name: item_name.to_string(),
                reference,
                rate: cost.figure().unwrap_or_default(),
            });
        }
    }
    Ok(())
}

pub(super) fn duplicates(order: &Order<'_>) -> Result<(), Refusal> {
    if order.settings().selling.allow_multiple_items {
        return Ok(());
    }
    let mut seen = std::collections::HashSet::new();
    for line in order.lines.iter().filter(|line| !line.is_free_item) {
        if !seen.insert(&line.item.item_code) {
            return Err(Refusal::DuplicateItem { item_code: line.item.item_code.to_string() });
        }
    }
    Ok(())
}

pub(super) fn delivery_date(order: &Order<'_>) -> Result<(), Refusal> {
    let dates = order.lines.iter().filter_map(|line| line.delivery_date);
    let latest = order.entry.delivery_date.or_else(|| dates.max());
    let latest = latest.ok_or(Refusal::NoDeliveryDate)?;
    let line_before =
        order.lines.iter().any(|line| line.delivery_date.is_some_and(|day| day < order.date));
    if latest < order.date || line_before {
        return Err(Refusal::DeliveryBeforeOrder);
    }
    Ok(())
}

/// Quantities in units that must be whole: the stock unit first, then the line's own.
pub(super) fn whole_quantities(order: &Order<'_>) -> Result<(), Refusal> {
    let whole = |uom: &str| order.masters.uoms.get(uom).copied().unwrap_or_default();
    let fraction = |qty: Num| (qty - qty.truncated()).abs() > Num::new(0.000_000_1);
    let refuse = |at: usize, qty: Num, uom: &str| {
        Err(Refusal::QtyMustBeWhole {
            row: at + 1,
            qty: super::text::number(qty),
            uom: uom.to_owned(),
        })
    };
    for (at, line) in order.lines.iter().enumerate() {
        let uom = &line.item.stock_uom;
        if whole(uom) && fraction(line.stock_qty) {
            return refuse(at, line.stock_qty, uom);
        }
    }
    for (at, line) in order.lines.iter().enumerate() {
        if whole(&line.uom) && fraction(line.qty) {
            return refuse(at, line.qty, &line.uom);
        }
    }
    Ok(())
}

/// The coupon's dates by the site's day, and its uses as far as they are known; 0 is no limit.
pub(super) fn coupon(order: &mut Order<'_>) -> Result<(), Refusal> {
    let Some(name) = order.coupon_code.clone() else { return Ok(()) };
    let coupon = order.masters.coupons.get(&name).ok_or_else(|| Refusal::DoesNotExist {
        doctype: "Coupon Code".to_owned(),
        name: name.to_string(),
    })?;
    if coupon.valid_from.is_some_and(|from| from > order.today) {
        return Err(Refusal::CouponNotStarted);
    }
    if coupon.valid_upto.is_some_and(|upto| upto < order.today) {
        return Err(Refusal::CouponExpired);
    }
    if coupon.maximum_use > 0 && coupon.used >= coupon.maximum_use {
        return Err(Refusal::CouponUsedUp);
    }
    order.mark_provisional(Provisional::CouponUse { coupon_code: name.to_string() });
    Ok(())
}
