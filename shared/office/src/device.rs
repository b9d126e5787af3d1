//! `satchel-office device`: a phone without a screen, through the same use cases as the screens.

mod ended;
mod make;
mod order;
mod status;
mod travel;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};
use satchel_app::{Satchel, Session};

use crate::folder;

/// What to do with a device.
#[derive(Subcommand)]
pub enum Device {
    New(make::New),
    Unlock(make::Unlock),
    Pull(travel::Pull),
    Push(travel::Push),
    Carry(travel::Carry),
    Receipt(travel::ReadReceipt),
    Order(order::Order),
    Status(status::Status),
}

/// Which device, and its PIN.
#[derive(Args)]
pub struct Opened {
    /// The device's folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The PIN that opens it.
    #[arg(long, env = "SATCHEL_PIN", hide_env_values = true, default_value = "2580")]
    pin: String,
    /// Which profile; the only one where there is just one.
    #[arg(long)]
    profile: Option<String>,
}

impl Opened {
    /// Unlocks the profile.
    ///
    /// # Errors
    ///
    /// When there is none, or the PIN is wrong.
    fn session(&self) -> anyhow::Result<Session> {
        anyhow::ensure!(self.folder.is_dir(), "{} is no folder", self.folder.display());
        let satchel = folder::open(&self.folder)?;
        let profile = folder::choose(&satchel, self.profile.as_deref())?;
        satchel.unlock(&profile, &self.pin).context("the device was not unlocked")
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder as a device, made where it is missing.
    fn satchel(&self) -> anyhow::Result<Satchel> {
        folder::open(&self.folder)
    }
}

/// Runs the subcommand.
///
/// # Errors
///
/// In a sentence that says what could not be done; nothing saved is lost by it.
pub(crate) fn run(command: &Device) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match command {
        Device::New(options) => runtime.block_on(make::new(options)),
        Device::Unlock(options) => runtime.block_on(make::unlock(options)),
        Device::Pull(options) => runtime.block_on(travel::pull(options)),
        Device::Push(options) => runtime.block_on(travel::push(options)),
        Device::Carry(options) => travel::carry(options),
        Device::Receipt(options) => travel::read_receipt(options),
        Device::Order(options) => order::run(options),
        Device::Status(options) => status::run(options),
    }
}
