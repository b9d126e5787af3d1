//! The filters of a search: Item Group, Brand, in stock.

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::text_index;
use super::types::ItemQuery;
use crate::error::StoreError;
use crate::sql::{first, get};

/// This phone has not promised all of it.
pub(crate) const NOT_SOLD_OUT: &str = " AND NOT EXISTS (SELECT 1 FROM promised o
    WHERE o.item_code = i.code AND o.warehouse = ? AND o.sold_out = 1)";

/// The filters on `item i`.
#[derive(Clone, Default)]
pub(crate) struct Filter {
    /// The chosen group and those below it, as a range of the tree.
    group: Option<(i64, i64)>,
    brand: Option<i64>,
    /// The warehouse that must have it in stock.
    pub(crate) in_stock_at: Option<i64>,
    /// Sellable items of the group or brand; nothing without such a filter.
    pub(crate) items: Option<i64>,
}

/// Whether an index of groups and brands shall be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Index,
    /// Rows are met in another order; each is looked at.
    Look,
}

impl Filter {
    pub(crate) fn new(
        connection: &Connection,
        query: &ItemQuery,
        warehouse: i64,
    ) -> Result<Self, StoreError> {
        let mut filter = Self::default();
        if let Some(group) = &query.item_group {
            let found: Option<(i64, i64, i64)> = first!(
                connection,
                "SELECT g.lft, g.rgt, (SELECT coalesce(sum(d.item_count), 0) FROM item_group d
                   WHERE d.lft BETWEEN g.lft AND g.rgt) AS items
                 FROM item_group g WHERE g.name = ?1",
                [group],
                |row: &Row<'_>| Ok::<_, StoreError>((
                    get(row, "lft")?,
                    get(row, "rgt")?,
                    get(row, "items")?
                ))
            )?;
            let (lft, rgt, items) = found.unwrap_or((0, -1, 0));
            filter.group = Some((lft, rgt));
            filter.items = Some(items);
        }
        if let Some(brand) = &query.brand {
            let found: Option<(i64, i64)> = first!(
                connection,
                "SELECT id, item_count FROM brand WHERE name = ?1",
                [brand],
                |row: &Row<'_>| Ok::<_, StoreError>((get(row, "id")?, get(row, "item_count")?))
            )?;
            let (id, items) = found.unwrap_or((-1, 0));
            filter.brand = Some(id);
            filter.items = Some(filter.items.map_or(items, |others| others.min(items)));
        }
        filter.in_stock_at = query.in_stock_only.then_some(warehouse);
        Ok(filter)
    }

    /// What of the filter the text index can tell, as a query for it, and what is left.
    pub(crate) fn as_words(
        &self,
        connection: &Connection,
    ) -> Result<(Option<String>, Self), StoreError> {
        let mut rest = self.clone();
        let group = match self.group {
            Some(range) => text_index::in_groups(connection, range)?,
            None => None,
        };
        let brand = self.brand.and_then(text_index::of_brand);
        if group.is_some() {
            rest.group = None;
        }
        if brand.is_some() {
            rest.brand = None;
        }
        let words: Vec<String> = group.into_iter().chain(brand).collect();
        Ok(((!words.is_empty()).then(|| words.join(" AND ")), rest))
    }

    /// The filter as SQL, its values appended.
    pub(crate) fn sql(&self, by: By, values: &mut Vec<Value>) -> String {
        let mut sql = self.sql_without_stock(by, values);
        if let Some(warehouse) = self.in_stock_at {
            sql.push_str(
                " AND EXISTS (SELECT 1 FROM bin s
                              WHERE s.item = i.id AND s.warehouse = ? AND s.in_stock = 1)",
            );
            sql.push_str(NOT_SOLD_OUT);
            values.extend([Value::Integer(warehouse), Value::Integer(warehouse)]);
        }
        sql
    }

    /// A `+` before a column keeps SQLite from using its index.
    pub(crate) fn sql_without_stock(&self, by: By, values: &mut Vec<Value>) -> String {
        let plus = if by == By::Look { "+" } else { "" };
        let mut sql = String::new();
        if let Some((lft, rgt)) = self.group {
            sql.push_str(&format!(
                " AND {plus}i.item_group IN
                   (SELECT id FROM item_group WHERE lft BETWEEN ? AND ?)"
            ));
            values.extend([Value::Integer(lft), Value::Integer(rgt)]);
        }
        if let Some(brand) = self.brand {
            sql.push_str(&format!(" AND {plus}i.brand = ?"));
            values.push(Value::Integer(brand));
        }
        sql
    }
}
