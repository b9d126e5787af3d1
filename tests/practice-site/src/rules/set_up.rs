//! Custom Field, DocType, User: what `satchel-office site setup` makes over REST.

use serde_json::{Value, json};

use crate::{
    database::Fields,
    refusal::Refusal,
    site::{Act, Done, Site},
};

/// 417 where the DocType has the field already (recording 020).
pub(super) fn custom_field(site: &Site, document: &Fields, is_new: bool) -> Done<()> {
    let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
    let (doctype, field) = (text("dt"), text("fieldname"));
    let Some(meta) = site.meta.get(doctype) else {
        return Err(Refusal::not_found("DocType", doctype).into());
    };
    if is_new && (meta.fields.contains(field) || meta.tables.contains_key(field)) {
        let words =
            format!("A field with the name <strong>{field}</strong> already exists in {doctype}");
        return Err(Refusal::invalid(words).into());
    }
    Ok(())
}

/// The site knows the field or DocType from now on.
pub(super) fn put(site: &mut Site, doctype: &str, name: &str) -> Done<()> {
    let document = site.whole(doctype, name)?;
    site.remember_meta();
    if doctype == "Custom Field" {
        site.meta.add_custom_field(&document);
    } else {
        site.meta.put_custom_doctype(&document);
    }
    Ok(())
}

/// A user's full name and user name.
pub(super) fn user(document: &mut Fields) {
    let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
    let full = [text("first_name"), text("last_name")].join(" ").trim().to_owned();
    let short = text("first_name").to_lowercase();
    document.insert("full_name".to_owned(), json!(full));
    document.entry("username").or_insert(json!(short));
}

/// Rules are for System Managers.
pub(super) fn system_manager_only(act: &Act) -> Done<()> {
    if act.roles.iter().any(|role| role == "System Manager") {
        return Ok(());
    }
    Err(Refusal::forbidden(&act.user, "Custom DocPerm", false).into())
}
