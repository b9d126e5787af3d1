//! `satchel-office site`: what speaks with a live site.

mod check;
mod gaps;
mod logos;
pub(crate) mod plan;
mod record;
mod setup;
mod survey;
mod undo;
pub(crate) mod words;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, Subcommand};
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteAddress, Token, authorities};

use crate::parity;

/// Variable that holds the token where no `--token` is given.
const TOKEN_VARIABLE: &str = "SATCHEL_TOKEN";

/// What to do with a site.
#[derive(Subcommand)]
pub enum Site {
    Check(check::Check),
    Setup(setup::Setup),
    Undo(undo::Undo),
    /// Price the last Sales Orders again and say where they differ from what was booked.
    ///
    /// Assumed of each order, since a site keeps only what was booked: item, quantity, unit, warehouse
    /// and delivery date of its lines, and the customer, addresses, currency, price list, tax template,
    /// shipping rule, coupon, campaign, partner and payment terms of its head were entered as they
    /// stand; a rate was typed where the line names no Pricing Rule and its rate is not its list price;
    /// an additional discount was typed where no rule gives it; rows marked `is_free_item` were given by
    /// rules. Prices, rules, item taxes, tax amounts, exchange rates and totals are worked out anew.
    /// Compared are rates and amounts of lines, tax rows and totals to the last digit; not compared are
    /// how a rate is split into discount and margin, the payment schedule and the words.
    Parity(parity::Parity),
}

/// Whom to believe that a server is who it says, besides the authorities everybody knows.
#[derive(Args)]
pub struct Trust {
    /// Certificate authority of the company's own, PEM or DER. A code for a phone carries it along.
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
}

impl Trust {
    /// The authorities as PEM; none where no file was given.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or holds no certificate.
    pub(crate) fn pem(&self) -> anyhow::Result<Option<String>> {
        let Some(file) = &self.ca else { return Ok(None) };
        let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
        let certificates = authorities::certificates(&bytes)
            .with_context(|| format!("--ca: {}", file.display()))?;
        Ok(Some(authorities::pem(certificates.iter().map(Vec::as_slice))))
    }

    /// A line to a site; nothing is sent yet.
    ///
    /// # Errors
    ///
    /// As [`Trust::pem`], or where TLS cannot be set up.
    pub(crate) fn transport(&self, address: SiteAddress) -> anyhow::Result<HttpTransport> {
        let extra_authorities = self.pem()?.map(String::into_bytes);
        let options = HttpOptions { extra_authorities, ..HttpOptions::default() };
        Ok(HttpTransport::new(address, options)?)
    }
}

/// Which site, and as whom.
#[derive(Args)]
pub struct Line {
    /// Address of the site.
    #[arg(long = "site", value_name = "URL")]
    address: String,
    /// Key pair of the user who asks; without it taken from SATCHEL_TOKEN, which other users of this
    /// machine cannot see.
    #[arg(long, value_name = "KEY:SECRET")]
    token: Option<String>,
    #[command(flatten)]
    trust: Trust,
}

impl Line {
    /// The authorities that were given, PEM.
    ///
    /// # Errors
    ///
    /// As [`Trust::pem`].
    pub(crate) fn authorities(&self) -> anyhow::Result<Option<String>> {
        self.trust.pem()
    }

    /// The address as it was given.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The key pair as it was given on the command line.
    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// A client for the site; nothing is sent yet.
    ///
    /// # Errors
    ///
    /// When address or token are none. What was given as a token is not repeated.
    pub fn client(&self) -> anyhow::Result<Client> {
        let token = given_token(self.token.as_deref())?;
        let token = token.with_context(|| format!("no --token and no {TOKEN_VARIABLE}"))?;
        let address = SiteAddress::parse(&self.address).context("--site")?;
        let transport = self.trust.transport(address)?;
        Ok(Client::new(Arc::new(transport), Some(token)))
    }
}

/// Makes what is missing for Satchel on a site, as `site setup` does.
///
/// # Errors
///
/// When the site cannot be asked or refuses, or where something is left that only its administrator can
/// mend.
pub(crate) async fn set_up(client: &Client) -> anyhow::Result<()> {
    let plan = plan::Plan::read()?;
    let survey = survey::Survey::take(client, &plan).await?;
    let gaps = gaps::find(&plan, &survey);
    setup::apply(client, &plan, &survey, &gaps, &mut |line| tracing::debug!("{line}")).await?;
    match gaps.iter().find(|gap| !gap.ours) {
        Some(gap) => anyhow::bail!("{gap}"),
        None => Ok(()),
    }
}

/// What a site lacks of the set-up, each in words.
#[derive(Debug, Default)]
pub(crate) struct Lacking {
    /// What no order arrives without, or not once.
    pub(crate) needed: Vec<String>,
    /// The rest.
    pub(crate) rest: Vec<String>,
}

/// Looks what of the set-up a site lacks, as an administrator.
///
/// # Errors
///
/// When the site cannot be asked.
pub(crate) async fn lacking(client: &Client) -> anyhow::Result<Lacking> {
    let plan = plan::Plan::read()?;
    let survey = survey::Survey::take(client, &plan).await?;
    let gaps = gaps::find(&plan, &survey);
    let (needed, rest): (Vec<_>, Vec<_>) = gaps.iter().partition(|gap| gap.stops_orders());
    let told = |gaps: Vec<&gaps::Gap>| {
        gaps.into_iter().map(|gap| format!("{}: {gap}", gap.word())).collect()
    };
    Ok(Lacking { needed: told(needed), rest: told(rest) })
}

/// The key pair on the command line, or the one in the environment, or none.
///
/// # Errors
///
/// When what was given is none; it is not repeated.
pub(crate) fn given_token(given: Option<&str>) -> anyhow::Result<Option<Token>> {
    let given = given.map(str::to_owned).or_else(|| std::env::var(TOKEN_VARIABLE).ok());
    given.map(|text| Token::parse(&text).context("--token is written KEY:SECRET")).transpose()
}

/// Runs the subcommand.
///
/// # Errors
///
/// When the site cannot be asked at all; what it answers is part of each report.
pub fn run(command: &Site) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match command {
        Site::Check(options) => runtime.block_on(check::run(options)),
        Site::Setup(options) => runtime.block_on(setup::run(options)),
        Site::Undo(options) => runtime.block_on(undo::run(options)),
        Site::Parity(options) => runtime.block_on(parity::run(options)),
    }
}
