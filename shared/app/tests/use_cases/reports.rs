//! Visits, tasks and days on paper, the rep's own templates, and receipts as files.

use crate::common;
use chrono::DateTime;
use satchel_app::views::{
    NewTime, ReceiptKind, ReceiptOf, ShareKind, Shared, TaskReport, TaskStatus, TemplateFrom,
};
use satchel_app::{AppError, Satchel, Session};
use satchel_devices::clock::FakeClock;
use satchel_devices::location::NoLocation;
use satchel_devices::share::{MemoryShare, ShareError};
use satchel_domain::receipts::{
    Drawing, Line, MAX_TEMPLATE, PRINT_FORMAT, Receipt, english, layout,
};
use satchel_store::MasterDocument;
use serde_json::Value;
use std::sync::Arc;

struct Phone {
    session: Session,
    clock: Arc<FakeClock>,
    share: Arc<MemoryShare>,
    _folder: tempfile::TempDir,
}

impl Phone {
    fn new() -> Self {
        Self::sharing(MemoryShare::new())
    }

    fn sharing(share: MemoryShare) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::parse_from_rfc3339("2026-05-14T09:58:00Z").unwrap().to_utc();
        let clock = Arc::new(FakeClock::at(now));
        let devices = common::devices(Arc::clone(&clock) as _, Arc::new(NoLocation::new()));
        let share = Arc::new(share);
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let satchel = satchel.with_share(Arc::clone(&share) as _);
        let session = satchel.create_demo("2580", "en").unwrap();
        Self { session, clock, share, _folder: folder }
    }

    fn customer(&self) -> String {
        common::customer(&self.session)
    }

    fn place_for(&self, customer: &str) -> String {
        common::placed(&self.session, customer, "")
    }

    fn text(&self, of: &ReceiptOf) -> String {
        let made = self.session.receipt(of, &english(), false).unwrap();
        assert_eq!(made.problem, None);
        text(&made.receipt)
    }
}

fn text(receipt: &Receipt) -> String {
    let lines = layout(receipt, 32).into_iter().filter_map(|line| match line {
        Line::Text(text) => Some(text.to_string()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_visit_tells_who_when_where_and_what_was_sold_meanwhile() {
    let phone = Phone::new();
    let customer = phone.customer();
    let before = phone.place_for(&customer);
    phone.clock.advance_ms(60_000);
    let visit = phone.session.check_in(&customer, "").unwrap();
    phone.clock.advance_ms(60_000);
    let during = phone.place_for(&customer);
    phone.clock.advance_ms(29 * 60_000);
    phone.session.check_out("Asked for <new> cups\nRui & Ana").unwrap();
    phone.clock.advance_ms(60_000);
    let after = phone.place_for(&customer);

    let paper = phone.text(&ReceiptOf::Visit(visit.uid.clone()));
    let number = |uid: &str| phone.session.order_detail(uid).unwrap().row.number;
    for part in [
        visit.customer_name.as_str(),
        "09:59",
        "10:29",
        "41.1465, -8.61",
        "± ",
        "Asked for <new> cups\nRui & Ana",
        &number(&during),
    ] {
        assert!(paper.contains(part), "{part}\n{paper}");
    }
    for other in [before, after] {
        assert!(!paper.contains(&number(&other)), "{paper}");
    }
    let missing = phone.session.receipt(&ReceiptOf::Visit(during), &english(), false);
    assert!(matches!(missing, Err(AppError::NotFound { .. })));
    assert_eq!(phone.session.today_view().unwrap().visited[0].uid, visit.uid);
}

#[test]
fn a_task_tells_its_progress_and_the_hours_entered_for_it() {
    let phone = Phone::new();
    let task = phone.session.tasks().unwrap().remove(0);
    phone.session.report_progress(&task.name, 60).unwrap();
    let from = phone.session.local_now().naive_local();
    let log = |minutes, note: &str| NewTime {
        task: task.name.clone(),
        from: Some(from),
        minutes,
        note: note.to_owned(),
        ..NewTime::default()
    };
    phone.session.log_time(&log(75, "Left <group>")).unwrap();
    phone.session.log_time(&log(30, "")).unwrap();
    let paper = phone.text(&ReceiptOf::Task(task.name.clone()));
    for part in ["60 %", "1.25 h", "0.5  h", "Left <group>", "1.75 h", "09:58"] {
        assert!(paper.contains(part), "{part}\n{paper}");
    }
    let day = phone.text(&ReceiptOf::Day(phone.session.today()));
    assert!(day.contains("1.75 h") && day.contains("60 %"), "{day}");
}

#[test]
fn a_task_tells_what_was_ticked_reported_and_signed() {
    let phone = Phone::new();
    let task = phone.session.tasks().unwrap().into_iter().find(|row| row.progress == 65).unwrap();
    let view = phone.session.task(&task.name).unwrap();
    phone.session.tick(&task.name, 3, true).unwrap();
    let report = |progress, note: &str| TaskReport {
        progress: Some(progress),
        status: Some(TaskStatus::Working),
        note: note.into(),
    };
    phone.session.report_task(&task.name, &report(70, "Two <doors> left")).unwrap();
    phone.clock.advance_ms(3_600_000);
    phone.session.report_task(&task.name, &report(90, "")).unwrap();
    let drawings = |of: &ReceiptOf| -> Vec<Drawing> {
        let made = phone.session.receipt(of, &english(), false).unwrap();
        let lines = layout(&made.receipt, 32).into_iter();
        lines
            .filter_map(|line| match line {
                Line::Drawing(drawing) => Some(drawing),
                _ => None,
            })
            .collect()
    };
    let of = ReceiptOf::Task(task.name.clone());
    assert!(drawings(&of).is_empty() && !phone.text(&of).contains("Signature"));
    phone.session.sign_task(&task.name, "M1.0 2.0L9.0 9.0").unwrap();
    phone.session.sign_task(&task.name, "M10.0 20.0L90.0 40.0").unwrap();
    let paper = phone.text(&of);
    let [first, .., last] = &view.checklist[..] else { panic!() };
    for part in [
        "Checklist",
        "4 / 5",
        &format!("[x] {}", first.text.split(' ').next().unwrap()),
        &format!("[ ] {}", last.text.split(' ').next().unwrap()),
        "Reported",
        "70 %",
        "Two <doors> left",
        &view.customer_name,
        "10:58",
        "Signature of the customer",
    ] {
        assert!(paper.contains(part), "{part}\n{paper}");
    }
    assert!(paper.find("70 %") < paper.rfind("10:58"), "the first report first\n{paper}");
    assert_eq!(paper.matches(&first.text.split(' ').next().unwrap()).count(), 1, "{paper}");
    assert_eq!(drawings(&of), [Drawing::of_path("M10.0 20.0L90.0 40.0").unwrap()], "the last one");
}

#[test]
fn a_day_adds_up_to_what_today_shows() {
    let phone = Phone::new();
    let customer = phone.customer();
    let visit = phone.session.check_in(&customer, "").unwrap();
    let order = phone.place_for(&customer);
    let taken_back = phone.place_for(&customer);
    phone.session.withdraw_order(&taken_back, "Twice").unwrap();
    let today = phone.session.today_view().unwrap();
    let paper = phone.text(&ReceiptOf::Day(today.date));
    let number = |uid: &str| phone.session.order_detail(uid).unwrap().row.number;
    let total = format!("{} {}", today.sold.amount.round_dp(2), today.sold.currency);
    for part in [number(&order).as_str(), visit.customer_name.as_str(), &total, "09:58"] {
        assert!(paper.contains(part), "{part}\n{paper}");
    }
    assert!(!paper.contains(&number(&taken_back)), "{paper}");
    let tomorrow = today.date.succ_opt().unwrap();
    assert!(!phone.text(&ReceiptOf::Day(tomorrow)).contains(&number(&order)));
}

#[test]
fn a_template_of_ones_own_prints_and_a_broken_one_is_stood_in_for() {
    let phone = Phone::new();
    let (session, kind) = (&phone.session, ReceiptKind::Order);
    let order = ReceiptOf::Order(phone.place_for(&phone.customer()));
    let built_in = session.receipt_template(kind).unwrap();
    assert_eq!((built_in.from, built_in.of_office), (TemplateFrom::BuiltIn, false));
    assert!(built_in.text.contains("@barcode"));

    session.save_receipt_template(kind, "@center: Own {{ receipt_no }}").unwrap();
    assert!(phone.text(&order).starts_with("Own") || phone.text(&order).contains("Own "));
    assert_eq!(session.receipt_template(kind).unwrap().from, TemplateFrom::Own);

    let trial = session.try_template(kind, "a\n{{ doc.total|monye }}", &english(), false).unwrap();
    assert_eq!(trial.problem.unwrap().template_line(), Some(2));
    assert!(!trial.is_sample && text(&trial.receipt).contains("Total"));
    session.save_receipt_template(kind, "a\n@centre: b").unwrap();
    let made = session.receipt(&order, &english(), false).unwrap();
    assert_eq!(made.problem.unwrap().template_line(), Some(2));
    assert!(text(&made.receipt).contains("Total"));
    let rows = session.receipt_templates().unwrap();
    let wrong: Vec<_> = rows.iter().filter(|row| row.problem.is_some()).collect();
    assert!(wrong.len() == 1 && wrong[0].kind == kind && wrong[0].from == TemplateFrom::Own);

    session.drop_receipt_template(kind).unwrap();
    assert_eq!(session.receipt_template(kind).unwrap(), built_in);
    session.save_receipt_template(kind, &built_in.text).unwrap();
    let from = session.receipt_template(kind).unwrap().from;
    assert_eq!(from, TemplateFrom::BuiltIn, "the built-in one is nobody's own");
    let long = "a".repeat(MAX_TEMPLATE + 1);
    assert!(matches!(session.save_receipt_template(kind, &long), Err(AppError::Receipt(_))));
}

/// What a pull leaves of the office's template.
fn office_gives(phone: &Phone, kind: ReceiptKind, template: &str) {
    let format = Value::Object(kind.to_print_format(template));
    let document = MasterDocument::from_value(PRINT_FORMAT, &format);
    let kept = phone.session.store().put_masters(vec![document], phone.session.today()).wait();
    assert_eq!(kept.unwrap().stored, 1);
}

#[test]
fn the_office_gives_a_template_and_the_reps_own_goes_before_it() {
    let phone = Phone::new();
    let (session, kind) = (&phone.session, ReceiptKind::Order);
    let order = ReceiptOf::Order(phone.place_for(&phone.customer()));
    office_gives(&phone, kind, "@center: Office {{ receipt_no }}");
    assert!(phone.text(&order).contains("Office "));
    let row = |kind| session.receipt_templates().unwrap().into_iter().find(|row| row.kind == kind);
    assert_eq!(row(kind).unwrap().from, TemplateFrom::Office);
    assert_eq!(row(ReceiptKind::Day).unwrap().from, TemplateFrom::BuiltIn);

    session.save_receipt_template(kind, "@center: Own {{ receipt_no }}").unwrap();
    assert!(phone.text(&order).contains("Own "));
    office_gives(&phone, kind, "@center: Newer {{ receipt_no }}");
    assert!(phone.text(&order).contains("Own "), "a change at the office takes nothing away");
    let own = session.receipt_template(kind).unwrap();
    assert_eq!((own.from, own.of_office), (TemplateFrom::Own, true));
    assert!(own.behind.contains("Newer"), "and is offered");
    session.save_receipt_template(kind, kind.template()).unwrap();
    assert_eq!(session.receipt_template(kind).unwrap().from, TemplateFrom::Own);
    session.drop_receipt_template(kind).unwrap();
    assert!(phone.text(&order).contains("Newer "));

    office_gives(&phone, kind, "a\n@centre: b");
    let made = session.receipt(&order, &english(), false).unwrap();
    assert_eq!(made.problem.unwrap().template_line(), Some(2));
    assert!(text(&made.receipt).contains("Total"), "the built-in one stood in");
    assert!(row(kind).unwrap().problem.is_some());
}

#[test]
fn a_template_is_tried_on_a_sample_where_there_is_nothing_yet() {
    let phone = Phone::new();
    for kind in ReceiptKind::ALL {
        let trial = phone.session.try_template(kind, kind.template(), &english(), false).unwrap();
        assert_eq!(trial.problem, None);
        assert!(text(&trial.receipt).lines().count() > 5, "{kind:?}");
    }
    let visit = ReceiptKind::Visit;
    let trial = phone.session.try_template(visit, visit.template(), &english(), false).unwrap();
    assert!(trial.is_sample && text(&trial.receipt).contains("Café Âncora"));
}

#[test]
fn a_receipt_is_shared_under_its_number() {
    let phone = Phone::new();
    let uid = phone.place_for(&phone.customer());
    let number = phone.session.order_detail(&uid).unwrap().row.number;
    let share = |of: &ReceiptOf, kind| phone.session.share_receipt(of, kind, &english(), false);
    assert_eq!(share(&ReceiptOf::Order(uid.clone()), ShareKind::Pdf).unwrap(), Shared::Offered);
    share(&ReceiptOf::Order(uid), ShareKind::Png).unwrap();
    share(&ReceiptOf::Day(phone.session.today()), ShareKind::Pdf).unwrap();
    let files = phone.share.files();
    let names: Vec<&str> = files.iter().map(|file| file.name()).collect();
    let (pdf, png) = (format!("{number}.pdf"), format!("{number}.png"));
    assert_eq!(names, [pdf.as_str(), png.as_str(), "Day report 2026-05-14.pdf"]);
    assert!(files[0].content().starts_with(b"%PDF-") && files[1].content().starts_with(b"\x89PNG"));

    let phone = Phone::sharing(MemoryShare::refusing(ShareError::NotWritten));
    let day = ReceiptOf::Day(phone.session.today());
    let refused = phone.session.share_receipt(&day, ShareKind::Pdf, &english(), false);
    assert!(matches!(refused, Err(AppError::Share(ShareError::NotWritten))));
}
