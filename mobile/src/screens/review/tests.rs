//! The review rendered to text in each of its states.

use super::state::{Change, State};
use super::view::{Shown, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::figures::fixture;
use dioxus::prelude::*;
use satchel_app::views::{OrderView, PriceReason};

fn view(shown: Shown, state: State) -> Element {
    rsx! {
        View {
            shown,
            state,
            today: fixture::today(),
            on_change: |_| {},
            on_place: |()| {},
            on_back: |()| {},
        }
    }
}

fn long_order() -> OrderView {
    let mut order = fixture::order("Mercearia");
    order.lines = (0..9).map(|n| fixture::line(&format!("Item {n}"), false)).collect();
    order
}

fn ready(order: OrderView) -> Shown {
    Shown::Ready(Box::new(order))
}

fn problem() -> Problem {
    Problem { id: "error-app-stopped", args: vec![] }
}

#[test]
fn the_order_is_there_once_more_with_what_it_comes_to() {
    let html = render_at(Language::English, 100, || {
        view(ready(fixture::order("Mercearia Flor do Bonfim")), State::default())
    });
    let text = text(&html);
    for words in [
        "Mercearia Flor do Bonfim",
        "Pedra Alta Sparkling 1 L9 cases × 4.5941.31",
        "Sparkling Lemon 33 cl1 caseFree",
        "Net39.31",
        "Tomorrow",
        "Signature (optional)",
        "Place order · €48.00",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("more lines"), "{text}");
}

#[test]
fn a_long_order_shows_its_first_lines_and_what_the_rest_comes_to() {
    let part = || view(ready(long_order()), State::default());
    let text_ = text(&render_at(Language::English, 100, part));
    assert!(text_.contains("3 more lines, 123.93") && !text_.contains("Item 6"), "{text_}");
    let part = || view(ready(long_order()), State { all_lines: true, ..State::default() });
    let text_ = text(&render_at(Language::English, 100, part));
    assert!(text_.contains("Item 8") && !text_.contains("more lines"), "{text_}");
}

/// The last button of the screen, which places the order.
fn place_button(html: &str) -> &str {
    &html[html.rfind("<button").unwrap()..]
}

#[test]
fn it_is_placed_once_and_only_when_it_can_be() {
    let shown = || view(ready(long_order()), State::default());
    let html = render_at(Language::English, 100, shown);
    assert!(!place_button(&html).contains("disabled"), "{html}");
    let placing = || view(ready(long_order()), State { placing: true, ..State::default() });
    let html = render_at(Language::English, 100, placing);
    assert!(place_button(&html).contains("disabled"), "{html}");
    let cannot = || view(ready(OrderView { can_place: false, ..long_order() }), State::default());
    let html = render_at(Language::English, 100, cannot);
    assert!(place_button(&html).contains("disabled"), "{html}");
}

#[test]
fn what_went_wrong_stands_at_the_action() {
    let html = render_at(Language::English, 100, || {
        let mut state = State::default();
        state.apply(Change::Wrong(problem()));
        view(ready(long_order()), state)
    });
    let foot = &html[html.find("<footer").unwrap()..];
    assert!(
        text(foot).contains("Not placed") && !place_button(foot).contains("disabled"),
        "{foot}"
    );
}

#[test]
fn remarks_of_the_pricing_are_sentences() {
    let html = render_at(Language::English, 100, || {
        let reason = PriceReason { id: "error-app-stopped", args: Vec::new() };
        let order = OrderView {
            refusal: Some(reason.clone()),
            provisional: vec![reason.clone()],
            messages: vec![reason],
            ..long_order()
        };
        view(ready(order), State::default())
    });
    let text = text(&html);
    assert!(text.contains("The office would refuse this order"), "{text}");
    assert!(text.contains("The price may still change"), "{text}");
    assert_eq!(text.matches("Nothing saved is lost").count(), 3, "{text}");
}

#[test]
fn it_loads_fails_is_gone_and_reads_from_the_right() {
    let loading = || view(Shown::Loading, State::default());
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
    let failed = || view(Shown::Failed(problem()), State::default());
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    let gone = || view(Shown::Gone, State::default());
    assert!(text(&render_at(Language::English, 100, gone)).contains("not a draft any more"));
    let html = render_at(Language::Arabic, 150, || {
        view(ready(fixture::order("بقالة زهرة بونفيم")), State::default())
    });
    assert!(html.contains("<bdi>بقالة زهرة بونفيم</bdi>"), "{html}");
}
