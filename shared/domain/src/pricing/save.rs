//! What the server does with the order the form sends: missing values, totals, checks, schedule, rules
//! on the whole order.
//!
//! Source of the rules: `validate` of `erpnext/controllers/accounts_controller.py`,
//! `selling_controller.py` and `erpnext/selling/doctype/sales_order/sales_order.py`.

use super::item_tax;
use super::order::Order;
use super::priced::PackedItem;
use super::refusal::Refusal;
use super::{rules, schedule, totals, validate};

/// Saves the order, or says why the server would not.
pub(super) fn save(order: &mut Order<'_>) -> Result<(), Refusal> {
    validate::links(order)?;
    validate::quantities(order)?;
    rules::refresh_lines(order, true)?;
    item_tax::add_missing_rows(order);
    totals::calculate(order)?;
    validate::not_negative(order)?;
    schedule::fill(order)?;
    validate::tax_template(order)?;
    validate::tax_accounts(order)?;
    validate::party(order)?;
    rules::apply_on_transaction(order)?;
    validate::duplicates(order)?;
    validate::max_discount(order)?;
    validate::selling_price(order)?;
    set_stock_qty(order);
    validate::delivery_date(order)?;
    validate::whole_quantities(order)?;
    validate::coupon(order)?;
    pack(order);
    Ok(())
}

/// The stock quantity and stock rate of the quantity and factor as saved.
fn set_stock_qty(order: &mut Order<'_>) {
    for line in &mut order.lines {
        line.stock_qty = line.qty * line.conversion_factor;
        line.stock_uom_rate = line.rate / line.conversion_factor;
    }
}

/// Source of the rule: `erpnext/stock/doctype/packed_item/packed_item.py` (`make_packing_list`).
fn pack(order: &mut Order<'_>) {
    for line in &order.lines {
        let bundle = order.masters.bundles.get(&line.item.item_code);
        let parts = bundle.filter(|bundle| !bundle.disabled).map(|bundle| &bundle.items);
        for part in parts.into_iter().flatten() {
            order.packed_items.push(PackedItem {
                parent_item: line.item.item_code.to_string(),
                item_code: part.item_code.to_string(),
                qty: order.float(part.qty * line.stock_qty).figure().unwrap_or_default(),
                uom: part.uom.as_ref().map(ToString::to_string),
            });
        }
    }
}
