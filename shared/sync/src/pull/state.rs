//! Where the pull of each doctype stands, kept beside the documents and written with them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use satchel_frappe::{Cursor, SiteTime};
use satchel_store::Store;
use serde::{Deserialize, Serialize};

use super::plan::{Entry, PLAN};
use crate::SyncError;

/// Where the pull of one doctype stands. Times are the phone's, in milliseconds since 1970, for
/// intervals only; marks are the site's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DoctypeState {
    /// Fields that are asked for, once it is known which the site has; empty for all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The first load began: changes are looked for from `mark` on.
    pub begun: bool,
    /// Name of the last document of the first load so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The first load is over.
    pub loaded: bool,
    /// `modified` of the last change read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<SiteTime>,
    /// Name of the document of the last change read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark_name: Option<String>,
    /// When the mark last moved.
    pub moved_ms: i64,
    /// What lay shortly before the mark was read again, late enough for all to have shown.
    pub settled: bool,
    /// When changes were last looked for to the end.
    pub checked_ms: i64,
    /// When the count of the site was last compared.
    pub counted_ms: i64,
    /// The site refused to count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub uncounted: bool,
    /// When the names were last compared one by one, to the end.
    pub names_ms: i64,
    /// The last name compared, while a few are compared with every round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names_after: Option<String>,
    /// The last document asked for whether it is still there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_after: Option<String>,
    /// The user may not read it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub forbidden: bool,
}

impl DoctypeState {
    /// Where the reader of changes stands.
    pub fn cursor(&self) -> Option<Cursor> {
        Some(Cursor { modified: self.mark.clone()?, name: self.mark_name.clone() })
    }

    /// Notes a change read.
    pub fn move_to(&mut self, cursor: Cursor, now: DateTime<Utc>) {
        if self.mark.as_ref() != Some(&cursor.modified) {
            self.moved_ms = now.timestamp_millis();
            self.settled = false;
        }
        self.mark = Some(cursor.modified);
        self.mark_name = cursor.name;
    }

    /// As the store keeps it.
    pub fn to_json(&self) -> String {
        // Texts, numbers and flags always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The states of all doctypes of the plan.
///
/// # Errors
/// [`SyncError::Store`]. A state that cannot be read counts as none: that doctype is loaded anew.
pub fn load(store: &Store) -> Result<BTreeMap<&'static str, DoctypeState>, SyncError> {
    let kept = store.sync_states()?;
    let state = |entry: &Entry| {
        let text = kept.get(entry.kept());
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    Ok(PLAN.iter().map(|entry| (entry.kept(), state(entry))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(ms: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(ms).unwrap()
    }

    #[test]
    fn a_state_reads_back_as_it_was() {
        let mut state = DoctypeState { begun: true, ..DoctypeState::default() };
        let modified = SiteTime::parse("2026-11-21 15:54:47.343000").unwrap();
        state.move_to(Cursor { modified, name: Some("A".into()) }, time(5));
        assert_eq!(state.moved_ms, 5);
        state.move_to(state.cursor().unwrap(), time(9));
        assert_eq!(state.moved_ms, 5, "it stayed where it was");
        assert_eq!(serde_json::from_str::<DoctypeState>(&state.to_json()).unwrap(), state);
    }

    proptest! {
        #[test]
        fn any_text_is_a_state_or_none(text in ".*") {
            let _ = serde_json::from_str::<DoctypeState>(&text);
        }
    }
}
