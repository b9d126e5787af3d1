//! The methods of [`Store`] still to come, with the signatures they will have.
#![allow(missing_docs, unused_variables, clippy::missing_errors_doc)]

use chrono::NaiveDate;
use satchel_domain::ids::{CustomerKey, CustomerName, ItemCode, LocalId};

use crate::*;

type Read<T> = Result<T, StoreError>;

fn later<T>() -> Read<T> {
    Err(StoreError::Abandoned)
}

impl Store {
    fn pending<T: Send + 'static>(&self) -> Reply<T> {
        self.write(|_| later())
    }

    // Catalogue
    pub fn put_masters(&self, batch: Vec<MasterDocument>, today: NaiveDate) -> Reply<PutReport> {
        self.pending()
    }
    pub fn remove_masters(&self, doctype: &str, names: Vec<String>) -> Reply<usize> {
        self.pending()
    }
    pub fn tidy_catalogue(&self) -> Reply<()> {
        self.pending()
    }
    pub fn refresh_list_rates(&self, today: NaiveDate) -> Reply<()> {
        self.pending()
    }
    pub fn search_items(&self, query: &ItemQuery) -> Read<ItemPage> {
        later()
    }
    pub fn item_row(
        &self,
        code: &ItemCode,
        price_list: &str,
        warehouse: &str,
    ) -> Read<Option<ItemRow>> {
        later()
    }
    pub fn item_by_barcode(&self, barcode: &str) -> Read<Option<ScannedItem>> {
        later()
    }
    pub fn item_uoms(&self, code: &ItemCode) -> Read<Vec<ItemUom>> {
        later()
    }
    pub fn item_groups(&self) -> Read<Vec<ItemGroupRow>> {
        later()
    }
    pub fn brands(&self) -> Read<Vec<BrandRow>> {
        later()
    }
    pub fn item_count(&self) -> Read<u32> {
        later()
    }
    pub fn item_documents(&self, codes: &[ItemCode]) -> Read<Vec<(ItemCode, String)>> {
        later()
    }
    pub fn item_price_documents(&self, codes: &[ItemCode]) -> Read<Vec<String>> {
        later()
    }
    pub fn documents(&self, doctype: &str) -> Read<Vec<String>> {
        later()
    }
    pub fn document(&self, doctype: &str, name: &str) -> Read<Option<String>> {
        later()
    }

    // Customers
    pub fn search_customers(&self, query: &CustomerQuery) -> Read<CustomerPage> {
        later()
    }
    pub fn customer(&self, key: &CustomerKey) -> Read<Option<CustomerDetail>> {
        later()
    }
    pub fn customers_within(&self, area: &PlaceBox, limit: usize) -> Read<Vec<CustomerRow>> {
        later()
    }
    pub fn territories(&self) -> Read<Vec<String>> {
        later()
    }
    pub fn customer_groups(&self) -> Read<Vec<String>> {
        later()
    }
    pub fn create_customer(&self, new: NewCustomer) -> Reply<CustomerKey> {
        self.pending()
    }
    pub fn adopt_customer_name(&self, id: LocalId, name: CustomerName) -> Reply<()> {
        self.pending()
    }

    // Field work
    /// Events that touch the days from `from` to `until`, both included, and every repeating one
    /// that began before.
    pub fn events_between(&self, from: NaiveDate, until: NaiveDate) -> Read<Vec<EventRow>> {
        later()
    }
    pub fn event(&self, key: &str) -> Read<Option<EventRow>> {
        later()
    }
    pub fn tasks(&self, query: &TaskQuery) -> Read<Vec<TaskRow>> {
        later()
    }
    pub fn task(&self, key: &str) -> Read<Option<TaskRow>> {
        later()
    }
    pub fn projects(&self) -> Read<Vec<ProjectRow>> {
        later()
    }
    /// Sets fields (a JSON object) of a document and counts the change for later sync.
    pub fn change_document(
        &self,
        doctype: ChangingDoctype,
        key: &str,
        fields: String,
    ) -> Reply<()> {
        self.pending()
    }
    pub fn changed_documents(&self) -> Read<Vec<ChangedDocument>> {
        later()
    }
    pub fn check_in(&self, visit: CheckIn) -> Reply<()> {
        self.pending()
    }
    pub fn check_out(&self, visit: CheckOut) -> Reply<()> {
        self.pending()
    }
    pub fn open_visit(&self) -> Read<Option<VisitRow>> {
        later()
    }
    pub fn visits_of_day(&self, day: NaiveDate) -> Read<Vec<VisitRow>> {
        later()
    }
}
