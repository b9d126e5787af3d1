//! A practice site, a phone with its store, and a clock both share.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use satchel_devices::clock::FakeClock;
use satchel_devices::random::SeededRandom;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, DeviceCode, LocalId, OrderUid};
use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_frappe::failure::OfflineCause;
use satchel_frappe::transport::{BodySink, Sending, TransportError, WireRequest};
use satchel_frappe::{Client, Document, HttpOptions, HttpTransport, SiteAddress, Token, Transport};
use satchel_practice_site::{PracticeSite, SiteOptions};
use satchel_store::{OrderLine, OrderToPlace, OrderTotals, OutboxRow, OutboxState, Store};
use satchel_sync::SiteAccount;
use satchel_sync::push::{self, PushReport};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::office::{REP, data, masters};

/// A line that counts, and may be down.
pub struct Line {
    inner: HttpTransport,
    requests: AtomicU64,
    down: AtomicU64,
}

impl Transport for Line {
    fn send<'a>(&'a self, request: &'a WireRequest) -> Sending<'a> {
        Box::pin(async move {
            if self.down.load(Ordering::SeqCst) > 0 {
                return Err(TransportError::NotSent(OfflineCause::NoConnection));
            }
            self.requests.fetch_add(1, Ordering::SeqCst);
            self.inner.send(request).await
        })
    }

    fn download<'a>(&'a self, request: &'a WireRequest, sink: &'a mut dyn BodySink) -> Sending<'a> {
        self.inner.download(request, sink)
    }
}

pub struct World {
    pub practice: PracticeSite,
    pub clock: Arc<FakeClock>,
    pub line: Arc<Line>,
    pub client: Client,
    pub administrator: Client,
    pub account: SiteAccount,
    pub store: Option<Store>,
    pub random: SeededRandom,
    folder: TempDir,
}

impl World {
    pub async fn new() -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-21T21:03:25Z").unwrap();
        let clock = Arc::new(FakeClock::at(start.with_timezone(&Utc)));
        let practice = PracticeSite::start(0, SiteOptions::default(), clock.clone()).await.unwrap();
        practice.site().load(&masters("world.json")).unwrap();
        practice.site().apply_set_up(&data("set-up.json")).unwrap();
        practice.site().load(&masters("second.json")).unwrap();
        Self::on(practice, clock, &["Satchel Rep"])
    }

    /// On a site the office never set up.
    pub async fn without_set_up() -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-21T21:03:25Z").unwrap();
        let clock = Arc::new(FakeClock::at(start.with_timezone(&Utc)));
        let practice = PracticeSite::start(0, SiteOptions::default(), clock.clone()).await.unwrap();
        practice.site().load(&masters("world.json")).unwrap();
        Self::on(practice, clock, &["Sales User", "Stock User"])
    }

    fn on(practice: PracticeSite, clock: Arc<FakeClock>, roles: &[&str]) -> Self {
        let keys = practice.site().add_user(REP, roles).unwrap();
        let address = SiteAddress::parse(&practice.address()).unwrap();
        let http = || HttpTransport::new(address.clone(), HttpOptions::default()).unwrap();
        let line =
            Arc::new(Line { inner: http(), requests: AtomicU64::new(0), down: AtomicU64::new(0) });
        let client = Client::new(line.clone(), Some(Token::new(&keys.key, &keys.secret).unwrap()));
        let administrator =
            Client::new(Arc::new(http()), Some(Token::new("administrator", "practice").unwrap()));
        let account = SiteAccount::new(
            practice.address(),
            REP.into(),
            (keys.key, keys.secret),
            "Acme Trading".into(),
        );
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_with_key(&folder.path().join("satchel.db"), [7; 32]).unwrap();
        store.use_device_code(&DeviceCode::new("VAN3").unwrap()).wait().unwrap();
        let random = SeededRandom::new(7);
        let store = Some(store);
        Self { practice, clock, line, client, administrator, account, store, random, folder }
    }

    pub fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    /// The app ends and is started again.
    pub fn restart(&mut self) {
        self.store = None;
        let path = self.folder.path().join("satchel.db");
        self.store = Some(Store::open_with_key(&path, [7; 32]).unwrap());
    }

    pub async fn push(&self) -> PushReport {
        push::round(self.store(), &self.client, &self.account, self.clock.as_ref(), &self.random)
            .await
            .unwrap()
    }

    /// Rounds an hour apart until nothing is left that could move by itself.
    pub async fn push_until_quiet(&self) -> u32 {
        for round in 1..40 {
            self.push().await;
            let open = self.store().queue().unwrap();
            if open.iter().all(|row| row.state == OutboxState::Parked || !row.needs.is_empty()) {
                return round;
            }
            self.clock.advance_ms(3_600_000);
        }
        panic!("it goes on for ever: {:?}", self.store().queue().unwrap());
    }

    pub fn go_offline(&self, down: bool) {
        self.line.down.store(u64::from(down), Ordering::SeqCst);
    }

    pub fn requests(&self) -> u64 {
        self.line.requests.swap(0, Ordering::SeqCst)
    }

    pub fn place(&self, n: u8) {
        self.store().place(order(n)).wait().unwrap();
    }

    pub fn row(&self, n: u8) -> OutboxRow {
        self.store().outbox_row_of(&uid(n).to_string()).unwrap().unwrap()
    }

    pub fn state(&self, n: u8) -> OrderState {
        self.store().order(uid(n)).unwrap().unwrap().row.state
    }

    pub fn events(&self, n: u8) -> Vec<OrderEvent> {
        self.store().timeline(uid(n)).unwrap().into_iter().map(|entry| entry.event).collect()
    }

    /// Every document of a doctype the site has, by its uid.
    pub async fn at_site(&self, doctype: &str) -> Vec<Document> {
        let mut found = Vec::new();
        for name in self.administrator.names(doctype, &[]).await.unwrap() {
            found.push(self.administrator.get_doc(doctype, &name).await.unwrap());
        }
        found
    }

    /// The orders with this uid at the site.
    pub async fn orders_of(&self, n: u8) -> Vec<Document> {
        let mut orders = self.at_site("Sales Order").await;
        let uid = uid(n).to_string();
        orders.retain(|order| order.text("satchel_uid") == Some(&uid));
        orders
    }

    /// The one order with this uid.
    pub async fn the_order(&self, n: u8) -> Document {
        let mut orders = self.orders_of(n).await;
        assert_eq!(orders.len(), 1, "exactly one");
        orders.remove(0)
    }
}

pub fn uid(n: u8) -> OrderUid {
    OrderUid::from_parts(1_800_000_000_000, [n; 10])
}

pub fn local(n: u8) -> LocalId {
    LocalId::from_parts(1_900_000_000_000, [n; 10])
}

pub fn captured() -> CapturedAt {
    CapturedAt {
        utc: DateTime::parse_from_rfc3339("2026-11-21T21:00:00Z").unwrap().with_timezone(&Utc),
        offset_minutes: -300,
        monotonic_ms: 1_000,
        boot_id: "boot-1".into(),
        position: None,
        later: None,
        no_position: String::new(),
        server: None,
    }
}

pub fn payload() -> Value {
    json!({
        "doctype": "Sales Order", "customer": "Customer 001", "company": "Acme Trading",
        "transaction_date": "2026-11-21", "delivery_date": "2026-11-28", "currency": "USD",
        "selling_price_list": "Standard Selling", "ignore_pricing_rule": 1,
        "satchel_captured_at": "2026-11-21 16:00:00",
        "items": [{"item_code": "SKU-0001", "qty": 2, "uom": "Nos", "price_list_rate": 1.52,
                   "discount_percentage": 0, "rate": 1.37, "item_tax_template": ""}],
        "taxes": [{"charge_type": "On Net Total", "account_head": "ST 6% - AT",
                   "description": "Sales Tax", "rate": 8.0}],
    })
}

/// An order of two pieces, as the rep promised it: 2.74 and 0.22 of taxes, not rounded.
pub fn order(n: u8) -> OrderToPlace {
    OrderToPlace {
        uid: uid(n),
        customer: CustomerKey::Server("Customer 001".parse().unwrap()),
        customer_name: "Customer 001".into(),
        company: "Acme Trading".into(),
        transaction_date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        delivery_date: NaiveDate::from_ymd_opt(2026, 11, 28),
        totals: OrderTotals {
            currency: "USD".into(),
            net_total: "2.74".into(),
            total_taxes_and_charges: "0.22".into(),
            grand_total: "2.96".into(),
            rounded_total: "2.96".into(),
        },
        provisional: false,
        lines: vec![OrderLine {
            item_code: "SKU-0001".parse().unwrap(),
            item_name: "SKU-0001".into(),
            qty: Decimal::TWO,
            uom: "Nos".into(),
            stock_qty: Decimal::TWO,
            warehouse: String::new(),
            rate: "1.37".into(),
            amount: "2.74".into(),
            is_free_item: false,
        }],
        note: String::new(),
        entry: "{}".into(),
        priced: "{}".into(),
        payload: payload().to_string(),
        captured: captured(),
        signature: Vec::new(),
        copied_from: None,
        replaces: Vec::new(),
    }
}
