//! The vectors of orders: a recorded entry in, the priced order out.

use serde_json::{Map, Value};

use super::{Refusal, text};
use crate::masters::{MasterError, Masters};
use crate::pricing::{OrderEntry, PricedOrder, price};

/// A recorded site: its documents, and the masters made of them once.
#[derive(Debug, Clone)]
pub struct World {
    documents: Value,
    masters: Masters,
}

/// A case that could not be put.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// Its masters could not be read.
    #[error(transparent)]
    Masters(#[from] MasterError),
    /// Its entry could not be read.
    #[error("the input of the case is not an order: {0}")]
    Entry(#[from] serde_json::Error),
}

impl World {
    /// Reads a world as the recordings lay it out: DocType to documents.
    ///
    /// # Errors
    ///
    /// [`MasterError`] for the first document that cannot be read.
    pub fn read(documents: Value) -> Result<Self, MasterError> {
        let masters = Masters::from_world(&documents)?;
        Ok(Self { documents, masters })
    }

    /// The documents as they were read.
    pub fn documents(&self) -> &Value {
        &self.documents
    }

    /// The masters of a case: the world with the case's settings and version laid over it.
    ///
    /// # Errors
    ///
    /// [`MasterError`] for a version or document that cannot be read.
    pub fn masters_for(&self, case: &Value) -> Result<Masters, MasterError> {
        let mut masters = self.masters.clone();
        if let Some(version) = case.get("server").and_then(Value::as_str) {
            masters.set_version(version.parse()?);
        }
        let settings = case.get("settings").and_then(Value::as_object);
        for (target, changes) in settings.into_iter().flatten() {
            let (doctype, name) = target.split_once(':').unwrap_or((target, ""));
            let mut document = self.document(doctype, name).unwrap_or_default();
            if let Some(changes) = changes.as_object() {
                document.extend(changes.clone());
            }
            masters.put(doctype, &Value::Object(document))?;
        }
        Ok(masters)
    }

    /// A document by name, or the one of a settings doctype.
    fn document(&self, doctype: &str, name: &str) -> Option<Map<String, Value>> {
        let found = match self.documents.get(doctype)? {
            Value::Array(list) => list.iter().find(|document| text(document, "name") == name)?,
            settings => settings,
        };
        found.as_object().cloned()
    }

    /// Prices a case.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when the case itself cannot be read; a refusal of the order is the inner result.
    pub fn price(&self, case: &Value) -> Result<Result<PricedOrder, Refusal>, CaseError> {
        let masters = self.masters_for(case)?;
        let input = case.get("input").cloned().unwrap_or_default();
        let entry: OrderEntry = serde_json::from_value(input)?;
        Ok(price(&masters, &entry).map_err(|refusal| Refusal {
            exc_type: refusal.exc_type().to_owned(),
            message: refusal.message(),
        }))
    }
}

/// A priced order in the shape of the recordings: what only this engine tells is left out.
pub fn as_recorded(order: &PricedOrder) -> Value {
    let mut value = serde_json::to_value(order).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        for own in ["messages", "provisional", "derivation"] {
            fields.shift_remove(own);
        }
    }
    let lines = value.get_mut("items").and_then(Value::as_array_mut);
    for line in lines.into_iter().flatten().filter_map(Value::as_object_mut) {
        for own in ["entry_index", "free_by_rule", "item_name"] {
            line.shift_remove(own);
        }
    }
    value
}
