//! Following a doctype: what changed since the last look.

use std::borrow::Cow;
use std::collections::HashSet;
use std::time::Duration;

use satchel_frappe::{Cursor, Rows};
use satchel_store::MasterDocument;
use serde::Deserialize;
use serde_json::Value;

use super::ask;
use super::first_load::modified_of;
use super::plan::{Columns, Entry};
use super::round::{Round, is_forbidden, is_unknown_field, names};
use super::state::DoctypeState;
use crate::SyncError;

/// How far changes are read again after the mark moved. A request of the site may run for 120 s and
/// shows what it saved, under the time it began to save, only when it is over.
const OVERLAP: Duration = Duration::from_secs(150);

impl Round<'_> {
    /// Reads what changed in a doctype that is loaded.
    pub(super) async fn follow(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        let outcome = match (entry.columns, self.state(entry).begun) {
            (Columns::Settings, _) => self.follow_settings(entry).await,
            (_, true) => self.follow_changes(entry).await,
            // It had no document; now it may.
            (_, false) => {
                self.states.entry(entry.kept()).or_default().loaded = false;
                self.load(entry).await
            }
        };
        match outcome {
            Err(SyncError::Site(failure)) if is_forbidden(&failure) => {
                self.note_forbidden(entry);
                Ok(())
            }
            other => other,
        }
    }

    /// Reads a settings doctype, which has one document and no list.
    pub(super) async fn follow_settings(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        let read =
            ask::patiently(self.seed(), || self.client.get_doc(entry.doctype, entry.doctype));
        let mut fields = read.await?.into_fields();
        fields.insert("name".to_owned(), entry.doctype.into());
        let document = MasterDocument::from_value(entry.doctype, &Value::Object(fields));
        let known = self.store.document(entry.doctype, entry.doctype)?;
        let new = known.as_deref() != Some(document.document.as_str());
        let checked_ms = self.now_ms();
        let state = DoctypeState { begun: true, loaded: true, checked_ms, ..self.state(entry) };
        let state = DoctypeState { forbidden: false, ..state };
        self.keep_if_new(entry, new.then_some(document), state).await
    }

    async fn keep_if_new(
        &mut self,
        entry: &'static Entry,
        document: Option<MasterDocument>,
        state: DoctypeState,
    ) -> Result<(), SyncError> {
        match document {
            Some(document) => self.keep(entry, vec![document], state).await,
            None => {
                // Kept at the end of the round, with all others.
                self.states.insert(entry.kept(), state);
                Ok(())
            }
        }
    }

    async fn follow_changes(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        let mut state = self.state(entry);
        let mut from = self.from(&state);
        loop {
            let page = self.pages.of(entry);
            let query = self.query(entry, &state).page_after(from.as_ref(), page);
            let mut rows = match self.list(&query).await {
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
            let last = last_of(&rows);
            if !state.settled {
                self.leave_out_known(entry, &mut rows)?;
            }
            let documents = match self.with_tables(entry, rows).await {
                Ok(documents) => documents,
                Err(failure) => {
                    self.ask_smaller(page, failure).await?;
                    continue;
                }
            };
            self.pages.came(entry, &documents);
            let more = read >= usize::try_from(page).unwrap_or(usize::MAX);
            if let Some(last) = last.clone() {
                // A page of the overlap may end before the mark.
                if state.cursor().is_none_or(|mark| is_after(&last, &mark)) {
                    state.move_to(last, self.now);
                }
            }
            if !more {
                state.checked_ms = self.now_ms();
                state.settled |= self.settles(&state);
                state.forbidden = false;
            }
            if documents.is_empty() {
                // Kept at the end of the round, with all others.
                self.states.insert(entry.kept(), state.clone());
            } else {
                self.keep(entry, documents, state.clone()).await?;
            }
            match (more, last) {
                (true, Some(last)) => from = Some(last),
                _ => return Ok(()),
            }
        }
    }

    /// Leaves out rows of the overlap that are here as they are there.
    fn leave_out_known(&self, entry: &Entry, rows: &mut Rows) -> Result<(), SyncError> {
        let column = |name: &str| rows.columns().iter().position(|column| column == name);
        let (Some(name_at), Some(modified_at)) = (column("name"), column("modified")) else {
            return Ok(());
        };
        let text = |row: &[Value], at: usize| {
            row.get(at).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let mut known = HashSet::new();
        for row in rows.iter() {
            let (name, modified) = (text(row, name_at), text(row, modified_at));
            if self.store.mirror(entry.kept(), &name)?.is_some_and(|kept| is_of(&kept, &modified)) {
                known.insert(name);
            }
        }
        rows.retain(|row| !known.contains(&text(row, name_at)));
        Ok(())
    }

    /// Where to read from: after the mark, or somewhat before it until that was read late enough.
    fn from(&self, state: &DoctypeState) -> Option<Cursor> {
        let mark = state.cursor()?;
        let back = self.clocks_back();
        if state.settled && back.is_zero() {
            return Some(mark);
        }
        Some(Cursor { modified: mark.modified.earlier_by(OVERLAP + back), name: None })
    }

    /// Whether a look now shows everything up to a mark that did not move.
    fn settles(&self, state: &DoctypeState) -> bool {
        let since_moved = self.now_ms().saturating_sub(state.moved_ms);
        u64::try_from(since_moved).is_ok_and(|ms| Duration::from_millis(ms) > OVERLAP)
    }
}

/// Whether a document was last changed at this time.
fn is_of(document: &str, modified: &str) -> bool {
    #[derive(Deserialize)]
    struct Changed<'a> {
        #[serde(borrow, default)]
        modified: Cow<'a, str>,
    }
    serde_json::from_str::<Changed<'_>>(document).is_ok_and(|kept| kept.modified == modified)
}

/// The keys of the last row.
fn last_of(rows: &Rows) -> Option<Cursor> {
    let last = rows.len().checked_sub(1)?;
    Some(Cursor { modified: modified_of(rows, last)?, name: names(rows).pop() })
}

fn is_after(cursor: &Cursor, mark: &Cursor) -> bool {
    (&cursor.modified, &cursor.name) > (&mark.modified, &mark.name)
}
