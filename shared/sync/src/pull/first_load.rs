//! The first load of a doctype: all documents by name, in pages.

use satchel_frappe::{Cursor, Failure, Filter, ListQuery, Outcome, Rows, SiteTime};
use serde_json::Value;

use super::ask;
use super::documents::assemble;
use super::plan::{Columns, Entry};
use super::round::{Round, is_forbidden, is_unknown_field, names};
use super::schedule;
use super::state::DoctypeState;
use crate::SyncError;

impl Round<'_> {
    /// Loads the doctypes that were never loaded, in the order of the plan.
    pub(super) async fn load_all(&mut self, entries: Vec<&'static Entry>) -> Result<(), SyncError> {
        if entries.is_empty() {
            return Ok(());
        }
        self.tell_counts(&entries).await?;
        for entry in entries {
            self.progress.send_modify(|progress| progress.doctype = entry.doctype);
            match self.load(entry).await {
                Ok(()) => {}
                Err(SyncError::Site(failure)) if is_forbidden(&failure) => {
                    self.note_forbidden(entry);
                    let state = self.state(entry);
                    self.keep(entry, Vec::new(), state).await?;
                }
                Err(error) => return Err(error),
            }
            self.tell_whether_it_sells();
        }
        self.progress.send_modify(|progress| {
            progress.loading = false;
            progress.done = progress.total;
        });
        Ok(())
    }

    /// Asks how many documents there will be of the doctypes there are many of.
    async fn tell_counts(&mut self, entries: &[&'static Entry]) -> Result<(), SyncError> {
        let (mut before, mut total) = (0, 0);
        for entry in super::plan::PLAN.iter().filter(|e| matches!(e.columns, Columns::Named(_))) {
            let here = u64::try_from(self.store.document_count(entry.kept())?).unwrap_or_default();
            before += here;
            let there = if entries.iter().any(|to_load| to_load.kept() == entry.kept()) {
                let filters = self.filters(&[entry.always, entry.at_first].concat());
                let count = ask::patiently(self.seed(), || {
                    self.client.count_visible(entry.doctype, &filters)
                });
                match count.await {
                    Ok(count) => count,
                    // Then the loading tells.
                    Err(Failure::Refused(_)) => here,
                    Err(failure) => return Err(failure.into()),
                }
            } else {
                here
            };
            total += there.max(here);
        }
        self.progress.send_modify(|progress| {
            progress.loading = true;
            (progress.done, progress.before, progress.total) = (before, before, total);
        });
        Ok(())
    }

    fn tell_whether_it_sells(&self) {
        let to_load = schedule::to_load(&self.states, self.now_ms());
        let can_sell = !to_load.iter().any(|entry| entry.to_sell);
        self.progress.send_modify(|progress| progress.can_sell = can_sell);
    }

    /// Loads one doctype, from where an earlier round got to.
    pub(super) async fn load(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        if entry.columns == Columns::Settings {
            return self.follow_settings(entry).await;
        }
        let mut state = self.state(entry);
        if !state.begun {
            state = self.begin(entry).await?;
            self.keep(entry, Vec::new(), state.clone()).await?;
        }
        while state.begun && !state.loaded {
            let mut query = self.query(entry, &state);
            for filter in self.filters(entry.at_first) {
                query = query.with(filter);
            }
            let page = self.pages.of(entry);
            let rows = match self.list(&query.page_after_name(state.after.as_deref(), page)).await {
                Err(failure) if is_unknown_field(&failure) => {
                    return self.begin_again(entry, failure).await;
                }
                Err(failure) => {
                    self.ask_smaller(page, failure).await?;
                    continue;
                }
                Ok(rows) => rows,
            };
            let read = rows.len();
            let last = names(&rows).pop();
            let whole = self.with_tables_of_page(entry, &state, rows, last.as_deref()).await;
            let documents = match whole {
                Ok(documents) => documents,
                Err(failure) => {
                    self.ask_smaller(page, failure).await?;
                    continue;
                }
            };
            self.pages.came(entry, &documents);
            if read < usize::try_from(page).unwrap_or(usize::MAX) || last.is_none() {
                state.loaded = true;
                state.after = None;
                state.checked_ms = self.now_ms();
                state.counted_ms = state.checked_ms;
                state.names_ms = state.checked_ms;
            } else {
                state.after = last;
            }
            self.keep(entry, documents, state.clone()).await?;
            if matches!(entry.columns, Columns::Named(_)) {
                self.tell_read(u64::try_from(read).unwrap_or_default());
            }
        }
        Ok(())
    }

    fn tell_read(&self, read: u64) {
        let elapsed = self.began.elapsed();
        self.progress.send_modify(|progress| {
            progress.done += read;
            progress.total = progress.total.max(progress.done);
            progress.elapsed = elapsed;
        });
    }

    /// Finds out which fields there are and how far the changes go, with one row. Of a doctype without
    /// documents there is nothing to load, now.
    async fn begin(&self, entry: &Entry) -> Outcome<DoctypeState> {
        let mut query = ListQuery::whole(entry.doctype);
        for filter in self.filters(entry.always) {
            query = query.with(filter);
        }
        query.order_by = "modified desc".to_owned();
        query.limit = 1;
        let rows = self.list(&query).await?;
        let now_ms = self.now_ms();
        let Some(mark) = modified_of(&rows, 0) else {
            return Ok(DoctypeState {
                loaded: true,
                checked_ms: now_ms,
                counted_ms: now_ms,
                names_ms: now_ms,
                ..DoctypeState::default()
            });
        };
        let mut state = DoctypeState { begun: true, ..DoctypeState::default() };
        if let Columns::Named(wanted) = entry.columns {
            let there = |field: &str| rows.columns().iter().any(|column| column == field);
            state.columns = ["name", "modified"]
                .into_iter()
                .chain(wanted.iter().copied().filter(|field| there(field)))
                .map(str::to_owned)
                .collect();
        }
        state.move_to(Cursor { modified: mark, name: None }, self.now);
        Ok(state)
    }

    /// A field went away: the doctype is loaded anew next time, with the fields there are then.
    pub(super) async fn begin_again(
        &mut self,
        entry: &'static Entry,
        failure: Failure,
    ) -> Result<(), SyncError> {
        tracing::warn!(doctype = entry.doctype, %failure, "a field went away");
        self.keep(entry, Vec::new(), DoctypeState::default()).await
    }

    /// Documents of a page by name. The rows of their tables lie between the last page's last name and
    /// this one's, so each table takes one request; where the page leaves documents out, they are asked
    /// for by parent.
    async fn with_tables_of_page(
        &self,
        entry: &Entry,
        state: &DoctypeState,
        rows: Rows,
        last: Option<&str>,
    ) -> Outcome<Vec<satchel_store::MasterDocument>> {
        let whole = entry.always.is_empty() && entry.at_first.is_empty();
        let (true, Some(last)) = (whole, last) else { return self.with_tables(entry, rows).await };
        let tables = entry.all_tables().into_iter().map(|table| {
            self.table(table, async move |columns: &[&str]| {
                let mut query = ListQuery::new(table.rows, columns)
                    .with(Filter::equals("parenttype", entry.doctype))
                    .with(Filter::equals("parentfield", table.field));
                if let Some(after) = &state.after {
                    query = query.with(Filter::new("parent", ">", after.as_str()));
                }
                query = query.with(Filter::new("parent", "<=", last));
                query.parent = Some(entry.doctype.to_owned());
                query.order_by = "parent asc, idx asc".to_owned();
                self.list(&query).await
            })
        });
        let tables = futures_util::future::try_join_all(tables).await?;
        Ok(assemble(entry.kept(), rows, tables))
    }
}

/// `modified` of a row.
pub(super) fn modified_of(rows: &Rows, row: usize) -> Option<SiteTime> {
    rows.cell(row, "modified").and_then(Value::as_str).and_then(|text| SiteTime::parse(text).ok())
}
