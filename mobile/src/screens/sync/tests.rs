//! The screen rendered to text in each of its states.

use super::state::{Change, Over, State};
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::*;
use std::time::Duration;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn row(title: &str, state: OutgoingState) -> OutgoingRow {
    OutgoingRow {
        row: 7,
        what: "outgoing-sales-order",
        doctype: "Sales Order",
        title: title.to_owned(),
        customer_name: "Hotel Linha Alta".to_owned(),
        due: Some(MoneyView::new(612.into(), "EUR")),
        order: "0197-uid".to_owned(),
        state,
        at: at("2026-05-13T18:02:00+01:00"),
        minutes: 900,
        said: String::new(),
        reason: None,
        note: String::new(),
        office_name: String::new(),
        held_by: None,
        actions: Vec::new(),
        note_goes_along: false,
    }
}

fn refused() -> OutgoingRow {
    OutgoingRow {
        said: "Credit limit has been crossed for customer Hotel Linha Alta".to_owned(),
        actions: vec![HandAction::Mend, HandAction::HandOver, HandAction::Withdraw],
        ..row("VAN3-00038", OutgoingState::NeedsHand)
    }
}

fn conflict() -> ConflictView {
    ConflictView {
        stands: satchel_app::views::Keep::Mine,
        id: "Customer/1".to_owned(),
        doctype: "Customer",
        title: "Café Âncora".to_owned(),
        fields: vec![ConflictField {
            field: "custom_door".to_owned(),
            label: None,
            before: ConflictValue::Text("3".to_owned()),
            mine: ConflictValue::Text("4 B".to_owned()),
            theirs: ConflictValue::Empty,
        }],
    }
}

fn centre(connection: SyncConnection) -> SyncCentre {
    SyncCentre {
        connection,
        sending: Vec::new(),
        waiting: Vec::new(),
        needs_hand: Vec::new(),
        conflicts: Vec::new(),
        download: None,
        no_file: None,
        loading: None,
        ages: AgesView::default(),
    }
}

fn idle() -> SyncConnection {
    SyncConnection::Idle { last_round: Some(at("2026-05-14T07:58:00+01:00")) }
}

fn view(shown: Asked<SyncCentre>, state: State) -> Element {
    let today = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default();
    rsx! {
        View { shown, state, today, on_back: |()| {}, on_deed: |_| {} }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn what_waits_without_signal_is_said_to_be_safe() {
    let words = words(|| {
        let since = Some(at("2026-05-14T07:58:00+01:00"));
        let waiting = vec![row("VAN3-00039", OutgoingState::Waiting)];
        let shown = SyncCentre { waiting, ..centre(SyncConnection::Offline { last_round: since }) };
        view(Asked::Ready(shown), State::default())
    });
    for part in [
        "No signal since",
        "safe on this phone",
        "Hotel Linha AltaOrder · VAN3-00039 · ",
        "Try now",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.contains("€612.00") && words.contains("Yesterday 18:02"), "{words}");
}

#[test]
fn a_refused_order_shows_the_words_of_the_site_and_what_can_be_done() {
    let words = words(|| {
        let shown = SyncCentre { needs_hand: vec![refused()], ..centre(idle()) };
        view(Asked::Ready(shown), State::default())
    });
    for part in ["Needs a hand", "Credit limit has been crossed", "Mend", "Withdraw", "VAN3-00038"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

fn about(action: HandAction, note_goes_along: bool) -> Over {
    Over::Words { row: 7, action, title: "VAN3-00038".into(), note_goes_along }
}

#[test]
fn a_note_for_the_supervisor_says_where_it_goes() {
    fn asked(along: bool) -> Element {
        let mut state = State::default();
        state.apply(Change::Over(about(HandAction::HandOver, along)));
        view(Asked::Ready(centre(idle())), state)
    }
    assert!(words(|| asked(true)).contains("Your note goes to the office"));
    assert!(words(|| asked(false)).contains("Show it to your supervisor"));
}

#[test]
fn what_takes_something_back_asks_for_a_reason() {
    let html = render_at(Language::English, 100, || {
        let mut state = State::default();
        let over = about(HandAction::Withdraw, false);
        state.apply(Change::Over(over));
        view(Asked::Ready(centre(idle())), state)
    });
    assert!(text(&html).contains("Write a reason first"));
    assert!(html.contains("role=\"dialog\""));
}

#[test]
fn what_does_not_get_through_says_what_the_site_says_and_how_often_it_was_tried() {
    let words = words(|| {
        let reason = Sentence { message_id: "sync-stuck", args: vec![("count", "12".to_owned())] };
        let stuck = OutgoingRow {
            said: "Internal Server Error".to_owned(),
            reason: Some(reason),
            actions: vec![HandAction::SendAgain, HandAction::HandOver, HandAction::Withdraw],
            ..row("VAN3-00038", OutgoingState::NeedsHand)
        };
        let shown = SyncCentre { needs_hand: vec![stuck], ..centre(idle()) };
        view(Asked::Ready(shown), State::default())
    });
    for part in ["Internal Server Error", "Tried 12 times", "Send again", "Withdraw"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn what_was_left_to_a_supervisor_shows_the_note() {
    let words = words(|| {
        let handed = OutgoingRow {
            note: "Please raise the limit to 4,000".to_owned(),
            ..row("VAN3-00038", OutgoingState::Handed)
        };
        let shown = SyncCentre { needs_hand: vec![handed], ..centre(idle()) };
        view(Asked::Ready(shown), State::default())
    });
    assert!(words.contains("Your note: Please raise the limit to 4,000"), "{words}");
}

#[test]
fn both_versions_of_a_field_are_shown_and_the_reps_is_chosen_first() {
    let words = words(|| {
        let mut state = State::default();
        state.apply(Change::Over(Over::Conflict("Customer/1".into())));
        let shown = SyncCentre { conflicts: vec![conflict()], ..centre(idle()) };
        view(Asked::Ready(shown), state)
    });
    for part in ["Café Âncora", "custom_door", "4 B", "–", "Yours", "The office"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn the_first_load_counts_and_says_when_selling_is_possible() {
    let words = words(|| {
        let load = LoadView {
            doctype: "Item",
            done: 3_000,
            total: 9_000,
            thousandths: 333,
            time_left: Some(Duration::from_secs(150)),
            can_sell: true,
        };
        let shown = SyncCentre { loading: Some(load), ..centre(SyncConnection::Fetching) };
        view(Asked::Ready(shown), State::default())
    });
    for part in ["3,000 of 9,000", "3 minutes", "take orders"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(words.matches("Fetching what").count(), 1, "said once: {words}");
}

#[test]
fn the_download_of_one_file_tells_its_bytes_and_the_time_left() {
    let words = words(|| {
        let download = DownloadView {
            done: 3_460_000,
            total: 11_900_000,
            thousandths: 290,
            time_left: Some(Duration::from_secs(70)),
        };
        let shown = SyncCentre { download: Some(download), ..centre(SyncConnection::Fetching) };
        view(Asked::Ready(shown), State::default())
    });
    for part in ["3.5 of 11.9 MB", "2 minutes", "once prices are here"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn a_file_of_no_use_is_told_while_the_pages_come() {
    let words = words(|| {
        let load = LoadView {
            doctype: "Item",
            done: 100,
            total: 900,
            thousandths: 111,
            time_left: None,
            can_sell: false,
        };
        let why = Sentence { message_id: "error-snapshot-damaged", args: Vec::new() };
        let shown = SyncCentre {
            no_file: Some(why),
            loading: Some(load),
            ..centre(SyncConnection::Fetching)
        };
        view(Asked::Ready(shown), State::default())
    });
    assert!(words.contains("arrived damaged. The phone loads from the site instead"), "{words}");
}

#[test]
fn old_prices_are_warned_of() {
    let words = words(|| {
        let prices = AgeView { at: at("2026-05-09T10:00:00+01:00"), minutes: 7_200, too_old: true };
        let ages = AgesView { stock: None, prices: Some(prices) };
        view(Asked::Ready(SyncCentre { ages, ..centre(idle()) }), State::default())
    });
    assert!(words.contains("older than your company allows"), "{words}");
}

#[test]
fn a_profile_without_a_site_says_that_nothing_leaves() {
    let words = words(|| view(Asked::Ready(centre(SyncConnection::NotEnrolled)), State::default()));
    assert!(words.contains("Kept on this phone only") && !words.contains("Try now"), "{words}");
}

#[test]
fn nothing_and_failure_are_said_too() {
    assert!(
        words(|| view(Asked::Ready(centre(idle())), State::default()))
            .contains("Nothing waits to be sent")
    );
    let failed = words(|| {
        let problem = Problem { id: "error-store-failed", args: Vec::new() };
        view(Asked::Failed(problem), State::default())
    });
    assert!(failed.contains("could not be read") && failed.contains("safe"), "{failed}");
}

#[test]
fn it_reads_from_the_right_in_arabic_and_large() {
    let words = text(&render_at(Language::Arabic, 130, || {
        let shown = SyncCentre { needs_hand: vec![refused()], ..centre(idle()) };
        view(Asked::Ready(shown), State::default())
    }));
    assert!(words.contains("يحتاج") || words.contains("تصحيح"), "{words}");
}

#[test]
fn what_both_changed_is_read_in_the_reps_words() {
    let words = words(|| {
        let mut state = State::default();
        state.apply(Change::Over(Over::Conflict("Customer/1".into())));
        let field = |field: &str, mine: ConflictValue, theirs: ConflictValue| ConflictField {
            field: field.to_owned(),
            label: None,
            before: ConflictValue::Empty,
            mine,
            theirs,
        };
        let choice = |word: &str| ConflictValue::Choice(word.to_owned());
        let at: chrono::NaiveDateTime = "2026-11-23T08:30:00".parse().unwrap();
        let fields = vec![
            field("status", choice("Closed"), choice("Of our own")),
            field("repeat_on", choice("Half Yearly"), choice("Sometimes")),
            field("event_category", choice("Call"), ConflictValue::Switch(true)),
            field("starts_on", ConflictValue::Moment(at), ConflictValue::Day(at.date())),
            field(
                "description",
                ConflictValue::Text("door ".repeat(60) + "end"),
                ConflictValue::Empty,
            ),
        ];
        let shown =
            SyncCentre { conflicts: vec![ConflictView { fields, ..conflict() }], ..centre(idle()) };
        view(Asked::Ready(shown), state)
    });
    for part in [
        "Closed",
        "Of our own",
        "Every six months",
        "Sometimes",
        "Call",
        "Yes",
        "08:30",
        "door end",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
}
