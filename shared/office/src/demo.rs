//! `satchel-office demo`.

use crate::folder;
use anyhow::{Context, Result};
use std::path::Path;

/// Makes a folder with the demo company in it.
pub(crate) fn run(out: &Path, pin: &str, lang: &str) -> Result<()> {
    let satchel = folder::open(out)?;
    let session = satchel.create_demo(pin, lang).context("the demo company could not be made")?;
    let settings = session.settings()?;
    println!(
        "{}: {} for {}, {} items. Open it with `satchel --data {}`.",
        out.display(),
        settings.device,
        settings.profile.company,
        settings.items,
        out.display()
    );
    Ok(())
}
