//! Out on one phone, in on another.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use satchel_devices::clock::FakeClock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::random::SystemRandom;
use tempfile::TempDir;

use super::*;
use crate::testing::*;
use crate::{KeyCost, NewProfile, Pin, Ports, Shelf, StoreError, Unlocked};

struct Phone {
    dir: TempDir,
    shelf: Shelf,
}

fn phone() -> Phone {
    let dir = tempfile::tempdir().unwrap();
    let ports = Ports {
        key_store: Arc::new(MemoryKeyStore::new()),
        clock: Arc::new(FakeClock::at(noon())),
        random: Arc::new(SystemRandom),
    };
    let shelf = Shelf::open(dir.path(), ports).unwrap().with_key_cost(KeyCost::Floor);
    Phone { dir, shelf }
}

fn words() -> Passphrase {
    Passphrase::parse("correct horse battery").unwrap()
}

fn pin(text: &str) -> Pin {
    Pin::parse(text).unwrap()
}

fn code(text: &str) -> DeviceCode {
    DeviceCode::new(text).unwrap()
}

/// A phone with a profile of two orders and a draft, and its backup.
fn backed_up() -> (Phone, Unlocked, PathBuf) {
    let phone = phone();
    let new = NewProfile {
        label: "Casa Aurora".into(),
        company: "Aurora Lda".into(),
        user: "Rita".into(),
        avatar: "RI".into(),
        device_code: code("VAN3"),
    };
    let unlocked = phone.shelf.create(new, &pin("4711")).unwrap();
    unlocked.store.put_masters(vec![item("A-1", "Apple")], today()).wait().unwrap();
    unlocked.store.place(order(1)).wait().unwrap();
    unlocked.store.place(order(2)).wait().unwrap();
    unlocked.store.save_draft(draft(3)).wait().unwrap();
    let file = phone.dir.path().join("rita.satchel");
    let summary = phone.shelf.back_up(&unlocked, &file, &words()).unwrap();
    assert_eq!(summary.unsent_documents, 2);
    assert_eq!(summary.last_receipt.as_ref().unwrap().to_string(), "VAN3-00002");
    (phone, unlocked, file)
}

fn restore(file: &Path, numbering: &RestoreNumbering) -> Result<(Phone, Unlocked), RestoreError> {
    let phone = phone();
    let restored = phone.shelf.restore(file, &words(), &pin("9876"), numbering);
    if restored.is_err() {
        let found = phone.shelf.profiles().unwrap();
        assert!(found.cards.is_empty() && found.unreadable.is_empty(), "{found:?}");
        let left = fs::read_dir(phone.dir.path().join("profiles")).unwrap().count();
        assert_eq!(left, 0, "nothing of it is on the shelf");
    }
    restored.map(|unlocked| (phone, unlocked))
}

fn other_phone() -> RestoreNumbering {
    RestoreNumbering::NewDeviceCode(code("VAN3B"))
}

use std::path::Path;

#[test]
fn a_profile_comes_back_whole_under_another_pin_and_code() {
    let (old, unlocked, file) = backed_up();
    let seen = old.shelf.look_into_backup(&file, &words()).unwrap();
    assert_eq!((seen.label.as_str(), seen.device_code), ("Casa Aurora", Some(code("VAN3"))));
    let (phone, restored) = restore(&file, &other_phone()).unwrap();
    assert_ne!(restored.card.id, unlocked.card.id);
    for n in [1, 2] {
        let (here, there) = (restored.store.order(uid(n)), unlocked.store.order(uid(n)));
        assert_eq!(here.unwrap(), there.unwrap());
    }
    assert_eq!(restored.store.outbox(&[], 9).unwrap(), unlocked.store.outbox(&[], 9).unwrap());
    assert_eq!(restored.store.drafts().unwrap(), unlocked.store.drafts().unwrap());
    assert_eq!(restored.store.search_items(&query("apple")).unwrap().rows.len(), 1);
    assert_eq!(restored.store.place(order(4)).wait().unwrap().to_string(), "VAN3B-00001");
    assert_eq!(unlocked.store.place(order(5)).wait().unwrap().to_string(), "VAN3-00003");
    let id = restored.card.id;
    drop(restored);
    phone.shelf.unlock(id, &pin("9876")).unwrap();
    assert!(phone.shelf.unlock(id, &pin("4711")).is_err());
}

#[test]
fn the_restored_profile_is_guarded_by_its_journal_too() {
    let (_old, _unlocked, file) = backed_up();
    let (phone, restored) = restore(&file, &other_phone()).unwrap();
    restored.store.place(order(4)).wait().unwrap();
    let (id, path) = (restored.card.id, restored.store.path().to_owned());
    drop(restored);
    fs::remove_file(path).unwrap();
    let unlocked = phone.shelf.unlock(id, &pin("9876")).unwrap();
    let report = unlocked.salvage.unwrap();
    assert_eq!((report.unsent_orders, report.numbering_certain), (3, true));
    assert_eq!(unlocked.store.place(order(5)).wait().unwrap().to_string(), "VAN3B-00002");
}

#[test]
fn no_number_is_given_twice() {
    let (_old, _unlocked, file) = backed_up();
    let same = |last: &str| RestoreNumbering::SamePhone { last_receipt: last.parse().unwrap() };
    let taken = RestoreNumbering::NewDeviceCode(code("VAN3"));
    assert!(matches!(restore(&file, &taken), Err(RestoreError::CodeUsedBefore)));
    for wrong in ["VAN3-00001", "VAN4-00009"] {
        let refused = restore(&file, &same(wrong));
        assert!(matches!(refused, Err(RestoreError::LastReceiptDoesNotFit)), "{wrong}");
    }
    let (_phone, restored) = restore(&file, &same("VAN3-00017")).unwrap();
    assert_eq!(restored.store.place(order(4)).wait().unwrap().to_string(), "VAN3-00018");
}

#[test]
fn a_torn_foreign_or_newer_file_is_refused() {
    let (old, _unlocked, file) = backed_up();
    let bytes = fs::read(&file).unwrap();
    let with = |bytes: &[u8]| {
        let path = old.dir.path().join("other");
        fs::write(&path, bytes).unwrap();
        restore(&path, &other_phone()).map(|_| ())
    };
    for cut in [bytes.len() - 1, bytes.len() / 2, 70_000, 400] {
        assert!(matches!(with(&bytes[..cut]), Err(RestoreError::Torn)), "{cut}");
    }
    for at in [bytes.len() - 5, bytes.len() / 2, 70_000] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(matches!(with(&changed), Err(RestoreError::Torn)), "{at}");
    }
    let longer = [bytes.as_slice(), b"more"].concat();
    assert!(matches!(with(&longer), Err(RestoreError::Torn)));
    for foreign in [&b""[..], b"PK\x03\x04 a zip", b"age-encryption.org/v1\n", &bytes[..20]] {
        assert!(matches!(with(foreign), Err(RestoreError::NotABackup)), "{foreign:?}");
    }
    let wrong = Passphrase::parse("wrong horse battery").unwrap();
    let refused = old.shelf.look_into_backup(&file, &wrong);
    assert!(matches!(refused, Err(RestoreError::WrongPassphrase)));
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(words().0.as_str().to_owned().into());
    recipient.set_work_factor(2);
    age::encrypt(&recipient, plain).unwrap()
}

#[test]
fn an_age_file_that_is_not_ours_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    let newer = [&b"SATCHEL BACKUP\n\0"[..], &2_u32.to_le_bytes(), &[0; 50]].concat();
    fs::write(&path, sealed(&newer)).unwrap();
    let refused = restore(&path, &other_phone()).map(|_| ());
    assert!(matches!(refused, Err(RestoreError::Newer { found: 2, known: 1 })));
    fs::write(&path, sealed(b"somebody's diary, long enough to have a head")).unwrap();
    assert!(matches!(restore(&path, &other_phone()), Err(RestoreError::NotABackup)));
    let junk = [&b"SATCHEL BACKUP\n\0"[..], &1_u32.to_le_bytes(), &4_u32.to_le_bytes(), b"junk"];
    fs::write(&path, sealed(&junk.concat())).unwrap();
    assert!(matches!(restore(&path, &other_phone()), Err(RestoreError::NotABackup)));
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let (phone, unlocked, file) = backed_up();
    let before = fs::read(&file).unwrap();
    let nowhere = phone.dir.path().join("no such folder").join("file");
    let refused = phone.shelf.back_up(&unlocked, &nowhere, &words());
    assert!(matches!(refused, Err(BackupError::Store(StoreError::Io(_)))));
    assert_eq!(fs::read(&file).unwrap(), before);
    let profile = unlocked.store.path().parent().unwrap();
    let copies = fs::read_dir(profile)
        .unwrap()
        .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "backup"));
    assert_eq!(copies.count(), 0);
}

#[test]
fn a_backup_is_not_plain() {
    let (_phone, _unlocked, file) = backed_up();
    let bytes = fs::read(file).unwrap();
    for word in [&b"Rita"[..], b"Padaria", b"SQLite", b"satchel"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word));
    }
}

#[test]
fn device_codes_are_proposed() {
    let next = |text: &str| next_device_code(&code(text)).map(|code| code.to_string());
    assert_eq!(next("VAN3").as_deref(), Some("VAN3B"));
    assert_eq!(next("VAN3B").as_deref(), Some("VAN3C"));
    assert_eq!(next("VAN3Z").as_deref(), Some("VAN3ZB"));
    assert_eq!(next("BOB").as_deref(), Some("BOBB"));
    assert_eq!(next("LONGCODE"), None);
}

#[test]
fn a_short_passphrase_is_refused() {
    assert!(Passphrase::parse("  1234567 ").is_err());
    assert!(Passphrase::parse("ação1234").is_ok());
}
