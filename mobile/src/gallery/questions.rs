//! What stands before the system's questions, and after "never": on a desktop no screen shows them.

use crate::components::*;
use crate::screens::permit::{Guard, Permit};
use dioxus::prelude::*;
use satchel_devices::permission::{Answer, FakePermissions, Permission};
use std::sync::Arc;

#[component]
pub fn Questions() -> Element {
    let all = [Permission::Location, Permission::Bluetooth, Permission::Notifications];
    rsx! {
        Section { title: "Before the system asks, and where it asks no more" }
        for permission in all {
            for answer in [Answer::NotAsked, Answer::DeniedForEver] {
                Asked { permission, answer }
            }
        }
    }
}

/// A question as it stands with a system of its own.
#[component]
fn Asked(permission: Permission, answer: Answer) -> Element {
    use_context_provider(|| {
        let system = FakePermissions::default();
        system.put(permission, answer, Answer::Granted);
        Guard(Arc::new(system))
    });
    rsx! { Permit { permission } }
}
