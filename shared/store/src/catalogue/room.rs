//! Room between neighbours in the display order, where later rows have used it up.

use rusqlite::{Connection, Row, params};

use super::display_order::{GAP, Ordered};
use crate::error::StoreError;
use crate::sql::{get, rows, run};

/// Neighbours on each side that are spread first; twice as many each time that is not enough.
const FIRST_REACH: i64 = 8;
/// Most neighbours on each side.
const MOST_REACH: i64 = 4_096;
/// Free ids there shall be between two neighbours afterwards, on the average.
const ROOM: i64 = 15;

/// A row that was given another id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moved {
    pub(crate) old: i64,
    pub(crate) new: i64,
}

/// Spreads the rows around the place behind `before`, in their order, over the ids they have together,
/// with room between them. Their rows move; the text index is left to the caller. Nothing is moved
/// where even thousands of neighbours stand too close together.
pub(super) fn make(
    connection: &Connection,
    table: &Ordered,
    before: i64,
) -> Result<Vec<Moved>, StoreError> {
    let mut reach = FIRST_REACH;
    while reach <= MOST_REACH {
        // One more on each side stays where it is.
        let mut left = ids(connection, table.up_to, before, reach + 1)?;
        let mut right = ids(connection, table.behind, before, reach + 1)?;
        let take = usize::try_from(reach).unwrap_or(usize::MAX);
        let first = if left.len() > take { left.pop().unwrap_or_default() } else { 0 };
        let count = i64::try_from(left.len() + right.len().min(take)).unwrap_or(i64::MAX);
        let last = match right.len() > take {
            true => right.pop().unwrap_or(i64::MAX),
            false => first.saturating_add(GAP.saturating_mul(count + 1)),
        };
        let step = (last - first) / (count + 1);
        if step > ROOM {
            left.reverse();
            left.append(&mut right);
            return spread(connection, table, &left, first, step);
        }
        reach *= 2;
    }
    Ok(Vec::new())
}

fn ids(connection: &Connection, sql: &str, of: i64, most: i64) -> Result<Vec<i64>, StoreError> {
    rows!(connection, sql, params![of, most], |row: &Row<'_>| get(row, "id"))
}

/// Gives `ids`, which go up, the places `step` apart behind `first`.
fn spread(
    connection: &Connection,
    table: &Ordered,
    ids: &[i64],
    first: i64,
    step: i64,
) -> Result<Vec<Moved>, StoreError> {
    let moved = (1_i64..).zip(ids).map(|(n, old)| Moved { old: *old, new: first + n * step });
    // Those that go down from the lowest on, then those that go up from the highest: nobody's place is
    // taken by one that has yet to leave.
    let (down, mut up): (Vec<_>, Vec<_>) =
        moved.filter(|one| one.old != one.new).partition(|one| one.new < one.old);
    up.reverse();
    let moved: Vec<Moved> = down.into_iter().chain(up).collect();
    for one in &moved {
        for sql in table.moves {
            run!(connection, sql, [one.old, one.new])?;
        }
    }
    Ok(moved)
}
