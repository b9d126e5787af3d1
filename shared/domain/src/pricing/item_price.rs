//! Which Item Price a line takes.
//!
//! Source of the rules: `erpnext/stock/get_item_details.py` (`get_price_list_rate`,
//! `get_price_list_rate_for`, `get_item_price`).

use chrono::NaiveDate;

use super::derivation::{ChosenPrice, LineDerivation, PassedOver, PassedOverReason};
use super::order::{Line, Order};
use crate::masters::{Item, ItemPrice, ItemPrices, Text};
use crate::money::num::Num;

/// A question to the prices of one item.
struct Wanted<'a> {
    price_list: &'a Text,
    customer: &'a Text,
    uom: &'a Text,
    stock_uom: &'a Text,
    conversion_factor: Num,
    qty: Num,
    date: NaiveDate,
}

/// The price of a line in the order's currency, not rounded; none where there is no price. Fills the
/// line's derivation, and whether the order's own list has a price.
pub(super) fn price_of(order: &Order<'_>, line: &mut Line) -> Option<Num> {
    let mut why = LineDerivation::default();
    let price_list = order.price_list.clone();
    let mut found = in_list(order, line, &price_list, &mut why);
    line.has_no_price = found.is_none();
    if found.is_none() && fallback_is_on(order) {
        let default = order.settings().selling.selling_price_list.clone();
        if let Some(list) = default.filter(|list| *list != price_list) {
            found = in_list(order, line, &list, &mut why);
        }
    }
    if found.is_none() {
        other_lists(order, &line.item, &mut why);
    }
    line.why = why;
    found.map(|rate| rate * order.plc_conversion_rate / order.conversion_rate)
}

fn fallback_is_on(order: &Order<'_>) -> bool {
    order.version.fallback_price_list && order.settings().selling.fallback_to_default_price_list
}

/// The item's own price, then its template's.
fn in_list(
    order: &Order<'_>,
    line: &Line,
    price_list: &Text,
    why: &mut LineDerivation,
) -> Option<Num> {
    let wanted = Wanted {
        price_list,
        customer: &order.customer,
        uom: &line.uom,
        stock_uom: &line.item.stock_uom,
        conversion_factor: line.conversion_factor,
        qty: line.qty,
        date: order.date,
    };
    let items = [Some(&line.item.item_code), line.item.variant_of.as_ref()];
    let mut found = None;
    for item_code in items.into_iter().flatten() {
        let Some(prices) = order.masters.item_prices.get(item_code) else { continue };
        if found.is_some() {
            let general = prices.of(price_list, "");
            pass_over(why, general.iter(), |_| PassedOverReason::OwnPriceFirst);
            continue;
        }
        if let Some((price, rate)) = choose(&wanted, prices, why) {
            why.item_price = Some(chosen(order, price, item_code, &wanted));
            found = Some(rate);
        }
    }
    found
}

/// The customer's own price if there is one, judged by date, unit and packing unit only; else the
/// general one in the line's unit, else in the stock unit.
fn choose<'a>(
    wanted: &Wanted<'_>,
    prices: &'a ItemPrices,
    why: &mut LineDerivation,
) -> Option<(&'a ItemPrice, Num)> {
    let own = prices.of(wanted.price_list, wanted.customer);
    let general = prices.of(wanted.price_list, "");
    if let Some(price) = own.iter().find(|price| wanted.fits(price, wanted.uom)) {
        pass_over(why, general.iter(), |_| PassedOverReason::CustomerPriceFirst);
        pass_over_except(why, own, price, wanted);
        if !wanted.packing_fits(price) {
            pass_over(why, std::iter::once(price), |_| PassedOverReason::PackingUnit);
            return None;
        }
        return Some((price, wanted.rate_in_unit(price)));
    }
    let in_uom = general.iter().find(|price| wanted.fits(price, wanted.uom));
    let price = in_uom.or_else(|| {
        let in_stock_uom = |price: &&ItemPrice| wanted.fits(price, wanted.stock_uom);
        general.iter().find(in_stock_uom).filter(|_| wanted.uom != wanted.stock_uom)
    });
    pass_over(why, own.iter(), |price| wanted.reason_against(price));
    match price {
        Some(price) => pass_over_except(why, general, price, wanted),
        None => pass_over(why, general.iter(), |price| wanted.reason_against(price)),
    }
    price.map(|price| (price, wanted.rate_in_unit(price)))
}

impl Wanted<'_> {
    fn fits(&self, price: &ItemPrice, uom: &Text) -> bool {
        price.uom.as_ref().is_none_or(|unit| unit == uom)
            && price.batch_no.is_none()
            && (price.customer.is_some() || price.supplier.is_none())
            && price.valid_from.is_none_or(|from| from <= self.date)
            && price.valid_upto.is_none_or(|upto| self.date <= upto)
    }

    fn packing_fits(&self, price: &ItemPrice) -> bool {
        if self.qty.is_zero() {
            return false;
        }
        let unit = Num::whole(price.packing_unit);
        unit.is_zero() || self.qty.remainder(unit).is_zero()
    }

    /// A price in another unit is that of the stock unit, and multiplied. Lists have a check that says
    /// prices do not depend on the unit; an order's lines were recorded multiplied all the same.
    fn rate_in_unit(&self, price: &ItemPrice) -> Num {
        price.price_list_rate * self.factor_for(price)
    }

    fn factor_for(&self, price: &ItemPrice) -> Num {
        let same = price.uom.as_ref() == Some(self.uom);
        if same { Num::ONE } else { self.conversion_factor }
    }

    fn reason_against(&self, price: &ItemPrice) -> PassedOverReason {
        if price.batch_no.is_some() {
            PassedOverReason::Batch
        } else if price.uom.as_ref().is_some_and(|unit| unit != self.uom && unit != self.stock_uom)
        {
            PassedOverReason::OtherUom
        } else if price.valid_from.is_some_and(|from| from > self.date) {
            PassedOverReason::NotYetValid
        } else if price.valid_upto.is_some_and(|upto| upto < self.date) {
            PassedOverReason::Expired
        } else if price.uom.as_ref().is_some_and(|unit| unit != self.uom) {
            PassedOverReason::OtherUom
        } else {
            PassedOverReason::LaterPriceFirst
        }
    }
}

fn chosen(
    order: &Order<'_>,
    price: &ItemPrice,
    item_code: &Text,
    wanted: &Wanted<'_>,
) -> ChosenPrice {
    ChosenPrice {
        item_price: price.name.to_string(),
        item_code: item_code.to_string(),
        price_list: wanted.price_list.to_string(),
        uom: price.uom.as_ref().map(Text::to_string),
        customer: price.customer.as_ref().map(Text::to_string),
        price_list_rate: price.price_list_rate.figure().unwrap_or_default(),
        conversion_factor: wanted.factor_for(price).figure().unwrap_or_default(),
        exchange_rate: (order.plc_conversion_rate / order.conversion_rate)
            .figure()
            .unwrap_or_default(),
    }
}

fn pass_over<'a>(
    why: &mut LineDerivation,
    prices: impl Iterator<Item = &'a ItemPrice>,
    reason: impl Fn(&ItemPrice) -> PassedOverReason,
) {
    why.passed_over.extend(prices.map(|price| PassedOver {
        item_price: price.name.to_string(),
        price_list_rate: price.price_list_rate.figure().unwrap_or_default(),
        reason: reason(price),
    }));
}

fn pass_over_except(
    why: &mut LineDerivation,
    prices: &[ItemPrice],
    taken: &ItemPrice,
    wanted: &Wanted<'_>,
) {
    let others = prices.iter().filter(|price| price.name != taken.name);
    pass_over(why, others, |price| wanted.reason_against(price));
}

/// Where the order's list has no price, those of other lists show that the item has one.
fn other_lists(order: &Order<'_>, item: &Item, why: &mut LineDerivation) {
    let Some(prices) = order.masters.item_prices.get(&item.item_code) else { return };
    for list in prices.price_lists().filter(|list| **list != order.price_list) {
        for customer in ["", &*order.customer] {
            let others = prices.of(list, customer).iter();
            pass_over(why, others, |_| PassedOverReason::OtherPriceList);
        }
    }
}

/// Whether the order's list has any price of the item itself in its stock unit, for whomever and
/// whenever.
pub(super) fn has_any(order: &Order<'_>, item: &Item) -> bool {
    let prices = order.masters.item_prices.get(&item.item_code);
    prices.is_some_and(|prices| prices.any_in(&order.price_list, &item.stock_uom))
}
