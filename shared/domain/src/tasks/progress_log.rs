//! What each technician reported of a task, a line each, kept in a field of the Task.
//!
//! Lines begin with their time, so sorted they are a history, and two histories are put together by
//! taking every line of both once: whichever phone arrives first, the site ends with the same text.
//! People read the field in the desk as it stands (docs/decisions/0007).

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::task::TaskStatus;

/// The custom field of Task that holds the log (`shared/office/data/set-up.json`).
pub const PROGRESS_LOG: &str = "satchel_progress_log";
/// Between the parts of a line.
const BETWEEN: &str = " · ";
/// Before the note of a line.
const NOTE: &str = "note: ";
/// Between the progress before and after.
const BECAME: &str = " → ";
const TIME: &str = "%Y-%m-%d %H:%M:%SZ";
/// Lines kept; the oldest go first.
const MOST: usize = 400;
/// Characters of a note kept in a line.
const NOTE_CHARS: usize = 1_000;

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// When it was reported, by the phone's clock, to the second.
    pub at: DateTime<Utc>,
    /// Who did.
    pub by: String,
    /// The progress it was reported over, in percent.
    pub from: Option<u8>,
    /// The progress reported, in percent.
    pub progress: Option<u8>,
    /// The status it was set to.
    pub status: Option<TaskStatus>,
    /// What was written, on one line.
    pub note: String,
    /// Tells it from every other line.
    pub id: String,
}

impl LogEntry {
    /// The line as it stands in the field.
    fn line(&self) -> String {
        let mut parts = vec![self.at.format(TIME).to_string(), one_line(&self.by)];
        match (self.from, self.progress) {
            (Some(from), Some(progress)) => parts.push(format!("{from} %{BECAME}{progress} %")),
            (None, Some(progress)) => parts.push(format!("{progress} %")),
            (_, None) => {}
        }
        parts.extend(self.status.map(|status| status.name().to_owned()));
        if !self.note.trim().is_empty() {
            let note: String = one_line(&self.note).chars().take(NOTE_CHARS).collect();
            parts.push(format!("{NOTE}{}", note.trim_end()));
        }
        parts.push(format!("#{}", one_line(&self.id)));
        parts.join(BETWEEN)
    }

    /// A line read back; `None` where it is none of ours.
    fn parse(line: &str) -> Option<Self> {
        let (time, rest) = line.split_once(BETWEEN)?;
        let at = NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc();
        let (rest, id) = rest.rsplit_once(BETWEEN)?;
        let mut parts = rest.split(BETWEEN);
        let mut entry = Self {
            at,
            by: parts.next()?.to_owned(),
            from: None,
            progress: None,
            status: None,
            note: String::new(),
            id: id.strip_prefix('#')?.to_owned(),
        };
        for part in parts {
            if let Some(note) = part.strip_prefix(NOTE) {
                note.clone_into(&mut entry.note);
            } else if let Ok(status) = part.parse() {
                entry.status = Some(status);
            } else if let Some((from, progress)) = part.split_once(BECAME) {
                (entry.from, entry.progress) = (percent(from), percent(progress));
            } else {
                entry.progress = percent(part);
            }
        }
        Some(entry)
    }
}

fn percent(text: &str) -> Option<u8> {
    text.strip_suffix(" %")?.parse().ok().filter(|percent| *percent <= 100)
}

/// What separates parts and lines may not stand in one.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('·', "-")
}

/// Both logs as one: every line once, by time.
pub fn union(one: &str, other: &str) -> String {
    let lines: BTreeSet<&str> =
        one.lines().chain(other.lines()).map(str::trim).filter(|line| !line.is_empty()).collect();
    let left_out = lines.len().saturating_sub(MOST);
    lines.into_iter().skip(left_out).collect::<Vec<_>>().join("\n")
}

/// The log with a line more.
pub fn with_entry(log: &str, entry: &LogEntry) -> String {
    union(log, &entry.line())
}

/// The lines that can be read, the oldest first. Each with whether it was reported without knowing of
/// the one before: over another progress than that one left.
pub fn history(log: &str) -> Vec<(LogEntry, bool)> {
    let mut stood = None;
    let mut rows = Vec::new();
    for entry in log.lines().filter_map(LogEntry::parse) {
        let apart = entry.from.zip(stood).is_some_and(|(from, stood)| from != stood);
        // The further one stands, so the next is judged by that.
        if let Some(progress) = entry.progress {
            stood = if apart { stood.max(Some(progress)) } else { Some(progress) };
        }
        rows.push((entry, apart));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(second: i64, by: &str, from: u8, progress: u8) -> LogEntry {
        LogEntry {
            at: DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap(),
            by: by.to_owned(),
            from: Some(from),
            progress: Some(progress),
            status: None,
            note: String::new(),
            id: format!("{second:x}"),
        }
    }

    #[test]
    fn a_line_reads_as_a_person_would_write_it() {
        let entry = LogEntry {
            status: Some(TaskStatus::PendingReview),
            note: "Seal · fits\nnow".to_owned(),
            ..entry(17, "Ana Rep", 40, 65)
        };
        let line = entry.line();
        assert_eq!(
            line,
            "2027-01-15 08:00:17Z · Ana Rep · 40 % → 65 % · Pending Review · note: Seal - fits now · #11"
        );
        let read = LogEntry::parse(&line).unwrap();
        assert_eq!(read, LogEntry { note: "Seal - fits now".to_owned(), ..entry });
    }

    #[test]
    fn reports_made_without_knowing_of_each_other_are_told_apart() {
        let mut log = with_entry("", &entry(0, "Ana", 0, 40));
        log = with_entry(&log, &entry(10, "Ana", 40, 60));
        log = with_entry(&log, &entry(20, "Ben", 40, 80));
        log = with_entry(&log, &entry(30, "Ana", 80, 70));
        let told: Vec<_> =
            history(&log).into_iter().map(|(entry, apart)| (entry.progress, apart)).collect();
        assert_eq!(
            told,
            [(Some(40), false), (Some(60), false), (Some(80), true), (Some(70), false)]
        );
    }

    #[test]
    fn what_is_no_line_of_ours_stays_and_is_not_told() {
        let log = union("written by hand\n\n", "  written by hand ");
        assert_eq!(log, "written by hand");
        assert_eq!(history(&log), []);
    }

    fn lines() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-d]{1,2}| |2027 · x", 0..8).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn putting_together_does_not_depend_on_order(a in lines(), b in lines(), c in lines()) {
            prop_assert_eq!(union(&a, &b), union(&b, &a));
            prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
            prop_assert_eq!(union(&union(&a, &b), &b), union(&a, &b));
        }

        #[test]
        fn every_line_comes_back(
            by in "\\PC{1,12}", note in "\\PC{0,30}", from in prop::option::of(0..=100_u8),
            progress in 0..=100_u8, status in prop::option::of(0..7_usize),
        ) {
            let entry = LogEntry {
                by: one_line(&by), note: one_line(&note), from, progress: Some(progress),
                status: status.map(|at| TaskStatus::ALL[at]), ..entry(0, "", 0, 0)
            };
            prop_assert_eq!(LogEntry::parse(&entry.line()), Some(entry));
        }

        #[test]
        fn any_text_is_read(log in "\\PC{0,80}", line in "(2027-01-15 08:00:17Z| · |#|note: | % → |[0-9]|x){0,12}") {
            history(&log);
            history(&line);
        }
    }
}
