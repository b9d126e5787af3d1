//! What a supervisor's phone has besides: the visits and orders of others, and who they are.
//!
//! Nobody tells a phone the roles of its user. The list of Field Visits does: a rep is answered 403, or shown
//! none but one's own, and nothing else here is pulled. Which visits and orders of others there are to see is for
//! the site to say, by its rights and User Permissions.

use satchel_store::{TEAM_FILE, TEAM_ORDER, TEAM_VISIT};

use super::{Columns, Condition, DAY, Entry, Presence, SMALL};

/// Days of visits that are loaded at first: reports look back so far.
const VISIT_DAYS: u64 = 366;
/// Days of orders that are loaded at first.
const ORDER_DAYS: u64 = 92;

/// Looked at in every round of the day.
const TEAM: Entry = Entry { every: 4, to_sell: false, of_team: true, ..SMALL };

/// It answers whether there is a team, so it is asked for on every phone.
pub(super) const VISIT: Entry = Entry {
    doctype: "Field Visit",
    kept_as: TEAM_VISIT,
    of_team: false,
    always: &[Condition::Others],
    at_first: &[Condition::Recent("check_in", VISIT_DAYS)],
    page: 1_000,
    presence: Presence::Some(&[]),
    ..TEAM
};

pub(super) const ORDER: Entry = Entry {
    doctype: "Sales Order",
    kept_as: TEAM_ORDER,
    columns: Columns::Named(&[
        "owner",
        "creation",
        "customer",
        "customer_name",
        "transaction_date",
        "status",
        "docstatus",
        "currency",
        "grand_total",
        "base_grand_total",
        "latitude",
        "longitude",
        "satchel_uid",
        "satchel_receipt_no",
        "satchel_captured_at",
        "satchel_visit",
    ]),
    always: &[Condition::Others],
    at_first: &[Condition::Recent("transaction_date", ORDER_DAYS)],
    page: 1_000,
    presence: Presence::Some(&["status", "docstatus"]),
    ..TEAM
};

/// Which pictures and signatures there are. What they show is fetched when somebody looks.
pub(super) const FILE: Entry = Entry {
    doctype: "File",
    kept_as: TEAM_FILE,
    columns: Columns::Named(&["file_name", "file_url", "file_size", "attached_to_name"]),
    always: &[Condition::Text("attached_to_doctype", "Field Visit")],
    at_first: &[Condition::Recent("creation", VISIT_DAYS)],
    page: 1_000,
    presence: Presence::Some(&[]),
    ..TEAM
};

/// Of a colleague only what names them: the rest is the personnel office's.
pub(super) const EMPLOYEE: Entry = Entry {
    doctype: "Employee",
    columns: Columns::Named(&["employee_name", "user_id", "status"]),
    every: DAY,
    ..TEAM
};

pub(super) const SALES_PERSON: Entry = Entry {
    doctype: "Sales Person",
    columns: Columns::Named(&[
        "sales_person_name",
        "parent_sales_person",
        "employee",
        "is_group",
        "enabled",
    ]),
    every: DAY,
    ..TEAM
};
