//! `satchel-office price`: prices recorded orders and, if asked, compares them with what was booked.

mod check;
mod explain;

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use satchel_domain::vectors::orders::{World, as_recorded};
use satchel_domain::vectors::{self, Refusal};
use serde_json::{Map, Value, json};

use check::Tally;

/// What to price and how to tell.
#[derive(Args)]
pub struct Price {
    /// Folder of the worlds: one JSON file each, DocType to documents.
    #[arg(long, value_name = "DIR")]
    worlds: PathBuf,
    /// Files of cases, one JSON object a line.
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    cases: Vec<PathBuf>,
    /// Compare with what is expected; exit 1 on any difference.
    #[arg(long)]
    check: bool,
    /// Say in words why each price came out as it did.
    #[arg(long)]
    explain: bool,
}

/// Runs the subcommand.
///
/// # Errors
///
/// When a file cannot be read or is not what it should be.
pub fn run(options: &Price) -> anyhow::Result<ExitCode> {
    let mut worlds = Worlds::new(&options.worlds);
    let mut tally = Tally::default();
    let mut out = std::io::stdout().lock();
    for path in &options.cases {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = || format!("{}:{}", path.display(), at + 1);
            let case: Value = serde_json::from_str(line).with_context(place)?;
            let answer = answer(&mut worlds, &case).with_context(place)?;
            if options.check {
                tally.judge(&case, &answer.printed);
            } else {
                writeln!(out, "{}", Value::Object(answer.printed))?;
            }
            if let Some(words) = answer.words.filter(|_| options.explain) {
                write!(out, "{words}")?;
            }
        }
    }
    if !options.check {
        return Ok(ExitCode::SUCCESS);
    }
    write!(out, "{tally}")?;
    Ok(if tally.passed_all() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Answer {
    printed: Map<String, Value>,
    words: Option<String>,
}

/// One line of output: id and order, result or refusal.
fn answer(worlds: &mut Worlds<'_>, case: &Value) -> anyhow::Result<Answer> {
    let category = text(case, "category");
    let mut printed = Map::new();
    printed.insert("id".to_owned(), case.get("id").cloned().unwrap_or_default());
    let mut words = None;
    if case.get("input").is_some() {
        let world = worlds.get(text(case, "world"))?;
        match world.price(case)? {
            Ok(order) => {
                words = Some(explain::explain(text(case, "id"), &order));
                printed.insert("order".to_owned(), as_recorded(&order));
                if !order.provisional.is_empty() {
                    printed.insert("provisional".to_owned(), json!(order.provisional));
                }
                let messages: Vec<String> =
                    order.messages.iter().map(ToString::to_string).collect();
                if !messages.is_empty() {
                    printed.insert("messages".to_owned(), json!(messages));
                }
            }
            Err(refusal) => refused(&mut printed, &refusal),
        }
    } else {
        // Categories without a world of their own were recorded in the first one.
        let name = match (text(case, "world"), category) {
            ("", "scan") => "scan",
            ("", _) => "usd",
            (name, _) => name,
        };
        let site = worlds.get(name)?.documents().clone();
        let today = match text(&site, "today") {
            "" => text(worlds.get("usd")?.documents(), "today").parse()?,
            day => day.parse()?,
        };
        match vectors::answer(case, &site, today) {
            Some(Ok(result)) => drop(printed.insert("result".to_owned(), result)),
            Some(Err(refusal)) => refused(&mut printed, &refusal),
            None => bail!("category {category:?} is not known"),
        }
    }
    Ok(Answer { printed, words })
}

fn refused(printed: &mut Map<String, Value>, refusal: &Refusal) {
    printed.insert("refused".to_owned(), refusal.to_json());
}

fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The worlds of a folder, each read when a case first asks for it.
struct Worlds<'a> {
    folder: &'a Path,
    read: HashMap<String, World>,
}

impl<'a> Worlds<'a> {
    fn new(folder: &'a Path) -> Self {
        Self { folder, read: HashMap::new() }
    }

    fn get(&mut self, name: &str) -> anyhow::Result<&World> {
        if !self.read.contains_key(name) {
            if name.is_empty() || name.contains(['/', '\\', '.']) {
                bail!("{name:?} is not the name of a world");
            }
            let path = self.folder.join(format!("{name}.json"));
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            let documents = serde_json::from_slice(&bytes)?;
            self.read.insert(name.to_owned(), World::read(documents)?);
        }
        self.read.get(name).context("a world that was just read")
    }
}
