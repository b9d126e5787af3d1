//! Stock units in one unit of a line.
//!
//! Source of the rules: `erpnext/stock/get_item_details.py` (`get_conversion_factor`,
//! `get_uom_conv_factor`).

use crate::masters::{Differences, Item, Masters, Text};
use crate::money::num::Num;

/// The item's own factor, its template's, then the general table's; 1 where none is known.
pub(super) fn conversion_factor(
    masters: &Masters,
    version: Differences,
    item: &Item,
    uom: &Text,
) -> Num {
    if version.stock_uom_factor_is_one && *uom == item.stock_uom {
        return Num::ONE;
    }
    let template = item.variant_of.as_ref().and_then(|name| masters.items.get(name));
    let template_first =
        !version.stock_uom_factor_is_one && template.is_some_and(|of| of.modified > item.modified);
    let own = listed(item, uom);
    let of_template = template.and_then(|template| listed(template, uom));
    let found = if template_first { of_template.or(own) } else { own.or(of_template) };
    found
        .filter(|factor| !factor.is_zero())
        .or_else(|| general(masters, uom, &item.stock_uom))
        .filter(|factor| !factor.is_zero())
        .unwrap_or(Num::ONE)
}

fn listed(item: &Item, uom: &Text) -> Option<Num> {
    item.uoms.iter().find(|(unit, _)| unit == uom).map(|(_, factor)| *factor)
}

/// From the table of UOM Conversion Factor: direct, inverse, or by way of a third unit.
fn general(masters: &Masters, from: &Text, to: &Text) -> Option<Num> {
    if from == to {
        return Some(Num::ONE);
    }
    let into = |unit: &Text| masters.uom_factors.get(unit).map(Vec::as_slice).unwrap_or_default();
    let direct = |to: &Text, from: &Text| {
        into(to).iter().find(|(unit, ..)| unit == from).map(|(_, value, _)| *value)
    };
    if let Some(factor) = direct(to, from) {
        return Some(factor);
    }
    if let Some(factor) = direct(from, to).filter(|factor| !factor.is_zero()) {
        return Some(Num::ONE / factor);
    }
    into(to).iter().find_map(|(third, to_value, _)| {
        let from_value = direct(from, third).filter(|value| !value.is_zero())?;
        Some(*to_value / from_value)
    })
}
