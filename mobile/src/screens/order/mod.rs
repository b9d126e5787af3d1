//! The order being written.
//!
//! Each change is saved before it is shown; leaving the screen, or the phone, loses nothing.

mod figures;
mod lines;
mod offers;
#[cfg(test)]
mod reasons_tests;
mod sheets;
pub mod state;
#[cfg(test)]
mod tests;
mod typing;
pub mod view;
mod why;
pub mod words;

pub use offers::source;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::i18n::Words;
use crate::screens::ages::{Ages, Told};
use crate::screens::scanner::{Scanner, expired_pack, unknown_code};
use dioxus::prelude::*;
use offers::Offer;
use satchel_app::views::{OrderEdit, OrderView};
use satchel_app::{AppError, ScanOutcome, Session};
use state::{Change, Said, State};
use std::time::Duration;
use view::{Ask, Shown, View};

/// How long a word on what was just done stands.
const SAID_FOR: Duration = Duration::from_secs(6);

/// The screen of a draft.
#[component]
pub fn Order(
    /// The draft's uid.
    uid: ReadSignal<String>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// Review the order: its uid.
    on_review: EventHandler<String>,
    /// Choose from the catalogue: the order's uid and what was typed.
    on_pick: EventHandler<(String, String)>,
    /// Scan into the order: its uid.
    on_scan: EventHandler<String>,
    /// Show the customer: its document name.
    on_customer: EventHandler<String>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let words = use_context::<Words>();
    let mut state = use_signal(State::default);
    let asked = use_ask(move || {
        let uid = uid();
        move |session: &Session| session.order(&uid)
    });
    let order = move || match &*asked.read() {
        Asked::Ready(order) => Some(order.clone()),
        _ => None,
    };
    let preview = use_ask(move || {
        let (uid, over, typed) = state.with(|s| (uid(), s.over, s.typed.clone()));
        let edits = over.zip(order()).and_then(|(over, order)| {
            let figure = typing::figure(over, &typed, &order, words.language()).ok()?;
            Some(typing::edits(over, &typed, &order, figure)).filter(|edits| !edits.is_empty())
        });
        move |session: &Session| match edits {
            Some(edits) => session.preview_order(&uid, edits).map(Some),
            None => Ok(None),
        }
    });
    let offer = use_ask(move || {
        let customer = order().filter(|order| order.lines.is_empty()).map(|order| order.customer);
        move |session: &Session| match customer {
            Some(customer) => session.customer(&customer).map(Offer::from),
            None => Ok(Offer::default()),
        }
    });
    let mut change = move |change: Change| {
        let said = matches!(change, Change::Say(_));
        state.with_mut(|state| state.apply(change));
        if said {
            let number = state.peek().sayings;
            spawn(async move {
                tokio::time::sleep(SAID_FOR).await;
                state.with_mut(|state| state.apply(Change::SaidEnough(number)));
            });
        }
    };
    let editing = session.clone();
    let edit = move |edits: Vec<OrderEdit>| {
        for one in edits {
            let before = order();
            let keeps_open = matches!(one, OrderEdit::Note(_));
            let removed = removed_name(&one, before.as_ref());
            match editing.edit_order(&uid(), one) {
                Ok(after) => {
                    let fewer = before.is_some_and(|before| entered(&before) > entered(&after));
                    match removed.filter(|_| fewer) {
                        Some(name) => change(Change::Say(Said::Removed(name))),
                        None => {
                            let number = state.peek().sayings;
                            change(Change::SaidEnough(number));
                        }
                    }
                    change(if keeps_open { Change::Taken } else { Change::Close });
                }
                Err(error) => return change(Change::Wrong(Problem::from(error))),
            }
        }
    };
    let ask = use_callback(move |ask: Ask| match ask {
        Ask::Back => on_back.call(()),
        Ask::Review => on_review.call(uid()),
        Ask::Scan => on_scan.call(uid()),
        Ask::Customer => {
            if let Some(order) = order() {
                on_customer.call(order.customer);
            }
        }
        Ask::Search(text) if text.trim().is_empty() => {}
        Ask::Search(text) => match session.scan_into(&uid(), &text) {
            Ok(ScanOutcome::Added { item_name, .. }) => {
                change(Change::Searched);
                change(Change::Say(Said::Added(item_name)));
            }
            Ok(ScanOutcome::Unknown { .. }) => on_pick.call((uid(), text)),
            Err(error) => change(Change::Wrong(Problem::from(error))),
        },
        Ask::Scanned(code) => match session.scan_into(&uid(), &code) {
            Ok(ScanOutcome::Added { item_name, expired: Some(on), .. }) => {
                change(Change::Wrong(expired_pack(item_name, on, session.today())));
            }
            Ok(ScanOutcome::Added { item_name, .. }) => {
                change(Change::Say(Said::Added(item_name)));
            }
            Ok(ScanOutcome::Unknown { code }) => change(Change::Wrong(unknown_code(code))),
            Err(error) => change(Change::Wrong(Problem::from(error))),
        },
        Ask::Discard => trash(session.discard_order(&uid()), true, &mut change),
        Ask::Restore => trash(session.restore_order(&uid()), false, &mut change),
    });
    let shown = match asked() {
        _ if state.read().discarded => Shown::Discarded,
        Asked::Loading => Shown::Loading,
        Asked::Failed(problem) => Shown::Failed(problem),
        Asked::Ready(order) => Shown::Ready(Box::new(order)),
    };
    let (preview, preview_problem) = match preview() {
        Asked::Ready(preview) => (preview, None),
        Asked::Failed(problem) => (None, Some(problem)),
        Asked::Loading => (None, None),
    };
    let offer = match offer() {
        Asked::Ready(offer) => offer,
        _ => Offer::default(),
    };
    rsx! {
        View {
            state: state(),
            shown,
            preview,
            preview_problem,
            offer,
            ages: rsx! { Ages { told: Told::TooOld } },
            today,
            on_change: change,
            on_edit: edit,
            on_ask: ask,
        }
        Scanner { on_code: move |code| ask.call(Ask::Scanned(code)) }
    }
}

fn trash(done: Result<(), AppError>, discarded: bool, change: &mut impl FnMut(Change)) {
    change(match done {
        Ok(()) => Change::Discarded(discarded),
        Err(error) => Change::Wrong(Problem::from(error)),
    });
}

/// How many lines were entered.
fn entered(order: &OrderView) -> usize {
    order.lines.iter().filter(|line| line.line.is_some()).count()
}

/// The name of the line an edit may take out.
fn removed_name(edit: &OrderEdit, order: Option<&OrderView>) -> Option<String> {
    let (OrderEdit::Remove { line } | OrderEdit::Step { line, .. } | OrderEdit::Qty { line, .. }) =
        edit
    else {
        return None;
    };
    order.and_then(|order| typing::line(order, *line)).map(|line| line.item_name.clone())
}
