//! Asking for what the system guards, when it is first needed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// What a system asks its owner about. The camera is asked for by the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// The position while the app is in use.
    Location,
    /// Printers near by.
    Bluetooth,
    /// Notices outside the app.
    Notifications,
}

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Allowed.
    Granted,
    /// The system has not asked yet.
    NotAsked,
    /// Not this time; it may be asked again.
    Denied,
    /// The system asks no more: only its settings can change that.
    DeniedForEver,
}

/// The system's questions.
pub trait Permissions: Send + Sync {
    /// How things stand, without asking.
    fn state(&self, permission: Permission) -> Answer;

    /// Has the system ask, where it still does. Does not wait for the answer.
    fn ask(&self, permission: Permission);

    /// Told after each answer.
    fn changes(&self) -> watch::Receiver<u64>;

    /// Has whoever listens look again: the owner may have been in the system's settings meanwhile.
    fn look_again(&self);

    /// Whether there is a page of settings for this app.
    fn has_settings(&self) -> bool {
        true
    }

    /// Opens the system's page of this app.
    fn open_settings(&self);
}

/// A system that guards nothing: the desktop.
#[derive(Debug, Clone, Default)]
pub struct AllGranted(Arc<watch::Sender<u64>>);

impl Permissions for AllGranted {
    fn state(&self, _: Permission) -> Answer {
        Answer::Granted
    }

    fn ask(&self, _: Permission) {
        self.look_again();
    }

    fn changes(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }

    fn look_again(&self) {
        self.0.send_modify(|count| *count += 1);
    }

    fn has_settings(&self) -> bool {
        false
    }

    fn open_settings(&self) {}
}

/// A system for tests, with an owner who answers as told. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct FakePermissions {
    states: Arc<Mutex<HashMap<Permission, (Answer, Answer)>>>,
    changes: Arc<watch::Sender<u64>>,
}

impl FakePermissions {
    /// Stands at `now`, and after a question at `then`.
    pub fn put(&self, permission: Permission, now: Answer, then: Answer) {
        self.lock().insert(permission, (now, then));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Permission, (Answer, Answer)>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permissions for FakePermissions {
    fn state(&self, permission: Permission) -> Answer {
        self.lock().get(&permission).map_or(Answer::NotAsked, |(now, _)| *now)
    }

    fn ask(&self, permission: Permission) {
        if let Some((now, then)) = self.lock().get_mut(&permission) {
            // A system that was told "never" shows nothing.
            if *now != Answer::DeniedForEver {
                *now = *then;
            }
        }
        self.look_again();
    }

    fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    fn look_again(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    fn open_settings(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_changes_the_state_and_is_told() {
        let system = FakePermissions::default();
        let mut changes = system.changes();
        assert_eq!(system.state(Permission::Location), Answer::NotAsked);
        system.put(Permission::Location, Answer::NotAsked, Answer::Granted);
        system.ask(Permission::Location);
        assert!(changes.has_changed().unwrap());
        changes.mark_unchanged();
        assert_eq!(system.state(Permission::Location), Answer::Granted);
        system.put(Permission::Bluetooth, Answer::DeniedForEver, Answer::Granted);
        system.ask(Permission::Bluetooth);
        assert_eq!(system.state(Permission::Bluetooth), Answer::DeniedForEver);
        assert_eq!(AllGranted::default().state(Permission::Bluetooth), Answer::Granted);
        assert!(system.has_settings() && !AllGranted::default().has_settings());
        changes.mark_unchanged();
        system.put(Permission::Bluetooth, Answer::Granted, Answer::Granted);
        system.look_again();
        assert!(changes.has_changed().unwrap(), "given back in the system's settings");
    }
}
