//! The screen.

#![allow(unsafe_code)]

use dispatch2::DispatchQueue;
use objc2::MainThreadMarker;
use objc2_ui_kit::{UIApplication, UINotificationFeedbackGenerator, UINotificationFeedbackType};

/// Keeps the screen on while something runs that the rep watches, such as a print.
pub fn keep_awake(on: bool) {
    DispatchQueue::main().exec_async(move || {
        if let Some(main) = MainThreadMarker::new() {
            UIApplication::sharedApplication(main).setIdleTimerDisabled(on);
        }
    });
}

/// A short tap under the thumb.
pub fn tap() {
    DispatchQueue::main().exec_async(|| {
        if let Some(main) = MainThreadMarker::new() {
            UINotificationFeedbackGenerator::new(main)
                .notificationOccurred(UINotificationFeedbackType::Success);
        }
    });
}
