//! `satchel-office site check`: what an address is and what of the set-up is there. Reads only.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use satchel_frappe::address::AddressError;
use satchel_frappe::{Client, Failure, ListQuery, SiteAddress, SiteVersions};
use serde_json::{Value, json};

use super::gaps;
use super::plan::{Plan, REP, VISIT, text};
use super::survey::Survey;
use super::{Trust, given_token, logos, words};

/// Versions that were recorded; others are likely to do.
const RECORDED: &str = "15.71 to 15.99";

/// Say what an address is, which versions run there, and what of the set-up is there.
///
/// Without a key pair only the address is looked at. With an administrator's the set-up is compared
/// with the plan; with a rep's it is tried what his phone may and may not read.
#[derive(Args)]
pub struct Check {
    /// Address of the site.
    #[arg(value_name = "URL")]
    address: String,
    /// Key pair of the user who asks; without it taken from SATCHEL_TOKEN.
    #[arg(long, value_name = "KEY:SECRET")]
    token: Option<String>,
    #[command(flatten)]
    trust: Trust,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What came out.
#[derive(Default)]
struct Report {
    address: String,
    /// `none`, `not_frappe`, `frappe`, `erpnext`.
    kind: &'static str,
    versions: Option<SiteVersions>,
    user: Option<String>,
    /// Each with a word: ok, missing, differs, exposed, wrong, note.
    findings: Vec<(&'static str, String)>,
}

impl Report {
    fn add(&mut self, word: &'static str, words: impl Into<String>) {
        self.findings.push((word, words.into()));
    }

    fn is_good(&self) -> bool {
        self.findings.iter().all(|(word, _)| matches!(*word, "ok" | "note"))
    }
}

/// Runs the subcommand; exit 1 where something is missing or wrong.
///
/// # Errors
///
/// When the key pair given is none.
pub(crate) async fn run(options: &Check) -> anyhow::Result<ExitCode> {
    let mut report = Report { address: options.address.clone(), kind: "none", ..Report::default() };
    match SiteAddress::parse(&options.address) {
        Err(error) => report.add("wrong", address_words(error)),
        Ok(address) => {
            report.address = address.to_string();
            let transport = Arc::new(options.trust.transport(address)?);
            let client = Client::new(transport, given_token(options.token.as_deref())?);
            look(&client, options.token_is_given(), &mut report).await?;
        }
    }
    print(&report, options.json);
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Check {
    fn token_is_given(&self) -> bool {
        self.token.is_some() || std::env::var_os(super::TOKEN_VARIABLE).is_some()
    }
}

fn address_words(error: AddressError) -> &'static str {
    match error {
        AddressError::NotAnAddress => "this is not an address",
        AddressError::Scheme => "an address begins with https://",
        AddressError::Unprotected => {
            "http would carry the key pair where everyone on the way can read it: the site needs \
             https (http is taken for this machine only)"
        }
        AddressError::Credentials => "leave the user name and password out of the address",
    }
}

async fn look(client: &Client, with_token: bool, report: &mut Report) -> anyhow::Result<()> {
    if let Err(failure) = client.ping().await {
        if matches!(failure, Failure::NotFrappe { .. }) {
            report.kind = "not_frappe";
        }
        report.add("wrong", words::sentence(&failure));
        return Ok(());
    }
    report.kind = "frappe";
    report.add("ok", "a Frappe site answers");
    if !with_token {
        report.add("note", "give a key pair with --token to see versions and set-up");
        return Ok(());
    }
    match client.logged_user().await {
        Ok(user) => report.user = Some(user),
        Err(failure) => {
            report.add("wrong", words::sentence(&failure));
            return Ok(());
        }
    }
    if let Err(failure) = versions(client, report).await {
        report.add("wrong", words::sentence(&failure));
        return Ok(());
    }
    match logos::look(client, &report.address).await {
        Ok(told) => told.into_iter().for_each(|words| report.add("note", words)),
        Err(failure) => {
            let why = words::sentence(&failure);
            report.add("note", format!("the logos of the companies were not looked at: {why}"));
        }
    }
    let plan = Plan::read()?;
    match client.may_list("Custom DocPerm").await {
        Ok(true) => set_up(client, &plan, report).await,
        Ok(false) => {
            if let Err(failure) = rep(client, &plan, report).await {
                report.add("wrong", words::sentence(&failure));
            }
            Ok(())
        }
        Err(failure) => {
            report.add("wrong", words::sentence(&failure));
            Ok(())
        }
    }
}

async fn versions(client: &Client, report: &mut Report) -> Result<(), Failure> {
    let versions = client.versions().await?;
    match versions.erpnext() {
        Some(version) => {
            report.kind = "erpnext";
            report.add("ok", format!("ERPNext {version}"));
            if version.major != 15 {
                report.add(
                    "wrong",
                    format!("Satchel speaks with ERPNext 15 ({RECORDED} were tried)"),
                );
            }
        }
        None => report.add("wrong", "ERPNext is not installed on this site"),
    }
    report.versions = Some(versions);
    Ok(())
}

/// Compares with the plan, as an administrator.
async fn set_up(client: &Client, plan: &Plan, report: &mut Report) -> anyhow::Result<()> {
    let survey = Survey::take(client, plan).await?;
    let gaps = gaps::find(plan, &survey);
    for gap in &gaps {
        report.add(gap.word(), gap.to_string());
    }
    for name in &survey.standard_fields {
        report.add("note", format!("{name} is a field of this version itself; none is added"));
    }
    match (&survey.record, gaps.is_empty()) {
        (Some(_), true) => report.add("ok", "the set-up is complete"),
        (None, true) => report.add("ok", "everything is there; it was not made by this tool"),
        (_, false) if gaps.iter().any(|gap| gap.ours) => {
            report.add("note", "satchel-office site setup makes what is missing");
        }
        _ => {}
    }
    Ok(())
}

/// Tries what a phone of this user may read.
async fn rep(client: &Client, plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let mut readable = 0_u32;
    for doctype in plan.read_by_reps() {
        if may_read(client, doctype).await? {
            readable = readable.saturating_add(1);
        } else {
            report.add("missing", format!("read on {doctype} (role {REP} gives it)"));
        }
    }
    report.add("ok", format!("{readable} doctypes a phone needs may be read"));
    for doctype in plan.extended_doctypes() {
        sent_fields(client, plan, doctype, report).await?;
    }
    if client.may_list(VISIT).await? {
        report.add(
            "exposed",
            format!("this user may read {VISIT}, and with it where every other rep was"),
        );
    } else {
        report.add("ok", format!("{VISIT} is not readable, as it should be"));
    }
    report.add(
        "note",
        "what may be written is not tried; an administrator's key pair shows the rules",
    );
    Ok(())
}

/// Settings that were never saved are not found by whoever may read them.
async fn may_read(client: &Client, doctype: &str) -> Result<bool, Failure> {
    if !doctype.ends_with(" Settings") {
        return client.may_list(doctype).await;
    }
    match client.may_read_settings(doctype).await {
        Err(Failure::Refused(refusal)) if refusal.is_missing() => Ok(true),
        answer => answer,
    }
}

/// An unknown column is refused with 417 (recording 055), a DocType without read with 403.
async fn sent_fields(
    client: &Client,
    plan: &Plan,
    doctype: &str,
    report: &mut Report,
) -> Result<(), Failure> {
    let fields = plan.custom_fields.iter().filter(|field| text(field, "dt") == doctype);
    for field in fields {
        let mut query = ListQuery::new(doctype, &["name", text(field, "fieldname")]);
        query.limit = 1;
        match client.list(&query).await {
            Ok(_) => {}
            Err(Failure::Refused(refusal)) if refusal.is_forbidden() => return Ok(()),
            Err(Failure::Refused(_)) => {
                report.add(
                    "missing",
                    format!("custom field {} on {doctype}", text(field, "fieldname")),
                );
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

fn print(report: &Report, as_json: bool) {
    if as_json {
        let findings: Vec<Value> = report
            .findings
            .iter()
            .map(|(word, words)| json!({"is": word, "what": words}))
            .collect();
        println!(
            "{}",
            json!({
                "address": report.address,
                "kind": report.kind,
                "user": report.user,
                "versions": report.versions.as_ref().map(|versions| &versions.apps),
                "good": report.is_good(),
                "findings": findings,
            })
        );
        return;
    }
    println!("{}", report.address);
    if let Some(user) = &report.user {
        println!("as {user}");
    }
    for (word, words) in &report.findings {
        println!("{word:>8}  {words}");
    }
}
