//! The small world of the recordings on a practice site.
#![allow(dead_code, reason = "each test uses its part")]

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};
use satchel_devices::clock::FakeClock;
use satchel_frappe::{
    Client, Document, Failure, HttpOptions, HttpTransport, SiteAddress, Token, Transport,
    transport::{Effect, Method, WireRequest},
};
use satchel_practice_site::site::documents_of;
use satchel_practice_site::{PracticeSite, SiteOptions, set_up::UserKeys};
use serde_json::{Map, Value, json};

/// A practice site with its users.
pub struct World {
    pub practice: PracticeSite,
    pub clock: Arc<FakeClock>,
    users: BTreeMap<String, Token>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Value,
    pub bytes: Vec<u8>,
}

impl World {
    /// Before any set-up, with the users of the first recording.
    pub async fn fresh() -> Self {
        Self::with(SiteOptions::default()).await
    }

    /// With the set-up and the users of the second recording.
    pub async fn set_up() -> Self {
        let mut world = Self::fresh().await;
        world.practice.site().apply_set_up(&json_data("set-up.json")).unwrap();
        world.practice.site().load(&second_part()).unwrap();
        world.add_user("satchel.rep@example.com", &["Satchel Rep"]);
        world.add_user("satchel.supervisor@example.com", &["Satchel Supervisor"]);
        world
    }

    pub async fn with(options: SiteOptions) -> Self {
        let noon = DateTime::parse_from_rfc3339("2026-11-21T21:03:25Z").unwrap();
        let clock = Arc::new(FakeClock::at(noon.with_timezone(&Utc)));
        let practice = PracticeSite::start(0, options, clock.clone()).await.unwrap();
        practice.site().load(&masters("world.json")).unwrap();
        let administrator = Token::new("administrator", "practice").unwrap();
        let users = BTreeMap::from([("Administrator".to_owned(), administrator)]);
        let mut world = Self { practice, clock, users };
        world.add_user("rep@example.com", &["Sales User", "Stock User", "Projects User"]);
        world.add_user("limited@example.com", &[]);
        world
    }

    pub fn add_user(&mut self, email: &str, roles: &[&str]) -> UserKeys {
        let keys = self.practice.site().add_user(email, roles).unwrap();
        let token = Token::new(&keys.key, &keys.secret).unwrap();
        self.users.insert(email.to_owned(), token);
        keys
    }

    /// Takes over the key pair a user has now.
    pub fn renew_token(&mut self, email: &str) {
        let keys = self.practice.site().user_keys(email).unwrap().unwrap();
        self.users.insert(email.to_owned(), Token::new(&keys.key, &keys.secret).unwrap());
    }

    pub fn token(&self, user: &str) -> Option<Token> {
        self.users.get(user).cloned()
    }

    pub fn transport(&self) -> Arc<HttpTransport> {
        let address = SiteAddress::parse(&self.practice.address()).unwrap();
        Arc::new(HttpTransport::new(address, HttpOptions::default()).unwrap())
    }

    pub fn client(&self, user: &str) -> Client {
        Client::new(self.transport(), self.token(user))
    }
}

pub fn recordings_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../recordings")
}

pub fn data(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    std::fs::read_to_string(path).unwrap()
}

pub fn json_data(file: &str) -> Value {
    serde_json::from_str(&data(file)).unwrap()
}

fn masters(file: &str) -> Vec<(String, Value)> {
    documents_of(&json_data(file))
}

/// What the first recording had left on the site when the second began.
pub fn second_part() -> Vec<(String, Value)> {
    masters("second.json")
}

/// Sends a recorded request as its user.
pub async fn send(world: &World, request: &Value) -> Answer {
    let text = |key: &str| request[key].as_str().unwrap_or_default();
    let method = match text("method") {
        "GET" => Method::Get,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "DELETE" => Method::Delete,
        other => panic!("no method {other}"),
    };
    let user = text("as").split(' ').next().unwrap();
    let token = match request["headers"]["Authorization"].as_str() {
        Some(header) if header.contains("BAD") => Some(Token::new("BADKEY", "BADSECRET").unwrap()),
        Some(_) => Some(world.token(user).unwrap_or_else(|| panic!("no user {user}"))),
        None => None,
    };
    if request["body"]["files"].is_object() {
        return send_form(world, request, token).await;
    }
    let wire = WireRequest {
        method,
        path: text("path").to_owned(),
        body: (!request["body"].is_null()).then(|| request["body"].to_string().into_bytes()),
        token,
        headers: Vec::new(),
        effect: Effect::Write,
        max_answer: 1 << 26,
    };
    let response = world.transport().send(&wire).await.unwrap();
    Answer {
        status: response.status,
        body: serde_json::from_slice(&response.body).unwrap_or_default(),
        headers: response.headers,
        bytes: response.body,
    }
}

/// A form with a file, which the client of Satchel does not send: written by hand.
async fn send_form(world: &World, request: &Value, token: Option<Token>) -> Answer {
    const EDGE: &str = "edge-of-the-form";
    let (form, file) = (&request["body"]["form"], &request["body"]["files"]["file"]);
    let mut body = Vec::new();
    for (name, value) in form.as_object().unwrap() {
        let value = value.as_str().unwrap();
        let part = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename={}\r\nContent-Type: {}\r\n\r\n",
        file["filename"],
        file["content_type"].as_str().unwrap()
    );
    body.extend(head.into_bytes());
    body.resize(body.len() + file["size"].as_u64().unwrap() as usize, b'x');
    body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(satchel_frappe::http::tls_config(None).unwrap())
        .no_proxy()
        .build()
        .unwrap();
    let url = format!("{}{}", world.practice.address(), request["path"].as_str().unwrap());
    let mut sent = client
        .post(url)
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"))
        .body(body);
    if let Some(token) = token {
        sent = sent.header("authorization", token.header_value());
    }
    let response = sent.send().await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.bytes().await.unwrap().to_vec();
    let body = serde_json::from_slice(&bytes).unwrap_or_default();
    Answer { status, headers: Vec::new(), body, bytes }
}

pub const REP: &str = "satchel.rep@example.com";
pub const ADMINISTRATOR: &str = "Administrator";

pub fn document(fields: Value) -> Document {
    Document::from(fields.as_object().unwrap().clone())
}

pub fn map(fields: Value) -> Map<String, Value> {
    fields.as_object().unwrap().clone()
}

/// An order of two pieces at a rate of its own.
pub fn order(uid: &str) -> Document {
    document(json!({
        "customer": "Customer 001", "company": "Acme Trading", "transaction_date": "2026-11-21",
        "delivery_date": "2026-11-28", "currency": "USD", "selling_price_list": "Standard Selling",
        "satchel_uid": uid, "ignore_pricing_rule": 1,
        "items": [{"item_code": "SKU-0001", "qty": 2, "uom": "Nos", "price_list_rate": 1.52,
                   "discount_percentage": 0, "rate": 1.37, "item_tax_template": ""}],
        "taxes": [{"charge_type": "On Net Total", "account_head": "ST 6% - AT",
                   "description": "Sales Tax", "rate": 8.0}],
    }))
}

pub async fn made(client: &Client, uid: &str) -> Document {
    client.insert("Sales Order", &order(uid)).await.unwrap().document
}

pub fn exc_type(failure: &Failure) -> &str {
    &failure.refusal().unwrap_or_else(|| panic!("{failure:?}")).exc_type
}

pub fn number(document: &Document, field: &str) -> f64 {
    document.get(field).unwrap_or_else(|| panic!("no {field}")).as_f64().unwrap()
}
