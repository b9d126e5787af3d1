//! `satchel-office site parity`: prices the last Sales Orders of a live site again.
//!
//! A site keeps what was booked, not what was entered, so each order is entered again as
//! [`rebuild`] assumes it was. The masters are those of today: where one has changed since the order
//! was made, the report names it beside the difference.

mod compare;
mod judge;
mod masters;
mod orders;
mod reasons;
mod rebuild;
mod report;

use std::process::ExitCode;

use clap::Args;

use crate::site::Line;
use masters::SiteMasters;
use report::Report;

/// Which orders of which site; the help of the subcommand tells what is assumed of them.
#[derive(Args)]
pub struct Parity {
    #[command(flatten)]
    line: Line,
    /// How many orders, the last changed first; drafts and submitted ones.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    last: u32,
    /// Only orders of this customer, by `name`.
    #[arg(long, value_name = "CUSTOMER")]
    customer: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the subcommand: exit 0 where every order that can be compared is equal.
///
/// # Errors
///
/// When the site cannot be reached or does not answer as a Frappe site does.
pub async fn run(options: &Parity) -> anyhow::Result<ExitCode> {
    let client = options.line.client()?;
    let report = look(&client, options).await?;
    if options.json {
        println!("{}", serde_json::to_string(&report)?);
    } else {
        print!("{report}");
    }
    Ok(if report.all_equal() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn look(client: &satchel_frappe::Client, options: &Parity) -> anyhow::Result<Report> {
    let mut masters = SiteMasters::read(client).await?;
    let mut report = Report::new(&masters);
    if !report.is_complete() {
        return Ok(report);
    }
    for name in orders::last(client, options.last, options.customer.as_deref()).await? {
        let Some(order) = orders::read(client, &name).await? else { continue };
        report.orders.push(judge::judge(client, &mut masters, &order).await?);
    }
    Ok(report)
}
