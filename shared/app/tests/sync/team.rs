//! Two phones of one site: what a rep does, the supervisor's phone shows after both were at the office.

use std::sync::Arc;

use chrono::TimeDelta;
use satchel_app::views::{OrderEdit, TeamFilter, TeamMoment};
use satchel_app::{Devices, Satchel, Session};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::pull::PullDepth;
use satchel_sync::{OnArrival, SiteAccount};

use crate::support::{PIN, REP, World};

pub const SUPERVISOR: &str = "lia.supervisor@example.com";

/// A second phone at the world's site, its clock the same.
pub async fn supervisor(world: &World, folder: &std::path::Path) -> Session {
    let roles = ["Satchel Rep", "Satchel Supervisor"];
    let keys = world.site.site().add_user(SUPERVISOR, &roles).unwrap();
    let account = SiteAccount {
        on_arrival: OnArrival::Submit,
        ..SiteAccount::new(
            world.site.address(),
            SUPERVISOR.into(),
            (keys.key, keys.secret),
            "Acme Trading".into(),
        )
    };
    let valid_until = world.clock.now() + TimeDelta::hours(1);
    let code =
        EnrolmentCode { id: "code-2".into(), account, device: "P08".parse().unwrap(), valid_until };
    let devices = Devices {
        clock: world.clock.clone(),
        key_store: Arc::new(MemoryKeyStore::new()),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    let satchel = Satchel::open(folder, devices).unwrap().with_cheap_keys();
    satchel.enroll(&code.to_text(), PIN, "en").await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_rep_did_the_supervisor_sees() {
    let world = World::new().await;
    world.session.fetch_once(PullDepth::Due).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let boss = supervisor(&world, folder.path()).await;
    boss.fetch_once(PullDepth::Due).await.unwrap();
    assert!(!boss.is_supervisor().unwrap(), "there is no visit of anybody yet");

    world.session.check_in("server:Customer 001", "").unwrap();
    world.clock.advance_ms(5 * 60_000);
    let order = world.session.start_order("server:Customer 001").unwrap();
    let add = OrderEdit::Add { item_code: "SKU-0001".into(), uom: None, qty: 3.into() };
    world.session.edit_order(&order, add).unwrap();
    let placed = world.session.place_order(&order, "").unwrap();
    world.clock.advance_ms(15 * 60_000);
    assert!(world.session.check_out("Shelf is empty").unwrap());

    let today = TeamFilter::day(boss.today());
    assert!(boss.team_day(&today).unwrap().reps.is_empty(), "neither phone was at the office");
    world.session.send_once().await.unwrap();
    world.clock.advance_ms(6 * 60_000);
    boss.fetch_once(PullDepth::Due).await.unwrap();

    world.session.fetch_once(PullDepth::Due).await.unwrap();
    assert!(boss.is_supervisor().unwrap() && !world.session.is_supervisor().unwrap());
    let day = boss.team_day(&today).unwrap();
    let [rep] = day.reps.as_slice() else { panic!("{day:#?}") };
    assert_eq!((rep.user.as_str(), rep.name.as_str()), (REP, "ana.rep"));
    assert_eq!((rep.visits, rep.minutes, rep.flagged), (1, 20, 0));
    let booked = world.at_site(&order).await.unwrap();
    let booked = booked.fields().get("grand_total").unwrap().to_string();
    assert_eq!(rep.sold[0].amount, booked.parse().unwrap());
    assert_eq!(rep.sold[0].currency, placed.due.currency);
    let [TeamMoment::Visit(line)] = rep.moments.as_slice() else { panic!("{:#?}", rep.moments) };
    assert_eq!(line.customer_name, "Customer 001");
    let visit = boss.team_visit(line.id).unwrap();
    assert_eq!((visit.notes.as_str(), visit.orders.len()), ("Shelf is empty", 1));
    assert_eq!(visit.evidence.len(), 2, "both ends are sealed");
    assert_eq!((visit.evidence[0].number, visit.evidence[0].device.as_str()), (1, "P07"));
    assert!(visit.changed.is_empty(), "{:?}", visit.changed);

    // Somebody at the office rewrites the visit: the supervisor's phone says so.
    world.clock.advance_ms(6 * 60_000);
    let earlier = serde_json::json!({"check_in": "2026-11-22 06:00:00"});
    let fields = earlier.as_object().unwrap().clone();
    // A Field Visit is named by its uid.
    let name = boss.store().team_visit(line.id).unwrap().unwrap().0.name;
    world.administrator.update("Field Visit", &name, &fields, None).await.unwrap();
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let visit = boss.team_visit(line.id).unwrap();
    assert_eq!(visit.changed, ["check_in"]);
    assert_eq!(visit.line.flags.len(), 1, "{:?}", visit.line.flags);
    assert_eq!(boss.team_day(&today).unwrap().reps[0].flagged, 1);
}
