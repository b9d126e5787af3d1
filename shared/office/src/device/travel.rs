//! `device pull` and `device push`: what goes over the line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use satchel_app::AppError;
use satchel_sync::SyncError;
use satchel_sync::pull::{PAGE_LIMIT, PullDepth};
use serde_json::json;

use super::{Opened, ended};
use crate::site::words;

/// Fetch what is new at the site; everything the first time.
#[derive(Args)]
pub struct Pull {
    #[command(flatten)]
    device: Opened,
    /// Compare all names, too.
    #[arg(long)]
    everything: bool,
    /// Documents a request at most. It stays so for this device.
    #[arg(long, value_name = "N")]
    page: Option<u32>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Send what waits.
#[derive(Args)]
pub struct Push {
    #[command(flatten)]
    device: Opened,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Write what waits into a file for the courier.
#[derive(Args)]
pub struct Carry {
    #[command(flatten)]
    device: Opened,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Read the office's receipt for a courier file.
#[derive(Args)]
pub struct ReadReceipt {
    #[command(flatten)]
    device: Opened,
    /// The receipt.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
}

pub(super) async fn push(options: &Push) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let report = session.send_once().await.map_err(said)?;
    let left = session.store().queue()?.len();
    if options.json {
        println!(
            "{}",
            json!({
                "arrived": report.arrived,
                "refused": report.refused,
                "postponed": report.postponed,
                "in_doubt": report.in_doubt,
                "steps": report.steps,
                "left": left,
                "ended": report.ended.map(ended::word),
            })
        );
    } else {
        println!(
            "{} arrived, {} refused, {} later, {} in doubt; {left} left",
            report.arrived, report.refused, report.postponed, report.in_doubt
        );
        if let Some(why) = report.ended {
            println!("{}", ended::words(why));
        }
    }
    Ok(if left == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(super) fn carry(options: &Carry) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let file = session.write_courier(&options.out)?;
    println!("{}: file {}, {} documents", options.out.display(), file.number, file.documents);
    Ok(ExitCode::SUCCESS)
}

pub(super) fn read_receipt(options: &ReadReceipt) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let changed = session.read_courier_receipt(&options.from)?;
    println!(
        "{} delivered ({} with other totals), {} refused, {} as they were",
        changed.delivered, changed.differ, changed.refused, changed.unchanged
    );
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn pull(options: &Pull) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    if let Some(page) = options.page {
        session.store().set_setting(PAGE_LIMIT, &page).await?;
    }
    let depth = if options.everything { PullDepth::Everything } else { PullDepth::Due };
    let report = session.fetch_once(depth).await.map_err(said)?;
    if options.json {
        println!(
            "{}",
            json!({
                "stored": report.stored,
                "removed": report.removed,
                "forbidden": report.forbidden,
                "unreadable": report.unreadable,
            })
        );
        return Ok(ExitCode::SUCCESS);
    }
    for (doctype, count) in &report.stored {
        println!("{count:>7} {doctype}");
    }
    for (doctype, count) in &report.removed {
        println!("{count:>7} {doctype} taken away");
    }
    for (doctype, count) in &report.unreadable {
        println!("{count:>7} {doctype} could not be read");
    }
    for doctype in &report.forbidden {
        println!("      - {doctype} may not be read by this user");
    }
    Ok(ExitCode::SUCCESS)
}

fn said(error: AppError) -> anyhow::Error {
    match error {
        AppError::Sync(SyncError::Site(failure)) => words::of(&failure),
        error => error.into(),
    }
}
