//! `satchel-office courier`: files that carry an outbox where there is no network.

mod deliver;
mod key;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;

/// What to do for the courier.
#[derive(Subcommand)]
pub enum Courier {
    Key(key::Key),
    Send(deliver::Send),
}

/// Runs the subcommand.
///
/// # Errors
///
/// In a sentence that says why a file was refused, or what could not be done.
pub(crate) fn run(command: &Courier) -> anyhow::Result<ExitCode> {
    match command {
        Courier::Key(options) => key::run(options),
        Courier::Send(options) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(deliver::run(options))
        }
    }
}

/// A public key as typed, or in a file that holds it.
///
/// # Errors
///
/// When it is neither.
pub(crate) fn recipient(given: &str) -> anyhow::Result<String> {
    let text = match Path::new(given).is_file() {
        true => std::fs::read_to_string(given).with_context(|| given.to_owned())?,
        false => given.to_owned(),
    };
    let key = text.split_whitespace().find(|word| word.starts_with("age1"));
    let key = key.with_context(|| format!("{given}: no public key age1…"))?;
    let key: age::x25519::Recipient =
        key.parse().map_err(|error: &str| anyhow::anyhow!("{given}: {error}"))?;
    Ok(key.to_string())
}
