//! `satchel-office scan`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use satchel_devices::barcode::read_picture;
use serde_json::{Value, json};

/// Read the codes in pictures (PNG, JPEG): one JSON line each, also when there is none.
#[derive(Args)]
pub(crate) struct Scan {
    /// The pictures.
    #[arg(value_name = "IMAGE", required = true)]
    images: Vec<PathBuf>,
}

/// Runs the subcommand. A file that is no picture is named on standard error, the others are read all
/// the same, and the command fails at the end.
pub(crate) fn run(options: &Scan) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for path in &options.images {
        match read(path) {
            Ok(line) => println!("{line}"),
            Err(error) => {
                eprintln!("satchel-office: {}", crate::told(&error));
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn read(path: &Path) -> anyhow::Result<Value> {
    let name = || path.display().to_string();
    let bytes = std::fs::read(path).with_context(name)?;
    let found = read_picture(&bytes).with_context(name)?;
    let codes: Vec<Value> =
        found.iter().map(|code| json!({"format": code.format.name(), "text": code.text})).collect();
    Ok(json!({"file": name(), "codes": codes}))
}
