//! `courier send`: delivers a file as the phone would have, and writes the receipt.
//!
//! The rows are put into a store of their own, in a folder that is removed afterwards, and sent by the
//! same code that sends them on a phone: what arrived before is found by its uid and not made again.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail, ensure};
use clap::Args;
use satchel_app::{Devices, Satchel, Session};
use satchel_devices::clock::SystemClock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_frappe::{Client, Document, Filter, ListQuery, SiteAddress};
use satchel_store::{OutboxKind, OutboxState, Store};
use satchel_sync::courier::{
    Delivery, Fate, Header, Opened, PhoneSecret, Receipt, Sealed, open_file, verify, write_receipt,
};
use satchel_sync::push::compare::TOTALS;
use satchel_sync::push::{self, Ended};
use satchel_sync::site_log::{CODE_USED, COURIER_DELIVERED, LOG, courier_uid};
use satchel_sync::{SiteAccount, SiteFacts};
use serde_json::{Map, Value};

use super::key;
use crate::site::{Line, given_token, words};

/// Rounds until a file counts as not deliverable now.
const ROUNDS: usize = 5;
/// PIN of the store that lives as long as the delivery.
const PIN: &str = "2580";

/// Deliver a courier file to the site and write the receipt for the phone.
///
/// A file that was broken off is sent again as it is. One that was delivered is refused.
#[derive(Args)]
pub struct Send {
    /// The courier file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    line: Line,
    /// The file `courier key` made.
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// Where the receipt goes; FILE.receipt if not given.
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
}

pub(super) async fn run(options: &Send) -> anyhow::Result<ExitCode> {
    let identity = key::identity(&options.identity)?;
    let file = File::open(&options.file).with_context(|| options.file.display().to_string())?;
    let opened = open_file(BufReader::new(file), &identity)?;
    let client = options.line.client()?;
    check(&client, &opened.header, options.line.address()).await?;
    let sealed = proven(&client, &opened).await?;

    let token = given_token(options.line.token())?.context("give --token")?;
    let account = account(&opened.header, token.parts());
    let folder = tempfile::tempdir()?;
    let session = store(folder.path(), &account, &opened.header)?;
    session.store().carry_in(sealed.rows.clone()).wait()?;
    SiteFacts::learn(&client, session.store()).await?;
    let ended = send(session.store(), &client, &account).await?;

    let mut rows = fates(session.store(), &sealed)?;
    for row in &mut rows {
        row.booked = booked(session.store(), &client, row).await?;
    }
    let receipt = Receipt { file: opened.header.id.clone(), rows };
    let complete = receipt.rows.iter().all(|row| row.fate != Fate::Open);
    let bytes = write_receipt(&receipt, &sealed.receipt_key, &SystemRandom)?;
    let place = options.receipt.clone().unwrap_or_else(|| with_ending(&options.file));
    std::fs::write(&place, bytes).with_context(|| place.display().to_string())?;
    if complete {
        note(&client, &opened.header).await?;
    }
    tell(&opened.header, &receipt, &place, ended);
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the file is for this site and was not delivered before.
async fn check(client: &Client, header: &Header, site: &str) -> anyhow::Result<()> {
    let here = SiteAddress::parse(site).context("--site")?.to_string();
    ensure!(header.site == here, "the file is for {}, not for {here}", header.site);
    let before = client.find_by_uid(LOG, &courier_uid(&header.id), &["creation"]).await;
    if let Some(entry) = before.map_err(|failure| words::of(&failure))? {
        bail!(
            "this file was delivered before, on {}: file {} of {}",
            entry.text("creation").unwrap_or("an unknown day"),
            header.number,
            header.device
        );
    }
    Ok(())
}

/// The rows, if a phone that was enrolled here for this user made the file.
async fn proven(client: &Client, opened: &Opened) -> anyhow::Result<Sealed> {
    let query = ListQuery::new(LOG, &["phone"])
        .with(Filter::equals("event", CODE_USED))
        .with(Filter::equals("user", opened.header.user.as_str()));
    let entries = client.list(&query).await.map_err(|failure| words::of(&failure))?;
    let secrets: Vec<PhoneSecret> = entries
        .iter()
        .filter_map(|row| row.first().and_then(|cell| cell.as_str()))
        .filter(|secret| !secret.is_empty())
        .map(|secret| PhoneSecret(secret.to_owned()))
        .collect();
    Ok(verify(opened, &secrets)?)
}

/// The rep's account with the office's key pair.
fn account(header: &Header, (key, secret): (&str, &str)) -> SiteAccount {
    SiteAccount {
        on_arrival: header.on_arrival,
        ..SiteAccount::new(
            header.site.clone(),
            header.user.clone(),
            (key.to_owned(), secret.to_owned()),
            header.company.clone(),
        )
    }
}

fn store(folder: &Path, account: &SiteAccount, header: &Header) -> anyhow::Result<Session> {
    let devices = Devices {
        clock: Arc::new(SystemClock::new()),
        key_store: Arc::new(MemoryKeyStore::new()),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    let satchel = Satchel::open(folder, devices)?.with_cheap_keys();
    let device = header.device.parse().context("the device code in the file")?;
    Ok(satchel.adopt(account, device, PIN, "en")?)
}

/// Rounds until nothing is left that can go now; why it ended early, if it did.
async fn send(
    store: &Store,
    client: &Client,
    account: &SiteAccount,
) -> anyhow::Result<Option<Ended>> {
    let clock = SystemClock::new();
    let mut ended = None;
    for _ in 0..ROUNDS {
        let report = push::round(store, client, account, &clock, &SystemRandom).await?;
        ended = report.ended;
        let left =
            store.outbox(&[OutboxState::Waiting, OutboxState::Sending, OutboxState::Unknown], 1)?;
        if left.is_empty() || report.arrived == 0 {
            break;
        }
    }
    Ok(ended)
}

fn fates(store: &Store, sealed: &Sealed) -> anyhow::Result<Vec<Delivery>> {
    sealed
        .rows
        .uids()
        .into_iter()
        .map(|uid| {
            let row = store.outbox_row_of(uid)?.context("a row that was carried")?;
            let submit = store.outbox_row_of(&format!("{uid}:submit"))?;
            let fate = match row.state {
                OutboxState::Done => {
                    Fate::Delivered { name: row.server_name, modified: row.server_modified }
                }
                OutboxState::Parked => Fate::Refused { words: row.last_answer },
                _ => Fate::Open,
            };
            // Without a row of its own nothing was left to be submitted.
            let submitted = submit.is_none_or(|submit| submit.state == OutboxState::Done);
            Ok(Delivery { uid: uid.to_owned(), fate, submitted, booked: None })
        })
        .collect()
}

/// What the site booked of an order, for the phone to hold against its receipt. Where the site does not
/// tell, the phone learns it with its next pull.
async fn booked(
    store: &Store,
    client: &Client,
    delivery: &Delivery,
) -> anyhow::Result<Option<Map<String, Value>>> {
    let row = store.outbox_row_of(&delivery.uid)?;
    let is_order = row.is_some_and(|row| row.kind == OutboxKind::SalesOrder);
    let name = match &delivery.fate {
        Fate::Delivered { name, .. } if is_order && !name.is_empty() => name,
        _ => return Ok(None),
    };
    let Ok(order) = client.get_doc("Sales Order", name).await else { return Ok(None) };
    let some = |fields: &Map<String, Value>, wanted: &[&str]| -> Map<String, Value> {
        let told = wanted.iter().filter_map(|field| Some((*field, fields.get(*field)?)));
        told.map(|(field, value)| (field.to_owned(), value.clone())).collect()
    };
    let mut booked = some(order.fields(), &TOTALS);
    let lines =
        order.children("items").map(|line| Value::Object(some(line, &["item_code", "rate"])));
    booked.insert("items".to_owned(), lines.collect());
    Ok(Some(booked))
}

/// Notes on the site that the file was delivered, so that it is not delivered again elsewhere.
async fn note(client: &Client, header: &Header) -> anyhow::Result<()> {
    let mut entry = Document::new();
    entry.set("satchel_uid", courier_uid(&header.id));
    entry.set("user", header.user.as_str());
    entry.set("device", header.device.as_str());
    entry.set("company", header.company.as_str());
    entry.set("event", COURIER_DELIVERED);
    match client.insert(LOG, &entry).await {
        Ok(_) => Ok(()),
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.is_duplicate_value()) => {
            Ok(())
        }
        Err(failure) => Err(words::of(&failure)),
    }
}

fn with_ending(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".receipt");
    PathBuf::from(name)
}

fn tell(header: &Header, receipt: &Receipt, place: &Path, ended: Option<Ended>) {
    let count =
        |which: fn(&Fate) -> bool| receipt.rows.iter().filter(|row| which(&row.fate)).count();
    println!(
        "file {} of {}, {}: {} delivered, {} refused, {} left",
        header.number,
        header.device,
        header.user,
        count(|fate| matches!(fate, Fate::Delivered { .. })),
        count(|fate| matches!(fate, Fate::Refused { .. })),
        count(|fate| *fate == Fate::Open)
    );
    for row in &receipt.rows {
        if let Fate::Refused { words } = &row.fate {
            println!("refused {}: {words}", row.uid);
        }
    }
    if let Some(ended) = ended {
        println!("ended early ({ended:?}); send the same file again");
    }
    println!("receipt for the phone: {}", place.display());
}
