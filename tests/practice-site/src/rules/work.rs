//! Task, Project, Timesheet, Event and Payment Entry.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::{Value, json};

use crate::{
    database::Fields,
    meta::rows,
    refusal::Refusal,
    site::{Done, Site},
};

fn number(document: &Fields, field: &str) -> f64 {
    document.get(field).and_then(Value::as_f64).unwrap_or_default()
}

fn text<'a>(document: &'a Fields, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Progress is at most 100; a completed task has 100. The company is the project's.
pub(super) fn task(site: &Site, document: &mut Fields) -> Done<()> {
    let project = site.db.header("Project", text(document, "project"))?.unwrap_or_default();
    if let Some(company) = project.get("company") {
        document.entry("company").or_insert_with(|| company.clone());
    }
    if number(document, "progress") > 100.0 {
        return Err(Refusal::invalid("Progress % for a task cannot be more than 100.").into());
    }
    if text(document, "status") == "Completed" {
        document.insert("progress".to_owned(), json!(100.0));
    }
    Ok(())
}

/// `percent_complete` of the task's project: the mean of its tasks' progress.
pub(super) fn project_progress(site: &mut Site, task: &str) -> Done<()> {
    let task = site.db.header("Task", task)?.unwrap_or_default();
    let project = text(&task, "project").to_owned();
    let Some(mut header) = site.db.header("Project", &project)? else { return Ok(()) };
    if text(&header, "percent_complete_method") != "Task Progress" {
        return Ok(());
    }
    let tasks = site.db.bodies(
        "SELECT body FROM document WHERE doctype = 'Task' AND json_extract(body, '$.project') = ?1",
        vec![project.into()],
    )?;
    let total: f64 = tasks.iter().map(|task| number(task, "progress")).sum();
    let mean = (total / f64::from(u32::try_from(tasks.len()).unwrap_or(1)) * 100.0).round() / 100.0;
    header.insert("percent_complete".to_owned(), json!(mean));
    let mark = site.mark();
    header.insert("modified".to_owned(), json!(mark));
    site.store("Project", header)?;
    Ok(())
}

/// Times of the rows, total, and no overlap with another sheet of the same user (recording 164).
pub(super) fn timesheet(site: &Site, document: &mut Fields) -> Done<()> {
    let user = text(document, "user").to_owned();
    let mut total = 0.0;
    let mut days = Vec::new();
    if let Some(Value::Array(logs)) = document.get_mut("time_logs") {
        for log in logs.iter_mut().filter_map(Value::as_object_mut) {
            total += number(log, "hours");
            fill_to_time(log);
            days.push(text(log, "from_time").get(..10).unwrap_or_default().to_owned());
        }
    }
    if !user.is_empty() {
        for (at, log) in rows(document, "time_logs").enumerate() {
            no_overlap(site, &user, text(document, "name"), at + 1, log)?;
        }
    }
    document.insert("total_hours".to_owned(), json!(total));
    if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
        document.insert("start_date".to_owned(), json!(first));
        document.insert("end_date".to_owned(), json!(last));
    }
    Ok(())
}

/// `to_time` is `from_time` and `hours`.
fn fill_to_time(log: &mut Fields) {
    const FORMAT: &str = "%Y-%m-%d %H:%M:%S%.f";
    let seconds = (number(log, "hours") * 3600.0).round();
    let from = NaiveDateTime::parse_from_str(text(log, "from_time"), FORMAT);
    let (Ok(from), true) = (from, seconds > 0.0 && seconds < 1e9) else { return };
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let to = from + TimeDelta::seconds(seconds as i64);
    log.insert("to_time".to_owned(), json!(to.format("%Y-%m-%d %H:%M:%S").to_string()));
}

fn no_overlap(site: &Site, user: &str, own: &str, row: usize, log: &Fields) -> Done<()> {
    let others = site.db.bodies(
        "SELECT json_object('parent', child.parent) FROM child
         JOIN document ON document.doctype = 'Timesheet' AND document.name = child.parent
         WHERE child.doctype = 'Timesheet Detail' AND child.parent != ?1
           AND json_extract(document.body, '$.user') = ?2
           AND json_extract(child.body, '$.from_time') < ?4
           AND json_extract(child.body, '$.to_time') > ?3 LIMIT 1",
        vec![
            own.to_owned().into(),
            user.to_owned().into(),
            text(log, "from_time").to_owned().into(),
            text(log, "to_time").to_owned().into(),
        ],
    )?;
    let Some(other) = others.first() else { return Ok(()) };
    let words = format!(
        "Row {row}: From Time and To Time of {own} is overlapping with {}",
        text(other, "parent")
    );
    Err(Refusal::thrown(417, "OverlapError", words).into())
}

/// An event ends after it starts.
pub(super) fn event(document: &Fields) -> Done<()> {
    let (from, to) = (text(document, "starts_on"), text(document, "ends_on"));
    if !to.is_empty() && to < from {
        return Err(Refusal::invalid("Event end must be after start").into());
    }
    Ok(())
}

/// Accounts, currencies and what an order still owes; what is not allocated stays open.
pub(super) fn payment_entry(site: &Site, document: &mut Fields) -> Done<()> {
    let company = site.db.header("Company", text(document, "company"))?.unwrap_or_default();
    let currency = company.get("default_currency").cloned().unwrap_or_default();
    let receivable = company.get("default_receivable_account").cloned().unwrap_or_default();
    for (field, value) in [
        ("paid_from", receivable),
        ("paid_from_account_currency", currency.clone()),
        ("paid_to_account_currency", currency),
        ("source_exchange_rate", json!(1.0)),
        ("target_exchange_rate", json!(1.0)),
    ] {
        document.entry(field).or_insert(value);
    }
    let mut allocated = 0.0;
    if let Some(Value::Array(references)) = document.get_mut("references") {
        for row in references.iter_mut().filter_map(Value::as_object_mut) {
            allocated += number(row, "allocated_amount");
            fill_in_reference(site, row)?;
        }
    }
    let paid = number(document, "paid_amount");
    if allocated > paid {
        return Err(Refusal::invalid("Allocated amount cannot be greater than paid amount").into());
    }
    document.insert("total_allocated_amount".to_owned(), json!(allocated));
    document.insert("unallocated_amount".to_owned(), json!(paid - allocated));
    document.insert("difference_amount".to_owned(), json!(0.0));
    Ok(())
}

/// Total and open amount of the order paid for; more than that cannot be allocated.
fn fill_in_reference(site: &Site, row: &mut Fields) -> Done<()> {
    let (doctype, name) = (text(row, "reference_doctype"), text(row, "reference_name"));
    let found = site.db.header(doctype, name)?;
    let order = found.ok_or_else(|| Refusal::not_found(doctype, name))?;
    let total = number(&order, "grand_total");
    let open = total - number(&order, "advance_paid");
    if number(row, "allocated_amount") > open {
        let words = "Allocated Amount cannot be greater than outstanding amount.";
        return Err(Refusal::invalid(words).into());
    }
    row.insert("total_amount".to_owned(), json!(total));
    row.insert("outstanding_amount".to_owned(), json!(open));
    Ok(())
}
