use super::*;
use crate::testing::opened;

fn new(document: &str) -> NewPrintJob {
    NewPrintJob {
        document: document.into(),
        title: "R-1".into(),
        printer_name: "Van".into(),
        address: "tcp:van:9100".into(),
        chunk: 180,
        is_copy: false,
        content: vec![1; 500],
        queued: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
    }
}

fn printer(name: &str, is_default: bool) -> Printer {
    let address = format!("tcp:{name}:9100");
    Printer { id: 0, name: name.into(), address, profile: "58mm".into(), is_default }
}

#[test]
fn one_printer_is_the_default() {
    let opened = opened();
    let store = &opened.store;
    let names = || -> Vec<(String, bool)> {
        let all = store.printers().unwrap();
        all.into_iter().map(|one| (one.name, one.is_default)).collect()
    };
    store.save_printer(printer("van", false)).wait().unwrap();
    store.save_printer(printer("shop", false)).wait().unwrap();
    assert_eq!(names(), [("van".into(), true), ("shop".into(), false)]);
    store.save_printer(printer("shop", true)).wait().unwrap();
    assert_eq!(names(), [("shop".into(), true), ("van".into(), false)]);
    let shop = store.printers().unwrap().remove(0).id;
    store.forget_printer(shop).wait().unwrap();
    assert_eq!(names(), [("van".into(), true)]);
}

#[test]
fn a_job_is_taken_once() {
    let opened = opened();
    let store = &opened.store;
    let id = store.queue_print(new("a")).wait().unwrap();
    assert!(store.may_be_on_paper("a").unwrap() && !store.may_be_on_paper("b").unwrap());
    let job = store.next_print("tcp:van:9100").unwrap().unwrap();
    let content = store.begin_print(id).wait().unwrap().unwrap();
    assert_eq!((job.id, content.len(), job.size), (id, 500, 500));
    assert_eq!(store.begin_print(id).wait().unwrap(), None, "it is being printed");
    assert_eq!(store.next_print("tcp:van:9100").unwrap(), None);
    store.end_print(id, 500, None, job.queued).wait().unwrap();
    let ended = store.print_job(id).unwrap().unwrap();
    assert_eq!((ended.state, ended.sent), (PrintState::Done, 500));
    store.leave_print(id).wait().unwrap();
    assert_eq!(store.print_job(id).unwrap().unwrap().state, PrintState::Done);
}

#[test]
fn each_printer_has_a_queue_of_its_own() {
    let opened = opened();
    let store = &opened.store;
    let van = store.queue_print(new("a")).wait().unwrap();
    let shop = NewPrintJob { address: "tcp:shop:9100".into(), ..new("b") };
    let shop = store.queue_print(shop).wait().unwrap();
    let next = |address: &str| store.next_print(address).unwrap().map(|job| job.id);
    assert_eq!(next("tcp:van:9100"), Some(van));
    assert_eq!(next("tcp:shop:9100"), Some(shop));
    assert_eq!(next("tcp:home:9100"), None);
    store.begin_print(van).wait().unwrap();
    assert_eq!(store.queued_printers().unwrap(), ["tcp:shop:9100"]);
}

#[test]
fn a_job_that_failed_early_is_no_copy_next_time() {
    let opened = opened();
    let store = &opened.store;
    let id = store.queue_print(new("a")).wait().unwrap();
    let job = store.next_print("tcp:van:9100").unwrap().unwrap();
    store.begin_print(id).wait().unwrap();
    let broke = Some("error-printer-dropped");
    store.end_print(id, 120, broke, job.queued).wait().unwrap();
    assert!(!store.may_be_on_paper("a").unwrap());
    store.end_print(id, 500, broke, job.queued).wait().unwrap();
    assert!(store.may_be_on_paper("a").unwrap(), "all of it went out");
}

#[test]
fn what_was_being_printed_asks_after_a_restart() {
    let opened = opened();
    let id = opened.store.queue_print(new("a")).wait().unwrap();
    opened.store.begin_print(id).wait().unwrap();
    let opened = opened.reopen();
    opened.store.note_interrupted_prints().wait().unwrap();
    let job = opened.store.print_job(id).unwrap().unwrap();
    assert_eq!((job.state, job.problem.as_str()), (PrintState::Failed, INTERRUPTED));
    assert_eq!(opened.store.next_print("tcp:van:9100").unwrap(), None);
    assert_eq!(opened.store.begin_print(id).wait().unwrap(), None);
    assert!(opened.store.may_be_on_paper("a").unwrap(), "nobody knows");
}

#[test]
fn what_may_have_been_printed_elsewhere_asks_too() {
    let opened = opened();
    let store = &opened.store;
    let id = store.queue_print(new("a")).wait().unwrap();
    store.doubt_prints().wait().unwrap();
    let job = store.print_job(id).unwrap().unwrap();
    assert_eq!((job.state, job.problem.as_str()), (PrintState::Failed, INTERRUPTED));
    assert!(store.queued_printers().unwrap().is_empty());
    assert!(store.may_be_on_paper("a").unwrap());
}
