//! Lists and pages.

use serde_json::{Value, json};

use super::{Client, message_of};
use crate::{
    Outcome,
    judge::unexpected_shape,
    query::{Cursor, Filter, ListQuery, MAX_REQUEST_LINE, Page},
    rows::Rows,
    transport::{Effect, Method},
};

/// Parents in one question for child rows.
pub const MAX_PARENTS: usize = 500;

impl Client {
    /// The rows of a list. A question too long for a request line goes by `POST`.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn list(&self, query: &ListQuery) -> Outcome<Rows> {
        let path = query.path();
        let line = "GET  HTTP/1.1\r\n".len() + path.len();
        let rows = if line <= MAX_REQUEST_LINE {
            self.exchange(&self.get(path)).await?.remove("data")
        } else {
            let path = "/api/method/frappe.client.get_list".to_owned();
            let request = self.request(Method::Post, path, Some(&query.body()), Effect::Read);
            self.exchange(&request).await?.remove("message")
        };
        rows.and_then(|rows| Rows::read(&query.fields, rows))
            .ok_or_else(|| unexpected_shape(Effect::Read))
    }

    /// The page of at most `limit` documents that follows `cursor` in the order (`modified`, `name`).
    /// `query` says what to list and under which conditions.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn page(
        &self,
        query: &ListQuery,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Outcome<Page> {
        let rows = self.list(&query.clone().page_after(cursor, limit)).await?;
        Page::read(rows, limit).ok_or_else(|| unexpected_shape(Effect::Read))
    }

    /// The names of all documents of a DocType that meet the conditions, to find deletions by
    /// difference.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn names(&self, doctype: &str, filters: &[Filter]) -> Outcome<Vec<String>> {
        let mut query = ListQuery::new(doctype, &["name"]);
        query.filters = filters.to_vec();
        let rows = self.list(&query).await?;
        rows.iter()
            .map(|row| row.first().and_then(Value::as_str).map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or_else(|| unexpected_shape(Effect::Read))
    }

    /// All rows of a child table that belong to these parents, by parent and `idx`. A removed row
    /// leaves no trace: replace what was known of these parents. One request for each
    /// [`MAX_PARENTS`] parents.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn child_rows(
        &self,
        child_doctype: &str,
        parent_doctype: &str,
        fields: &[&str],
        parents: &[&str],
    ) -> Outcome<Rows> {
        let mut all = Rows::default();
        for some in parents.chunks(MAX_PARENTS) {
            let mut query = ListQuery::new(child_doctype, fields)
                .with(Filter::equals("parenttype", parent_doctype))
                .with(Filter::is_one_of("parent", some));
            query.parent = Some(parent_doctype.to_owned());
            query.order_by = "parent asc, idx asc".to_owned();
            all.append(self.list(&query).await?);
        }
        Ok(all)
    }

    /// How many documents meet the conditions. Newer sites ask for read permission, older ones do not.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn count(&self, doctype: &str, filters: &[Filter]) -> Outcome<u64> {
        let mut query = ListQuery::new(doctype, &[]);
        query.filters = filters.to_vec();
        let body = query.body();
        let mut args = json!({ "doctype": doctype });
        if let (Some(args), Some(filters)) = (args.as_object_mut(), body.get("filters")) {
            args.insert("filters".to_owned(), filters.clone());
        }
        let path = "/api/method/frappe.client.get_count".to_owned();
        let request = self.request(Method::Post, path, Some(&args), Effect::Read);
        message_of(self.exchange(&request).await?)
    }

    /// How many documents that meet the conditions the user may see, User Permissions included, as the
    /// desk counts them (`frappe.desk.reportview.get_count`). [`Client::count`] counts all.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn count_visible(&self, doctype: &str, filters: &[Filter]) -> Outcome<u64> {
        let mut query = ListQuery::new(doctype, &[]);
        query.filters = filters.to_vec();
        let mut body = query.body();
        let filters = body.get_mut("filters").map_or(json!([]), Value::take);
        let args =
            json!({ "doctype": doctype, "filters": filters, "fields": [], "distinct": false });
        let path = "/api/method/frappe.desk.reportview.get_count".to_owned();
        let request = self.request(Method::Post, path, Some(&args), Effect::Read);
        message_of(self.exchange(&request).await?)
    }
}
