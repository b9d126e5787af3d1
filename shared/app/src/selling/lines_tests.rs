use super::*;
use rust_decimal::dec;

fn line(item: &str, qty: Decimal, factor: Decimal) -> PricedLine {
    PricedLine {
        item_code: item.into(),
        qty,
        conversion_factor: factor,
        stock_qty: qty * factor,
        price_list_rate: dec!(10),
        rate: dec!(9),
        ..PricedLine::default()
    }
}

fn facts(here: Decimal, elsewhere: Decimal) -> LineFacts {
    LineFacts { stock: StockView { here, elsewhere, kept: true }, ..LineFacts::default() }
}

fn notes(lines: Vec<PricedLine>, facts: LineFacts) -> Vec<Option<StockNote>> {
    let mut body = DraftBody::default();
    for line in &lines {
        body.entry
            .items
            .push(LineEntry { item_code: line.item_code.clone(), ..Default::default() });
    }
    let items = lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| PricedLine { entry_index: Some(at), ..line })
        .collect();
    let priced = PricedOrder { items, ..PricedOrder::default() };
    let facts = HashMap::from([("A".to_owned(), facts)]);
    view_lines(&body, Some(&priced), &facts).into_iter().map(|view| view.stock_note).collect()
}

#[test]
fn stock_is_told_in_the_unit_of_the_line() {
    // 4 cases of 12 are 48; the van has 40, that is 3 whole cases, one short.
    let note = notes(vec![line("A", dec!(4), dec!(12))], facts(dec!(40), dec!(130)));
    assert_eq!(
        note,
        [Some(StockNote::Short { here: dec!(3), short: dec!(1), elsewhere: dec!(10) })]
    );
}

#[test]
fn two_lines_of_one_item_share_its_stock() {
    let lines = vec![line("A", dec!(6), dec!(1)), line("A", dec!(1), dec!(6))];
    assert!(notes(lines.clone(), facts(dec!(11), dec!(0))).iter().all(Option::is_some));
    assert!(notes(lines, facts(dec!(12), dec!(0))).iter().all(Option::is_none));
}

#[test]
fn a_bin_below_zero_is_no_stock() {
    let note = notes(vec![line("A", dec!(2), dec!(1))], facts(dec!(-5), dec!(0)));
    assert_eq!(
        note,
        [Some(StockNote::Short { here: dec!(0), short: dec!(2), elsewhere: dec!(0) })]
    );
}

#[test]
fn a_free_line_follows_the_line_that_earned_it() {
    let body = DraftBody {
        entry: satchel_domain::pricing::OrderEntry {
            items: vec![LineEntry::default(), LineEntry::default()],
            ..Default::default()
        },
        ..DraftBody::default()
    };
    let mut items = vec![line("A", dec!(1), dec!(1)), line("B", dec!(1), dec!(1))];
    items[0].entry_index = Some(0);
    items[1].entry_index = Some(1);
    items.push(PricedLine {
        item_code: "F".into(),
        is_free_item: true,
        entry_index: Some(0),
        ..PricedLine::default()
    });
    let priced = PricedOrder { items, ..PricedOrder::default() };
    let codes: Vec<_> = view_lines(&body, Some(&priced), &HashMap::new())
        .into_iter()
        .map(|view| (view.item_code, view.line, view.earned_by))
        .collect();
    assert_eq!(
        codes,
        [("A".into(), Some(0), None), ("F".into(), None, Some(0)), ("B".into(), Some(1), None),]
    );
}

#[test]
fn what_is_saved_counts_lowered_lines_and_the_discount() {
    let priced = PricedOrder {
        items: vec![line("A", dec!(3), dec!(1))],
        discount_amount: dec!(2.50),
        ..PricedOrder::default()
    };
    assert_eq!(saved(&priced), dec!(5.5));
}
