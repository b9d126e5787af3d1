//! One virtual phone: a process of its own, so that it can be killed at any moment.
//!
//! It does the steps of its day through the app's use cases and writes each into the ledger. Started
//! again after a kill it looks at what its own database holds and goes on.

mod closing;
mod line;
mod steps;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use satchel_app::{DemoRep, Devices, Satchel, Session};
use satchel_devices::key_store::FileKeyStore;
use satchel_devices::location::{Fix, SetLocation};
use satchel_devices::random::SystemRandom;
use satchel_domain::capture::CapturedPosition;
use satchel_domain::ids::DeviceCode;
use satchel_store::MasterDocument;
use satchel_sync::SiteAccount;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::clock::JumpingClock;
use super::day::{Step, day};
use super::dice::Dice;
use super::ledger::{Entry, Ledger};
use line::Line;

/// A file in the phone's folder that says that its profile is made; before, it is not killed.
pub const MADE: &str = "made";

/// The PIN of virtual phones.
const PIN: &str = "2580";

/// Praça da Liberdade, Porto, as the demo company's van.
const HERE: CapturedPosition = CapturedPosition {
    latitude_e7: 411_465_000,
    longitude_e7: -86_111_000,
    accuracy_m: 12,
    age_s: 0,
    simulated: None,
};

/// What a phone is told when it is started. Holds a key pair: the file is for its owner only.
#[derive(Serialize, Deserialize)]
pub struct Orders {
    /// Which rep, from 1.
    pub rep: u32,
    /// Folder of its profile.
    pub folder: PathBuf,
    /// Its ledger.
    pub ledger: PathBuf,
    /// First half of its receipt numbers.
    pub device_code: String,
    /// The rep at the site; the address is that of the line.
    pub account: SiteAccount,
    /// Seed of the rehearsal.
    pub seed: u64,
    /// Orders to take.
    pub orders: u32,
    /// By how many days its clock may be wrong.
    pub clock_days: u32,
    /// Whether nothing is sent before everything is done.
    pub signal_last: bool,
    /// Whether it fetches its masters from the site, and what is new with every signal.
    pub pulls: bool,
    /// The rep's own tasks, as the site has them.
    pub tasks: Vec<Value>,
}

/// Runs the phone that a file describes until its day is over and everything has arrived.
///
/// # Errors
/// What stopped it; started again it goes on.
pub fn run(file: &Path) -> Result<()> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let orders: Orders = serde_json::from_str(&text).context("not the orders of a phone")?;
    let clock = Arc::new(JumpingClock::off_by(skew(&orders)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let session = open(&orders, &clock, &runtime)?;
    let mut ledger = Ledger::open(&orders.ledger)?;
    let steps = day(orders.seed, orders.rep, orders.orders, orders.signal_last);
    let rep = steps::Rep::new(&session, &orders.tasks)?;
    let line = Line::new(&session, &clock)?;
    for (number, step) in steps.iter().enumerate() {
        if ledger.is_done(number) {
            continue;
        }
        if matches!(step, Step::Signal) {
            runtime.block_on(line.have_signal(orders.pulls))?;
            ledger.write(Entry::Done { step: number, documents: Vec::new() })?;
        } else {
            rep.take(number, step, &mut ledger)?;
        }
    }
    runtime.block_on(line.send_everything())?;
    ledger.write(Entry::Closed(closing::closing(&session)?))
}

/// Wrong by other days after every start but the first, as a clock that is set anew and badly.
fn skew(orders: &Orders) -> i64 {
    if !orders.folder.join(MADE).exists() {
        return 0;
    }
    let mut dice = Dice::new(orders.seed ^ u64::from(std::process::id()), u64::from(orders.rep));
    let most = i64::from(orders.clock_days) * 86_400;
    let spread = u64::try_from(most * 2 + 1).unwrap_or(1);
    i64::try_from(dice.below(spread)).unwrap_or_default() - most
}

/// Opens the phone's profile, making it at the first start.
fn open(orders: &Orders, clock: &Arc<JumpingClock>, runtime: &Runtime) -> Result<Session> {
    let devices = Devices {
        clock: clock.clone(),
        key_store: Arc::new(FileKeyStore::open_folder(orders.folder.join("keys"))?),
        random: Arc::new(SystemRandom),
        location: Arc::new(SetLocation::at(Fix::standing(HERE))),
    };
    let satchel = Satchel::open(&orders.folder, devices)?.with_cheap_keys();
    let made = orders.folder.join(MADE);
    if made.exists() {
        let profiles = satchel.profiles()?;
        let profile = profiles.first().context("the profile is gone")?;
        return Ok(satchel.unlock(&profile.id, PIN)?);
    }
    let session = if orders.pulls {
        adopted(&satchel, orders, clock, runtime)?
    } else {
        of_the_demo(&satchel, orders)?
    };
    std::fs::write(made, "")?;
    Ok(session)
}

/// A phone that has fetched its masters from the site.
fn adopted(
    satchel: &Satchel,
    orders: &Orders,
    clock: &Arc<JumpingClock>,
    runtime: &Runtime,
) -> Result<Session> {
    let session = match satchel.profiles()?.first() {
        // The first start ended with an error: the load goes on where it was.
        Some(profile) => satchel.unlock(&profile.id, PIN)?,
        None => {
            let device = DeviceCode::new(&orders.device_code)?;
            satchel.adopt(&orders.account, device, PIN, "en")?
        }
    };
    runtime.block_on(Line::new(&session, clock)?.load_first())?;
    let profile = session.profile().id.clone();
    drop(session);
    Ok(satchel.unlock(&profile, PIN)?)
}

/// A phone of the demo company, which is on the practice site as well.
fn of_the_demo(satchel: &Satchel, orders: &Orders) -> Result<Session> {
    let rep =
        DemoRep { device_code: orders.device_code.clone(), user: orders.account.user.clone() };
    let session = satchel.create_demo_for(PIN, "en", &rep)?;
    orders.account.save(session.store())?;
    let tasks = orders.tasks.iter().map(|task| MasterDocument::from_value("Task", task)).collect();
    session.store().put_masters(tasks, session.today()).wait()?;
    Ok(session)
}
