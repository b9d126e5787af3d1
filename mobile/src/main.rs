//! Satchel, the app.

use clap::Parser;
use satchel_mobile::options::Options;
use satchel_mobile::shells;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match shells::run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("satchel: {error}");
            ExitCode::FAILURE
        }
    }
}
