//! Which masters changed while the app runs, so that what was read before can be read again.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Changes remembered; who is further behind reads everything again.
const REMEMBERED: usize = 4_096;

/// DocTypes that decide no price and may come by the thousand; screens read them anew anyway.
const UNPRICED: [&str; 7] = ["Bin", "Contact", "Event", "Lead", "Task", "Project", "Sales Order"];

/// What changed among the masters since a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterChanges {
    /// Pass it on for the next look.
    pub look: u64,
    /// DocType and name of what was stored or removed; nothing where that is too much to tell and
    /// everything counts as changed.
    pub documents: Option<Vec<(String, String)>>,
}

/// Documents one write touches.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    documents: Vec<(String, String)>,
    everything: bool,
}

impl Touched {
    pub(crate) fn add(&mut self, doctype: &str, name: &str) {
        if UNPRICED.contains(&doctype) {
            return;
        }
        if self.documents.len() >= REMEMBERED {
            self.everything();
        } else if !self.everything {
            self.documents.push((doctype.to_owned(), name.to_owned()));
        }
    }

    pub(crate) fn everything(&mut self) {
        self.everything = true;
        self.documents.clear();
    }
}

/// The changes since the file was opened.
#[derive(Debug, Default)]
pub(crate) struct TouchedLog(Mutex<Log>);

#[derive(Debug, Default)]
struct Log {
    /// Number of the last change.
    last: u64,
    /// The changes before this number are forgotten.
    from: u64,
    documents: VecDeque<(String, String)>,
}

impl TouchedLog {
    fn lock(&self) -> MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn note(&self, touched: &Touched) {
        let mut log = self.lock();
        if touched.everything {
            log.last += 1;
            log.from = log.last;
            log.documents.clear();
            return;
        }
        for document in &touched.documents {
            log.last += 1;
            log.documents.push_back(document.clone());
            if log.documents.len() > REMEMBERED {
                log.documents.pop_front();
                log.from += 1;
            }
        }
    }

    pub(crate) fn since(&self, look: u64) -> MasterChanges {
        let log = self.lock();
        let documents = (look >= log.from).then(|| {
            let known = usize::try_from(look - log.from).unwrap_or(usize::MAX);
            log.documents.iter().skip(known).cloned().collect()
        });
        MasterChanges { look: log.last, documents }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched(names: std::ops::Range<usize>) -> Touched {
        let mut touched = Touched::default();
        names.for_each(|name| touched.add("Item", &name.to_string()));
        touched
    }

    #[test]
    fn each_look_tells_what_came_after_the_one_before() {
        let log = TouchedLog::default();
        log.note(&touched(0..2));
        let first = log.since(0);
        assert_eq!(first.documents.unwrap().len(), 2);
        log.note(&touched(2..3));
        let second = log.since(first.look);
        assert_eq!(second.documents.unwrap(), [("Item".to_owned(), "2".to_owned())]);
        assert_eq!(log.since(second.look).documents.unwrap(), []);
    }

    #[test]
    fn who_is_too_far_behind_reads_everything_again() {
        let log = TouchedLog::default();
        log.note(&touched(0..3));
        let look = log.since(0).look;
        log.note(&touched(0..REMEMBERED));
        assert!(log.since(look).documents.is_some());
        log.note(&touched(0..1));
        assert_eq!(log.since(look).documents, None);
        let look = log.since(look).look;
        log.note(&touched(0..REMEMBERED + 1));
        assert_eq!(log.since(look).documents, None, "one write too large to tell");
    }
}
