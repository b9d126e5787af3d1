//! `satchel-office courier`: files that carry an outbox where there is no network.

use std::path::Path;

use anyhow::Context;

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
