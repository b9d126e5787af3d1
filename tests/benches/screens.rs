//! What a screen waits for: Today, a keystroke in an order of ten lines, a page of the catalogue.
//!
//! On the demo company (420 items, 60 customers), after a day of forty orders.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use criterion::{Criterion, criterion_group, criterion_main};
use rust_decimal::Decimal;
use satchel_app::views::{CatalogueFilter, OrderEdit};
use satchel_app::{PricedFor, Session};
use satchel_tests::phone::{PIN, phone};
use std::hint::black_box;

/// A profile with forty placed orders, and a draft of ten lines.
fn day(folder: &std::path::Path) -> (Session, String) {
    let session = phone(folder).unwrap().create_demo(PIN, "en").unwrap();
    let customers = session.customers("", None).unwrap().rows;
    let items = session.catalogue(&CatalogueFilter::default(), &PricedFor::Nobody, None).unwrap();
    let codes: Vec<String> = items.rows.into_iter().map(|row| row.item_code).collect();
    let add = |order: &str, item_code: &String| {
        let edit =
            OrderEdit::Add { item_code: item_code.clone(), uom: None, qty: Decimal::from(2) };
        session.edit_order(order, edit).unwrap()
    };
    for customer in customers.iter().take(40) {
        let order = session.start_order(&customer.name).unwrap();
        for code in codes.iter().take(5) {
            add(&order, code);
        }
        let _ = session.place_order(&order, "");
    }
    let draft = session.start_order(&customers.last().unwrap().name).unwrap();
    for code in codes.iter().take(10) {
        add(&draft, code);
    }
    (session, draft)
}

fn screens(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let (session, draft) = day(folder.path());
    criterion.bench_function("screens/today", |b| b.iter(|| session.today_view().unwrap()));
    let mut qty = 0_u32;
    criterion.bench_function("screens/edit_order_of_ten_lines", |b| {
        b.iter(|| {
            qty = qty % 9 + 1;
            let edit = OrderEdit::Qty { line: 0, qty: Decimal::from(qty) };
            session.edit_order(&draft, edit).unwrap()
        });
    });
    let priced_for = PricedFor::Order(draft.clone());
    criterion.bench_function("screens/catalogue_page_priced", |b| {
        b.iter(|| {
            let filter = CatalogueFilter { text: "s".into(), ..CatalogueFilter::default() };
            black_box(session.catalogue(&filter, &priced_for, None).unwrap())
        });
    });
}

criterion_group!(benches, screens);
criterion_main!(benches);
