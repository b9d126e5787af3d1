//! The record of what the set-up made on a site. Only what stands in it is ever changed or removed.

use std::collections::BTreeSet;

use anyhow::Context;
use satchel_frappe::{Client, Document};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::plan::{Fields, Plan, text};

/// Name of the one document.
const TITLE: &str = "Satchel";

/// What the set-up made, by keys such as `Role/Satchel Rep`, `Custom Field/Task-satchel_uid`,
/// `DocType/Field Visit`, `Rule/Item/Satchel Rep/0/0`, and `Copied/Item` for a DocType whose standard
/// rules the site copied when the first rule was added.
///
/// A key is written before the thing is made: after an interruption the record names too much, never
/// too little.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Version of the tool that wrote it last.
    #[serde(default)]
    tool: String,
    /// The keys.
    #[serde(default)]
    made: BTreeSet<String>,
}

impl Record {
    /// Whether the set-up made this, or was about to.
    pub(crate) fn holds(&self, key: &str) -> bool {
        self.made.contains(key)
    }

    /// Everything it made.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.made.iter().map(String::as_str)
    }

    /// With further keys; `None` where they are in it already.
    pub(crate) fn with(&self, keys: impl IntoIterator<Item = String>) -> Option<Self> {
        let mut made = self.made.clone();
        made.extend(keys);
        (made.len() > self.made.len())
            .then(|| Self { tool: env!("CARGO_PKG_VERSION").to_owned(), made })
    }

    /// Only with these keys.
    pub(crate) fn only(keys: BTreeSet<String>) -> Self {
        Self { tool: env!("CARGO_PKG_VERSION").to_owned(), made: keys }
    }

    /// Reads the record of a site that has the DocType for it; `None` if it was never written.
    ///
    /// # Errors
    ///
    /// When the site refuses, or when the record cannot be read: then nothing may be taken for ours.
    pub(crate) async fn load(client: &Client, doctype: &str) -> anyhow::Result<Option<Self>> {
        let document = match client.get_doc(doctype, TITLE).await {
            Ok(document) => document,
            Err(failure) if failure.refusal().is_some_and(|refusal| refusal.is_missing()) => {
                return Ok(None);
            }
            Err(failure) => return Err(super::words::of(&failure)),
        };
        let record = document.text("record").unwrap_or("{}");
        serde_json::from_str(record).map(Some).with_context(|| {
            format!("the record in {doctype} {TITLE} was changed and cannot be read")
        })
    }

    /// Writes it; `known` says whether there is one already.
    ///
    /// # Errors
    ///
    /// When the site refuses.
    pub(crate) async fn save(
        &self,
        client: &Client,
        doctype: &str,
        known: bool,
    ) -> anyhow::Result<()> {
        let record = json!(serde_json::to_string(self)?);
        let saved = if known {
            let changes = Fields::from_iter([("record".to_owned(), record)]);
            client.update(doctype, TITLE, &changes, None).await
        } else {
            let mut document = Document::new();
            document.set("title", TITLE);
            document.set("record", record);
            client.insert(doctype, &document).await
        };
        saved.map(drop).map_err(|failure| super::words::of(&failure))
    }

    /// Removes it from the site.
    ///
    /// # Errors
    ///
    /// When the site refuses.
    pub(crate) async fn remove(client: &Client, doctype: &str) -> anyhow::Result<()> {
        client.delete(doctype, TITLE).await.map_err(|failure| super::words::of(&failure))
    }
}

/// Name of the DocType that holds the record.
pub(crate) fn doctype(plan: &Plan) -> &str {
    text(&plan.record_doctype, "name")
}
