//! Saves into the user's folder for downloads, where the platform has no share sheet.

use super::{Share, ShareError, ShareFile, Shared};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Names tried beside one that is taken.
const TRIES: u32 = 1_000;

/// The folder for downloads.
#[derive(Debug, Clone)]
pub struct DownloadsFolder(Option<PathBuf>);

impl DownloadsFolder {
    /// The user's own: what `user-dirs.dirs` says (xdg-user-dirs), else `Downloads` in the home.
    pub fn of_user() -> Self {
        let path = |name| std::env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
        let Some(home) = path("HOME") else { return Self(None) };
        let config = path("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
        let text = fs::read_to_string(config.join("user-dirs.dirs")).unwrap_or_default();
        Self(Some(download_dir(&text, &home).unwrap_or_else(|| home.join("Downloads"))))
    }

    /// This folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(Some(folder.into()))
    }
}

/// `XDG_DOWNLOAD_DIR` of a `user-dirs.dirs`: an absolute path, or one in the home, in double quotes.
fn download_dir(text: &str, home: &Path) -> Option<PathBuf> {
    let value = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("XDG_DOWNLOAD_DIR=")?.trim().strip_prefix('"'))
        .filter_map(|line| line.strip_suffix('"'))
        .next_back()?;
    let value = value.replace("\\\"", "\"").replace("\\\\", "\\");
    let path = match value.strip_prefix("$HOME/") {
        Some(inside) => home.join(inside.trim_start_matches('/')),
        None => PathBuf::from(value),
    };
    path.is_absolute().then_some(path)
}

impl Share for DownloadsFolder {
    /// Never writes over another file; one with the same bytes is that file.
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError> {
        let folder = self.0.as_ref().ok_or(ShareError::NoReceiver)?;
        fs::create_dir_all(folder).map_err(|error| not_written(&error))?;
        for number in 1..=TRIES {
            let path = folder.join(numbered(file.name(), number));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut written) => {
                    let done = written.write_all(file.content()).and_then(|()| written.sync_all());
                    if let Err(error) = done {
                        // Half a file is worse than none.
                        let _ = fs::remove_file(&path);
                        return Err(not_written(&error));
                    }
                    return Ok(Shared::Saved(path));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    if fs::read(&path).is_ok_and(|found| found == file.content()) {
                        return Ok(Shared::Saved(path));
                    }
                }
                Err(error) => return Err(not_written(&error)),
            }
        }
        Err(ShareError::NotWritten)
    }
}

/// `a.pdf`, then `a (2).pdf`.
fn numbered(name: &str, number: u32) -> String {
    match (number, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, ending))) => format!("{stem} ({number}).{ending}"),
        (_, None) => format!("{name} ({number})"),
    }
}

fn not_written(error: &std::io::Error) -> ShareError {
    tracing::warn!(kind = ?error.kind(), "a shared file is not written");
    ShareError::NotWritten
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::{ShareKind, contract};
    use proptest::prelude::*;

    #[test]
    fn it_keeps_the_contract_and_writes_over_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let downloads = DownloadsFolder::at(folder.path().join("Downloads"));
        contract::check(&downloads);
        let file = ShareFile::new("VAN3-00042", ShareKind::Pdf, b"%PDF-1.7 one".to_vec());
        let Shared::Saved(again) = downloads.share(&file).unwrap() else { panic!("saved") };
        assert_eq!(again.file_name().unwrap(), "VAN3-00042.pdf", "the same bytes are one file");
        let names: Vec<_> = fs::read_dir(folder.path().join("Downloads")).unwrap().collect();
        assert_eq!(names.len(), 3);
    }

    #[test]
    fn a_folder_that_cannot_be_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::write(&taken, "a file").unwrap();
        let file = ShareFile::new("a", ShareKind::Png, vec![1]);
        assert_eq!(DownloadsFolder::at(taken).share(&file), Err(ShareError::NotWritten));
        assert_eq!(DownloadsFolder(None).share(&file), Err(ShareError::NoReceiver));
    }

    #[test]
    fn the_users_own_folder() {
        let home = Path::new("/home/ana");
        let of = |text: &str| download_dir(text, home);
        assert_eq!(
            of("# c\nXDG_DOWNLOAD_DIR=\"$HOME/Transferências\"\n").unwrap(),
            home.join("Transferências")
        );
        assert_eq!(of("XDG_DOWNLOAD_DIR=\"/data/d\"").unwrap(), Path::new("/data/d"));
        assert_eq!(of("XDG_DOWNLOAD_DIR=\"relative\""), None);
        assert_eq!(of("XDG_MUSIC_DIR=\"$HOME/Music\""), None);
    }

    proptest! {
        #[test]
        fn any_file_of_folders_gives_an_absolute_one(text in "(XDG_DOWNLOAD_DIR=|\"|\\$HOME/|/|\\n|\\PC){0,12}") {
            let found = download_dir(&text, Path::new("/home/ana"));
            prop_assert!(found.is_none_or(|path| path.is_absolute()));
        }
    }
}
