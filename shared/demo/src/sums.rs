//! The sums of an order: line amounts, VAT by rate, totals, as
//! `erpnext/controllers/taxes_and_totals.py` makes them for tax rows on the net total and on the quantity.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value, json};

use crate::docs::text;
use crate::orders::{FILE, LINES_FILE, LineRow};
use crate::{DemoError, table};

/// What adds up over the lines of one order.
#[derive(Default)]
pub(crate) struct Sums {
    /// Order currency to company currency.
    conversion: Decimal,
    total: Decimal,
    quantity: Decimal,
    weight: Decimal,
    taxes: Decimal,
    base_taxes: Decimal,
    base_total: Decimal,
    /// Net amount by the Item Tax Template of the line.
    net: BTreeMap<String, Decimal>,
}

fn cents(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven)
}

fn float(document: &Value, field: &str) -> Decimal {
    document
        .get(field)
        .and_then(Value::as_f64)
        .and_then(|f| Decimal::try_from(f).ok())
        .unwrap_or(Decimal::ZERO)
}

impl Sums {
    /// Nothing summed yet; `conversion` is what one unit of the order's currency is in the company's.
    pub(crate) fn new(conversion: Decimal) -> Self {
        Self { conversion, ..Self::default() }
    }

    fn base(&self, value: Decimal) -> Value {
        table::number(cents(value * self.conversion))
    }

    /// An order line out of what was booked, added to the sums.
    pub(crate) fn line(
        &mut self,
        row: &LineRow,
        item: &Value,
        tax_category: &str,
        delivery: NaiveDate,
    ) -> Result<Value, DemoError> {
        let qty = table::decimal(LINES_FILE, "qty", &row.qty)?;
        let listed = table::decimal(LINES_FILE, "price_list_rate", &row.price_list_rate)?;
        let rate = table::decimal(LINES_FILE, "rate", &row.rate)?;
        let rows = |field: &str| item.get(field).and_then(Value::as_array).into_iter().flatten();
        let factor = rows("uoms")
            .find(|unit| text(unit, "uom") == row.uom)
            .map(|unit| float(unit, "conversion_factor"))
            .ok_or_else(|| DemoError::Value {
                file: LINES_FILE,
                field: "uom",
                value: row.uom.clone(),
            })?;
        let template = rows("taxes")
            .find(|tax| text(tax, "tax_category") == tax_category)
            .map(|tax| text(tax, "item_tax_template"))
            .unwrap_or_default();
        let amount = cents(qty * rate);
        let weight = qty * factor * float(item, "weight_per_unit");
        self.total += amount;
        self.base_total += cents(amount * self.conversion);
        self.quantity += qty;
        self.weight += weight;
        *self.net.entry(template.to_owned()).or_default() += amount;
        let discount = (listed - rate).max(Decimal::ZERO);
        let percentage = if listed.is_zero() {
            Decimal::ZERO
        } else {
            (discount * Decimal::ONE_HUNDRED / listed).round_dp(3)
        };
        Ok(json!({
            "item_code": row.item_code,
            "item_name": text(item, "item_name"),
            "item_group": text(item, "item_group"),
            "brand": text(item, "brand"),
            "qty": table::number(qty),
            "uom": row.uom,
            "stock_uom": text(item, "stock_uom"),
            "conversion_factor": table::number(factor),
            "stock_qty": table::number(qty * factor),
            "warehouse": crate::VAN,
            "delivery_date": delivery.to_string(),
            "price_list_rate": table::number(listed),
            "base_price_list_rate": self.base(listed),
            "discount_percentage": table::number(percentage),
            "discount_amount": table::number(discount),
            "rate": table::number(rate),
            "base_rate": self.base(rate),
            "amount": table::number(amount),
            "base_amount": self.base(amount),
            "net_rate": table::number(rate),
            "base_net_rate": self.base(rate),
            "net_amount": table::number(amount),
            "base_net_amount": self.base(amount),
            "item_tax_template": template,
            "is_free_item": u8::from(!row.free_with.is_empty()),
            "weight_per_unit": item.get("weight_per_unit"),
            "total_weight": table::number(weight),
        }))
    }

    /// The rows of the template with their amounts; an Item Tax Template moves a line from the full
    /// rate to its own row.
    pub(crate) fn taxes(&mut self, template: &Value) -> Result<Vec<Value>, DemoError> {
        let rows = template.get("taxes").and_then(Value::as_array);
        let mut done = Vec::new();
        for row in rows.into_iter().flatten() {
            let account = text(row, "account_head");
            let rate = float(row, "rate");
            let exact = match text(row, "charge_type") {
                "On Item Quantity" => rate * self.quantity,
                "On Net Total" => self
                    .net
                    .iter()
                    .map(|(item_template, net)| {
                        net * percent(item_template, account, rate) / Decimal::ONE_HUNDRED
                    })
                    .sum(),
                other => {
                    return Err(DemoError::Value {
                        file: FILE,
                        field: "charge_type",
                        value: other.to_owned(),
                    });
                }
            };
            let amount = cents(exact);
            self.taxes += amount;
            self.base_taxes += cents(amount * self.conversion);
            let mut row = row.clone();
            if let Some(fields) = row.as_object_mut() {
                for field in ["tax_amount", "tax_amount_after_discount_amount"] {
                    fields.insert(field.into(), table::number(amount));
                    fields.insert(format!("base_{field}"), self.base(amount));
                }
                fields.insert("total".into(), table::number(self.total + self.taxes));
                fields
                    .insert("base_total".into(), table::number(self.base_total + self.base_taxes));
            }
            done.push(row);
        }
        Ok(done)
    }

    /// Writes the totals, `base_` ones beside them.
    pub(crate) fn write(&self, fields: &mut Map<String, Value>) {
        let grand = self.total + self.taxes;
        let base_grand = self.base_total + self.base_taxes;
        for (field, value, base) in [
            ("total", self.total, self.base_total),
            ("net_total", self.total, self.base_total),
            ("total_taxes_and_charges", self.taxes, self.base_taxes),
            ("grand_total", grand, base_grand),
            ("rounding_adjustment", Decimal::ZERO, Decimal::ZERO),
            ("rounded_total", grand, base_grand),
            ("discount_amount", Decimal::ZERO, Decimal::ZERO),
        ] {
            fields.insert(field.into(), table::number(value));
            fields.insert(format!("base_{field}"), table::number(base));
        }
        fields.insert("total_qty".into(), table::number(self.quantity));
        fields.insert("total_net_weight".into(), table::number(self.weight));
    }
}

/// Percent a tax row takes of a line: the Item Tax Templates of the demo name one account at their
/// rate and the others at nothing.
fn percent(item_template: &str, account: &str, rate: Decimal) -> Decimal {
    match (item_template, account) {
        ("", _) => rate,
        ("IVA 6 - MS", "IVA 6 - MS") => Decimal::from(6),
        ("IVA 13 - MS", "IVA 13 - MS") => Decimal::from(13),
        _ => Decimal::ZERO,
    }
}
