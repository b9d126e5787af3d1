//! Where files go.

#![allow(unsafe_code)]

use objc2_foundation::{NSNumber, NSString, NSURL, NSURLIsExcludedFromBackupKey};
use std::path::{Path, PathBuf};

/// The folder of the app's container. iOS sets it for every app.
fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The app's own folder. It is left out of every backup: the keys to it stay in this phone.
pub fn files_folder() -> Option<PathBuf> {
    let folder = home()?.join("Library/Application Support/satchel");
    if let Err(error) = std::fs::create_dir_all(&folder) {
        tracing::warn!(kind = ?error.kind(), "the app's folder cannot be made");
        return None;
    }
    keep_from_backup(&folder);
    Some(folder)
}

/// What the Files app shows of this app: safe copies and courier files.
pub fn exchange_folder() -> Option<PathBuf> {
    home().map(|home| home.join("Documents"))
}

fn keep_from_backup(folder: &Path) {
    let path = NSString::from_str(&folder.to_string_lossy());
    let url = NSURL::fileURLWithPath_isDirectory(&path, true);
    // SAFETY: the key is a constant of Foundation and wants a boolean NSNumber.
    let set = unsafe {
        url.setResourceValue_forKey_error(
            Some(&NSNumber::new_bool(true)),
            NSURLIsExcludedFromBackupKey,
        )
    };
    if let Err(error) = set {
        tracing::warn!(code = error.code(), "the app's folder may go into a backup");
    }
}

/// The phone's first language as a BCP 47 tag.
pub fn language_tag() -> Option<String> {
    objc2_foundation::NSLocale::preferredLanguages().firstObject().map(|tag| tag.to_string())
}
