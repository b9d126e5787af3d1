//! Which Item Tax Template a line has, and the rates it brings.
//!
//! Source of the rules: `erpnext/stock/get_item_details.py` (`get_item_tax_template`,
//! `_get_item_tax_template`, `get_item_tax_map`), `erpnext/controllers/taxes_and_totals.py`
//! (`validate_item_tax_template`).

use super::message::Message;
use super::order::{ChargeType, Line, Order, Tax};
use crate::masters::{Item, ItemTax, Text};
use crate::money::num::{Num, compare};

/// The template of the item itself, else of the nearest group that has one for this order.
pub(super) fn template_for(
    order: &Order<'_>,
    item: &Item,
    base_net_rate: Num,
    current: Option<&Text>,
) -> Option<Text> {
    let of_rows = |rows: &[ItemTax]| {
        let valid = valid_rows(order, rows.iter(), base_net_rate);
        if let Some(current) =
            current.filter(|name| valid.iter().any(|row| row.item_tax_template == **name))
        {
            return Some(current.clone());
        }
        first_of_category(order, &valid).cloned()
    };
    of_rows(&item.taxes).or_else(|| {
        groups(order, item)
            .find_map(|group| of_rows(&order.masters.item_group_defaults.get(&group)?.taxes))
    })
}

fn groups(order: &Order<'_>, item: &Item) -> impl Iterator<Item = Text> + use<> {
    let groups = item.item_group.as_ref().map(|group| order.masters.item_groups_above(group));
    groups.unwrap_or_default().into_iter()
}

fn first_of_category<'a>(order: &Order<'_>, rows: &[&'a ItemTax]) -> Option<&'a Text> {
    rows.iter().find(|row| row.tax_category == order.tax_category).map(|row| &row.item_tax_template)
}

/// Rows with a date or a limit come first if any of them is valid, latest date (or highest limit)
/// first; else the rows without.
fn valid_rows<'a>(
    order: &Order<'_>,
    rows: impl Iterator<Item = &'a ItemTax>,
    base_net_rate: Num,
) -> Vec<&'a ItemTax> {
    let ours = |row: &&ItemTax| {
        let template = order.masters.item_tax_templates.get(&row.item_tax_template);
        let skip_disabled = order.version.skip_disabled_item_tax_template;
        template.is_some_and(|found| {
            found.company == order.company && !(skip_disabled && found.disabled)
        })
    };
    let (limited, free): (Vec<&ItemTax>, Vec<&ItemTax>) = rows
        .filter(ours)
        .partition(|row| row.valid_from.is_some() || !row.maximum_net_rate.is_zero());
    let mut valid: Vec<&ItemTax> = limited
        .into_iter()
        .filter(|row| {
            // The server reads a missing date as today's.
            row.valid_from.unwrap_or(order.today) <= order.date && in_slab(row, base_net_rate)
        })
        .collect();
    if valid.is_empty() {
        return free;
    }
    valid.sort_by(|a, b| {
        b.valid_from
            .cmp(&a.valid_from)
            .then_with(|| compare(b.maximum_net_rate, a.maximum_net_rate))
    });
    valid
}

fn in_slab(row: &ItemTax, base_net_rate: Num) -> bool {
    row.maximum_net_rate.is_zero()
        || (row.minimum_net_rate <= base_net_rate && base_net_rate <= row.maximum_net_rate)
}

/// Account and rate of a template, accounts of the order's company only.
pub(super) fn rates_of(order: &Order<'_>, template: Option<&Text>) -> Vec<(Text, Num)> {
    let found = template.and_then(|name| order.masters.item_tax_templates.get(name));
    let ours = |account: &Text| {
        order.masters.accounts.get(account).is_none_or(|account| account.company == order.company)
    };
    let mut rates: Vec<(Text, Num)> = Vec::new();
    for (account, rate) in found.into_iter().flat_map(|found| &found.taxes) {
        match rates.iter_mut().find(|(known, _)| known == account) {
            Some((_, known)) => *known = *rate,
            None if ours(account) => rates.push((account.clone(), *rate)),
            None => {}
        }
    }
    rates
}

/// Adds a tax row of rate 0 for every account of the lines' templates that has none.
pub(super) fn add_missing_rows(order: &mut Order<'_>) {
    if !order.settings().accounts.add_taxes_from_item_tax_template {
        return;
    }
    for line in &order.lines {
        for (account, _) in &line.item_tax_rate {
            if order.taxes.iter().any(|tax| tax.account_head == *account) {
                continue;
            }
            let description = match order.masters.accounts.get(account) {
                Some(found) if !found.account_name.is_empty() => found.account_name.clone(),
                _ => account.clone(),
            };
            order.taxes.push(Tax {
                description: Some(description),
                ..Tax::of(ChargeType::OnNetTotal, account.clone())
            });
        }
    }
}

/// A template that is not valid for the line's net rate and date gives way to one that is. Says
/// whether any did.
pub(super) fn revalidate(order: &mut Order<'_>) -> bool {
    let updated = update(order);
    for (row, item_code) in &updated {
        let item_code = item_code.to_string();
        order.messages.push(Message::ItemTaxTemplateUpdated { row: *row, item_code });
    }
    !updated.is_empty()
}

/// The same as the form does it when a rate was typed: without a word.
pub(super) fn renew(order: &mut Order<'_>) {
    drop(update(order));
}

/// Row and item of the lines whose template changed.
fn update(order: &mut Order<'_>) -> Vec<(usize, Text)> {
    let mut updated = Vec::new();
    let mut lines = std::mem::take(&mut order.lines);
    for (at, line) in lines.iter_mut().enumerate() {
        if let Some(template) = replacement(order, line) {
            line.item_tax_template = Some(template);
            updated.push((at + 1, line.item.item_code.clone()));
        }
        line.item_tax_rate = rates_of(order, line.item_tax_template.as_ref());
    }
    order.lines = lines;
    updated
}

/// Item and group rows are judged together here.
fn replacement(order: &Order<'_>, line: &Line) -> Option<Text> {
    let current = line.item_tax_template.as_ref()?;
    let item = &line.item;
    let group_names: Vec<Text> = groups(order, item).collect();
    let of_groups = group_names
        .iter()
        .filter_map(|group| order.masters.item_group_defaults.get(group))
        .flat_map(|group| &group.taxes);
    let rate = if line.base_net_rate.is_zero() { line.base_rate } else { line.base_net_rate };
    let valid = valid_rows(order, item.taxes.iter().chain(of_groups), rate);
    let of_category: Vec<&Text> = valid
        .iter()
        .filter(|row| row.tax_category == order.tax_category)
        .map(|row| &row.item_tax_template)
        .collect();
    match of_category.first() {
        Some(first) if !of_category.contains(&current) => Some((*first).clone()),
        _ => None,
    }
}
