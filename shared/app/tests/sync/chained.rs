//! Visits at the site as the phone sealed them.

use satchel_domain::visits::{Break, Recorded, check_visits, recorded};
use serde_json::{Map, Value, json};

use crate::support::World;

async fn visits(world: &World) -> Vec<Recorded> {
    let mut visits = Vec::new();
    for name in world.administrator.names("Field Visit", &[]).await.unwrap() {
        let visit = world.administrator.get_doc("Field Visit", &name).await.unwrap();
        visits.push(recorded(visit.fields()));
    }
    visits
}

async fn change(world: &World, visit: &str, field: &str, value: Value) {
    let changes = Map::from_iter([(field.to_owned(), value)]);
    world.administrator.update("Field Visit", visit, &changes, None).await.unwrap();
}

/// Two visits, from beginning to end, that are at the site.
async fn day() -> World {
    let world = World::ready().await;
    for customer in ["server:Customer 001", "server:Customer 002"] {
        world.session.check_in(customer, "").unwrap();
        world.clock.advance_ms(1_800_000);
        world.session.check_out("Ordered for the weekend").unwrap();
        world.clock.advance_ms(600_000);
    }
    world.until("sending", |world| world.centre().is_clear()).await;
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_phone_did_is_at_the_site_with_its_chain() {
    let world = day().await;
    let visits = visits(&world).await;
    assert_eq!(visits.len(), 2);
    assert_eq!(check_visits(&visits), [None, None]);
    for visit in &visits {
        assert_eq!((visit.device(), visit.differs.as_slice()), ("P07", &[][..]));
        let phone = world.session.store().sealed_visit(visit.uid.parse().unwrap()).unwrap();
        let there = [visit.check_in.clone().unwrap(), visit.check_out.clone().unwrap()];
        assert_eq!(phone.links, there.map(|told| told.link));
        assert_eq!(phone.broken, None);
        let seen = visit.seen(None, true).unwrap();
        let stayed = seen.check_out.unwrap().utc - seen.check_in.utc;
        assert_eq!(stayed.num_minutes(), 30);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_changed_at_the_site_breaks_the_chain() {
    let changes = [
        ("check_in", json!("2026-11-22 08:00:00")),
        ("check_out", json!("2026-11-22 18:00:00")),
        ("customer", json!("Customer 003")),
        ("notes", json!("Ordered a lot")),
        ("latitude", json!(41.1)),
        ("check_in_evidence", json!("{}")),
        ("check_out_hash", json!("")),
    ];
    let world = day().await;
    let uid = visits(&world).await[0].uid.clone();
    let before = world.administrator.get_doc("Field Visit", &uid).await.unwrap();
    for (field, value) in changes {
        change(&world, &uid, field, value).await;
        let wrong = check_visits(&visits(&world).await);
        assert!(wrong.contains(&Some(Break::Changed)), "{field}: {wrong:?}");
        let was = before.get(field).cloned().unwrap_or(Value::Null);
        change(&world, &uid, field, was).await;
        assert_eq!(check_visits(&visits(&world).await), [None, None], "{field} as it was");
    }
}
