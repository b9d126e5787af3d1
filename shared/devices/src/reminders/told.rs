//! Which reminders were told, in a small file: the app may be started again between telling and planning.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

/// How long after its last moment a reminder is remembered, in case the clock is set back.
const KEPT_DAYS: i64 = 2;

/// When each id was told, or will be by the platform, and until when that matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Told {
    file: Option<PathBuf>,
    times: BTreeMap<String, Times>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Times {
    at: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Told {
    /// What the file says; one that is not there or cannot be read says nothing.
    pub(crate) fn open(file: PathBuf) -> Self {
        let times = match fs::read_to_string(&file) {
            Ok(text) => read(&text),
            Err(error) => {
                if error.kind() != ErrorKind::NotFound {
                    tracing::warn!(kind = ?error.kind(), "what was told cannot be read");
                }
                BTreeMap::new()
            }
        };
        Self { file: Some(file), times }
    }

    /// Whether it was told by now.
    pub(crate) fn has(&self, id: &str, now: DateTime<Utc>) -> bool {
        self.times.get(id).is_some_and(|times| times.at <= now)
    }

    /// Notes when one is told. Only [`Told::keep`] writes it down.
    pub(crate) fn note(&mut self, id: &str, at: DateTime<Utc>, until: DateTime<Utc>) {
        self.times.insert(id.to_owned(), Times { at, until });
    }

    /// Forgets what was noted for later than now.
    #[cfg(any(target_os = "ios", test))]
    pub(crate) fn forget_later(&mut self, now: DateTime<Utc>) {
        self.times.retain(|_, times| times.at <= now);
    }

    /// Writes it down, without what is long over.
    pub(crate) fn keep(&mut self, now: DateTime<Utc>) {
        let kept = now.checked_sub_signed(TimeDelta::days(KEPT_DAYS)).unwrap_or(now);
        self.times.retain(|_, times| times.until > kept);
        let Some(file) = &self.file else { return };
        // In one step: half a file would tell some of it again.
        let beside = file.with_extension("new");
        let written =
            fs::write(&beside, write(&self.times)).and_then(|()| fs::rename(&beside, file));
        if let Err(error) = written {
            tracing::warn!(kind = ?error.kind(), "what was told is not written down");
        }
    }
}

/// One a line: when, until when (milliseconds since 1970), id.
fn write(times: &BTreeMap<String, Times>) -> String {
    let line = |(id, times): (&String, &Times)| {
        format!(
            "{} {} {}\n",
            times.at.timestamp_millis(),
            times.until.timestamp_millis(),
            on_line(id)
        )
    };
    times.iter().map(line).collect()
}

fn on_line(id: &str) -> String {
    id.replace(['\n', '\r'], " ")
}

fn read(text: &str) -> BTreeMap<String, Times> {
    let time = |text: &str| DateTime::from_timestamp_millis(text.parse().ok()?);
    let line = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let (at, until) = (time(parts.next()?)?, time(parts.next()?)?);
        Some((parts.next()?.to_owned(), Times { at, until }))
    };
    text.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
    }

    #[test]
    fn what_was_told_outlives_the_app_and_not_the_week() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("told");
        let mut told = Told::open(file.clone());
        told.note("server:EV 1 1800000900", at(0), at(15));
        told.note("later", at(60), at(75));
        told.keep(at(0));
        let mut again = Told::open(file.clone());
        assert_eq!(again, told);
        assert!(again.has("server:EV 1 1800000900", at(1)) && !again.has("later", at(1)));
        assert!(again.has("later", at(60)));
        again.forget_later(at(1));
        assert!(!again.has("later", at(60)));
        again.keep(at(7 * 24 * 60));
        assert_eq!(Told::open(file.clone()).times, BTreeMap::new());
        assert!(Told::open(folder.path().to_owned()).times.is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(\\PC|[0-9 -]|\\n){0,80}") {
            let _ = read(&text);
        }

        #[test]
        fn what_is_written_is_read(ids in prop::collection::btree_set("\\PC{0,20}", 0..5), from in 0..9_999_i64) {
            let times: BTreeMap<_, _> = ids
                .into_iter()
                .map(|id| (on_line(&id), Times { at: at(from), until: at(from + 15) }))
                .collect();
            prop_assert_eq!(read(&write(&times)), times);
        }
    }
}
