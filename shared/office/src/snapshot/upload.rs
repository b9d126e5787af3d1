//! Manifest and pieces as files of the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use satchel_frappe::client::Upload;
use satchel_frappe::{Client, Filter, ListQuery};
use satchel_sync::snapshot::{MANIFEST_NAME, Piece};

/// Uploads the pieces that are not there yet, then the manifest in place of the one before. Reps may
/// read the files since they may read the company they are attached to (recording 148). The address of
/// the manifest at the site.
///
/// # Errors
///
/// When the site refuses a file or stores it under another name.
pub(super) async fn to_site(
    client: &Client,
    folder: &Path,
    pieces: &[Piece],
    group: &str,
    company: &str,
) -> anyhow::Result<String> {
    for piece in pieces {
        let name = piece.file_name();
        if files(client, &name).await?.is_empty() {
            put(client, &folder.join(&name), &name, company).await?;
        }
    }
    let word: String =
        group.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name = format!("satchel-{word}.json");
    for old in files(client, &name).await? {
        client.delete("File", &old).await.context("the manifest before")?;
    }
    put(client, &folder.join(MANIFEST_NAME), &name, company).await
}

/// Files of this name.
async fn files(client: &Client, file_name: &str) -> anyhow::Result<Vec<String>> {
    let query = ListQuery::new("File", &["name"]).with(Filter::equals("file_name", file_name));
    let rows = client.list(&query).await.context("File")?;
    let names = rows.iter().filter_map(|row| row.first()?.as_str());
    Ok(names.map(str::to_owned).collect())
}

async fn put(client: &Client, path: &Path, name: &str, company: &str) -> anyhow::Result<String> {
    let content = fs::read(path).with_context(|| path.display().to_string())?;
    // A manifest has the same name each time; its time makes it another file.
    let uid = match name.strip_suffix(".zst") {
        Some(hash) => hash.to_owned(),
        None => uid_of(&content),
    };
    let attached_to = ("Company", company);
    let upload = Upload { uid: &uid, file_name: name, attached_to, content: &content };
    let saved = client.upload(&upload).await.with_context(|| name.to_owned())?;
    let address = saved.document.text("file_url").context("the site names no file_url")?;
    if !address.ends_with(&format!("/{name}")) {
        bail!("the site stored {name} as {address}");
    }
    Ok(address.to_owned())
}

/// Of the signature, which stands at the end and is never the same twice.
fn uid_of(manifest: &[u8]) -> String {
    let text = String::from_utf8_lossy(manifest);
    let letters: Vec<char> = text.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.iter().rev().take(60).collect()
}
