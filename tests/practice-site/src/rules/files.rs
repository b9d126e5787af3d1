//! File: content comes as base64 in the document (recording 176).

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::{Digest, Md5};
use serde_json::{Value, json};

use crate::{
    database::Fields,
    refusal::Refusal,
    site::{Done, Site},
};

/// Stores the content under a `file_url` of its own. Only an insert brings content.
pub(super) fn before_save(
    site: &mut Site,
    document: &mut Fields,
    sent: Option<&Fields>,
) -> Done<()> {
    let Some(sent) = sent else { return Ok(()) };
    let Some(content) = sent.get("content").and_then(Value::as_str) else { return Ok(()) };
    let bytes = if sent.get("decode").is_some_and(crate::meta::is_set) {
        STANDARD.decode(content).map_err(|_| Refusal::silent(500, "Error", "Incorrect padding"))?
    } else {
        content.as_bytes().to_vec()
    };
    if bytes.len() > site.options.max_file_size {
        let words = format!(
            "File size exceeded the maximum allowed size of {:.1} MB",
            site.options.max_file_size / (1 << 20)
        );
        return Err(Refusal::thrown(417, "MaxFileSizeReachedError", words).into());
    }
    let private = document.get("is_private").is_some_and(crate::meta::is_set);
    let name = document.get("file_name").and_then(Value::as_str).unwrap_or("file").to_owned();
    let url = free_url(site, if private { "/private/files/" } else { "/files/" }, &name, &bytes)?;
    site.db.put_content(&url, &bytes)?;
    let kind = name.rsplit_once('.').map(|(_, end)| end.to_uppercase()).unwrap_or_default();
    document.insert("file_type".to_owned(), json!(kind));
    document.insert("file_size".to_owned(), json!(bytes.len()));
    document.insert("file_url".to_owned(), json!(url));
    document.insert("content_hash".to_owned(), json!(hash(&bytes)));
    Ok(())
}

/// The content goes with the last File that has it.
pub(super) fn after_delete(site: &mut Site, document: &Fields) {
    let url = document.get("file_url").and_then(Value::as_str).unwrap_or_default();
    if let Err(error) = site.db.remove_content(url) {
        tracing::warn!(%error, "the content of a file was not removed");
    }
}

/// The same content keeps its address; other content of the same name gets some of its hash into it.
fn free_url(site: &Site, folder: &str, name: &str, bytes: &[u8]) -> Done<String> {
    let plain = format!("{folder}{}", name.replace(['/', '\\'], "_"));
    match site.db.content(&plain)? {
        Some(there) if there != bytes => {
            let (stem, end) = plain.rsplit_once('.').unwrap_or((&plain, ""));
            let mark: String = hash(bytes).chars().take(6).collect();
            Ok(format!("{stem}{mark}.{end}"))
        }
        _ => Ok(plain),
    }
}

fn hash(bytes: &[u8]) -> String {
    Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
