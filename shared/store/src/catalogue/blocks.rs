//! The documents of items and prices, many in one compressed block.
//!
//! A phone keeps hundreds of thousands of them and reads a few at a time. Alike as they are, 63 together
//! take a fifth of their room, and every page of the file is encrypted and sealed. A document that changes
//! leaves its block for one of its own, which is written over from then on: what is of no use any more
//! never grows beyond what was loaded once.
//!
//! `document_at` of a row is the number of the block × 64 + the place in it, 0 for no document.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::get_frame_content_size;

use crate::error::{StoreError, bad};
use crate::sql::run;

/// Places of a block.
const PLACES: i64 = 64;
/// The place of a document that has its block to itself; such a block is not compressed.
const ALONE: i64 = PLACES - 1;
/// A block is full from this many bytes on: it is read to its end for each of its documents.
const ENOUGH: usize = 24 << 10;
/// zstd's level: higher ones save a tenth and take twice as long.
const LEVEL: i32 = 1;
/// No block holds more bytes, whatever it says.
const LARGEST: u64 = 1 << 30;
/// Stands between two documents. No JSON text has one: in a string it would be escaped.
const BETWEEN: char = '\0';
/// What zstd begins with, and no JSON text does.
const COMPRESSED: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// A block that is to be written: its number and what it holds.
pub(crate) type Block = (i64, Vec<u8>);

/// Tells whether a document is the one that was stored. Another compiler may count otherwise; then a
/// document is written once more.
pub(crate) fn digest(of: &impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish().cast_signed()
}

/// Puts documents together, one after the other.
pub(crate) struct Packer {
    compressor: Compressor<'static>,
    /// The number of the next block.
    next: i64,
    /// The number of the block that is being filled, and how many documents it has.
    open: Option<(i64, i64)>,
    text: String,
    full: Vec<Block>,
}

impl Packer {
    /// Begins with the block `first`; that and those after it must not be there.
    pub(crate) fn from(first: i64) -> Result<Self, StoreError> {
        let compressor = Compressor::new(LEVEL)?;
        Ok(Self { compressor, next: first, open: None, text: String::new(), full: Vec::new() })
    }

    /// Goes on with the block `first` once what is open is taken; it and those after it must not be there.
    pub(crate) fn go_on_from(&mut self, first: i64) {
        self.next = first;
    }

    /// Where the document will be once the blocks are written.
    pub(crate) fn add(&mut self, document: &str) -> Result<i64, StoreError> {
        if document.contains(BETWEEN) {
            return Err(bad("document"));
        }
        let (block, place) = match self.open {
            Some((block, count)) if count < ALONE && self.text.len() < ENOUGH => {
                self.text.push(BETWEEN);
                (block, count)
            }
            _ => {
                self.close()?;
                (self.number(), 0)
            }
        };
        self.text.push_str(document);
        self.open = Some((block, place + 1));
        Ok(block.saturating_mul(PLACES).saturating_add(place))
    }

    /// The blocks that are full, and the last one.
    pub(crate) fn take(&mut self) -> Result<Vec<Block>, StoreError> {
        self.close()?;
        Ok(std::mem::take(&mut self.full))
    }

    fn close(&mut self) -> Result<(), StoreError> {
        if let Some((block, _)) = self.open.take() {
            self.full.push((block, self.compressor.compress(self.text.as_bytes())?));
            self.text.clear();
        }
        Ok(())
    }

    fn number(&mut self) -> i64 {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        number
    }
}

/// Writes documents in a transaction.
pub(crate) struct Writer<'a> {
    transaction: &'a Transaction<'a>,
    packer: Packer,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(transaction: &'a Transaction<'a>) -> Result<Self, StoreError> {
        let last: Option<i64> = transaction
            .prepare_cached("SELECT max(id) FROM document_block")?
            .query_row([], |row| row.get(0))?;
        Ok(Self { transaction, packer: Packer::from(last.unwrap_or(0).saturating_add(1))? })
    }

    /// Keeps a new document; where it is after [`Self::finish`].
    pub(crate) fn add(&mut self, document: &str) -> Result<i64, StoreError> {
        let at = self.packer.add(document)?;
        let full = std::mem::take(&mut self.packer.full);
        write(self.transaction, &full)?;
        Ok(at)
    }

    /// Keeps what became of the document at `at`; where it is now.
    pub(crate) fn change(&mut self, at: i64, document: &str) -> Result<i64, StoreError> {
        let (block, place) = (at / PLACES, at % PLACES);
        let mut written = 0;
        if place == ALONE {
            written = run!(
                self.transaction,
                "UPDATE document_block SET content = ?2 WHERE id = ?1",
                params![block, document.as_bytes()]
            )?;
        }
        if written > 0 {
            return Ok(at);
        }
        let block = self.packer.number();
        write(self.transaction, &[(block, document.as_bytes().to_vec())])?;
        Ok(block.saturating_mul(PLACES).saturating_add(ALONE))
    }

    /// Writes what waits.
    pub(crate) fn finish(mut self) -> Result<(), StoreError> {
        let rest = self.packer.take()?;
        write(self.transaction, &rest)
    }
}

/// Writes blocks.
pub(crate) fn write(transaction: &Transaction<'_>, blocks: &[Block]) -> Result<(), StoreError> {
    for (id, content) in blocks {
        run!(
            transaction,
            "INSERT INTO document_block(id, content) VALUES(?1, ?2)",
            params![id, content]
        )?;
    }
    Ok(())
}

/// Forgets the document at `at`. In a block with others it stays, but no row leads to it.
pub(crate) fn forget(transaction: &Transaction<'_>, at: i64) -> Result<(), StoreError> {
    if at % PLACES == ALONE {
        run!(transaction, "DELETE FROM document_block WHERE id = ?1", [at / PLACES])?;
    }
    Ok(())
}

/// Blocks an export keeps at hand: 100 MB, in an office. Documents leave in another order than they came.
pub(crate) const MANY: usize = 4_096;

/// Reads documents. Blocks read before are at hand for those that follow.
pub(crate) struct Reader<'a> {
    connection: &'a Connection,
    decompressor: Decompressor<'static>,
    blocks: HashMap<i64, String>,
    most: usize,
}

impl<'a> Reader<'a> {
    /// Keeps at most so many blocks at hand.
    pub(crate) fn new(connection: &'a Connection, most: usize) -> Result<Self, StoreError> {
        Ok(Self { connection, decompressor: Decompressor::new()?, blocks: HashMap::new(), most })
    }

    /// The document at `at`, if there is one.
    pub(crate) fn read(&mut self, at: i64) -> Result<Option<String>, StoreError> {
        let (block, place) = (at / PLACES, at % PLACES);
        if !self.blocks.contains_key(&block) {
            let Some(text) = self.block(block)? else { return Ok(None) };
            if self.blocks.len() >= self.most {
                self.blocks.clear();
            }
            self.blocks.insert(block, text);
        }
        let place = if place == ALONE { 0 } else { usize::try_from(place).unwrap_or(usize::MAX) };
        let text = self.blocks.get(&block).and_then(|text| text.split(BETWEEN).nth(place));
        Ok(text.map(str::to_owned))
    }

    fn block(&mut self, block: i64) -> Result<Option<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT content FROM document_block WHERE id = ?1")?;
        let content: Option<Vec<u8>> = statement.query_row([block], |row| row.get(0)).optional()?;
        let Some(content) = content else { return Ok(None) };
        let bytes = if content.starts_with(&COMPRESSED) {
            let size = get_frame_content_size(&content).ok().flatten();
            let size = size.filter(|size| *size <= LARGEST).ok_or(StoreError::Damaged)?;
            let size = usize::try_from(size).map_err(|_| StoreError::Damaged)?;
            self.decompressor.decompress(&content, size).map_err(|_| StoreError::Damaged)?
        } else {
            content
        };
        String::from_utf8(bytes).map(Some).map_err(|_| StoreError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::opened;

    fn written<T: Send + 'static>(
        opened: &crate::testing::Opened,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        opened.store.write(work).wait().unwrap()
    }

    fn all(opened: &crate::testing::Opened, places: &[i64]) -> Vec<Option<String>> {
        let read = |connection: &Connection| {
            let mut reader = Reader::new(connection, 1)?;
            places.iter().map(|at| reader.read(*at)).collect()
        };
        opened.store.read(read).unwrap()
    }

    fn count(opened: &crate::testing::Opened) -> i64 {
        let sql = "SELECT count(*) FROM document_block";
        opened.store.read(|c| Ok(c.query_row(sql, [], |row| row.get(0))?)).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn every_document_is_read_back_as_it_was_last(
            documents in prop::collection::vec("\\PC{0,600}", 1..150),
            changes in prop::collection::vec((any::<prop::sample::Index>(), "\\PC{0,40}"), 0..20),
        ) {
            let opened = opened();
            let texts = documents.clone();
            let mut places = written(&opened, move |transaction| {
                let mut writer = Writer::new(transaction)?;
                let places = texts.iter().map(|text| writer.add(text)).collect::<Result<Vec<_>, _>>();
                writer.finish()?;
                places
            });
            let mut expected = documents;
            for (which, text) in changes {
                let which = which.index(places.len());
                let at = places[which];
                let changed = text.clone();
                places[which] = written(&opened, move |transaction| {
                    let mut writer = Writer::new(transaction)?;
                    let at = writer.change(at, &changed)?;
                    writer.finish().map(|()| at)
                });
                expected[which] = text;
            }
            let expected: Vec<_> = expected.into_iter().map(Some).collect();
            prop_assert_eq!(all(&opened, &places), expected);
        }
    }

    #[test]
    fn a_document_that_changes_often_takes_one_block_of_its_own() {
        let opened = opened();
        let mut at = written(&opened, |transaction| {
            let mut writer = Writer::new(transaction)?;
            let at = writer.add("{}")?;
            writer.add("[]")?;
            writer.finish().map(|()| at)
        });
        for n in 0..9 {
            at = written(&opened, move |transaction| {
                Writer::new(transaction)?.change(at, &format!("{{\"n\":{n}}}"))
            });
        }
        assert_eq!((count(&opened), all(&opened, &[at])), (2, vec![Some("{\"n\":8}".to_owned())]));
        written(&opened, move |transaction| forget(transaction, at));
        assert_eq!((count(&opened), all(&opened, &[at, 0, -7, 9_999])), (1, vec![None; 4]));
    }

    #[test]
    fn a_block_that_is_none_is_damage_and_no_harm() {
        let opened = opened();
        let texts: [&[u8]; 3] = [&COMPRESSED, b"\x28\xb5\x2f\xfd\x20\x05abc", b"\xff\xfe"];
        for (id, content) in (1..).zip(texts) {
            let content = content.to_vec();
            written(&opened, move |transaction| write(transaction, &[(id, content)]));
            let read = opened.store.read(|c| Reader::new(c, 2)?.read(id * PLACES));
            assert!(matches!(read, Err(StoreError::Damaged)), "{id}");
        }
    }
}
