//! Folding the pieces of the text index into one, a little at a time.
//!
//! FTS5 writes what a batch changes as a piece of its own and merges few of them by itself; a search looks
//! into each. How it is asked to merge more is told in sqlite.org/fts5.html, 6.8.

use rusqlite::{Row, Transaction};

use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::{get, rows, run};
use crate::store::Store;

/// Where all pieces but the largest are less than this part of it (1/50), merging is not worth writing it anew.
const WORTH: i64 = 50;

impl Store {
    /// Merges a part of the search index, in about ten milliseconds, so that a rep's own write never waits
    /// for the whole. `begun` is what the last call gave; with false, merging begins only where it is worth
    /// it. Gives whether something is left to merge.
    pub fn merge_search(&self, begun: bool) -> Reply<bool> {
        self.run(move |desk| desk.write_unseen(|transaction| merge(transaction, begun)))
    }
}

fn merge(transaction: &Transaction<'_>, begun: bool) -> Result<bool, StoreError> {
    if !begun && !is_worth_it(transaction)? {
        return Ok(false);
    }
    let before = transaction.total_changes();
    // A negative number has all pieces merged into one, of which so many pages are written.
    run!(transaction, "INSERT INTO item_fts(item_fts, rank) VALUES('merge', -64)", [])?;
    // The order itself counts as one.
    Ok(transaction.total_changes().saturating_sub(before) >= 2)
}

fn is_worth_it(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    let pages: Vec<i64> = rows!(
        transaction,
        "SELECT count(*) AS pages FROM item_fts_idx GROUP BY segid ORDER BY pages DESC",
        [],
        |row: &Row<'_>| get(row, "pages")
    )?;
    Ok(is_much(&pages))
}

/// Whether the pieces behind the largest are much; `pages` are those of each, the largest first.
fn is_much(pages: &[i64]) -> bool {
    let others: i64 = pages.iter().skip(1).sum();
    others > 0 && others.saturating_mul(WORTH) >= pages.first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    fn pieces(opened: &Opened) -> i64 {
        let count = "SELECT count(DISTINCT segid) FROM item_fts_idx";
        opened.store.read(|one| Ok(one.query_row(count, [], |row| row.get(0))?)).unwrap()
    }

    #[test]
    fn many_pieces_become_one_in_steps_and_nobody_sees_it() {
        let opened = opened();
        let named = |n: usize| item(&format!("A-{n:05}"), &format!("Olive {} oil {n}", n % 89));
        for batch in 0..6 {
            opened.put((0..4_000).filter(|n| n % 6 == batch).map(named).collect());
        }
        opened.put((0..40).map(|n| item(&format!("A-{n:05}"), &format!("Vinegar {n}"))).collect());
        while pieces(&opened) < 5 {
            opened.put((0..3).map(|n| item(&format!("A-{n:05}"), &format!("Salt {n}"))).collect());
        }
        let found = |text: &str| opened.codes(text);
        let before = [found("oil 7"), found("vinegar"), found("salt"), found("a-0001")];
        let revision = *opened.store.revision().borrow();
        let (mut steps, mut more) = (0, opened.store.merge_search(false).wait().unwrap());
        while more {
            steps += 1;
            assert!(steps < 1_000, "it comes to an end");
            more = opened.store.merge_search(true).wait().unwrap();
        }
        assert!(steps > 0);
        assert_eq!(pieces(&opened), 1);
        assert_eq!(*opened.store.revision().borrow(), revision);
        assert_eq!([found("oil 7"), found("vinegar"), found("salt"), found("a-0001")], before);
        assert!(!opened.store.merge_search(false).wait().unwrap(), "nothing is left");
    }

    #[test]
    fn a_large_index_is_not_written_anew_for_a_little() {
        assert!(super::is_much(&[1_400, 20, 8]));
        assert!(!super::is_much(&[1_400, 20, 7]));
        assert!(!super::is_much(&[1_400]));
        assert!(!super::is_much(&[]));
    }
}
