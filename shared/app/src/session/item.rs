//! One item: its price in every unit, its stock in every warehouse.

use super::catalogue::{OnePrice, PricedFor};
use super::company::text;
use super::{Session, customer_key, order_uid};
use crate::AppError;
use crate::selling::DraftBody;
use crate::views::{ItemDetail, MoneyView, StockView, UnitPrice, UomChoice, WarehouseView};
use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;
use satchel_domain::pricing::OrderEntry;
use serde_json::Value;

impl Session {
    /// An item with its price in every unit for whom it is priced, and its stock in every
    /// warehouse.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an unknown item, or what the store says.
    pub fn item(&self, item_code: &str, priced_for: &PricedFor) -> Result<ItemDetail, AppError> {
        let code: ItemCode = item_code.parse().map_err(|_| AppError::NotFound { what: "Item" })?;
        self.detail(&code, None, priced_for)
    }

    /// The item a scanned or typed code stands for: a barcode, in whatever
    /// length or label it comes, else an exact item code. A barcode of a unit gives that unit as the one to add in. `None` for an unknown code.
    ///
    /// # Errors
    /// What the store says.
    pub fn item_by_code(
        &self,
        code: &str,
        priced_for: &PricedFor,
    ) -> Result<Option<ItemDetail>, AppError> {
        match self.find_code(code)? {
            Some(found) => self.detail(&found.code, found.uom.as_deref(), priced_for).map(Some),
            None => Ok(None),
        }
    }

    fn detail(
        &self,
        code: &ItemCode,
        uom: Option<&str>,
        priced_for: &PricedFor,
    ) -> Result<ItemDetail, AppError> {
        let (entry, body) = self.entry_for(priced_for)?;
        let warehouse = match &body {
            Some(body) => body.warehouse.clone(),
            None => self.warehouse()?,
        };
        let company = self.company();
        let price_list = &company.price_list;
        let row = self
            .inner
            .store
            .item_row(code, price_list, &warehouse)?
            .ok_or(AppError::NotFound { what: "Item" })?;
        let stock_uom = row.stock_uom.clone();
        let mut facts = self.facts_of(std::slice::from_ref(code), &warehouse)?;
        let (stock, units) = match facts.remove(code.as_str()) {
            Some(facts) => (facts.stock, facts.uoms),
            None => (StockView::default(), Vec::new()),
        };
        // A code of a unit stands for that unit, priced or not; without a customer only the plain rate
        // of the stock unit is known.
        let unit = || {
            let other = units.iter().find(|unit| Some(unit.uom.as_str()) == uom)?;
            (other.uom != stock_uom).then(|| OnePrice {
                uom: other.uom.clone(),
                conversion_factor: other.conversion_factor,
                rate: None,
                list_rate: None,
            })
        };
        let price = match &entry {
            Some(entry) => self.price_of_one(entry, code, uom)?,
            None => None,
        }
        .or_else(unit);
        let list_rate = row.list_rate.as_deref().and_then(|rate| rate.parse().ok());
        let warehouses =
            if stock.kept { self.warehouses_of(code, &warehouse)? } else { Vec::new() };
        Ok(ItemDetail {
            units: self.unit_prices(
                code,
                units,
                entry.as_ref(),
                body.as_ref(),
                &stock_uom,
                list_rate,
            )?,
            row: self.item_row(row, stock, price, body.as_ref()),
            warehouses,
            customer_name: self.whose(priced_for)?,
            stock_uom,
        })
    }

    fn unit_prices(
        &self,
        code: &ItemCode,
        units: Vec<UomChoice>,
        entry: Option<&OrderEntry>,
        body: Option<&DraftBody>,
        stock_uom: &str,
        list_rate: Option<Decimal>,
    ) -> Result<Vec<UnitPrice>, AppError> {
        let mut prices = Vec::with_capacity(units.len());
        for unit in units {
            let price = match entry {
                Some(entry) => self.price_of_one(entry, code, Some(&unit.uom))?,
                // Without a customer only the plain rate of the stock unit is known.
                None => (unit.uom == stock_uom).then(|| OnePrice {
                    uom: unit.uom.clone(),
                    conversion_factor: Decimal::ONE,
                    rate: list_rate
                        .map(|rate| MoneyView::new(rate, self.company().currency.clone())),
                    list_rate: None,
                }),
            };
            let (price, list_price) = price.map_or((None, None), |p| (p.rate, p.list_rate));
            let in_order = body.map(|body| qty_in(body, code, &unit.uom)).unwrap_or_default();
            prices.push(UnitPrice { unit, price, list_price, in_order });
        }
        prices.sort_by_key(|price| price.unit.conversion_factor);
        Ok(prices)
    }

    fn warehouses_of(&self, code: &ItemCode, own: &str) -> Result<Vec<WarehouseView>, AppError> {
        let mut views = Vec::new();
        for stock in self.inner.store.item_stock(code)? {
            let document = self.inner.store.document("Warehouse", &stock.warehouse)?;
            let label = document
                .and_then(|document| serde_json::from_str::<Value>(&document).ok())
                .map(|document| text(&document, "warehouse_name"))
                .filter(|label| !label.is_empty())
                .unwrap_or_else(|| stock.warehouse.clone());
            views.push(WarehouseView {
                label,
                qty: stock.actual.saturating_sub(stock.sold_here).max(Decimal::ZERO),
                here: stock.warehouse == own,
            });
        }
        views.sort_by(|a, b| (!a.here, &a.label).cmp(&(!b.here, &b.label)));
        Ok(views)
    }

    /// The customer whose price it is, empty for nobody.
    fn whose(&self, priced_for: &PricedFor) -> Result<String, AppError> {
        let key = match priced_for {
            PricedFor::Nobody => return Ok(String::new()),
            PricedFor::Customer(customer) => customer_key(customer)?,
            PricedFor::Order(uid) => self.draft_body(order_uid(uid)?)?.0,
        };
        let found = self.inner.store.customer(&key)?;
        Ok(found.map(|detail| detail.row.customer_name).unwrap_or_default())
    }
}

/// How many of an item stand in a draft in one unit.
fn qty_in(body: &DraftBody, code: &ItemCode, uom: &str) -> Decimal {
    let lines = body.entry.items.iter();
    lines
        .filter(|line| line.item_code == code.as_str() && line.uom.as_deref() == Some(uom))
        .map(|line| line.qty)
        .fold(Decimal::ZERO, Decimal::saturating_add)
}
