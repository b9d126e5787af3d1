//! The site: its state, its clock and who asks.

use std::{path::PathBuf, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use satchel_devices::clock::Clock;
use serde_json::{Value, json};
use thiserror::Error;

use crate::{
    database::{Database, Fields},
    meta::Meta,
    pricing::PriceBase,
    refusal::Refusal,
    rights::StandardRights,
};

/// What a practice site is like.
#[derive(Clone)]
pub struct SiteOptions {
    /// Its database; in memory if not given.
    pub file: Option<PathBuf>,
    /// Zone of its times.
    pub zone: Tz,
    /// Version of ERPNext and Frappe it claims, and acts like where the recordings differ.
    pub versions: (String, String),
    /// Whether files are served as behind nginx, with `Range` and `ETag`.
    pub behind_nginx: bool,
    /// Largest file taken, in bytes.
    pub max_file_size: usize,
    /// Secret of the Administrator, whose key is `administrator`.
    pub administrator_secret: String,
}

impl Default for SiteOptions {
    fn default() -> Self {
        Self {
            file: None,
            zone: chrono_tz::America::New_York,
            versions: ("15.71.1".to_owned(), "15.72.4".to_owned()),
            behind_nginx: false,
            max_file_size: 25 << 20,
            administrator_secret: "practice".to_owned(),
        }
    }
}

/// Why a practice site cannot be set up.
#[derive(Debug, Error)]
pub enum SiteError {
    /// Its database.
    #[error("the practice site's database")]
    Database(#[from] rusqlite::Error),
    /// Its data files.
    #[error("the practice site's data")]
    Data(#[from] serde_json::Error),
    /// Its socket.
    #[error("the practice site's socket")]
    Socket(#[from] std::io::Error),
    /// The line to a site behind it.
    #[error("the line to the site")]
    Line(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Why a request is not carried out.
#[derive(Debug)]
pub enum Trouble {
    /// The site says no.
    Refused(Box<Refusal>),
    /// Its database failed.
    Database(rusqlite::Error),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

/// What a request to the site ends in.
pub type Done<T> = Result<T, Trouble>;

/// One request's user, and what the site remarks to him.
#[derive(Debug, Clone)]
pub struct Act {
    /// User id; `Guest` without a token.
    pub user: String,
    /// His roles.
    pub roles: Vec<String>,
    /// Remarks, shown beside the result.
    pub remarks: Vec<String>,
}

impl Act {
    /// The Administrator, who may do anything.
    pub fn administrator() -> Self {
        Self { user: "Administrator".to_owned(), roles: Vec::new(), remarks: Vec::new() }
    }

    /// Whether no right is asked for.
    pub fn is_administrator(&self) -> bool {
        self.user == "Administrator"
    }
}

/// The state of a practice site.
pub struct Site {
    pub(crate) db: Database,
    pub(crate) meta: Meta,
    pub(crate) standard: StandardRights,
    pub(crate) options: SiteOptions,
    pub(crate) prices: PriceBase,
    clock: Arc<dyn Clock>,
    skew: TimeDelta,
    last: NaiveDateTime,
    counter: u64,
    meta_before: Option<Meta>,
}

impl Site {
    /// A site with the standard DocTypes and the Administrator. A database that is there already is
    /// taken up where it was.
    ///
    /// # Errors
    /// [`SiteError`] if its database or data cannot be read.
    pub fn new(options: SiteOptions, clock: Arc<dyn Clock>) -> Result<Self, SiteError> {
        let db = Database::open(options.file.as_deref())?;
        let mut site = Self {
            db,
            meta: Meta::standard()?,
            standard: StandardRights::read()?,
            prices: PriceBase::default(),
            clock,
            skew: TimeDelta::zero(),
            last: NaiveDateTime::MIN,
            counter: 0,
            meta_before: None,
            options,
        };
        site.take_up()?;
        Ok(site)
    }

    /// Loads masters as they are, names, times and unknown fields included, without asking any rule.
    /// What has no `modified` gets the present time.
    ///
    /// # Errors
    /// The database's.
    pub fn load(&mut self, masters: &[(String, Value)]) -> Result<(), rusqlite::Error> {
        self.db.begin()?;
        let stored =
            masters.iter().try_for_each(|(doctype, document)| match document.as_object() {
                Some(fields) => self.put_master(doctype, fields),
                None => Ok(()),
            });
        self.db.end(stored.is_ok())?;
        stored
    }

    fn put_master(&mut self, doctype: &str, fields: &Fields) -> Result<(), rusqlite::Error> {
        self.meta.learn(doctype, fields);
        let mut document = fields.clone();
        if !document.contains_key("name") {
            let name = if self.meta.get(doctype).is_some_and(|known| known.single) {
                doctype.to_owned()
            } else {
                self.hash_name()
            };
            document.insert("name".to_owned(), json!(name));
        }
        let mark = self.mark();
        for (key, value) in [
            ("owner", json!("Administrator")),
            ("creation", json!(mark)),
            ("modified", json!(mark)),
            ("modified_by", json!("Administrator")),
            ("docstatus", json!(0)),
            ("idx", json!(0)),
        ] {
            document.entry(key).or_insert(value);
        }
        self.store(doctype, document)
    }

    /// Custom fields and DocTypes of a database taken up, and the Administrator's secret.
    fn take_up(&mut self) -> Result<(), rusqlite::Error> {
        for doctype in self.db.all("DocType")? {
            let name = doctype.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            let whole = self.assemble("DocType", doctype)?;
            if !name.is_empty() {
                self.meta.put_custom_doctype(&whole);
            }
        }
        for field in self.db.all("Custom Field")? {
            self.meta.add_custom_field(&field);
        }
        for (doctype, document) in self.db.samples()? {
            self.meta.learn(&doctype, &document);
        }
        self.take_zone()?;
        self.counter = self.db.number("SELECT COUNT(*) FROM document", Vec::new())?.unsigned_abs();
        let secret = self.options.administrator_secret.clone();
        self.db.put_secret("Administrator", &secret)
    }

    /// Keeps the DocTypes as they were before the first change of a request.
    pub(crate) fn remember_meta(&mut self) {
        if self.meta_before.is_none() {
            self.meta_before = Some(self.meta.clone());
        }
    }

    /// Ends a request's transaction; what it changed in memory goes with it.
    pub(crate) fn finish(&mut self, keep: bool) -> Result<(), rusqlite::Error> {
        let before = self.meta_before.take();
        if !keep {
            if let Some(before) = before {
                self.meta = before;
            }
            self.prices.forget();
        }
        self.db.end(keep)
    }

    /// The user an `Authorization` header stands for.
    pub(crate) fn sign_in(&self, header: Option<&str>) -> Done<Act> {
        let Some(header) = header else {
            return Ok(Act {
                user: "Guest".to_owned(),
                roles: vec!["Guest".to_owned()],
                remarks: Vec::new(),
            });
        };
        let pair = match header.split_once(' ') {
            Some(("token", pair)) => Some(pair.to_owned()),
            Some(("Basic", packed)) => {
                STANDARD.decode(packed).ok().and_then(|bytes| String::from_utf8(bytes).ok())
            }
            _ => None,
        };
        let pair = pair.ok_or_else(Refusal::unauthorised)?;
        let (key, secret) = pair.split_once(':').ok_or_else(Refusal::unauthorised)?;
        let user = self.user_of_key(key)?.ok_or_else(Refusal::unauthorised)?;
        if self.db.secret(&user)?.as_deref() != Some(secret) {
            return Err(Refusal::unauthorised().into());
        }
        let mut roles: Vec<String> = vec!["All".to_owned(), "Guest".to_owned()];
        for row in self.db.children("User", &user, "roles")? {
            roles.extend(row.get("role").and_then(Value::as_str).map(str::to_owned));
        }
        Ok(Act { user, roles, remarks: Vec::new() })
    }

    fn user_of_key(&self, key: &str) -> Done<Option<String>> {
        if key == "administrator" {
            return Ok(Some("Administrator".to_owned()));
        }
        let users = self.db.all("User")?;
        Ok(users.into_iter().find_map(|user| {
            let text = |field: &str| user.get(field).and_then(Value::as_str);
            let enabled = user.get("enabled").is_some_and(crate::meta::is_set);
            (enabled && text("api_key") == Some(key)).then(|| text("name").map(str::to_owned))?
        }))
    }

    /// Sets the site's clock off by so many seconds.
    pub fn set_clock_skew(&mut self, seconds: i64) {
        self.skew = TimeDelta::try_seconds(seconds).unwrap_or_default();
    }

    fn utc(&self) -> DateTime<Utc> {
        let now = self.clock.now();
        now.checked_add_signed(self.skew).unwrap_or(now)
    }

    /// The present in the site's zone.
    pub(crate) fn local_now(&self) -> NaiveDateTime {
        self.utc().with_timezone(&self.options.zone).naive_local()
    }

    /// A time for `modified`: the present, or a microsecond after the last one given where the clock
    /// stands still.
    pub(crate) fn mark(&mut self) -> String {
        let mut now = self.local_now();
        let step = TimeDelta::microseconds(1);
        if now == self.last || (now < self.last && self.last - now < TimeDelta::seconds(1)) {
            now = self.last.checked_add_signed(step).unwrap_or(now);
        }
        self.last = now;
        now.format("%Y-%m-%d %H:%M:%S%.6f").to_string()
    }

    /// A name of ten characters, as Frappe makes where a DocType has no naming rule.
    pub(crate) fn hash_name(&mut self) -> String {
        self.counter = self.counter.wrapping_add(1);
        format!("{:010x}", mix(self.counter) >> 24)
    }

    /// A secret for a user; unguessable enough for a loopback server.
    pub(crate) fn new_secret(&mut self) -> String {
        self.counter = self.counter.wrapping_add(1);
        let time = self.utc().timestamp_micros().unsigned_abs();
        format!("{:015x}", mix(self.counter ^ mix(time)) >> 4)
    }

    /// Whether errors show tracebacks (System Settings `allow_error_traceback`, on by default).
    pub(crate) fn shows_tracebacks(&self) -> bool {
        let settings = self.db.header("System Settings", "System Settings").ok().flatten();
        settings
            .and_then(|settings| settings.get("allow_error_traceback").map(crate::meta::is_set))
            .unwrap_or(true)
    }
}

/// splitmix64: spreads a counter over all bits.
pub(crate) fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The documents of a world (a JSON object of DocTypes, each with a list of documents or one settings
/// document), as [`Site::load`] takes them. Its `fields` are notes about the world.
pub fn documents_of(world: &Value) -> Vec<(String, Value)> {
    let doctypes = world.as_object().into_iter().flatten().filter(|(key, _)| *key != "fields");
    doctypes
        .flat_map(|(doctype, documents)| {
            let documents = match documents {
                Value::Array(list) => list.as_slice(),
                one => std::slice::from_ref(one),
            };
            documents.iter().filter(|one| one.is_object()).map(|one| (doctype.clone(), one.clone()))
        })
        .collect()
}
