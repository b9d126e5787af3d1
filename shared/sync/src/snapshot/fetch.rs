//! Bringing a snapshot to a phone.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use satchel_frappe::client::{DownloadRequest, FileSink};
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteAddress};
use satchel_store::{SCHEMA, Store, StoreError};
use tokio::sync::watch;

use super::manifest::sha256;
use super::progress::{FetchProgress, Telling};
use super::{Manifest, Piece, SnapshotError, unpack};
use crate::{SiteAccount, SyncError};

/// Largest manifest taken, in bytes.
const LARGEST_MANIFEST: usize = 4 << 20;
/// Times a piece is asked for before the download counts as broken off.
const TIMES: usize = 5;

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// What the office says it is.
    pub manifest: Manifest,
    /// Bytes that were downloaded now, the manifest's not counted.
    pub downloaded: u64,
}

/// Downloads the snapshot of the enrolment, checks it and takes it in, all of it or nothing. Nothing
/// happens where the enrolment names none, or items were loaded already: then the pull is cheaper.
///
/// A download that breaks off goes on where it was with the next call: at the byte where the server
/// knows ranges (206), at the piece where it does not.
///
/// # Errors
/// [`SyncError::Site`] where the site cannot be reached further, [`SyncError::Snapshot`] where the
/// snapshot is of no use; nothing on the phone was changed then.
pub async fn fetch(
    store: &Store,
    account: &SiteAccount,
    client: &Client,
    today: NaiveDate,
    progress: &watch::Sender<FetchProgress>,
) -> Result<Option<Fetched>, SyncError> {
    let Some(place) = &account.snapshot else { return Ok(None) };
    let loaded = crate::pull::state::load(store)?;
    if loaded.get("Item").is_some_and(|state| state.loaded) {
        return Ok(None);
    }
    let source = Source::of(&place.address, account, client)?;
    let mut bytes = Memory::default();
    source.download(&source.manifest, 0, &mut bytes).await?;
    let manifest = Manifest::open(&bytes.0, &place.public_key)?;
    check(&manifest, account)?;
    let folder = folder_beside(store.path());
    fs::create_dir_all(&folder).map_err(SnapshotError::File)?;
    let downloaded = source.pieces(&manifest, &folder, progress).await?;
    let unpacked = unpack(&manifest, &folder);
    let damage = unpacked.damage();
    let taken = store.import_masters(unpacked, today).await;
    // Taken or refused, nothing of it stays in the clear.
    let cleared = fs::remove_dir_all(&folder);
    taken.map_err(|error| match (damage.number(), error) {
        (Some(number), _) => SnapshotError::Damaged { number }.into(),
        (None, StoreError::BadInput { .. }) => SnapshotError::Unreadable.into(),
        (None, other) => SyncError::from(other),
    })?;
    if let Err(error) = cleared {
        tracing::warn!(%error, "the pieces of the snapshot could not be removed");
    }
    if let Err(error) = make_indexes(store).await {
        // What was taken in stays; the next change of the catalogue or the next start makes them.
        tracing::warn!(%error, "indexes are missing yet");
    }
    Ok(Some(Fetched { manifest, downloaded }))
}

/// What a first load left to be made: the rep can sell by now, and a write of theirs goes between two.
async fn make_indexes(store: &Store) -> Result<(), StoreError> {
    while store.make_index().await? {}
    Ok(())
}

/// Where the pieces of a download wait, beside the phone's database.
fn folder_beside(store: &Path) -> PathBuf {
    store.with_extension("snapshot")
}

fn check(manifest: &Manifest, account: &SiteAccount) -> Result<(), SnapshotError> {
    let same = SiteAddress::parse(&manifest.site)
        .ok()
        .zip(SiteAddress::parse(&account.address).ok())
        .is_some_and(|(of, mine)| of.to_string() == mine.to_string());
    if !same {
        return Err(SnapshotError::OtherSite);
    }
    if manifest.schema != SCHEMA {
        return Err(SnapshotError::OtherVersion { found: manifest.schema, known: SCHEMA });
    }
    Ok(())
}

/// Where a snapshot is: at the site, or on a static host that is told nothing of the user.
struct Source {
    client: Client,
    /// Path of the manifest.
    manifest: String,
}

impl Source {
    fn of(address: &str, account: &SiteAccount, client: &Client) -> Result<Self, SyncError> {
        if !address.contains("://") {
            return Ok(Self { client: client.clone(), manifest: address.to_owned() });
        }
        let (host, path) = address
            .match_indices('/')
            .nth(2)
            .and_then(|(at, _)| address.split_at_checked(at))
            .ok_or(SnapshotError::Unreadable)?;
        let options = HttpOptions {
            extra_authorities: account.authorities.as_ref().map(|pem| pem.clone().into_bytes()),
            ..HttpOptions::default()
        };
        let transport = HttpTransport::new(SiteAddress::parse(host)?, options)?;
        Ok(Self { client: Client::new(Arc::new(transport), None), manifest: path.to_owned() })
    }

    fn path_of(&self, piece: &Piece) -> String {
        let folder = self.manifest.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{}", piece.file_name())
    }

    async fn download(
        &self,
        file_url: &str,
        offset: u64,
        sink: &mut dyn FileSink,
    ) -> Result<(), SyncError> {
        let wanted = DownloadRequest { file_url, offset, etag: None };
        Ok(self.client.download(&wanted, sink).await.map(drop)?)
    }

    /// Brings every piece that is not there yet; the bytes downloaded.
    async fn pieces(
        &self,
        manifest: &Manifest,
        folder: &Path,
        progress: &watch::Sender<FetchProgress>,
    ) -> Result<u64, SyncError> {
        let here = |piece: &Piece| length(&folder.join(piece.file_name())).min(piece.size);
        let before = manifest.pieces.iter().map(here).sum();
        let mut telling = Telling::begin(progress, before, manifest.size());
        let mut downloaded = 0;
        for (number, piece) in (1..).zip(&manifest.pieces) {
            downloaded += self.piece(number, piece, folder, &telling).await?;
            telling.piece_done(piece.size);
        }
        Ok(downloaded)
    }

    async fn piece(
        &self,
        number: usize,
        piece: &Piece,
        folder: &Path,
        telling: &Telling<'_>,
    ) -> Result<u64, SyncError> {
        let path = folder.join(piece.file_name());
        let mut downloaded = 0;
        for time in 1..=TIMES {
            let here = length(&path);
            if here >= piece.size {
                if is_whole(&path, piece)? {
                    return Ok(downloaded);
                }
                fs::remove_file(&path).map_err(SnapshotError::File)?;
                if time > 2 {
                    return Err(SnapshotError::Damaged { number }.into());
                }
                continue;
            }
            let mut sink = PieceFile::open(&path, here, piece.size, telling)?;
            let ended = self.download(&self.path_of(piece), here, &mut sink).await;
            downloaded += sink.written;
            if let Some(error) = sink.failed.take() {
                return Err(SnapshotError::File(error).into());
            }
            if sink.overran {
                drop(sink);
                fs::remove_file(&path).map_err(SnapshotError::File)?;
                continue;
            }
            match ended {
                Ok(()) => {}
                // What was written stays; the site may be asked again at once a few times.
                Err(SyncError::Site(satchel_frappe::Failure::Transient {
                    delay: None, ..
                })) if time < TIMES => {}
                Err(error) => return Err(error),
            }
        }
        if is_whole(&path, piece)? {
            Ok(downloaded)
        } else {
            Err(SnapshotError::Damaged { number }.into())
        }
    }
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

fn is_whole(path: &Path, piece: &Piece) -> Result<bool, SnapshotError> {
    if length(path) != piece.size {
        return Ok(false);
    }
    Ok(sha256(&fs::read(path)?) == piece.sha256)
}

/// Takes a manifest into memory.
#[derive(Default)]
struct Memory(Vec<u8>);

impl FileSink for Memory {
    fn begin(&mut self, start: u64, _: Option<u64>) -> bool {
        self.0.clear();
        start == 0
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.0.extend_from_slice(bytes);
        self.0.len() <= LARGEST_MANIFEST
    }
}

/// Takes a piece into its file, from where the server begins.
struct PieceFile<'a> {
    telling: &'a Telling<'a>,
    file: File,
    here: u64,
    size: u64,
    at: u64,
    written: u64,
    failed: Option<std::io::Error>,
    overran: bool,
}

impl<'a> PieceFile<'a> {
    fn open(
        path: &Path,
        here: u64,
        size: u64,
        telling: &'a Telling<'a>,
    ) -> Result<Self, SnapshotError> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        Ok(Self { telling, file, here, size, at: 0, written: 0, failed: None, overran: false })
    }

    fn noted(&mut self, done: std::io::Result<()>) -> bool {
        match done {
            Ok(()) => true,
            Err(error) => {
                self.failed = Some(error);
                false
            }
        }
    }
}

impl FileSink for PieceFile<'_> {
    fn begin(&mut self, start: u64, _: Option<u64>) -> bool {
        if start != 0 && start != self.here {
            return false;
        }
        self.at = start;
        let placed = self.file.set_len(start).and_then(|()| self.file.seek(SeekFrom::Start(start)));
        self.noted(placed.map(drop))
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.at = self.at.saturating_add(length);
        if self.at > self.size {
            self.overran = true;
            return false;
        }
        self.written += length;
        self.telling.piece_at(self.at);
        let done = self.file.write_all(bytes);
        self.noted(done)
    }
}
