use super::*;
use rust_decimal::dec;
use satchel_domain::capture::{CapturedPosition, ServerClock};

fn captured() -> CapturedAt {
    CapturedAt {
        utc: DateTime::from_timestamp(1_778_755_620, 0).unwrap(), // 2026-05-14 10:47 UTC
        offset_minutes: 60,
        monotonic_ms: 1,
        boot_id: "b".into(),
        position: Some(CapturedPosition {
            age_s: 4,
            simulated: Some(false),
            latitude_e7: 411_579_438,
            longitude_e7: -86_291_053,
            accuracy_m: 12,
        }),
        later: None,
        no_position: String::new(),
        server: None,
    }
}

fn payload(priced: &PricedOrder) -> Value {
    payload_of(priced, &captured(), "ring twice", "")
}

fn payload_of(priced: &PricedOrder, captured: &CapturedAt, note: &str, visit: &str) -> Value {
    let facts = PayloadFacts { captured, time_zone: Some("Europe/Lisbon"), note, visit };
    sales_order_payload(priced, &facts)
}

#[test]
fn the_time_is_the_sites_and_the_position_exact() {
    let sent = payload(&PricedOrder::default());
    assert_eq!(sent["satchel_captured_at"], "2026-05-14 11:47:00");
    assert_eq!(sent["latitude"].to_string(), "41.1579438");
    assert_eq!(sent["longitude"].to_string(), "-8.6291053");
    assert_eq!(sent["ignore_pricing_rule"], 1);
    assert!(sent.get("docstatus").is_none(), "inserted as draft, submitted apart");
    assert!(sent.get("status").is_none(), "the server stores a status as sent");
}

#[test]
fn a_rate_of_zero_is_sent_so_that_the_server_keeps_it() {
    let free = PricedLine { is_free_item: true, price_list_rate: dec!(4.5), ..Default::default() };
    let sent = payload(&PricedOrder { items: vec![free], ..Default::default() });
    assert_eq!(sent["items"][0]["discount_percentage"].to_string(), "100");
    assert_eq!(sent["items"][0]["is_free_item"], 1);
}

#[test]
fn no_tax_template_is_said_as_an_empty_text() {
    let sent = payload(&PricedOrder { items: vec![PricedLine::default()], ..Default::default() });
    assert_eq!(sent["items"][0]["item_tax_template"], "");
}

#[test]
fn only_the_discount_that_decided_is_sent() {
    let typed = PricedOrder {
        additional_discount_percentage: dec!(5),
        discount_amount: dec!(12.34),
        ..Default::default()
    };
    let sent = payload(&typed);
    assert_eq!(sent["additional_discount_percentage"].to_string(), "5");
    assert!(sent.get("discount_amount").is_none());
    let sent = payload(&PricedOrder { discount_amount: dec!(12.34), ..Default::default() });
    assert_eq!(sent["discount_amount"].to_string(), "12.34");
}

#[test]
fn figures_keep_their_digits() {
    let line = PricedLine { rate: dec!(2.0625), qty: dec!(9.00), ..Default::default() };
    let sent = payload(&PricedOrder { items: vec![line], ..Default::default() });
    assert_eq!(sent["items"][0]["rate"].to_string(), "2.0625");
    assert_eq!(sent["items"][0]["qty"].to_string(), "9");
}

/// An order that is written over a draft clears what only the first one had; so it must be known what an
/// order may leave out.
#[test]
fn what_may_be_left_out_is_cleared_where_a_draft_is_written_over() {
    let some = || Some("X".to_owned());
    let full = PricedOrder {
        tax_category: some(),
        taxes_and_charges: some(),
        shipping_rule: some(),
        payment_terms_template: some(),
        sales_partner: some(),
        campaign: some(),
        coupon_code: some(),
        ..Default::default()
    };
    let percentage =
        PricedOrder { additional_discount_percentage: dec!(5), ..PricedOrder::default() };
    let mut all = Map::new();
    let utc = captured().utc;
    let server =
        ServerClock { heard: utc, monotonic_ms: 1, boot_id: "b".into(), offset_ms: -3_600_000 };
    let wrong = CapturedAt { server: Some(server), ..captured() };
    for sent in [payload(&full), payload_of(&percentage, &wrong, "", "VISIT-1")] {
        all.extend(sent.as_object().unwrap().clone());
    }
    let nowhere = CapturedAt { position: None, ..captured() };
    let least = payload_of(&PricedOrder::default(), &nowhere, "", "");
    let always = least.as_object().unwrap();
    let mut known: Vec<&str> = satchel_sync::push::TEXTS_IF_ANY.to_vec();
    known.extend(satchel_sync::push::FIGURES_IF_ANY);
    for field in all.keys() {
        // Of the two discounts one is sent, whichever decided.
        let sent = always.contains_key(field) && field != "discount_amount";
        assert!(sent != known.contains(&field.as_str()), "{field}");
    }
    assert!(known.iter().all(|field| all.contains_key(*field)), "{known:?}");
}
