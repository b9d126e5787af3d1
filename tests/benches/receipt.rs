//! A receipt of 40 lines from its document to the bytes of a printer: as text of a code page, and in
//! Arabic as dots. Opening the typefaces is measured alone: it happens once a session.

#![allow(missing_docs, clippy::unwrap_used)]

use chrono::NaiveDateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use satchel_devices::printing::{PrinterProfile, Typesetter, escpos, pdf, png};
use satchel_domain::receipts::{
    Receipt, ReceiptContext, ReceiptFormat, ReceiptKind, english, render,
};
use serde_json::{Value, json};
use std::hint::black_box;

const LINES: usize = 40;

/// An order whose item names stand in one script.
fn order(names: &[&str], company: &str, customer: &str) -> Value {
    let items: Vec<Value> = (0..LINES)
        .map(|at| {
            let name = names.iter().cycle().nth(at).unwrap();
            json!({
                "item_code": format!("I-{at}"), "item_name": format!("{name} {at}"),
                "qty": 1.5 * at as f64, "uom": "Nos", "rate": 12.5, "amount": 18.75 * at as f64,
            })
        })
        .collect();
    json!({
        "company": company, "customer": customer, "customer_name": customer, "currency": "EUR",
        "items": items, "total_qty": 60, "total": 14_625, "net_total": 14_625,
        "grand_total": 17_988.75, "rounded_total": 17_989,
        "taxes": [{"description": "VAT 23 %", "tax_amount": 3_363.75}],
    })
}

fn receipt(doc: &Value, rtl: bool) -> Receipt {
    let mut labels = english();
    if rtl {
        for (key, word) in [("total", "الإجمالي"), ("date", "التاريخ"), ("receipt", "إيصال")]
        {
            labels.insert(key.to_owned(), word.to_owned());
        }
    }
    let context = ReceiptContext {
        doc,
        company: &Value::Null,
        customer: &Value::Null,
        receipt_no: "VAN3-00042",
        captured_at: NaiveDateTime::default(),
        sales_person: "Ana",
        labels: &labels,
        format: &ReceiptFormat::default(),
        rtl,
    };
    render(ReceiptKind::Order, None, &context).unwrap().receipt
}

fn receipts(criterion: &mut Criterion) {
    let latin = order(&["Dark roast, beans", "Chá verde", "Azúcar moreno"], "Acme", "Café Âncora");
    let arabic = order(&["قهوة محمصة داكنة", "شاي أخضر", "سكر بني"], "تجارة المرفأ", "بقالة زهرة");
    let profile = PrinterProfile::named("80mm").unwrap();
    let mut typesetter = Typesetter::new();
    let mut group = criterion.benchmark_group("receipt");
    group.bench_function("template", |bencher| {
        bencher.iter(|| receipt(black_box(&latin), false));
    });
    for (name, doc, rtl) in [("code_page", &latin, false), ("arabic_raster", &arabic, true)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let receipt = receipt(black_box(doc), rtl);
                escpos::render(&receipt, profile, None, &mut typesetter).bytes.len()
            });
        });
    }
    let made = receipt(&arabic, true);
    group.bench_function("arabic_png", |bencher| {
        bencher
            .iter(|| png::render(black_box(&made), profile, None, &mut typesetter).unwrap().len());
    });
    group.bench_function("arabic_pdf", |bencher| {
        bencher.iter(|| {
            pdf::render(black_box(&made), "R", profile, None, &mut typesetter).unwrap().len()
        });
    });
    group.bench_function("typefaces", |bencher| bencher.iter(Typesetter::new));
    group.finish();
}

criterion_group!(benches, receipts);
criterion_main!(benches);
