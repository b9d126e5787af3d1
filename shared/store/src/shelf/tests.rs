//! Profiles, PINs and waits.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use satchel_devices::clock::FakeClock;
use satchel_devices::key_store::{FileKeyStore, MemoryKeyStore};
use satchel_devices::random::SystemRandom;
use tempfile::TempDir;

use super::*;

struct Phone {
    dir: TempDir,
    clock: Arc<FakeClock>,
    key_store: Arc<MemoryKeyStore>,
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

impl Phone {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            clock: Arc::new(FakeClock::at(noon())),
            key_store: Arc::default(),
        }
    }

    /// The shelf as a freshly started app sees it.
    fn shelf(&self) -> Shelf {
        let ports = Ports {
            key_store: self.key_store.clone(),
            clock: self.clock.clone(),
            random: Arc::new(SystemRandom),
        };
        Shelf::open(self.dir.path(), ports).unwrap().with_key_cost(KeyCost::Floor)
    }

    fn card_path(&self, id: ProfileId) -> PathBuf {
        self.shelf().folder(id).join("profile.json")
    }
}

fn pin(text: &str) -> Pin {
    Pin::parse(text).unwrap()
}

fn rita() -> NewProfile {
    NewProfile {
        label: "Casa Aurora".into(),
        company: "Aurora Lda".into(),
        user: "Rita".into(),
        avatar: "RI".into(),
        device_code: DeviceCode::new("VAN3").unwrap(),
    }
}

fn create(phone: &Phone, pin_text: &str) -> ProfileId {
    phone.shelf().create(rita(), &pin(pin_text)).unwrap().card.id
}

fn wrong(phone: &Phone, id: ProfileId) -> Duration {
    match phone.shelf().unlock(id, &pin("9999")) {
        Err(UnlockError::WrongPin { wait, .. }) => wait,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_profile_is_made_listed_and_unlocked() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let profiles = phone.shelf().profiles().unwrap();
    assert_eq!(profiles.cards.len(), 1);
    assert_eq!(profiles.cards[0].label, "Casa Aurora");
    let unlocked = phone.shelf().unlock(id, &pin("4711")).unwrap();
    assert_eq!(unlocked.store.device_code().unwrap().unwrap().as_str(), "VAN3");
}

#[test]
fn the_card_shows_nothing_but_what_the_unlock_screen_needs() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let card: serde_json::Value =
        serde_json::from_slice(&fs::read(phone.card_path(id)).unwrap()).unwrap();
    let fields: Vec<_> = card.as_object().unwrap().keys().cloned().collect();
    let expected =
        ["format", "id", "label", "company", "user", "avatar", "created_at", "key", "attempts"];
    assert_eq!(fields, expected);
    let database = fs::read(phone.shelf().folder(id).join(DATABASE)).unwrap();
    assert!(!database.windows(6).any(|w| w == b"SQLite"), "the file is encrypted");
}

#[test]
fn a_wrong_pin_waits_longer_each_time_across_restarts_and_twenty_lose_nothing() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let mut waits = Vec::new();
    for _ in 0..20 {
        let wait = wrong(&phone, id);
        waits.push(wait.as_secs());
        if !wait.is_zero() {
            let refused = phone.shelf().unlock(id, &pin("4711"));
            assert!(matches!(refused, Err(UnlockError::Wait { wait: left }) if left == wait));
        }
        phone.clock.advance_ms(u64::try_from(wait.as_millis()).unwrap());
    }
    assert_eq!(waits[..8], [0, 0, 0, 1, 2, 4, 8, 16]);
    assert_eq!(waits[19], 300);
    phone.shelf().unlock(id, &pin("4711")).unwrap();
    assert!(wrong(&phone, id).is_zero(), "a right PIN starts the count again");
}

#[test]
fn setting_the_clock_does_not_shorten_the_wait() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let mut wait = Duration::ZERO;
    while wait.is_zero() {
        wait = wrong(&phone, id);
    }
    for days in [-400, 400] {
        phone.clock.set_wall_clock(noon() + TimeDelta::days(days));
        assert_eq!(phone.shelf().wait_before_pin(id).unwrap(), Some(wait));
    }
    phone.clock.advance_ms(600);
    assert_eq!(phone.shelf().wait_before_pin(id).unwrap().unwrap().as_millis(), 400);
    phone.clock.advance_ms(400);
    assert_eq!(phone.shelf().wait_before_pin(id).unwrap(), None);
}

#[test]
fn putting_an_old_card_back_does_not_reset_the_count() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let fresh = fs::read(phone.card_path(id)).unwrap();
    for _ in 0..4 {
        wrong(&phone, id);
    }
    fs::write(phone.card_path(id), fresh).unwrap();
    assert!(matches!(phone.shelf().unlock(id, &pin("4711")), Err(UnlockError::Wait { .. })));
}

#[test]
fn a_tampered_count_costs_the_longest_wait_and_no_more() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let text = fs::read_to_string(phone.card_path(id)).unwrap();
    let mut card: serde_json::Value = serde_json::from_str(&text).unwrap();
    card["attempts"] = "00".into();
    fs::write(phone.card_path(id), card.to_string()).unwrap();
    let shelf = phone.shelf();
    assert!(
        matches!(shelf.unlock(id, &pin("4711")), Err(UnlockError::Wait { wait }) if wait.as_secs() <= 300)
    );
}

#[test]
fn neither_the_pin_nor_the_key_store_alone_opens_a_profile() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let elsewhere = Phone { key_store: Arc::default(), ..phone };
    assert!(matches!(elsewhere.shelf().unlock(id, &pin("4711")), Err(UnlockError::KeyLost)));
    elsewhere.key_store.seal(&secret_name(id), &[7; 64]).unwrap();
    assert!(matches!(elsewhere.shelf().unlock(id, &pin("4711")), Err(UnlockError::Wait { .. })));
    elsewhere.clock.advance_ms(300_000);
    let refused = elsewhere.shelf().unlock(id, &pin("4711"));
    assert!(matches!(refused, Err(UnlockError::WrongPin { .. })), "the right PIN is not enough");
}

#[test]
fn no_profile_opens_another() {
    let phone = Phone::new();
    let (one, two) = (create(&phone, "4711"), create(&phone, "1234"));
    let shelf = phone.shelf();
    let (from, to) = (shelf.folder(one), shelf.folder(two));
    assert!(matches!(shelf.unlock(two, &pin("4711")), Err(UnlockError::WrongPin { .. })));
    fs::copy(from.join("profile.json"), to.join("profile.json")).unwrap();
    fs::copy(from.join("profile.json"), to.join("profile.copy.json")).unwrap();
    assert!(matches!(shelf.unlock(two, &pin("4711")), Err(UnlockError::CardDamaged)));
    let found = shelf.profiles().unwrap();
    let [(folder, UnlockError::CardDamaged)] = found.unreadable.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(folder, &to);
}

#[test]
fn a_changed_pin_replaces_the_old_one_in_both_copies() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let shelf = phone.shelf();
    assert!(matches!(
        shelf.change_pin(id, &pin("0000"), &pin("5555")),
        Err(UnlockError::WrongPin { failed: 1, .. })
    ));
    shelf.change_pin(id, &pin("4711"), &pin("5555")).unwrap();
    assert!(matches!(shelf.unlock(id, &pin("4711")), Err(UnlockError::WrongPin { .. })));
    fs::write(phone.card_path(id), b"{torn").unwrap();
    assert!(matches!(shelf.unlock(id, &pin("4711")), Err(UnlockError::WrongPin { .. })));
    shelf.unlock(id, &pin("5555")).unwrap();
}

#[test]
fn a_card_of_a_newer_app_is_left_alone() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    fs::write(phone.card_path(id), br#"{"format": 2}"#).unwrap();
    assert!(matches!(phone.shelf().unlock(id, &pin("4711")), Err(UnlockError::NewerCard)));
}

#[test]
fn a_shelf_that_cannot_be_made_is_an_error() {
    let phone = Phone::new();
    let file = phone.dir.path().join("file");
    fs::write(&file, b"").unwrap();
    let ports = phone.shelf().ports;
    let error = Shelf::open(&file, ports).unwrap_err();
    assert_eq!(error.message_id(), "error-profiles-folder");
}

#[test]
fn a_profile_on_a_file_key_store_opens_after_a_restart_at_measured_cost() {
    let dir = tempfile::tempdir().unwrap();
    let shelf = || {
        let ports = Ports {
            key_store: Arc::new(FileKeyStore::open_folder(dir.path().join("keys")).unwrap()),
            clock: Arc::new(FakeClock::at(noon())),
            random: Arc::new(SystemRandom),
        };
        Shelf::open(dir.path(), ports).unwrap()
    };
    let id = shelf().create(rita(), &pin("4711")).unwrap().card.id;
    shelf().unlock(id, &pin("4711")).unwrap();
}

/// Lets a finger open the profile; gives the key as the phone would.
fn allow(phone: &Phone, id: ProfileId) -> Vec<u8> {
    let mut kept = Vec::new();
    let keep = |key: &PresenceKey| {
        kept = key.bytes().to_vec();
        Ok::<(), UnlockError>(())
    };
    phone.shelf().allow_presence(id, &pin("4711"), keep).unwrap();
    kept
}

fn by_presence(phone: &Phone, id: ProfileId, key: &[u8]) -> Result<Unlocked, UnlockError> {
    phone.shelf().unlock_by_presence(id, &PresenceKey::from_bytes(key)?)
}

#[test]
fn a_finger_opens_besides_the_pin_and_no_longer_when_switched_off() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    assert!(!phone.shelf().profiles().unwrap().cards[0].by_presence);
    let key = allow(&phone, id);
    assert!(phone.shelf().profiles().unwrap().cards[0].by_presence);
    let opened = by_presence(&phone, id, &key).unwrap();
    assert_eq!(opened.store.device_code().unwrap().unwrap().as_str(), "VAN3");
    drop(opened);
    drop(phone.shelf().unlock(id, &pin("4711")).unwrap());
    phone.shelf().change_pin(id, &pin("4711"), &pin("2580")).unwrap();
    drop(by_presence(&phone, id, &key).unwrap());
    phone.shelf().end_presence(id).unwrap();
    assert!(!phone.shelf().profiles().unwrap().cards[0].by_presence);
    assert!(matches!(by_presence(&phone, id, &key), Err(UnlockError::KeyLost)));
    phone.shelf().unlock(id, &pin("2580")).unwrap();
}

#[test]
fn no_other_key_opens_and_none_of_another_time_or_profile() {
    let phone = Phone::new();
    let (id, other) = (create(&phone, "4711"), create(&phone, "4711"));
    let key = allow(&phone, id);
    let of_other = allow(&phone, other);
    for wrong in [&[0_u8; 32][..], &[7; 31], &[], &of_other] {
        assert!(matches!(by_presence(&phone, id, wrong), Err(UnlockError::KeyLost)), "{wrong:?}");
    }
    let newer = allow(&phone, id);
    assert!(matches!(by_presence(&phone, id, &key), Err(UnlockError::KeyLost)));
    drop(by_presence(&phone, id, &newer).unwrap());
    // The sealed key of one profile in the card of another.
    let sealed = CardFile::read(&phone.shelf().folder(other), other).unwrap().presence().to_vec();
    let mut file = CardFile::read(&phone.shelf().folder(id), id).unwrap();
    file.set_presence(sealed);
    file.write_both(&phone.shelf().folder(id)).unwrap();
    assert!(matches!(by_presence(&phone, id, &of_other), Err(UnlockError::KeyLost)));
}

#[test]
fn a_wrong_pin_switches_nothing_on_and_a_finger_does_not_shorten_the_wait() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let never = |_: &PresenceKey| -> Result<(), UnlockError> { panic!("the PIN was wrong") };
    let refused = phone.shelf().allow_presence(id, &pin("9999"), never);
    assert!(matches!(refused, Err(UnlockError::WrongPin { .. })));
    assert!(!phone.shelf().profiles().unwrap().cards[0].by_presence);
    let key = allow(&phone, id);
    while wrong(&phone, id).is_zero() {}
    assert!(matches!(by_presence(&phone, id, &key), Err(UnlockError::Wait { .. })));
    phone.clock.advance_ms(86_400_000);
    drop(by_presence(&phone, id, &key).unwrap());
}

#[test]
fn a_phone_that_does_not_keep_the_key_leaves_it_off() {
    let phone = Phone::new();
    let id = create(&phone, "4711");
    let refuse = |_: &PresenceKey| Err(UnlockError::KeyLost);
    assert!(phone.shelf().allow_presence(id, &pin("4711"), refuse).is_err());
    assert!(!phone.shelf().profiles().unwrap().cards[0].by_presence);
}
