//! `satchel-office template`: receipt templates that all phones of the company get.
//!
//! Each is a Print Format of the site for raw printing in Jinja, named by its kind
//! ([`ReceiptKind::print_format`]). Phones fetch them with the masters.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use chrono::NaiveDateTime;
use clap::{Args, Subcommand};
use satchel_domain::receipts::{
    PRINT_FORMAT, Receipt, ReceiptContext, ReceiptError, ReceiptFormat, ReceiptKind, english,
    of_print_format, render_with, sample,
};
use satchel_frappe::{Client, Document};
use serde_json::{Value, json};

use crate::site::{Line, words};

/// What to do with the templates.
#[derive(Subcommand)]
pub enum Template {
    /// Say whether a template makes a receipt, and else which line is wrong. Asks no site.
    Check(Given),
    /// Put a template up, for all phones to fetch. One that makes no receipt is refused.
    Put {
        #[command(flatten)]
        given: Given,
        #[command(flatten)]
        line: Line,
    },
    /// Say which templates the site has, and what is wrong with them.
    List {
        #[command(flatten)]
        line: Line,
    },
    /// Take a template away: phones print with the one that ships again.
    Remove {
        /// What it is for: order, visit, task or day.
        #[arg(value_parser = kind)]
        kind: ReceiptKind,
        #[command(flatten)]
        line: Line,
    },
}

/// A template in a file.
#[derive(Args)]
pub struct Given {
    /// The template, in Jinja (see docs/receipts.md).
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What it is for: order, visit, task or day.
    #[arg(long, default_value = "order", value_parser = kind)]
    kind: ReceiptKind,
}

fn kind(text: &str) -> Result<ReceiptKind, String> {
    ReceiptKind::named(text).ok_or_else(|| "kinds are order, visit, task and day".to_owned())
}

/// Runs the subcommand.
///
/// # Errors
///
/// When a file cannot be read, a template to be put up makes no receipt, or the site refuses.
pub fn run(command: &Template) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match command {
        Template::Check(given) => return check(given),
        Template::Put { given, line } => {
            let template = read(&given.file)?;
            tried(given.kind, &template)
                .with_context(|| format!("{} is not put up", given.file.display()))?;
            runtime.block_on(put(&line.client()?, given.kind, &template))?;
        }
        Template::List { line } => runtime.block_on(list(&line.client()?))?,
        Template::Remove { kind, line } => runtime.block_on(remove(&line.client()?, *kind))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn check(given: &Given) -> anyhow::Result<ExitCode> {
    Ok(match tried(given.kind, &read(&given.file)?) {
        Ok(_) => {
            println!("{}: a template for the kind {}", given.file.display(), given.kind.name());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            println!("{}: {}", given.file.display(), said(&problem));
            ExitCode::FAILURE
        }
    })
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// The problem with the line of the template first, where it is known.
fn said(problem: &ReceiptError) -> String {
    match (problem, problem.template_line()) {
        (ReceiptError::Markup { problem, .. }, Some(line)) => {
            format!("template line {line}: {problem}")
        }
        _ => problem.to_string(),
    }
}

/// The receipt a template makes of the made-up document a phone tries it with too.
fn tried(kind: ReceiptKind, template: &str) -> Result<Receipt, ReceiptError> {
    let sample = sample();
    let part = |name: &str| sample.get(name).unwrap_or(&Value::Null);
    let doc = part(kind.name());
    let currency = doc.get("currency").and_then(Value::as_str).unwrap_or("EUR");
    let context = ReceiptContext {
        doc,
        company: part("company"),
        customer: part("customer"),
        receipt_no: "VAN3-00042",
        captured_at: NaiveDateTime::default(),
        sales_person: "",
        labels: &english(),
        format: &ReceiptFormat::of(&Value::Null, currency, &Value::Null),
        rtl: false,
    };
    render_with(template, &context)
}

/// The Print Format of a kind, where the site has one.
async fn standing(client: &Client, kind: ReceiptKind) -> anyhow::Result<Option<Document>> {
    match client.get_doc(PRINT_FORMAT, kind.print_format().0).await {
        Ok(document) => Ok(Some(document)),
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.is_missing()) => Ok(None),
        Err(failure) => Err(words::of(&failure)),
    }
}

async fn put(client: &Client, kind: ReceiptKind, template: &str) -> anyhow::Result<()> {
    let (name, doctype) = kind.print_format();
    let mut fields = kind.to_print_format(template);
    let saved = match standing(client, kind).await? {
        None => client.insert(PRINT_FORMAT, &Document::from(fields)).await,
        Some(document) => {
            ours(&document, kind)?;
            if of_print_format(&Value::Object(document.fields().clone())) == Some(template) {
                println!("{name} says so already");
                return Ok(());
            }
            fields.remove("name");
            client.update(PRINT_FORMAT, name, &fields, document.modified().as_ref()).await
        }
    };
    saved.map_err(|failure| words::of(&failure))?;
    println!("{PRINT_FORMAT} {name} ({doctype}) holds it; phones fetch it within two hours");
    Ok(())
}

/// A Print Format of that name may have been made for something else.
fn ours(document: &Document, kind: ReceiptKind) -> anyhow::Result<()> {
    let (name, doctype) = kind.print_format();
    let raw = document.fields().get("raw_printing");
    ensure!(
        document.text("doc_type") == Some(doctype) && raw == Some(&json!(1)),
        "the site has a {PRINT_FORMAT} {name} that is no receipt template of Satchel; rename it first"
    );
    Ok(())
}

async fn list(client: &Client) -> anyhow::Result<()> {
    for kind in ReceiptKind::ALL {
        let (name, _) = kind.print_format();
        let state = match standing(client, kind).await? {
            None => "the one that ships".to_owned(),
            Some(document) => match of_print_format(&Value::Object(document.into_fields())) {
                None => format!("the one that ships; {name} is disabled or not for raw printing"),
                Some(template) => match tried(kind, template) {
                    Ok(_) => name.to_owned(),
                    Err(problem) => {
                        format!("the one that ships; {name} is broken: {}", said(&problem))
                    }
                },
            },
        };
        println!("{}: {state}", kind.name());
    }
    Ok(())
}

async fn remove(client: &Client, kind: ReceiptKind) -> anyhow::Result<()> {
    let (name, _) = kind.print_format();
    let Some(document) = standing(client, kind).await? else {
        bail!("the site has no {PRINT_FORMAT} {name}");
    };
    ours(&document, kind)?;
    client.delete(PRINT_FORMAT, name).await.map_err(|failure| words::of(&failure))?;
    println!("{name} is gone; phones notice with their next look round");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_makes_a_receipt_and_a_mistake_is_told_by_its_line() {
        for kind in ReceiptKind::ALL {
            assert!(tried(kind, kind.template()).is_ok(), "{}", kind.name());
        }
        let wrong = |template| said(&tried(ReceiptKind::Order, template).unwrap_err());
        assert!(wrong("a\n{{ doc.total|monye }}").starts_with("template line 2"), "a filter");
        assert!(wrong("a\nb\n@centre: c").starts_with("template line 3"), "a mark");
    }
}
