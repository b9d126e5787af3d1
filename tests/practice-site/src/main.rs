//! A practice site on a loopback port, for trying Satchel without ERPNext.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDate;
use clap::Parser;
use satchel_devices::clock::{Clock, SystemClock};
use satchel_practice_site::site::documents_of;
use satchel_practice_site::{
    Fault, PracticeSite, Profile, Site, SiteOptions,
    set_up::{SetUpError, UserKeys},
};
use serde_json::{Value, json};
use thiserror::Error;

/// A server that stands in for ERPNext, on this machine only.
#[derive(Parser)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8069)]
    port: u16,
    /// File of its database; in memory if not given.
    #[arg(long)]
    database: Option<PathBuf>,
    /// Masters to load: a JSON object of DocTypes, each with a list of documents or one settings
    /// document.
    #[arg(long)]
    world: Option<PathBuf>,
    /// Set-up to apply, as `satchel-office site setup` would: a JSON file.
    #[arg(long)]
    set_up: Option<PathBuf>,
    /// Found the demo company where the database has no company yet, with its set-up (`--set-up`) and
    /// its rep.
    #[arg(long, requires = "account")]
    demo: bool,
    /// The day the demo company is founded as of; today if not given.
    #[arg(long, value_name = "DATE", requires = "demo")]
    today: Option<NaiveDate>,
    /// Write address and key pair of the demo company's rep into this file, for the app.
    #[arg(long)]
    account: Option<PathBuf>,
    /// A user to make, with a role each after a colon: rep@example.com:Satchel Rep
    #[arg(long)]
    user: Vec<String>,
    /// A profile of faults, or faults with their chances in a thousand: cut-after=50,latency:300=100
    #[arg(long, default_value = "")]
    faults: String,
    /// How many days the site's clock is ahead, or behind where it is negative; the profile `clocks` sets
    /// it by itself.
    #[arg(long, allow_negative_numbers = true, value_name = "DAYS")]
    clock_days: Option<i64>,
    /// Seed of the faults.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Error)]
enum StartError {
    #[error("the site cannot be started")]
    Site(#[from] satchel_practice_site::SiteError),
    #[error("the demo company's data")]
    Demo(#[from] satchel_demo::DemoError),
    #[error("the set-up was refused")]
    SetUp(#[from] SetUpError),
    #[error("{path}: cannot be read or written")]
    File {
        path: PathBuf,
        #[source]
        error: std::io::Error,
    },
    #[error("{path}: not JSON")]
    Json {
        path: PathBuf,
        #[source]
        error: serde_json::Error,
    },
    #[error("faults are a profile ({}) or written like cut-after=50", Profile::NAMES.join(", "))]
    Faults,
    #[error("the database")]
    Database(#[from] rusqlite::Error),
    #[error("interrupted")]
    Signal(#[from] std::io::Error),
}

#[tokio::main]
async fn main() -> Result<(), StartError> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let arguments = Arguments::parse();
    let options = SiteOptions { file: arguments.database.clone(), ..SiteOptions::default() };
    let clock = Arc::new(SystemClock::new());
    let practice = PracticeSite::start(arguments.port, options, clock.clone()).await?;
    let keys = match &arguments.account {
        Some(account) if arguments.demo => {
            let today = arguments.today.unwrap_or_else(|| clock.now().date_naive());
            let keys = demo(&mut practice.site(), &arguments, today)?;
            write_account(account, &practice.address(), &keys)?;
            vec![keys]
        }
        _ => prepare(&mut practice.site(), &arguments)?,
    };
    let profile = faults(&arguments.faults)?;
    practice.faults().follow(arguments.seed, &profile);
    let days = arguments.clock_days.unwrap_or_else(|| profile.clock_days_of_site(arguments.seed));
    practice.site().set_clock_skew(days.saturating_mul(86_400));
    println!("{}", practice.address());
    // The account file holds those of the demo.
    for (user, keys) in keys.into_iter().filter(|_| !arguments.demo) {
        println!("{user} {}:{}", keys.key, keys.secret);
    }
    tokio::signal::ctrl_c().await?;
    Ok(())
}

/// The demo company and its rep: made at the first start, taken up later.
fn demo(
    site: &mut Site,
    arguments: &Arguments,
    today: NaiveDate,
) -> Result<(String, UserKeys), StartError> {
    let demo = satchel_demo::documents(today)?;
    let user = demo.device.get("user").and_then(Value::as_str).unwrap_or_default().to_owned();
    if site.found_demo(demo)?
        && let Some(path) = &arguments.set_up
    {
        site.apply_set_up(&read_json(path)?)?;
    }
    let keys = match site.user_keys(&user)? {
        Some(keys) => keys,
        None => site.add_user(&user, &["Satchel Rep"])?,
    };
    Ok((user, keys))
}

/// Writes the account at once or not at all: the app waits for the file. It is for its owner only.
fn write_account(
    path: &Path,
    address: &str,
    (user, keys): &(String, UserKeys),
) -> Result<(), StartError> {
    let account = json!({
        "address": address, "user": user, "api_key": keys.key, "api_secret": keys.secret,
    });
    let failed = |error| StartError::File { path: path.to_path_buf(), error };
    let draft = path.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft).map_err(failed)?;
    file.write_all(account.to_string().as_bytes()).map_err(failed)?;
    std::fs::rename(&draft, path).map_err(failed)
}

fn prepare(site: &mut Site, arguments: &Arguments) -> Result<Vec<(String, UserKeys)>, StartError> {
    if let Some(path) = &arguments.world {
        site.load(&documents_of(&read_json(path)?))?;
    }
    if let Some(path) = &arguments.set_up {
        site.apply_set_up(&read_json(path)?)?;
    }
    let mut made = Vec::new();
    for user in &arguments.user {
        let (email, roles) = user.split_once(':').unwrap_or((user, ""));
        let roles: Vec<&str> = roles.split(':').filter(|role| !role.is_empty()).collect();
        made.push((email.to_owned(), site.add_user(email, &roles)?));
    }
    Ok(made)
}

fn read_json(path: &PathBuf) -> Result<Value, StartError> {
    let bytes =
        std::fs::read(path).map_err(|error| StartError::File { path: path.clone(), error })?;
    serde_json::from_slice(&bytes).map_err(|error| StartError::Json { path: path.clone(), error })
}

fn faults(text: &str) -> Result<Profile, StartError> {
    if let Some(profile) = Profile::named(text) {
        return Ok(profile);
    }
    let chances = text
        .split(',')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (fault, chances) = part.split_once('=')?;
            Some((Fault::parse(fault)?, chances.parse().ok()?))
        })
        .collect::<Option<_>>()
        .ok_or(StartError::Faults)?;
    Ok(Profile { chances, ..Profile::default() })
}
