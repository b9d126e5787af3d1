//! Unlocking by a finger or a face, with a sensor that answers as it is told.

use crate::common;
use std::sync::Arc;

use chrono::DateTime;
use satchel_app::views::PresenceView;
use satchel_app::{OpenError, Satchel};
use satchel_devices::biometrics::{BiometricsError, MemoryBiometrics, Offer, Question};
use satchel_devices::clock::FakeClock;
use satchel_devices::location::NoLocation;

const PIN: &str = "2580";

struct Phone {
    satchel: Satchel,
    sensor: Arc<MemoryBiometrics>,
    profile: String,
    _folder: tempfile::TempDir,
}

fn phone() -> Phone {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FakeClock::at(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let devices = common::devices(clock, Arc::new(NoLocation::new()));
    let sensor = Arc::new(MemoryBiometrics::new());
    let satchel = Satchel::open(folder.path(), devices).unwrap().with_biometrics(sensor.clone());
    let profile = satchel.create_demo(PIN, "en").unwrap().profile().id.clone();
    Phone { satchel, sensor, profile, _folder: folder }
}

fn asked() -> Question {
    Question { title: "Unlock Satchel".into(), other: "Use PIN".into() }
}

impl Phone {
    fn shown(&self) -> PresenceView {
        self.satchel.presence(&self.profile)
    }

    fn is_on(&self) -> bool {
        self.shown() == PresenceView::On
    }

    fn unlock(&self) -> Result<String, OpenError> {
        let session = self.satchel.unlock_by_presence(&self.profile, &asked())?;
        Ok(session.profile().id.clone())
    }
}

#[test]
fn a_finger_opens_what_the_pin_opened() {
    let phone = phone();
    assert_eq!(phone.shown(), PresenceView::Off);
    phone.satchel.allow_presence(&phone.profile, PIN, &asked()).unwrap();
    assert!(phone.is_on());
    assert_eq!(phone.unlock().unwrap(), phone.profile);
    assert_eq!(phone.sensor.asked(), [asked(), asked()]);
    phone.satchel.end_presence(&phone.profile).unwrap();
    assert!(!phone.is_on());
    assert!(matches!(phone.unlock(), Err(OpenError::Biometrics(BiometricsError::Gone))));
    phone.satchel.unlock(&phone.profile, PIN).unwrap();
}

#[test]
fn put_aside_the_pin_opens_and_the_finger_the_next_time() {
    let phone = phone();
    phone.satchel.allow_presence(&phone.profile, PIN, &asked()).unwrap();
    for refusal in [BiometricsError::PutAside, BiometricsError::NotNow] {
        phone.sensor.answers(Some(refusal));
        let error = phone.unlock().unwrap_err();
        assert!(matches!(error, OpenError::Biometrics(said) if said == refusal));
        assert!(error.is_about_pin(), "the PIN is the way on");
    }
    assert!(phone.is_on());
    phone.satchel.unlock(&phone.profile, PIN).unwrap();
    phone.sensor.answers(None);
    phone.unlock().unwrap();
}

#[test]
fn another_finger_taught_to_the_phone_opens_nothing_and_switches_it_off() {
    let phone = phone();
    phone.satchel.allow_presence(&phone.profile, PIN, &asked()).unwrap();
    phone.sensor.teach_another();
    assert!(matches!(phone.unlock(), Err(OpenError::Biometrics(BiometricsError::Gone))));
    assert!(!phone.is_on(), "the rep switches it on again, with the PIN");
    phone.satchel.allow_presence(&phone.profile, PIN, &asked()).unwrap();
    phone.unlock().unwrap();
}

#[test]
fn a_refusal_while_switching_on_leaves_it_off() {
    let phone = phone();
    assert!(phone.satchel.allow_presence(&phone.profile, "1357", &asked()).is_err());
    assert!(phone.sensor.asked().is_empty(), "nobody is asked after a wrong PIN");
    phone.satchel.allow_presence(&phone.profile, PIN, &asked()).unwrap();
    phone.sensor.answers(Some(BiometricsError::PutAside));
    assert!(phone.satchel.allow_presence(&phone.profile, PIN, &asked()).is_err());
    assert!(!phone.is_on());
}

#[test]
fn what_the_phone_offers_is_shown() {
    let phone = phone();
    phone.sensor.offers(Offer::Nothing);
    assert_eq!(phone.shown(), PresenceView::NotOffered);
    phone.sensor.offers(Offer::NobodyKnown);
    assert_eq!(phone.shown(), PresenceView::NobodyKnown);
}
