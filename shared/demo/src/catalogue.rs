//! Items, their groups, brands and stock.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::docs::Writer;
use crate::{DemoError, table, tree};

const ITEMS: &str = include_str!("../../../assets/demo/items.csv");
const GROUPS: &str = include_str!("../../../assets/demo/item_groups.csv");
const BRANDS: &str = include_str!("../../../assets/demo/brands.csv");
const FILE: &str = "items.csv";

/// Warehouses that hold stock, with the column of `items.csv` that says how much.
const STORE: &str = "Stores - MS";

/// A row of `items.csv`; quantities are in the stock unit, prices in company currency.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ItemRow {
    pub(crate) item_code: String,
    pub(crate) item_name: String,
    pub(crate) brand: String,
    pub(crate) item_group: String,
    /// VAT in percent: 6, 13 or 23.
    iva: String,
    /// `Nos 1|Case 6`, the stock unit first.
    uoms: String,
    sales_uom: String,
    /// Kilograms of one stock unit.
    weight: String,
    /// Price of one stock unit, empty where there is none yet.
    pub(crate) price: String,
    /// Price of the second unit of `uoms`.
    pub(crate) pack_price: String,
    barcode: String,
    pack_barcode: String,
    van: String,
    store: String,
    max_discount: String,
    pub(crate) art: String,
}

impl ItemRow {
    /// Units with their factor, the stock unit first.
    pub(crate) fn units(&self) -> Vec<(&str, &str)> {
        self.uoms.split('|').filter_map(|unit| unit.split_once(' ')).collect()
    }

    fn stock_uom(&self) -> &str {
        self.units().first().map_or("", |(unit, _)| unit)
    }
}

/// The rows of `items.csv`.
pub(crate) fn item_rows() -> Result<Vec<ItemRow>, DemoError> {
    table::rows(FILE, ITEMS)
}

/// A row of `item_groups.csv`: a name and the name of the group above.
#[derive(Debug, Deserialize)]
pub(crate) struct GroupRow {
    pub(crate) name: String,
    pub(crate) parent: String,
}

/// The rows of `item_groups.csv`.
pub(crate) fn group_rows() -> Result<Vec<GroupRow>, DemoError> {
    table::rows("item_groups.csv", GROUPS)
}

/// Item Group documents, numbered as a tree.
pub(crate) fn item_groups(writer: &Writer) -> Result<Vec<Value>, DemoError> {
    let rows = group_rows()?;
    let mut documents = Vec::with_capacity(rows.len());
    for row in &rows {
        let is_group = u8::from(rows.iter().any(|other| other.parent == row.name));
        documents.push(writer.document(
            "Item Group",
            json!({"name": row.name, "item_group_name": row.name,
                   "parent_item_group": row.parent, "is_group": is_group}),
        )?);
    }
    tree::number(&mut documents, "parent_item_group");
    Ok(documents)
}

/// Brand documents.
pub(crate) fn brands(writer: &Writer) -> Result<Vec<Value>, DemoError> {
    #[derive(Deserialize)]
    struct Row {
        brand: String,
    }
    table::rows::<Row>("brands.csv", BRANDS)?
        .into_iter()
        .map(|row| writer.document("Brand", json!({"name": row.brand, "brand": row.brand})))
        .collect()
}

/// Item documents; the drawing's key is in the field `satchel_art`.
pub(crate) fn items(writer: &Writer, rows: &[ItemRow]) -> Result<Vec<Value>, DemoError> {
    rows.iter().map(|row| writer.document("Item", item(row)?)).collect()
}

fn item(row: &ItemRow) -> Result<Value, DemoError> {
    let max_discount = if row.max_discount.is_empty() { "0" } else { &row.max_discount };
    let mut uoms = Vec::new();
    for (unit, factor) in row.units() {
        let factor = table::number(table::decimal(FILE, "uoms", factor)?);
        uoms.push(json!({"uom": unit, "conversion_factor": factor}));
    }
    let mut barcodes = vec![json!({"barcode": row.barcode, "barcode_type": "EAN"})];
    if let (false, Some((pack, _))) = (row.pack_barcode.is_empty(), row.units().get(1)) {
        barcodes.push(json!({"barcode": row.pack_barcode, "barcode_type": "EAN", "uom": pack}));
    }
    Ok(json!({
        "name": row.item_code,
        "item_code": row.item_code,
        "item_name": row.item_name,
        "description": row.item_name,
        "item_group": row.item_group,
        "brand": row.brand,
        "stock_uom": row.stock_uom(),
        "sales_uom": row.sales_uom,
        "disabled": 0,
        "is_stock_item": 1,
        "is_sales_item": 1,
        "is_purchase_item": 1,
        "has_variants": 0,
        "has_batch_no": 0,
        "has_serial_no": 0,
        "is_fixed_asset": 0,
        "allow_negative_stock": 0,
        "grant_commission": 1,
        "end_of_life": "2099-12-31",
        "weight_per_unit": table::number(table::decimal(FILE, "weight", &row.weight)?),
        "weight_uom": "Kg",
        "max_discount": table::number(table::decimal(FILE, "max_discount", max_discount)?),
        "standard_rate": 0.0,
        "last_purchase_rate": 0.0,
        "satchel_art": row.art,
        "uoms": uoms,
        "barcodes": barcodes,
        "taxes": item_taxes(row)?,
        "item_defaults": [{"company": crate::COMPANY, "default_warehouse": STORE}],
    }))
}

/// The full rate needs no template: the row of the order's own template says it. An item's template
/// counts only in its tax category, so a reduced rate is written once for each that pays VAT.
fn item_taxes(row: &ItemRow) -> Result<Vec<Value>, DemoError> {
    let template = match row.iva.as_str() {
        "23" => return Ok(Vec::new()),
        "13" => "IVA 13 - MS",
        "6" => "IVA 6 - MS",
        other => {
            return Err(DemoError::Value { file: FILE, field: "iva", value: other.to_owned() });
        }
    };
    Ok(["", "Grande público"]
        .map(|category| {
            json!({"item_tax_template": template, "tax_category": category,
                   "minimum_net_rate": 0.0, "maximum_net_rate": 0.0})
        })
        .to_vec())
}

/// Bin documents: one an item and warehouse, also where nothing is left.
pub(crate) fn bins(writer: &Writer, rows: &[ItemRow]) -> Result<Vec<Value>, DemoError> {
    let mut documents = Vec::with_capacity(rows.len() * 2);
    for row in rows {
        for (warehouse, field, quantity) in
            [(STORE, "store", &row.store), (crate::VAN, "van", &row.van)]
        {
            let quantity = table::number(table::decimal(FILE, field, quantity)?);
            documents.push(writer.document(
                "Bin",
                json!({"name": format!("{} {warehouse}", row.item_code),
                       "item_code": row.item_code, "warehouse": warehouse,
                       "actual_qty": quantity, "projected_qty": quantity, "reserved_qty": 0.0,
                       "stock_uom": row.stock_uom()}),
            )?);
        }
    }
    Ok(documents)
}
