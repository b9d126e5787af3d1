//! The set-up against the practice site: made, made again, broken off anywhere, taken back.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{TimeZone, Utc};
use satchel_devices::clock::FakeClock;
use satchel_frappe::failure::LostAnswer;
use satchel_frappe::transport::{BodySink, Sending, TransportError, WireRequest};
use satchel_frappe::{HttpOptions, HttpTransport, SiteAddress, Token, Transport};
use satchel_practice_site::{PracticeSite, SiteOptions};
use serde_json::Value;

use super::super::undo::take_back;
use super::*;

const REP: &str = "rep@example.com";

struct World {
    practice: PracticeSite,
    plan: Plan,
}

/// Counts writes, and cuts the line at one of them: before it is sent, or after.
struct Line {
    inner: HttpTransport,
    writes: AtomicUsize,
    cut_at: usize,
    sent: bool,
}

impl Transport for Line {
    fn send<'a>(&'a self, request: &'a WireRequest) -> Sending<'a> {
        Box::pin(async move {
            if request.effect == Effect::Read {
                return self.inner.send(request).await;
            }
            let at = self.writes.fetch_add(1, Ordering::SeqCst);
            if at < self.cut_at {
                return self.inner.send(request).await;
            }
            if at == self.cut_at && self.sent {
                self.inner.send(request).await?;
            }
            Err(TransportError::Lost(LostAnswer::Cut))
        })
    }

    fn download<'a>(&'a self, request: &'a WireRequest, sink: &'a mut dyn BodySink) -> Sending<'a> {
        self.inner.download(request, sink)
    }
}

impl World {
    async fn fresh() -> Self {
        let noon = Utc.with_ymd_and_hms(2026, 11, 21, 17, 0, 0).unwrap();
        let clock = Arc::new(FakeClock::at(noon));
        let practice = PracticeSite::start(0, SiteOptions::default(), clock).await.unwrap();
        Self { practice, plan: Plan::read().unwrap() }
    }

    fn line(&self, cut_at: usize, sent: bool) -> Arc<Line> {
        let address = SiteAddress::parse(&self.practice.address()).unwrap();
        let inner = HttpTransport::new(address, HttpOptions::default()).unwrap();
        Arc::new(Line { inner, writes: AtomicUsize::new(0), cut_at, sent })
    }

    fn client_on(&self, line: Arc<Line>) -> Client {
        Client::new(line, Some(Token::new("administrator", "practice").unwrap()))
    }

    fn client(&self) -> Client {
        self.client_on(self.line(usize::MAX, false))
    }

    async fn survey(&self) -> Survey {
        Survey::take(&self.client(), &self.plan).await.unwrap()
    }

    /// Sets up; how many writes it took, and whether it came to its end.
    async fn set_up(&self, cut_at: usize, sent: bool) -> (usize, bool) {
        let line = self.line(cut_at, sent);
        let client = self.client_on(line.clone());
        let survey = Survey::take(&client, &self.plan).await.unwrap();
        let gaps = gaps::find(&self.plan, &survey);
        let done = apply(&client, &self.plan, &survey, &gaps, &mut drop).await;
        (line.writes.load(Ordering::SeqCst), done.is_ok())
    }

    async fn take_back(&self, cut_at: usize, in_use: bool) -> anyhow::Result<usize> {
        let client = self.client_on(self.line(cut_at, true));
        let survey = Survey::take(&client, &self.plan).await?;
        take_back(&client, &self.plan, &survey, in_use, &mut drop).await
    }

    async fn whole(&self) {
        let survey = self.survey().await;
        let gaps = gaps::find(&self.plan, &survey);
        assert!(gaps.is_empty(), "{}", gaps.iter().map(ToString::to_string).collect::<String>());
    }

    /// All documents that a set-up might touch, without their times.
    async fn remains(&self) -> Vec<String> {
        let mut all = Vec::new();
        for doctype in ["Role", "Custom Field", "DocType", "Custom DocPerm"] {
            let question = json!({"doctype": doctype, "fields": ["*"], "limit_page_length": 0});
            let rows = self
                .client()
                .call("frappe.client.get_list", &question, Effect::Read)
                .await
                .unwrap();
            for row in rows.as_array().unwrap() {
                let mut row = row.as_object().unwrap().clone();
                row.retain(|key, _| !["creation", "modified", "name"].contains(&key.as_str()));
                all.push(format!("{doctype}: {}", Value::Object(row)));
            }
        }
        all.sort();
        all
    }

    async fn insert(&self, doctype: &str, fields: Value) {
        let document = Document::from(fields.as_object().unwrap().clone());
        self.client().insert(doctype, &document).await.unwrap();
    }
}

#[tokio::test]
async fn a_site_gets_everything_once_and_the_second_run_writes_nothing() {
    let world = World::fresh().await;
    let before = gaps::find(&world.plan, &world.survey().await);
    let planned = world.plan.roles.len()
        + world.plan.custom_fields.len()
        + world.plan.doctypes.len()
        + world.plan.permissions.len();
    assert_eq!(before.len(), planned, "a site without set-up lacks each thing by name");
    let (writes, done) = world.set_up(usize::MAX, false).await;
    assert!(done && writes > planned);
    world.whole().await;
    assert_eq!(world.set_up(usize::MAX, false).await, (0, true));
}

#[tokio::test]
async fn a_rep_may_do_what_he_needs_and_not_see_where_others_were() {
    let world = World::fresh().await;
    world.set_up(usize::MAX, false).await;
    let keys = world.practice.site().add_user(REP, &["Satchel Rep"]).unwrap();
    let rep = world.client().with_token(Some(Token::new(&keys.key, &keys.secret).unwrap()));
    for doctype in world.plan.read_by_reps() {
        assert_eq!(rep.may_list(doctype).await, Ok(true), "{doctype}");
    }
    let visit = json!({"satchel_uid": "v-1", "check_in": "2026-11-21 10:00:00"});
    let visit = Document::from(visit.as_object().unwrap().clone());
    let saved = rep.insert("Field Visit", &visit).await.unwrap().document;
    assert_eq!(saved.text("user"), Some(REP), "the site fills in who it was");
    let out = Fields::from_iter([("check_out".to_owned(), json!("2026-11-21 10:45:00"))]);
    rep.update("Field Visit", saved.name().unwrap(), &out, None).await.unwrap();
    assert_eq!(rep.may_list("Field Visit").await, Ok(false));
    let args = json!({"doctype": "Field Visit", "type": "coordinates"});
    let shown = rep.call("frappe.geo.utils.get_coords", &args, Effect::Read).await;
    assert!(shown.unwrap_err().refusal().unwrap().is_forbidden());
}

#[tokio::test]
async fn broken_off_anywhere_it_is_taken_up_and_leaves_nothing_when_undone() {
    let world = World::fresh().await;
    let (all, _) = world.set_up(usize::MAX, false).await;
    for cut_at in (0..all).step_by(13).chain(all.saturating_sub(2)..all) {
        for sent in [false, true] {
            let world = World::fresh().await;
            let untouched = world.remains().await;
            let (_, done) = world.set_up(cut_at, sent).await;
            assert!(!done, "cut at {cut_at}");
            let (_, done) = world.set_up(usize::MAX, false).await;
            assert!(done, "taken up after {cut_at}");
            world.whole().await;
            assert_eq!(world.take_back(usize::MAX, false).await.unwrap(), 0);
            assert_eq!(world.remains().await, untouched, "undone after {cut_at}, sent {sent}");
        }
    }
}

#[tokio::test]
async fn an_undo_broken_off_is_taken_up() {
    for cut_at in [0, 1, 40, 63, 64, 90, 110, 132, 133, 134] {
        let world = World::fresh().await;
        let untouched = world.remains().await;
        world.set_up(usize::MAX, false).await;
        let broken = world.take_back(cut_at, false).await;
        assert!(broken.is_err() || cut_at > 130, "cut at {cut_at}");
        world.take_back(usize::MAX, false).await.unwrap();
        assert_eq!(world.remains().await, untouched, "cut at {cut_at}");
    }
}

#[tokio::test]
async fn what_others_made_survives() {
    let world = World::fresh().await;
    let field =
        json!({"dt": "Sales Order", "fieldname": "route", "label": "Route", "fieldtype": "Data"});
    world.insert("Custom Field", field).await;
    // Made by hand with the right name before the set-up came.
    let uid = world.plan.custom_fields.first().unwrap().clone();
    world.insert("Custom Field", Value::Object(uid)).await;
    let args = json!({"parent": "Customer", "role": "Sales User", "permlevel": 1});
    let add = format!("{PERMISSION_MANAGER}.add");
    world.client().call(&add, &args, Effect::Write).await.unwrap();
    let before = world.remains().await;

    world.set_up(usize::MAX, false).await;
    // Somebody changes permissions of a DocType whose standard rules the set-up had copied.
    let args = json!({"parent": "Item", "role": "Projects User", "permlevel": 0});
    world.client().call(&add, &args, Effect::Write).await.unwrap();
    world.take_back(usize::MAX, false).await.unwrap();
    let after = world.remains().await;
    for row in &before {
        assert!(after.contains(row), "{row} is gone");
    }
    let new: Vec<&String> = after.iter().filter(|row| !before.contains(row)).collect();
    assert!(!new.is_empty() && new.iter().all(|row| row.contains("\"Item\"")), "{new:?}");
    let rules = rules_where(&world.client(), &json!([["parent", "=", "Item"]])).await.unwrap();
    assert!(rules.iter().any(|one| one.rule.role == "Projects User"));
    assert!(!rules.iter().any(|one| one.rule.role.starts_with("Satchel")));
}

#[tokio::test]
async fn what_others_made_otherwise_is_told_and_left() {
    let world = World::fresh().await;
    let uid =
        json!({"dt": "Task", "fieldname": "satchel_uid", "label": "UID", "fieldtype": "Data"});
    world.insert("Custom Field", uid).await;
    world.insert("Role", json!({"role_name": "Satchel Rep"})).await;
    let add = format!("{PERMISSION_MANAGER}.add");
    let args = json!({"parent": "Timesheet", "role": "Satchel Rep", "permlevel": 0});
    world.client().call(&add, &args, Effect::Write).await.unwrap();
    world.set_up(usize::MAX, false).await;
    let gaps = gaps::find(&world.plan, &world.survey().await);
    let told: Vec<String> = gaps.iter().map(ToString::to_string).collect();
    assert!(gaps.iter().all(|gap| !gap.ours), "{told:?}");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("satchel_uid on Task: unique must be 1"), "{told:?}");
    assert!(told[1].contains("Satchel Rep on Timesheet, own documents"), "{told:?}");
    world.take_back(usize::MAX, false).await.unwrap();
    let survey = world.survey().await;
    assert!(survey.roles.contains("Satchel Rep"), "it was there before");
    assert!(survey.fields.contains_key("Task-satchel_uid"));
}

#[tokio::test]
async fn visits_and_roles_in_use_are_kept_unless_asked_for() {
    let world = World::fresh().await;
    world.set_up(usize::MAX, false).await;
    world.practice.site().add_user(REP, &["Satchel Rep"]).unwrap();
    world.insert("Field Visit", json!({"user": REP, "check_in": "2026-11-21 10:00:00"})).await;
    assert_eq!(world.take_back(usize::MAX, false).await.unwrap(), 3, "one DocType and both roles");
    let survey = world.survey().await;
    assert!(survey.doctypes.contains_key("Field Visit") && survey.roles.len() == 2);
    assert_eq!(world.take_back(usize::MAX, true).await.unwrap(), 0);
    assert!(world.survey().await.roles.is_empty());
    world.set_up(usize::MAX, false).await;
    world.whole().await;
}

#[tokio::test]
async fn the_recorded_set_up_is_found_to_expose_positions() {
    let world = World::fresh().await;
    let mut recorded: Value =
        serde_json::from_str(include_str!("../../../data/set-up.json")).unwrap();
    recorded["doctypes"][0]["permissions"][2] =
        json!({"role": "Satchel Rep", "if_owner": 1, "read": 1, "write": 1, "create": 1});
    world.practice.site().apply_set_up(&recorded).unwrap();
    let gaps = gaps::find(&world.plan, &world.survey().await);
    assert_eq!(gaps.len(), 1);
    assert_eq!((gaps[0].word(), gaps[0].ours), ("exposed", false));
    assert_eq!(world.set_up(usize::MAX, false).await, (0, true), "nothing of it is ours to change");
}
