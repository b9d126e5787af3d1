//! Printers and print jobs.
//!
//! A job is a row from the moment it is asked for. It is printed at most once by itself: what was being
//! printed when the app ended is failed when it starts again, and a person decides.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{first, get, moment, rows, run, sql_limit};
use crate::store::Store;

/// The problem of a job that the end of the app interrupted; the others are keys of sentences too.
pub(crate) const INTERRUPTED: &str = "print-interrupted";
/// Jobs that have ended are kept for the list, the newest of them.
const KEPT: i64 = 200;

/// A printer the rep saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its row; 0 for one that is not saved yet.
    pub id: i64,
    /// What the rep calls it.
    pub name: String,
    /// Where it is, such as `tcp:192.168.1.50:9100`. One printer an address.
    pub address: String,
    /// Id of its profile, such as `58mm`.
    pub profile: String,
    /// Prints when no printer is chosen. There is one at most.
    pub is_default: bool,
}

/// Where a print job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintState {
    /// Waits for its printer.
    Queued,
    /// Bytes are going out.
    Printing,
    /// Everything was handed over.
    Done,
    /// Ended early; a person decides.
    Failed,
    /// A person let it be.
    Left,
}

impl PrintState {
    const ALL: [Self; 5] = [Self::Queued, Self::Printing, Self::Done, Self::Failed, Self::Left];

    fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Printing => "printing",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Left => "left",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// A job to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPrintJob {
    /// uid of the order; empty for a test page.
    pub document: String,
    /// What the list calls it, such as the receipt number.
    pub title: String,
    /// What the printer is called.
    pub printer_name: String,
    /// Where it is.
    pub address: String,
    /// Most bytes at once.
    pub chunk: usize,
    /// Whether it is marked as a copy.
    pub is_copy: bool,
    /// What the printer is sent.
    pub content: Vec<u8>,
    /// When it was asked for.
    pub queued: DateTime<Utc>,
}

/// A print job, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Its row.
    pub id: i64,
    /// uid of the order; empty for a test page.
    pub document: String,
    /// What the list calls it.
    pub title: String,
    /// What the printer is called.
    pub printer_name: String,
    /// Where it is.
    pub address: String,
    /// Most bytes at once.
    pub chunk: usize,
    /// Whether it is marked as a copy.
    pub is_copy: bool,
    /// Where it is.
    pub state: PrintState,
    /// Bytes it has.
    pub size: usize,
    /// Bytes that were handed over.
    pub sent: usize,
    /// Key of the sentence that says why it failed; else empty.
    pub problem: String,
    /// When it was asked for.
    pub queued: DateTime<Utc>,
}

impl Store {
    /// The saved printers, the default one first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn printers(&self) -> Result<Vec<Printer>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT * FROM printer ORDER BY is_default DESC, name, id",
                [],
                |row: &Row<'_>| Ok::<_, StoreError>(Printer {
                    id: get(row, "id")?,
                    name: get(row, "name")?,
                    address: get(row, "address")?,
                    profile: get(row, "profile")?,
                    is_default: get(row, "is_default")?,
                })
            )
        })
    }

    /// Saves a printer, in place of the one at the same address. The first one, and one that says so,
    /// becomes the default.
    pub fn save_printer(&self, printer: Printer) -> Reply<()> {
        self.write(move |transaction| {
            run!(
                transaction,
                "INSERT INTO printer(name, address, profile) VALUES(?1, ?2, ?3)
                 ON CONFLICT(address) DO UPDATE SET name = excluded.name, profile = excluded.profile",
                params![printer.name, printer.address, printer.profile]
            )?;
            run!(
                transaction,
                "UPDATE printer SET is_default = (address = ?1)
                 WHERE ?2 OR NOT EXISTS (SELECT 1 FROM printer WHERE is_default)",
                params![printer.address, printer.is_default]
            )?;
            Ok(())
        })
    }

    /// Forgets a printer; another one becomes the default. Its jobs stay as they are.
    pub fn forget_printer(&self, id: i64) -> Reply<()> {
        self.write(move |transaction| {
            run!(transaction, "DELETE FROM printer WHERE id = ?1", [id])?;
            run!(
                transaction,
                "UPDATE printer SET is_default = 1 WHERE id = (SELECT min(id) FROM printer)
                 AND NOT EXISTS (SELECT 1 FROM printer WHERE is_default)",
                []
            )?;
            Ok(())
        })
    }

    /// Queues a job; its id.
    pub fn queue_print(&self, job: NewPrintJob) -> Reply<i64> {
        self.write(move |transaction| {
            run!(
                transaction,
                "INSERT INTO print_job(document, title, printer_name, address, chunk, is_copy, size,
                                       queued_ms, content)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    job.document,
                    job.title,
                    job.printer_name,
                    job.address,
                    sql_limit(job.chunk),
                    job.is_copy,
                    sql_limit(job.content.len()),
                    job.queued.timestamp_millis(),
                    job.content
                ]
            )?;
            let id = transaction.last_insert_rowid();
            run!(
                transaction,
                "DELETE FROM print_job WHERE state IN ('done', 'left') AND id <= ?1 - ?2",
                [id, KEPT]
            )?;
            Ok(id)
        })
    }

    /// Jobs, the newest first; of one document, or of all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn print_jobs(
        &self,
        document: Option<&str>,
        limit: usize,
    ) -> Result<Vec<PrintJob>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT * FROM print_job WHERE ?1 IS NULL OR document = ?1
                 ORDER BY id DESC LIMIT ?2",
                params![document, sql_limit(limit)],
                job
            )
        })
    }

    /// One job.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn print_job(&self, id: i64) -> Result<Option<PrintJob>, StoreError> {
        self.read(|connection| {
            first!(connection, "SELECT * FROM print_job WHERE id = ?1", [id], job)
        })
    }

    /// Whether a document was printed to its end, or may have been: what is printed next is a copy.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn may_be_on_paper(&self, document: &str) -> Result<bool, StoreError> {
        self.read(|connection| {
            Ok(connection.query_row(
                "SELECT EXISTS (SELECT 1 FROM print_job WHERE document = ?1 AND document <> ''
                 AND (state IN ('queued', 'printing', 'done') OR sent >= size
                      OR problem = ?2))",
                params![document, INTERRUPTED],
                |row| row.get(0),
            )?)
        })
    }

    /// The oldest job that is queued for the printer at an address.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn next_print(&self, address: &str) -> Result<Option<PrintJob>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT * FROM print_job WHERE state = 'queued' AND address = ?1 ORDER BY id LIMIT 1",
                [address],
                job
            )
        })
    }

    /// The addresses that something is queued for.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queued_printers(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT DISTINCT address FROM print_job WHERE state = 'queued'",
                [],
                |row: &Row<'_>| get::<String>(row, "address")
            )
        })
    }

    /// Takes a queued job to print it, and gives its content: durable as being printed before a byte
    /// goes out, so that nothing prints it a second time by itself. None where it is queued no more.
    pub fn begin_print(&self, id: i64) -> Reply<Option<Vec<u8>>> {
        self.write(move |transaction| {
            let content = first!(
                transaction,
                "SELECT content FROM print_job WHERE id = ?1 AND state = 'queued'",
                [id],
                |row: &Row<'_>| get::<Vec<u8>>(row, "content")
            )?;
            if content.is_some() {
                run!(
                    transaction,
                    "UPDATE print_job SET state = 'printing', sent = 0 WHERE id = ?1",
                    [id]
                )?;
            }
            Ok(content)
        })
    }

    /// Keeps how a job ended: with no problem it is done, else it failed after so many bytes.
    pub fn end_print(
        &self,
        id: i64,
        sent: usize,
        problem: Option<&'static str>,
        at: DateTime<Utc>,
    ) -> Reply<()> {
        self.write(move |transaction| {
            let state = if problem.is_none() { PrintState::Done } else { PrintState::Failed };
            run!(
                transaction,
                "UPDATE print_job SET state = ?2, sent = ?3, problem = ?4, ended_ms = ?5,
                 content = CASE ?2 WHEN 'done' THEN x'' ELSE content END WHERE id = ?1",
                params![
                    id,
                    state.as_str(),
                    sql_limit(sent),
                    problem.unwrap_or_default(),
                    at.timestamp_millis()
                ]
            )?;
            Ok(())
        })
    }

    /// Lets a job be that has not begun or has failed: whatever is on paper is enough.
    pub fn leave_print(&self, id: i64) -> Reply<()> {
        self.write(move |transaction| {
            run!(
                transaction,
                "UPDATE print_job SET state = 'left', content = x''
                 WHERE id = ?1 AND state IN ('queued', 'failed')",
                [id]
            )?;
            Ok(())
        })
    }

    /// Fails what was queued too, where the rows are those of another time or phone: it may have been printed
    /// since, and a person decides.
    pub fn doubt_prints(&self) -> Reply<()> {
        self.write(|transaction| {
            run!(
                transaction,
                "UPDATE print_job SET state = 'failed', problem = ?1
                 WHERE state IN ('queued', 'printing')",
                [INTERRUPTED]
            )?;
            Ok(())
        })
    }

    /// Fails what was being printed when the app ended: how far it came nobody knows. For the start.
    pub fn note_interrupted_prints(&self) -> Reply<()> {
        self.write(|transaction| {
            run!(
                transaction,
                "UPDATE print_job SET state = 'failed', problem = ?1 WHERE state = 'printing'",
                [INTERRUPTED]
            )?;
            Ok(())
        })
    }
}

fn count(row: &Row<'_>, column: &'static str) -> Result<usize, StoreError> {
    usize::try_from(get::<i64>(row, column)?).map_err(|_| bad(column))
}

fn job(row: &Row<'_>) -> Result<PrintJob, StoreError> {
    let state: String = get(row, "state")?;
    Ok(PrintJob {
        id: get(row, "id")?,
        document: get(row, "document")?,
        title: get(row, "title")?,
        printer_name: get(row, "printer_name")?,
        address: get(row, "address")?,
        chunk: count(row, "chunk")?,
        is_copy: get(row, "is_copy")?,
        state: PrintState::named(&state).ok_or(bad("print_job.state"))?,
        size: count(row, "size")?,
        sent: count(row, "sent")?,
        problem: get(row, "problem")?,
        queued: moment(row, "queued_ms")?,
    })
}

#[cfg(test)]
#[path = "printing_tests.rs"]
mod tests;
