//! Visits as the rep makes them: what belongs to one, what was planned and missed, the way of the day.

use crate::common::{self, Phone};
use chrono::TimeDelta;
use satchel_app::Session;
use satchel_app::views::{EventForm, NewTask, NewTime, ParticipantView, VisitEvent, VisitState};
use satchel_devices::clock::Clock;
use satchel_devices::location::Fix;
use satchel_domain::visits::check_chain;
use serde_json::Value;

/// The smallest picture there is: a JPEG by its first bytes.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF photo of a shelf";

impl Phone {
    fn customers(&self) -> Vec<String> {
        let page = self.session.customers("", None).unwrap();
        page.rows.into_iter().map(|row| row.name).collect()
    }

    /// A customer with a known place that no visit is planned to today, and the place.
    fn unplanned(&self) -> (String, f64, f64) {
        let planned: Vec<String> =
            self.session.today_view().unwrap().stops.into_iter().map(|s| s.customer).collect();
        let found = self.customers().into_iter().find_map(|key| {
            let place = self.session.store().customer(&key.parse().unwrap()).unwrap()?.row.place?;
            let degrees = |e7: i32| f64::from(e7) / 1e7;
            (!planned.contains(&key))
                .then(|| (key, degrees(place.latitude_e7), degrees(place.longitude_e7)))
        });
        found.unwrap()
    }

    fn stand(&self, north: f64, east: f64) {
        let fix = Fix::at_degrees(north, east, 8.0, self.clock.now()).unwrap();
        self.location.move_to(Some(fix));
    }

    fn wait(&self, minutes: u64) {
        self.clock.advance_ms(minutes * 60_000);
    }
}

#[test]
fn what_is_done_meanwhile_belongs_to_the_visit() {
    let phone = Phone::new();
    let customer = common::customer(&phone.session);
    let before = common::placed(&phone.session, &customer, "");
    phone.wait(1);
    let visit = phone.session.check_in(&customer, "").unwrap().uid;
    phone.wait(1);
    let order = common::placed(&phone.session, &customer, "");
    let other = phone.customers().into_iter().find(|key| *key != customer).unwrap();
    let elsewhere = common::placed(&phone.session, &other, "");
    phone.session.attach_picture(&visit, JPEG.to_vec()).unwrap();
    phone.session.attach_signature(&visit, "M0 0L9 9").unwrap();
    let task = NewTask { subject: "Mount the shelf".into(), ..NewTask::default() };
    let task = phone.session.create_task(&task).unwrap();
    let time = NewTime {
        task: task.clone(),
        from: Some(phone.session.local_now().naive_local()),
        minutes: 25,
        ..NewTime::default()
    };
    phone.session.log_time(&time).unwrap();
    let demo_task =
        phone.session.tasks().unwrap().into_iter().find(|row| row.name != task).unwrap();
    phone.session.report_progress(&demo_task.name, 40).unwrap();
    phone.session.note_visit(&visit, " Wants the new range ").unwrap();
    phone.wait(1);
    phone.session.check_out("").unwrap();

    assert_eq!(phone.payload(&order)["satchel_visit"], visit.as_str());
    for other in [&before, &elsewhere] {
        assert!(phone.payload(other).get("satchel_visit").is_none());
    }
    assert_eq!(
        phone.payload(task.strip_prefix("local:").unwrap())["satchel_visit"],
        visit.as_str()
    );
    let detail = phone.session.visit_detail(&visit).unwrap();
    assert_eq!(detail.note, "Wants the new range");
    assert_eq!((detail.files.len(), detail.planned, detail.record.there), (2, None, false));
    let orders: Vec<&str> = detail
        .moments
        .iter()
        .filter_map(|moment| match &moment.what {
            VisitEvent::Order { uid, .. } => Some(uid.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(orders, [order.as_str()]);
    let happened = |what: fn(&VisitEvent) -> bool| {
        detail.moments.iter().filter(|moment| what(&moment.what)).count()
    };
    assert_eq!(happened(|what| matches!(what, VisitEvent::Task { .. })), 2);
    assert_eq!(happened(|what| matches!(what, VisitEvent::Time { minutes: 25 })), 1);
    assert_eq!(detail.moments.first().unwrap().what, VisitEvent::Arrived);
    assert_eq!(detail.moments.last().unwrap().what, VisitEvent::Left);
    let told: Vec<_> = phone.session.store().outbox(&[], 50).unwrap();
    let end = told
        .iter()
        .find(|row| row.subject == visit && row.uid != visit && row.payload.contains("check_out"));
    let end: Value = serde_json::from_str(&end.unwrap().payload).unwrap();
    assert_eq!(end["tasks"], demo_task.name.trim_start_matches("server:"));
    assert_eq!(end["notes"], "Wants the new range");
    let picture = phone.session.attached_file(&visit, &detail.files[0]).unwrap();
    assert_eq!(picture, JPEG);
}

#[test]
fn the_record_of_a_day_is_whole() {
    let phone = Phone::new();
    for customer in phone.customers().iter().take(3) {
        phone.session.check_in(customer, "").unwrap();
        phone.wait(20);
        phone.session.check_out("sold").unwrap();
        phone.wait(10);
    }
    let links = phone.session.store().visit_links().unwrap();
    assert_eq!(links.len(), 6);
    assert!(check_chain(&links).iter().all(|(_, broken)| broken.is_none()));
    for visit in phone.session.today_view().unwrap().visited {
        let record = phone.session.visit_detail(&visit.uid).unwrap().record;
        assert_eq!((record.links.len(), record.broken), (2, None));
    }
}

#[test]
fn a_note_of_no_visit_that_goes_on_is_refused() {
    let phone = Phone::new();
    let visit = phone.session.check_in(&common::customer(&phone.session), "").unwrap().uid;
    let long = "x".repeat(1_001);
    assert_eq!(
        phone.session.note_visit(&visit, &long).unwrap_err().message_id(),
        "error-app-field"
    );
    phone.session.check_out("").unwrap();
    let late = phone.session.note_visit(&visit, "late").unwrap_err();
    assert_eq!(late.message_id(), "error-app-not-found");
    assert!(phone.session.visit_detail("nothing").is_err());
}

#[test]
fn whom_the_rep_stands_near_is_offered_once() {
    let phone = Phone::new();
    let (customer, north, east) = phone.unplanned();
    assert_eq!(phone.session.today_view().unwrap().near, None, "no position, no offer");
    phone.stand(north + 0.000_3, east);
    let near = phone.session.today_view().unwrap().near.unwrap();
    assert_eq!((near.customer.as_str(), near.event.as_str()), (customer.as_str(), ""));
    assert!(near.distance_m < 150, "{near:?}");
    phone.wait(11);
    assert_eq!(phone.session.today_view().unwrap().near, None, "an old fix says nothing");
    phone.stand(north, east);
    phone.session.check_in(&customer, "").unwrap();
    assert_eq!(phone.session.today_view().unwrap().near, None, "while a visit goes on");
    phone.session.check_out("").unwrap();
    let near = phone.session.today_view().unwrap().near;
    assert!(near.is_none_or(|near| near.customer != customer), "not again today");
}

#[test]
fn a_planned_visit_nobody_made_is_missed_until_somebody_comes() {
    let phone = Phone::new();
    let customers = phone.customers();
    let plan = |customer: &str| EventForm {
        subject: "Visit".into(),
        category: "Meeting".into(),
        starts_on: Some(phone.session.local_now().naive_local() + TimeDelta::hours(2)),
        participants: vec![ParticipantView {
            doctype: "Customer".into(),
            name: customer.to_owned(),
            ..ParticipantView::default()
        }],
        ..EventForm::default()
    };
    let (missed, seen) = (&customers[40], &customers[41]);
    phone.session.create_event(&plan(missed)).unwrap();
    phone.wait(24 * 60);
    let told = |session: &Session| -> Vec<String> {
        let missed = session.today_view().unwrap().missed;
        missed.into_iter().map(|visit| visit.customer).collect()
    };
    assert!(told(&phone.session).is_empty(), "this phone made no visits before that day");
    phone.session.check_in(seen, "").unwrap();
    phone.session.check_out("").unwrap();
    phone.session.create_event(&plan(missed)).unwrap();
    phone.wait(24 * 60);
    assert!(told(&phone.session).contains(missed));
    let states = |customer: &str| -> Vec<VisitState> {
        phone.session.visits_of(customer).unwrap().into_iter().map(|visit| visit.state).collect()
    };
    assert!(states(missed).contains(&VisitState::Missed));
    assert!(states(seen).contains(&VisitState::Done));
    phone.session.check_in(missed, "").unwrap();
    assert!(!told(&phone.session).contains(missed));
    assert!(states(missed).contains(&VisitState::Open));
}

#[test]
fn the_order_of_the_day_is_the_reps_until_it_is_left_again() {
    let phone = Phone::new();
    let order = |session: &Session| -> Vec<String> {
        session.day_route().unwrap().stops.into_iter().map(|stop| stop.event).collect()
    };
    let planned = order(&phone.session);
    assert!(planned.len() >= 2, "the demo company has a plan for today: {planned:?}");
    assert!(!phone.session.day_route().unwrap().route.by_hand);
    let last = planned.last().unwrap().clone();
    phone.session.move_stop(&last, 0).unwrap();
    let mut wanted = planned.clone();
    wanted.rotate_right(1);
    assert_eq!(order(&phone.session), wanted);
    assert!(phone.session.day_route().unwrap().route.by_hand);
    phone.stand(41.15, -8.61);
    let day = phone.session.day_route().unwrap();
    assert_eq!(order(&phone.session), wanted, "where the rep is changes no order by hand");
    assert!(day.route.total_m.is_some_and(|total| total > 0));
    // What is made is not moved any more, and the others keep their order.
    let first = phone.session.today_view().unwrap().stops[0].clone();
    phone.session.check_in(&first.customer, &first.event).unwrap();
    let detail = phone.session.open_visit().unwrap().unwrap();
    assert!(phone.session.visit_detail(&detail.uid).unwrap().planned.is_some());
    phone.session.check_out("").unwrap();
    assert!(phone.session.move_stop(&first.event, 1).is_err());
    let left: Vec<String> = wanted.into_iter().filter(|event| *event != first.event).collect();
    let still = order(&phone.session);
    assert!(left.iter().filter(|event| still.contains(event)).eq(still.iter()));
    phone.session.order_route_anew().unwrap();
    assert!(!phone.session.day_route().unwrap().route.by_hand);
    phone.session.move_stop(order(&phone.session).last().unwrap(), 0).unwrap();
    phone.wait(24 * 60);
    assert!(!phone.session.day_route().unwrap().route.by_hand, "for one day");
}
