//! Taking in documents from the server, whatever their doctype.

use chrono::NaiveDate;
use rusqlite::{Transaction, params};
use satchel_domain::ids::ItemCode;
use serde::Deserialize;

use super::fields::Text;
use super::touched::{MasterChanges, Touched};
use super::types::{MasterDocument, PutReport};
use super::{bins, groups, items, late_indexes, prices};
use crate::customers;
use crate::error::StoreError;
use crate::field_work;
use crate::file::reply::Reply;
use crate::orders;
use crate::sql::run;
use crate::store::Store;
use crate::team::{self, TEAM_FILE, TEAM_ORDER, TEAM_VISIT};

/// Doctypes other rows refer to come first.
const FIRST: [&str; 5] = ["Item Group", "Brand", "Item", "Item Price", "Customer"];

impl Store {
    /// Stores documents as the server sent them, replacing those with the same name, in one
    /// transaction. Documents with unsent local changes keep what the rep entered. A document that
    /// cannot be read is reported and stops none of the others.
    ///
    /// `today` decides which Item Prices make the list rate.
    pub fn put_masters(&self, batch: Vec<MasterDocument>, today: NaiveDate) -> Reply<PutReport> {
        self.write_masters(move |transaction, touched| put(transaction, batch, today, touched))
    }

    /// Forgets documents the server no longer has; the number of those that were here.
    pub fn remove_masters(&self, doctype: &str, names: Vec<String>) -> Reply<usize> {
        let doctype = doctype.to_owned();
        self.write_masters(move |transaction, touched| {
            remove(transaction, &doctype, &names, touched)
        })
    }

    /// What was stored or removed among the masters since a look, 0 for the opening of the file. Of
    /// DocTypes that may decide prices, that is.
    pub fn master_changes(&self, look: u64) -> MasterChanges {
        self.touched().since(look)
    }

    /// As `write`, for work that changes masters: what it touched is told before the revision counts
    /// up and again once it is committed, so that no reader keeps what it read in between. It is not
    /// flushed: what the server has can be fetched again, and with it goes where the pull stood.
    pub(crate) fn write_masters<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &mut Touched) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        let log = self.touched();
        self.run(move |desk| {
            let mut touched = Touched::default();
            let value = desk.write_derived(|transaction| {
                late_indexes::make_all(transaction)?;
                let value = work(transaction, &mut touched)?;
                log.note(&touched);
                Ok(value)
            })?;
            log.note(&touched);
            Ok(value)
        })
    }
}

/// Documents of one doctype with their places in the batch.
pub(crate) struct Batch<'a> {
    doctype: &'a str,
    documents: Vec<(usize, &'a str)>,
    report: &'a mut PutReport,
    touched: &'a mut Touched,
    indexes_later: bool,
}

impl<'a> Batch<'a> {
    /// The documents as typed fields beside their text. Unreadable and nameless ones are reported.
    pub(crate) fn read<T: Deserialize<'a>>(
        &mut self,
        name: impl Fn(&T) -> &str,
    ) -> Vec<(T, &'a str)> {
        let mut found = Vec::with_capacity(self.documents.len());
        for (place, text) in &self.documents {
            let refused = match serde_json::from_str::<T>(text) {
                // The rules for names are the same for every doctype.
                Ok(document) => match ItemCode::new(name(&document)) {
                    Ok(_) => {
                        self.touched.add(self.doctype, name(&document));
                        found.push((document, *text));
                        continue;
                    }
                    Err(error) => error.to_string(),
                },
                Err(error) => error.to_string(),
            };
            self.report.refused.push((self.doctype.to_owned(), *place, refused));
        }
        self.report.stored += found.len();
        found
    }
}

pub(crate) fn put(
    transaction: &Transaction<'_>,
    batch: Vec<MasterDocument>,
    today: NaiveDate,
    touched: &mut Touched,
) -> Result<PutReport, StoreError> {
    put_all(transaction, batch, today, touched, false)
}

/// As [`put`], for a whole set of Customers, Addresses and Contacts, whose words are indexed afterwards.
pub(crate) fn put_unindexed(
    transaction: &Transaction<'_>,
    batch: Vec<MasterDocument>,
    today: NaiveDate,
    touched: &mut Touched,
) -> Result<PutReport, StoreError> {
    put_all(transaction, batch, today, touched, true)
}

fn put_all(
    transaction: &Transaction<'_>,
    batch: Vec<MasterDocument>,
    today: NaiveDate,
    touched: &mut Touched,
    indexes_later: bool,
) -> Result<PutReport, StoreError> {
    let mut report = PutReport::default();
    let mut doctypes: Vec<&str> = batch.iter().map(|document| document.doctype.as_str()).collect();
    doctypes.sort_unstable();
    doctypes.dedup();
    doctypes.sort_by_key(|doctype| {
        FIRST.iter().position(|first| first == doctype).unwrap_or(FIRST.len())
    });
    for doctype in doctypes {
        let documents = batch
            .iter()
            .enumerate()
            .filter(|(_, document)| document.doctype == doctype)
            .map(|(place, document)| (place, document.document.as_str()))
            .collect();
        let batch = Batch { doctype, documents, report: &mut report, touched, indexes_later };
        put_doctype(transaction, batch, today)?;
    }
    Ok(report)
}

fn put_doctype(
    transaction: &Transaction<'_>,
    batch: Batch<'_>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    match batch.doctype {
        "Item" => items::put(transaction, batch, today),
        "Item Price" => prices::put(transaction, batch, today),
        "Bin" => bins::put(transaction, batch),
        "Customer" => customers::put::customers(transaction, batch),
        "Address" | "Contact" => customers::put::parties(transaction, batch),
        "Sales Order" => orders::past::put(transaction, batch),
        "Event" => field_work::put::events(transaction, batch),
        "Task" => field_work::put::tasks(transaction, batch),
        "Project" => field_work::put::projects(transaction, batch),
        TEAM_VISIT => team::put::visits(transaction, batch),
        TEAM_ORDER => team::put::orders(transaction, batch),
        TEAM_FILE => team::files::put(transaction, batch),
        "Item Group" => {
            let groups = put_plain(transaction, batch)?;
            groups::put(transaction, &groups)
        }
        _ => put_plain(transaction, batch).map(|_| ()),
    }
}

/// The fields every document has.
#[derive(Deserialize)]
struct Plain {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    modified: Text,
}

/// Keeps documents nothing is derived from; they are read back whole.
fn put_plain<'a>(
    transaction: &Transaction<'_>,
    mut batch: Batch<'a>,
) -> Result<Vec<&'a str>, StoreError> {
    let doctype = batch.doctype;
    let mut texts = Vec::new();
    for (document, text) in batch.read(|document: &Plain| &document.name.0) {
        run!(
            transaction,
            "INSERT INTO master_document(doctype, name, modified, document) VALUES(?1, ?2, ?3, ?4)
             ON CONFLICT(doctype, name) DO UPDATE SET
               modified = excluded.modified, document = excluded.document",
            params![doctype, document.name.0, document.modified.0, text]
        )?;
        texts.push(text);
    }
    Ok(texts)
}

impl Batch<'_> {
    pub(crate) fn doctype(&self) -> &str {
        self.doctype
    }

    /// Whether the words of customers are indexed by whoever gave the batch.
    pub(crate) fn indexes_later(&self) -> bool {
        self.indexes_later
    }
}

pub(crate) fn remove(
    transaction: &Transaction<'_>,
    doctype: &str,
    names: &[String],
    touched: &mut Touched,
) -> Result<usize, StoreError> {
    let mut removed = 0;
    for name in names {
        touched.add(doctype, name);
        removed += match doctype {
            "Item" => items::remove(transaction, name)?,
            "Item Price" => prices::remove(transaction, name)?,
            "Customer" => customers::put::remove_customer(transaction, name)?,
            "Address" | "Contact" => customers::put::remove_party(transaction, doctype, name)?,
            "Sales Order" => orders::past::remove(transaction, name)?,
            "Event" | "Task" | "Project" => field_work::put::remove(transaction, doctype, name)?,
            TEAM_VISIT => team::put::remove_visit(transaction, name)?,
            TEAM_ORDER => team::put::remove_order(transaction, name)?,
            TEAM_FILE => team::files::remove(transaction, name)?,
            _ => run!(
                transaction,
                "DELETE FROM master_document WHERE doctype = ?1 AND name = ?2",
                params![doctype, name]
            )?,
        };
    }
    match doctype {
        "Item" => groups::count_items(transaction)?,
        "Item Group" => groups::forget(transaction, names)?,
        _ => {}
    }
    Ok(removed)
}
