//! The catalogue, with the price this customer pays.

use super::{Session, customer_in_order, customer_key, order_uid};
use crate::AppError;
use crate::selling::DraftBody;
use crate::views::{CatalogueFilter, GroupRow, ItemRow, MoneyView, Page, StockView};
use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;
use satchel_domain::pricing::{LineEntry, OrderEntry, PricedLine};
use satchel_store::{ItemCursor, ItemQuery};

/// Rows of a page.
const PAGE: usize = 50;

/// For whom the catalogue shows prices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PricedFor {
    /// Nobody yet: list prices of the site's default price list.
    #[default]
    Nobody,
    /// A customer, by key.
    Customer(String),
    /// The order being written, by uid: its customer, price list, warehouse and lines.
    Order(String),
}

impl Session {
    /// A page of items that match a filter, with stock and the price this customer pays for one.
    ///
    /// # Errors
    /// What the store says.
    pub fn catalogue(
        &self,
        filter: &CatalogueFilter,
        priced_for: &PricedFor,
        after: Option<&str>,
    ) -> Result<Page<ItemRow>, AppError> {
        let (entry, body) = self.entry_for(priced_for)?;
        let query = ItemQuery {
            text: filter.text.clone(),
            item_group: filter.item_group.clone(),
            brand: filter.brand.clone(),
            in_stock_only: filter.in_stock,
            price_list: self.company().price_list.clone(),
            warehouse: self.warehouse()?,
            after: after.and_then(|text| serde_json::from_str::<ItemCursor>(text).ok()),
            limit: PAGE,
        };
        let page = self.inner.store.search_items(&query)?;
        let codes: Vec<ItemCode> = page.rows.iter().map(|row| row.code.clone()).collect();
        let facts = self.facts_of(&codes, &query.warehouse)?;
        let prices = self.prices_of(entry.as_ref(), &codes)?;
        let rows = page
            .rows
            .into_iter()
            .zip(prices)
            .map(|(row, price)| {
                let stock = facts
                    .get(row.code.as_str())
                    .map_or_else(StockView::default, |facts| facts.stock.clone());
                self.item_row(row, stock, price, body.as_ref())
            })
            .collect();
        let next = page.next.and_then(|cursor| serde_json::to_string(&cursor).ok());
        Ok(Page { rows, next })
    }

    /// A row of the store as screens show it.
    pub(super) fn item_row(
        &self,
        row: satchel_store::ItemRow,
        stock: StockView,
        price: Option<OnePrice>,
        body: Option<&DraftBody>,
    ) -> ItemRow {
        let plain = || {
            let rate = row.list_rate.as_deref()?.parse::<Decimal>().ok()?;
            Some(MoneyView::new(rate, self.company().currency.clone()))
        };
        let price = price.unwrap_or_else(|| OnePrice {
            uom: row.stock_uom.clone(),
            conversion_factor: Decimal::ONE,
            rate: plain(),
            list_rate: None,
        });
        ItemRow {
            in_order: body.map(|b| b.qty_of(row.code.as_str())).unwrap_or_default(),
            item_code: row.code.to_string(),
            item_name: row.name,
            item_group: row.item_group,
            brand: row.brand,
            uom: price.uom,
            conversion_factor: price.conversion_factor,
            art: row.image,
            stock,
            price: price.rate,
            list_price: price.list_rate,
        }
    }

    /// The groups below a group (the root's for `None`) that hold items.
    ///
    /// # Errors
    /// What the store says.
    pub fn item_groups(&self, below: Option<&str>) -> Result<Vec<GroupRow>, AppError> {
        let groups = self.inner.store.item_groups()?;
        let parent = match below {
            Some(name) => name.to_owned(),
            None => {
                groups.iter().find(|g| g.depth == 0).map(|g| g.name.clone()).unwrap_or_default()
            }
        };
        Ok(groups
            .iter()
            .filter(|group| group.parent == parent && group.name != parent && group.item_count > 0)
            .map(|group| GroupRow {
                name: group.name.clone(),
                items: u64::from(group.item_count),
                is_group: groups.iter().any(|child| child.parent == group.name),
            })
            .collect())
    }

    /// The brands, with how many items each has.
    ///
    /// # Errors
    /// What the store says.
    pub fn brands(&self) -> Result<Vec<GroupRow>, AppError> {
        Ok(self
            .inner
            .store
            .brands()?
            .into_iter()
            .filter(|brand| brand.item_count > 0)
            .map(|brand| GroupRow {
                name: brand.name,
                items: u64::from(brand.item_count),
                is_group: false,
            })
            .collect())
    }

    /// The entry whose header prices the catalogue, and the open draft.
    pub(super) fn entry_for(
        &self,
        priced_for: &PricedFor,
    ) -> Result<(Option<OrderEntry>, Option<DraftBody>), AppError> {
        match priced_for {
            PricedFor::Nobody => Ok((None, None)),
            PricedFor::Customer(customer) => {
                let key = customer_key(customer)?;
                let today = self.today();
                let body =
                    DraftBody::new(&self.company().company, &customer_in_order(&key), today, today);
                Ok((Some(body.entry), None))
            }
            PricedFor::Order(uid) => {
                let (_, body) = self.draft_body(order_uid(uid)?)?;
                let mut entry = body.entry.clone();
                entry.items.clear();
                Ok((Some(entry), Some(body)))
            }
        }
    }

    /// The price of one of each item, alone in an order. `None` where it cannot be priced.
    pub(super) fn prices_of(
        &self,
        header: Option<&OrderEntry>,
        codes: &[ItemCode],
    ) -> Result<Vec<Option<OnePrice>>, AppError> {
        let Some(header) = header else { return Ok(vec![None; codes.len()]) };
        codes.iter().map(|code| self.price_of_one(header, code, None)).collect()
    }

    /// The price of one of an item in a unit (its own when `None`), alone in an order.
    pub(super) fn price_of_one(
        &self,
        header: &OrderEntry,
        code: &ItemCode,
        uom: Option<&str>,
    ) -> Result<Option<OnePrice>, AppError> {
        let mut entry = header.clone();
        // What was typed for the order as a whole is no price of an item.
        entry.additional_discount_percentage = None;
        entry.discount_amount = None;
        entry.items = vec![LineEntry {
            item_code: code.to_string(),
            qty: Decimal::ONE,
            uom: uom.map(str::to_owned),
            ..LineEntry::default()
        }];
        let priced = self.price(&entry)?.ok();
        Ok(priced.and_then(|priced| {
            let line = priced.items.into_iter().find(|line| !line.is_free_item)?;
            Some(OnePrice::of(line, &priced.currency))
        }))
    }
}

/// The price of one unit.
#[derive(Debug, Clone)]
pub(super) struct OnePrice {
    pub(super) uom: String,
    pub(super) conversion_factor: Decimal,
    pub(super) rate: Option<MoneyView>,
    pub(super) list_rate: Option<MoneyView>,
}

impl OnePrice {
    fn of(line: PricedLine, currency: &str) -> Self {
        let money = |amount: Decimal| MoneyView::new(amount, currency);
        Self {
            uom: line.uom,
            conversion_factor: line.conversion_factor,
            rate: (!line.price_list_rate.is_zero() || !line.rate.is_zero())
                .then(|| money(line.rate)),
            list_rate: (line.price_list_rate > line.rate).then(|| money(line.price_list_rate)),
        }
    }
}
