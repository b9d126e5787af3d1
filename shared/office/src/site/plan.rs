//! What the set-up makes, read from `data/set-up.json`.

use std::collections::BTreeSet;

use anyhow::Context;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Fields of a document.
pub(crate) type Fields = Map<String, Value>;

/// Role of those who carry a phone.
pub(crate) const REP: &str = "Satchel Rep";
/// DocType of visits.
pub(crate) const VISIT: &str = "Field Visit";

/// Rights of a permission rule (`Custom DocPerm`), as far as the plan could mean them.
pub(crate) const RIGHTS: [&str; 14] = [
    "select", "read", "write", "create", "delete", "submit", "cancel", "amend", "report", "export",
    "import", "share", "print", "email",
];

/// The whole set-up, in the order in which it is made.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    /// DocType that holds the record of what was made.
    pub(crate) record_doctype: Fields,
    /// `Role` documents.
    pub(crate) roles: Vec<Fields>,
    /// `Custom Field` documents.
    pub(crate) custom_fields: Vec<Fields>,
    /// `DocType` documents with their own permissions.
    pub(crate) doctypes: Vec<Fields>,
    /// Permission rules on DocTypes of ERPNext. Of two rules of one role on one DocType the one with
    /// `if_owner` comes first: the site adds it in no other order.
    pub(crate) permissions: Vec<Rule>,
}

/// One permission rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// DocType it is about.
    pub(crate) doctype: String,
    /// Role it is for.
    pub(crate) role: String,
    /// 0 for documents, 1 and above for fields of that level.
    pub(crate) permlevel: u8,
    /// 1 where it reaches only to documents the user made himself.
    pub(crate) if_owner: u8,
    /// What it grants.
    pub(crate) rights: BTreeSet<String>,
}

impl Rule {
    /// Which rule it is, whatever it grants.
    pub(crate) fn key(&self) -> String {
        format!("Rule/{}/{}/{}/{}", self.doctype, self.role, self.permlevel, self.if_owner)
    }

    /// For people.
    pub(crate) fn place(&self) -> String {
        let level = match self.permlevel {
            0 => String::new(),
            level => format!(", level {level}"),
        };
        let owner = if self.if_owner == 1 { ", own documents" } else { "" };
        format!("{} on {}{level}{owner}", self.role, self.doctype)
    }
}

impl Plan {
    /// The plan this tool was built with.
    ///
    /// # Errors
    ///
    /// If its data is not of this shape, which a test keeps from happening.
    pub(crate) fn read() -> anyhow::Result<Self> {
        serde_json::from_str(include_str!("../../data/set-up.json")).context("data/set-up.json")
    }

    /// Names of the roles.
    pub(crate) fn role_names(&self) -> Vec<&str> {
        self.roles.iter().map(|role| text(role, "role_name")).collect()
    }

    /// DocTypes whose permission rules it touches.
    pub(crate) fn ruled_doctypes(&self) -> BTreeSet<&str> {
        self.permissions.iter().map(|rule| rule.doctype.as_str()).collect()
    }

    /// DocTypes that get custom fields.
    pub(crate) fn extended_doctypes(&self) -> BTreeSet<&str> {
        self.custom_fields.iter().map(|field| text(field, "dt")).collect()
    }

    /// DocTypes and settings a rep may read.
    pub(crate) fn read_by_reps(&self) -> BTreeSet<&str> {
        let rules = self.permissions.iter().filter(|rule| rule.role == REP && rule.permlevel == 0);
        rules
            .filter(|rule| rule.rights.contains("read"))
            .map(|rule| rule.doctype.as_str())
            .collect()
    }
}

/// The permissions of a DocType document as rules.
pub(crate) fn rules_of(doctype: &str, rows: &[Fields]) -> Vec<Rule> {
    rows.iter().map(|row| rule_of(doctype, row)).collect()
}

/// A row of `DocPerm` or `Custom DocPerm` as a rule.
pub(crate) fn rule_of(doctype: &str, row: &Fields) -> Rule {
    Rule {
        doctype: doctype.to_owned(),
        role: text(row, "role").to_owned(),
        permlevel: u8::try_from(number(row, "permlevel")).unwrap_or(u8::MAX),
        if_owner: u8::from(number(row, "if_owner") == 1),
        rights: RIGHTS
            .iter()
            .filter(|right| number(row, right) == 1)
            .map(|right| (*right).to_owned())
            .collect(),
    }
}

/// Name of a `Custom Field`: `<DocType>-<fieldname>`.
pub(crate) fn field_name(field: &Fields) -> String {
    format!("{}-{}", text(field, "dt"), text(field, "fieldname"))
}

/// A text; empty where there is none.
pub(crate) fn text<'a>(fields: &'a Fields, key: &str) -> &'a str {
    fields.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A whole number; 0 where there is none.
pub(crate) fn number(fields: &Fields, key: &str) -> u64 {
    match fields.get(key) {
        Some(Value::Bool(set)) => u64::from(*set),
        Some(value) => value.as_u64().unwrap_or_default(),
        None => 0,
    }
}

/// The rows of a table field.
pub(crate) fn rows(fields: &Fields, table: &str) -> Vec<Fields> {
    let rows = fields.get(table).and_then(Value::as_array).into_iter().flatten();
    rows.filter_map(Value::as_object).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_can_be_made_in_its_order() {
        let plan = Plan::read().unwrap();
        let roles = plan.role_names();
        for (at, rule) in plan.permissions.iter().enumerate() {
            assert!(roles.contains(&rule.role.as_str()), "{}", rule.place());
            assert!(rule.rights.iter().all(|right| RIGHTS.contains(&right.as_str())));
            let before = plan.permissions.get(..at).unwrap();
            let same = |other: &&Rule| other.doctype == rule.doctype && other.role == rule.role;
            if rule.if_owner == 1 {
                assert!(!before.iter().any(|other| same(&other)), "{} comes late", rule.place());
            }
            if rule.permlevel > 0 {
                let ground = before.iter().any(|other| same(&other) && other.permlevel == 0);
                assert!(ground, "{} has no ground level", rule.place());
            }
        }
    }

    #[test]
    fn no_rep_may_read_where_others_were() {
        let plan = Plan::read().unwrap();
        assert!(!plan.read_by_reps().contains(VISIT));
        for doctype in &plan.doctypes {
            if !rows(doctype, "fields").iter().any(|field| text(field, "fieldname") == "latitude") {
                continue;
            }
            for rule in rules_of(text(doctype, "name"), &rows(doctype, "permissions")) {
                assert!(rule.role != REP || !rule.rights.contains("read"), "{}", rule.place());
            }
        }
    }

    #[test]
    fn every_field_a_phone_sends_is_made() {
        let plan = Plan::read().unwrap();
        let made: Vec<String> = plan.custom_fields.iter().map(field_name).collect();
        for name in [
            "Sales Order-satchel_uid",
            "Sales Order-satchel_note",
            "Sales Order-satchel_receipt_no",
            "Sales Order-satchel_clock_ahead_s",
            "Sales Order-satchel_visit",
            "Task-satchel_visit",
            "Timesheet-satchel_visit",
            "Task-satchel_customer",
            "Task-satchel_progress_log",
            "Address-satchel_latitude",
            "File-satchel_uid",
        ] {
            assert!(made.iter().any(|field| field == name), "{name}");
        }
    }

    #[test]
    fn every_field_that_tells_a_visit_is_made() {
        let plan = Plan::read().unwrap();
        let visit = plan.doctypes.iter().find(|one| text(one, "name") == VISIT).unwrap();
        let made = rows(visit, "fields");
        let position = serde_json::json!({
            "latitude_e7": 1, "longitude_e7": 2, "accuracy_m": 3, "simulated": true,
        });
        for moment in ["check_in", "check_out"] {
            let evidence = serde_json::json!({
                "format": 1, "device": "VAN3", "number": 1, "previous": "", "visit": "v",
                "moment": moment, "customer": "server:C", "event": "EV-1",
                "site_time": "2026-11-22 10:00:00", "distance_m": 4, "note": "sold",
                "captured": {
                    "utc": "2026-11-22T10:00:00Z", "offset_minutes": 60, "monotonic_ms": 5,
                    "boot_id": "b", "position": position,
                    "server": {"offset_ms": 900_000, "heard": "2026-11-22T10:00:00Z",
                               "monotonic_ms": 5, "boot_id": "b"},
                },
                "better": {"position": position, "after_s": 9},
            });
            let evidence = serde_json::from_value(evidence).unwrap();
            let link = satchel_domain::visits::seal(None, evidence).unwrap();
            for name in satchel_domain::visits::fields(&link.read().unwrap(), &link).keys() {
                let found = made.iter().any(|field| text(field, "fieldname") == name);
                assert!(found, "{name} of a {moment}");
            }
        }
    }
}
