//! One round: what every step of it shares.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use futures_util::future::try_join_all;
use satchel_frappe::{Client, Failure, Filter, ListQuery, Outcome, Rows};
use satchel_store::{MasterDocument, Pulled, Store};
use serde_json::Value;
use tokio::sync::watch;
use tokio::time::Instant;

use super::brought::ORDERS;
use super::documents::{ChildRows, assemble};
use super::pages::Pages;
use super::plan::{Columns, Condition, Entry, TableOf};
use super::state::DoctypeState;
use super::{PullDepth, PullProgress, PullReport, ask, schedule, state};
use crate::{SiteAccount, SiteFacts, SyncError};

/// What every step of a round shares.
pub(super) struct Round<'a> {
    pub(super) store: &'a Store,
    pub(super) client: &'a Client,
    pub(super) now: DateTime<Utc>,
    today: NaiveDate,
    zone: Option<Tz>,
    /// The user of the phone; empty until it is known.
    user: String,
    pub(super) pages: Pages,
    pub(super) states: BTreeMap<&'static str, DoctypeState>,
    pub(super) report: PullReport,
    pub(super) progress: &'a watch::Sender<PullProgress>,
    pub(super) began: Instant,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        store: &'a Store,
        client: &'a Client,
        facts: &SiteFacts,
        now: DateTime<FixedOffset>,
        progress: &'a watch::Sender<PullProgress>,
    ) -> Result<Self, SyncError> {
        Ok(Self {
            store,
            client,
            now: now.to_utc(),
            today: now.date_naive(),
            zone: Tz::from_str(&facts.time_zone).ok(),
            user: SiteAccount::load(store)?.map(|account| account.user).unwrap_or_default(),
            pages: Pages::load(store)?,
            states: state::load(store)?,
            report: PullReport::default(),
            progress,
            began: Instant::now(),
        })
    }

    pub(super) async fn run(mut self, depth: PullDepth) -> Result<PullReport, SyncError> {
        if self.user.is_empty() {
            self.user = ask::patiently(self.seed(), || self.client.logged_user()).await?;
        }
        let now_ms = self.now_ms();
        self.load_all(schedule::to_load(&self.states, now_ms)).await?;
        // Whether there is a team to see is known only now.
        self.load_all(schedule::came_in_sight(&self.states)).await?;
        let followed = schedule::to_follow(&self.states, now_ms, depth);
        for entry in followed {
            // What was loaded a moment ago is followed from the next round on.
            if self.state(entry).checked_ms != now_ms {
                self.follow(entry).await?;
            }
        }
        // The first visit of somebody else came just now: what belongs to a team comes with it.
        self.load_all(schedule::came_in_sight(&self.states)).await?;
        // Before anything is counted: a round that counts compares no names.
        let walked = schedule::to_walk(&self.states, now_ms, depth);
        for entry in schedule::to_count(&self.states, now_ms, depth) {
            if self.state(entry).counted_ms != now_ms {
                self.compare(entry, depth).await?;
            }
        }
        if let Some(entry) = walked {
            self.walk(entry).await?;
        }
        if let Some(orders) = Entry::of(ORDERS).filter(|orders| !self.state(orders).begun) {
            // A rep whose orders all went by courier has none of his own there.
            self.compare(orders, depth).await?;
        }
        self.keep_states().await?;
        self.pages.keep(self.store).await?;
        if let Err(error) = self.tidy_search().await {
            // Searching is slower, and the next round tries again.
            tracing::warn!(%error, "the search index stays in pieces");
        }
        Ok(self.report)
    }

    /// Folds the search index where what was pulled left it in many pieces: each is looked into by every
    /// search. The rep's own writes go between the steps.
    async fn tidy_search(&self) -> Result<(), SyncError> {
        let mut more = self.store.merge_search(false).await?;
        while more {
            more = self.store.merge_search(true).await?;
        }
        Ok(())
    }

    /// Loads what a group of reps has in common, and nothing else.
    pub(super) async fn run_for_group(mut self) -> Result<PullReport, SyncError> {
        let mut entries = schedule::to_load(&self.states, self.now_ms());
        entries.retain(|entry| entry.is_of_group());
        self.load_all(entries).await?;
        Ok(self.report)
    }

    pub(super) fn now_ms(&self) -> i64 {
        self.now.timestamp_millis()
    }

    /// Takes note of a page that did not come, and asks for a smaller one where that is to be done at once.
    ///
    /// # Errors
    /// The failure, where the round is to end with it.
    pub(super) async fn ask_smaller(
        &mut self,
        asked: u32,
        failure: Failure,
    ) -> Result<(), SyncError> {
        let again = self.pages.failed(asked, &failure);
        self.pages.keep(self.store).await?;
        if again { Ok(()) } else { Err(failure.into()) }
    }

    pub(super) fn state(&self, entry: &Entry) -> DoctypeState {
        self.states.get(entry.kept()).cloned().unwrap_or_default()
    }

    /// How much later the site's clock showed three hours ago than it would now: an hour in the night
    /// in which clocks are set back, when its marks come twice.
    pub(super) fn clocks_back(&self) -> Duration {
        let Some(zone) = self.zone else { return Duration::ZERO };
        let offset = |time: DateTime<Utc>| {
            i64::from(zone.offset_from_utc_datetime(&time.naive_utc()).fix().local_minus_utc())
        };
        let before = self.now.checked_sub_signed(TimeDelta::hours(3)).unwrap_or(self.now);
        Duration::from_secs(u64::try_from(offset(before) - offset(self.now)).unwrap_or_default())
    }

    /// A question for documents of an entry, with the fields that are known to be there and the
    /// conditions every document must meet.
    pub(super) fn query(&self, entry: &Entry, state: &DoctypeState) -> ListQuery {
        let query = match entry.columns {
            Columns::Named(_) => {
                let columns: Vec<&str> = state.columns.iter().map(String::as_str).collect();
                ListQuery::new(entry.doctype, &columns)
            }
            Columns::All | Columns::Settings => ListQuery::whole(entry.doctype),
        };
        self.filters(entry.always).into_iter().fold(query, ListQuery::with)
    }

    pub(super) fn filters(&self, conditions: &[Condition]) -> Vec<Filter> {
        conditions
            .iter()
            .map(|condition| match *condition {
                Condition::Number(field, operator, value) => Filter::new(field, operator, value),
                Condition::OneOf(field, values) => Filter::is_one_of(field, values),
                Condition::NoneOf(field, values) => Filter::is_none_of(field, values),
                Condition::Text(field, value) => Filter::equals(field, value),
                Condition::Own => Filter::equals("owner", self.user.as_str()),
                Condition::Others => Filter::new("owner", "!=", self.user.as_str()),
                Condition::Recent(field, days) => {
                    let back = self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today);
                    Filter::new(field, ">=", back.to_string())
                }
            })
            .collect()
    }

    pub(super) async fn list(&self, query: &ListQuery) -> Outcome<Rows> {
        ask::patiently(self.seed(), || self.client.list(query)).await
    }

    pub(super) fn seed(&self) -> u64 {
        let seed = self.now.timestamp_micros().unsigned_abs();
        self.user.bytes().fold(seed, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()))
    }

    /// Documents of rows, with all rows of their tables asked for by parent.
    pub(super) async fn with_tables(
        &self,
        entry: &Entry,
        rows: Rows,
    ) -> Outcome<Vec<MasterDocument>> {
        let parents = names(&rows);
        let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
        if parents.is_empty() {
            return Ok(Vec::new());
        }
        let tables = try_join_all(entry.all_tables().into_iter().map(|table| {
            let parents = &parents;
            self.table(table, async move |columns: &[&str]| {
                ask::patiently(self.seed(), || {
                    self.client.child_rows(table.rows, entry.doctype, columns, parents)
                })
                .await
            })
        }));
        Ok(assemble(entry.kept(), rows, tables.await?))
    }

    /// The rows of a table; with all fields where the site lacks one of those named.
    pub(super) async fn table(
        &self,
        table: TableOf,
        ask: impl AsyncFn(&[&str]) -> Outcome<Rows>,
    ) -> Outcome<(TableOf, ChildRows)> {
        let named: Vec<&str> = match table.columns {
            [] => vec!["*"],
            columns => columns.iter().copied().chain(["parent", "parentfield"]).collect(),
        };
        let rows = match ask(&named).await {
            Err(failure) if is_unknown_field(&failure) => ask(&["*"]).await?,
            rows => rows?,
        };
        Ok((table, ChildRows::read(table.field, rows)))
    }

    /// Keeps documents and where the pull of their doctype stands, in one transaction.
    pub(super) async fn keep(
        &mut self,
        entry: &'static Entry,
        documents: Vec<MasterDocument>,
        state: DoctypeState,
    ) -> Result<(), SyncError> {
        let states = vec![(entry.kept().to_owned(), state.to_json())];
        let pulled = Pulled { documents, states, ..Pulled::default() };
        let report = self.store.apply_pulled(pulled, self.today).await?;
        if report.stored > 0 {
            *self.report.stored.entry(entry.kept()).or_default() += report.stored;
        }
        for (doctype, _, why) in report.refused {
            tracing::warn!(doctype, why, "a document of the site cannot be read");
            *self.report.unreadable.entry(doctype).or_default() += 1;
        }
        self.states.insert(entry.kept(), state);
        Ok(())
    }

    /// Takes documents away that the site has no more.
    pub(super) async fn forget(
        &mut self,
        entry: &'static Entry,
        names: Vec<String>,
    ) -> Result<(), SyncError> {
        if names.is_empty() {
            return Ok(());
        }
        let gone = names.len();
        let removed = vec![(entry.kept().to_owned(), names)];
        let pulled = Pulled { removed, ..Pulled::default() };
        self.store.apply_pulled(pulled, self.today).await?;
        *self.report.removed.entry(entry.kept()).or_default() += gone;
        Ok(())
    }

    /// Keeps all states: when what was looked at.
    async fn keep_states(&self) -> Result<(), SyncError> {
        let states =
            self.states.iter().map(|(doctype, state)| ((*doctype).to_owned(), state.to_json()));
        let pulled = Pulled { states: states.collect(), ..Pulled::default() };
        self.store.apply_pulled(pulled, self.today).await?;
        Ok(())
    }

    /// Notes that the user may not read a doctype. What the phone has of it stays: selling goes on.
    pub(super) fn note_forbidden(&mut self, entry: &'static Entry) {
        self.report.forbidden.push(entry.kept());
        let checked_ms = self.now_ms();
        let state = self.states.entry(entry.kept()).or_default();
        state.forbidden = true;
        state.checked_ms = checked_ms;
        state.counted_ms = checked_ms;
    }
}

/// The names of rows.
pub(super) fn names(rows: &Rows) -> Vec<String> {
    let Some(at) = rows.columns().iter().position(|column| column == "name") else {
        return Vec::new();
    };
    let name = |row: &[Value]| row.get(at).and_then(Value::as_str).map(str::to_owned);
    rows.iter().filter_map(name).collect()
}

/// Whether the site says that the user may not read this, or that there is no such doctype.
pub(super) fn is_forbidden(failure: &Failure) -> bool {
    failure.refusal().is_some_and(|refusal| refusal.is_forbidden() || refusal.is_missing())
}

/// Whether the site says that a field is not there: 417 `DataError` (recording 055).
pub(super) fn is_unknown_field(failure: &Failure) -> bool {
    failure.refusal().is_some_and(|refusal| refusal.exc_type == "DataError")
}
