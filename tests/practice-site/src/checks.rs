//! What is checked before a document is stored.

use serde_json::Value;

use crate::{
    database::Fields,
    meta::{CHILD_COLUMNS, DocType, rows},
    refusal::Refusal,
    rights::Reach,
    site::{Act, Done, Site},
};

impl Site {
    pub(crate) fn check_change(
        &self,
        act: &Act,
        doctype: &str,
        name: &str,
        before: &Fields,
        transition: (i64, i64),
    ) -> Done<()> {
        let needed = match transition {
            (0, 1) => ["write", "submit"].as_slice(),
            (1, 2) => ["write", "cancel"].as_slice(),
            _ => ["write"].as_slice(),
        };
        for right in needed {
            match self.reach(act, doctype, right)? {
                Reach::All => {}
                Reach::Own if owns(act, before) => {}
                Reach::Own => {
                    return Err(Refusal::forbidden_document(&act.user, doctype, name, right).into());
                }
                Reach::None => return Err(Refusal::forbidden(&act.user, doctype, false).into()),
            }
        }
        Ok(())
    }

    pub(crate) fn check_links(&self, meta: &DocType, document: &Fields) -> Done<()> {
        self.check_links_of(meta, document)?;
        for (field, child) in &meta.tables {
            if let Some(child) = self.meta.get(child) {
                for row in rows(document, field) {
                    self.check_links_of(child, row)?;
                }
            }
        }
        Ok(())
    }

    /// A link whose document is read on save is 404 when it leads nowhere (recordings 044, 045), any
    /// other is `LinkValidationError`.
    fn check_links_of(&self, meta: &DocType, document: &Fields) -> Done<()> {
        for (field, target) in &meta.links {
            let Some(name) = document.get(field).and_then(Value::as_str) else { continue };
            if name.is_empty() || self.db.exists(target, name)? {
                continue;
            }
            if meta.fetched.contains(field) {
                return Err(Refusal::not_found(target, name).into());
            }
            let text = format!("Could not find {}: {name}", label(field));
            return Err(Refusal::thrown(417, "LinkValidationError", text).into());
        }
        Ok(())
    }

    pub(crate) fn claim_unique(
        &self,
        meta: &DocType,
        doctype: &str,
        document: &Fields,
    ) -> Done<()> {
        let name = document.get("name").and_then(Value::as_str).unwrap_or_default();
        for (field, label) in &meta.unique {
            let Some(value) = document.get(field).and_then(Value::as_str) else { continue };
            if !value.is_empty() && !self.db.claim(doctype, field, value, name)? {
                return Err(Refusal::not_unique(doctype, name, field, label, value).into());
            }
        }
        Ok(())
    }
}

pub(crate) fn owns(act: &Act, document: &Fields) -> bool {
    document.get("owner").and_then(Value::as_str) == Some(&act.user)
}

pub(crate) fn docstatus(document: &Fields) -> i64 {
    match document.get("docstatus") {
        Some(Value::String(text)) => text.parse().unwrap_or_default(),
        Some(value) => value.as_i64().unwrap_or_default(),
        None => 0,
    }
}

/// 417 `TimestampMismatchError` where `modified` is sent and is not the one stored (recording 032).
pub(crate) fn check_modified(before: &Fields, changes: &Fields) -> Done<()> {
    let text = |fields: &Fields| {
        fields.get("modified").and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let (stored, sent) = (text(before), text(changes));
    if sent.is_empty() || sent == stored {
        return Ok(());
    }
    let words = format!(
        "Error: Document has been modified after you have opened it ({stored}, {sent}). Please refresh to get the latest document."
    );
    Err(Refusal::thrown(417, "TimestampMismatchError", words).into())
}

pub(crate) fn check_transition(before: i64, after: i64) -> Done<()> {
    match (before, after) {
        (0, 0 | 1) | (1, 1 | 2) => Ok(()),
        (2, _) => {
            Err(Refusal::silent(417, "ValidationError", "Cannot edit cancelled document").into())
        }
        _ => {
            let text = format!("Cannot change docstatus from {before} to {after}");
            Err(Refusal::thrown(417, "DocstatusTransitionError", text).into())
        }
    }
}

/// 417 `UpdateAfterSubmitError` for the first changed field that may not change (recording 037).
pub(crate) fn check_after_submit(meta: &DocType, before: &Fields, sent: &Fields) -> Done<()> {
    let shown = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(value) => value.to_string(),
    };
    for (field, value) in sent {
        if field == "docstatus"
            || meta.after_submit.contains(field)
            || meta.tables.contains_key(field)
            || before.get(field) == Some(value)
        {
            continue;
        }
        let text = format!(
            " Not allowed to change <strong>{}</strong> after submission from <strong>{}</strong> to <strong>{}</strong>",
            label(field),
            shown(before.get(field)),
            shown(Some(value))
        );
        return Err(Refusal::thrown(417, "UpdateAfterSubmitError", text).into());
    }
    Ok(())
}

/// 417 `MandatoryError` (recording 043).
pub(crate) fn check_required(
    meta: &DocType,
    doctype: &str,
    name: &str,
    document: &Fields,
) -> Done<()> {
    let missing: Vec<&String> = meta
        .required
        .iter()
        .filter(|field| match document.get(*field) {
            None | Some(Value::Null) => true,
            Some(Value::String(text)) => text.is_empty(),
            Some(Value::Array(rows)) => rows.is_empty(),
            Some(_) => false,
        })
        .collect();
    let Some(first) = missing.first() else { return Ok(()) };
    let listed: Vec<&str> = missing.iter().map(|field| field.as_str()).collect();
    let text = format!("[{doctype}, {name}]: {}", listed.join(", "));
    let words = format!("Error: Value missing for {doctype}: {}", label(first));
    Err(Refusal::silent(417, "MandatoryError", text).remarking(&words).into())
}

/// A field's label, made of its name.
pub(crate) fn label(field: &str) -> String {
    let words = field.split('_').filter(|word| !word.is_empty() && !CHILD_COLUMNS.contains(word));
    let words = words.map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    });
    words.flatten().collect::<Vec<_>>().join(" ")
}
