//! Files that go with a document, after it.

use rusqlite::{Connection, Row, Transaction, params};
use serde_json::{Map, Value, json};

use super::rows::{self, NewRow};
use super::types::{AttachedFile, Attachment, NewAttachment, OutboxKind, OutboxRow, Slip};
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{first, get, moment, rows, run};
use crate::store::Store;

/// What follows the order's uid in the uid of its signature. Made from the order's, it stays the same
/// when the order is put back from the journal.
const SIGNATURE: &str = ":signature";
/// Payload of a file that goes to the document it was made for.
const HERE: &str = "{}";
/// Fields of the payload of a file that goes to another document than it was made for, as File has them.
const DOCTYPE: &str = "attached_to_doctype";
const NAME: &str = "attached_to_name";

impl Store {
    /// Adds a file to a document that was made here. It goes after the document; twice with one uid is
    /// once.
    pub fn add_attachment(&self, new: NewAttachment) -> Reply<()> {
        self.write(move |transaction| {
            if rows::exists(transaction, &new.uid)? {
                return Ok(());
            }
            if !rows::exists(transaction, &new.subject)? {
                return Err(StoreError::NotFound { what: "document" });
            }
            run!(
                transaction,
                "INSERT INTO attachment(uid, file_name, content) VALUES(?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
                params![new.uid, new.file_name, new.content]
            )?;
            append(transaction, &new.uid, &new.subject, new.at.timestamp_millis())
        })
    }

    /// Adds a file to a document the office made, by DocType and `name`. `new.subject` is its own uid: it
    /// waits for nothing, and nothing waits for it. Twice with one uid is once.
    pub fn attach_at_site(&self, new: NewAttachment, doctype: &str, name: &str) -> Reply<()> {
        let place = place(doctype, name);
        self.write(move |transaction| {
            if rows::exists(transaction, &new.uid)? {
                return Ok(());
            }
            run!(
                transaction,
                "INSERT INTO attachment(uid, file_name, content) VALUES(?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
                params![new.uid, new.file_name, new.content]
            )?;
            let row = NewRow {
                uid: &new.uid,
                kind: OutboxKind::Attachment,
                subject: &new.uid,
                payload: &place,
                replaces: "",
                created_ms: new.at.timestamp_millis(),
            };
            rows::append(transaction, &row).map(drop)
        })
    }

    /// The files added here to a document the office made, oldest first, with where each stands.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attached_at_site(
        &self,
        doctype: &str,
        name: &str,
    ) -> Result<Vec<AttachedFile>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT a.file_name, length(a.content) AS bytes, o.created_ms, o.state
                 FROM attachment a JOIN outbox o ON o.uid = a.uid
                 WHERE o.kind = 'attachment' AND o.state <> 'withdrawn'
                   AND o.subject = o.uid AND o.payload = ?1
                 ORDER BY o.seq",
                [place(doctype, name)],
                file
            )
        })
    }

    /// The files added to a document made here, oldest first, with where each stands. Its signature is
    /// not among them, nor what went to a supervisor.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attached_to(&self, subject: &str) -> Result<Vec<AttachedFile>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT a.file_name, length(a.content) AS bytes, o.created_ms, o.state
                 FROM outbox o JOIN attachment a ON a.uid = o.uid
                 WHERE o.subject = ?1 AND o.kind = 'attachment' AND o.state <> 'withdrawn'
                   AND o.payload = ?2
                 ORDER BY o.seq",
                [subject, HERE],
                file
            )
        })
    }

    /// The bytes of a file of the document `subject`, by its name; nothing where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attached_content(
        &self,
        subject: &str,
        file_name: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT a.content FROM outbox o JOIN attachment a ON a.uid = o.uid
                 WHERE o.subject = ?1 AND a.file_name = ?2 AND o.state <> 'withdrawn'",
                [subject, file_name],
                |row: &Row<'_>| get(row, "content")
            )
        })
    }

    /// The bytes of a file added here to a document the office made, by its name; the last one of that name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attached_content_at_site(
        &self,
        doctype: &str,
        name: &str,
        file_name: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT a.content FROM attachment a JOIN outbox o ON o.uid = a.uid
                 WHERE o.kind = 'attachment' AND o.state <> 'withdrawn'
                   AND o.subject = o.uid AND o.payload = ?1 AND a.file_name = ?2
                 ORDER BY o.seq DESC",
                [place(doctype, name).as_str(), file_name],
                |row: &Row<'_>| get(row, "content")
            )
        })
    }

    /// The file of an outbox row of kind [`OutboxKind::Attachment`], with the document it belongs to.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where the row or its content is not there.
    pub fn attachment(&self, row: &OutboxRow) -> Result<Attachment, StoreError> {
        self.read(|connection| {
            let (file_name, content) = content(connection, row)?;
            let (doctype, name) = match elsewhere(&row.payload)? {
                Some(place) => place,
                None => its_document(connection, row)?,
            };
            Ok(Attachment { file_name, doctype, name, content })
        })
    }
}

/// The payload of a file that goes to another document than one made here.
fn place(doctype: &str, name: &str) -> String {
    json!({ DOCTYPE: doctype, NAME: name }).to_string()
}

fn file(row: &Row<'_>) -> Result<AttachedFile, StoreError> {
    Ok(AttachedFile {
        file_name: get(row, "file_name")?,
        bytes: u64::try_from(get::<i64>(row, "bytes")?).unwrap_or_default(),
        at: moment(row, "created_ms")?,
        state: rows::state(row)?,
    })
}

/// The pictures of a refused order go with the one placed instead of it. Before the refused one is taken
/// back, which would take them along.
pub(crate) fn leave(transaction: &Transaction<'_>, old: &str, new: &str) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET subject = ?2
         WHERE subject = ?1 AND kind = 'attachment' AND state NOT IN ('done', 'withdrawn')
           AND payload = ?3 AND uid IN (SELECT uid FROM attachment)",
        [old, new, HERE]
    )?;
    Ok(())
}

/// Once the new order has its row, its pictures wait for that.
pub(crate) fn follow(
    transaction: &Transaction<'_>,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox_dependency SET needs = (SELECT seq FROM outbox WHERE uid = ?2)
         WHERE needs = (SELECT seq FROM outbox WHERE uid = ?1)
           AND seq IN (SELECT seq FROM outbox WHERE subject = ?2 AND kind = 'attachment')",
        [old, new]
    )?;
    Ok(())
}

/// Appends the row of an order's signature, which is kept with the order.
pub(crate) fn append_signature(
    transaction: &Transaction<'_>,
    order: &str,
    created_ms: i64,
) -> Result<(), StoreError> {
    append(transaction, &format!("{order}{SIGNATURE}"), order, created_ms)
}

/// Appends what goes to the office in the place of the document `subject`, which does not.
pub(super) fn append_slip(
    transaction: &Transaction<'_>,
    subject: &str,
    slip: &Slip,
    created_ms: i64,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT INTO attachment(uid, file_name, content) VALUES(?1, ?2, ?3)",
        params![slip.uid, slip.file_name, slip.content]
    )?;
    let place = place(&slip.doctype, &slip.name);
    let (uid, kind, payload) = (slip.uid.as_str(), OutboxKind::Attachment, place.as_str());
    let row = NewRow { uid, kind, subject, payload, replaces: "", created_ms };
    let seq = rows::append(transaction, &row)?;
    match slip.name.strip_prefix("local:") {
        Some(uid) => rows::needs_uid(transaction, seq, uid),
        None => Ok(()),
    }
}

/// The document that a file was made for: DocType and `name`.
fn its_document(connection: &Connection, row: &OutboxRow) -> Result<(String, String), StoreError> {
    let sql = "SELECT * FROM outbox WHERE uid = ?1";
    let document: Option<OutboxRow> = first!(connection, sql, [&row.subject], rows::row)?;
    let document = document.ok_or(StoreError::NotFound { what: "document" })?;
    Ok((document.kind.doctype().to_owned(), document.server_name))
}

/// Where the file goes, if not to the document it was made for: DocType and `name`.
fn elsewhere(payload: &str) -> Result<Option<(String, String)>, StoreError> {
    let fields: Map<String, Value> = serde_json::from_str(payload).map_err(|_| bad("payload"))?;
    let text = |field: &str| Some(fields.get(field)?.as_str()?.to_owned());
    Ok(text(DOCTYPE).zip(text(NAME)))
}

fn append(
    transaction: &Transaction<'_>,
    uid: &str,
    subject: &str,
    created_ms: i64,
) -> Result<(), StoreError> {
    let kind = OutboxKind::Attachment;
    let row = NewRow { uid, kind, subject, payload: HERE, replaces: "", created_ms };
    let seq = rows::append(transaction, &row)?;
    rows::needs_uid(transaction, seq, subject)
}

fn content(connection: &Connection, row: &OutboxRow) -> Result<(String, Vec<u8>), StoreError> {
    let signed = row.uid.strip_suffix(SIGNATURE);
    let found = match signed {
        Some(order) => first!(
            connection,
            "SELECT o.receipt_number || '-signature' AS file_name, d.signature AS content
             FROM sales_order o JOIN sales_order_document d ON d.id = o.id WHERE o.uid = ?1",
            [order],
            |row: &Row<'_>| Ok::<_, StoreError>((get(row, "file_name")?, get(row, "content")?))
        )?,
        None => first!(
            connection,
            "SELECT file_name, content FROM attachment WHERE uid = ?1",
            [&row.uid],
            |row: &Row<'_>| Ok::<_, StoreError>((get(row, "file_name")?, get(row, "content")?))
        )?,
    };
    let (file_name, content): (String, Vec<u8>) =
        found.ok_or(StoreError::NotFound { what: "file" })?;
    Ok(if signed.is_some() { picture(file_name, content) } else { (file_name, content) })
}

/// A signature, a PNG or the `d` of an SVG path, as a file with its name; a path is drawn into a picture
/// any viewer opens.
pub fn picture(stem: String, content: Vec<u8>) -> (String, Vec<u8>) {
    if content.starts_with(b"\x89PNG") {
        return (format!("{stem}.png"), content);
    }
    let path: String = String::from_utf8_lossy(&content)
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || " ,.-+\n".contains(*c))
        .collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\"><path d=\"{path}\" fill=\"none\" \
         stroke=\"#000\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>",
        view_box(&path)
    );
    (format!("{stem}.svg"), svg.into_bytes())
}

/// The box around the points of a path of absolute commands, with a margin for the stroke.
fn view_box(path: &str) -> String {
    let numbers: Vec<f64> = path
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter_map(|text| text.parse().ok())
        .filter(|number: &f64| number.is_finite())
        .collect();
    let largest = |from: usize| {
        numbers.iter().skip(from).step_by(2).copied().fold(1.0_f64, f64::max).min(100_000.0)
    };
    format!("-4 -4 {:.0} {:.0}", largest(0) + 8.0, largest(1) + 8.0)
}
