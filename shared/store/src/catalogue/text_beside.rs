//! A whole text index, of items or of customers, made in memory on a thread of its own while other things
//! are written, and then copied page by page.
//!
//! FTS5 keeps an index in tables that are open to anyone who knows what stands in them
//! (sqlite.org/fts5.html, 9). They are copied as they are.

use std::thread::{self, JoinHandle};

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Transaction, params};

use crate::error::StoreError;

/// Bytes of words FTS5 gathers before it writes them as a piece. A large catalogue takes several, which
/// `optimize` merges into one of another level, where later changes leave it alone.
const GATHERED: usize = 8 << 20;

/// The tables of an index, their keys first.
const TABLES: [(&str, &str); 3] =
    [("data", "id, block"), ("idx", "segid, term, pgno"), ("docsize", "id, sz, origin")];

/// An index that is being made.
pub(crate) struct TextBeside {
    index: &'static str,
    thread: JoinHandle<Result<Connection, StoreError>>,
}

impl TextBeside {
    /// Begins to make an index, named as its table, of these row ids, which go up, and their texts.
    pub(crate) fn begin(
        transaction: &Transaction<'_>,
        index: &'static str,
        texts: Vec<(i64, String)>,
    ) -> Result<Self, StoreError> {
        let table: String = transaction.query_row(
            "SELECT sql FROM main.sqlite_schema WHERE name = ?1",
            [index],
            |row| row.get(0),
        )?;
        let thread = thread::Builder::new().name("satchel-words".to_owned());
        Ok(Self { index, thread: thread.spawn(move || made(index, &table, texts))? })
    }

    /// Waits for the index and puts it in place of the one that is there.
    pub(crate) fn write(self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        let index = self.index;
        let made = self.thread.join().map_err(|_| StoreError::Abandoned)??;
        transaction
            .execute_batch(&format!("INSERT INTO {index}({index}) VALUES('delete-all');"))?;
        for (table, columns) in TABLES {
            transaction.execute_batch(&format!("DELETE FROM main.{index}_{table};"))?;
            let count = columns.split(", ").count();
            let marks = vec!["?"; count].join(", ");
            let mut insert = transaction
                .prepare(&format!("INSERT INTO main.{index}_{table}({columns}) VALUES({marks})"))?;
            let mut select =
                made.prepare(&format!("SELECT {columns} FROM {index}_{table} ORDER BY 1, 2"))?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..count {
                    let value = ToSqlOutput::Borrowed(row.get_ref(column)?);
                    insert.raw_bind_parameter(column + 1, value)?;
                }
                insert.raw_execute()?;
            }
        }
        // FTS5 reads what it knows of its tables anew after a rollback, and only then.
        transaction.execute_batch("SAVEPOINT words; ROLLBACK TO words; RELEASE words;")?;
        Ok(())
    }
}

fn made(index: &str, table: &str, texts: Vec<(i64, String)>) -> Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = OFF; {table}; BEGIN;
         INSERT INTO {index}({index}, rank) VALUES('automerge', 0);
         INSERT INTO {index}({index}, rank) VALUES('hashsize', {GATHERED});"
    ))?;
    {
        let mut insert =
            connection.prepare(&format!("INSERT INTO {index}(rowid, txt) VALUES(?1, ?2)"))?;
        for (id, text) in texts {
            insert.execute(params![id, text])?;
        }
    }
    connection
        .execute_batch(&format!("INSERT INTO {index}({index}) VALUES('optimize'); COMMIT;"))?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::catalogue::text_index;
    use crate::sql::{get, rows};
    use crate::testing::*;
    use crate::{ItemQuery, StoreError};

    /// An office, and a phone that took its snapshot in.
    fn both() -> (Opened, Opened) {
        let office = opened();
        let named = |n: u32| format!("Água {n} de côco {}", n % 7);
        office.put(
            (0..300)
                .map(|n| {
                    item_with(
                        &format!("A-{n}"),
                        &named(n),
                        json!({"disabled": u8::from(n % 9 == 0)}),
                    )
                })
                .collect(),
        );
        let path = office.dir.path().join("masters");
        office.store.export_masters(&path, Vec::new()).wait().unwrap();
        let phone = opened();
        phone.put(vec![item("OLD-1", "Old")]);
        phone.find("old");
        let file = std::fs::File::open(path).unwrap();
        phone.store.import_masters(file, today()).wait().unwrap();
        (office, phone)
    }

    #[test]
    fn an_index_made_beside_is_the_one_made_in_place() {
        let (office, phone) = both();
        for text in ["agua", "coc", "3", "a-12", "old", "agua 5"] {
            let group = ItemQuery { item_group: Some("Drinks".into()), ..query(text) };
            let found = |opened: &Opened| codes(&opened.store.search_items(&group).unwrap());
            assert_eq!(phone.codes(text), office.codes(text), "{text}");
            assert_eq!(found(&phone), found(&office), "{text} in a group");
        }
        let check = |transaction: &rusqlite::Transaction<'_>| {
            transaction
                .execute_batch("INSERT INTO item_fts(item_fts) VALUES('integrity-check')")
                .map_err(StoreError::from)
        };
        phone.store.write(check).wait().unwrap();
    }

    #[test]
    fn changes_after_it_are_found() {
        let (_, phone) = both();
        phone.put(vec![item("A-1", "Zimbro"), item("B-1", "Zattar")]);
        phone.store.remove_masters("Item", vec!["A-2".into()]).wait().unwrap();
        assert_eq!(phone.codes("z"), ["B-1", "A-1"]);
        assert!(phone.codes("agua 1 de").iter().all(|code| code != "A-1" && code != "A-2"));
        phone.store.tidy_catalogue(today()).wait().unwrap();
        let phone = phone.reopen();
        assert_eq!(phone.codes("zim"), ["A-1"]);
    }

    #[test]
    fn the_text_is_the_one_the_index_is_made_of_otherwise() {
        let (office, _) = both();
        let sql = format!(
            "SELECT i.name, i.code, i.item_group, i.brand, {} AS txt FROM item i",
            text_index::TEXT
        );
        let same = office.store.read(|connection| {
            rows!(connection, &sql, [], |row: &rusqlite::Row<'_>| {
                let (name, code): (String, String) = (get(row, "name")?, get(row, "code")?);
                let text =
                    text_index::text_of(&name, &code, get(row, "item_group")?, get(row, "brand")?);
                Ok::<_, StoreError>(text == get::<String>(row, "txt")?)
            })
        });
        let same = same.unwrap();
        assert!(same.len() == 300 && same.into_iter().all(|same| same));
    }
}
