//! A placed order on paper: once, with what goes wrong told and decided by a person.

use crate::common;
use crate::common::{customer, placed};
use satchel_app::views::{PrintJobView, PrintState, ReceiptOf};
use satchel_app::{AppError, Satchel, Session};
use satchel_devices::clock::SystemClock;
use satchel_devices::location::NoLocation;
use satchel_devices::printing::escpos::{Printed, read};
use satchel_devices::printing::link::{FakePrinter, FakePrinters, PrinterAddress, PrinterStatus};
use satchel_devices::printing::{Bitmap, PrinterProfile, logo};
use satchel_domain::receipts::{BUILT_IN_LABELS, ReceiptKind};
use std::collections::BTreeMap;
use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

struct Phone {
    satchel: Satchel,
    session: Session,
    printers: FakePrinters,
    order: String,
    folder: tempfile::TempDir,
}

fn address() -> PrinterAddress {
    "ble:van".parse().unwrap()
}

fn satchel(folder: &std::path::Path) -> Satchel {
    let devices = common::devices(Arc::new(SystemClock::new()), Arc::new(NoLocation::new()));
    Satchel::open(folder, devices).unwrap().with_cheap_keys()
}

impl Phone {
    fn with(printer: FakePrinter) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let printers = FakePrinters::default();
        printers.put(address(), printer);
        let satchel = satchel(folder.path()).with_printers(Arc::new(printers.clone()));
        let session = satchel.create_demo("2580", "en").unwrap();
        let order = placed(&session, &customer(&session), "M0 0L9 9");
        session.save_printer("Van", "ble:van", "58mm").unwrap();
        Self { satchel, session, printers, order, folder }
    }

    fn queue(&self) -> i64 {
        let order = ReceiptOf::Order(self.order.clone());
        self.session.print_receipt(&order, None, &labels(), false).unwrap().job
    }

    fn print(&self) -> PrintJobView {
        ended(&self.session, self.queue())
    }

    fn paper(&self) -> Vec<Vec<u8>> {
        self.printers.look(&address()).unwrap().prints
    }
}

fn labels() -> BTreeMap<String, String> {
    BUILT_IN_LABELS.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect()
}

/// The job once it goes on no more.
fn ended(session: &Session, job: i64) -> PrintJobView {
    let begun = Instant::now();
    loop {
        let found =
            session.print_jobs(None).unwrap().into_iter().find(|one| one.id == job).unwrap();
        if !matches!(found.state, PrintState::Queued | PrintState::Printing) {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{found:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn first_line(bytes: &[u8]) -> String {
    let printed = read(bytes, PrinterProfile::named("58mm").unwrap()).unwrap();
    printed
        .iter()
        .find_map(|one| match one {
            Printed::Text { text, .. } => Some(text.trim().to_owned()),
            _ => None,
        })
        .unwrap()
}

#[test]
fn the_first_print_is_the_receipt_and_the_second_a_copy() {
    let phone = Phone::with(FakePrinter::default());
    let job = phone.print();
    assert_eq!((job.state, job.sent, job.is_copy), (PrintState::Done, job.size, false));
    assert!(phone.print().is_copy);
    let paper = phone.paper();
    assert_eq!(paper.len(), 2);
    assert_eq!(first_line(&paper[1]), "Copy");
    assert_ne!(first_line(&paper[0]), "Copy");
    let number = phone.session.order_detail(&phone.order).unwrap().row.number;
    let text = String::from_utf8_lossy(&paper[0]).into_owned();
    assert!(text.contains(&number), "{text}");
}

#[test]
fn the_company_s_logo_stands_above_the_first_word() {
    let phone = Phone::with(FakePrinter::default());
    phone.print();
    let mut head = Bitmap::white(384, 0);
    let paper = read(&phone.paper()[0], PrinterProfile::named("58mm").unwrap()).unwrap();
    for one in &paper {
        match one {
            Printed::Dots(dots) => head.append(dots),
            Printed::Text { text, .. } if !text.trim().is_empty() => break,
            _ => {}
        }
    }
    let dots = logo::dots(&logo::kept(satchel_demo::LOGO).unwrap(), 384).unwrap();
    assert_eq!(dots.width(), 288);
    for y in 0..dots.height() {
        for x in 0..384 {
            let is_black = x >= 48 && dots.is_black(x - 48, y);
            assert_eq!(head.is_black(x, y), is_black, "{x}, {y}");
        }
    }
    let order = ReceiptOf::Order(phone.order.clone());
    let shown = phone.session.receipt(&order, &labels(), false).unwrap();
    assert_eq!(shown.logo.unwrap().percent, 75);

    // A template without a place for it has none, on the screen too.
    phone.session.save_receipt_template(ReceiptKind::Order, "@center: Thank you").unwrap();
    assert_eq!(phone.session.receipt(&order, &labels(), false).unwrap().logo, None);
    phone.print();
    let plain = read(&phone.paper()[1], PrinterProfile::named("58mm").unwrap()).unwrap();
    assert!(!plain.iter().any(|one| matches!(one, Printed::Dots(_))), "{plain:?}");
}

#[test]
fn a_print_that_breaks_off_is_started_over() {
    let phone = Phone::with(FakePrinter { drops: vec![400, 200], ..FakePrinter::default() });
    let job = phone.print();
    assert_eq!((job.state, job.is_copy), (PrintState::Done, false));
    let paper = phone.paper();
    let lengths: Vec<usize> = paper.iter().map(Vec::len).collect();
    assert_eq!(lengths.len(), 3);
    assert!(lengths[0] <= 400 && lengths[1] <= 200 && lengths[2] == job.size);
    assert!(paper[2].starts_with(&paper[0]), "the same receipt");
}

#[test]
fn one_that_breaks_off_each_time_fails_where_it_broke_and_is_no_copy_later() {
    let phone = Phone::with(FakePrinter { drops: vec![400, 200, 100], ..FakePrinter::default() });
    let job = phone.print();
    assert_eq!((job.state, job.problem.as_str()), (PrintState::Failed, "error-printer-dropped"));
    assert!(job.sent > 0 && job.sent <= 400);
    let again = phone.print();
    assert_eq!((again.state, again.is_copy), (PrintState::Done, false));
}

#[test]
fn a_print_whose_end_is_lost_is_never_repeated_by_itself() {
    let phone = Phone::with(FakePrinter { loses_the_end: true, ..FakePrinter::default() });
    let job = phone.print();
    assert_eq!((job.state, job.sent), (PrintState::Failed, job.size));
    assert_eq!(phone.paper().len(), 1, "a person decides");
    phone.session.leave_print(job.id).unwrap();
    assert_eq!(ended(&phone.session, job.id).state, PrintState::Left);
    phone.printers.put(address(), FakePrinter::default());
    assert!(phone.print().is_copy, "it may be on paper");
}

#[test]
fn what_cannot_be_printed_says_why_and_selling_goes_on() {
    let phone = Phone::with(FakePrinter { refuses: true, ..FakePrinter::default() });
    let job = phone.print();
    assert_eq!((job.state, job.problem.as_str()), (PrintState::Failed, "error-printer-refused"));
    let printer = phone.session.printers().unwrap().remove(0);
    phone.session.forget_printer(printer.id).unwrap();
    let none =
        phone.session.print_receipt(&ReceiptOf::Order(phone.order.clone()), None, &labels(), false);
    assert!(matches!(none, Err(AppError::NoPrinter)));
    let wrong = phone.session.save_printer("x", "not an address", "58mm");
    assert!(matches!(wrong, Err(AppError::PrinterAddress(_))));
    placed(&phone.session, &customer(&phone.session), "M0 0L9 9");
}

#[test]
fn a_printer_that_is_away_is_reached_by_itself_once_it_is_back() {
    let phone = Phone::with(FakePrinter { refuses: true, ..FakePrinter::default() });
    let job = phone.queue();
    std::thread::sleep(Duration::from_millis(200));
    let waiting = phone.session.print_jobs(None).unwrap().remove(0);
    assert_eq!(waiting.state, PrintState::Queued, "nothing has been printed");
    phone.printers.put(address(), FakePrinter::default());
    let job = ended(&phone.session, job);
    assert_eq!((job.state, job.sent, phone.paper().len()), (PrintState::Done, job.size, 1));
}

#[test]
fn a_printer_that_is_away_holds_up_no_other() {
    // Longer than anybody waits for the end of a print here.
    let silence = Some(Duration::from_secs(90));
    let phone = Phone::with(FakePrinter { away_for: silence, ..FakePrinter::default() });
    let shop: PrinterAddress = "tcp:shop:9100".parse().unwrap();
    phone.printers.put(shop.clone(), FakePrinter::default());
    phone.session.save_printer("Shop", "tcp:shop:9100", "58mm").unwrap();
    let saved = phone.session.printers().unwrap();
    let shop_id = saved.iter().find(|one| one.name == "Shop").unwrap().id;
    let first = phone.queue();
    let second = phone.session.print_test_page(shop_id, &labels(), false).unwrap().job;
    assert_eq!(ended(&phone.session, second).state, PrintState::Done);
    assert_eq!(phone.session.printer_news(shop_id).unwrap().status, None, "nor a question");
    let waiting = phone.session.print_jobs(None).unwrap().into_iter().find(|one| one.id == first);
    assert_eq!(waiting.unwrap().state, PrintState::Queued);
    assert_eq!(phone.printers.look(&shop).unwrap().prints.len(), 2);
}

#[test]
fn what_was_queued_when_the_app_ended_is_printed_at_the_next_start() {
    let phone = Phone::with(FakePrinter { refuses: true, ..FakePrinter::default() });
    let job = phone.queue();
    let Phone { satchel, session, printers, folder: _folder, .. } = phone;
    let profile = session.profile().id.clone();
    drop(session);
    printers.put(address(), FakePrinter::default());
    let session = satchel.unlock(&profile, "2580").unwrap();
    let job = ended(&session, job);
    assert_eq!((job.state, job.sent), (PrintState::Done, job.size));
    let paper = printers.look(&address()).unwrap().prints;
    assert_eq!(paper.iter().filter(|print| !print.is_empty()).count(), 1, "once");
}

#[test]
fn a_print_that_is_let_be_while_its_printer_is_away_never_comes() {
    let phone = Phone::with(FakePrinter { refuses: true, ..FakePrinter::default() });
    let job = phone.queue();
    std::thread::sleep(Duration::from_millis(100));
    phone.session.leave_print(job).unwrap();
    phone.printers.put(address(), FakePrinter::default());
    let next = phone.session.print_test_page(1, &labels(), false).unwrap().job;
    assert_eq!(ended(&phone.session, next).state, PrintState::Done);
    assert_eq!(ended(&phone.session, job).state, PrintState::Left);
    let paper = phone.paper();
    let printed: Vec<_> = paper.iter().filter(|print| !print.is_empty()).collect();
    assert_eq!(printed.len(), 1, "the test page alone");
}

#[test]
fn a_printer_without_paper_says_so_before_a_byte_goes_out() {
    let out = PrinterStatus { paper_out: true, ..PrinterStatus::default() };
    let phone = Phone::with(FakePrinter { status: Some(out), ..FakePrinter::default() });
    let job = phone.print();
    assert_eq!((job.state, job.sent), (PrintState::Failed, 0));
    assert_eq!(job.problem, "print-paper-out");
    phone.printers.put(address(), FakePrinter { battery: Some(64), ..FakePrinter::default() });
    let news = phone.session.printer_news(1).unwrap();
    assert_eq!((news.status, news.battery_percent), (None, Some(64)));
    let again = phone.print();
    assert_eq!((again.state, again.is_copy), (PrintState::Done, false));
}

#[test]
fn what_is_near_is_found_tried_and_saved() {
    let phone = Phone::with(FakePrinter::default());
    let other: PrinterAddress = "ble:other".parse().unwrap();
    phone.printers.put(other.clone(), FakePrinter::default());
    let found = phone.session.find_printers(Duration::ZERO).unwrap();
    let mut known: Vec<_> = found.iter().map(|one| (one.place.as_str(), one.is_saved)).collect();
    known.sort_unstable();
    assert_eq!(known, [("other", false), ("van", true)]);
    let job = phone.session.try_printer("", "ble:other", "58mm", &labels(), false).unwrap().job;
    assert_eq!(ended(&phone.session, job).state, PrintState::Done);
    assert_eq!(phone.printers.look(&other).unwrap().prints.len(), 1);
    assert_eq!(phone.session.printers().unwrap().len(), 1, "a page tried saves nothing");
    let unknown = phone.session.try_printer("", "ble:other", "90mm", &labels(), false);
    assert!(matches!(unknown, Err(AppError::NotFound { .. })));
}

#[test]
fn the_bytes_reach_a_listener_in_the_network() {
    let folder = tempfile::tempdir().unwrap();
    let session = satchel(folder.path()).create_demo("2580", "en").unwrap();
    let order = placed(&session, &customer(&session), "M0 0L9 9");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let printer = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        bytes
    });
    session.save_printer("", &format!("127.0.0.1:{port}"), "58mm").unwrap();
    let job = session
        .print_receipt(&ReceiptOf::Order(order.clone()), None, &labels(), false)
        .unwrap()
        .job;
    let bytes = printer.join().unwrap();
    let job = ended(&session, job);
    assert_eq!((job.state, job.size), (PrintState::Done, bytes.len()));
    let lines = read(&bytes, PrinterProfile::named("58mm").unwrap()).unwrap();
    assert!(lines.len() > 10);
}
