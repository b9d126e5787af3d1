//! The order's head: what the customer brings along, and what the rep chose instead.
//!
//! Source of the rules: `erpnext/accounts/party.py` (`get_party_details`), in the order in which the
//! order form asks.

use super::entry::OrderEntry;
use super::exchange;
use super::message::Provisional;
use super::order::{DiscountOn, Order, Totals};
use super::refusal::Refusal;
use super::tax_rule;
use crate::masters::{Address, Customer, Masters, Text};
use crate::money::num::Num;

/// What the rep chose, if it is not empty.
pub(super) fn chosen(choice: Option<&String>) -> Option<Text> {
    choice.map(String::as_str).filter(|name| !name.is_empty()).map(Text::from)
}

/// An order with its head filled and no lines yet.
pub(super) fn open<'a>(masters: &'a Masters, entry: &'a OrderEntry) -> Result<Order<'a>, Refusal> {
    let missing = |doctype: &str, name: &str| Refusal::DoesNotExist {
        doctype: doctype.to_owned(),
        name: name.to_owned(),
    };
    let company = Text::from(entry.company.as_str());
    let company_doc = masters.companies.get(&company);
    let company_doc = company_doc.ok_or_else(|| missing("Company", &company))?;
    let name = Text::from(entry.customer.as_str());
    let customer = masters.customers.get(&name).ok_or_else(|| missing("Customer", &name))?;
    let date = entry
        .transaction_date
        .or(masters.today)
        .ok_or(Refusal::LinkNotFound { what: "Date".to_owned(), name: String::new() })?;
    let group = customer.customer_group.clone();
    let sales_partner =
        chosen(entry.sales_partner.as_ref()).or_else(|| customer.default_sales_partner.clone());
    let campaign = chosen(entry.campaign.as_ref());
    let parties = masters.party_keys(
        &name,
        group.as_ref(),
        customer.territory.as_ref(),
        sales_partner.as_ref(),
        campaign.as_ref(),
    );
    let company_currency = company_doc.default_currency.clone();
    let currency = chosen(entry.currency.as_ref())
        .or_else(|| customer.default_currency.clone())
        .unwrap_or_else(|| company_currency.clone());
    let mut order = Order {
        masters,
        entry,
        version: masters.version.differences(),
        date,
        today: masters.today.unwrap_or(date),
        customer: name,
        company,
        company_currency,
        customer_groups: group
            .iter()
            .flat_map(|group| masters.customer_groups_above(group))
            .collect(),
        territories: customer
            .territory
            .iter()
            .flat_map(|at| masters.territories_above(at))
            .collect(),
        customer_group: group,
        territory: customer.territory.clone(),
        parties,
        currency,
        conversion_rate: Num::ONE,
        price_list: price_list(masters, entry, customer),
        price_list_currency: Text::default(),
        plc_conversion_rate: Num::ONE,
        tax_category: None,
        billing_address: None,
        shipping_address: None,
        taxes_and_charges: None,
        payment_terms_template: payment_terms(
            masters,
            entry,
            customer,
            company_doc.payment_terms.as_ref(),
        ),
        commission_rate: commission_rate(masters, customer, sales_partner.as_ref()),
        sales_partner,
        campaign,
        coupon_code: chosen(entry.coupon_code.as_ref()),
        apply_discount_on: entry
            .apply_discount_on
            .as_deref()
            .map_or(DiscountOn::GrandTotal, DiscountOn::named),
        additional_discount_percentage: given(entry.additional_discount_percentage),
        discount_amount: given(entry.discount_amount),
        lines: Vec::with_capacity(entry.items.len()),
        taxes: Vec::new(),
        totals: Totals::default(),
        payments: Vec::new(),
        applied_rules: Vec::new(),
        packed_items: Vec::new(),
        transaction_rules: Vec::new(),
        messages: Vec::new(),
        provisional: Vec::new(),
    };
    if masters.version.is_unknown() {
        order
            .mark_provisional(Provisional::UnknownVersion { version: masters.version.to_string() });
    }
    set_addresses(&mut order, customer);
    exchange::set_rates(&mut order)?;
    tax_rule::set_taxes(&mut order)?;
    Ok(order)
}

fn given(figure: Option<rust_decimal::Decimal>) -> Num {
    figure.map(Num::from).unwrap_or_default()
}

/// Customer, its group, then Selling Settings; what the rep chose comes before all.
fn price_list(masters: &Masters, entry: &OrderEntry, customer: &Customer) -> Text {
    let of_group = || {
        let group = masters.customer_groups.get(customer.customer_group.as_ref()?)?;
        group.default_price_list.clone()
    };
    chosen(entry.selling_price_list.as_ref())
        .or_else(|| customer.default_price_list.clone())
        .or_else(of_group)
        .or_else(|| masters.settings.selling.selling_price_list.clone())
        .unwrap_or_default()
}

/// Customer, its group, then the company. An empty choice takes the terms off.
fn payment_terms(
    masters: &Masters,
    entry: &OrderEntry,
    customer: &Customer,
    of_company: Option<&Text>,
) -> Option<Text> {
    if entry.payment_terms_template.is_some() {
        return chosen(entry.payment_terms_template.as_ref());
    }
    let of_group = || {
        let group = masters.customer_groups.get(customer.customer_group.as_ref()?)?;
        group.payment_terms.clone()
    };
    customer.payment_terms.clone().or_else(of_group).or_else(|| of_company.cloned())
}

/// The partner's, as the field is fetched from it; without a partner the customer's.
fn commission_rate(masters: &Masters, customer: &Customer, partner: Option<&Text>) -> Num {
    let of_partner = partner.and_then(|name| masters.sales_partners.get(name));
    of_partner.map_or(customer.default_commission_rate, |partner| partner.commission_rate)
}

/// Default addresses of the customer, unless others were chosen, and the tax category.
fn set_addresses(order: &mut Order<'_>, customer: &Customer) {
    let masters = order.masters;
    let names = masters.customer_addresses.get(&order.customer);
    let enabled: Vec<_> = names
        .into_iter()
        .flatten()
        .filter_map(|name| masters.addresses.get(name))
        .filter(|address| !address.disabled)
        .collect();
    let primary = enabled.iter().find(|address| address.is_primary_address).or(enabled.first());
    let shipping = enabled
        .iter()
        .find(|address| address.is_shipping_address)
        .or_else(|| enabled.iter().find(|address| address.is_shipping_type));
    let name_of = |address: Option<&&Address>| address.map(|address| address.name.clone());
    order.billing_address =
        chosen(order.entry.customer_address.as_ref()).or_else(|| name_of(primary));
    order.shipping_address =
        chosen(order.entry.shipping_address_name.as_ref()).or_else(|| name_of(shipping));
    let deciding = if order.settings().accounts.tax_category_from_shipping {
        &order.shipping_address
    } else {
        &order.billing_address
    };
    let of_address = deciding
        .as_ref()
        .and_then(|name| masters.addresses.get(name))
        .and_then(|address| address.tax_category.clone());
    order.tax_category = of_address.or_else(|| customer.tax_category.clone());
}
