//! Migrations. File number = schema number, and only the runner writes it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::catalogue::{gather, text_index};
use crate::error::StoreError;
use crate::field_work::change;
use crate::orders::{lines, words};

/// One step: a file of SQL, and what SQL cannot do.
struct Step {
    sql: &'static str,
    then: fn(&Transaction<'_>) -> Result<(), StoreError>,
}

fn nothing(_: &Transaction<'_>) -> Result<(), StoreError> {
    Ok(())
}

/// The steps, in order; step `n` (from 1) brings schema `n`.
const STEPS: [Step; 16] = [
    Step { sql: include_str!("../migrations/0001_masters.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0002_orders.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0003_field_work.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0004_history.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0005_lighter_orders.sql"), then: words::fill },
    Step { sql: include_str!("../migrations/0006_shown_stock.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0007_order_lines.sql"), then: lines::gather },
    Step { sql: include_str!("../migrations/0008_sending.sql"), then: change::queue_counted },
    Step { sql: include_str!("../migrations/0009_words_of_groups.sql"), then: text_index::rebuild },
    Step { sql: include_str!("../migrations/0010_handed_over.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0011_printing.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0012_visit_chain.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0013_team.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0014_team_files.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0015_track.sql"), then: nothing },
    Step { sql: include_str!("../migrations/0016_document_blocks.sql"), then: gather::documents },
];

/// The newest schema this app knows.
pub const SCHEMA: u32 = STEPS.len() as u32;

/// Brings the file to [`SCHEMA`], all steps in one transaction.
///
/// # Errors
/// [`StoreError::Newer`] for a file of a newer app, which is left as it is; [`StoreError`] when a
/// step fails, which leaves the file as it was.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(connection, SCHEMA)
}

/// As [`migrate`], but stops at an earlier schema; tests fill that one and go on.
pub(crate) fn migrate_to(connection: &mut Connection, target: u32) -> Result<(), StoreError> {
    let found = version(connection)?;
    if found > SCHEMA {
        return Err(StoreError::Newer { found, known: SCHEMA });
    }
    if found >= target {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again under the lock: another process may have migrated meanwhile.
    let found = version(&transaction)?;
    for (number, step) in (1..).zip(&STEPS) {
        if found < number && number <= target {
            transaction.execute_batch(step.sql)?;
            (step.then)(&transaction)?;
        }
    }
    transaction.pragma_update(None, "user_version", target)?;
    transaction.commit()?;
    Ok(())
}

/// The schema of the file.
pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
#[path = "migrate_tests.rs"]
pub(crate) mod tests;
