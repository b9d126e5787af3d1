//! What went away, what came into sight without a change, and fields that move without `modified`.
//!
//! A rep may not read Deleted Document, so names are compared: the site's list is the truth of what the
//! rep may see (recording 142).

use std::collections::HashSet;

use satchel_frappe::{Filter, ListQuery};
use satchel_store::MasterDocument;
use serde_json::Value;

use super::brought::ORDERS;
use super::documents::patched;
use super::plan::{Entry, Presence};
use super::round::{Round, is_forbidden, names};
use super::{PullDepth, ask};
use crate::SyncError;

/// Names a request, when all are read.
const NAMES: u32 = 20_000;
/// Names of a round, when a few are read with each: a round has 30 kB for everything.
const WALKED: u32 = 300;
/// Names asked for in one filter, by `POST`.
const ASKED: usize = 500;
/// Documents of which a round asks whether they are still there.
const STILL_THERE: usize = 100;

impl Round<'_> {
    /// Compares what the phone has of a doctype with what the site has.
    pub(super) async fn compare(
        &mut self,
        entry: &'static Entry,
        depth: PullDepth,
    ) -> Result<(), SyncError> {
        let outcome = match entry.presence {
            Presence::Every => self.compare_sets(entry, depth).await,
            Presence::Some(moving) => self.compare_known(entry, moving, depth).await,
            Presence::Stays => Ok(()),
        };
        match outcome {
            Err(SyncError::Site(failure)) if is_forbidden(&failure) => {
                self.note_forbidden(entry);
                return Ok(());
            }
            other => other?,
        }
        let counted_ms = self.now_ms();
        self.states.entry(entry.kept()).or_default().counted_ms = counted_ms;
        Ok(())
    }

    /// The phone has every document: unequal counts ask for all names.
    async fn compare_sets(
        &mut self,
        entry: &'static Entry,
        depth: PullDepth,
    ) -> Result<(), SyncError> {
        if depth != PullDepth::Everything {
            let filters = self.filters(entry.always);
            let count =
                ask::patiently(self.seed(), || self.client.count_visible(entry.doctype, &filters));
            let here = self.store.document_count(entry.kept())?;
            let count = count.await;
            self.states.entry(entry.kept()).or_default().uncounted =
                matches!(&count, Err(failure) if failure.refusal().is_some());
            match count {
                Ok(count) if u64::try_from(here).is_ok_and(|here| here == count) => return Ok(()),
                Ok(_) => {}
                // A site that cannot count: its names are compared in their time.
                Err(failure) if failure.refusal().is_some() && !is_forbidden(&failure) => {
                    return Ok(());
                }
                Err(failure) => return Err(failure.into()),
            }
        }
        self.compare_names(entry).await
    }

    /// Compares a few names of a doctype of which the phone has every document, and goes on after them with the
    /// next round. One of them that the phone has not stands for one that went away, where the counts agree:
    /// then all are compared at once, and so they are where the site does not count.
    pub(super) async fn walk(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        if self.state(entry).uncounted {
            return self.compare_names(entry).await;
        }
        let after = self.state(entry).names_after;
        let query = self.names_of(entry).page_after_name(after.as_deref(), WALKED);
        let there = match self.list(&query).await {
            Err(failure) if is_forbidden(&failure) => {
                self.note_forbidden(entry);
                self.note_compared(entry, None);
                return Ok(());
            }
            rows => names(&rows?),
        };
        if !self.store.names_without_document(entry.kept(), &there)?.is_empty() {
            return self.compare_names(entry).await;
        }
        let full = there.len() >= usize::try_from(WALKED).unwrap_or(usize::MAX);
        self.note_compared(entry, there.into_iter().next_back().filter(|_| full));
        Ok(())
    }

    /// Notes how far names were compared, or else that it was to the end.
    fn note_compared(&mut self, entry: &'static Entry, names_after: Option<String>) {
        let now_ms = self.now_ms();
        let state = self.states.entry(entry.kept()).or_default();
        if names_after.is_none() {
            state.names_ms = now_ms;
        }
        state.names_after = names_after;
    }

    fn names_of(&self, entry: &'static Entry) -> ListQuery {
        let filters = self.filters(entry.always).into_iter();
        filters.fold(ListQuery::new(entry.doctype, &["name"]), ListQuery::with)
    }

    /// Compares all names: what went away goes, what came into sight comes.
    async fn compare_names(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        let mut gone: HashSet<String> =
            self.store.document_names(entry.kept())?.into_iter().collect();
        let mut missing = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let query = self.names_of(entry).page_after_name(after.as_deref(), NAMES);
            let rows = self.list(&query).await?;
            let there = names(&rows);
            let full = there.len() >= usize::try_from(NAMES).unwrap_or(usize::MAX);
            after = there.last().cloned();
            missing.extend(there.into_iter().filter(|name| !gone.remove(name)));
            if !full {
                break;
            }
        }
        self.forget(entry, gone.into_iter().collect()).await?;
        self.fetch(entry, &missing).await?;
        self.note_compared(entry, None);
        Ok(())
    }

    /// Reads documents by name: those a permission brought into sight.
    async fn fetch(&mut self, entry: &'static Entry, wanted: &[String]) -> Result<(), SyncError> {
        if !self.state(entry).begun {
            // It had no document when it was loaded; the look for changes loads it.
            return Ok(());
        }
        for some in wanted.chunks(ASKED) {
            let some: Vec<&str> = some.iter().map(String::as_str).collect();
            let state = self.state(entry);
            let query = self.query(entry, &state).with(Filter::is_one_of("name", &some));
            let rows = self.list(&query).await?;
            let documents = self.with_tables(entry, rows).await?;
            self.keep(entry, documents, state).await?;
        }
        Ok(())
    }

    /// The phone has some documents: which are still there, and what moved in them unseen. A round of
    /// the day asks for some and goes on with the next ones later.
    async fn compare_known(
        &mut self,
        entry: &'static Entry,
        moving: &[&str],
        depth: PullDepth,
    ) -> Result<(), SyncError> {
        if entry.kept() == ORDERS {
            self.fetch_brought(entry).await?;
        }
        let all = self.store.document_names(entry.kept())?;
        let after = self.state(entry).asked_after.unwrap_or_default();
        let from = all.partition_point(|name| *name <= after);
        let (some, next) = match depth {
            PullDepth::Everything => (all.as_slice(), None),
            _ => {
                let rest = all.get(from..).filter(|rest| !rest.is_empty()).unwrap_or(&all);
                let some = rest.get(..STILL_THERE).unwrap_or(rest);
                (some, some.last().cloned())
            }
        };
        for asked in some.chunks(ASKED) {
            self.compare_some(entry, moving, asked).await?;
        }
        self.states.entry(entry.kept()).or_default().asked_after = next;
        Ok(())
    }

    async fn compare_some(
        &mut self,
        entry: &'static Entry,
        moving: &[&str],
        asked: &[String],
    ) -> Result<(), SyncError> {
        let state = self.state(entry);
        let known =
            |field: &&str| state.columns.is_empty() || state.columns.iter().any(|c| c == field);
        let fields: Vec<&str> =
            std::iter::once("name").chain(moving.iter().copied().filter(known)).collect();
        let wanted: Vec<&str> = asked.iter().map(String::as_str).collect();
        let query = ListQuery::new(entry.doctype, &fields).with(Filter::is_one_of("name", &wanted));
        let rows = self.list(&query).await?;
        let there: HashSet<String> = names(&rows).into_iter().collect();
        let mut moved = Vec::new();
        for row in rows.into_maps() {
            let name = row.get("name").and_then(Value::as_str).unwrap_or_default();
            let Some(kept) = self.store.mirror(entry.kept(), name)? else { continue };
            if let Some(document) = patched(&kept, row) {
                moved.push(MasterDocument { doctype: entry.kept().to_owned(), document });
            }
        }
        if !moved.is_empty() {
            self.keep(entry, moved, state).await?;
        }
        let gone = asked.iter().filter(|name| !there.contains(*name)).cloned().collect();
        self.forget(entry, gone).await
    }
}
