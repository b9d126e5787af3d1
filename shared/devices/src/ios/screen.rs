//! The screen.

#![allow(unsafe_code)]

use dispatch2::DispatchQueue;
use objc2::MainThreadMarker;
use objc2_ui_kit::UIApplication;

/// Keeps the screen on while something runs that the rep watches, such as a print.
pub fn keep_awake(on: bool) {
    DispatchQueue::main().exec_async(move || {
        if let Some(main) = MainThreadMarker::new() {
            UIApplication::sharedApplication(main).setIdleTimerDisabled(on);
        }
    });
}
