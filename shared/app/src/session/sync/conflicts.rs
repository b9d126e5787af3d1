//! Documents the rep and the office both changed.

use super::hand::{label, plain};
use crate::AppError;
use crate::session::Session;
use crate::session::company::text;
use crate::views::{ConflictField, ConflictView, Keep};
use satchel_store::{ChangingDoctype, Decision};
use serde_json::Value;

impl Session {
    /// Documents both sides changed, with both values of each field.
    ///
    /// # Errors
    /// What the store says.
    pub fn conflicts(&self) -> Result<Vec<ConflictView>, AppError> {
        let mut views: Vec<ConflictView> = Vec::new();
        for found in self.inner.store.conflicts()? {
            let id = format!("{}/{}", found.doctype.as_str(), found.key);
            let field = ConflictField {
                label: label(&found.field),
                field: found.field,
                before: readable(&found.base),
                mine: readable(&found.mine),
                theirs: readable(&found.theirs),
            };
            match views.last_mut().filter(|view| view.id == id) {
                Some(view) => view.fields.push(field),
                None => {
                    let doctype = found.doctype.as_str();
                    let title = self.document_title(doctype, &found.key)?;
                    let stands = match found.doctype.keeps_theirs() {
                        true => Keep::Theirs,
                        false => Keep::Mine,
                    };
                    let fields = vec![field];
                    views.push(ConflictView { id, doctype, title, stands, fields });
                }
            }
        }
        Ok(views)
    }

    /// Decides fields of a document both sides changed, by name. What is not named stays open.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a conflict that was decided before; what the store says.
    pub fn decide_conflict(&self, id: &str, choices: &[(String, Keep)]) -> Result<(), AppError> {
        let unknown = AppError::NotFound { what: "conflict" };
        let Some((doctype, key)) = id.split_once('/') else { return Err(unknown) };
        let Some(doctype) = ChangingDoctype::ALL.into_iter().find(|d| d.as_str() == doctype) else {
            return Err(unknown);
        };
        let at = self.now().utc;
        for (field, keep) in choices {
            let decision = match keep {
                Keep::Mine => Decision::Mine,
                Keep::Theirs => Decision::Theirs,
            };
            self.inner.store.decide_conflict(doctype, key, field, decision, at).wait()?;
        }
        Ok(())
    }
}

/// A value to be read: of a table, who is in it.
fn readable(value: &Value) -> String {
    let Value::Array(rows) = value else { return plain(value) };
    let names = rows.iter().map(|row| text(row, "reference_docname"));
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}
