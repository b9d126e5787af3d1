//! Files torn in every way that can be thought of, and what comes back.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use satchel_domain::orders::{OrderEvent, OrderState};
use serde_json::json;

use super::*;
use crate::testing::*;
use crate::{NewCustomer, OrderQuery, OutboxState};

/// A day's work: items, three unsent orders, one withdrawn, drafts, a customer, closed cleanly.
fn day() -> Opened {
    let opened = opened();
    let items = (0..300).map(|n| item(&format!("A-{n}"), &format!("Apple {n}")));
    opened.put(items.collect());
    for n in 1..=4 {
        opened.store.place(order(n)).wait().unwrap();
    }
    opened.store.withdraw(uid(2), "no".into(), captured()).wait().unwrap();
    opened.store.save_draft(draft(10)).wait().unwrap();
    opened.store.save_draft(draft(11)).wait().unwrap();
    let new = NewCustomer {
        local_id: satchel_domain::ids::LocalId::from_parts(1, [1; 10]),
        document: json!({"customer_name": "Novo"}).to_string(),
        address: None,
        contact: None,
        place: None,
        captured: captured(),
    };
    opened.store.create_customer(new).wait().unwrap();
    opened
}

/// Closes the store, lets `tear` at the files, and opens it again.
fn torn(opened: Opened, tear: impl FnOnce(&Path)) -> (Opened, Option<SalvageReport>) {
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    tear(&path);
    let (store, report) = open_or_salvage(&path, &key(), noon()).unwrap();
    (Opened { store, dir }, report)
}

/// Every unsent order is there with its outbox row and content, and no number is given twice.
fn nothing_is_lost(opened: &Opened) {
    for n in [1, 3, 4] {
        let detail = opened.store.order(uid(n)).unwrap().unwrap();
        let placed = order(n);
        assert_eq!(detail.row.receipt_number.number(), u32::from(n));
        assert_eq!(detail.row.state, OrderState::Waiting);
        assert_eq!((detail.entry, detail.lines), (placed.entry, placed.lines));
        assert_eq!((detail.row.totals, detail.signature), (placed.totals, placed.signature));
    }
    let waiting = opened.store.outbox(&[OutboxState::Waiting], 50).unwrap();
    assert_eq!(waiting.len(), 4, "three orders and a customer");
    for row in waiting.iter().filter(|row| row.kind == crate::OutboxKind::SalesOrder) {
        assert!(row.payload.contains("satchel_receipt_no"));
    }
    assert_eq!(opened.store.place(order(9)).wait().unwrap().to_string(), "VAN3-00005");
}

#[test]
fn a_whole_file_is_left_alone() {
    let (opened, report) = torn(day(), |_| ());
    assert_eq!(report, None);
    nothing_is_lost(&opened);
    assert_eq!(opened.store.drafts().unwrap().len(), 2);
}

#[test]
fn a_file_that_is_gone_empty_or_foreign_comes_back_from_the_journal() {
    let tears: [fn(&Path); 4] = [
        |path| fs::remove_file(path).unwrap(),
        |path| fs::write(path, b"").unwrap(),
        |path| fs::write(path, vec![0x42; 40_000]).unwrap(),
        |path| fs::write(path, b"not a database").unwrap(),
    ];
    for tear in tears {
        let (opened, report) = torn(day(), tear);
        let report = report.unwrap();
        assert_eq!((report.unsent_orders, report.orders_from_journal), (3, 3));
        assert_eq!((report.other_unsent_documents, report.drafts), (1, 0));
        assert!(report.numbering_certain);
        nothing_is_lost(&opened);
        let detail = opened.store.order(uid(1)).unwrap().unwrap();
        assert_eq!(detail.timeline.last().unwrap().event, OrderEvent::Salvaged);
        assert_eq!(opened.store.order(uid(2)).unwrap(), None, "a withdrawn one stays withdrawn");
    }
}

#[test]
fn the_damaged_file_is_kept() {
    let (opened, report) = torn(day(), |path| fs::write(path, vec![0x42; 9_000]).unwrap());
    let aside = report.unwrap().set_aside;
    assert_eq!(aside.file_name().unwrap(), "satchel.db.damaged-20261121T120000Z");
    assert_eq!(fs::read(aside).unwrap(), vec![0x42; 9_000]);
    let (_, again) = torn(opened, |path| fs::write(path, vec![0x43; 9_000]).unwrap());
    let aside = again.unwrap().set_aside;
    assert_eq!(aside.file_name().unwrap(), "satchel.db.damaged-20261121T120000Z-2");
}

#[test]
fn half_a_file_gives_what_is_in_that_half() {
    let (opened, report) = torn(day(), |path| {
        let file = fs::OpenOptions::new().write(true).open(path).unwrap();
        file.set_len(file.metadata().unwrap().len() / 2).unwrap();
    });
    assert_eq!(report.unwrap().unsent_orders, 3);
    nothing_is_lost(&opened);
}

fn overwrite_pages(path: &Path, pages: impl Fn(u64) -> bool) {
    let mut bytes = fs::read(path).unwrap();
    for (n, page) in (1..).zip(bytes.chunks_mut(4096)) {
        if pages(n) {
            page[100..200].fill(0x99);
        }
    }
    fs::write(path, bytes).unwrap();
    // Torn inside, the file is noticed when the page is met: that leaves a note.
    fs::write(path.with_extension("suspect"), b"").unwrap();
}

#[test]
fn without_a_journal_rows_are_read_around_torn_pages() {
    let (opened, report) = torn(day(), |path| {
        fs::remove_file(path.with_extension("journal")).unwrap();
        let length = fs::metadata(path).unwrap().len() / 4096;
        // The items fill the end of the file; a page there tears tables but no order.
        overwrite_pages(path, |page| page == length - 1);
    });
    let report = report.unwrap();
    assert_eq!(report.orders_from_journal, 0);
    assert!(report.items > 200, "{report:?}");
    nothing_is_lost(&opened);
}

#[test]
fn the_lines_of_a_torn_file_of_an_earlier_schema_come_along() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("satchel.db");
    migrate::tests::filled(&path, 6);
    let connection = open::open_writer(&path, &key()).unwrap();
    let root: u32 = connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'past_order'", [], |row| {
            row.get(0)
        })
        .unwrap();
    drop(connection);
    overwrite_pages(&path, |page| page == u64::from(root));
    let (store, report) = open_or_salvage(&path, &key(), noon()).unwrap();
    let report = report.unwrap();
    assert_eq!((report.torn_tables, report.orders_from_journal), (vec!["past_order".into()], 0));
    let uid = "01a3185c-5000-7101-8101-010101010101".parse().unwrap();
    let detail = store.order(uid).unwrap().unwrap();
    assert_eq!((detail.row.state, detail.lines.len()), (OrderState::Waiting, 2));
    assert_eq!(detail.lines[0].rate, "411522.374485596");
}

#[test]
fn damage_met_while_running_is_noted_and_mended_at_the_next_start() {
    let opened = day();
    let more = (300..3_000).map(|n| item(&format!("A-{n}"), &format!("Apple {n}")));
    opened.put(more.collect());
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    let mut bytes = fs::read(&path).unwrap();
    let half = bytes.len() / 4096 / 2;
    for page in bytes.chunks_mut(4096).skip(half + half / 2) {
        page[100..200].fill(0x99);
    }
    fs::write(&path, bytes).unwrap();
    let store = Store::open(&path, &key()).unwrap();
    let met = (0..3_000).any(|n| {
        let code = format!("A-{n}").parse().unwrap();
        matches!(store.item_documents(&[code]), Err(StoreError::Damaged))
    });
    assert!(met, "some page must have been torn");
    drop(store);
    let (store, report) = open_or_salvage(&path, &key(), noon()).unwrap();
    assert!(report.is_some());
    nothing_is_lost(&Opened { store, dir });
}

#[test]
fn a_salvage_cut_off_anywhere_goes_on_at_the_next_opening() {
    for step in 0..3 {
        let (opened, report) = torn(day(), |path| {
            fs::write(path, vec![0x42; 9_000]).unwrap();
            aside::begin(path, noon()).unwrap();
            if step >= 1 {
                aside::set_aside(path).unwrap();
            }
            if step >= 2 {
                fs::write(path.with_extension("fresh"), vec![1; 5_000]).unwrap();
            }
        });
        assert_eq!(report.unwrap().unsent_orders, 3, "step {step}");
        nothing_is_lost(&opened);
    }
}

#[test]
fn with_nothing_left_no_number_is_given() {
    let (opened, report) = torn(day(), |path| {
        fs::remove_file(path).unwrap();
        fs::remove_file(path.with_extension("journal")).unwrap();
    });
    assert!(!report.unwrap().numbering_certain);
    let refused = opened.store.place(order(9)).wait();
    assert!(matches!(refused, Err(StoreError::NoDeviceCode)));
    opened.store.use_device_code(&"VAN3B".parse().unwrap()).wait().unwrap();
    assert_eq!(opened.store.place(order(9)).wait().unwrap().to_string(), "VAN3B-00001");
}

#[test]
fn an_order_in_the_journal_that_never_committed_is_voided() {
    let opened = day();
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    let journal_path = journal::path_for(&path);
    let (mut journal, _) = journal::Journal::open(&journal_path, &key().journal).unwrap();
    let record =
        journal::Record::Order { number: "VAN3-00005".parse().unwrap(), order: Box::new(order(5)) };
    journal.append(&record).unwrap();
    drop(journal);
    let opened = Opened { store: Store::open(&path, &key()).unwrap(), dir };
    opened.store.save_draft(draft(5)).wait().unwrap();
    let (opened, _) = torn(opened, |path| fs::remove_file(path).unwrap());
    assert_eq!(opened.store.order(uid(5)).unwrap(), None);
    nothing_is_lost(&opened);
}

#[test]
fn a_lost_journal_is_written_anew() {
    let (opened, report) =
        torn(day(), |path| fs::remove_file(path.with_extension("journal")).unwrap());
    assert_eq!(report, None);
    opened.store.drafts().unwrap();
    let (opened, report) = torn(opened, |path| fs::remove_file(path).unwrap());
    assert_eq!(report.unwrap().orders_from_journal, 3);
    assert_eq!(opened.store.place(order(9)).wait().unwrap().to_string(), "VAN3-00005");
}

#[test]
fn the_journal_does_not_grow_for_ever() {
    let mut opened = opened();
    for n in 0..120 {
        opened.store.place(order(n)).wait().unwrap();
        opened.store.withdraw(uid(n), "no".into(), captured()).wait().unwrap();
    }
    opened.store.place(order(200)).wait().unwrap();
    let path = journal::path_for(&opened.path());
    let before = fs::metadata(&path).unwrap().len();
    opened = opened.reopen();
    opened.store.save_draft(draft(201)).wait().unwrap();
    let after = fs::metadata(&path).unwrap().len();
    assert!(after * 20 < before, "{before} → {after}");
    let (opened, report) = torn(opened, |path| fs::remove_file(path).unwrap());
    assert_eq!(report.unwrap().unsent_orders, 1);
    assert_eq!(opened.store.place(order(202)).wait().unwrap().number(), 122);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever pages are torn, no unsent order is lost and no number is given twice.
    #[test]
    fn no_pattern_of_torn_pages_loses_an_order(seed in any::<u64>(), one_in in 1u64..12) {
        let (opened, report) = torn(day(), |path| {
            overwrite_pages(path, |page| {
                let mixed = (page ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
                mixed % one_in == 0
            });
        });
        if let Some(report) = report {
            prop_assert_eq!(report.unsent_orders, 3);
        }
        nothing_is_lost(&opened);
        let all = OrderQuery { limit: 50, ..OrderQuery::default() };
        prop_assert!(opened.store.orders(&all).unwrap().rows.len() >= 4);
    }
}

#[test]
fn a_photo_outlives_the_torn_row_of_its_order() {
    let opened = opened();
    let signed = crate::OrderToPlace { signature: vec![1, 2, 3], ..order(1) };
    opened.store.place(signed).wait().unwrap();
    let photo = crate::NewAttachment {
        uid: "photo".into(),
        subject: uid(1).to_string(),
        file_name: "shelf.jpg".into(),
        content: vec![9],
        at: noon(),
    };
    opened.store.add_attachment(photo).wait().unwrap();
    let path = opened.path();
    let Opened { store, dir: _dir } = opened;
    drop(store);
    let frames = journal::path_for(&path);
    let records = journal::read(&frames, &key().journal).unwrap().records;
    let mut connection = open::open_writer(&path, &key()).unwrap();
    connection.execute_batch("DELETE FROM sales_order_document").unwrap();
    let mut report = SalvageReport::default();
    mend::documents(&mut connection, &records, &mut report).unwrap();
    assert_eq!(report.orders_from_journal, 1);
    drop(connection);
    let store = Store::open(&path, &key()).unwrap();
    let order = store.outbox_row_of(&uid(1).to_string()).unwrap().unwrap();
    for waiting in ["photo".to_owned(), format!("{}:signature", uid(1))] {
        let row = store.outbox_row_of(&waiting).unwrap().unwrap();
        let queue = store.queue().unwrap();
        let queued = queue.iter().find(|queued| queued.seq == row.seq).unwrap();
        assert_eq!(queued.needs, [order.seq], "{waiting} goes after its order");
        assert!(!store.attachment(&row).unwrap().content.is_empty());
    }
}

#[test]
fn every_table_is_saved_or_derived_again() {
    let opened = opened();
    let tables: Vec<String> = opened
        .store
        .read(|connection| {
            crate::sql::rows!(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                [],
                |row: &rusqlite::Row<'_>| crate::sql::get::<String>(row, "name")
            )
        })
        .unwrap();
    let derived = |name: &str| name == "price_now" || name.contains("_fts");
    let lost: Vec<&String> = tables
        .iter()
        .filter(|name| !derived(name) && !copy::TABLES.contains(&name.as_str()))
        .collect();
    assert_eq!(lost, Vec::<&String>::new());
}
