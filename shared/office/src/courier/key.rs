//! `courier key`: the site's key pair for courier files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use anyhow::{Context, bail};
use clap::Args;

use crate::owner_only;

/// Make the site's key pair for courier files.
///
/// The file holds the secret key: keep it at the office and keep a copy. The public key printed goes
/// into enrolment codes (`satchel-office enroll --courier-key`).
#[derive(Args)]
pub struct Key {
    /// The file to write; one that is there is not replaced.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn run(options: &Key) -> anyhow::Result<ExitCode> {
    let identity = Identity::generate();
    let public = identity.to_public();
    let place = || options.out.display().to_string();
    let mut file = owner_only::create_new(&options.out).with_context(place)?;
    writeln!(file, "# public key: {public}\n{}", identity.to_string().expose_secret())?;
    file.sync_all()?;
    println!("{public}");
    Ok(ExitCode::SUCCESS)
}

/// The secret key in a file of [`Key`].
///
/// # Errors
///
/// When there is none in it; what is in it is not repeated.
pub(super) fn identity(path: &Path) -> anyhow::Result<Identity> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let key = text.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-"));
    match key.and_then(|line| line.parse().ok()) {
        Some(identity) => Ok(identity),
        None => bail!("{} holds no secret key", path.display()),
    }
}
