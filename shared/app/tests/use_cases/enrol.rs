//! A code of the office, used by phones at a practice site.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use satchel_app::views::NewCustomer;
use satchel_app::{Devices, OpenError, Satchel, Session};
use satchel_devices::clock::FakeClock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_devices::share::MemoryShare;
use satchel_practice_site::set_up::UserKeys;
use satchel_practice_site::{Fault, PracticeSite, SiteOptions};
use satchel_sync::courier::{PhoneSecret, open_file, verify};
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::{OnArrival, SiteAccount};

const REP: &str = "ana.rep@example.com";
const PIN: &str = "2580";

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
}

struct World {
    site: PracticeSite,
    keys: UserKeys,
}

impl World {
    async fn set_up() -> Self {
        let clock = Arc::new(FakeClock::at(noon()));
        let site = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
        let plan = include_str!("../../../office/data/set-up.json");
        site.site().apply_set_up(&serde_json::from_str(plan).unwrap()).unwrap();
        let keys = site.site().add_user(REP, &["Satchel Rep"]).unwrap();
        Self { site, keys }
    }

    fn code(&self, id: &str) -> EnrolmentCode {
        EnrolmentCode {
            id: id.into(),
            account: SiteAccount::new(
                self.site.address(),
                REP.into(),
                (self.keys.key.clone(), self.keys.secret.clone()),
                "Acme Trading".into(),
            ),
            device: "P07".parse().unwrap(),
            valid_until: noon() + TimeDelta::hours(1),
        }
    }
}

struct Phone {
    satchel: Satchel,
    share: Arc<MemoryShare>,
    _folder: tempfile::TempDir,
}

fn phone() -> Phone {
    let folder = tempfile::tempdir().unwrap();
    let devices = Devices {
        clock: Arc::new(FakeClock::at(noon())),
        key_store: Arc::new(MemoryKeyStore::new()),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    let share = Arc::new(MemoryShare::new());
    let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
    let satchel = satchel.with_share(Arc::clone(&share) as _);
    Phone { satchel, share, _folder: folder }
}

fn account(session: &Session) -> SiteAccount {
    SiteAccount::load(session.store()).unwrap().unwrap()
}

fn why(outcome: Result<Session, OpenError>) -> &'static str {
    outcome.unwrap_err().message_id()
}

#[tokio::test]
async fn a_code_makes_a_profile_once() {
    let world = World::set_up().await;
    let code = world.code("code-1");
    let first = phone();
    let shown = first.satchel.read_enrolment(&code.to_text()).unwrap();
    assert_eq!((shown.user.as_str(), shown.device.as_str()), (REP, "P07"));
    let session = first.satchel.enroll(&code.to_text(), PIN, "pt-BR").await.unwrap();
    assert_eq!(account(&session), code.account);
    let settings = session.settings().unwrap();
    assert_eq!((settings.device.as_str(), settings.language.as_str()), ("P07", "pt-BR"));
    assert_eq!((settings.profile.user.as_str(), settings.profile.avatar.as_str()), (REP, "AR"));
    drop(session);
    let id = first.satchel.profiles().unwrap()[0].id.clone();
    assert_eq!(account(&first.satchel.unlock(&id, PIN).unwrap()), code.account);

    let again = first.satchel.enroll(&world.code("code-2").to_text(), PIN, "en").await;
    assert_eq!(why(again), "error-enrol-here-already");
    let second = phone();
    assert_eq!(why(second.satchel.enroll(&code.to_text(), PIN, "en").await), "error-enrol-used");
    assert!(second.satchel.profiles().unwrap().is_empty());
}

#[tokio::test]
async fn a_lost_answer_is_not_another_phones_use() {
    let world = World::set_up().await;
    let phone = phone();
    world.site.faults().next([None, Some(Fault::CutAfter)]);
    phone.satchel.enroll(&world.code("code-1").to_text(), PIN, "en").await.unwrap();
}

#[tokio::test]
async fn without_the_site_nothing_is_made_and_the_code_stays_good() {
    let world = World::set_up().await;
    let phone = phone();
    let code = world.code("code-1").to_text();
    world.site.faults().always(Some(Fault::CutBefore));
    assert_eq!(phone.satchel.profiles().unwrap().len(), 0);
    assert!(phone.satchel.enroll(&code, PIN, "en").await.is_err());
    world.site.faults().always(Some(Fault::CaptivePortal));
    assert_eq!(why(phone.satchel.enroll(&code, PIN, "en").await), "error-site-not-frappe");
    assert_eq!(phone.satchel.profiles().unwrap().len(), 0);
    world.site.faults().clear();
    phone.satchel.enroll(&code, PIN, "en").await.unwrap();
}

#[tokio::test]
async fn a_key_of_somebody_else_or_of_nobody_is_refused() {
    let world = World::set_up().await;
    let other = world.site.site().add_user("other@example.com", &["Satchel Rep"]).unwrap();
    let mut code = world.code("code-1");
    code.account.api_key = other.key;
    code.account.api_secret = other.secret;
    let phone = phone();
    let refused = phone.satchel.enroll(&code.to_text(), PIN, "en").await;
    assert_eq!(why(refused), "error-enrol-wrong-user");
    code.account.api_secret = "replaced".into();
    let refused = phone.satchel.enroll(&code.to_text(), PIN, "en").await;
    assert_eq!(why(refused), "error-site-unauthorised");
}

#[tokio::test]
async fn a_profile_goes_on_with_a_new_code_of_its_own_only() {
    let world = World::set_up().await;
    let phone = phone();
    let session = phone.satchel.enroll(&world.code("code-1").to_text(), PIN, "en").await.unwrap();
    let before = account(&session);
    let used = session.enroll_again(&world.code("code-1").to_text()).await.unwrap_err();
    assert_eq!(used.message_id(), "error-enrol-used");
    let mut other = world.code("code-2");
    other.account.user = "other@example.com".into();
    let refused = session.enroll_again(&other.to_text()).await.unwrap_err();
    assert_eq!(refused.message_id(), "error-enrol-other-user");
    assert_eq!(refused.args(), [("user", REP.to_owned())]);
    other = world.code("code-3");
    other.account.address = "https://erp.example.com".into();
    let refused = session.enroll_again(&other.to_text()).await.unwrap_err();
    assert_eq!(refused.message_id(), "error-enrol-other-site");
    assert_eq!(account(&session), before, "nothing was changed");

    let mut fresh = world.code("code-4");
    fresh.device = "P99".parse().unwrap();
    fresh.account.on_arrival = OnArrival::LeaveDraft;
    session.enroll_again(&fresh.to_text()).await.unwrap();
    assert_eq!(account(&session), fresh.account);
    assert_eq!(session.settings().unwrap().device, "P07", "receipt numbers go on");
}

#[tokio::test]
async fn what_waits_goes_into_a_file_only_the_office_reads() {
    let world = World::set_up().await;
    let phone = phone();
    let mut code = world.code("code-1");
    let session = phone.satchel.enroll(&code.to_text(), PIN, "en").await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("file-1.satchel");
    let why = |session: &Session| session.write_courier(&place).unwrap_err().message_id();
    assert_eq!(why(&session), "error-courier-no-key");

    let identity = age::x25519::Identity::generate();
    code = world.code("code-2");
    code.account.courier_recipient = Some(identity.to_public().to_string());
    session.enroll_again(&code.to_text()).await.unwrap();
    assert_eq!(why(&session), "error-courier-nothing");
    assert!(!place.exists());
    let new = NewCustomer {
        customer_name: "Corner Shop".into(),
        city: "Porto".into(),
        ..NewCustomer::default()
    };
    session.create_customer(&new).unwrap();
    let waiting = session.outgoing().unwrap().len();
    assert_eq!(session.share_courier(&place).unwrap_err().message_id(), "error-courier-file");
    let first = session.write_courier(&place).unwrap();
    let second = session.write_courier(&place).unwrap();
    assert_eq!((first.number, second.number, second.documents), (1, 2, waiting));
    assert_eq!(session.outgoing().unwrap().len(), waiting, "the outbox stays as it is");

    let file = std::fs::read(&place).unwrap();
    assert!(!String::from_utf8_lossy(&file).contains("Corner Shop"));
    session.share_courier(&place).unwrap();
    let shared = phone.share.files();
    assert_eq!((shared[0].name(), shared[0].content()), ("file-1.courier", &*file));
    let opened = open_file(&*file, &identity).unwrap();
    assert_eq!((opened.header.user.as_str(), opened.header.device.as_str()), (REP, "P07"));
    let secret: String = session.store().setting("phone_secret").unwrap().unwrap();
    let rows = verify(&opened, &[PhoneSecret(secret)]).unwrap().rows;
    assert_eq!(rows.uids().len(), waiting);
}

#[tokio::test]
async fn a_site_that_cannot_tell_takes_a_code_while_it_is_valid() {
    let clock = Arc::new(FakeClock::at(noon()));
    let site = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
    let keys = site.site().add_user(REP, &["Sales User"]).unwrap();
    let world = World { site, keys };
    phone().satchel.enroll(&world.code("code-1").to_text(), PIN, "en").await.unwrap();
    let several = phone();
    several.satchel.enroll(&world.code("code-1").to_text(), PIN, "en").await.unwrap();
    let mut company = world.code("code-2");
    company.account.company = "Acme Export".into();
    several.satchel.enroll(&company.to_text(), PIN, "en").await.unwrap();
    assert_eq!(several.satchel.profiles().unwrap().len(), 2, "two companies, two profiles");
}
