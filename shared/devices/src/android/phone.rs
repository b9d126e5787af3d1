//! Folders, language, screen and notices.

use super::bridge::{self, java};
use super::call;
use jni::Env;
use jni::errors::Error;
use jni::objects::JString;
use std::path::PathBuf;

/// Begins: `main` calls it before anything else of this module.
pub fn start() {
    bridge::keep_entry();
}

fn text(
    pick: impl FnOnce(&mut Env<'_>, &bridge::Classes) -> Result<Option<String>, Error>,
) -> Option<String> {
    call(pick).ok().flatten()
}

/// The string a Java call gave; `None` for null.
pub(super) fn string(
    env: &Env<'_>,
    given: jni::objects::JValueOwned<'_>,
) -> Result<Option<String>, Error> {
    let object = given.l()?;
    if object.is_null() {
        return Ok(None);
    }
    let string = env.cast_local::<JString>(object)?;
    string.try_to_string(env).map(Some)
}

/// The app's own folder, out of reach of other apps and of backups.
pub fn files_folder() -> Option<PathBuf> {
    text(|env, classes| {
        let given = java!(env, &classes.phone, "filesFolder", "()Ljava/lang/String;", [])?;
        string(env, given)
    })
    .map(PathBuf::from)
}

/// A folder the owner of the phone reaches over a cable: safe copies and courier files.
pub fn exchange_folder() -> Option<PathBuf> {
    text(|env, classes| {
        let given = java!(env, &classes.phone, "exchangeFolder", "()Ljava/lang/String;", [])?;
        string(env, given)
    })
    .map(PathBuf::from)
}

/// The phone's language as a BCP 47 tag.
pub fn language_tag() -> Option<String> {
    text(|env, classes| {
        let given = java!(env, &classes.phone, "languageTag", "()Ljava/lang/String;", [])?;
        string(env, given)
    })
}

/// How large the phone's owner wants text, in percent of the standard size.
pub fn font_percent() -> Option<u32> {
    let given = call(|env, classes| java!(env, &classes.phone, "fontPercent", "()I", [])?.i());
    given.ok().and_then(|percent| u32::try_from(percent).ok()).filter(|percent| *percent > 0)
}

/// Keeps the screen on while something runs that the rep watches, such as a print.
pub fn keep_awake(on: bool) {
    // A screen that goes dark loses nothing.
    let _ =
        call(|env, classes| java!(env, &classes.phone, "keepAwake", "(Z)V", [on.into()]).map(drop));
}

/// A short tap under the thumb.
pub fn tap() {
    let _ = call(|env, classes| java!(env, &classes.phone, "tap", "()V", []).map(drop));
}

/// Opens the system's page of this app, where a permission denied for ever is given back.
pub fn open_settings() {
    let _ = call(|env, classes| java!(env, &classes.phone, "openSettings", "()V", []).map(drop));
}

/// What the sync job says once the app is closed, in the rep's language; an empty text where nothing waits.
pub fn when_closed(channel: &str, text: &str) {
    let _ = call(|env, classes| {
        let (channel, text) = (env.new_string(channel)?, env.new_string(text)?);
        java!(
            env,
            &classes.sync_job,
            "whenClosed",
            "(Ljava/lang/String;Ljava/lang/String;)V",
            [(&channel).into(), (&text).into()]
        )
        .map(drop)
    });
}
