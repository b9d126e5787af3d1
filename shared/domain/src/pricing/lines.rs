//! Fills the lines from their items: unit, warehouse, weight, price and item tax.
//!
//! Source of the rules: `erpnext/stock/get_item_details.py` (`get_item_details`,
//! `get_basic_details`).

use std::sync::Arc;

use super::entry::LineEntry;
use super::header::chosen;
use super::item_price;
use super::item_tax;
use super::order::{Line, Order};
use super::refusal::Refusal;
use super::uom::conversion_factor;
use crate::masters::{Item, Text};
use crate::money::num::Num;

/// One line for every entry line, rules off, as the form has them before rules are asked for.
pub(super) fn fill(order: &mut Order<'_>) -> Result<(), Refusal> {
    for (at, entry) in order.entry.items.iter().enumerate() {
        let mut line = from_entry(order, entry)?;
        line.entry_index = Some(at);
        order.lines.push(line);
    }
    item_tax::add_missing_rows(order);
    Ok(())
}

fn from_entry(order: &Order<'_>, entry: &LineEntry) -> Result<Line, Refusal> {
    let item = item_for_sale(order, &entry.item_code)?;
    let uom = chosen(entry.uom.as_ref())
        .or_else(|| item.sales_uom.clone())
        .unwrap_or_else(|| item.stock_uom.clone());
    let mut line = Line::of(item.clone(), Num::from(entry.qty), uom);
    line.conversion_factor = entry.conversion_factor.map_or_else(
        || conversion_factor(order.masters, order.version, &item, &line.uom),
        Num::from,
    );
    line.warehouse = chosen(entry.warehouse.as_ref()).or_else(|| warehouse(order, &item));
    line.delivery_date = entry.delivery_date.or(order.entry.delivery_date);
    line.stock_qty = line.qty * line.conversion_factor;
    line.total_weight = line.weight_per_unit * line.stock_qty;
    line.item_tax_template = item_tax::template_for(order, &item, Num::ZERO, None);
    line.item_tax_rate = item_tax::rates_of(order, line.item_tax_template.as_ref());
    let price = item_price::price_of(order, &mut line);
    line.price_list_rate = order.money(price.unwrap_or_default());
    line.rate = line.price_list_rate;
    Ok(line)
}

/// The item, unless it may not be sold.
pub(super) fn item_for_sale(order: &Order<'_>, item_code: &str) -> Result<Arc<Item>, Refusal> {
    let item = order.masters.items.get(item_code).ok_or_else(|| Refusal::DoesNotExist {
        doctype: "Item".to_owned(),
        name: item_code.to_owned(),
    })?;
    let item_code = item_code.to_owned();
    if let Some(end) = item.end_of_life.filter(|end| *end <= order.today) {
        let format = &order.settings().system.date_format;
        let date = super::text::date(end, format);
        return Err(Refusal::EndOfLife { item_code, date });
    }
    if item.disabled {
        return Err(Refusal::ItemDisabled { item_code });
    }
    if item.has_variants {
        return Err(Refusal::ItemIsTemplate { item_code });
    }
    Ok(item.clone())
}

/// The item's warehouse, its group's, its brand's, then the site's if it is the company's.
pub(super) fn warehouse(order: &Order<'_>, item: &Item) -> Option<Text> {
    let masters = order.masters;
    let of_group = || masters.item_group_defaults.get(item.item_group.as_ref()?);
    let of_brand = || masters.brand_defaults.get(item.brand.as_ref()?);
    let of_site = || {
        let warehouse = masters.settings.stock.default_warehouse.as_ref()?;
        let company = masters.warehouse_companies.get(warehouse)?;
        (*company == order.company).then_some(warehouse)
    };
    item.default_warehouse(&order.company)
        .or_else(|| of_group()?.default_warehouse(&order.company))
        .or_else(|| of_brand()?.default_warehouse(&order.company))
        .or_else(of_site)
        .cloned()
}
