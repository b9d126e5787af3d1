//! `satchel-office site setup`: makes what is missing, over REST, in an order in which every half of
//! it may be left and taken up again.

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use satchel_frappe::{Client, Document, Outcome, transport::Effect};
use serde_json::json;

use super::Line;
use super::gaps::{self, Gap, Kind, general};
use super::plan::{Fields, Plan, RIGHTS, Rule, rows, rules_of, text};
use super::record;
use super::survey::{Standing, Survey, rules_where};
use super::words;

/// Adds, changes and removes permission rules. `Custom DocPerm` is never inserted by hand: on a DocType
/// without custom rules that takes everybody else's rights away.
pub(crate) const PERMISSION_MANAGER: &str =
    "frappe.core.page.permission_manager.permission_manager";

/// Make the custom fields, the DocType, the roles and the permission rules Satchel needs.
///
/// Made over REST with the key pair of an administrator (role System Manager). What is there already is
/// left as it is. Run again it makes what is missing, and nothing where all is there.
#[derive(Args)]
pub struct Setup {
    #[command(flatten)]
    line: Line,
    /// Say what would be made and make nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the subcommand.
///
/// # Errors
///
/// When the site cannot be asked or refuses.
pub(crate) async fn run(options: &Setup) -> anyhow::Result<ExitCode> {
    let client = options.line.client()?;
    let plan = Plan::read()?;
    let survey = Survey::take(&client, &plan).await?;
    let gaps = gaps::find(&plan, &survey);
    if options.dry_run {
        gaps.iter().for_each(|gap| {
            println!("{} {gap}", if gap.ours { "would make" } else { "cannot mend" });
        });
    } else {
        apply(&client, &plan, &survey, &gaps, &mut |line| println!("{line}")).await?;
    }
    let left: Vec<&Gap> = gaps.iter().filter(|gap| !gap.ours).collect();
    if !options.dry_run {
        left.iter().for_each(|gap| println!("{}: {gap}", gap.word()));
    }
    if gaps.is_empty() {
        println!("everything is there; nothing to do");
    }
    Ok(if left.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes what is missing, and tells each thing when it is made.
///
/// # Errors
///
/// For the first thing the site refuses; what was made stays and is found by the next run.
pub(crate) async fn apply(
    client: &Client,
    plan: &Plan,
    survey: &Survey,
    gaps: &[Gap],
    tell: &mut dyn FnMut(String),
) -> anyhow::Result<()> {
    let gaps: Vec<&Gap> = gaps.iter().filter(|gap| gap.ours).collect();
    if gaps.is_empty() {
        return Ok(());
    }
    note(client, plan, survey, &gaps).await?;
    for gap in gaps {
        make(client, survey, gap).await.with_context(|| gap.to_string())?;
        tell(format!("made {gap}"));
    }
    Ok(())
}

/// Writes down what is about to be made.
async fn note(client: &Client, plan: &Plan, survey: &Survey, gaps: &[&Gap]) -> anyhow::Result<()> {
    let doctype = record::doctype(plan);
    if !survey.doctypes.contains_key(doctype) {
        done(client.insert("DocType", &Document::from(plan.record_doctype.clone())).await)?;
    }
    let mut keys: BTreeSet<String> = gaps.iter().map(|gap| gap.key.clone()).collect();
    for gap in gaps {
        if let Kind::Rule(rule) = &gap.kind
            && survey.custom(&rule.doctype).next().is_none()
        {
            keys.insert(format!("Copied/{}", rule.doctype));
        }
    }
    let known = survey.record.clone().unwrap_or_default();
    match known.with(keys) {
        Some(record) => record.save(client, doctype, survey.record.is_some()).await,
        None => Ok(()),
    }
}

async fn make(client: &Client, survey: &Survey, gap: &Gap) -> anyhow::Result<()> {
    match &gap.kind {
        Kind::Role(role) => done(client.insert("Role", &Document::from(role.clone())).await),
        Kind::Field(field) => {
            done(client.insert("Custom Field", &Document::from(field.clone())).await)
        }
        Kind::FieldDiffers { field, property } => {
            let value = field.get(*property).cloned().unwrap_or_default();
            let changes = Fields::from_iter([((*property).to_owned(), value)]);
            let name = super::plan::field_name(field);
            done(client.update("Custom Field", &name, &changes, None).await)
        }
        Kind::DocType(doctype) => {
            done(client.insert("DocType", &Document::from(doctype.clone())).await)
        }
        Kind::DocTypeDiffers { doctype, .. } => mend_doctype(client, survey, doctype).await,
        Kind::Exposed => match survey.doctypes.get(super::plan::VISIT) {
            Some(standing) => mend_doctype(client, survey, standing).await,
            None => Ok(()),
        },
        Kind::Rule(rule) => {
            add_rule(client, rule).await?;
            let ground = survey.standing(&general(rule)).filter(|_| rule.if_owner == 1);
            match ground.filter(|one| survey.made(&one.rule.key())) {
                Some(turned) => add_rule(client, &turned.rule).await,
                None => Ok(()),
            }
        }
        Kind::RuleLacks { rule, .. } => match survey.standing(rule) {
            Some(standing) => {
                let mut wanted = rule.clone();
                wanted.rights.extend(standing.rule.rights.iter().cloned());
                put_rule(client, &standing.name, &wanted).await
            }
            None => Ok(()),
        },
    }
}

/// Adds missing fields to a DocType and gives its rules of our roles as planned. A `PUT` replaces both
/// tables, so the rows that stay are sent with their names (recording 162).
async fn mend_doctype(client: &Client, survey: &Survey, wanted: &Fields) -> anyhow::Result<()> {
    let plan = Plan::read()?;
    let name = text(wanted, "name");
    let wanted = plan.doctypes.iter().find(|one| text(one, "name") == name).unwrap_or(wanted);
    let standing = survey.doctypes.get(name).cloned().unwrap_or_default();
    let mut fields = rows(&standing, "fields");
    for field in rows(wanted, "fields") {
        if !fields.iter().any(|one| text(one, "fieldname") == text(&field, "fieldname")) {
            fields.push(field);
        }
    }
    for (at, field) in fields.iter_mut().enumerate() {
        field.insert("idx".to_owned(), json!(at.saturating_add(1)));
    }
    let roles = plan.role_names();
    let mut permissions = rows(&standing, "permissions");
    permissions.retain(|row| !roles.contains(&text(row, "role")));
    let planned = rows(wanted, "permissions").into_iter();
    permissions.extend(
        planned
            .filter(|row| {
                let others = rules_of(name, &permissions);
                let rule = super::plan::rule_of(name, row);
                !others.iter().any(|other| other.key() == rule.key())
            })
            .collect::<Vec<_>>(),
    );
    let changes = Fields::from_iter([
        ("fields".to_owned(), json!(fields)),
        ("permissions".to_owned(), json!(permissions)),
    ]);
    done(client.update("DocType", name, &changes, None).await)
}

/// Adds a rule. `add` makes a general rule with `read` and copies the standard rules before the first
/// (recording 124); a rule for own documents is a general one made into it.
async fn add_rule(client: &Client, rule: &Rule) -> anyhow::Result<()> {
    let ground = general(rule);
    // An interrupted run may have left the general rule, or one made before stands in its place.
    let mut standing = find_rule(client, &ground).await?;
    if standing.is_none() {
        let args = json!({
            "parent": rule.doctype, "role": rule.role, "permlevel": rule.permlevel,
        });
        let method = format!("{PERMISSION_MANAGER}.add");
        done(client.call(&method, &args, Effect::Write).await)?;
        standing = find_rule(client, &ground).await?;
    }
    let standing = standing.context("the site added no rule")?;
    if standing.rule == *rule {
        return Ok(());
    }
    put_rule(client, &standing.name, rule).await
}

async fn find_rule(client: &Client, rule: &Rule) -> anyhow::Result<Option<Standing>> {
    let filters = json!([
        ["parent", "=", rule.doctype],
        ["role", "=", rule.role],
        ["permlevel", "=", rule.permlevel],
        ["if_owner", "=", rule.if_owner],
    ]);
    Ok(rules_where(client, &filters).await?.into_iter().next())
}

/// Gives a rule exactly these rights, all in one request.
async fn put_rule(client: &Client, name: &str, rule: &Rule) -> anyhow::Result<()> {
    let mut changes: Fields = RIGHTS
        .iter()
        .map(|right| ((*right).to_owned(), json!(u8::from(rule.rights.contains(*right)))))
        .collect();
    changes.insert("if_owner".to_owned(), json!(rule.if_owner));
    done(client.update("Custom DocPerm", name, &changes, None).await)
}

fn done<T>(outcome: Outcome<T>) -> anyhow::Result<()> {
    outcome.map(drop).map_err(|failure| words::of(&failure))
}

#[cfg(test)]
mod tests;
