//! Setting the damaged file aside, in steps that can be taken again.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::disk;
use crate::error::StoreError;
use crate::file::damage::wal;

/// The marker: it holds the name the damaged file gets, and is there from before the first step until
/// after the last.
fn marker(path: &Path) -> PathBuf {
    path.with_extension("salvage")
}

/// The shared memory beside a database.
pub(crate) fn shm(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-shm");
    name.into()
}

/// Whether a salvage was begun and not finished.
pub(crate) fn is_under_way(path: &Path) -> bool {
    marker(path).exists()
}

/// Begins a salvage: chooses a name nothing else has.
pub(crate) fn begin(path: &Path, now: DateTime<Utc>) -> Result<(), StoreError> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{file}.damaged-{}", now.format("%Y%m%dT%H%M%SZ"));
    let mut chosen = name.clone();
    let mut n = 2_u32;
    while path.with_file_name(&chosen).exists() {
        chosen = format!("{name}-{n}");
        n = n.saturating_add(1);
    }
    Ok(disk::replace_file(&marker(path), chosen.as_bytes())?)
}

/// Moves the file and its log aside. The log goes first: a fresh database must never meet an old log.
/// Where the fresh database is in place already, nothing of it is moved.
pub(crate) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let name = fs::read_to_string(marker(path))?;
    // The marker is ours, but a torn one must not point elsewhere.
    let name = Path::new(&name).file_name().unwrap_or_default();
    let target = path.with_file_name(name);
    if !target.exists() {
        rename(&wal(path), &wal(&target))?;
        rename(path, &target)?;
    }
    remove(&shm(path))?;
    disk::sync_folder_of(path)?;
    Ok(target)
}

/// Ends a salvage.
pub(crate) fn finish(path: &Path) -> Result<(), StoreError> {
    remove(&marker(path))?;
    Ok(disk::sync_folder_of(path)?)
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
