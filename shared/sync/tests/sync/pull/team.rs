//! What a supervisor's phone has besides, and a rep's has not.

use satchel_store::{TEAM_ORDER, TEAM_VISIT, TeamFilter};
use satchel_sync::pull::{self, PullDepth};
use serde_json::{Value, json};

use super::support::World;

const ANA: &str = "ana@satchel.example";

fn visit(name: &str, customer: &str) -> (String, Value) {
    let visit = json!({
        "name": name, "satchel_uid": name, "owner": ANA, "customer": customer,
        "check_in": "2026-11-22 04:30:00.000000", "check_out": "2026-11-22 04:50:00.000000",
        "latitude": 41.15, "longitude": -8.61, "accuracy_m": 8.0, "distance_m": 900.0,
    });
    ("Field Visit".to_owned(), visit)
}

fn others() -> Vec<(String, Value)> {
    let order = json!({
        "name": "SAL-ORD-2026-00077", "owner": ANA, "customer": "Customer 002",
        "customer_name": "Customer 002", "transaction_date": "2026-11-22", "docstatus": 1,
        "status": "To Deliver and Bill", "currency": "USD", "grand_total": 99.5,
    });
    let employee = json!({"name": "E-1", "employee_name": "Ana Prata", "user_id": ANA});
    vec![
        visit("V-1", "Customer 001"),
        visit("V-2", "Customer 002"),
        ("Sales Order".to_owned(), order),
        ("Employee".to_owned(), employee),
    ]
}

fn day() -> TeamFilter {
    TeamFilter::day(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
}

#[tokio::test]
async fn a_supervisor_has_the_visits_and_orders_of_others() {
    let mut world = World::with_roles(&["Satchel Rep", "Satchel Supervisor"]).await;
    world.practice.site().load(&others()).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    assert!(pull::sees_team(&world.store).unwrap());
    let visits = world.store.team_visits(&day()).unwrap();
    let names: Vec<_> = visits.iter().map(|visit| visit.customer_name.as_str()).collect();
    assert_eq!(names, ["Customer 001", "Customer 002"]);
    assert_eq!(visits[0].check_in.to_rfc3339(), "2026-11-22T09:30:00+00:00");
    assert_eq!(visits[0].flags.len(), 1, "900 m away: {:?}", visits[0].flags);
    let orders = world.store.team_orders(&day()).unwrap();
    assert_eq!(orders.iter().map(|order| order.owner.as_str()).collect::<Vec<_>>(), [ANA]);
    assert_eq!(world.store.document_names("Employee").unwrap(), ["E-1"]);

    // A check-out the office puts right is a change like any other; a later visit comes by itself.
    world.pass(5);
    let (doctype, mut mended) = visit("V-1", "Customer 001");
    mended["check_out"] = json!("2026-11-22 05:10:00");
    world.practice.site().load(&[(doctype, mended)]).unwrap();
    world.practice.site().load(&[visit("V-3", "Customer 001")]).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    let visits = world.store.team_visits(&day()).unwrap();
    assert_eq!(visits.len(), 3);
    let ends: Vec<_> =
        visits.iter().filter_map(|v| v.check_out).map(|at| at.to_rfc3339()).collect();
    assert!(ends.contains(&"2026-11-22T10:10:00+00:00".to_owned()), "{ends:?}");
}

#[tokio::test]
async fn user_permissions_narrow_the_team() {
    let world = World::with_roles(&["Satchel Rep", "Satchel Supervisor"]).await;
    world.practice.site().load(&others()).unwrap();
    let only = json!({
        "name": "up1", "user": crate::office::REP, "allow": "Customer", "for_value": "Customer 002",
    });
    world.practice.site().load(&[("User Permission".to_owned(), only)]).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    assert_eq!(world.store.document_names(TEAM_VISIT).unwrap(), ["V-2"]);
}

#[tokio::test]
async fn a_reps_phone_has_none_of_it() {
    let world = World::new().await;
    world.practice.site().load(&others()).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    assert!(!pull::sees_team(&world.store).unwrap());
    let nothing: Vec<String> = Vec::new();
    for kept in [TEAM_VISIT, TEAM_ORDER, "Employee", "Sales Person"] {
        assert_eq!(world.store.document_names(kept).unwrap(), nothing, "{kept}");
    }
    let asked = world.line.paths.lock().unwrap().join(" ");
    assert!(!asked.contains("Employee") && !asked.contains("Sales%20Person"), "{asked}");
}
