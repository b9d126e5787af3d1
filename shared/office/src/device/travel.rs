//! `device pull` and `device push`: what goes over the line.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use satchel_app::Session;
use satchel_frappe::Client;
use satchel_sync::pull::{self, PullDepth};
use satchel_sync::{SiteAccount, SiteFacts, SyncError};
use serde_json::json;

use super::Opened;
use crate::site::words;

/// Fetch what is new at the site; everything the first time.
#[derive(Args)]
pub struct Pull {
    #[command(flatten)]
    device: Opened,
    /// Compare all names, too.
    #[arg(long)]
    everything: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

pub(super) async fn pull(options: &Pull) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let (client, facts) = line(&session).await?;
    let depth = if options.everything { PullDepth::Everything } else { PullDepth::Due };
    let report = pull::round(session.store(), &client, &facts, session.local_now(), depth).await;
    let report = report.map_err(said)?;
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

/// The line of the device's enrolment, and what is known of its site.
async fn line(session: &Session) -> anyhow::Result<(Client, SiteFacts)> {
    let account = SiteAccount::load(session.store())?.context("the device is not enrolled")?;
    let client = account.client()?;
    let facts = SiteFacts::learn(&client, session.store()).await.map_err(said)?;
    Ok((client, facts))
}

fn said(error: SyncError) -> anyhow::Error {
    match error {
        SyncError::Site(failure) => words::of(&failure),
        error => error.into(),
    }
}
