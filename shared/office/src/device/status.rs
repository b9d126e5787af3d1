//! `device status`: what is on the device and what waits.

use std::process::ExitCode;

use clap::Args;
use satchel_sync::push::Pause;
use satchel_sync::{SiteAccount, SiteFacts};
use serde_json::{Value, json};

use super::{Opened, ended};

/// Say what a device holds and what waits for the site.
#[derive(Args)]
pub struct Status {
    #[command(flatten)]
    device: Opened,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Status) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let settings = session.settings()?;
    let counts = session.order_counts()?;
    let account = SiteAccount::load(session.store())?;
    let facts = SiteFacts::load(session.store())?.unwrap_or_default();
    let pause = Pause::load(session.store())?;
    let waiting: Vec<Value> = session
        .outgoing()?
        .into_iter()
        .map(|row| {
            json!({
                "doctype": row.doctype,
                "title": row.title,
                "customer": row.customer_name,
                "state": row.state.as_str(),
                "since": row.at.to_rfc3339(),
                "said": row.said,
            })
        })
        .collect();
    let report = json!({
        "site": account.as_ref().map(|account| &account.address),
        "user": settings.profile.user,
        "company": settings.profile.company,
        "device": settings.device,
        "versions": facts.versions,
        "items": settings.items,
        "orders": {
            "drafts": counts.drafts,
            "waiting": counts.waiting,
            "needs_hand": counts.needs_hand,
            "booked": counts.booked,
            "withdrawn": counts.withdrawn,
        },
        "waiting": waiting,
        "paused": pause.map(|pause| pause.reason),
    });
    if options.json {
        println!("{report}");
    } else {
        print(&report);
        if let Some(pause) = pause {
            println!("{}", ended::of_pause(pause.reason));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn print(report: &Value) {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for field in ["site", "user", "company", "device", "items"] {
        println!("{field}: {}", word(&report[field]));
    }
    for (state, count) in report["orders"].as_object().into_iter().flatten() {
        println!("orders {state}: {count}");
    }
    for row in report["waiting"].as_array().into_iter().flatten() {
        println!(
            "{} {} {} since {} {}",
            word(&row["state"]),
            word(&row["doctype"]),
            word(&row["title"]),
            word(&row["since"]),
            word(&row["said"])
        );
    }
}
