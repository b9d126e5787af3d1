//! Names that stand in many rows, kept once and referred to by number.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Transaction};

use crate::error::StoreError;

/// A table of names; its statements are spelled out, so that no table name is ever text from outside.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    select: &'static str,
    insert: &'static str,
}

pub(crate) const WAREHOUSE: Names = Names {
    select: "SELECT id FROM warehouse WHERE name = ?1",
    insert: "INSERT INTO warehouse(name) VALUES(?1)",
};
pub(crate) const PRICE_LIST: Names = Names {
    select: "SELECT id FROM price_list WHERE name = ?1",
    insert: "INSERT INTO price_list(name) VALUES(?1)",
};
pub(crate) const BRAND: Names = Names {
    select: "SELECT id FROM brand WHERE name = ?1",
    insert: "INSERT INTO brand(name) VALUES(?1)",
};
pub(crate) const ITEM_GROUP: Names = Names {
    select: "SELECT id FROM item_group WHERE name = ?1",
    insert: "INSERT INTO item_group(name) VALUES(?1)",
};

/// The number of `name`, given now if it is new.
pub(crate) fn id(
    transaction: &Transaction<'_>,
    names: Names,
    name: &str,
) -> Result<i64, StoreError> {
    let found =
        transaction.prepare_cached(names.select)?.query_row([name], |row| row.get(0)).optional()?;
    match found {
        Some(id) => Ok(id),
        None => {
            transaction.prepare_cached(names.insert)?.execute([name])?;
            Ok(transaction.last_insert_rowid())
        }
    }
}

/// Numbers already looked up, for a batch.
pub(crate) struct Cache {
    names: Names,
    known: HashMap<String, i64>,
    /// The one asked for last: rows often come one list or group after the other.
    last: (String, i64),
}

impl Cache {
    pub(crate) fn new(names: Names) -> Self {
        Self { names, known: HashMap::new(), last: (String::new(), 0) }
    }

    /// The number of `name`, given now if it is new.
    pub(crate) fn id(
        &mut self,
        transaction: &Transaction<'_>,
        name: &str,
    ) -> Result<i64, StoreError> {
        if self.last.1 > 0 && self.last.0 == name {
            return Ok(self.last.1);
        }
        let id = match self.known.get(name) {
            Some(id) => *id,
            None => {
                let id = id(transaction, self.names, name)?;
                self.known.insert(name.to_owned(), id);
                id
            }
        };
        name.clone_into(&mut self.last.0);
        self.last.1 = id;
        Ok(id)
    }
}
