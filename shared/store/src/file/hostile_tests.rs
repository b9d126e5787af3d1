//! Full disks, folders that take no writes, files that are not files: each ends in an error with a
//! name, and nothing saved before is touched.

use std::fs;
use std::path::Path;

use super::damage;
use super::journal::{self, Record};
use crate::testing::*;
use crate::{OrderToPlace, Store, StoreError};

/// Lets the file grow by no more than `pages` from here.
fn fill_disk(opened: &Opened, pages: i64) {
    opened
        .store
        .run(move |desk| {
            let now: i64 = desk.connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            let limit = format!("PRAGMA max_page_count = {}", now + pages);
            desk.connection.query_row(&limit, [], |_| Ok(()))?;
            Ok(())
        })
        .wait()
        .unwrap();
}

fn large_order(n: u8) -> OrderToPlace {
    OrderToPlace { note: "x".repeat(200_000), ..order(n) }
}

#[test]
fn a_full_disk_refuses_the_order_and_keeps_the_draft() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    opened.store.save_draft(draft(2)).wait().unwrap();
    fill_disk(&opened, 3);
    let refused = opened.store.place(large_order(2)).wait();
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert_eq!(refused.unwrap_err().message_id(), "error-store-disk-full");
    assert_eq!(opened.store.drafts().unwrap().len(), 1);
    assert_eq!(opened.store.outbox(&[], 9).unwrap().len(), 1);
    assert_eq!(opened.store.place(order(2)).wait().unwrap().number(), 2, "no number is lost");
    let opened = opened.reopen();
    opened.store.place(large_order(3)).wait().unwrap();
}

#[test]
fn a_journal_that_cannot_be_written_refuses_the_order() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    // `/dev/full` takes no byte, as a full disk does.
    opened
        .store
        .run(|desk| {
            desk.journal.write_to(fs::OpenOptions::new().write(true).open("/dev/full")?);
            Ok(())
        })
        .wait()
        .unwrap();
    let refused = opened.store.place(order(2)).wait();
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    let opened = opened.reopen();
    assert_eq!(opened.store.outbox(&[], 9).unwrap().len(), 1);
    assert_eq!(opened.store.place(order(2)).wait().unwrap().number(), 2);
}

#[test]
fn a_commit_that_fails_takes_the_journal_back() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    let records =
        || journal::read(&journal::path_for(&opened.path()), &key().journal).unwrap().records;
    let before = records();
    let failed = opened.store.write_kept(|transaction| {
        // Found out only at the commit: the frame is in the journal by then.
        transaction.execute_batch(
            "PRAGMA defer_foreign_keys = ON;
             INSERT INTO outbox_dependency(seq, needs) VALUES(998, 999);",
        )?;
        Ok(((), Some(Record::Settled { uid: "x".repeat(100) })))
    });
    assert!(matches!(failed.wait(), Err(StoreError::Database(_))));
    assert_eq!(records(), before);
    assert_eq!(opened.store.place(order(2)).wait().unwrap().number(), 2);
}

#[test]
fn work_that_fails_or_breaks_down_after_its_record_was_begun_takes_it_back() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    let records =
        || journal::read(&journal::path_for(&opened.path()), &key().journal).unwrap().records;
    let before = records();
    let record = || Record::Settled { uid: "x".repeat(100) };
    let failed = opened.store.write_with_pen::<()>(move |_, pen| {
        pen.begin(record())?;
        Err(StoreError::Closed)
    });
    assert!(matches!(failed.wait(), Err(StoreError::Closed)));
    assert_eq!(records(), before);
    let broken = opened.store.write_with_pen::<()>(move |_, pen| {
        pen.begin(record())?;
        panic!("in a write")
    });
    assert!(matches!(broken.wait(), Err(StoreError::Abandoned)));
    assert_eq!(records(), before);
    assert_eq!(opened.store.place(order(2)).wait().unwrap().number(), 2);
    assert_eq!(records().len(), before.len() + 1);
}

#[test]
fn a_database_that_takes_no_writes_is_read_only() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    let query_only = |on: bool| {
        opened
            .store
            .run(move |desk| Ok(desk.connection.pragma_update(None, "query_only", on)?))
            .wait()
            .unwrap();
    };
    query_only(true);
    let refused = opened.store.save_draft(draft(2)).wait();
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
    assert_eq!(refused.unwrap_err().message_id(), "error-store-read-only");
    assert!(opened.store.order(uid(1)).unwrap().is_some(), "what is there can be read");
    query_only(false);
    opened.store.save_draft(draft(2)).wait().unwrap();
}

#[test]
fn a_folder_that_takes_no_files_is_an_error_with_a_name() {
    let refused = Store::create(Path::new("/proc/satchel.db"), &key());
    assert!(matches!(refused, Err(StoreError::ReadOnly | StoreError::Io(_))), "{refused:?}");
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, b"").unwrap();
    let refused = Store::create(&file.join("satchel.db"), &key());
    assert!(matches!(refused, Err(StoreError::Io(_))), "{refused:?}");
}

#[test]
fn making_a_store_never_replaces_one() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    let refused = Store::create(&opened.path(), &key());
    assert!(matches!(refused, Err(StoreError::Io(_))));
    assert!(opened.store.order(uid(1)).unwrap().is_some());
}

#[test]
fn a_job_that_breaks_down_costs_only_itself() {
    let opened = opened();
    let broken = opened.store.write(|transaction| -> Result<(), StoreError> {
        transaction.execute("DELETE FROM setting", [])?;
        panic!("a bug");
    });
    assert!(matches!(broken.wait(), Err(StoreError::Abandoned)));
    assert!(opened.store.device_code().unwrap().is_some(), "rolled back");
    assert_eq!(opened.store.place(order(1)).wait().unwrap().number(), 1);
}

#[test]
fn a_suspicion_without_damage_is_forgotten() {
    let opened = opened();
    let path = opened.path();
    let noted: Result<(), _> = damage::noted(&path, Err(StoreError::Damaged));
    noted.unwrap_err();
    assert!(path.with_extension("suspect").exists());
    let opened = opened.reopen();
    assert!(!path.with_extension("suspect").exists());
    drop(opened);
}
