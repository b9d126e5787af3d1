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

/// Which orders of which site.
///
/// Assumed of each order, since a site keeps only what was booked: item, quantity, unit, warehouse
/// and delivery date of its lines, and the customer, addresses, currency, price list, tax template,
/// shipping rule, coupon, campaign, partner and payment terms of its head were entered as they
/// stand; a rate was typed where the line names no Pricing Rule and its rate is not its list price;
/// an additional discount was typed where no rule gives it; rows marked `is_free_item` were given by
/// rules. Prices, rules, item taxes, tax amounts, exchange rates and totals are worked out anew.
/// Compared are rates and amounts of lines, tax rows and totals to the last digit; not compared are
/// how a rate is split into discount and margin, the payment schedule and the words.
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
