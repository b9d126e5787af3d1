//! The text index of the items: name, code, and one character each for Item Group and Brand.
//!
//! Those two are words as well, so that "words inside a group" is one more word to the index, which
//! walks both lists at once, instead of a look at every row that has the words. They are characters
//! for private use, which are no letters: nobody's search is split into words that have them.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, Transaction, params};

use super::room::Moved;
use crate::error::StoreError;
use crate::sql::{first, get, rows, run};

/// The first private character of plane 15; groups have the even ones, brands the odd ones.
const FIRST: i64 = 0xF_0000;
/// Groups and brands beyond this number have no character.
const MOST: i64 = 32_000;
/// With more groups than this below the one chosen, hits are looked at one by one.
const MOST_GROUPS: usize = 40;

/// What the index holds of `item i`, as SQL.
pub(super) const TEXT: &str = "i.name || ' ' || i.code
  || iif(i.item_group BETWEEN 1 AND 32000, ' ' || char(983040 + 2 * i.item_group), '')
  || iif(i.brand BETWEEN 1 AND 32000, ' ' || char(983041 + 2 * i.brand), '')";

/// As [`TEXT`], of an item that is not in the database yet.
pub(super) fn text_of(name: &str, code: &str, group: i64, brand: i64) -> String {
    let mut text = format!("{name} {code}");
    for character in [character(group, 0), character(brand, 1)].into_iter().flatten() {
        text.push(' ');
        text.push(character);
    }
    text
}

/// Rows whose text a batch changes. They are written together at the end: FTS5 puts what it gathered
/// into a segment of its own whenever row ids go back or another statement opens a savepoint, and then
/// merges those segments, which costs more than all the rest of the batch.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    out: BTreeSet<i64>,
    into: BTreeSet<i64>,
}

impl Changes {
    /// The item with row id `id` shall be in the index as it will stand at the end.
    pub(crate) fn add(&mut self, id: i64) {
        self.into.insert(id);
    }

    /// What the index holds of the row id `id` is of no use any more.
    pub(crate) fn remove(&mut self, id: i64) {
        self.into.remove(&id);
        self.out.insert(id);
    }

    /// Items were given other ids, in this order.
    pub(crate) fn follow(
        &mut self,
        transaction: &Transaction<'_>,
        moved: &[Moved],
    ) -> Result<(), StoreError> {
        for one in moved {
            self.remove(one.old);
        }
        for one in moved {
            let found: Option<i64> = first!(
                transaction,
                "SELECT id FROM item WHERE id = ?1 AND sellable = 1",
                [one.new],
                |row: &Row<'_>| get(row, "id")
            )?;
            self.into.extend(found);
        }
        Ok(())
    }

    /// Writes the changes.
    pub(crate) fn write(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        for id in &self.out {
            remove(transaction, *id)?;
        }
        let sql = format!("SELECT {TEXT} AS txt FROM item i WHERE i.id = ?1");
        for id in &self.into {
            let text: Option<String> =
                first!(transaction, &sql, [id], |row: &Row<'_>| get(row, "txt"))?;
            // As a single row: an INSERT from a SELECT opens a savepoint.
            run!(
                transaction,
                "INSERT INTO item_fts(rowid, txt) VALUES(?1, ?2)",
                params![id, text.unwrap_or_default()]
            )?;
        }
        Ok(())
    }
}

/// Takes the text of an item out of the index.
pub(crate) fn remove(transaction: &Transaction<'_>, id: i64) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM item_fts WHERE rowid = ?1", [id])?;
    Ok(())
}

/// Writes the whole index as one piece. It is gathered in few large segments that are merged once, at
/// the end, instead of in many that are merged again and again; afterwards all is set as it was.
pub(crate) fn rebuild(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute_batch(&format!(
        "INSERT INTO item_fts(item_fts) VALUES('delete-all');
         INSERT INTO item_fts(item_fts, rank) VALUES('automerge', 0);
         INSERT INTO item_fts(item_fts, rank) VALUES('hashsize', 8388608);
         INSERT INTO item_fts(rowid, txt)
           SELECT i.id, {TEXT} FROM item i WHERE i.sellable = 1 ORDER BY i.id;
         INSERT INTO item_fts(item_fts) VALUES('optimize');
         INSERT INTO item_fts(item_fts, rank) VALUES('automerge', 4);
         INSERT INTO item_fts(item_fts, rank) VALUES('hashsize', 1048576);"
    ))?;
    Ok(())
}

/// The query for items of any group between `lft` and `rgt` of the tree; nothing where there are too
/// many of them, or a group has no character.
pub(crate) fn in_groups(
    connection: &Connection,
    (lft, rgt): (i64, i64),
) -> Result<Option<String>, StoreError> {
    let groups: Vec<i64> = rows!(
        connection,
        "SELECT id FROM item_group WHERE lft BETWEEN ?1 AND ?2 LIMIT ?3",
        params![lft, rgt, MOST_GROUPS as i64 + 1],
        |row: &Row<'_>| get(row, "id")
    )?;
    if groups.is_empty() || groups.len() > MOST_GROUPS {
        return Ok(None);
    }
    let words: Option<Vec<String>> = groups.into_iter().map(|id| word(id, 0)).collect();
    Ok(words.map(|words| format!("({})", words.join(" OR "))))
}

/// The query for items of a brand; nothing where it has no character.
pub(crate) fn of_brand(brand: i64) -> Option<String> {
    word(brand, 1)
}

fn word(id: i64, odd: i64) -> Option<String> {
    character(id, odd).map(|character| format!("\"{character}\""))
}

fn character(id: i64, odd: i64) -> Option<char> {
    if !(1..=MOST).contains(&id) {
        return None;
    }
    u32::try_from(FIRST + 2 * id + odd).ok().and_then(char::from_u32)
}
