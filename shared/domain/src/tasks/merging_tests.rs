use super::*;
use proptest::prelude::*;

fn fields(value: Value) -> Fields {
    value.as_object().cloned().unwrap()
}

fn base() -> Value {
    json!({"status": "Open", "progress": 10, "subject": "Seal", "description": "[ ] a\n[ ] b"})
}

fn task(status: &str, progress: u8, log: &str) -> Fields {
    let mut task = fields(base());
    task.extend(fields(json!({"status": status, "progress": progress, PROGRESS_LOG: log})));
    task
}

#[test]
fn the_further_report_stands_and_both_are_kept() {
    let (ana, ben) = (task("Working", 60, "1 ana"), task("Pending Review", 40, "2 ben"));
    for (mine, theirs) in [(&ana, &ben), (&ben, &ana)] {
        let merged = merge_task(&fields(base()), mine, theirs);
        assert!(merged.conflicts.is_empty());
        assert_eq!(merged.document["progress"], json!(60));
        assert_eq!(merged.document["status"], json!("Pending Review"));
        assert_eq!(merged.document[PROGRESS_LOG], json!("1 ana\n2 ben"));
    }
}

#[test]
fn completed_has_a_hundred_whoever_comes_later() {
    let (done, late) = (task("Completed", 100, "1 ana"), task("Working", 80, "2 ben"));
    for (mine, theirs) in [(&done, &late), (&late, &done)] {
        let merged = merge_task(&fields(base()), mine, theirs);
        assert_eq!(merged.document["status"], json!("Completed"));
        assert_eq!(merged.document["progress"], json!(100));
    }
    let merged = merge_task(&fields(base()), &late, &done);
    assert!(!merged.to_send.contains_key("progress"), "{:?}", merged.to_send);
    assert!(merged.to_send.contains_key(PROGRESS_LOG));
}

#[test]
fn what_the_server_would_refuse_never_wins() {
    let (wild, sound) = (task("Working", 101, ""), task("Working", 30, ""));
    for (mine, theirs) in [(&wild, &sound), (&sound, &wild)] {
        assert_eq!(merge_task(&fields(base()), mine, theirs).document["progress"], json!(30));
    }
}

#[test]
fn a_cancelled_task_is_for_a_person_to_decide() {
    let (worked, cancelled) = (task("Working", 50, ""), task("Cancelled", 10, ""));
    let merged = merge_task(&fields(base()), &worked, &cancelled);
    let open: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.field.as_str()).collect();
    assert_eq!(open, ["status"]);
}

#[test]
fn taken_up_again_against_completed_again_keeps_the_day() {
    let day = |status: &str, day: Value| {
        let mut task = task(status, 100, "");
        task.insert("completed_on".into(), day);
        task
    };
    let before = day("Completed", json!("2026-11-20"));
    let again = day("Working", Value::Null);
    let still = day("Completed", json!("2026-11-21"));
    for (mine, theirs) in [(&again, &still), (&still, &again)] {
        let merged = merge_task(&before, mine, theirs);
        assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    }
}

#[test]
fn a_change_sent_late_takes_along_what_arrived_meanwhile() {
    let queued = fields(json!({"progress": 40, PROGRESS_LOG: "1 ana", "priority": "High"}));
    let server = task("Working", 60, "2 ben");
    let shown = merge_task(&fields(base()), &task("Open", 40, "1 ana"), &server).document;
    let sent = over_server(&queued, &shown, &server);
    assert_eq!(sent, fields(json!({PROGRESS_LOG: "1 ana\n2 ben", "priority": "High"})));
    let lowered = over_server(&fields(json!({"progress": 20})), &task("Working", 20, ""), &server);
    assert_eq!(lowered, fields(json!({"progress": 20})), "a deliberate step back is sent");
}

fn report() -> impl Strategy<Value = Fields> {
    let status =
        prop::sample::select(vec!["Open", "Overdue", "Working", "Pending Review", "Completed"]);
    (
        prop::option::of(status),
        prop::option::of(0..=100_u8),
        prop::collection::vec("[a-f]", 0..4),
        any::<[bool; 2]>(),
        prop::option::of(1..28_u8),
    )
        .prop_map(|(status, progress, log, [a, b], day)| {
            let mut task = fields(base());
            if let Some(status) = status {
                task.insert("status".into(), json!(status));
            }
            if let Some(progress) = progress {
                task.insert("progress".into(), json!(progress));
            }
            if status == Some("Completed") {
                task.insert("progress".into(), json!(100));
                let day = day.map(|day| format!("2026-11-{day:02}"));
                task.insert("completed_on".into(), json!(day));
            }
            task.insert(PROGRESS_LOG.into(), json!(union(&log.join("\n"), "")));
            let tick = |done| if done { 'x' } else { ' ' };
            let list = format!("[{}] a\n[{}] b", tick(a), tick(b));
            task.insert("description".into(), json!(list));
            task
        })
}

fn equal(one: &Fields, other: &Fields) -> bool {
    same(&Value::Object(one.clone()), &Value::Object(other.clone()))
}

proptest! {
    #[test]
    fn either_order_of_arrival_gives_one_task(one in report(), other in report()) {
        let base = fields(base());
        let first = merge_task(&base, &one, &other);
        let second = merge_task(&base, &other, &one);
        prop_assert!(first.conflicts.is_empty(), "{:?}", first.conflicts);
        prop_assert!(equal(&first.document, &second.document), "{:?} {:?}", first.document, second.document);
        // What the site then has is what the phone shows.
        let mut site = other.clone();
        site.extend(first.to_send);
        prop_assert!(equal(&site, &first.document));
    }

    #[test]
    fn merging_what_is_merged_changes_nothing(one in report(), other in report()) {
        let base = fields(base());
        let merged = merge_task(&base, &one, &other).document;
        let again = merge_task(&base, &one, &merged);
        prop_assert!(equal(&again.document, &merged));
    }

    #[test]
    fn nothing_a_site_holds_breaks_it(status in "\\PC{0,9}", progress in any::<f64>(), text in "\\PC{0,20}") {
        let wild = fields(json!({
            "status": status, "progress": progress, "completed_on": text, PROGRESS_LOG: text, "description": text,
        }));
        for (mine, theirs) in [(&wild, &task("Working", 50, "1")), (&task("Completed", 100, "1"), &wild)] {
            merge_task(&fields(base()), mine, theirs);
            over_server(mine, theirs, mine);
        }
    }
}
