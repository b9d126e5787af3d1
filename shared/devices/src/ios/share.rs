//! The share sheet.

#![allow(unsafe_code)]

use crate::share::{Share, ShareError, ShareFile, Shared};
use dispatch2::DispatchQueue;
use objc2::rc::Retained;
use objc2::runtime::AnyObject;
use objc2::{MainThreadMarker, MainThreadOnly as _};
use objc2_foundation::{NSArray, NSString, NSURL};
use objc2_ui_kit::{UIActivityViewController, UIApplication, UIViewController};
use std::path::PathBuf;

/// The system's own sheet.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShareSheet;

impl Share for ShareSheet {
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError> {
        let path = write(file).map_err(|error| {
            tracing::warn!(kind = ?error.kind(), "a file to be shared was not written");
            ShareError::NotWritten
        })?;
        DispatchQueue::main().exec_async(move || {
            if let Some(main) = MainThreadMarker::new() {
                show(&path, main);
            }
        });
        Ok(Shared::Offered)
    }
}

/// Writes the file where the system clears up by itself. What was shared before is over.
fn write(file: &ShareFile) -> std::io::Result<PathBuf> {
    let folder = std::env::temp_dir().join("shared");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(file.name());
    std::fs::write(&path, file.content())?;
    Ok(path)
}

/// What is shown on top of everything.
fn front(main: MainThreadMarker) -> Option<Retained<UIViewController>> {
    // The app has one scene.
    #[allow(deprecated, reason = "the way through scenes finds the same window")]
    let window = UIApplication::sharedApplication(main).keyWindow()?;
    let mut front = window.rootViewController()?;
    while let Some(shown) = front.presentedViewController() {
        front = shown;
    }
    Some(front)
}

fn show(path: &std::path::Path, main: MainThreadMarker) {
    let Some(front) = front(main) else {
        tracing::warn!("no window to show the share sheet in");
        return;
    };
    let url = NSURL::fileURLWithPath(&NSString::from_str(&path.to_string_lossy()));
    let item: Retained<AnyObject> = url.into();
    let items = NSArray::from_retained_slice(&[item]);
    // SAFETY: a file's NSURL is an activity item, and there are no activities of our own.
    let sheet = unsafe {
        UIActivityViewController::initWithActivityItems_applicationActivities(
            UIActivityViewController::alloc(main),
            &items,
            None,
        )
    };
    // On an iPad the sheet hangs on something, or the system ends the app.
    if let (Some(popover), Some(view)) = (sheet.popoverPresentationController(), front.view()) {
        popover.setSourceView(Some(&view));
    }
    front.presentViewController_animated_completion(&sheet, true, None);
}
