//! Asking for what the system guards. Bluetooth's question comes from the system with the first scan.

#![allow(unsafe_code)]

use super::{places, reminders};
use crate::permission::{Answer, Permission, Permissions};
use dispatch2::DispatchQueue;
use objc2::MainThreadMarker;
use objc2_core_bluetooth::{CBManager, CBManagerAuthorization};
use objc2_foundation::{NSDictionary, NSURL};
use objc2_ui_kit::{UIApplication, UIApplicationOpenSettingsURLString};
use tokio::sync::watch;

/// The system's own questions.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemPermissions;

impl Permissions for SystemPermissions {
    fn state(&self, permission: Permission) -> Answer {
        match permission {
            Permission::Location => places::state(),
            // SAFETY: a class property that may be read on any thread.
            Permission::Bluetooth => match unsafe { CBManager::authorization_class() } {
                CBManagerAuthorization::AllowedAlways => Answer::Granted,
                CBManagerAuthorization::NotDetermined => Answer::NotAsked,
                _ => Answer::DeniedForEver,
            },
            Permission::Notifications => reminders::state(),
        }
    }

    fn ask(&self, permission: Permission) {
        match permission {
            Permission::Location => places::ask(),
            Permission::Notifications => reminders::ask(),
            Permission::Bluetooth => {}
        }
    }

    fn changes(&self) -> watch::Receiver<u64> {
        places::ANSWERS.subscribe()
    }

    fn look_again(&self) {
        places::ANSWERS.send_modify(|count| *count += 1);
    }

    fn open_settings(&self) {
        DispatchQueue::main().exec_async(|| {
            let Some(main) = MainThreadMarker::new() else { return };
            // SAFETY: the string is a constant of UIKit, and this is the main thread.
            unsafe {
                if let Some(url) = NSURL::URLWithString(UIApplicationOpenSettingsURLString) {
                    let app = UIApplication::sharedApplication(main);
                    app.openURL_options_completionHandler(&url, &NSDictionary::new(), None);
                }
            }
        });
    }
}
