//! Item Prices: the price of the catalogue times the factor of a list, and the exceptions.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::catalogue::{self, ItemRow};
use crate::docs::Writer;
use crate::{DemoError, table, tree};

const LISTS: &str = include_str!("../../../assets/demo/price_lists.csv");
const EXCEPTIONS: &str = include_str!("../../../assets/demo/prices.csv");
const FILE: &str = "prices.csv";

#[derive(Deserialize)]
struct ListRow {
    price_list: String,
    factor: String,
    item_groups: String,
}

#[derive(Deserialize)]
struct ExceptionRow {
    item_code: String,
    price_list: String,
    customer: String,
    uom: String,
    rate: String,
    packing_unit: u32,
    valid_from: String,
    valid_upto: String,
}

/// All Item Price documents. `price_lists` are the Price List documents, for their currency.
pub(crate) fn item_prices(
    writer: &Writer,
    items: &[ItemRow],
    price_lists: &[(String, String)],
) -> Result<Vec<Value>, DemoError> {
    let groups: BTreeMap<String, String> =
        catalogue::group_rows()?.into_iter().map(|row| (row.name, row.parent)).collect();
    let currency = |list: &str| {
        price_lists.iter().find(|(name, _)| name == list).map(|(_, currency)| currency.as_str())
    };
    let mut rates = Rates { writer, documents: Vec::new() };
    for list in table::rows::<ListRow>("price_lists.csv", LISTS)? {
        let currency = currency(&list.price_list).ok_or_else(|| missing_list(&list.price_list))?;
        let factor = table::decimal("price_lists.csv", "factor", &list.factor)?;
        for item in items {
            let listed =
                list.item_groups.split('|').any(|g| tree::within(&groups, &item.item_group, g));
            if listed {
                rates.add_catalogue(item, &list.price_list, currency, factor)?;
            }
        }
    }
    for row in table::rows::<ExceptionRow>(FILE, EXCEPTIONS)? {
        let currency = currency(&row.price_list).ok_or_else(|| missing_list(&row.price_list))?;
        let item = items.iter().find(|item| item.item_code == row.item_code).ok_or_else(|| {
            DemoError::Missing { file: FILE, doctype: "Item", name: row.item_code.clone() }
        })?;
        let rate = table::decimal(FILE, "rate", &row.rate)?;
        rates.add(item, &row.price_list, currency, &row.uom, rate, Some(&row))?;
    }
    Ok(rates.documents)
}

fn missing_list(name: &str) -> DemoError {
    DemoError::Missing { file: FILE, doctype: "Price List", name: name.to_owned() }
}

struct Rates<'a> {
    writer: &'a Writer,
    documents: Vec<Value>,
}

impl Rates<'_> {
    /// The two prices of a catalogue row: one stock unit, one pack.
    fn add_catalogue(
        &mut self,
        item: &ItemRow,
        list: &str,
        currency: &str,
        factor: Decimal,
    ) -> Result<(), DemoError> {
        for ((unit, _), price) in item.units().into_iter().zip([&item.price, &item.pack_price]) {
            if price.is_empty() {
                continue;
            }
            let price = table::decimal("items.csv", "price", price)?;
            let rate =
                (price * factor).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            self.add(item, list, currency, unit, rate, None)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        item: &ItemRow,
        list: &str,
        currency: &str,
        uom: &str,
        rate: Decimal,
        exception: Option<&ExceptionRow>,
    ) -> Result<(), DemoError> {
        let mut price = json!({
            "name": format!("IP-{:05}", self.documents.len() + 1),
            "item_code": item.item_code,
            "item_name": item.item_name,
            "item_description": item.item_name,
            "brand": item.brand,
            "uom": uom,
            "packing_unit": exception.map_or(0, |row| row.packing_unit),
            "price_list": list,
            "buying": 0,
            "selling": 1,
            "currency": currency,
            "price_list_rate": table::number(rate),
            "valid_from": exception.map_or("{today-45}", |row| row.valid_from.as_str()),
            "lead_time_days": 0,
        });
        if let (Some(fields), Some(row)) = (price.as_object_mut(), exception) {
            if !row.valid_upto.is_empty() {
                fields.insert("valid_upto".into(), json!(row.valid_upto));
            }
            if !row.customer.is_empty() {
                fields.insert("customer".into(), json!(row.customer));
                fields.insert("reference".into(), json!(row.customer));
            }
        }
        self.documents.push(self.writer.document("Item Price", price)?);
        Ok(())
    }
}
