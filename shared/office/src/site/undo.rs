//! `satchel-office site undo`: removes what the record says the set-up made, and nothing else.

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use satchel_frappe::{Client, Filter, ListQuery, transport::Effect};
use serde_json::json;

use super::Line;
use super::plan::{Fields, Plan, Rule, rows, rules_of, text};
use super::record::{self, Record};
use super::setup::PERMISSION_MANAGER;
use super::survey::{Survey, rules_where};
use super::words;

/// Remove what `site setup` made.
///
/// Only what the record on the site names is removed. What holds visits, or a role that users have, is
/// kept unless asked for; the values of removed fields stay in the site's database and are there again
/// when the field is.
#[derive(Args)]
pub struct Undo {
    #[command(flatten)]
    line: Line,
    /// Say what would be removed and remove nothing.
    #[arg(long)]
    dry_run: bool,
    /// Remove the DocType of visits although there are visits, and roles although users have them.
    #[arg(long)]
    in_use: bool,
}

/// One thing to be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// A rule the set-up added.
    Rule(Rule),
    /// The copy of the standard rules, where nothing else is left and nobody changed it.
    Copy(String),
    /// A document: DocType and name.
    Document(&'static str, String),
}

impl Step {
    fn key(&self) -> String {
        match self {
            Self::Rule(rule) => rule.key(),
            Self::Copy(doctype) => format!("Copied/{doctype}"),
            Self::Document(doctype, name) => format!("{doctype}/{name}"),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Rule(rule) => format!("permission: {}", rule.place()),
            Self::Copy(doctype) => format!("copy of the standard permissions of {doctype}"),
            Self::Document(doctype, name) => format!("{doctype} {name}"),
        }
    }
}

/// Runs the subcommand.
///
/// # Errors
///
/// When the site cannot be asked or refuses.
pub(crate) async fn run(options: &Undo) -> anyhow::Result<ExitCode> {
    let client = options.line.client()?;
    let plan = Plan::read()?;
    let survey = Survey::take(&client, &plan).await?;
    if survey.record.is_none() {
        println!("no record of a set-up on this site: nothing here was made by this tool");
    }
    let steps = steps(&survey, &survey.record.clone().unwrap_or_default());
    if options.dry_run {
        let mut kept = BTreeSet::new();
        for step in &steps {
            match reason_to_keep(&client, &survey, step, &kept, options.in_use).await? {
                None => println!("would remove {}", step.words()),
                Some(why) => {
                    println!("would keep {}: {why}", step.words());
                    kept.insert(step.key());
                }
            }
        }
        return Ok(ExitCode::SUCCESS);
    }
    let kept =
        take_back(&client, &plan, &survey, options.in_use, &mut |line| println!("{line}")).await?;
    Ok(if kept == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Removes everything in the record, and then the record; how much was kept. What is kept stays in
/// the record.
///
/// # Errors
///
/// For the first thing the site refuses; the record then still names the rest.
pub(crate) async fn take_back(
    client: &Client,
    plan: &Plan,
    survey: &Survey,
    in_use: bool,
    tell: &mut dyn FnMut(String),
) -> anyhow::Result<usize> {
    let doctype = record::doctype(plan);
    let Some(record) = survey.record.clone() else {
        // A run was broken off right after the DocType was made or right before it was removed.
        if survey.doctypes.get(doctype).is_some_and(|one| is_ours(plan, one)) {
            client.delete("DocType", doctype).await.map_err(|failure| words::of(&failure))?;
        }
        return Ok(0);
    };
    let mut kept = BTreeSet::new();
    for step in steps(survey, &record) {
        match reason_to_keep(client, survey, &step, &kept, in_use).await? {
            Some(why) => {
                tell(format!("kept {}: {why}", step.words()));
                // A copy that is in use is nobody's in particular from now on.
                if !matches!(step, Step::Copy(_)) {
                    kept.insert(step.key());
                }
            }
            None => {
                remove(client, &step).await.with_context(|| step.words())?;
                tell(format!("removed {}", step.words()));
            }
        }
    }
    let count = kept.len();
    if kept.is_empty() {
        Record::remove(client, doctype).await?;
        client.delete("DocType", doctype).await.map_err(|failure| words::of(&failure))?;
    } else {
        Record::only(kept).save(client, doctype, true).await?;
    }
    Ok(count)
}

/// Whether the DocType of the record is the one the set-up makes.
fn is_ours(plan: &Plan, standing: &Fields) -> bool {
    let same = |key| text(standing, key) == text(&plan.record_doctype, key);
    same("description") && same("autoname")
}

/// What is there of the record, last made first: rules of higher levels before those below them, what
/// links to a role before the role.
fn steps(survey: &Survey, record: &Record) -> Vec<Step> {
    let mut rules: Vec<Rule> = survey
        .rules
        .iter()
        .map(|standing| standing.rule.clone())
        .filter(|rule| record.holds(&rule.key()))
        .collect();
    rules.sort_by_key(|rule| (rule.doctype.clone(), std::cmp::Reverse(rule.permlevel)));
    let named = |kind: &str| -> Vec<String> {
        let keys = record.keys().filter_map(|key| key.strip_prefix(kind));
        keys.map(str::to_owned).collect()
    };
    let copies =
        named("Copied/").into_iter().filter(|doctype| survey.custom(doctype).next().is_some());
    let fields = named("Custom Field/").into_iter().filter(|one| survey.fields.contains_key(one));
    let doctypes = named("DocType/").into_iter().filter(|one| survey.doctypes.contains_key(one));
    let roles = named("Role/").into_iter().filter(|one| survey.roles.contains(one));
    let mut steps: Vec<Step> = rules.into_iter().map(Step::Rule).collect();
    steps.extend(copies.map(Step::Copy));
    steps.extend(fields.map(|name| Step::Document("Custom Field", name)));
    steps.extend(doctypes.map(|name| Step::Document("DocType", name)));
    steps.extend(roles.map(|name| Step::Document("Role", name)));
    steps
}

/// Why a thing the set-up made is left, if it is.
async fn reason_to_keep(
    client: &Client,
    survey: &Survey,
    step: &Step,
    kept: &BTreeSet<String>,
    in_use: bool,
) -> anyhow::Result<Option<String>> {
    match step {
        Step::Copy(doctype) => copy_in_use(client, survey, doctype).await,
        Step::Document("DocType", name) if !in_use => {
            let held = client.count(name, &[]).await.map_err(|failure| words::of(&failure))?;
            Ok((held > 0).then(|| format!("it holds {held} documents (--in-use removes it)")))
        }
        Step::Document("Role", _) if kept.iter().any(|key| key.starts_with("DocType/")) => {
            Ok(Some("a DocType that is kept names it".to_owned()))
        }
        Step::Document("Role", name) => role_in_use(client, survey, name, in_use).await,
        _ => Ok(None),
    }
}

/// The copy goes only where it still says what the standard rules say, so that its going changes
/// nothing but that the DocType follows updates again.
async fn copy_in_use(
    client: &Client,
    survey: &Survey,
    doctype: &str,
) -> anyhow::Result<Option<String>> {
    let document =
        client.get_doc("DocType", doctype).await.map_err(|failure| words::of(&failure))?;
    let standard = rules_of(doctype, &rows(document.fields(), "permissions"));
    let ours = |rule: &Rule| survey.made(&rule.key());
    let left: Vec<&Rule> =
        survey.custom(doctype).map(|one| &one.rule).filter(|rule| !ours(rule)).collect();
    let as_standard =
        left.len() == standard.len() && standard.iter().all(|rule| left.contains(&rule));
    Ok((!as_standard).then(|| "somebody changed the permissions since".to_owned()))
}

/// A role that others gave to users or used in rules of their own.
async fn role_in_use(
    client: &Client,
    survey: &Survey,
    role: &str,
    in_use: bool,
) -> anyhow::Result<Option<String>> {
    let elsewhere = rules_where(client, &json!([["role", "=", role]])).await?;
    let elsewhere = elsewhere.iter().find(|one| !survey.made(&one.rule.key()));
    if let Some(standing) = elsewhere {
        return Ok(Some(format!("there is a rule of it on {}", standing.rule.doctype)));
    }
    let mut query = ListQuery::new("Has Role", &["parent"])
        .with(Filter::equals("parenttype", "User"))
        .with(Filter::equals("role", role));
    query.parent = Some("User".to_owned());
    let users = client.list(&query).await.map_err(|failure| words::of(&failure))?.len();
    Ok((users > 0 && !in_use).then(|| format!("{users} users have it (--in-use takes it away)")))
}

async fn remove(client: &Client, step: &Step) -> anyhow::Result<()> {
    let removed = match step {
        Step::Rule(rule) => {
            let args = json!({
                "doctype": rule.doctype, "role": rule.role,
                "permlevel": rule.permlevel, "if_owner": rule.if_owner,
            });
            let method = format!("{PERMISSION_MANAGER}.remove");
            client.call(&method, &args, Effect::Write).await.map(drop)
        }
        Step::Copy(doctype) => {
            let method = format!("{PERMISSION_MANAGER}.reset");
            client.call(&method, &json!({"doctype": doctype}), Effect::Write).await.map(drop)
        }
        Step::Document("Role", name) => return remove_role(client, name).await,
        Step::Document(doctype, name) => client.delete(doctype, name).await,
    };
    removed.map_err(|failure| words::of(&failure))
}

/// Takes the role from its users first: a document that is linked to cannot be deleted.
async fn remove_role(client: &Client, role: &str) -> anyhow::Result<()> {
    let mut query = ListQuery::new("Has Role", &["parent"])
        .with(Filter::equals("parenttype", "User"))
        .with(Filter::equals("role", role));
    query.parent = Some("User".to_owned());
    let holders = client.list(&query).await.map_err(|failure| words::of(&failure))?;
    for holder in holders.into_maps() {
        let user = text(&holder, "parent");
        let document = client.get_doc("User", user).await.map_err(|failure| words::of(&failure))?;
        let mut roles = rows(document.fields(), "roles");
        roles.retain(|row| text(row, "role") != role);
        let changes = Fields::from_iter([("roles".to_owned(), json!(roles))]);
        let modified = document.modified();
        let saved = client.update("User", user, &changes, modified.as_ref()).await;
        saved.map_err(|failure| words::of(&failure))?;
    }
    client.delete("Role", role).await.map_err(|failure| words::of(&failure))
}
