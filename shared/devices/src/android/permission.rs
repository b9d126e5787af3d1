//! Asking for what the system guards.

use super::bridge::java;
use super::call;
use crate::permission::{Answer, Permission, Permissions};
use std::sync::LazyLock;
use tokio::sync::watch;

/// Counts the answers that came; whoever waits looks again.
static ANSWERS: LazyLock<watch::Sender<u64>> = LazyLock::new(watch::Sender::default);

/// Java's numbers (`Permissions.java`).
fn number(permission: Permission) -> i32 {
    match permission {
        Permission::Location => 1,
        Permission::Bluetooth => 2,
        Permission::Notifications => 3,
    }
}

fn answer(number: i32) -> Answer {
    match number {
        0 => Answer::Granted,
        2 => Answer::DeniedForEver,
        3 => Answer::NotAsked,
        _ => Answer::Denied,
    }
}

pub(super) fn answered(request: i32, answer: i32) {
    tracing::debug!(request, answer, "a permission was answered");
    SystemPermissions.look_again();
}

/// The system's own questions.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemPermissions;

impl Permissions for SystemPermissions {
    fn state(&self, permission: Permission) -> Answer {
        let asked = call(|env, classes| {
            java!(env, &classes.permissions, "state", "(I)I", [number(permission).into()])?.i()
        });
        asked.map_or(Answer::Denied, answer)
    }

    fn ask(&self, permission: Permission) {
        let _ = call(|env, classes| {
            java!(env, &classes.permissions, "ask", "(I)V", [number(permission).into()]).map(drop)
        });
    }

    fn changes(&self) -> watch::Receiver<u64> {
        ANSWERS.subscribe()
    }

    fn look_again(&self) {
        ANSWERS.send_modify(|count| *count += 1);
    }

    fn open_settings(&self) {
        super::phone::open_settings();
    }
}
