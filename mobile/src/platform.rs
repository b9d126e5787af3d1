//! What differs from phone to phone: folders, language, devices. Everything else asks here.

use satchel_devices::clock::Clock;
use satchel_devices::location::LocationSource;
use satchel_devices::permission::Permissions;
use satchel_devices::reminders::{self, Reminders};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[cfg(target_os = "android")]
use satchel_devices::android as phone;
#[cfg(target_os = "ios")]
use satchel_devices::ios as phone;

/// The folder for the profiles, where none is named.
pub fn data_folder() -> Option<PathBuf> {
    #[cfg(target_os = "android")]
    return phone::phone::files_folder();
    #[cfg(target_os = "ios")]
    return phone::folders::files_folder();
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    xdg_data_folder()
}

/// `$XDG_DATA_HOME/satchel`, or `~/.local/share/satchel` (XDG Base Directory Specification).
#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn xdg_data_folder() -> Option<PathBuf> {
    absolute("XDG_DATA_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
        .map(|base| base.join("satchel"))
}

/// The folder the person reaches without the app: the home, or what the phone shows of the app.
pub fn exchange_folder() -> Option<PathBuf> {
    #[cfg(target_os = "android")]
    return phone::phone::exchange_folder();
    #[cfg(target_os = "ios")]
    return phone::folders::exchange_folder();
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    absolute("HOME")
}

#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn absolute(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The system's language as a BCP 47 tag or a POSIX locale name.
pub fn language_tag() -> Option<String> {
    #[cfg(target_os = "android")]
    return phone::phone::language_tag();
    #[cfg(target_os = "ios")]
    return phone::folders::language_tag();
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
}

/// How large the system wants text, in percent of its standard size; none where only the page can tell.
pub fn font_percent() -> Option<u32> {
    #[cfg(target_os = "android")]
    return phone::phone::font_percent();
    #[cfg(not(target_os = "android"))]
    None
}

/// Where positions come from.
pub fn location(clock: &Arc<dyn Clock>) -> Arc<dyn LocationSource> {
    let _ = clock;
    #[cfg(any(target_os = "android", target_os = "ios"))]
    return Arc::new(phone::Places::follow());
    #[cfg(target_os = "linux")]
    return Arc::new(satchel_devices::location::geoclue::GeoClue::start("satchel"));
    #[cfg(not(any(target_os = "android", target_os = "ios", target_os = "linux")))]
    Arc::new(satchel_devices::location::NoLocation::new())
}

/// Whether the phone says something of what waits while the app is closed.
pub const fn tells_when_closed() -> bool {
    cfg!(target_os = "android")
}

/// Hands the phone what it says while the app is closed; an empty text where nothing waits. Only Android says
/// anything then.
pub fn when_closed(channel: &str, text: &str) {
    #[cfg(target_os = "android")]
    phone::phone::when_closed(channel, text);
    #[cfg(not(target_os = "android"))]
    let _ = (channel, text);
}

/// Keeps the screen on, or lets it go dark. A desktop looks after itself.
pub fn keep_awake(on: bool) {
    #[cfg(any(target_os = "android", target_os = "ios"))]
    phone::keep_awake(on);
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    let _ = on;
}

/// Tells what begins soon; `folder` is the app's own.
pub fn reminders(clock: &Arc<dyn Clock>, folder: &Path) -> Arc<dyn Reminders> {
    reminders::of_platform(Arc::clone(clock), folder)
}

/// What the system guards.
pub fn permissions() -> Arc<dyn Permissions> {
    #[cfg(any(target_os = "android", target_os = "ios"))]
    return Arc::new(phone::permission::SystemPermissions);
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    Arc::new(satchel_devices::permission::AllGranted::default())
}

/// A shake for a code that was scanned, where the page cannot give one itself (`shells/eye.js`).
pub fn shake() {
    #[cfg(target_os = "ios")]
    phone::tap();
}

/// A short tap under the thumb, where a phone has one: something was done for good.
pub fn tap() {
    #[cfg(any(target_os = "android", target_os = "ios"))]
    phone::tap();
}
