use super::*;
use proptest::prelude::*;
use rust_decimal::dec;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn draft() -> DraftBody {
    DraftBody::new("Acme", "C-01", day("2026-05-14"), day("2026-05-15"))
}

fn add(item: &str, qty: Decimal) -> OrderEdit {
    OrderEdit::Add { item_code: item.into(), uom: None, qty }
}

#[test]
fn the_same_item_in_the_same_unit_counts_up() {
    let mut draft = draft();
    draft.apply(add("A", dec!(1))).unwrap();
    draft.apply(add("A", dec!(2))).unwrap();
    draft
        .apply(OrderEdit::Add { item_code: "A".into(), uom: Some("Box".into()), qty: dec!(1) })
        .unwrap();
    assert_eq!(draft.entry.items.len(), 2);
    assert_eq!(draft.entry.items[0].qty, dec!(3));
}

#[test]
fn a_quantity_of_zero_takes_the_line_out_and_undo_puts_it_back_where_it_was() {
    let mut draft = draft();
    for item in ["A", "B", "C"] {
        draft.apply(add(item, dec!(5))).unwrap();
    }
    let before = draft.entry.clone();
    draft.apply(OrderEdit::Qty { line: 1, qty: dec!(0) }).unwrap();
    assert_eq!(draft.entry.items.len(), 2);
    draft.apply(OrderEdit::Undo).unwrap();
    assert_eq!(draft.entry, before);
    assert_eq!(draft.apply(OrderEdit::Undo), Err(EditError::NothingToUndo));
}

#[test]
fn every_tap_on_plus_or_minus_counts_and_the_last_minus_takes_the_line_out() {
    let mut draft = draft();
    draft.apply(add("A", dec!(2.5))).unwrap();
    draft.apply(OrderEdit::Step { line: 0, by: dec!(1) }).unwrap();
    draft.apply(OrderEdit::Step { line: 0, by: dec!(1) }).unwrap();
    assert_eq!(draft.entry.items[0].qty, dec!(4.5));
    draft.apply(OrderEdit::Step { line: 0, by: dec!(-9) }).unwrap();
    assert!(draft.entry.items.is_empty());
    draft.apply(OrderEdit::Undo).unwrap();
    assert_eq!(draft.entry.items[0].qty, dec!(4.5), "what was taken out is put back whole");
    let most = OrderEdit::Step { line: 0, by: Decimal::MAX };
    assert_eq!(draft.apply(most), Err(EditError::QtyTooLarge));
}

#[test]
fn refused_edits_leave_the_draft_alone() {
    let mut draft = draft();
    draft.apply(add("A", dec!(5))).unwrap();
    let before = draft.clone();
    let refused = [
        (add("A", dec!(-3)), EditError::NegativeQty),
        (add("A", dec!(1e9)), EditError::QtyTooLarge),
        (add("A", MAX_QTY), EditError::QtyTooLarge),
        (OrderEdit::Qty { line: 7, qty: dec!(1) }, EditError::NoSuchLine),
        (
            OrderEdit::LineDiscount {
                line: 0,
                discount: Some(DiscountEntry::Percentage(dec!(101))),
            },
            EditError::Percentage,
        ),
        (
            OrderEdit::DocumentDiscount(Some(DiscountEntry::Amount(dec!(-1)))),
            EditError::NegativeAmount,
        ),
        (OrderEdit::Rate { line: 0, rate: Some(dec!(-0.01)) }, EditError::NegativeAmount),
        (OrderEdit::DeliveryDate(day("2026-05-13")), EditError::DeliveryInPast),
        (OrderEdit::Note("x".repeat(MAX_NOTE + 1)), EditError::NoteTooLong),
    ];
    for (edit, error) in refused {
        assert_eq!(draft.apply(edit), Err(error));
        assert_eq!(draft, before);
    }
}

#[test]
fn a_long_note_is_kept_whole() {
    let mut draft = draft();
    let note = "ção ".repeat(2_500);
    draft.apply(OrderEdit::Note(note.clone())).unwrap();
    assert_eq!(draft.note, note);
}

#[test]
fn a_discount_is_either_a_percentage_or_an_amount() {
    let mut draft = draft();
    draft.apply(add("A", dec!(5))).unwrap();
    draft
        .apply(OrderEdit::LineDiscount { line: 0, discount: Some(DiscountEntry::Amount(dec!(2))) })
        .unwrap();
    draft
        .apply(OrderEdit::LineDiscount {
            line: 0,
            discount: Some(DiscountEntry::Percentage(dec!(10))),
        })
        .unwrap();
    assert_eq!(draft.entry.items[0].discount_amount, None);
    assert_eq!(draft.entry.items[0].discount_percentage, Some(dec!(10)));
    draft.apply(OrderEdit::LineDiscount { line: 0, discount: None }).unwrap();
    assert_eq!(draft.entry.items[0].discount_percentage, None);
}

#[test]
fn a_draft_opened_days_later_is_an_order_of_that_day() {
    let mut draft = draft();
    draft.move_to(day("2026-05-20"));
    assert_eq!(draft.entry.transaction_date, Some(day("2026-05-20")));
    assert_eq!(draft.entry.delivery_date, Some(day("2026-05-20")));
    draft.apply(OrderEdit::DeliveryDate(day("2026-06-01"))).unwrap();
    draft.move_to(day("2026-05-21"));
    assert_eq!(draft.entry.delivery_date, Some(day("2026-06-01")));
}

proptest! {
    /// Whatever is tapped, a draft reads back from its JSON as it was.
    #[test]
    fn a_draft_survives_its_json(edits in prop::collection::vec((0usize..4, 0i64..2_000_000, 0u32..4), 0..30)) {
        let mut draft = draft();
        for (kind, number, scale) in edits {
            let number = Decimal::new(number, scale);
            let line = (scale as usize) % 3;
            let _ = match kind {
                0 => draft.apply(add(&format!("I-{line}"), number)),
                1 => draft.apply(OrderEdit::Qty { line, qty: number }),
                2 => draft.apply(OrderEdit::LineDiscount { line, discount: Some(DiscountEntry::Amount(number)) }),
                _ => draft.apply(OrderEdit::Remove { line }),
            };
        }
        let json = serde_json::to_string(&draft).unwrap();
        let back: DraftBody = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back, draft);
    }
}
