//! `satchel-office`, the office tool: demo data, a look into a phone's folder, backups, prices, and
//! what a live site makes of them.

mod courier;
mod demo;
mod device;
mod enroll;
mod folder;
mod inspect;
mod keep;
mod owner_only;
mod parity;
mod price;
mod receipt;
mod rehearse;
mod scan;
mod site;
mod snapshot;
mod template;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The office tool of Satchel.
#[derive(Parser)]
#[command(name = "satchel-office", version, about = "The office tool of Satchel")]
struct Office {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a folder with the demo company, as the app would on a phone.
    Demo {
        /// The folder; made where it is missing.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The PIN that will open it.
        #[arg(long, default_value = "2580")]
        pin: String,
        /// Language of the screens.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Say what a phone's folder holds: profiles, and with a PIN what is in one of them.
    Inspect {
        /// The folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Open the profile with this PIN and count what is in it.
        #[arg(long)]
        pin: Option<String>,
        /// Which profile; the only one where there is just one.
        #[arg(long)]
        profile: Option<String>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Write a profile into one encrypted file.
    Backup(keep::Backup),
    /// Bring a profile back from such a file, under a PIN of its own.
    Restore(keep::Restore),
    /// Price recorded orders as ERPNext would, and compare.
    Price(price::Price),
    Receipt(receipt::ReceiptOptions),
    Rehearse(rehearse::Rehearse),
    /// One phone of a rehearsal, which starts it itself.
    #[command(hide = true)]
    RehearsePhone {
        /// What it is told.
        orders: PathBuf,
    },
    /// Look at a live site, set it up, take the set-up back.
    #[command(subcommand)]
    Site(site::Site),
    Enroll(enroll::Enroll),
    /// Files that carry an outbox where there is no network.
    #[command(subcommand)]
    Courier(courier::Courier),
    /// A phone without a screen: make it, pull, order, look.
    #[command(subcommand)]
    Device(device::Device),
    Snapshot(snapshot::Snapshot),
    Scan(scan::Scan),
    /// Receipt templates for all phones of the company.
    #[command(subcommand)]
    Template(template::Template),
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(Office::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("satchel-office: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

/// An error with its causes. Where one tells its cause itself, the cause is not told again.
fn told(error: &anyhow::Error) -> String {
    let mut told = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if told.is_empty() {
            told = cause;
        } else if !told.ends_with(&cause) {
            told = format!("{told}: {cause}");
        }
    }
    told
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Demo { out, pin, lang } => demo::run(&out, &pin, &lang)?,
        Command::Inspect { folder, pin, profile, json } => {
            inspect::run(&folder, pin.as_deref(), profile.as_deref(), json)?;
        }
        Command::Backup(options) => keep::back_up(&options)?,
        Command::Restore(options) => keep::restore(&options)?,
        Command::Price(options) => return price::run(&options),
        Command::Receipt(options) => receipt::run(&options)?,
        Command::Rehearse(options) => return rehearse::run(&options),
        Command::RehearsePhone { orders } => rehearse::run_phone(&orders)?,
        Command::Site(command) => return site::run(&command),
        Command::Device(command) => return device::run(&command),
        Command::Courier(command) => return courier::run(&command),
        Command::Enroll(options) => return enroll::run(&options),
        Command::Snapshot(options) => snapshot::run(&options)?,
        Command::Scan(options) => return Ok(scan::run(&options)),
        Command::Template(command) => return template::run(&command),
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    #[test]
    fn a_cause_is_told_once() {
        let error = anyhow!("it was used before").context("not enrolled: it was used before");
        assert_eq!(super::told(&error), "not enrolled: it was used before");
        let error = anyhow!("no such file").context("courier.key");
        assert_eq!(super::told(&error), "courier.key: no such file");
    }
}
