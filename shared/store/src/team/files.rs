//! Pictures and signatures of the team's visits: which there are, and those that were looked at.

use rusqlite::{Row, Transaction, params};
use serde::Deserialize;

use super::types::TeamFileRow;
use crate::catalogue::fields::{Number, Text};
use crate::catalogue::put::Batch;
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::{first, get, rows, run};
use crate::store::Store;

/// Bytes of pictures that are kept; beyond that those fetched first go.
pub const TEAM_PICTURES: usize = 64 << 20;

/// The fields of a File (Frappe `core/doctype/file`) that queries need.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    attached_to_name: Text,
    #[serde(default)]
    file_name: Text,
    #[serde(default)]
    file_url: Text,
    #[serde(default)]
    file_size: Number,
}

/// Stores Files of Field Visits.
pub(crate) fn put(transaction: &Transaction<'_>, mut batch: Batch<'_>) -> Result<(), StoreError> {
    for (file, text) in batch.read(|file: &File| &file.name.0) {
        run!(
            transaction,
            "INSERT INTO team_file(name, visit, file_name, file_url, bytes, document)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT(name) DO UPDATE SET visit = excluded.visit,
               file_name = excluded.file_name, file_url = excluded.file_url,
               bytes = excluded.bytes, document = excluded.document",
            params![
                file.name.0,
                file.attached_to_name.0,
                file.file_name.0,
                file.file_url.0,
                i64::try_from(file.file_size.0.trunc()).unwrap_or_default().max(0),
                text
            ]
        )?;
    }
    forget_unlisted(transaction)
}

/// Forgets a File. What was seen of it goes too, unless another File says the same.
pub(crate) fn remove(transaction: &Transaction<'_>, name: &str) -> Result<usize, StoreError> {
    let removed = run!(transaction, "DELETE FROM team_file WHERE name = ?1", [name])?;
    forget_unlisted(transaction)?;
    Ok(removed)
}

/// What the site lists no more must not be seen here either.
fn forget_unlisted(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    run!(
        transaction,
        "DELETE FROM team_file_content WHERE NOT EXISTS (
           SELECT 1 FROM team_file f WHERE f.file_url = team_file_content.file_url)",
        []
    )?;
    Ok(())
}

const FILE: &str = "SELECT f.name, f.file_name, f.file_url, f.bytes,
    EXISTS (SELECT 1 FROM team_file_content c WHERE c.file_url = f.file_url) AS kept
  FROM team_file f";

impl Store {
    /// The files of a Field Visit, by the names they were given.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_files(&self, visit: &str) -> Result<Vec<TeamFileRow>, StoreError> {
        // The same content attached twice is two Files with one address (recording 068).
        let sql = format!(
            "{FILE} WHERE f.visit = ?1 AND NOT EXISTS (
               SELECT 1 FROM team_file o
               WHERE o.visit = f.visit AND o.file_url = f.file_url AND o.name < f.name)
             ORDER BY f.file_name, f.name LIMIT 200"
        );
        self.read(|connection| rows!(connection, &sql, [visit], file))
    }

    /// One file by the `name` of its File.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_file(&self, name: &str) -> Result<Option<TeamFileRow>, StoreError> {
        self.read(|connection| {
            first!(connection, &format!("{FILE} WHERE f.name = ?1"), [name], file)
        })
    }

    /// What was fetched of a file; nothing where it was not, or had to make room.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_file_content(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT c.content FROM team_file f
                 JOIN team_file_content c ON c.file_url = f.file_url WHERE f.name = ?1",
                [name],
                |row: &Row<'_>| get(row, "content")
            )
        })
    }

    /// Keeps what was fetched of a file, if the site still lists it. Those fetched first make room, so
    /// that all together have at most `room` bytes ([`TEAM_PICTURES`]).
    pub fn keep_team_file(&self, name: &str, content: Vec<u8>, room: usize) -> Reply<()> {
        let name = name.to_owned();
        self.write(move |transaction| {
            let bytes = content.len();
            if bytes > room {
                return Ok(());
            }
            run!(
                transaction,
                "INSERT OR REPLACE INTO team_file_content(file_url, bytes, content)
                 SELECT file_url, ?2, ?3 FROM team_file WHERE name = ?1",
                params![name, i64::try_from(bytes).unwrap_or(i64::MAX), content]
            )?;
            // Counted from the newest back: what does not fit any more goes.
            run!(
                transaction,
                "DELETE FROM team_file_content WHERE turn IN (
                   SELECT turn FROM (
                     SELECT turn, sum(bytes) OVER (ORDER BY turn DESC) AS together
                     FROM team_file_content)
                   WHERE together > ?1)",
                [i64::try_from(room).unwrap_or(i64::MAX)]
            )?;
            Ok(())
        })
    }
}

fn file(row: &Row<'_>) -> Result<TeamFileRow, StoreError> {
    Ok(TeamFileRow {
        name: get(row, "name")?,
        file_name: get(row, "file_name")?,
        file_url: get(row, "file_url")?,
        bytes: u64::try_from(get::<i64>(row, "bytes")?).unwrap_or_default(),
        kept: get(row, "kept")?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::TEAM_FILE;
    use crate::testing::{Opened, document, opened, today};

    fn listed(names: &[(&str, &str)]) -> Opened {
        let opened = opened();
        let files = names.iter().map(|(name, url)| {
            let file = json!({
                "name": name, "attached_to_doctype": "Field Visit", "attached_to_name": "V-1",
                "file_name": format!("{name}.jpg"), "file_url": url, "file_size": 4,
            });
            document(TEAM_FILE, file)
        });
        opened.store.put_masters(files.collect(), today()).wait().unwrap();
        opened
    }

    #[test]
    fn the_oldest_make_room_and_what_is_too_large_is_not_kept() {
        let opened = listed(&[("a", "/a"), ("b", "/b"), ("c", "/c")]);
        let store = &opened.store;
        for name in ["a", "b", "c"] {
            store.keep_team_file(name, vec![1; 4], 10).wait().unwrap();
        }
        let kept = |name: &str| store.team_file_content(name).unwrap().is_some();
        assert_eq!(["a", "b", "c"].map(kept), [false, true, true]);
        // Fetched again, it is the newest.
        store.keep_team_file("b", vec![2; 4], 10).wait().unwrap();
        store.keep_team_file("a", vec![1; 4], 10).wait().unwrap();
        assert_eq!(["a", "b", "c"].map(kept), [true, true, false]);
        assert_eq!(store.team_file_content("b").unwrap(), Some(vec![2; 4]));
        store.keep_team_file("c", vec![1; 11], 10).wait().unwrap();
        assert_eq!(["a", "b", "c"].map(kept), [true, true, false]);
        let rows = store.team_files("V-1").unwrap();
        assert_eq!(rows.iter().map(|row| row.kept).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!((rows[0].bytes, rows[0].file_name.as_str()), (4, "a.jpg"));
    }

    #[test]
    fn what_the_site_lists_no_more_is_not_seen_any_more() {
        let opened = listed(&[("a", "/same"), ("b", "/same"), ("c", "/c")]);
        let store = &opened.store;
        assert_eq!(store.team_files("V-1").unwrap().len(), 2, "one content is one picture");
        store.keep_team_file("a", vec![1; 4], 99).wait().unwrap();
        store.keep_team_file("nobody", vec![1; 4], 99).wait().unwrap();
        assert!(store.team_file_content("b").unwrap().is_some(), "the same content");
        store.remove_masters(TEAM_FILE, vec!["a".into()]).wait().unwrap();
        assert!(store.team_file_content("b").unwrap().is_some());
        store.remove_masters(TEAM_FILE, vec!["b".into()]).wait().unwrap();
        let left = document(TEAM_FILE, json!({"name": "b", "file_url": "/same"}));
        store.put_masters(vec![left], today()).wait().unwrap();
        assert_eq!(store.team_file_content("b").unwrap(), None);
        assert_eq!(store.team_file("c").unwrap().map(|row| row.kept), Some(false));
    }
}
