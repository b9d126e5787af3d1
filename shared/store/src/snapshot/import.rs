//! Taking the masters in: all of them, or nothing.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use chrono::NaiveDate;
use rusqlite::{Row, Transaction, params};
use serde::Deserialize;

use super::columns::AT_ONCE;
use super::read::{Block, Blocks};
use super::{AS_DOCUMENTS, STATE};
use crate::MasterDocument;
use crate::catalogue::names;
use crate::catalogue::parsed::{ParsedItems, ParsedPrices, Reading};
use crate::catalogue::put;
use crate::catalogue::text_beside::TextBeside;
use crate::catalogue::touched::Touched;
use crate::catalogue::whole::Loading;
use crate::customers::text_index;
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::pulled;
use crate::sql::{get, rows, run};
use crate::store::Store;

/// Parts that are read, or being read, ahead of the one that is written. A part of items or prices takes
/// one or two megabytes.
const AHEAD: usize = 6;
/// Threads that parse: the writer has little to do while items come, and much afterwards.
const PARSERS: usize = 2;
/// The parts of a snapshot in their order.
const ITEMS: &str = "Item";
const PRICES: &str = "Item Price";
const BINS: &str = "Bin";

impl Store {
    /// Takes in the masters of a snapshot in place of the catalogue that is here, and where its pull
    /// stood, in one transaction. Drafts, orders, visits, customers made here and every setting stay.
    /// Of documents a few blocks are in memory at a time, whatever the size of the whole; of each item and
    /// list rate what its row needs, and the text index while it is made.
    ///
    /// `today` decides which Item Prices make the list rate.
    ///
    /// What is read must come from a trusted place: check its signature first. What is no snapshot is
    /// [`StoreError::BadInput`] and changes nothing.
    pub fn import_masters(&self, from: impl Read + Send + 'static, today: NaiveDate) -> Reply<()> {
        let log = self.touched();
        self.run(move |desk| {
            let mut touched = Touched::default();
            touched.everything();
            // Not flushed: what it holds can be fetched again, and where the pull stood goes with it.
            desk.write_derived(|transaction| {
                take_in(transaction, from, today).map_err(foreign)?;
                log.note(&touched);
                Ok(())
            })?;
            log.note(&touched);
            Ok(())
        })
    }
}

/// What a snapshot says twice, or wrongly, is no damage of the phone's own file.
fn foreign(error: StoreError) -> StoreError {
    match error {
        StoreError::Database(_) => bad("snapshot"),
        other => other,
    }
}

/// A block, read as far as can be done beside the database.
enum Part {
    Items(ParsedItems),
    Prices(ParsedPrices),
    Other(Block),
}

impl Part {
    /// Whether it refers to items, all of which come before it.
    fn needs_places(&self) -> bool {
        match self {
            Self::Items(_) => false,
            Self::Prices(_) => true,
            Self::Other(block) => block.doctype() == BINS,
        }
    }
}

type Answer<T> = Result<T, StoreError>;

/// A block to be read, its place in the stream, and where it goes.
struct Task {
    place: usize,
    block: Block,
    done: SyncSender<Answer<Part>>,
}

/// Unpacks on a thread of its own. The answers come in the order of the blocks, whoever reads them.
fn unpacked(
    from: impl Read,
    tasks: &SyncSender<Task>,
    answers: &SyncSender<Receiver<Answer<Part>>>,
) {
    let unpack = || {
        let mut stream = Blocks::open(from)?;
        let mut place = 0;
        while let Some(block) = stream.next()? {
            let (done, answer) = sync_channel(1);
            if answers.send(answer).is_err() || tasks.send(Task { place, block, done }).is_err() {
                // What comes after ended with an error of its own.
                return Ok(());
            }
            place += 1;
        }
        Ok(())
    };
    if let Err(error) = unpack() {
        let (done, answer) = sync_channel(1);
        // Where nobody listens any more, another error is being told.
        let _ = done.send(Err(error));
        let _ = answers.send(answer);
    }
}

/// Parses, while what came before is written.
fn parse(tasks: &Mutex<Receiver<Task>>) -> Answer<()> {
    let mut reading = Reading::begin()?;
    loop {
        let next = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Task { place, block, done }) = next else { return Ok(()) };
        // No block has more documents than this, and no document more than one block in the database.
        reading.go_on_from(i64::try_from(place * AT_ONCE + 1).unwrap_or(i64::MAX));
        let part = match block.doctype() {
            ITEMS => reading.items(&block).map(Part::Items),
            PRICES => reading.prices(&block).map(Part::Prices),
            _ => Ok(Part::Other(block)),
        };
        let _ = done.send(part);
    }
}

fn take_in(transaction: &Transaction<'_>, from: impl Read + Send, today: NaiveDate) -> Answer<()> {
    thread::scope(|scope| {
        let (task, tasks) = sync_channel(1);
        let (answer, answers) = sync_channel(AHEAD);
        let named = |name: &str| thread::Builder::new().name(name.to_owned());
        named("satchel-unpack").spawn_scoped(scope, move || unpacked(from, &task, &answer))?;
        let tasks = Arc::new(Mutex::new(tasks));
        for _ in 0..PARSERS {
            let tasks = Arc::clone(&tasks);
            named("satchel-snapshot").spawn_scoped(scope, move || {
                if let Err(error) = parse(&tasks) {
                    tracing::warn!(%error, "a part of the snapshot is not read");
                }
            })?;
        }
        drop(tasks);
        write(transaction, answers, today)
    })
}

fn write(
    transaction: &Transaction<'_>,
    answers: Receiver<Receiver<Answer<Part>>>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    keep_promises(transaction)?;
    let mut loading = Loading::begin(transaction, today)?;
    let mut others = Others { transaction, today, emptied: BTreeSet::new(), parties: Vec::new() };
    let mut placed = false;
    for answer in answers {
        // Who reads it is gone without an answer only when all are.
        let part = answer.recv().map_err(|_| StoreError::Abandoned)??;
        if !placed && part.needs_places() {
            loading.place_items()?;
            placed = true;
        }
        match part {
            Part::Items(_) if placed => return Err(bad("snapshot")),
            Part::Items(items) => loading.items(items)?,
            Part::Prices(prices) => loading.prices(&prices)?,
            Part::Other(block) => others.take_in(&block)?,
        }
    }
    if !placed {
        loading.place_items()?;
    }
    promise_again(transaction)?;
    let customers = others.finish()?;
    loading.finish()?;
    customers.write(transaction)
}

/// What is no item and no price.
struct Others<'a> {
    transaction: &'a Transaction<'a>,
    today: NaiveDate,
    /// DocTypes whose documents from before are gone.
    emptied: BTreeSet<String>,
    /// Customers and their like, which are cheapest to put in order all at once.
    parties: Vec<MasterDocument>,
}

impl Others<'_> {
    fn take_in(&mut self, block: &Block) -> Result<(), StoreError> {
        let doctype = block.doctype().to_owned();
        let mut documents = block.documents();
        if doctype == STATE {
            return documents.try_for_each(|state| set_state(self.transaction, &state));
        }
        let own = AS_DOCUMENTS.contains(&doctype.as_str());
        if !own && self.emptied.insert(doctype.clone()) {
            run!(self.transaction, "DELETE FROM master_document WHERE doctype = ?1", [&doctype])?;
        }
        let documents =
            documents.map(|document| MasterDocument { doctype: doctype.clone(), document });
        if own {
            self.parties.extend(documents);
            return Ok(());
        }
        self.put(documents.collect())
    }

    /// Writes the parties; the index of their words is still being made.
    fn finish(self) -> Result<TextBeside, StoreError> {
        let mut touched = Touched::default();
        put::put_unindexed(self.transaction, self.parties, self.today, &mut touched)?;
        text_index::begin_whole(self.transaction)
    }

    fn put(&self, documents: Vec<MasterDocument>) -> Result<(), StoreError> {
        // Everything counts as changed anyway.
        let mut touched = Touched::default();
        put::put(self.transaction, documents, self.today, &mut touched).map(drop)
    }
}

#[derive(Deserialize)]
struct State {
    doctype: String,
    state: String,
}

fn set_state(transaction: &Transaction<'_>, text: &str) -> Result<(), StoreError> {
    let State { doctype, state } = serde_json::from_str(text).map_err(|_| bad("snapshot"))?;
    pulled::set_state(transaction, &doctype, &state)
}

/// Puts what this phone has promised from stock aside, by the names of the warehouses.
fn keep_promises(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    Ok(transaction.execute_batch(
        "CREATE TEMP TABLE kept_promise AS
           SELECT p.item_code, w.name AS warehouse, p.qty, p.sold_out
           FROM promised p JOIN warehouse w ON w.id = p.warehouse;
         DELETE FROM promised;",
    )?)
}

/// What this phone has promised from stock, under the numbers the warehouses have now.
fn promise_again(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let kept: Vec<(String, String, String, bool)> = rows!(
        transaction,
        "SELECT item_code, warehouse, qty, sold_out FROM temp.kept_promise",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((
            get(row, "item_code")?,
            get(row, "warehouse")?,
            get(row, "qty")?,
            get(row, "sold_out")?
        ))
    )?;
    for (item, warehouse, qty, sold_out) in kept {
        let warehouse = names::id(transaction, names::WAREHOUSE, &warehouse)?;
        run!(
            transaction,
            "INSERT INTO promised(item_code, warehouse, qty, sold_out) VALUES(?1, ?2, ?3, ?4)",
            params![item, warehouse, qty, sold_out]
        )?;
    }
    transaction.execute_batch("DROP TABLE temp.kept_promise")?;
    Ok(())
}
