//! Which tax template an order gets, and its rows.
//!
//! Source of the rules: `erpnext/accounts/doctype/tax_rule/tax_rule.py` (`get_tax_template`),
//! `erpnext/accounts/party.py` (`set_taxes`).

use super::header::chosen;
use super::order::{ChargeType, Order, Tax};
use super::refusal::Refusal;
use crate::masters::{Address, TAX_RULE_KEYS, TaxRule, TaxTemplate, Text};
use crate::money::num::Num;

/// Template and rows: those given by hand, else of the template chosen, found by Tax Rule, or the
/// company's default.
pub(super) fn set_taxes(order: &mut Order<'_>) -> Result<(), Refusal> {
    order.taxes_and_charges = match &order.entry.taxes_and_charges {
        Some(_) => chosen(order.entry.taxes_and_charges.as_ref()),
        None if order.entry.taxes.is_some() => None,
        None => template_by_rule(order).or_else(|| default_template(order)),
    };
    if let Some(rows) = &order.entry.taxes {
        order.taxes = rows.iter().filter_map(by_hand).collect();
        return Ok(());
    }
    let Some(name) = order.taxes_and_charges.clone() else { return Ok(()) };
    let template = order.masters.tax_templates.get(&name).ok_or_else(|| Refusal::DoesNotExist {
        doctype: "Sales Taxes and Charges Template".to_owned(),
        name: name.to_string(),
    })?;
    order.taxes = rows_of(template);
    Ok(())
}

fn by_hand(row: &super::entry::TaxEntry) -> Option<Tax> {
    let some = |text: &str| (!text.is_empty()).then(|| Text::from(text));
    Some(Tax {
        row_id: row.row_id.as_deref().and_then(some),
        description: some(&row.description),
        included_in_print_rate: row.included_in_print_rate,
        rate: Num::from(row.rate),
        tax_amount: row.tax_amount.map(Num::from).unwrap_or_default(),
        ..Tax::of(ChargeType::named(&row.charge_type)?, Text::from(row.account_head.as_str()))
    })
}

fn rows_of(template: &TaxTemplate) -> Vec<Tax> {
    template
        .taxes
        .iter()
        .filter_map(|row| {
            Some(Tax {
                row_id: row.row_id.clone(),
                description: row.description.clone(),
                included_in_print_rate: row.included_in_print_rate,
                rate: row.rate,
                tax_amount: row.tax_amount,
                ..Tax::of(ChargeType::named(&row.charge_type)?, row.account_head.clone())
            })
        })
        .collect()
}

fn default_template(order: &Order<'_>) -> Option<Text> {
    let ours = |template: &TaxTemplate| {
        template.is_default && !template.disabled && template.company == order.company
    };
    let names = order.masters.tax_templates.iter().filter(|(_, template)| ours(template));
    names.map(|(name, _)| name).min().cloned()
}

/// The template of the Tax Rule that matches most fields, then has the highest priority, then the
/// lowest name. A disabled template is none, and no other rule is asked.
fn template_by_rule(order: &Order<'_>) -> Option<Text> {
    let asked = Asked::of(order);
    let best = order
        .masters
        .tax_rules
        .values()
        .filter(|rule| asked.fits(rule, order))
        .map(|rule| (asked.matched(rule), rule))
        .max_by(|(matched, rule), (other_matched, other)| {
            matched
                .cmp(other_matched)
                .then(rule.priority.cmp(&other.priority))
                .then_with(|| other.name.cmp(&rule.name))
        })
        .map(|(_, rule)| rule)?;
    let template = best.template.clone()?;
    let disabled = order.masters.tax_templates.get(&template).is_some_and(|found| found.disabled);
    (!disabled).then_some(template)
}

/// What the rules are asked for. A key that is not asked is not checked: a customer without an
/// address matches a rule that names a city.
struct Asked {
    keys: [Option<Text>; 13],
    checked: [bool; 13],
}

impl Asked {
    fn of(order: &Order<'_>) -> Self {
        let address =
            |name: &Option<Text>| name.as_ref().and_then(|name| order.masters.addresses.get(name));
        let billing = address(&order.billing_address);
        let shipping = address(&order.shipping_address);
        let mut asked = Self { keys: Default::default(), checked: [false; 13] };
        asked.set("customer", Some(order.customer.clone()));
        asked.set("company", Some(order.company.clone()));
        asked.set("tax_type", Some(Text::from("Sales")));
        if let Some(address) = billing {
            asked.set_address("billing", address);
        }
        if let Some(address) = shipping {
            asked.set_address("shipping", address);
        }
        asked
    }

    fn set_address(&mut self, prefix: &str, address: &Address) {
        let mut set = |field: &str, value: &Option<Text>| {
            self.set(&format!("{prefix}_{field}"), value.clone());
        };
        set("city", &address.city);
        set("county", &address.county);
        set("state", &address.state);
        set("zipcode", &address.pincode);
        set("country", &address.country);
    }

    fn set(&mut self, key: &str, value: Option<Text>) {
        let at = TAX_RULE_KEYS.iter().position(|known| *known == key);
        if let Some((slot, checked)) =
            at.and_then(|at| self.keys.get_mut(at).zip(self.checked.get_mut(at)))
        {
            *slot = value;
            *checked = true;
        }
    }

    fn fits(&self, rule: &TaxRule, order: &Order<'_>) -> bool {
        let in_dates = rule.from_date.is_none_or(|from| from <= order.date)
            && rule.to_date.is_none_or(|to| order.date <= to);
        let in_group = match (&rule.customer_group, &order.customer_group) {
            (Some(group), Some(_)) => order.customer_groups.contains(group),
            _ => true,
        };
        let keys = rule.keys.iter().zip(self.keys.iter().zip(&self.checked));
        in_dates
            && rule.tax_category == order.tax_category
            && in_group
            && keys
                .into_iter()
                .all(|(wanted, (value, checked))| !checked || wanted.is_none() || wanted == value)
    }

    /// How many of the asked fields the rule names.
    fn matched(&self, rule: &TaxRule) -> usize {
        let keys = rule.keys.iter().zip(&self.checked);
        let named = keys.filter(|(wanted, checked)| **checked && wanted.is_some()).count();
        named + usize::from(rule.customer_group.is_some())
    }
}
