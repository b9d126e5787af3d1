//! `satchel-office backup` and `restore`.

use crate::folder;
use anyhow::{Context, Result, bail};
use clap::Args;
use satchel_app::Satchel;
use satchel_domain::ids::{DeviceCode, ReceiptNumber};
use satchel_store::RestoreNumbering;
use std::path::PathBuf;

/// Write a profile into one encrypted file.
#[derive(Args)]
pub(crate) struct Backup {
    /// The phone's folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The profile's PIN.
    #[arg(long)]
    pin: String,
    /// Which profile; the only one where there is just one.
    #[arg(long)]
    profile: Option<String>,
    /// Passphrase of the file; better in the environment than on the command line.
    #[arg(long, env = "SATCHEL_PASSPHRASE", hide_env_values = true)]
    passphrase: String,
}

/// Bring a profile back from such a file, under a PIN of its own.
#[derive(Args)]
pub(crate) struct Restore {
    /// The backup.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder to bring it back into; made where it is missing.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// The PIN that will open it there.
    #[arg(long, default_value = "2580")]
    pin: String,
    /// Passphrase of the file; better in the environment than on the command line.
    #[arg(long, env = "SATCHEL_PASSPHRASE", hide_env_values = true)]
    passphrase: String,
    /// Device code for new receipts; without it the next free one after the backup's is taken.
    #[arg(long, conflicts_with = "last_receipt")]
    device: Option<DeviceCode>,
    /// This is the same phone, and this the last receipt it gave: numbers go on after it.
    #[arg(long, value_name = "NUMBER")]
    last_receipt: Option<ReceiptNumber>,
}

/// Makes a backup and says what is in it.
pub(crate) fn back_up(options: &Backup) -> Result<()> {
    anyhow::ensure!(options.folder.is_dir(), "{} is no folder", options.folder.display());
    let satchel = folder::open(&options.folder)?;
    let profile = folder::choose(&satchel, options.profile.as_deref())?;
    let session = satchel.unlock(&profile, &options.pin)?;
    let summary = satchel
        .back_up(&session, &options.out, &options.passphrase)
        .context("no backup was made")?;
    println!(
        "{}: {} · {} · {}, {} documents not sent yet",
        options.out.display(),
        summary.label,
        summary.user,
        summary.company,
        summary.unsent_documents
    );
    Ok(())
}

/// Brings a backup back and says under which numbers it goes on.
pub(crate) fn restore(options: &Restore) -> Result<()> {
    let satchel = folder::open(&options.into)?;
    let summary = satchel
        .look_into_backup(&options.file, &options.passphrase)
        .context("the backup cannot be read")?;
    let numbering = match (&options.device, &options.last_receipt) {
        (Some(code), _) => RestoreNumbering::NewDeviceCode(code.clone()),
        (None, Some(last)) => RestoreNumbering::SamePhone { last_receipt: last.clone() },
        (None, None) => match Satchel::numbering_elsewhere(&summary) {
            Some(numbering) => numbering,
            None => bail!("no device code follows the backup's; name one with --device"),
        },
    };
    let session = satchel
        .restore(&options.file, &options.passphrase, &options.pin, &numbering)
        .context("nothing was brought back")?;
    let settings = session.settings()?;
    println!(
        "{}: {} for {}, receipts as {}",
        options.into.display(),
        settings.profile.label,
        settings.profile.company,
        settings.device
    );
    Ok(())
}
