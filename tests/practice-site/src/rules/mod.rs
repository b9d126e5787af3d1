//! What saving a document of a certain DocType does beyond the general.

mod credit;
mod files;
mod sales_order;
mod set_up;
mod work;

use serde_json::{Value, json};

use crate::{
    database::Fields,
    meta::rows,
    refusal::Refusal,
    site::{Act, Done, Site},
};

/// Checks and fills a draft before it is stored. `sent` is the request of an insert, with fields the
/// site does not keep.
pub(crate) fn before_save(
    site: &mut Site,
    act: &mut Act,
    doctype: &str,
    document: &mut Fields,
    sent: Option<&Fields>,
) -> Done<()> {
    match doctype {
        "Sales Order" => sales_order::before_save(site, document),
        "Task" => work::task(site, document),
        "Timesheet" => work::timesheet(site, document),
        "Event" => work::event(document),
        "Item" => check_barcodes(site, document),
        "Item Price" => item_price(site, document),
        "Contact" => {
            contact(document);
            Ok(())
        }
        "Payment Entry" => work::payment_entry(site, document),
        "File" => files::before_save(site, document, sent),
        "Custom Field" => set_up::custom_field(site, document, sent.is_some()),
        "User" => {
            set_up::user(document);
            Ok(())
        }
        "Custom DocPerm" if !act.is_administrator() => set_up::system_manager_only(act),
        _ => Ok(()),
    }
}

/// What follows an insert.
pub(crate) fn after_insert(site: &mut Site, doctype: &str, name: &str) -> Done<()> {
    match doctype {
        "Custom Field" | "DocType" => set_up::put(site, doctype, name),
        "Task" => work::project_progress(site, name),
        _ => Ok(()),
    }
}

/// What follows a change.
pub(crate) fn after_update(site: &mut Site, doctype: &str, name: &str) -> Done<()> {
    match doctype {
        "Custom Field" | "DocType" => set_up::put(site, doctype, name),
        "Task" => work::project_progress(site, name),
        _ => Ok(()),
    }
}

/// `status` after submit and cancel, and what may stand against submitting.
pub(crate) fn on_transition(
    site: &Site,
    doctype: &str,
    transition: (i64, i64),
    document: &mut Fields,
) -> Done<()> {
    if (doctype, transition) == ("Sales Order", (0, 1)) {
        credit::check(site, document)?;
    }
    let status = match (doctype, transition) {
        ("Sales Order", (0, 1)) => "To Deliver and Bill",
        ("Timesheet" | "Payment Entry", (0, 1)) => "Submitted",
        (_, (1, 2)) => "Cancelled",
        _ => return Ok(()),
    };
    document.insert("status".to_owned(), json!(status));
    Ok(())
}

/// 417 `LinkExistsError` where the document is in use (recording 086).
pub(crate) fn before_delete(site: &Site, doctype: &str, name: &str) -> Done<()> {
    if doctype != "Customer" {
        return Ok(());
    }
    let user = site.db.bodies(
        "SELECT body FROM document WHERE doctype = 'Sales Order'
         AND json_extract(body, '$.customer') = ?1 LIMIT 1",
        vec![name.to_owned().into()],
    )?;
    let Some(order) = user.first().and_then(|order| order.get("name")).and_then(Value::as_str)
    else {
        return Ok(());
    };
    let text = format!(
        "Cannot delete or cancel because Customer <a href=\"/app/Form/Customer/{name}\">{name}</a> is linked with Sales Order <a href=\"/app/Form/Sales Order/{order}\">{order}</a> "
    );
    Err(Refusal::thrown(417, "LinkExistsError", text).into())
}

/// What follows a deletion.
pub(crate) fn after_delete(site: &mut Site, doctype: &str, document: &Fields) {
    match doctype {
        "Custom Field" => {
            site.remember_meta();
            site.meta.remove_custom_field(document);
        }
        "DocType" => {
            site.remember_meta();
            if let Some(name) = document.get("name").and_then(Value::as_str) {
                site.meta.remove_doctype(name);
            }
        }
        "File" => files::after_delete(site, document),
        _ => {}
    }
}

/// Contact: the primary number and address are repeated on the document.
fn contact(document: &mut Fields) {
    let full = ["first_name", "last_name"]
        .iter()
        .filter_map(|key| document.get(*key).and_then(Value::as_str))
        .collect::<Vec<_>>()
        .join(" ");
    let first = |table: &str, flag: &str, field: &str| {
        rows(document, table)
            .find(|row| row.get(flag).is_some_and(crate::meta::is_set))
            .and_then(|row| row.get(field).cloned())
    };
    let email = first("email_ids", "is_primary", "email_id");
    let mobile = first("phone_nos", "is_primary_mobile_no", "phone");
    let phone = first("phone_nos", "is_primary_phone", "phone");
    document.insert("full_name".to_owned(), json!(full));
    for (field, value) in [("email_id", email), ("mobile_no", mobile), ("phone", phone)] {
        if let Some(value) = value {
            document.insert(field.to_owned(), value);
        }
    }
}

/// Item Price: name of the item, currency of the list, valid from today.
fn item_price(site: &Site, document: &mut Fields) -> Done<()> {
    let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
    let item = site.db.header("Item", text("item_code"))?.unwrap_or_default();
    let list = site.db.header("Price List", text("price_list"))?.unwrap_or_default();
    let today = site.local_now().date().to_string();
    for (field, value) in [
        ("item_name", item.get("item_name").cloned().unwrap_or_default()),
        ("currency", list.get("currency").cloned().unwrap_or_default()),
        ("valid_from", json!(today)),
    ] {
        document.entry(field).or_insert(value);
    }
    Ok(())
}

/// Item: a barcode has a right check digit and belongs to one item (recordings 014, 015).
fn check_barcodes(site: &Site, document: &Fields) -> Done<()> {
    let item = document.get("item_code").and_then(Value::as_str).unwrap_or_default();
    for row in rows(document, "barcodes") {
        let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
        let barcode = text("barcode");
        if text("barcode_type") == "EAN" && !is_ean(barcode) {
            let words = format!("Barcode {barcode} is not a valid EAN code");
            return Err(Refusal::thrown(417, "InvalidBarcode", words).into());
        }
        let holders = site.db.bodies(
            "SELECT body FROM child WHERE doctype = 'Item Barcode'
             AND json_extract(body, '$.barcode') = ?1 AND parent != ?2",
            vec![barcode.to_owned().into(), item.to_owned().into()],
        )?;
        if let Some(holder) = holders.first().and_then(|row| row.get("parent")?.as_str()) {
            let words = format!("Barcode {barcode} already used in Item {holder}");
            return Err(Refusal::invalid(words).into());
        }
    }
    Ok(())
}

/// GS1 check digit of 8 or 13 digits.
fn is_ean(barcode: &str) -> bool {
    let digits: Option<Vec<u32>> = barcode.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| matches!(digits.len(), 8 | 13)) else { return false };
    let weighted = digits.iter().rev().enumerate();
    weighted.map(|(place, digit)| digit * if place % 2 == 1 { 3 } else { 1 }).sum::<u32>() % 10 == 0
}
