//! Items, their units, taxes, prices, bundles and stock values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fields::{Fields, Text};
use crate::money::num::{Num, compare};

#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) item_code: Text,
    pub(crate) item_name: Option<Text>,
    pub(crate) item_group: Option<Text>,
    pub(crate) brand: Option<Text>,
    pub(crate) stock_uom: Text,
    pub(crate) sales_uom: Option<Text>,
    pub(crate) variant_of: Option<Text>,
    pub(crate) has_variants: bool,
    pub(crate) disabled: bool,
    pub(crate) end_of_life: Option<NaiveDate>,
    pub(crate) is_stock_item: bool,
    pub(crate) grant_commission: bool,
    pub(crate) weight_per_unit: Num,
    pub(crate) max_discount: Num,
    pub(crate) last_purchase_rate: Num,
    /// When it was last changed, as text that sorts.
    pub(crate) modified: Text,
    pub(crate) uoms: Vec<(Text, Num)>,
    pub(crate) taxes: Vec<ItemTax>,
    /// Company and warehouse.
    pub(crate) default_warehouses: Vec<(Text, Text)>,
}

impl Item {
    pub(crate) fn read(item_code: &Text, fields: Fields<'_>) -> Self {
        Self {
            item_code: item_code.clone(),
            item_name: fields.some("item_name"),
            item_group: fields.some("item_group"),
            brand: fields.some("brand"),
            stock_uom: fields.text("stock_uom"),
            sales_uom: fields.some("sales_uom"),
            variant_of: fields.some("variant_of"),
            has_variants: fields.check("has_variants"),
            disabled: fields.check("disabled"),
            end_of_life: fields.date("end_of_life"),
            is_stock_item: fields.check("is_stock_item"),
            grant_commission: fields.check_or_set("grant_commission"),
            weight_per_unit: fields.number("weight_per_unit"),
            max_discount: fields.number("max_discount"),
            last_purchase_rate: fields.number("last_purchase_rate"),
            modified: fields.text("modified"),
            uoms: fields
                .rows("uoms")
                .into_iter()
                .map(|row| (row.text("uom"), row.number("conversion_factor")))
                .collect(),
            taxes: ItemTax::read_all(fields),
            default_warehouses: default_warehouses(fields, "item_defaults"),
        }
    }

    /// The warehouse this item is sold from in a company, if it says so.
    pub(crate) fn default_warehouse(&self, company: &str) -> Option<&Text> {
        warehouse_of(&self.default_warehouses, company)
    }
}

fn default_warehouses(fields: Fields<'_>, table: &str) -> Vec<(Text, Text)> {
    fields
        .rows(table)
        .into_iter()
        .filter_map(|row| Some((row.text("company"), row.some("default_warehouse")?)))
        .collect()
}

fn warehouse_of<'a>(defaults: &'a [(Text, Text)], company: &str) -> Option<&'a Text> {
    defaults.iter().find(|(of, _)| &**of == company).map(|(_, warehouse)| warehouse)
}

/// What an Item Group or Brand lends its items.
#[derive(Debug, Clone, Default)]
pub(crate) struct ItemDefaults {
    pub(crate) taxes: Vec<ItemTax>,
    default_warehouses: Vec<(Text, Text)>,
}

impl ItemDefaults {
    pub(crate) fn read(fields: Fields<'_>, table: &str) -> Self {
        Self {
            taxes: ItemTax::read_all(fields),
            default_warehouses: default_warehouses(fields, table),
        }
    }

    pub(crate) fn default_warehouse(&self, company: &str) -> Option<&Text> {
        warehouse_of(&self.default_warehouses, company)
    }
}

/// A row of an item's or a group's taxes.
#[derive(Debug, Clone)]
pub(crate) struct ItemTax {
    pub(crate) item_tax_template: Text,
    pub(crate) tax_category: Option<Text>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) minimum_net_rate: Num,
    pub(crate) maximum_net_rate: Num,
}

impl ItemTax {
    fn read_all(fields: Fields<'_>) -> Vec<Self> {
        fields
            .rows("taxes")
            .into_iter()
            .map(|row| Self {
                item_tax_template: row.text("item_tax_template"),
                tax_category: row.some("tax_category"),
                valid_from: row.date("valid_from"),
                minimum_net_rate: row.number("minimum_net_rate"),
                maximum_net_rate: row.number("maximum_net_rate"),
            })
            .collect()
    }
}

#[derive(Debug, Clone)]
pub(crate) struct ItemPrice {
    pub(crate) name: Text,
    pub(crate) uom: Option<Text>,
    pub(crate) customer: Option<Text>,
    pub(crate) supplier: Option<Text>,
    pub(crate) batch_no: Option<Text>,
    pub(crate) packing_unit: i32,
    pub(crate) price_list_rate: Num,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_upto: Option<NaiveDate>,
}

impl ItemPrice {
    pub(crate) fn read(name: &Text, fields: Fields<'_>) -> Self {
        Self {
            name: name.clone(),
            uom: fields.some("uom"),
            customer: fields.some("customer"),
            supplier: fields.some("supplier"),
            batch_no: fields.some("batch_no"),
            packing_unit: fields.whole("packing_unit"),
            price_list_rate: fields.number("price_list_rate"),
            valid_from: fields.date("valid_from"),
            valid_upto: fields.date("valid_upto"),
        }
    }
}

/// The prices of one item, by list and then by customer (empty for the general ones); each list of
/// prices stands in the order in which the server takes them.
#[derive(Debug, Clone, Default)]
pub(crate) struct ItemPrices {
    lists: BTreeMap<Text, BTreeMap<Text, Vec<ItemPrice>>>,
}

impl ItemPrices {
    pub(crate) fn put(&mut self, price_list: Text, price: ItemPrice) {
        let customer = price.customer.clone().unwrap_or_default();
        let prices = self.lists.entry(price_list).or_default().entry(customer).or_default();
        let at = prices.partition_point(|other| before(other, &price));
        prices.insert(at, price);
    }

    pub(crate) fn remove(&mut self, name: &str) {
        for list in self.lists.values_mut() {
            for prices in list.values_mut() {
                prices.retain(|price| &*price.name != name);
            }
            list.retain(|_, prices| !prices.is_empty());
        }
        self.lists.retain(|_, list| !list.is_empty());
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The prices of a customer (or the general ones, for an empty name) in a list.
    pub(crate) fn of(&self, price_list: &str, customer: &str) -> &[ItemPrice] {
        let list = self.lists.get(price_list);
        list.and_then(|list| list.get(customer)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a list has any price in this unit, whoever it is for.
    pub(crate) fn any_in(&self, price_list: &str, uom: &str) -> bool {
        let list = self.lists.get(price_list);
        list.into_iter()
            .flat_map(BTreeMap::values)
            .flatten()
            .any(|price| price.uom.as_deref() == Some(uom))
    }

    pub(crate) fn price_lists(&self) -> impl Iterator<Item = &Text> {
        self.lists.keys()
    }
}

/// Latest `valid_from` first and none last, then the unit by name descending; what the server
/// leaves open (a tie) goes by rate and name, so that the answer does not depend on loading order.
fn before(a: &ItemPrice, b: &ItemPrice) -> bool {
    let by_date = b.valid_from.cmp(&a.valid_from);
    let by_uom = || b.uom.as_deref().unwrap_or("").cmp(a.uom.as_deref().unwrap_or(""));
    let by_rate = || compare(a.price_list_rate, b.price_list_rate);
    by_date.then_with(by_uom).then_with(by_rate).then_with(|| a.name.cmp(&b.name)).is_lt()
}

#[derive(Debug, Clone)]
pub(crate) struct ProductBundle {
    pub(crate) disabled: bool,
    pub(crate) items: Vec<BundlePart>,
}

#[derive(Debug, Clone)]
pub(crate) struct BundlePart {
    pub(crate) item_code: Text,
    pub(crate) qty: Num,
    pub(crate) uom: Option<Text>,
}

impl ProductBundle {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        let part = |row: Fields<'_>| BundlePart {
            item_code: row.text("item_code"),
            qty: row.number("qty"),
            uom: row.some("uom"),
        };
        Self {
            disabled: fields.check("disabled"),
            items: fields.rows("items").into_iter().map(part).collect(),
        }
    }
}
