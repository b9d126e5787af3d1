//! The clock of a virtual phone: wrong by some days, and it need not be waited for.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::TimeDelta;
use satchel_devices::clock::{Clock, ClockReading, SystemClock};

/// The system's clock, off by some time, that jumps over waits. A new process is a phone switched on
/// again: what was jumped over before is not remembered.
pub struct JumpingClock {
    system: SystemClock,
    boot_id: String,
    skew: TimeDelta,
    jumped_ms: AtomicI64,
}

impl JumpingClock {
    /// Off by so many seconds.
    pub fn off_by(seconds: i64) -> Self {
        let skew = TimeDelta::try_seconds(seconds).unwrap_or_default();
        let boot_id = format!("rehearsal-{}", std::process::id());
        Self { system: SystemClock::new(), boot_id, skew, jumped_ms: AtomicI64::new(0) }
    }

    /// Lets so many milliseconds pass at once.
    pub fn jump(&self, milliseconds: i64) {
        self.jumped_ms.fetch_add(milliseconds.max(0), Ordering::Relaxed);
    }
}

impl Clock for JumpingClock {
    fn read(&self) -> ClockReading {
        let mut reading = self.system.read();
        let jumped = self.jumped_ms.load(Ordering::Relaxed);
        let off = TimeDelta::try_milliseconds(jumped).unwrap_or_default();
        let moved = self.skew.checked_add(&off).and_then(|by| reading.utc.checked_add_signed(by));
        reading.utc = moved.unwrap_or(reading.utc);
        reading.boot_id.clone_from(&self.boot_id);
        let jumped = u64::try_from(jumped).unwrap_or_default();
        reading.monotonic_ms = reading.monotonic_ms.saturating_add(jumped);
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_off_and_jumps() {
        let (right, wrong) = (SystemClock::new(), JumpingClock::off_by(-86_400));
        let off = right.now() - wrong.now();
        assert!((off - TimeDelta::days(1)).num_seconds().abs() < 5, "{off}");
        let before = wrong.read();
        wrong.jump(60_000);
        let after = wrong.read();
        assert!(after.utc - before.utc >= TimeDelta::seconds(60));
        assert!(after.monotonic_ms >= before.monotonic_ms + 60_000);
    }
}
