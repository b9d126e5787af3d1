//! How many documents a request asks for: as many as an answer of a few megabytes holds, and fewer on a
//! line on which such answers break off.

use std::collections::BTreeMap;

use satchel_frappe::failure::NotFrappe;
use satchel_frappe::{Failure, Retry};
use satchel_store::{MasterDocument, Store, StoreError};

use super::plan::Entry;

/// The setting with the most documents a request: a number, for tests and support.
pub const PAGE_LIMIT: &str = "pull_page_limit";
/// The setting with what a bad line let through.
const LEARNT: &str = "pull_page_learnt";
/// Bytes of documents a page is to have; what the phone holds of a page is a few times as much.
const BYTES: u64 = 4 * 1024 * 1024;
/// Fewer documents are never asked for because of the line or their size.
const FEWEST: u32 = 50;
/// A page that broke off is this much smaller next time.
const SMALLER: u32 = 4;
/// After so many full pages that came the next may have twice as many documents.
const GOOD: u32 = 4;

/// What is known of pages.
pub(super) struct Pages {
    limit: u32,
    learnt: u32,
    /// Full pages that came since `learnt` changed.
    came: u32,
    /// Documents of the last page's size that fit into one, by doctype.
    fitting: BTreeMap<&'static str, u32>,
}

impl Pages {
    pub(super) fn load(store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            limit: store.setting(PAGE_LIMIT)?.unwrap_or(u32::MAX).max(1),
            learnt: store.setting(LEARNT)?.unwrap_or(u32::MAX).max(FEWEST),
            came: 0,
            fitting: BTreeMap::new(),
        })
    }

    /// Documents of an entry a request.
    pub(super) fn of(&self, entry: &Entry) -> u32 {
        let fitting = self.fitting.get(entry.kept()).copied().unwrap_or(u32::MAX);
        entry.page.min(fitting).min(self.learnt).min(self.limit)
    }

    /// Takes note of a page that came, by the bytes of its documents.
    pub(super) fn came(&mut self, entry: &Entry, documents: &[MasterDocument]) {
        let bytes: usize = documents.iter().map(|document| document.document.len()).sum();
        let (bytes, count) = (bytes as u64, documents.len() as u64);
        if count >= u64::from(FEWEST) {
            let each = bytes.div_ceil(count).max(1);
            let fitting = u32::try_from(BYTES / each).unwrap_or(u32::MAX);
            self.fitting.insert(entry.kept(), fitting.max(FEWEST));
        }
        if count < u64::from(self.learnt) {
            return;
        }
        self.came = self.came.saturating_add(1);
        if self.came >= GOOD {
            self.came = 0;
            let more = self.learnt.saturating_mul(2);
            self.learnt = if more >= entry.page { u32::MAX } else { more };
        }
    }

    /// Takes note of a page of `asked` documents that did not come; whether it is to be asked for again at
    /// once, smaller.
    pub(super) fn failed(&mut self, asked: u32, failure: &Failure) -> bool {
        let too_large = matches!(failure, Failure::NotFrappe { why: NotFrappe::TooLarge { .. } });
        if asked <= FEWEST || !(too_large || broke_off(failure)) {
            return false;
        }
        self.came = 0;
        self.learnt = (asked / SMALLER).max(FEWEST);
        too_large
    }

    /// Keeps what was learnt for the next round.
    pub(super) async fn keep(&self, store: &Store) -> Result<(), StoreError> {
        if store.setting(LEARNT)?.unwrap_or(u32::MAX) == self.learnt {
            return Ok(());
        }
        store.set_setting(LEARNT, &self.learnt).await
    }
}

/// Whether an answer was lost on its way, or the site's gateway did not wait for it.
fn broke_off(failure: &Failure) -> bool {
    let Failure::Transient { fault, .. } = failure else { return false };
    matches!(failure.retry(), Retry::After(None)) && matches!(fault.status, None | Some(502 | 504))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use satchel_frappe::SiteWords;
    use satchel_frappe::failure::{Fault, OfflineCause};

    fn item() -> &'static Entry {
        Entry::of("Item").unwrap()
    }

    fn pages() -> Pages {
        Pages { limit: u32::MAX, learnt: u32::MAX, came: 0, fitting: BTreeMap::new() }
    }

    fn page(count: usize, bytes: usize) -> Vec<MasterDocument> {
        let document =
            MasterDocument::from_value("Item", &serde_json::json!({"name": "x".repeat(bytes)}));
        vec![document; count]
    }

    fn cut(status: Option<u16>) -> Failure {
        let fault = Fault { status, exc_type: None, words: SiteWords::default() };
        Failure::Transient { delay: None, fault }
    }

    #[test]
    fn large_documents_make_small_pages() {
        let mut pages = pages();
        assert_eq!(pages.of(item()), 5_000);
        pages.came(item(), &page(5_000, 500));
        assert_eq!(pages.of(item()), 5_000, "as items are");
        pages.came(item(), &page(5_000, 3_000));
        assert!((1_200..1_400).contains(&pages.of(item())), "{}", pages.of(item()));
        pages.came(item(), &page(60, 1_000_000));
        assert_eq!(pages.of(item()), FEWEST);
        assert_eq!(pages.of(Entry::of("Customer").unwrap()), Entry::of("Customer").unwrap().page);
    }

    #[test]
    fn where_answers_break_off_pages_are_smaller_until_they_come() {
        let mut pages = pages();
        for failure in [cut(None), cut(Some(504))] {
            assert!(!pages.failed(pages.of(item()), &failure), "not at once: the line is bad");
        }
        assert_eq!(pages.of(item()), 5_000 / 16);
        for _ in 0..10 {
            pages.failed(pages.of(item()), &cut(None));
        }
        assert_eq!(pages.of(item()), FEWEST);
        for _ in 0..GOOD * 7 {
            pages.came(item(), &page(FEWEST as usize - 1, 500));
        }
        assert_eq!(pages.of(item()), FEWEST, "pages that are not full say nothing");
        for _ in 0..GOOD * 7 {
            pages.came(item(), &page(pages.of(item()) as usize, 500));
        }
        assert_eq!(pages.of(item()), 5_000);
        let too_large = Failure::NotFrappe { why: NotFrappe::TooLarge { limit: 1 } };
        assert!(pages.failed(5_000, &too_large), "asked again at once");
        assert_eq!(pages.of(item()), 1_250);
        assert!(!pages.failed(FEWEST, &too_large), "nothing smaller is tried");
    }

    #[test]
    fn what_has_nothing_to_do_with_size_changes_nothing() {
        let mut pages = pages();
        let offline = Failure::Offline { cause: OfflineCause::Name };
        for failure in [offline, cut(Some(500)), Failure::Throttled { retry_after: None }] {
            assert!(!pages.failed(5_000, &failure));
        }
        assert_eq!(pages.of(item()), 5_000);
    }

    proptest! {
        #[test]
        fn a_page_has_some_documents_and_never_more_than_planned(
            steps in prop::collection::vec((any::<bool>(), 0..200usize, 0..5_000usize), 0..40),
        ) {
            let mut pages = pages();
            for (came, count, bytes) in steps {
                if came {
                    pages.came(item(), &page(count, bytes));
                } else {
                    pages.failed(pages.of(item()), &cut(None));
                }
                prop_assert!((FEWEST..=5_000).contains(&pages.of(item())));
            }
        }
    }
}
