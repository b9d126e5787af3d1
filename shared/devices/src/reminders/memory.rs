//! A phone for tests, which tells what is due when it is asked.

use super::{MOST, Reminder, Reminders};
use crate::clock::Clock;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Keeps what was planned last and what was told. Clones are the same phone.
#[derive(Clone)]
pub struct MemoryReminders {
    clock: Arc<dyn Clock>,
    known: Arc<Mutex<Known>>,
}

#[derive(Debug, Default)]
struct Known {
    channel: String,
    planned: Vec<Reminder>,
    told: HashSet<String>,
}

impl MemoryReminders {
    /// With nothing planned.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, known: Arc::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is planned.
    pub fn planned(&self) -> Vec<Reminder> {
        self.lock().planned.clone()
    }

    /// What the platform's settings call them.
    pub fn channel(&self) -> String {
        self.lock().channel.clone()
    }

    /// Tells what is due.
    pub fn tell(&self) -> Vec<Reminder> {
        let now = self.clock.now();
        let known = &mut *self.lock();
        let due = known.planned.iter().filter(|reminder| reminder.is_due(now));
        due.filter(|reminder| known.told.insert(reminder.id.clone())).cloned().collect()
    }
}

impl std::fmt::Debug for MemoryReminders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemoryReminders").field("known", &self.known).finish_non_exhaustive()
    }
}

impl Reminders for MemoryReminders {
    fn plan(&self, channel: &str, reminders: &[Reminder]) {
        let mut known = self.lock();
        known.channel = channel.to_owned();
        known.planned = reminders.iter().take(MOST).cloned().collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FakeClock;
    use crate::reminders::contract::{self, Stage};
    use chrono::DateTime;

    struct Phone {
        clock: Arc<FakeClock>,
        phone: MemoryReminders,
    }

    impl Stage for Phone {
        fn clock(&self) -> &FakeClock {
            &self.clock
        }

        fn start(&mut self) -> Arc<dyn Reminders> {
            Arc::new(self.phone.clone())
        }

        fn told(&mut self) -> Vec<String> {
            self.phone.tell().into_iter().map(|reminder| reminder.title).collect()
        }
    }

    #[test]
    fn the_fake_keeps_the_contract() {
        let clock = Arc::new(FakeClock::at(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let phone = MemoryReminders::new(clock.clone());
        contract::check(&mut Phone { clock, phone });
    }
}
