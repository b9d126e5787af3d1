//! Lists, totals, baskets.

use rust_decimal::Decimal;
use satchel_domain::orders::{OrderEvent, OrderState};
use serde_json::{Value, json};

use super::placing::change;
use crate::testing::*;
use crate::{OrderQuery, OrderToPlace, OrderTotals, TodayCounts};

fn uids(opened: &Opened, query: &OrderQuery) -> Vec<satchel_domain::ids::OrderUid> {
    let mut query = query.clone();
    let mut found = Vec::new();
    loop {
        let page = opened.store.orders(&query).unwrap();
        found.extend(page.rows.iter().map(|row| row.uid));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return found,
        }
    }
}

#[test]
fn orders_are_listed_newest_first_by_state_customer_and_text() {
    let opened = opened();
    for n in 1..=5 {
        let mut order = order(n);
        if n == 4 {
            order.customer = customer_key("CUST-2");
            order.customer_name = "Café Central".into();
        }
        opened.store.place(order).wait().unwrap();
    }
    opened.store.withdraw(uid(2), "no".into(), captured()).wait().unwrap();
    let all = OrderQuery { limit: 2, ..OrderQuery::default() };
    assert_eq!(uids(&opened, &all), [uid(5), uid(4), uid(3), uid(2), uid(1)]);
    let waiting = OrderQuery { states: vec![OrderState::Waiting], limit: 3, ..all.clone() };
    assert_eq!(uids(&opened, &waiting), [uid(5), uid(4), uid(3), uid(1)]);
    let customer = OrderQuery { customer: Some(customer_key("CUST-2")), ..all.clone() };
    assert_eq!(uids(&opened, &customer), [uid(4)]);
    for (text, expected) in
        [("cafe", vec![uid(4)]), ("van3-00003", vec![uid(3)]), ("bell", uids(&opened, &all))]
    {
        let query = OrderQuery { text: text.into(), ..all.clone() };
        assert_eq!(uids(&opened, &query), expected, "{text}");
    }
    let withdrawn = OrderQuery { states: vec![OrderState::Withdrawn], text: "sao".into(), ..all };
    assert_eq!(uids(&opened, &withdrawn), [uid(2)]);
}

#[test]
fn the_day_adds_up_by_currency_without_withdrawn_orders() {
    let opened = opened();
    let with_total = |n, currency: &str, total: &str| {
        let totals =
            OrderTotals { currency: currency.into(), grand_total: total.into(), ..order(n).totals };
        OrderToPlace { totals, ..order(n) }
    };
    for order in [
        with_total(1, "EUR", "0.10"),
        with_total(2, "EUR", "0.20"),
        with_total(3, "USD", "79228162514264337593543950335"),
        with_total(4, "EUR", "99"),
    ] {
        opened.store.place(order).wait().unwrap();
    }
    opened.store.withdraw(uid(4), "no".into(), captured()).wait().unwrap();
    let totals = opened.store.day_totals(today()).unwrap();
    assert_eq!(
        (totals[0].currency.as_str(), totals[0].total.to_string().as_str(), totals[0].orders),
        ("EUR", "0.30", 2)
    );
    assert_eq!(totals[1].total, Decimal::MAX);
    assert!(opened.store.day_totals(today().succ_opt().unwrap()).unwrap().is_empty());
}

#[test]
fn today_counts_what_waits_and_what_needs_a_hand() {
    let opened = opened();
    for n in 1..=4 {
        opened.store.place(order(n)).wait().unwrap();
    }
    opened.store.save_draft(draft(9)).wait().unwrap();
    opened.store.save_draft(draft(8)).wait().unwrap();
    opened.store.discard_draft(uid(8), noon()).wait().unwrap();
    change(&opened, 2, OrderState::Sending, OrderEvent::Sending).unwrap();
    change(&opened, 3, OrderState::NeedsHand, OrderEvent::Refused { reason: "no".into() }).unwrap();
    opened.store.withdraw(uid(4), "no".into(), captured()).wait().unwrap();
    let counts = opened.store.today_counts(today()).unwrap();
    let expected = TodayCounts {
        drafts: 1,
        waiting: 1,
        on_the_way: 1,
        needs_hand: 1,
        placed_that_day: 3,
        unsent_documents: 3,
    };
    assert_eq!(counts, expected);
}

fn server_order(
    name: &str,
    day: &str,
    lines: &[(&str, f64, &str)],
    more: Value,
) -> crate::MasterDocument {
    let items: Vec<Value> = lines
        .iter()
        .map(|(code, qty, uom)| json!({"item_code": code, "qty": qty, "uom": uom}))
        .collect();
    let mut order = json!({
        "name": name, "customer": "CUST-1", "customer_name": "Padaria", "transaction_date": day,
        "status": "To Deliver and Bill", "currency": "EUR", "grand_total": 50.5, "docstatus": 1,
        "items": items,
    });
    order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    document("Sales Order", order)
}

#[test]
fn the_usual_basket_counts_orders_here_and_on_the_server_once() {
    let opened = opened();
    let mut with_free = order(1);
    with_free.lines.push(crate::OrderLine { is_free_item: true, ..line("FREE", 1) });
    opened.store.place(with_free).wait().unwrap();
    opened.put(vec![
        server_order("SO-1", "2026-10-01", &[("A-1", 2.0, "Nos"), ("B-1", 1.0, "Box")], json!({})),
        server_order("SO-2", "2026-10-08", &[("A-1", 10.0, "Nos"), ("B-1", 5.0, "Nos")], json!({})),
        server_order("SO-3", "2026-10-09", &[("B-1", 2.0, "Box")], json!({})),
        server_order("SO-4", "2026-10-10", &[("GONE", 2.0, "Box")], json!({"docstatus": 2})),
        server_order(
            "SO-5",
            "2026-11-21",
            &[("A-1", 3.0, "Nos")],
            json!({"satchel_uid": uid(1).to_string()}),
        ),
    ]);
    let usual = opened.store.usual_basket(&customer_key("CUST-1"), 10).unwrap();
    let told: Vec<_> = usual
        .iter()
        .map(|u| (u.item_code.as_str(), u.uom.as_str(), u.typical_qty.to_string(), u.orders))
        .collect();
    assert_eq!(told, [("A-1", "Nos", "3".to_owned(), 3), ("B-1", "Box", "1".to_owned(), 3)]);
    assert_eq!(usual[0].last_day, Some(today()));

    let past = opened.store.past_orders(&customer_key("CUST-1"), 10).unwrap();
    let told: Vec<_> = past
        .iter()
        .map(|p| (p.uid.is_some(), p.name.as_ref().map(|n| n.as_str().to_owned())))
        .collect();
    let server = |name: &str| (false, Some(name.to_owned()));
    assert_eq!(
        told,
        [(true, None), server("SO-4"), server("SO-3"), server("SO-2"), server("SO-1")]
    );
}
