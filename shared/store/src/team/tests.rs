use chrono::NaiveDate;
use rust_decimal::dec;
use satchel_domain::visits::{Break, Evidence, Flag, Link, Moment, fields, seal};
use serde_json::{Value, json};

use super::{TEAM_ORDER, TEAM_VISIT, TeamBounds, TeamFilter};
use crate::MasterDocument;
use crate::testing::{Opened, captured, document, opened, today};

const ANA: &str = "ana@example.com";

/// Where and how far into the day a check-in is.
fn evidence(visit: &str, minutes: i64, north: i32) -> Evidence {
    let mut at = captured();
    at.utc += chrono::TimeDelta::minutes(minutes);
    at.monotonic_ms += u64::try_from(minutes * 60_000).unwrap();
    at.position = Some(satchel_domain::capture::CapturedPosition {
        latitude_e7: 411_500_000 + north,
        longitude_e7: -86_100_000,
        accuracy_m: 8,
        ..Default::default()
    });
    Evidence {
        format: 1,
        device: "VAN3".into(),
        number: 0,
        previous: String::new(),
        visit: visit.into(),
        moment: Moment::CheckIn,
        customer: "server:C-1".into(),
        event: String::new(),
        site_time: "2026-11-21 12:00:00".into(),
        captured: at,
        distance_m: Some(20),
        note: String::new(),
        better: None,
    }
}

/// Three visits of one phone as the site has them, half an hour apart.
fn day() -> Vec<Value> {
    let mut last: Option<Link> = None;
    let mut visits = Vec::new();
    for n in 0..3 {
        let name = format!("V-{n}");
        let mut visit = json!({
            "name": name, "satchel_uid": name, "owner": ANA, "customer": "C-1", "modified": "m",
        });
        for (moment, minutes) in [(Moment::CheckIn, n * 30), (Moment::CheckOut, n * 30 + 10)] {
            let sealed =
                seal(last.as_ref(), Evidence { moment, ..evidence(&name, minutes, 0) }).unwrap();
            let told: Evidence = serde_json::from_str(&sealed.evidence).unwrap();
            visit.as_object_mut().unwrap().extend(fields(&told, &sealed));
            last = Some(sealed);
        }
        visits.push(visit);
    }
    visits
}

fn put(opened: &Opened, visits: &[Value]) {
    let batch: Vec<MasterDocument> =
        visits.iter().map(|visit| document(TEAM_VISIT, visit.clone())).collect();
    assert_eq!(opened.put(batch).refused, []);
}

fn flags(opened: &Opened) -> Vec<Vec<Flag>> {
    let visits = opened.store.team_visits(&TeamFilter::day(today())).unwrap();
    visits.into_iter().map(|visit| visit.flags).collect()
}

#[test]
fn an_honest_day_has_no_flags_whatever_the_order_of_arrival() {
    let visits = day();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
        let opened = opened();
        for at in order {
            put(&opened, &visits[at..=at]);
        }
        assert_eq!(flags(&opened), [vec![], vec![], vec![]], "{order:?}");
    }
}

#[test]
fn a_visit_changed_at_the_site_breaks_the_chain_and_one_left_out_is_missed() {
    let opened = opened();
    let mut visits = day();
    visits[1]["distance_m"] = json!(3.0);
    put(&opened, &visits);
    assert_eq!(flags(&opened), [vec![], vec![Flag::Chain(Break::Changed)], vec![]]);
    // Put right, it is right again.
    put(&opened, &day()[1..2]);
    assert_eq!(flags(&opened), [vec![], vec![], vec![]]);

    let opened = self::opened();
    put(&opened, &[day()[0].clone(), day()[2].clone()]);
    assert_eq!(flags(&opened), [vec![], vec![Flag::Chain(Break::Missing)]]);
}

fn opened_with_customers() -> Opened {
    let opened = opened();
    opened.put(vec![
        document(
            "System Settings",
            json!({"name": "System Settings", "time_zone": "Europe/Lisbon"}),
        ),
        document(
            "Customer",
            json!({"name": "C-1", "customer_name": "Café Âncora", "territory": "Ribeira"}),
        ),
        document(
            "Customer",
            json!({"name": "C-2", "customer_name": "Tasca", "territory": "Bonfim"}),
        ),
        document("Customer", json!({"name": "C-3", "customer_name": "Gone", "disabled": 1})),
    ]);
    opened
}

fn plain(name: &str, owner: &str, customer: &str, check_in: &str, at: (f64, f64)) -> Value {
    json!({
        "name": name, "owner": owner, "customer": customer, "check_in": check_in,
        "latitude": at.0, "longitude": at.1, "accuracy_m": 8.0, "distance_m": 12.0,
    })
}

#[test]
fn a_site_without_evidence_is_read_by_its_plain_fields() {
    let opened = opened_with_customers();
    let far = json!({"distance_m": 900.0, "mock_location": 1});
    let mut visit = plain("V-1", ANA, "C-1", "2026-11-21 23:50:00.000000", (41.15, -8.61));
    visit.as_object_mut().unwrap().extend(far.as_object().unwrap().clone());
    put(&opened, &[visit, plain("V-2", ANA, "C-9", "2026-11-21 09:00:00", (0.0, 0.0))]);
    let visits = opened.store.team_visits(&TeamFilter::day(today())).unwrap();
    assert_eq!(visits[0].customer_name, "C-9", "a customer the phone may not know");
    assert_eq!((visits[0].place, visits[0].flags.as_slice()), (None, [].as_slice()));
    assert_eq!(visits[1].customer_name, "Café Âncora");
    assert_eq!(visits[1].flags, [Flag::Far { metres: 900 }, Flag::Simulated]);
    assert_eq!(visits[1].check_in.to_rfc3339(), "2026-11-21T23:50:00+00:00");
}

#[test]
fn a_map_has_what_the_filter_and_its_edges_let_through() {
    let opened = opened_with_customers();
    put(
        &opened,
        &[
            plain("V-1", ANA, "C-1", "2026-11-21 09:00:00", (41.15, -8.61)),
            plain("V-2", "rui@example.com", "C-2", "2026-11-21 10:00:00", (41.20, -8.61)),
            plain("V-3", "lia@example.com", "C-2", "2026-11-20 10:00:00", (41.20, 179.9)),
        ],
    );
    opened.put(vec![document(
        TEAM_ORDER,
        json!({"name": "SO-1", "owner": ANA, "customer": "C-1", "transaction_date": "2026-11-21",
            "creation": "2026-11-21 09:05:00.1", "currency": "EUR", "grand_total": 12.5}),
    )]);
    let store = &opened.store;
    let both = TeamFilter { from: today().pred_opt().unwrap(), ..TeamFilter::day(today()) };
    let points = |filter: &TeamFilter, bounds| {
        let found = store.team_points(filter, bounds, today()).unwrap();
        found.iter().map(|p| (p.id, p.flagged, p.sold)).collect::<Vec<_>>()
    };
    // Yesterday's was never left.
    assert_eq!(points(&both, None), [(3, true, false), (1, false, true), (2, false, false)]);
    let ana = TeamFilter { users: vec![ANA.into()], ..TeamFilter::day(today()) };
    assert_eq!(points(&ana, None), [(1, false, true)]);
    let bonfim = TeamFilter { territory: Some("Bonfim".into()), ..both.clone() };
    assert_eq!(points(&bonfim, None).len(), 2);
    let near = TeamBounds {
        west_e7: -87_000_000,
        south_e7: 411_000_000,
        east_e7: -86_000_000,
        north_e7: 411_900_000,
    };
    assert_eq!(points(&both, Some(near)), [(1, false, true)]);
    let pacific = TeamBounds { west_e7: 1_790_000_000, east_e7: -1_790_000_000, ..near };
    let pacific = TeamBounds { north_e7: 420_000_000, ..pacific };
    assert_eq!(points(&both, Some(pacific)), [(3, true, false)]);
    assert_eq!(store.team_orders(&ana).unwrap()[0].grand_total, dec!(12.5));
    let users = store.team_users(&both).unwrap();
    assert_eq!(users.iter().map(|user| user.visits).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(store.team_territories(&both).unwrap()[0].name, "Bonfim");
}

#[test]
fn a_map_tells_what_each_visit_brought() {
    let opened = opened_with_customers();
    let place = (41.15, -8.61);
    put(
        &opened,
        &[
            plain("V-1", ANA, "C-1", "2026-11-21 09:00:00", place),
            plain("V-2", ANA, "C-1", "2026-11-21 15:00:00", place),
            plain("V-3", ANA, "C-2", "2026-11-21 16:00:00", place),
        ],
    );
    let order = |name: &str, visit: &str, docstatus: u8, base: f64| {
        let order = json!({
            "name": name, "owner": ANA, "customer": "C-1", "transaction_date": "2026-11-21",
            "satchel_visit": visit, "docstatus": docstatus, "currency": "USD",
            "grand_total": base * 2.0, "base_grand_total": base,
        });
        document(TEAM_ORDER, order)
    };
    opened.put(vec![
        order("SO-1", "V-2", 1, 12.5),
        order("SO-2", "V-2", 1, 0.005),
        order("SO-3", "", 1, 100.0),
        // Its visit is not here: it counts at the door.
        order("SO-4", "V-9", 0, 7.0),
        order("SO-5", "V-2", 2, 1_000.0),
    ]);
    let points = opened.store.team_points(&TeamFilter::day(today()), None, today()).unwrap();
    let told: Vec<_> = points.iter().map(|point| (point.sold, point.worth)).collect();
    assert_eq!(told, [(true, 10_700), (true, 1_250), (false, 0)]);
    let orders = opened.store.team_orders(&TeamFilter::day(today())).unwrap();
    assert_eq!(orders.iter().map(|order| order.worth).sum::<i64>(), 11_950);
}

#[test]
fn customers_nobody_saw_are_told_and_disabled_ones_are_not() {
    let opened = opened_with_customers();
    put(&opened, &[plain("V-1", ANA, "C-1", "2026-11-01 09:00:00", (41.15, -8.61))]);
    let since = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let names = |day| {
        let (found, all) = opened.store.team_unvisited(since(day), None, 10).unwrap();
        assert_eq!(all, 2);
        found.into_iter().map(|customer| customer.customer).collect::<Vec<_>>()
    };
    assert_eq!(names(1), ["C-2"]);
    assert_eq!(names(2), ["C-2", "C-1"]);
    opened.store.remove_masters(TEAM_VISIT, vec!["V-1".into()]).wait().unwrap();
    assert_eq!(names(1), ["C-1", "C-2"]);
    assert_eq!(opened.store.document_names(TEAM_VISIT).unwrap(), Vec::<String>::new());
}

#[test]
fn what_the_pull_asks_for_is_found_by_name() {
    let opened = opened();
    put(&opened, &day());
    let store = &opened.store;
    assert_eq!(store.document_names(TEAM_VISIT).unwrap(), ["V-0", "V-1", "V-2"]);
    assert_eq!(store.document_count(TEAM_VISIT).unwrap(), 3);
    assert!(store.mirror(TEAM_VISIT, "V-1").unwrap().unwrap().contains("check_in_hash"));
    let (row, text) = store.team_visit(2).unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.distance_m), ("V-1", Some(20)));
    assert!(text.contains("V-1") && store.team_visit(9).unwrap().is_none());
}
