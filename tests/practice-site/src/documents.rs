//! Documents: read, insert, change, submit, delete.

use serde_json::{Value, json};

use crate::{
    checks::{
        check_after_submit, check_modified, check_required, check_transition, docstatus, owns,
    },
    database::{Fields, Sql, is_key},
    meta::{DocType, is_set},
    refusal::Refusal,
    rights::Reach,
    rules,
    site::{Act, Done, Site},
};

impl Site {
    /// A document with its child tables, nulls left out.
    pub(crate) fn read(&self, act: &Act, doctype: &str, name: &str) -> Done<Fields> {
        self.known_doctype(act, doctype)?;
        let reach = self.reach(act, doctype, "read")?;
        if reach == Reach::None {
            let words = format!(
                "User <strong>{0}</strong> does not have doctype access via role permission for document <strong>{doctype}</strong><br>User <strong>{0}</strong> does not have access to this document",
                act.user
            );
            return Err(Refusal::silent(403, "PermissionError", "").remarking(&words).into());
        }
        let found = self.db.header(doctype, name)?;
        if found.is_none() && doctype == "DocType" && self.meta.get(name).is_some() {
            return self.standard_doctype(name);
        }
        let header = found.ok_or_else(|| Refusal::not_found(doctype, name))?;
        if reach == Reach::Own && !owns(act, &header) {
            return Err(Refusal::forbidden_document(&act.user, doctype, name, "read").into());
        }
        Ok(self.assemble(doctype, header)?)
    }

    /// A header with its child tables; empty tables are empty lists.
    pub(crate) fn assemble(&self, doctype: &str, mut document: Fields) -> Sql<Fields> {
        let name = document.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        document.retain(|_, value| !value.is_null());
        document.insert("doctype".to_owned(), json!(doctype));
        let tables = self.meta.get(doctype).map(|meta| meta.tables.clone()).unwrap_or_default();
        for (field, child) in tables {
            let rows = self.db.children(doctype, &name, &field)?;
            let rows = rows.into_iter().map(|mut row| {
                row.retain(|_, value| !value.is_null());
                row.insert("doctype".to_owned(), json!(child));
                Value::Object(row)
            });
            document.insert(field, Value::Array(rows.collect()));
        }
        Ok(document)
    }

    /// Inserts a document; `docstatus` 1 submits it at once, with `status` left as it was.
    pub(crate) fn insert(&mut self, act: &mut Act, doctype: &str, sent: Fields) -> Done<Fields> {
        let meta = self.known_doctype(act, doctype)?.clone();
        if self.reach(act, doctype, "create")? == Reach::None {
            return Err(Refusal::forbidden(&act.user, doctype, false).into());
        }
        let sent_name = sent.get("name").and_then(Value::as_str).map(str::to_owned);
        let docstatus = i64::from(sent.get("docstatus").is_some_and(is_set));
        let original = sent.clone();
        let mut document = self.only_known(act, doctype, &meta, sent)?;
        for (field, value) in &meta.defaults {
            if document.get(field).is_none_or(Value::is_null) {
                // Frappe's word for the one who saves.
                let value = if value == "__user" { json!(act.user) } else { value.clone() };
                document.insert(field.clone(), value);
            }
        }
        for field in &meta.numbers {
            document.entry(field.as_str()).or_insert(json!(0));
        }
        self.check_links(&meta, &document)?;
        let name = match sent_name.filter(|_| self.keeps_name(&meta)) {
            Some(name) if !name.is_empty() => name,
            _ => self.new_name(act, &meta.naming, doctype, &document)?,
        };
        rules::before_save(self, act, doctype, &mut document, Some(&original))?;
        let mark = self.mark();
        for (key, value) in [
            ("name", json!(name)),
            ("owner", json!(act.user)),
            ("creation", json!(mark)),
            ("modified", json!(mark)),
            ("modified_by", json!(act.user)),
            ("docstatus", json!(docstatus)),
            ("idx", json!(0)),
        ] {
            document.insert(key.to_owned(), value);
        }
        check_required(&meta, doctype, &name, &document)?;
        if self.db.exists(doctype, &name)? {
            return Err(Refusal::duplicate_name(doctype, &name).into());
        }
        self.claim_unique(&meta, doctype, &document)
            .map_err(|trouble| trouble.after(&act.remarks))?;
        self.store(doctype, document)?;
        rules::after_insert(self, doctype, &name)?;
        self.whole(doctype, &name)
    }

    /// Changes a document. Child tables sent replace those that were; rows are kept by their `name`.
    pub(crate) fn update(
        &mut self,
        act: &mut Act,
        doctype: &str,
        name: &str,
        changes: Fields,
    ) -> Done<Fields> {
        let meta = self.known_doctype(act, doctype)?.clone();
        let found = self.db.header(doctype, name)?;
        let before = found.ok_or_else(|| Refusal::not_found(doctype, name))?;
        let status_before = docstatus(&before);
        let status_after =
            if changes.contains_key("docstatus") { docstatus(&changes) } else { status_before };
        self.check_change(act, doctype, name, &before, (status_before, status_after))?;
        check_modified(&before, &changes)?;
        check_transition(status_before, status_after)?;
        let sent = self.only_known(act, doctype, &meta, changes)?;
        let mut document = self.assemble(doctype, before.clone())?;
        if status_before == 1 && status_after == 1 {
            check_after_submit(&meta, &document, &sent)?;
        }
        document.extend(sent.clone());
        document.insert("docstatus".to_owned(), json!(status_after));
        if status_before == 0 {
            self.check_links(&meta, &document)?;
            rules::before_save(self, act, doctype, &mut document, None)?;
            check_required(&meta, doctype, name, &document)?;
        }
        rules::on_transition(self, doctype, (status_before, status_after), &mut document)?;
        let mark = self.mark();
        document.insert("modified".to_owned(), json!(mark));
        document.insert("modified_by".to_owned(), json!(act.user));
        self.claim_unique(&meta, doctype, &document)?;
        self.store(doctype, document)?;
        rules::after_update(self, doctype, name)?;
        self.whole(doctype, name)
    }

    /// Deletes a document and keeps note of it in Deleted Document.
    pub(crate) fn delete(&mut self, act: &Act, doctype: &str, name: &str) -> Done<()> {
        self.known_doctype(act, doctype)?;
        let found = self.db.header(doctype, name)?;
        let Some(header) = found else {
            return Err(Refusal::silent(404, "DoesNotExistError", "").plain().into());
        };
        let reach = self.reach(act, doctype, "delete")?;
        if reach == Reach::None || (reach == Reach::Own && !owns(act, &header)) {
            return Err(Refusal::forbidden_document(&act.user, doctype, name, "delete").into());
        }
        if docstatus(&header) == 1 {
            let text = format!(
                "{doctype} {name}: Submitted Record cannot be deleted. You must <a href='https://docs.erpnext.com//docs/user/manual/en/setting-up/articles/delete-submitted-document' target='_blank'> Cancel </a> it first."
            );
            return Err(Refusal::invalid(text).into());
        }
        rules::before_delete(self, doctype, name)?;
        let whole = self.assemble(doctype, header)?;
        self.db.remove(doctype, name)?;
        self.db.give_back(name)?;
        rules::after_delete(self, doctype, &whole);
        let mut note = Fields::new();
        note.insert("deleted_doctype".to_owned(), json!(doctype));
        note.insert("deleted_name".to_owned(), json!(name));
        self.insert(&mut Act::administrator(), "Deleted Document", note).map(drop)
    }

    /// A stored document as its user gets it after saving.
    pub(crate) fn whole(&self, doctype: &str, name: &str) -> Done<Fields> {
        let header = self.db.header(doctype, name)?.unwrap_or_default();
        Ok(self.assemble(doctype, header)?)
    }

    /// Writes a document with its child tables; rows take over owner and times.
    pub(crate) fn store(&mut self, doctype: &str, mut document: Fields) -> Sql<()> {
        let tables = self.meta.get(doctype).map(|meta| meta.tables.clone()).unwrap_or_default();
        let name = document.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        for (field, child) in tables {
            let Some(Value::Array(rows)) = document.remove(&field) else { continue };
            self.db.remove_children(doctype, &name, &field)?;
            for (number, row) in rows.into_iter().enumerate() {
                let Value::Object(mut row) = row else { continue };
                if row.get("name").and_then(Value::as_str).is_none_or(str::is_empty) {
                    row.insert("name".to_owned(), json!(self.hash_name()));
                }
                for key in ["owner", "creation", "modified", "modified_by", "docstatus"] {
                    let inherited = document.get(key).cloned().unwrap_or_default();
                    if key == "modified" || key == "docstatus" || !row.contains_key(key) {
                        row.insert(key.to_owned(), inherited);
                    }
                }
                row.insert("idx".to_owned(), json!(number + 1));
                row.insert("parent".to_owned(), json!(name));
                row.insert("parentfield".to_owned(), json!(field));
                row.insert("parenttype".to_owned(), json!(doctype));
                row.remove("doctype");
                self.db.put_child(&child, &row)?;
            }
        }
        document.remove("doctype");
        self.prices.touch(doctype, &name);
        self.db.put_header(doctype, &document)
    }

    /// An unknown DocType is answered as one the user may not read (recording 053).
    fn known_doctype(&self, act: &Act, doctype: &str) -> Done<&DocType> {
        self.meta.get(doctype).ok_or_else(|| Refusal::forbidden(&act.user, "DocType", false).into())
    }

    /// What the site takes from a request: fields it knows, without the keys it writes itself, and
    /// without fields of permission level 1 the user may not write.
    fn only_known(&self, act: &Act, doctype: &str, meta: &DocType, sent: Fields) -> Done<Fields> {
        let guarded = !meta.guarded.is_empty() && !self.writes_guarded(act, doctype)?;
        let mut kept = Fields::new();
        for (key, value) in sent {
            if let Some(child) = meta.tables.get(&key) {
                kept.insert(key, Value::Array(self.known_rows(child, value)));
            } else if meta.fields.contains(&key)
                && !is_key(&key)
                && !(guarded && meta.guarded.contains(&key))
            {
                kept.insert(key, value);
            }
        }
        Ok(kept)
    }

    fn known_rows(&self, child: &str, rows: Value) -> Vec<Value> {
        let Value::Array(rows) = rows else { return Vec::new() };
        let empty = DocType::default();
        let meta = self.meta.get(child).unwrap_or(&empty);
        let known = |key: &str| meta.fields.contains(key) || matches!(key, "name" | "idx");
        rows.into_iter()
            .filter_map(|row| match row {
                Value::Object(row) => {
                    let mut kept: Fields = row.into_iter().filter(|(key, _)| known(key)).collect();
                    for (field, value) in &meta.defaults {
                        kept.entry(field.as_str()).or_insert_with(|| value.clone());
                    }
                    Some(Value::Object(kept))
                }
                _ => None,
            })
            .collect()
    }

    /// `name` in an insert is kept by Frappe 15.68 to 15.72 and ignored from 15.75 on; a DocType
    /// without a series keeps it always.
    fn keeps_name(&self, meta: &DocType) -> bool {
        !self.is_newer() || meta.naming.is_empty() || meta.naming == "field:name"
    }
}

impl crate::site::Trouble {
    /// With the remarks made before the refusal, in front of its words.
    fn after(self, remarks: &[String]) -> Self {
        match self {
            Self::Refused(refusal) => (*refusal).after(remarks).into(),
            other => other,
        }
    }
}
