//! The three ways the one app reaches a screen: a window, a phone, a browser on this machine.

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "browser")]
pub mod files;
pub mod fonts;
pub mod page;
#[cfg(all(feature = "phone", any(target_os = "android", target_os = "ios")))]
pub mod phone;
#[cfg(feature = "desktop")]
pub mod window;

use crate::boot;
use crate::options::Options;
use thiserror::Error;

/// Why no shell could be started.
#[derive(Debug, Error)]
pub enum ShellError {
    /// The browser shell could not listen on its address.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Where it wanted to listen.
        address: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The browser shell stopped by itself.
    #[error("the browser shell stopped: {0}")]
    Serve(std::io::Error),
    /// There is no display and no browser shell in this build.
    #[error("there is no display, and this build has no browser shell")]
    NoShell,
}

/// Shows the app: on the screen of a phone, in a window where there is a display, otherwise to a browser on
/// this machine.
///
/// Returns when the browser shell is stopped; phone and window end the process themselves.
///
/// # Errors
/// [`ShellError`] when nothing can be shown.
pub fn run(options: Options) -> Result<(), ShellError> {
    #[cfg(all(feature = "phone", any(target_os = "android", target_os = "ios")))]
    {
        phone::prepare();
        let opening = boot::open(&options);
        phone::run(options, opening)
    }
    #[cfg(not(all(feature = "phone", any(target_os = "android", target_os = "ios"))))]
    here(options)
}

#[cfg(not(all(feature = "phone", any(target_os = "android", target_os = "ios"))))]
fn here(options: Options) -> Result<(), ShellError> {
    let opening = boot::open(&options);
    #[cfg(feature = "desktop")]
    if !options.browser && has_display() {
        window::run(options, opening);
    }
    #[cfg(feature = "browser")]
    return browser::run(options, opening);
    #[cfg(not(feature = "browser"))]
    {
        drop((options, opening));
        Err(ShellError::NoShell)
    }
}

#[cfg(feature = "desktop")]
fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
