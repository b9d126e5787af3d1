//! `device new` and `device unlock`.

use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use satchel_app::Session;
use satchel_domain::ids::DeviceCode;
use satchel_frappe::{Client, SiteAddress};
use satchel_sync::{OnArrival, SiteAccount};
use serde_json::json;

use super::Opened;
use crate::site::{Trust, given_token, words};

/// Make a device: with a code of the office, or with a user's key pair.
#[derive(Args)]
pub struct New {
    #[command(flatten)]
    device: Opened,
    /// The text of the code `satchel-office enroll` printed.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["site", "token"])]
    enroll: Option<String>,
    /// Address of the site.
    #[arg(long, value_name = "URL", required_unless_present = "enroll")]
    site: Option<String>,
    /// Key pair of the user; without it taken from SATCHEL_TOKEN.
    #[arg(long, value_name = "KEY:SECRET")]
    token: Option<String>,
    #[command(flatten)]
    trust: Trust,
    /// Company of the orders, with --site; the only one the user sees where there is just one.
    #[arg(long, conflicts_with = "enroll")]
    company: Option<String>,
    /// First half of the receipt numbers, with --site. No other phone may have it.
    #[arg(long, conflicts_with = "enroll", default_value = "OFF")]
    code: DeviceCode,
    /// Orders wait as drafts for approval, with --site.
    #[arg(long, conflicts_with = "enroll")]
    leave_draft: bool,
    /// Language of the screens.
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Open a device and say whose it is.
#[derive(Args)]
pub struct Unlock {
    #[command(flatten)]
    device: Opened,
    /// Go on with a new code of the office for the same user and site.
    #[arg(long, value_name = "CODE")]
    enroll_again: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

pub(super) async fn new(options: &New) -> anyhow::Result<ExitCode> {
    let satchel = options.device.satchel()?;
    let session = match (&options.enroll, &options.site) {
        (Some(code), _) => {
            satchel.enroll(code, &options.device.pin, &options.lang).await.map_err(said)?
        }
        (None, Some(site)) => {
            let account = account(options, site).await?;
            let (device, pin) = (options.code.clone(), &options.device.pin);
            satchel.adopt(&account, device, pin, &options.lang).map_err(said)?
        }
        (None, None) => bail!("give --enroll or --site"),
    };
    tell(&session, options.device.folder(), false)?;
    Ok(ExitCode::SUCCESS)
}

/// The error with the site's words where there are some.
fn said(error: satchel_app::OpenError) -> anyhow::Error {
    use satchel_app::{AppError, OpenError};
    use satchel_sync::{SyncError, enrol::EnrolError};
    match error {
        OpenError::App(AppError::Enrol(EnrolError::Sync(SyncError::Site(failure)))) => {
            words::of(&failure)
        }
        error => error.into(),
    }
}

/// The account of the key pair's user.
async fn account(options: &New, site: &str) -> anyhow::Result<SiteAccount> {
    let token = given_token(options.token.as_deref())?.context("give --token")?;
    let (key, secret) = token.parts();
    let address = SiteAddress::parse(site).context("--site")?;
    let transport = options.trust.transport(address.clone())?;
    let client = Client::new(std::sync::Arc::new(transport), Some(token.clone()));
    let user = client.logged_user().await.map_err(|failure| words::of(&failure))?;
    let companies = client.names("Company", &[]).await.map_err(|failure| words::of(&failure))?;
    let company = match (&options.company, companies.as_slice()) {
        (Some(named), _) => named.clone(),
        (None, [only]) => only.clone(),
        (None, _) => bail!("name one with --company: {}", companies.join(", ")),
    };
    Ok(SiteAccount {
        address: address.to_string(),
        user,
        api_key: key.to_owned(),
        api_secret: secret.to_owned(),
        company,
        authorities: options.trust.pem()?,
        courier_recipient: None,
        snapshot: None,
        on_arrival: if options.leave_draft { OnArrival::LeaveDraft } else { OnArrival::Submit },
        track: false,
    })
}

pub(super) async fn unlock(options: &Unlock) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    if let Some(code) = &options.enroll_again {
        session.enroll_again(code).await?;
    }
    tell(&session, options.device.folder(), options.json)?;
    Ok(ExitCode::SUCCESS)
}

fn tell(session: &Session, folder: &std::path::Path, as_json: bool) -> anyhow::Result<()> {
    let settings = session.settings()?;
    let site = SiteAccount::load(session.store())?.map(|account| account.address);
    if as_json {
        println!(
            "{}",
            json!({
                "profile": settings.profile.id,
                "site": site,
                "user": settings.profile.user,
                "company": settings.profile.company,
                "device": settings.device,
            })
        );
        return Ok(());
    }
    println!(
        "{}: {} for {} at {}, receipts as {}",
        folder.display(),
        settings.profile.user,
        settings.profile.company,
        site.as_deref().unwrap_or("no site"),
        settings.device
    );
    Ok(())
}
