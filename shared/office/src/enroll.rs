//! `satchel-office enroll`: a key pair for a user and the code his phone scans.

mod scope;
mod show;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use clap::Args;
use satchel_devices::clock::{Clock, SystemClock};
use satchel_devices::random::{Random, SystemRandom};
use satchel_domain::ids::DeviceCode;
use satchel_frappe::{Client, Document, ListQuery, SiteAddress, Token};
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::site_log::{CODE_GIVEN, LOG, given_uid};
use satchel_sync::{OnArrival, SiteAccount, SnapshotPlace};
use serde_json::json;

use crate::courier;
use crate::site::{self, Line, words};

/// Variable that holds the secret to keep.
const KEEP: &str = "SATCHEL_USER_SECRET";

/// Make the key pair of a user and show the code his phone scans.
///
/// Asks with an administrator's key pair. The user gets a new secret: phones enrolled for him before
/// pause, keep everything, and go on when they are enrolled again. The code holds the secret: show it
/// to nobody else, and delete the picture when it was scanned.
#[derive(Args)]
pub struct Enroll {
    /// User id, an e-mail address as a rule.
    #[arg(value_name = "USER")]
    user: String,
    #[command(flatten)]
    line: Line,
    /// Company of the orders; the only one where the site has just one.
    #[arg(long)]
    company: Option<String>,
    /// First half of the receipt numbers of a new phone; without it the next free one is taken.
    #[arg(long)]
    device: Option<DeviceCode>,
    /// The phone gets the customers of this territory and of those below it; may be given again. Without
    /// it what the site shows the user stays as it is.
    #[arg(long, value_name = "TERRITORY")]
    territory: Vec<String>,
    /// The phone gets the items of this group and of those below it; may be given again.
    #[arg(long, value_name = "GROUP")]
    item_group: Vec<String>,
    /// How long the code may be used.
    #[arg(long, value_name = "MINUTES", default_value_t = 60)]
    valid: u32,
    /// Give the user the role Satchel Rep if he has not got it.
    #[arg(long)]
    give_role: bool,
    /// Keep the secret the user has, which is taken from SATCHEL_USER_SECRET: his other phones go on.
    #[arg(long)]
    keep_secret: bool,
    /// Orders wait as drafts for approval.
    #[arg(long)]
    leave_draft: bool,
    /// The phone records the way between visits while the app is open, and says so to the rep.
    #[arg(long)]
    track: bool,
    /// Public key for courier files (see `satchel-office courier key`): age1… or the file it is in.
    #[arg(long, value_name = "KEY|FILE")]
    courier_key: Option<String>,
    /// Address of the snapshot's manifest, absolute or a path at the site.
    #[arg(long, value_name = "ADDRESS", requires = "snapshot_key")]
    snapshot: Option<String>,
    /// Public key the snapshot is signed with.
    #[arg(long, value_name = "KEY", requires = "snapshot")]
    snapshot_key: Option<String>,
    /// Write the code as a picture, too.
    #[arg(long, value_name = "FILE")]
    png: Option<PathBuf>,
    /// Print JSON with the text of the code in place of the picture.
    #[arg(long)]
    json: bool,
}

/// Runs the subcommand.
///
/// # Errors
///
/// When the site cannot be asked, the user cannot be enrolled, or a file cannot be written.
pub(crate) fn run(options: &Enroll) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(make(options))?;
    let text = code.to_text();
    // The code was given and is good for one use: its text is told even where no picture can be made.
    let picture = options.png.as_ref().map_or(Ok(()), |path| show::write_png(&text, path));
    if options.json {
        println!(
            "{}",
            json!({
                "code": text,
                "site": code.account.address,
                "user": code.account.user,
                "company": code.account.company,
                "device": code.device,
                "valid_until": code.valid_until.to_rfc3339(),
            })
        );
        return picture.map(|()| ExitCode::SUCCESS);
    }
    match show::in_terminal(&text) {
        Ok(code) => println!("{code}"),
        Err(error) => eprintln!("{error}: send the text below, to be pasted on the phone"),
    }
    println!("{text}\n");
    println!(
        "{} at {}, {}, receipts as {}; to be used once, until {}",
        code.account.user,
        code.account.address,
        code.account.company,
        code.device,
        code.valid_until.format("%Y-%m-%d %H:%M UTC")
    );
    picture.map(|()| ExitCode::SUCCESS)
}

async fn make(options: &Enroll) -> anyhow::Result<EnrolmentCode> {
    let client = options.line.client()?;
    let address = SiteAddress::parse(options.line.address()).context("--site")?;
    let courier_recipient = options.courier_key.as_deref().map(courier::recipient).transpose()?;
    let company = company(&client, options.company.as_deref()).await?;
    user::check(&client, &options.user, options.give_role).await?;
    scope::narrow(&client, &options.user, &options.territory, &options.item_group).await?;
    scope::warn_of_wide_ones(&client, &options.user).await?;
    let device = device(&client, options.device.clone()).await?;
    let kept = match (options.keep_secret, std::env::var(KEEP)) {
        (true, Ok(secret)) => Some(secret),
        (true, Err(_)) => bail!("--keep-secret needs {KEEP}"),
        (false, _) => None,
    };
    let (api_key, api_secret) = user::keys(&client, &options.user, kept).await?;
    let token = Token::new(&api_key, &api_secret)?;
    user::prove(&client.with_token(Some(token)), &options.user).await?;

    let mut id = [0; 12];
    SystemRandom.fill(&mut id)?;
    let code = EnrolmentCode {
        id: URL_SAFE_NO_PAD.encode(id),
        account: SiteAccount {
            address: address.to_string(),
            user: options.user.clone(),
            api_key,
            api_secret,
            company,
            authorities: options.line.authorities()?,
            courier_recipient,
            snapshot: options
                .snapshot
                .clone()
                .zip(options.snapshot_key.clone())
                .map(|(address, public_key)| SnapshotPlace { address, public_key }),
            on_arrival: match options.leave_draft {
                true => OnArrival::LeaveDraft,
                false => OnArrival::Submit,
            },
            track: options.track,
        },
        device,
        valid_until: valid_until(options.valid)?,
    };
    note(&client, &code).await?;
    Ok(code)
}

/// To the second, as the code holds it.
fn valid_until(minutes: u32) -> anyhow::Result<chrono::DateTime<chrono::Utc>> {
    let now = SystemClock::new().now();
    let end = now.checked_add_signed(TimeDelta::minutes(i64::from(minutes)));
    let end = end.and_then(|end| chrono::DateTime::from_timestamp(end.timestamp(), 0));
    end.context("--valid is too long")
}

/// The company named, or the only one.
async fn company(client: &Client, named: Option<&str>) -> anyhow::Result<String> {
    let all = client.names("Company", &[]).await.map_err(|failure| words::of(&failure))?;
    match (named, all.as_slice()) {
        (Some(named), all) if all.iter().any(|name| name == named) => Ok(named.to_owned()),
        (None, [only]) => Ok(only.clone()),
        (Some(named), _) => bail!("there is no company {named:?}; there is {}", all.join(", ")),
        (None, []) => bail!("the site has no company"),
        (None, _) => bail!("name one with --company: {}", all.join(", ")),
    }
}

/// A device code no phone of the site was given: the one asked for, or the next of P01, P02, …
async fn device(client: &Client, asked: Option<DeviceCode>) -> anyhow::Result<DeviceCode> {
    let query = ListQuery::new(LOG, &["device"]);
    let rows = client.list(&query).await.map_err(|failure| words::of(&failure))?;
    let given: Vec<String> = rows
        .iter()
        .filter_map(|row| row.first().and_then(|cell| cell.as_str()))
        .map(str::to_owned)
        .collect();
    if let Some(asked) = asked {
        ensure!(
            !given.iter().any(|code| code == asked.as_str()),
            "device code {asked} was given to a phone already; receipt numbers would come twice"
        );
        return Ok(asked);
    }
    let numbers = given.iter().filter_map(|code| code.strip_prefix('P')?.parse::<u32>().ok());
    let next = numbers.max().unwrap_or_default().saturating_add(1);
    Ok(DeviceCode::new(format!("P{next:02}"))?)
}

/// Notes the code on the site, so that its device code is not given again.
async fn note(client: &Client, code: &EnrolmentCode) -> anyhow::Result<()> {
    let mut given = Document::new();
    given.set("satchel_uid", given_uid(&code.id));
    given.set("user", code.account.user.as_str());
    given.set("company", code.account.company.as_str());
    given.set("device", code.device.as_str());
    given.set("event", CODE_GIVEN);
    client.insert(LOG, &given).await.map(drop).map_err(|failure| words::of(&failure))
}

/// Whether the site has what phones need. What they can do without, but lose something by, is told.
async fn needs_set_up(client: &Client) -> anyhow::Result<()> {
    let lacking = site::lacking(client).await?;
    if !lacking.needed.is_empty() {
        bail!(
            "the site is not set up for phones; `satchel-office site setup` makes what is missing:\n{}",
            listed(&lacking.needed)
        );
    }
    if !lacking.rest.is_empty() {
        eprintln!("phones do without, and lose what it is for:\n{}", listed(&lacking.rest));
    }
    Ok(())
}

fn listed(lines: &[String]) -> String {
    lines.iter().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
