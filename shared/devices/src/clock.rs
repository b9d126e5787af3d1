//! The clock: the only place that reads the system's time.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Duration, Local, Offset, Utc};

/// The boot id where the platform tells none; [`ClockReading::elapsed_since`] allows for it.
pub const UNKNOWN_BOOT: &str = "unknown";

/// One look at the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockReading {
    /// The wall clock in UTC. The user may set it to anything.
    pub utc: DateTime<Utc>,
    /// Minutes east of UTC that the phone shows.
    pub offset_minutes: i32,
    /// Milliseconds since the phone was started, sleep included. Nobody can set it.
    pub monotonic_ms: u64,
    /// Names the start `monotonic_ms` counts from; [`UNKNOWN_BOOT`] where the platform tells none.
    pub boot_id: String,
}

impl ClockReading {
    /// Milliseconds that have certainly passed since an earlier reading, whatever the wall clock
    /// says: within one boot the difference, after a restart the time since that restart.
    pub fn elapsed_since(&self, boot_id: &str, monotonic_ms: u64) -> u64 {
        if self.boot_id == boot_id && self.monotonic_ms >= monotonic_ms {
            self.monotonic_ms - monotonic_ms
        } else {
            self.monotonic_ms
        }
    }
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// All that is known about this moment.
    fn read(&self) -> ClockReading;

    /// The wall clock in UTC.
    fn now(&self) -> DateTime<Utc> {
        self.read().utc
    }

    /// The name the phone gives its time zone (IANA), where it gives one.
    fn zone(&self) -> Option<String> {
        None
    }
}

/// The system's clock.
#[derive(Debug, Clone)]
pub struct SystemClock {
    boot_id: String,
}

impl SystemClock {
    /// Looks up the boot id once.
    pub fn new() -> Self {
        let boot_id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
            .map(|text| text.trim().to_owned())
            .ok()
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| UNKNOWN_BOOT.to_owned());
        Self { boot_id }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock adapter")]
    fn read(&self) -> ClockReading {
        let local = Local::now();
        ClockReading {
            utc: local.with_timezone(&Utc),
            offset_minutes: local.offset().fix().local_minus_utc() / 60,
            monotonic_ms: milliseconds_since_boot(),
            boot_id: self.boot_id.clone(),
        }
    }

    fn zone(&self) -> Option<String> {
        iana_time_zone::get_timezone().ok()
    }
}

/// `CLOCK_BOOTTIME` counts sleep, `CLOCK_MONOTONIC` on Linux does not; on Apple systems the
/// monotonic clock counts it.
#[cfg(unix)]
fn milliseconds_since_boot() -> u64 {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Boottime;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Monotonic;
    let time = rustix::time::clock_gettime(CLOCK);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let millis = u64::try_from(time.tv_nsec / 1_000_000).unwrap_or(0);
    seconds.saturating_mul(1000).saturating_add(millis)
}

/// Time since the first reading in this process, where the platform has no better.
#[cfg(not(unix))]
fn milliseconds_since_boot() -> u64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let start = START.get_or_init(std::time::Instant::now);
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// A clock that stands still until it is told otherwise.
#[derive(Debug)]
pub struct FakeClock {
    reading: Mutex<ClockReading>,
    zone: Mutex<Option<String>>,
}

impl FakeClock {
    /// Stands at `utc`, UTC's own offset, one minute after the start called `boot-1`.
    pub fn at(utc: DateTime<Utc>) -> Self {
        let reading = ClockReading {
            utc,
            offset_minutes: 0,
            monotonic_ms: 60_000,
            boot_id: "boot-1".to_owned(),
        };
        Self { reading: Mutex::new(reading), zone: Mutex::new(None) }
    }

    fn lock(&self) -> MutexGuard<'_, ClockReading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets `ms` milliseconds pass.
    pub fn advance_ms(&self, ms: u64) {
        let mut reading = self.lock();
        reading.monotonic_ms = reading.monotonic_ms.saturating_add(ms);
        let step = Duration::milliseconds(i64::try_from(ms).unwrap_or(i64::MAX));
        reading.utc = reading.utc.checked_add_signed(step).unwrap_or(reading.utc);
    }

    /// Sets the wall clock, as a user may; the monotonic reading stays.
    pub fn set_wall_clock(&self, utc: DateTime<Utc>) {
        self.lock().utc = utc;
    }

    /// Sets how long the phone has run.
    pub fn set_monotonic_ms(&self, monotonic_ms: u64) {
        self.lock().monotonic_ms = monotonic_ms;
    }

    /// Sets the offset shown, in minutes east of UTC.
    pub fn set_offset_minutes(&self, offset_minutes: i32) {
        self.lock().offset_minutes = offset_minutes;
    }

    /// Names the zone it shows, or none.
    pub fn set_zone(&self, zone: Option<&str>) {
        *self.zone.lock().unwrap_or_else(PoisonError::into_inner) = zone.map(str::to_owned);
    }

    /// Starts the phone again: a new boot, one second old.
    pub fn restart(&self, boot_id: &str) {
        let mut reading = self.lock();
        reading.boot_id = boot_id.to_owned();
        reading.monotonic_ms = 1_000;
    }
}

impl Clock for FakeClock {
    fn read(&self) -> ClockReading {
        self.lock().clone()
    }

    fn zone(&self) -> Option<String> {
        self.zone.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What every clock must do, fake or real.
#[cfg(any(test, feature = "contract"))]
pub mod contract {
    use super::Clock;

    /// Runs the suite.
    ///
    /// # Panics
    /// When `clock` breaks the contract.
    #[allow(clippy::panic, reason = "a contract suite speaks by panicking")]
    pub fn check(clock: &dyn Clock) {
        let (one, two) = (clock.read(), clock.read());
        assert!(two.monotonic_ms >= one.monotonic_ms, "monotonic time does not go back");
        assert_eq!(one.boot_id, two.boot_id, "one process sees one boot");
        assert!(!one.boot_id.is_empty());
        assert!(one.offset_minutes.abs() <= 18 * 60);
        assert!((clock.now() - two.utc).num_seconds().abs() < 60);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn both_clocks_keep_the_contract() {
        contract::check(&FakeClock::at(noon()));
        contract::check(&SystemClock::new());
    }

    #[test]
    fn a_wall_clock_set_back_does_not_undo_elapsed_time() {
        let clock = FakeClock::at(noon());
        let start = clock.read();
        clock.advance_ms(5_000);
        clock.set_wall_clock(noon() - Duration::days(400));
        assert_eq!(clock.read().elapsed_since(&start.boot_id, start.monotonic_ms), 5_000);
    }

    #[test]
    fn after_a_restart_only_the_time_since_then_is_certain() {
        let clock = FakeClock::at(noon());
        let start = clock.read();
        clock.restart("boot-2");
        clock.set_wall_clock(noon() + Duration::days(400));
        clock.advance_ms(2_000);
        assert_eq!(clock.read().elapsed_since(&start.boot_id, start.monotonic_ms), 3_000);
        let unknown = ClockReading { boot_id: UNKNOWN_BOOT.to_owned(), ..clock.read() };
        assert_eq!(
            unknown.elapsed_since(UNKNOWN_BOOT, 60_000),
            3_000,
            "less than before: restarted"
        );
    }
}
