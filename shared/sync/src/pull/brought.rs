//! The rep's orders that are another's at the site: a courier brought them, or the office made them of a
//! phone's file. The list of one's own does not show them.

use satchel_frappe::{Filter, ListQuery};

use super::plan::{Columns, Entry};
use super::round::Round;
use crate::SyncError;

/// The rep's orders as the site has them.
pub(super) const ORDERS: &str = "Sales Order";
/// Orders a round asks for.
const MOST: u32 = 50;

impl Round<'_> {
    /// Reads them by name; what becomes of them is followed with the rep's own from then on.
    pub(super) async fn fetch_brought(&mut self, entry: &'static Entry) -> Result<(), SyncError> {
        let names = self.store.orders_without_copy(MOST)?;
        if names.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let state = self.state(entry);
        let columns: Vec<&str> = match entry.columns {
            // Nothing of the rep's own was read yet, so nobody asked which fields there are.
            Columns::Named(all) if state.columns.is_empty() => {
                ["name", "modified"].into_iter().chain(all.iter().copied()).collect()
            }
            _ => state.columns.iter().map(String::as_str).collect(),
        };
        let query = ListQuery::new(entry.doctype, &columns).with(Filter::is_one_of("name", &names));
        let rows = self.list(&query).await?;
        let documents = self.with_tables(entry, rows).await?;
        self.keep(entry, documents, state).await
    }
}
