//! A practice site with masters, a phone enrolled at it, and a look behind the site's answers.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use satchel_app::views::{OrderEdit, OrderFilter, OutgoingRow, SyncCentre};
use satchel_app::{Devices, Satchel, Session};
use satchel_devices::clock::FakeClock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_domain::orders::OrderState;
use satchel_practice_site::site::documents_of;
use satchel_practice_site::{PracticeSite, SiteOptions};
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::{Client, SiteAccount};
use serde_json::Value;

pub const REP: &str = "ana.rep@example.com";
pub const PIN: &str = "2580";
/// How long anything may take that happens by itself.
const PATIENCE: Duration = Duration::from_secs(60);

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
}

pub struct World {
    pub site: PracticeSite,
    pub administrator: Client,
    pub clock: Arc<FakeClock>,
    pub satchel: Satchel,
    pub session: Session,
    pub folder: tempfile::TempDir,
}

impl World {
    /// A phone that is enrolled and knows nothing yet.
    pub async fn new() -> Self {
        let clock = Arc::new(FakeClock::at(noon()));
        let site = PracticeSite::start(0, SiteOptions::default(), clock.clone()).await.unwrap();
        site.site().load(&masters()).unwrap();
        let plan = include_str!("../../../office/data/set-up.json");
        site.site().apply_set_up(&serde_json::from_str(plan).unwrap()).unwrap();
        let keys = site.site().add_user(REP, &["Satchel Rep"]).unwrap();
        let account = SiteAccount::new(
            site.address(),
            REP.into(),
            (keys.key, keys.secret),
            "Acme Trading".into(),
        );
        let administrator = SiteAccount {
            api_key: "administrator".into(),
            api_secret: "practice".into(),
            ..account.clone()
        };
        let code = EnrolmentCode {
            id: "code-1".into(),
            account,
            device: "P07".parse().unwrap(),
            valid_until: noon() + TimeDelta::hours(1),
        };
        let folder = tempfile::tempdir().unwrap();
        let devices = Devices {
            clock: clock.clone(),
            key_store: Arc::new(MemoryKeyStore::new()),
            random: Arc::new(SystemRandom),
            location: Arc::new(NoLocation::new()),
        };
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let session = satchel.enroll(&code.to_text(), PIN, "en").await.unwrap();
        let administrator = administrator.client().unwrap();
        Self { site, administrator, clock, satchel, session, folder }
    }

    /// The same, with the masters on the phone and the sync running.
    pub async fn ready() -> Self {
        let world = Self::new().await;
        assert!(world.session.start_sync().unwrap());
        world.until("the first load", |world| world.session.ages().unwrap().prices.is_some()).await;
        world.until_at_rest().await;
        world
    }

    /// Another rep's phone, enrolled at the same site, with its masters and the sync running.
    pub async fn another(&self, user: &str, device: &str) -> Phone {
        let keys = self.site.site().add_user(user, &["Satchel Rep"]).unwrap();
        let account = SiteAccount::new(
            self.site.address(),
            user.into(),
            (keys.key, keys.secret),
            "Acme Trading".into(),
        );
        let code = EnrolmentCode {
            id: format!("code-{device}"),
            account,
            device: device.parse().unwrap(),
            valid_until: noon() + TimeDelta::hours(1),
        };
        let folder = tempfile::tempdir().unwrap();
        let devices = Devices {
            clock: self.clock.clone(),
            key_store: Arc::new(MemoryKeyStore::new()),
            random: Arc::new(SystemRandom),
            location: Arc::new(NoLocation::new()),
        };
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let session = satchel.enroll(&code.to_text(), PIN, "en").await.unwrap();
        let phone = Phone { session, _satchel: satchel, _folder: folder };
        assert!(phone.session.start_sync().unwrap());
        phone.until("the first load", |session| session.ages().unwrap().prices.is_some()).await;
        phone
    }

    /// Waits until something has happened by itself.
    pub async fn until(&self, what: &str, happened: impl Fn(&Self) -> bool) {
        let begin = Instant::now();
        while !happened(self) {
            assert!(begin.elapsed() < PATIENCE, "{what} did not happen: {:#?}", self.centre());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until a round went through and nothing goes on.
    pub async fn until_at_rest(&self) {
        use satchel_app::views::SyncConnection::Idle;
        self.until("rest", |world| {
            matches!(world.session.connection().unwrap(), Idle { last_round: Some(_) })
        })
        .await;
    }

    pub fn centre(&self) -> SyncCentre {
        self.session.sync_centre().unwrap()
    }

    /// An order of two items, placed; its uid.
    pub fn place(&self) -> String {
        let uid = self.session.start_order("server:Customer 001").unwrap();
        for item_code in ["SKU-0001", "SKU-0002"] {
            let add = OrderEdit::Add { item_code: item_code.into(), uom: None, qty: 3.into() };
            self.session.edit_order(&uid, add).unwrap();
        }
        self.session.place_order(&uid, "M0 0L9 9").unwrap();
        uid
    }

    /// The order's document at the site, if it is there.
    pub async fn at_site(&self, uid: &str) -> Option<satchel_frappe::Document> {
        self.administrator
            .find_by_uid("Sales Order", uid, &["docstatus", "grand_total"])
            .await
            .unwrap()
    }

    /// How many documents the site has of a doctype.
    pub async fn count(&self, doctype: &str) -> u64 {
        self.administrator.count_visible(doctype, &[]).await.unwrap()
    }

    pub fn state(&self, uid: &str) -> OrderState {
        self.session.order_detail(uid).unwrap().row.state
    }

    /// The one row that needs a hand.
    pub fn refused(&self) -> OutgoingRow {
        let mut rows = self.centre().needs_hand;
        assert_eq!(rows.len(), 1, "{rows:#?}");
        rows.remove(0)
    }

    /// Changes a master at the site, behind the phone's back.
    pub fn change_item(&self, item_code: &str, field: &str, value: Value) {
        let (doctype, mut item) = masters()
            .into_iter()
            .find(|(doctype, item)| doctype == "Item" && item["name"] == item_code)
            .unwrap();
        item[field] = value;
        self.site.site().load(&[(doctype, item)]).unwrap();
    }

    pub fn orders(&self) -> usize {
        self.session.orders(&OrderFilter::default(), None).unwrap().rows.len()
    }
}

/// A phone of another rep.
pub struct Phone {
    pub session: Session,
    _satchel: Satchel,
    _folder: tempfile::TempDir,
}

impl Phone {
    /// Waits until something has happened by itself.
    pub async fn until(&self, what: &str, happened: impl Fn(&Session) -> bool) {
        let begin = Instant::now();
        while !happened(&self.session) {
            assert!(begin.elapsed() < PATIENCE, "{what} did not happen");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

fn masters() -> Vec<(String, Value)> {
    let text = include_str!("../../../../tests/practice-site/tests/data/world.json");
    documents_of(&serde_json::from_str(text).unwrap())
}
