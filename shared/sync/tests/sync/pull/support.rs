//! A practice site, a phone, and a line between them that counts and breaks.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use satchel_devices::clock::FakeClock;
use satchel_frappe::failure::{LostAnswer, OfflineCause};
use satchel_frappe::transport::{BodySink, Sending, TransportError, WireRequest};
use satchel_frappe::{Client, HttpOptions, HttpTransport, SiteAddress, Token, Transport};
use satchel_practice_site::{PracticeSite, SiteOptions};
use satchel_store::{ItemQuery, Store};
use satchel_sync::pull::plan::PLAN;
use satchel_sync::pull::{self, PullDepth, PullReport};
use satchel_sync::{SiteFacts, SyncError};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::office::{REP, data, masters};

/// What travelled, and when the line breaks.
#[derive(Debug, Default)]
pub struct Line {
    pub requests: AtomicU64,
    pub bytes: AtomicU64,
    /// The request of this number, and all after it, find no network; 0 for none.
    pub breaks_at: AtomicU64,
    pub paths: Mutex<Vec<String>>,
    /// The longest answer that comes through whole, in bytes; 0 for any.
    pub longest: AtomicU64,
    /// Whether a longer one breaks off, or is told to be too large.
    pub cuts: AtomicBool,
    /// The site refuses to count.
    pub uncounted: AtomicBool,
}

impl Line {
    pub fn reset(&self, breaks_at: u64) {
        self.requests.store(0, Ordering::SeqCst);
        self.bytes.store(0, Ordering::SeqCst);
        self.breaks_at.store(breaks_at, Ordering::SeqCst);
        self.paths.lock().unwrap().clear();
    }

    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::SeqCst)
    }

    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::SeqCst)
    }
}

struct Counting {
    inner: HttpTransport,
    line: Arc<Line>,
}

impl Transport for Counting {
    fn send<'a>(&'a self, request: &'a WireRequest) -> Sending<'a> {
        Box::pin(async move {
            let number = self.line.requests.fetch_add(1, Ordering::SeqCst) + 1;
            let breaks_at = self.line.breaks_at.load(Ordering::SeqCst);
            if breaks_at > 0 && number >= breaks_at {
                return Err(TransportError::NotSent(OfflineCause::NoConnection));
            }
            self.line.paths.lock().unwrap().push(request.path.clone());
            let mut response = self.inner.send(request).await?;
            if self.line.uncounted.load(Ordering::SeqCst) && request.path.ends_with(".get_count") {
                response.status = 417;
                response.body = br#"{"exc_type": "ValidationError"}"#.to_vec();
            }
            // Request line, headers and body both ways, uncompressed, headers at their usual size.
            let sent = request.path.len() + request.body.as_ref().map_or(0, Vec::len) + 200;
            let headers: usize = response.headers.iter().map(|(k, v)| k.len() + v.len() + 4).sum();
            let bytes = sent + headers + response.body.len() + 20;
            self.line.bytes.fetch_add(bytes as u64, Ordering::SeqCst);
            let limit = self.line.longest.load(Ordering::SeqCst);
            if limit > 0 && response.body.len() as u64 > limit {
                return Err(match self.line.cuts.load(Ordering::SeqCst) {
                    true => TransportError::Lost(LostAnswer::Cut),
                    false => TransportError::TooLarge { limit },
                });
            }
            Ok(response)
        })
    }

    fn download<'a>(&'a self, request: &'a WireRequest, sink: &'a mut dyn BodySink) -> Sending<'a> {
        self.inner.download(request, sink)
    }
}

/// A site with a rep and the rep's phone.
pub struct World {
    pub practice: PracticeSite,
    pub clock: Arc<FakeClock>,
    pub line: Arc<Line>,
    pub client: Client,
    pub administrator: Client,
    pub store: Store,
    pub folder: TempDir,
    pub now: DateTime<FixedOffset>,
}

impl World {
    pub async fn new() -> Self {
        Self::with_roles(&["Satchel Rep"]).await
    }

    pub async fn with_roles(roles: &[&str]) -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-22T10:00:00Z").unwrap();
        let clock = Arc::new(FakeClock::at(start.with_timezone(&Utc)));
        let practice = PracticeSite::start(0, SiteOptions::default(), clock.clone()).await.unwrap();
        practice.site().load(&masters("world.json")).unwrap();
        practice.site().apply_set_up(&data("set-up.json")).unwrap();
        practice.site().load(&more()).unwrap();
        let keys = practice.site().add_user(REP, roles).unwrap();
        let line = Arc::<Line>::default();
        let address = SiteAddress::parse(&practice.address()).unwrap();
        let counting = Counting {
            inner: HttpTransport::new(address.clone(), HttpOptions::default()).unwrap(),
            line: line.clone(),
        };
        let token = Token::new(&keys.key, &keys.secret).unwrap();
        let client = Client::new(Arc::new(counting), Some(token));
        let plain = Arc::new(HttpTransport::new(address, HttpOptions::default()).unwrap());
        let administrator =
            Client::new(plain, Some(Token::new("administrator", "practice").unwrap()));
        let folder = tempfile::tempdir().unwrap();
        let store = phone(&folder);
        Self { practice, clock, line, client, administrator, store, folder, now: start }
    }

    /// A second phone of the same rep, with nothing on it.
    pub fn new_phone(&mut self) {
        self.folder = tempfile::tempdir().unwrap();
        self.store = phone(&self.folder);
    }

    /// The phone's app is started again.
    pub fn restart(&mut self) {
        let elsewhere = tempfile::tempdir().unwrap();
        self.store = phone(&elsewhere);
        self.store = phone(&self.folder);
    }

    pub fn pass(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
        self.clock.advance_ms(u64::try_from(minutes).unwrap() * 60_000);
    }

    pub async fn pull(&self, depth: PullDepth) -> Result<PullReport, SyncError> {
        pull::round(&self.store, &self.client, &facts(), self.now, depth).await
    }

    /// An hour of rounds, one every five minutes.
    pub async fn hour(&mut self) {
        for _ in 0..12 {
            self.pass(5);
            self.pull(PullDepth::Due).await.unwrap();
        }
    }

    pub fn find(&self, text: &str) -> Vec<String> {
        let query = ItemQuery {
            text: text.into(),
            price_list: "Standard Selling".into(),
            warehouse: "Stores - AT".into(),
            limit: 50,
            ..ItemQuery::default()
        };
        let page = self.store.search_items(&query).unwrap();
        page.rows.into_iter().map(|row| row.code.to_string()).collect()
    }

    pub fn document(&self, doctype: &str, name: &str) -> Option<Value> {
        let text = self.store.document(doctype, name).unwrap()?;
        Some(serde_json::from_str(&text).unwrap())
    }

    /// Everything the phone holds of the site.
    pub fn everything(&self) -> BTreeMap<String, Value> {
        let mut found = BTreeMap::new();
        for entry in PLAN.iter().filter(|entry| entry.doctype != "Bin") {
            for name in self.store.document_names(entry.kept()).unwrap() {
                let document = self.document(entry.kept(), &name).unwrap();
                found.insert(format!("{}/{name}", entry.kept()), document);
            }
        }
        for code in self.store.document_names("Item").unwrap() {
            let stock = self.store.item_stock(&code.parse().unwrap()).unwrap();
            let stock: Vec<Value> = stock
                .iter()
                .map(|row| json!([row.warehouse, row.actual.to_string(), row.reserved.to_string()]))
                .collect();
            found.insert(format!("Bin/{code}"), Value::Array(stock));
        }
        found
    }
}

pub fn facts() -> SiteFacts {
    SiteFacts { time_zone: "America/New_York".into(), ..SiteFacts::default() }
}

fn phone(folder: &TempDir) -> Store {
    Store::open_with_key(&folder.path().join("phone.db"), [7; 32]).unwrap()
}

/// Addresses, contacts, events, tasks, projects and orders, so that every doctype has something.
fn more() -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut add = |doctype: &str, document: Value| found.push((doctype.to_owned(), document));
    let links = json!([{"link_doctype": "Customer", "link_name": "Customer 001"}]);
    for n in 1..=5 {
        add(
            "Address",
            json!({"name": format!("Address {n}"), "address_title": "A", "city": "Lisbon",
            "address_line1": "Rua 1", "address_type": "Billing", "links": links}),
        );
        add(
            "Contact",
            json!({"name": format!("Contact {n}"), "first_name": "Ana", "links": links}),
        );
        add(
            "Project",
            json!({"name": format!("PROJ-{n}"), "project_name": "Shelf", "status": "Open"}),
        );
        add(
            "Task",
            json!({"name": format!("TASK-{n}"), "subject": "Fit", "status": "Open",
            "priority": "Medium", "progress": 0.0, "project": "PROJ-1"}),
        );
        add(
            "Event",
            json!({"name": format!("EV-{n}"), "subject": "Visit", "status": "Open",
            "starts_on": "2026-11-23 09:00:00", "event_type": "Private",
            "event_participants": [{"reference_doctype": "Customer", "reference_docname": "Customer 001"}]}),
        );
        add(
            "Sales Order",
            json!({"name": format!("SAL-ORD-2026-0000{n}"), "owner": REP,
            "customer": "Customer 001", "customer_name": "Customer 001", "company": "Acme Trading",
            "transaction_date": "2026-11-20", "status": "To Deliver and Bill", "docstatus": 1,
            "currency": "USD", "grand_total": 12.5, "per_delivered": 0.0,
            "items": [{"item_code": "SKU-0001", "item_name": "Snacks", "uom": "Nos", "qty": 2.0, "rate": 1.5}]}),
        );
    }
    add(
        "Sales Order",
        json!({"name": "SAL-ORD-2026-00009", "customer": "Customer 002",
        "transaction_date": "2026-11-20", "status": "Draft", "currency": "USD", "grand_total": 1.0}),
    );
    add(
        "Task",
        json!({"name": "TASK-OVER", "subject": "Done", "status": "Completed", "progress": 100.0}),
    );
    add("Brand", json!({"name": "Aurora", "brand": "Aurora"}));
    found
}
