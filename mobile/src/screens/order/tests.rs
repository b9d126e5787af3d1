//! The order screen rendered to text in each of its states.

use super::offers::Offer;
use super::state::{Change, Over, Said, State, Typed};
use super::typing;
use super::view::{Shown, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::format::entry::EntryRefusal;
use crate::i18n::Language;
use crate::screens::figures::fixture::{decimal, order as priced, today};
use dioxus::prelude::*;
use satchel_app::views::{
    DiscountEntry, OrderEdit, OrderView, PriceReason, StockNote, StockView, UomChoice,
};
use satchel_domain::pricing::{
    ChosenPrice, LineDerivation, LineStep, LineStepKind, PassedOver, PassedOverReason, RuleOutcome,
    RuleVerdict,
};

fn unit(uom: &str, factor: &str, whole: bool) -> UomChoice {
    UomChoice {
        uom: uom.to_owned(),
        conversion_factor: decimal(factor),
        must_be_whole_number: whole,
    }
}

fn order() -> OrderView {
    let mut order = priced("Mercearia Flor do Bonfim");
    if let Some(line) = order.lines.first_mut() {
        line.uoms = vec![unit("Nos", "1", true), unit("Case", "6", false)];
        line.rules = vec!["Summer water −10 %".to_owned()];
        line.stock = StockView { here: decimal("18"), elsewhere: decimal("126"), kept: true };
        line.stock_note = Some(StockNote::Short {
            here: decimal("3"),
            short: decimal("1"),
            elsewhere: decimal("126"),
        });
    }
    order
}

fn view(state: State, shown: Shown) -> Element {
    let preview = match &shown {
        Shown::Ready(order) => Some((**order).clone()),
        _ => None,
    };
    rsx! {
        View {
            state,
            shown,
            preview,
            offer: Offer::default(),
            today: today(),
            on_change: |_| {},
            on_edit: |_| {},
            on_ask: |_| {},
        }
    }
}

fn ready(order: OrderView) -> Shown {
    Shown::Ready(Box::new(order))
}

fn over(over: Over, typed: Typed) -> State {
    State { over: Some(over), typed, ..State::default() }
}

fn says(html: &str, words: &[&str]) {
    let text = text(html);
    for words in words {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn customer_state_and_total_stand_outside_what_scrolls() {
    let html = render_at(Language::English, 100, || view(State::default(), ready(order())));
    let (above, rest) = html.split_once("<main").unwrap();
    let (_, below) = rest.split_once("</main>").unwrap();
    says(above, &["Mercearia Flor do Bonfim", "Draft", "safe on this phone"]);
    says(below, &["Review order", "€48.00"]);
}

#[test]
fn a_line_says_what_it_costs_and_why_it_is_marked() {
    let html = render_at(Language::English, 100, || view(State::default(), ready(order())));
    says(
        &html,
        &["9 cases", "5.10", "41.31", "Summer water −10 %", "Van has 3, one short · 126 in store"],
    );
    says(&html, &["Sparkling Lemon 33 cl", "free with 9 cases", "saves 6.59"]);
    let open = || view(State { open: Some(0), ..State::default() }, ready(order()));
    let html = render_at(Language::English, 100, open);
    says(&html, &["Why 4.59?", "Case 6"]);
    assert!(html.contains("One more") && html.contains("One less"));
}

#[test]
fn every_state_says_what_comes_next() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 100, part));
    assert!(
        render_at(Language::English, 100, || view(State::default(), Shown::Loading))
            .contains("aria-busy")
    );
    let failed = || {
        let problem = Problem { id: "error-app-stopped", args: vec![] };
        view(State::default(), Shown::Failed(problem))
    };
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    assert!(text_of(|| view(State::default(), Shown::Discarded)).contains("Bring it back"));
    let empty = || {
        let none = OrderView { lines: vec![], can_place: false, ..order() };
        view(State::default(), ready(none))
    };
    assert!(text_of(empty).contains("Add items to review"));
}

#[test]
fn what_stands_in_the_way_is_said_in_words() {
    let refused = || {
        let refusal = PriceReason {
            id: "refusal-max-discount",
            args: vec![("item", "Olive Oil".to_owned()), ("max", "8".to_owned())],
        };
        view(State::default(), ready(OrderView { refusal: Some(refusal), ..order() }))
    };
    let html = render_at(Language::English, 100, refused);
    says(&html, &["Olive Oil takes at most 8 % discount", "Cannot be placed yet"]);
    assert!(html.contains("disabled"));
    let unpriced = || {
        let mut order = OrderView { can_place: false, ..order() };
        order.lines[0].no_price = true;
        view(State { open: Some(0), ..State::default() }, ready(order))
    };
    says(
        &render_at(Language::English, 100, unpriced),
        &["No price on this phone", "Set a price", "1 line has no price"],
    );
    let doubtful = || {
        let why = PriceReason {
            id: "pricing-provisional-cumulative-rule",
            args: vec![("rule", "120 milks a year".to_owned())],
        };
        view(State::default(), ready(OrderView { provisional: vec![why], ..order() }))
    };
    says(&render_at(Language::English, 100, doubtful), &["120 milks a year counts earlier orders"]);
}

#[test]
fn a_figure_that_is_none_keeps_its_text_and_says_why() {
    for (typed, words) in [
        ("1e9", "not a number"),
        ("-3", "less than 0"),
        ("", "Type a number"),
        ("0", "more than 0"),
    ] {
        let order = order();
        let read = typing::figure(
            Over::Quantity(0),
            &Typed::ready(typed.to_owned(), 1),
            &order,
            Language::English,
        );
        assert!(read.is_err(), "{typed}: {words}");
    }
    let html = render_at(Language::English, 100, || {
        view(over(Over::Quantity(0), Typed::ready("1e9".into(), 1)), ready(order()))
    });
    says(&html, &["That is not a number"]);
    assert!(html.contains("value=\"1e9\"") && html.contains("aria-invalid"), "{html}");
}

#[test]
fn figures_are_read_in_the_habits_of_the_language_and_unit() {
    let order = order();
    let read = |language, text: &str, unit_at| {
        typing::figure(Over::Quantity(0), &Typed::ready(text.to_owned(), unit_at), &order, language)
    };
    assert_eq!(read(Language::Portuguese, "1,5", 1), Ok(decimal("1.5")));
    assert_eq!(read(Language::Arabic, "٣", 1), Ok(decimal("3")));
    assert_eq!(read(Language::English, "1.5", 0), Err(EntryRefusal::NotWhole));
    let half = Typed::ready("101".into(), 0);
    let percent = typing::figure(Over::OrderDiscount, &half, &order, Language::English);
    assert_eq!(percent, Err(EntryRefusal::Over100));
}

#[test]
fn a_figure_becomes_the_edits_it_stands_for() {
    let order = order();
    let edits = |over, unit_at| {
        typing::edits(over, &Typed::ready(String::new(), unit_at), &order, decimal("4"))
    };
    assert_eq!(
        edits(Over::Quantity(0), 0),
        [
            OrderEdit::Uom { line: 0, uom: "Nos".into() },
            OrderEdit::Qty { line: 0, qty: decimal("4") }
        ]
    );
    assert_eq!(edits(Over::Quantity(0), 1), [OrderEdit::Qty { line: 0, qty: decimal("4") }]);
    let amount = Some(DiscountEntry::Amount(decimal("4")));
    assert_eq!(edits(Over::OrderDiscount, 1), [OrderEdit::DocumentDiscount(amount)]);
    assert!(edits(Over::Note, 0).is_empty());
}

#[test]
fn why_names_the_list_the_rules_and_what_was_passed_over() {
    let why = || {
        let mut order = order();
        order.lines[0].why = Some(LineDerivation {
            item_price: Some(ChosenPrice {
                price_list: "Retail Porto".into(),
                ..Default::default()
            }),
            passed_over: vec![PassedOver {
                item_price: "IP-1".into(),
                price_list_rate: decimal("4.95"),
                reason: PassedOverReason::Expired,
            }],
            rules: vec![
                RuleVerdict {
                    pricing_rule: "PR-1".into(),
                    title: "Summer water −10 %".into(),
                    outcome: RuleOutcome::Applied,
                },
                RuleVerdict {
                    pricing_rule: "PR-2".into(),
                    title: "Hotel contract price".into(),
                    outcome: RuleOutcome::OtherParty,
                },
            ],
            steps: vec![
                LineStep {
                    kind: LineStepKind::PriceListRate,
                    by: decimal("5.10"),
                    result: decimal("5.10"),
                },
                LineStep {
                    kind: LineStepKind::DiscountPercentage,
                    by: decimal("10"),
                    result: decimal("4.59"),
                },
                LineStep { kind: LineStepKind::Rate, by: decimal("4.59"), result: decimal("4.59") },
            ],
        });
        view(over(Over::Why(0), Typed::default()), ready(order))
    };
    says(
        &render_at(Language::English, 100, why),
        &[
            "Why 4.59?",
            "Retail Porto",
            "−0.51",
            "Price for this customer",
            "Hotel contract price",
            "for other customers",
            "Price 4.95",
            "no longer valid",
            "Keep 4.59",
        ],
    );
}

#[test]
fn every_sheet_has_a_name_and_a_way_out() {
    for language in Language::ALL {
        for place in [
            Over::Unit(0),
            Over::Rate(0),
            Over::Discount(0),
            Over::OrderDiscount,
            Over::Delivery,
            Over::Warehouse,
            Over::Note,
            Over::TaxTemplate,
            Over::Coupon,
            Over::WhyTotal,
            Over::Menu,
        ] {
            PLACE.set(place);
            let html = render_at(language, 130, || {
                view(over(PLACE.get(), Typed::default()), ready(order()))
            });
            assert!(html.contains("role=\"dialog\""), "{place:?}");
            let name = html.split("aria-modal=\"true\"").nth(1).unwrap_or_default();
            assert!(name.trim_start().starts_with("aria-label=\""), "{place:?}");
        }
    }
}

thread_local! {
    /// What the case being rendered shows; a case is a plain function and takes nothing.
    static PLACE: std::cell::Cell<Over> = const { std::cell::Cell::new(Over::Menu) };
}

#[test]
fn a_line_taken_out_can_be_put_back() {
    let html = render_at(Language::English, 100, || {
        let said = Some((1, Said::Removed("Olive Oil".to_owned())));
        view(State { said, ..State::default() }, ready(order()))
    });
    says(&html, &["Olive Oil removed", "Undo"]);
}

#[test]
fn it_reads_from_the_right_and_holds_long_names() {
    let html = render_at(Language::Arabic, 150, || {
        let mut order = order();
        order.customer_name = "بقالة زهرة بونفيم ".repeat(6);
        order.lines[0].item_name = "مياه غازية بيدرا ألتا ".repeat(8);
        view(State { open: Some(0), ..State::default() }, ready(order))
    });
    says(&html, &["مراجعة الطلب", "صناديق", "مجانًا"]);
    assert!(html.contains("s-line2") && html.contains("<bdi>"));
}

#[test]
fn a_change_of_the_search_is_no_change_of_the_order() {
    let mut state = State { open: Some(0), ..State::default() };
    state.apply(Change::Search("oil".into()));
    state.apply(Change::Searched);
    assert_eq!((state.open, state.search.as_str(), state.search_version), (Some(0), "", 1));
}
