//! One calendar on two phones of the rep's, with the office between them.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use satchel_app::views::{ConflictValue, EventForm, EventRepeat, Keep, ParticipantView};
use satchel_app::{Devices, Satchel, Session};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_sync::SiteAccount;
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::pull::PullDepth;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{PIN, World};

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day().and_hms_opt(hour, minute, 0).unwrap()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn visit() -> EventForm {
    EventForm {
        subject: "Shelf check".into(),
        starts_on: Some(at(9, 0)),
        ends_on: Some(at(9, 30)),
        participants: vec![ParticipantView {
            doctype: "Customer".into(),
            name: "Customer 001".into(),
            label: String::new(),
        }],
        reminder: true,
        ..EventForm::default()
    }
}

/// The one entry of the day, by its key.
fn only(session: &Session) -> String {
    let rows = session.agenda(day(), day()).unwrap();
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows[0].event.clone()
}

/// Everything goes out and what the office has comes in.
async fn exchange(world: &World, session: &Session) {
    // Marks of the office are a minute apart, so that each side sees the other's.
    world.clock.advance_ms(60_000);
    session.send_once().await.unwrap();
    session.fetch_once(PullDepth::Everything).await.unwrap();
}

/// Another phone of the same rep.
struct Second {
    session: Session,
    _satchel: Satchel,
    _folder: TempDir,
}

impl Second {
    async fn of(world: &World) -> Self {
        let account = SiteAccount::load(world.session.store()).unwrap().unwrap();
        let code = EnrolmentCode {
            id: "code-2".into(),
            account,
            device: "P08".parse().unwrap(),
            valid_until: world.clock.now() + TimeDelta::hours(1),
        };
        let folder = tempfile::tempdir().unwrap();
        let devices = Devices {
            clock: world.clock.clone(),
            key_store: Arc::new(MemoryKeyStore::new()),
            random: Arc::new(SystemRandom),
            location: Arc::new(NoLocation::new()),
        };
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let session = satchel.enroll(&code.to_text(), PIN, "en").await.unwrap();
        Self { session, _satchel: satchel, _folder: folder }
    }
}

async fn office(world: &World) -> satchel_frappe::Document {
    let names = world.administrator.names("Event", &[]).await.unwrap();
    assert_eq!(names.len(), 1, "{names:?}");
    world.administrator.get_doc("Event", &names[0]).await.unwrap()
}

async fn office_sets(world: &World, fields: Value) {
    let Value::Object(fields) = fields else { panic!() };
    let name = office(world).await.name().unwrap().to_owned();
    world.administrator.update("Event", &name, &fields, None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn different_fields_of_both_phones_survive_and_of_one_the_first_stays() {
    let world = World::new().await;
    exchange(&world, &world.session).await;
    world.session.create_event(&visit()).unwrap();
    exchange(&world, &world.session).await;
    let second = Second::of(&world).await;
    exchange(&world, &second.session).await;
    let (here, there) = (only(&world.session), only(&second.session));
    assert_eq!(here, there);

    // One phone moves it and names it anew; the other one, which has not heard, names it and adds notes.
    let form = world.session.event(&here).unwrap().form;
    let moved =
        EventForm { subject: "Count crates".into(), starts_on: Some(at(8, 30)), ..form.clone() };
    world.session.change_event(&here, &moved).unwrap();
    let noted = EventForm { subject: "Call first".into(), description: "Back door".into(), ..form };
    second.session.change_event(&there, &noted).unwrap();
    exchange(&world, &world.session).await;
    exchange(&world, &second.session).await;

    let at_office = office(&world).await;
    assert_eq!(at_office.text("starts_on"), Some("2026-11-23 03:30:00"), "by its own clock");
    assert_eq!(at_office.text("description"), Some("Back door"));
    assert_eq!(at_office.text("subject"), Some("Count crates"));
    let shown = second.session.event(&there).unwrap().form;
    assert_eq!((shown.subject.as_str(), shown.starts_on), ("Count crates", Some(at(8, 30))));
    let open = second.session.conflicts().unwrap();
    assert_eq!((open.len(), open[0].stands), (1, Keep::Theirs));
    let field = &open[0].fields[0];
    let text = |words: &str| ConflictValue::Text(words.into());
    assert_eq!((&field.mine, &field.theirs), (&text("Call first"), &text("Count crates")));

    // The offer is taken up.
    let mine = [("subject".to_owned(), Keep::Mine)];
    second.session.decide_conflict(&open[0].id, &mine).unwrap();
    exchange(&world, &second.session).await;
    exchange(&world, &world.session).await;
    assert_eq!(world.session.event(&here).unwrap().form.subject, "Call first");
    assert!(second.session.conflicts().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_reaches_the_other_phone_and_what_it_had_changed_is_told() {
    let world = World::new().await;
    exchange(&world, &world.session).await;
    world.session.create_event(&visit()).unwrap();
    exchange(&world, &world.session).await;
    let second = Second::of(&world).await;
    exchange(&world, &second.session).await;
    let event = only(&world.session);

    second.session.move_event(&event, 60).unwrap();
    let deleted = world.session.delete_event(&event).unwrap();
    assert!(world.session.agenda(day(), day()).unwrap().is_empty());
    world.session.bring_event_back(&deleted).unwrap();
    assert_eq!(only(&world.session), event);
    world.session.delete_event(&event).unwrap();
    exchange(&world, &world.session).await;
    assert_eq!(world.count("Event").await, 0);
    assert!(world.session.agenda(day(), day()).unwrap().is_empty());

    exchange(&world, &second.session).await;
    let told = second.session.sync_centre().unwrap().needs_hand;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].reason.as_ref().unwrap().message_id, "sync-parked-gone");
    assert_eq!(only(&second.session), event, "what the rep changed is still there");
    second.session.withdraw(told[0].row, "let it go").unwrap();
    exchange(&world, &second.session).await;
    assert!(second.session.agenda(day(), day()).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_of_what_is_gone_already_is_done() {
    let world = World::new().await;
    exchange(&world, &world.session).await;
    world.session.create_event(&visit()).unwrap();
    exchange(&world, &world.session).await;
    let event = only(&world.session);
    let name = office(&world).await.name().unwrap().to_owned();
    world.session.delete_event(&event).unwrap();
    world.administrator.delete("Event", &name).await.unwrap();
    exchange(&world, &world.session).await;
    assert!(world.session.sync_centre().unwrap().is_clear());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_stands_in_today_and_somebody_elses_entry_is_only_read() {
    let world = World::new().await;
    exchange(&world, &world.session).await;
    world.clock.advance_ms(24 * 3_600_000);
    let weekly = EventForm {
        repeat: EventRepeat::Weekly,
        weekdays: [true, false, false, false, false, false, false],
        ..visit()
    };
    let event = world.session.create_event(&weekly).unwrap();
    let today = world.session.today_view().unwrap();
    assert_eq!((today.stops.len(), today.stops[0].customer.as_str()), (1, "server:Customer 001"));
    exchange(&world, &world.session).await;
    let before = event;
    let event = only(&world.session);
    assert_ne!(event, before, "it has its name now");
    let known = world.session.event(&before).unwrap();
    assert_eq!(known, world.session.event(&event).unwrap(), "and is known by its former key");
    office_sets(&world, json!({"subject": "Round"})).await;
    let owned = json!({"name": "EV-OTHER", "subject": "Board", "owner": "boss@example.com",
        "event_type": "Public", "status": "Open", "starts_on": "2026-11-24 09:00:00",
        "modified": "2026-11-23 20:00:00.000000"});
    world.site.site().load(&[("Event".into(), owned)]).unwrap();
    exchange(&world, &world.session).await;
    assert_eq!(world.session.event(&event).unwrap().form.subject, "Round");
    let other = world.session.event("server:EV-OTHER").unwrap();
    assert_eq!((other.own, other.owner.as_str()), (false, "boss@example.com"));
    let refused = world.session.delete_event("server:EV-OTHER").unwrap_err();
    assert_eq!(refused.message_id(), "error-event-not-yours");
    let refused = world.session.change_event("server:EV-OTHER", &other.form).unwrap_err();
    assert_eq!(refused.message_id(), "error-event-not-yours");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_keeps_its_reminder_when_the_office_has_it() {
    let world = World::new().await;
    exchange(&world, &world.session).await;
    world.session.create_event(&visit()).unwrap();
    let before = world.session.reminders().unwrap();
    assert_eq!(before.len(), 1, "{before:?}");
    exchange(&world, &world.session).await;
    let after = world.session.reminders().unwrap();
    assert_eq!(after.len(), 1, "{after:?}");
    assert_eq!((&before[0].id, before[0].at), (&after[0].id, after[0].at));
    assert_ne!(before[0].of, after[0].of, "its key is another");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_takes_part_beside_a_customer_and_a_contact() {
    let world = World::new().await;
    let lead = |name: &str, lead_name: &str, company_name: &str, status: &str| {
        let document = json!({"name": name, "lead_name": lead_name, "company_name": company_name,
            "status": status, "modified": "2026-11-21 09:00:00.000000"});
        ("Lead".to_owned(), document)
    };
    let leads = [
        lead("CRM-LEAD-1", "Ana Gomes", "Bar Novo", "Lead"),
        lead("CRM-LEAD-2", "Ana Gone", "", "Converted"),
    ];
    world.site.site().load(&leads).unwrap();
    exchange(&world, &world.session).await;
    let offered = world.session.participants("ana g").unwrap();
    let named = |people: &[ParticipantView]| -> Vec<(String, String, String)> {
        people.iter().map(|p| (p.doctype.clone(), p.name.clone(), p.label.clone())).collect()
    };
    let ana = ("Lead".to_owned(), "CRM-LEAD-1".to_owned(), "Ana Gomes · Bar Novo".to_owned());
    assert_eq!(named(&offered), std::slice::from_ref(&ana));
    let form = EventForm { participants: [visit().participants, offered].concat(), ..visit() };
    world.session.create_event(&form).unwrap();
    exchange(&world, &world.session).await;
    let rows = office(&world).await.into_fields()["event_participants"].clone();
    assert_eq!(rows[1]["reference_doctype"], "Lead");
    assert_eq!(rows[1]["reference_docname"], "CRM-LEAD-1");
    let detail = world.session.event(&only(&world.session)).unwrap();
    assert_eq!(named(&detail.form.participants)[1], ana, "called by name, not by number");
    assert_eq!(detail.customer, "server:Customer 001", "with a customer it is a visit");
}
