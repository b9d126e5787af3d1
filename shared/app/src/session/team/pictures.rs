//! Pictures and signatures of the team's visits: fetched when somebody looks, kept on the phone from then on.

use crate::session::Session;
use crate::session::attachments::{MAX_PICTURE, extension_of};
use crate::views::TeamPicture;
use crate::{AppError, PictureError};
use satchel_devices::photo;
use satchel_store::{TEAM_PICTURES, TeamFileRow};
use satchel_sync::is_of_site;
use satchel_sync::{Client, Failure, NotFrappe, SiteAccount, SyncError};
use std::time::Duration;

/// How long one picture may take from asking to its last byte.
const PATIENCE: Duration = Duration::from_secs(90);

impl Session {
    /// Fetches pictures of a visit by the names of their Files, one after the other, and tells what became of
    /// each; those that are here already are told at once. Once the site cannot be reached the rest are not
    /// tried. It waits for the network: a screen shows them as they come ([`Session::team_picture`]).
    pub async fn fetch_team_pictures(
        &self,
        names: Vec<String>,
        mut told: impl FnMut(&str, Result<(), PictureError>),
    ) {
        let mut line = None;
        let mut names = names.into_iter();
        for name in names.by_ref() {
            let fetched = self.fetch_picture(&mut line, &name).await;
            let cut = matches!(fetched, Err(PictureError::Offline));
            told(&name, fetched);
            if cut {
                break;
            }
        }
        names.for_each(|name| told(&name, Err(PictureError::Offline)));
    }

    /// The bytes of a picture, as far as they are here: JPEG, PNG, WebP or SVG.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_picture(&self, name: &str) -> Result<Option<Vec<u8>>, AppError> {
        Ok(self.inner.store.team_file_content(name)?)
    }

    pub(super) fn pictures_of(&self, visit: &str) -> Result<Vec<TeamPicture>, AppError> {
        let files = self.inner.store.team_files(visit)?;
        Ok(files.into_iter().map(view).collect())
    }

    async fn fetch_picture(
        &self,
        line: &mut Option<Client>,
        name: &str,
    ) -> Result<(), PictureError> {
        let store = &self.inner.store;
        let file = store.team_file(name).map_err(AppError::from)?.ok_or(PictureError::Gone)?;
        if file.kept {
            return Ok(());
        }
        if !is_of_site(&file.file_url) {
            return Err(PictureError::NotAPicture);
        }
        let most = u64::try_from(MAX_PICTURE).unwrap_or(u64::MAX);
        if file.bytes > most {
            return Err(PictureError::TooLarge);
        }
        let client = match line {
            Some(client) => client,
            None => line.insert(self.picture_line()?),
        };
        let fetched = tokio::time::timeout(PATIENCE, client.file(&file.file_url, most)).await;
        let content = fetched.map_err(|_| PictureError::Slow)?.map_err(refused)?;
        // Scaling a photo takes longer than a task of the runtime may.
        let content = tokio::task::spawn_blocking(move || picture(content)).await;
        let content = content.unwrap_or_default().ok_or(PictureError::NotAPicture)?;
        let kept = store.keep_team_file(name, content, TEAM_PICTURES).await;
        Ok(kept.map_err(AppError::from)?)
    }

    fn picture_line(&self) -> Result<Client, AppError> {
        let account = SiteAccount::load(&self.inner.store)?.ok_or(SyncError::NotEnrolled)?;
        Ok(account.client()?)
    }
}

fn view(file: TeamFileRow) -> TeamPicture {
    TeamPicture {
        // As a phone names it; the site may put something behind it.
        signature: file.file_name.contains("-signature"),
        name: file.name,
        file_name: file.file_name,
        bytes: file.bytes,
        here: file.kept,
    }
}

fn refused(failure: Failure) -> PictureError {
    match failure {
        Failure::Offline { .. } => PictureError::Offline,
        Failure::Refused(refusal) if refusal.is_forbidden() => PictureError::Refused,
        Failure::Refused(refusal) if refusal.is_missing() => PictureError::Gone,
        Failure::NotFrappe { why: NotFrappe::TooLarge { .. } } => PictureError::TooLarge,
        other => PictureError::App(SyncError::from(other).into()),
    }
}

/// The content as it is kept and shown, if it is a picture; a large photo scaled down.
fn picture(content: Vec<u8>) -> Option<Vec<u8>> {
    if is_drawing(&content) {
        return Some(content);
    }
    let kind = extension_of(&content)?;
    // Of a WebP nothing more is read here.
    if kind != "webp" {
        photo::sides(&content)?;
    }
    Some(photo::scaled(content))
}

/// An SVG, as signatures are kept. It is shown as a picture, where a browser runs nothing in it.
fn is_drawing(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(content) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let root = match text.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>").map_or("", |(_, root)| root.trim_start()),
        None => text,
    };
    root.strip_prefix("<svg").is_some_and(|rest| rest.starts_with([' ', '>', '\n', '\t', '\r']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_picture_is_known_by_what_is_in_it() {
        let (_, signature) = satchel_store::signature_picture("s".into(), b"M0 0 L9 9".to_vec());
        assert_eq!(picture(signature.clone()), Some(signature));
        assert!(is_drawing(b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<svg>"));
        for other in [&b"<html><svg ></html>"[..], b"<svgx>", b"", b"<?xml", b"%PDF-1.7", b"GIF89a"]
        {
            assert_eq!(picture(other.to_vec()), None, "{other:?}");
        }
        // The first bytes of a JPEG, and nothing behind them.
        assert_eq!(picture(b"\xff\xd8\xff\xe0JFIF".to_vec()), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(mut bytes in prop::collection::vec(any::<u8>(), 0..80), kind in 0..4_usize) {
            let heads: [&[u8]; 4] = [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"<?xml <svg "];
            bytes.splice(0..0, heads[kind].iter().copied());
            let _ = picture(bytes);
        }
    }
}
