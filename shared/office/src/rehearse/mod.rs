//! `satchel-office rehearse`: many virtual phones over a bad line, and a look at what arrived.

mod clock;
mod compare;
mod day;
mod dice;
mod fleet;
mod ledger;
mod masters;
mod phone;
mod read_back;
mod report;
mod sabotage;
mod stage;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;
use satchel_practice_site::{FaultProxy, Profile, Reading};
use satchel_sync::SiteAccount;

use crate::owner_only;
use compare::Finding;
use dice::Dice;
use fleet::{Handling, Lives};
use ledger::{Entry, Written};
pub(crate) use phone::run as run_phone;
use report::Report;
use stage::{RepAtSite, Stage};

/// Profiles in turn when all of them are asked for; the first phone has them all at once.
const TURNS: [&str; 9] =
    ["all", "tunnel", "storm", "train", "office-closed", "hotel", "flaky", "full-outbox", "clocks"];

/// Let virtual phones work a day over a bad line, and compare what they did with what the site has.
///
/// Each phone is a process with an encrypted store of its own. It takes orders, customers, visits and
/// task progress, has signal now and then through a proxy that breaks requests, and is killed at random
/// moments. What it saved is written down outside of it. In the end everything is read back from the
/// site: each document must be there exactly once, with the same totals, and nothing else may be.
///
/// Ends with 1 if anything is lost, doubled, different or unexplained.
#[derive(Args)]
pub struct Rehearse {
    /// Start a practice site with the demo company and rehearse on it.
    #[arg(long, conflicts_with = "site", required_unless_present = "site")]
    practice: bool,
    /// Rehearse on this site, with the masters that are there; a few items and customers are made where
    /// there are none. It is set up, and users, tasks and everything the phones make stay on it: not for
    /// a site people work with.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// Key pair of its administrator; without it taken from SATCHEL_TOKEN.
    #[arg(long, value_name = "KEY:SECRET", requires = "site")]
    token: Option<String>,
    /// Phones fetch their masters from the practice site, and what is new with every signal; on a real
    /// site they always do.
    #[arg(long)]
    pull: bool,
    /// How many phones.
    #[arg(long, default_value_t = 3)]
    reps: u32,
    /// How many orders each of them takes.
    #[arg(long, default_value_t = 4)]
    orders: u32,
    /// What goes wrong: a profile, or `all`, which is every profile for some of the phones.
    #[arg(long, default_value = "all", value_name = "PROFILE")]
    faults: String,
    /// Repeats days, faults and kills.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How often each phone is killed.
    #[arg(long, default_value_t = 3)]
    kills: u32,
    /// A kill comes within so many milliseconds after a start.
    #[arg(long, default_value_t = 3_000)]
    kill_within: u64,
    /// How many phones run at once.
    #[arg(long, default_value_t = 50)]
    at_once: usize,
    /// Most minutes a phone may take.
    #[arg(long, default_value_t = 20)]
    patience: u64,
    /// Keep stores, ledgers and logs in this folder; they are thrown away without.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Break a document behind everybody's back, to see that it is noticed.
    #[arg(long, hide = true)]
    sabotage: Option<sabotage::Sabotage>,
}

/// Runs the rehearsal.
///
/// # Errors
/// When it cannot be prepared; what it finds is part of the report.
pub fn run(options: &Rehearse) -> Result<ExitCode> {
    let temporary = tempfile::tempdir()?;
    let folder = options.keep.clone().unwrap_or_else(|| temporary.path().to_path_buf());
    std::fs::create_dir_all(&folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let report = runtime.block_on(rehearse(options, &folder))?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{report}");
    }
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn rehearse(options: &Rehearse, folder: &Path) -> Result<Report> {
    if !Profile::NAMES.contains(&options.faults.as_str()) {
        bail!("--faults is one of {}", Profile::NAMES.join(", "));
    }
    let stage = match &options.site {
        Some(site) => Stage::site(site, options.token.as_deref()).await?,
        None => Stage::practice(folder).await?,
    };
    let reps = stage.set_up(options.reps, options.seed).await?;
    let started = Instant::now();
    let (phones, reading) = work(options, folder, &stage, &reps).await?;
    let seconds = started.elapsed().as_secs_f64();
    if let Some(what) = options.sabotage {
        sabotage::do_it(what, &stage, &reps).await?;
    }
    let mut report = judge(&stage, &reps, folder, &phones).await?;
    report.take_traffic(&reading);
    (report.seed, report.faults, report.seconds) = (options.seed, options.faults.clone(), seconds);
    Ok(report)
}

/// The profile of a phone: with `all` every profile has its turn, `all` itself among them.
fn profile(name: &str, rep: u32) -> Result<Profile> {
    let name = match name {
        "all" => {
            let turn = usize::try_from(rep).unwrap_or_default() % TURNS.len();
            TURNS.get(turn).copied().unwrap_or("all")
        }
        one => one,
    };
    Profile::named(name).context("no such profile")
}

/// Drives all phones to their end, each over a line of its own.
async fn work(
    options: &Rehearse,
    folder: &Path,
    stage: &Stage,
    reps: &[RepAtSite],
) -> Result<(Vec<Result<Lives>>, Reading)> {
    let slots = std::sync::Arc::new(tokio::sync::Semaphore::new(options.at_once.max(1)));
    let (mut lines, mut driven) = (Vec::new(), Vec::new());
    for rep in reps {
        let profile = profile(&options.faults, rep.number - 1)?;
        let line = FaultProxy::start(&stage.address, None).await?;
        line.faults().follow(options.seed ^ u64::from(rep.number), &profile);
        let handling = handling(options, folder, stage, (rep, &line.address(), &profile))?;
        lines.push(line);
        let slots = slots.clone();
        driven.push(tokio::spawn(async move {
            let _slot = slots.acquire().await?;
            tokio::task::spawn_blocking(move || fleet::drive(handling)).await?
        }));
    }
    let mut phones = Vec::new();
    for one in driven {
        phones.push(one.await?);
    }
    let mut reading = Reading::default();
    for line in &lines {
        reading.add(&line.traffic().read());
    }
    Ok((phones, reading))
}

/// Writes a phone's orders and says how it is to be driven.
fn handling(
    options: &Rehearse,
    folder: &Path,
    stage: &Stage,
    (rep, address, profile): (&RepAtSite, &str, &Profile),
) -> Result<Handling> {
    let own = folder.join(format!("R{:03}", rep.number));
    std::fs::create_dir_all(&own)?;
    let orders = phone::Orders {
        rep: rep.number,
        folder: own.clone(),
        ledger: own.join("ledger.jsonl"),
        device_code: rep.device_code.clone(),
        account: SiteAccount::new(
            address.to_owned(),
            rep.user.clone(),
            (rep.key.clone(), rep.secret.clone()),
            stage.company.clone(),
        ),
        seed: options.seed,
        orders: options.orders,
        clock_days: profile.clock_days,
        signal_last: profile.signal_last,
        pulls: options.pull || options.site.is_some(),
        tasks: rep.tasks.clone(),
    };
    let file = own.join("orders.json");
    owner_only::create(&file)?.write_all(serde_json::to_string(&orders)?.as_bytes())?;
    Ok(Handling {
        orders: file,
        log: own.join("phone.log"),
        made: own.join(phone::MADE),
        kills: options.kills,
        within: Duration::from_millis(options.kill_within.max(1)),
        patience: Duration::from_secs(options.patience * 60),
        dice: Dice::new(options.seed, 1_000_000 + u64::from(rep.number)),
    })
}

/// Reads everything back and compares.
async fn judge(
    stage: &Stage,
    reps: &[RepAtSite],
    folder: &Path,
    phones: &[Result<Lives>],
) -> Result<Report> {
    let found = read_back::read_back(&stage.client, reps).await?;
    let mut findings = Vec::new();
    let mut written: Vec<Written> = Vec::new();
    let mut report = empty(reps.len());
    let names: BTreeMap<&str, &str> =
        found.iter().map(|one| (one.key.as_str(), one.name.as_str())).collect();
    for (rep, phone) in reps.iter().zip(phones) {
        let entries =
            ledger::read(&folder.join(format!("R{:03}", rep.number)).join("ledger.jsonl"))?;
        written.extend(ledger::expected(&entries));
        let mut wrong = |words: String| findings.push(Finding::Phone { rep: rep.number, words });
        match phone {
            Ok(lives) => {
                report.kills += u64::from(lives.kills);
                report.stumbles += u64::from(lives.stumbles);
            }
            Err(error) => wrong(crate::told(error)),
        }
        let Some(Entry::Closed(closing)) = entries.last() else {
            wrong("its day did not end".to_owned());
            continue;
        };
        report.attempts += closing.attempts;
        closing.words.iter().for_each(|words| wrong(words.clone()));
        for (receipt, name) in &closing.names {
            if names.get(receipt.as_str()).copied() != Some(name.as_str()) {
                wrong(format!("calls {receipt} {name:?}, which is not the site's name for it"));
            }
        }
    }
    for one in &written {
        *report.written.entry(one.doctype.clone()).or_default() += 1;
    }
    for one in &found {
        *report.found.entry(one.doctype.clone()).or_default() += 1;
    }
    report.orders = report.written.get("Sales Order").copied().unwrap_or_default();
    findings.extend(compare::compare(&written, &found));
    report.take_findings(findings);
    Ok(report)
}

fn empty(reps: usize) -> Report {
    Report {
        seed: 0,
        faults: String::new(),
        reps: u32::try_from(reps).unwrap_or(u32::MAX),
        orders: 0,
        written: BTreeMap::new(),
        found: BTreeMap::new(),
        kills: 0,
        stumbles: 0,
        requests: 0,
        requests_of_orders: 0,
        faults_met: BTreeMap::new(),
        attempts: 0,
        sent: 0,
        received: 0,
        seconds: 0.0,
        lost: 0,
        doubled: 0,
        findings: Vec::new(),
    }
}
