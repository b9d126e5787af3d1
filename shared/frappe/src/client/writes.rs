//! Documents to the site.

use serde_json::{Map, Value, json};

use super::{Client, document_of, document_path};
use crate::{
    Outcome,
    document::Document,
    query::{Filter, ListQuery, encode},
    time::SiteTime,
    transport::{Effect, Method, WireRequest},
    words::SiteWords,
};

/// The unique custom field that makes a document arrive once only.
pub const UID_FIELD: &str = "satchel_uid";

/// A document the site has saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// The document as the site has it now.
    pub document: Document,
    /// What it remarked, as when it changed a customer's name.
    pub remarks: SiteWords,
}

impl Client {
    /// Inserts a document, as a draft where its DocType can be submitted: leave `docstatus` out, for
    /// with 1 the stored `status` stays Draft (recording 038). The uid is part of the document.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means; a second insert with the same uid is
    /// `Refused` with [`Refusal::is_duplicate_value`](crate::Refusal::is_duplicate_value).
    pub async fn insert(&self, doctype: &str, document: &Document) -> Outcome<Saved> {
        let path = format!("/api/resource/{}", encode(doctype));
        let body = Value::Object(document.fields().clone());
        self.save(&self.request(Method::Post, path, Some(&body), Effect::Write)).await
    }

    /// Changes fields of a document. With `modified` the site refuses if it was saved since
    /// ([`Refusal::is_stale`](crate::Refusal::is_stale)); without, the last writer wins. A child table
    /// is replaced as a whole, a row that stays being named by its `name`.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn update(
        &self,
        doctype: &str,
        name: &str,
        changes: &Map<String, Value>,
        modified: Option<&SiteTime>,
    ) -> Outcome<Saved> {
        let mut body = changes.clone();
        if let Some(modified) = modified {
            body.insert("modified".to_owned(), json!(modified.as_str()));
        }
        let path = document_path(doctype, name);
        self.save(&self.request(Method::Put, path, Some(&Value::Object(body)), Effect::Write)).await
    }

    /// Submits a draft. A second submit is answered like the first and changes only `modified`.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn submit(
        &self,
        doctype: &str,
        name: &str,
        modified: Option<&SiteTime>,
    ) -> Outcome<Saved> {
        let mut changes = Map::new();
        changes.insert("docstatus".to_owned(), json!(1));
        self.update(doctype, name, &changes, modified).await
    }

    /// Deletes a document.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn delete(&self, doctype: &str, name: &str) -> Outcome<()> {
        let path = document_path(doctype, name);
        self.exchange(&self.request(Method::Delete, path, None, Effect::Write)).await.map(drop)
    }

    /// The document that carries this uid, with `name`, `docstatus`, `modified` and the fields asked
    /// for, or `None` if it never arrived. Names are given out again after a deletion: the uid alone
    /// says which document is meant.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means; `Refused` where the user may not read the
    /// DocType or the site has no uid field.
    pub async fn find_by_uid(
        &self,
        doctype: &str,
        uid: &str,
        fields: &[&str],
    ) -> Outcome<Option<Document>> {
        let mut query = ListQuery::new(doctype, &["name", "docstatus", "modified"])
            .with(Filter::equals(UID_FIELD, uid));
        for field in fields {
            if !query.fields.iter().any(|asked| asked == field) {
                query.fields.push((*field).to_owned());
            }
        }
        query.limit = 1;
        Ok(self.list(&query).await?.into_maps().next().map(Document::from))
    }

    pub(super) async fn save(&self, request: &WireRequest) -> Outcome<Saved> {
        let mut answer = self.exchange(request).await?;
        let remarks = SiteWords::of_remarks(&answer);
        Ok(Saved { document: document_of(&mut answer, Effect::Write)?, remarks })
    }
}
