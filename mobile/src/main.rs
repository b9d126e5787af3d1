//! Satchel, the app.

use clap::Parser;
use satchel_mobile::options::Options;
use satchel_mobile::shells;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    // A phone hands over no command line; on Android there is not even an empty one to read.
    let phone = cfg!(any(target_os = "android", target_os = "ios"));
    let options = if phone { Options::default() } else { Options::parse() };
    match shells::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("satchel: {error}");
            ExitCode::FAILURE
        }
    }
}
