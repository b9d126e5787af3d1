//! What a site lacks of the set-up, and what stands in the way.

use std::collections::BTreeSet;
use std::fmt;

use super::plan::{Fields, Plan, REP, Rule, VISIT, field_name, rows, rules_of, text};
use super::survey::Survey;

/// One thing that is not as the plan has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// What it is.
    pub(crate) kind: Kind,
    /// Key of the thing in the record.
    pub(crate) key: String,
    /// Whether the set-up may mend it: it is missing, or the set-up made it.
    pub(crate) ours: bool,
}

/// The ways in which a site may differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A role is missing.
    Role(Fields),
    /// A custom field is missing.
    Field(Fields),
    /// A custom field is there, but not as it must be: the property and what it must be.
    FieldDiffers { field: Fields, property: &'static str },
    /// A DocType is missing.
    DocType(Fields),
    /// A DocType lacks fields, or its own permissions differ.
    DocTypeDiffers { doctype: Fields, fields: Vec<String>, rules: Vec<String> },
    /// A permission rule is missing.
    Rule(Rule),
    /// A permission rule grants too little.
    RuleLacks { rule: Rule, rights: Vec<String> },
    /// Reps may read visits, and with them where the others were.
    Exposed,
}

impl Gap {
    /// Whether without it orders are refused, or cannot be told from one another.
    pub(crate) fn stops_orders(&self) -> bool {
        match &self.kind {
            Kind::Role(_) | Kind::DocType(_) => true,
            Kind::Field(field) | Kind::FieldDiffers { field, .. } => {
                text(field, "fieldname") == "satchel_uid"
            }
            Kind::Rule(rule) | Kind::RuleLacks { rule, .. } => {
                rule.role == REP && rule.doctype == "Sales Order"
            }
            Kind::DocTypeDiffers { .. } | Kind::Exposed => false,
        }
    }

    /// `missing`, `differs` or `exposed`.
    pub(crate) fn word(&self) -> &'static str {
        match self.kind {
            Kind::Role(_) | Kind::Field(_) | Kind::DocType(_) | Kind::Rule(_) => "missing",
            Kind::Exposed => "exposed",
            _ => "differs",
        }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Role(role) => write!(f, "role {}", text(role, "role_name")),
            Kind::Field(field) => {
                write!(f, "custom field {} on {}", text(field, "fieldname"), text(field, "dt"))
            }
            Kind::FieldDiffers { field, property } => write!(
                f,
                "custom field {} on {}: {property} must be {}",
                text(field, "fieldname"),
                text(field, "dt"),
                field.get(*property).map(ToString::to_string).unwrap_or_default()
            ),
            Kind::DocType(doctype) => write!(f, "DocType {}", text(doctype, "name")),
            Kind::DocTypeDiffers { doctype, fields, rules } => {
                write!(f, "DocType {}", text(doctype, "name"))?;
                if !fields.is_empty() {
                    write!(f, ": field {} missing", fields.join(", "))?;
                }
                if !rules.is_empty() {
                    write!(f, ": permissions of {} not as planned", rules.join(", "))?;
                }
                Ok(())
            }
            Kind::Rule(rule) => write!(f, "permission: {}: {}", rule.place(), listed(&rule.rights)),
            Kind::RuleLacks { rule, rights } => {
                write!(f, "permission: {}: lacks {}", rule.place(), rights.join(", "))
            }
            Kind::Exposed => write!(
                f,
                "{REP} may read {VISIT}: the map then shows every rep where all the others were"
            ),
        }?;
        match self.kind {
            Kind::Exposed if !self.ours => {
                write!(f, " (take the right away in the Role Permissions Manager)")
            }
            _ if !self.ours => write!(f, " (made by somebody else; left as it is)"),
            _ => Ok(()),
        }
    }
}

fn listed(rights: &BTreeSet<String>) -> String {
    rights.iter().cloned().collect::<Vec<_>>().join(", ")
}

/// Everything that is not as the plan has it, in the order in which it is made.
pub(crate) fn find(plan: &Plan, survey: &Survey) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for role in &plan.roles {
        if !survey.roles.contains(text(role, "role_name")) {
            let key = format!("Role/{}", text(role, "role_name"));
            gaps.push(Gap { kind: Kind::Role(role.clone()), key, ours: true });
        }
    }
    gaps.extend(plan.doctypes.iter().filter_map(|doctype| doctype_gap(survey, doctype)));
    gaps.extend(plan.custom_fields.iter().filter_map(|field| field_gap(survey, field)));
    gaps.extend(plan.permissions.iter().filter_map(|rule| rule_gap(survey, rule)));
    gaps.extend(exposure(survey));
    gaps
}

fn field_gap(survey: &Survey, field: &Fields) -> Option<Gap> {
    let name = field_name(field);
    let key = format!("Custom Field/{name}");
    if survey.standard_fields.contains(&name) {
        return None;
    }
    let Some(standing) = survey.fields.get(&name) else {
        return Some(Gap { kind: Kind::Field(field.clone()), key, ours: true });
    };
    let differs = |property: &&str| match field.get(*property) {
        Some(wanted) => standing.get(*property) != Some(wanted),
        None => false,
    };
    // What decides whether a document arrives once and whole; looks are the company's.
    let property = ["fieldtype", "unique", "options"].into_iter().find(differs)?;
    // A field's type cannot be changed over REST once it holds values.
    let ours = property == "unique" && survey.made(&key);
    Some(Gap { kind: Kind::FieldDiffers { field: field.clone(), property }, key, ours })
}

fn doctype_gap(survey: &Survey, doctype: &Fields) -> Option<Gap> {
    let name = text(doctype, "name");
    let key = format!("DocType/{name}");
    let Some(standing) = survey.doctypes.get(name) else {
        return Some(Gap { kind: Kind::DocType(doctype.clone()), key, ours: true });
    };
    let there = rows(standing, "fields");
    let fields: Vec<String> = rows(doctype, "fields")
        .iter()
        .map(|field| text(field, "fieldname"))
        .filter(|wanted| !there.iter().any(|field| text(field, "fieldname") == *wanted))
        .map(str::to_owned)
        .collect();
    let in_force = survey.in_force(name);
    let rules: Vec<String> = rules_of(name, &rows(doctype, "permissions"))
        .into_iter()
        .filter(|wanted| {
            let same = in_force.iter().find(|rule| rule.key() == wanted.key());
            same.is_none_or(|rule| !wanted.rights.is_subset(&rule.rights))
        })
        .map(|rule| rule.role)
        .collect();
    if fields.is_empty() && rules.is_empty() {
        return None;
    }
    let ours = survey.made(&key) && (rules.is_empty() || survey.custom(name).next().is_none());
    Some(Gap { kind: Kind::DocTypeDiffers { doctype: doctype.clone(), fields, rules }, key, ours })
}

fn rule_gap(survey: &Survey, rule: &Rule) -> Option<Gap> {
    let key = rule.key();
    let Some(standing) = survey.standing(rule) else {
        return Some(Gap { ours: may_be_added(survey, rule), kind: Kind::Rule(rule.clone()), key });
    };
    let rights: Vec<String> = rule.rights.difference(&standing.rule.rights).cloned().collect();
    let ours = survey.made(&key);
    (!rights.is_empty()).then(|| Gap {
        kind: Kind::RuleLacks { rule: rule.clone(), rights },
        key,
        ours,
    })
}

/// A rule for own documents cannot be added beside a general one: the general one must be made into
/// it and added again, which is done only with one the set-up made.
fn may_be_added(survey: &Survey, rule: &Rule) -> bool {
    let Some(standing) = survey.standing(&general(rule)).filter(|_| rule.if_owner == 1) else {
        return true;
    };
    let left_halfway = survey.made(&rule.key()) && is_bare(&standing.rule);
    survey.made(&standing.rule.key()) || left_halfway
}

/// As `add` makes it.
fn is_bare(rule: &Rule) -> bool {
    rule.rights.len() == 1 && rule.rights.contains("read")
}

/// The same rule for all documents.
pub(crate) fn general(rule: &Rule) -> Rule {
    Rule { if_owner: 0, ..rule.clone() }
}

/// `get_coords` asks for read on the DocType and for nothing else (recording 161).
fn exposure(survey: &Survey) -> Option<Gap> {
    let rules = survey.in_force(VISIT);
    let exposed = rules
        .iter()
        .any(|rule| rule.role == REP && rule.permlevel == 0 && rule.rights.contains("read"));
    let key = format!("DocType/{VISIT}");
    let ours = survey.made(&key) && survey.custom(VISIT).next().is_none();
    exposed.then_some(Gap { kind: Kind::Exposed, key, ours })
}
