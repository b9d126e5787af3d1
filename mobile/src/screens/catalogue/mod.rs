//! The catalogue: looked through from More, or picked from into an order.

mod chips;
mod sheet;
mod state;
#[cfg(test)]
mod tests;
mod view;

pub(super) use sheet::ItemSheet;
pub(super) use view::item_text;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::screens::ages::{Ages, Told};
use crate::screens::scanner::{Scanner, expired_pack, unknown_code};
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{GroupRow, ItemRow, OrderEdit, OrderView, Page};
use satchel_app::{AppError, PricedFor, ScanOutcome, Session};
use state::{Change, Over, State};
use std::time::Duration;
use view::{Picking, View};

/// How long a word on what was done stays.
const WORD: Duration = Duration::from_secs(6);

/// The screen. For an order it picks into it: every add is saved at once.
#[component]
pub fn Catalogue(
    /// Whose prices it shows; an order is picked into.
    priced_for: PricedFor,
    /// What is searched for at first.
    #[props(default)]
    text: String,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// The order is to be looked at. Only asked for when picking.
    #[props(default)]
    on_review: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut state = use_signal(|| State { text, ..State::default() });
    let mut word = use_signal(|| None::<Result<String, Problem>>);
    let mut words_said = use_signal(|| 0_u32);
    let priced_for = use_memo(use_reactive!(|priced_for| priced_for));
    let mut say = move |said: Result<String, Problem>| {
        words_said += 1;
        let mine = *words_said.peek();
        word.set(Some(said));
        spawn(async move {
            tokio::time::sleep(WORD).await;
            if *words_said.peek() == mine {
                word.set(None);
            }
        });
    };

    let items = use_ask(move || {
        let (filter, pages) = state.with(|s| (s.filter(), s.pages.max(1)));
        let whose = priced_for();
        move |session: &Session| read(session, &filter, &whose, pages)
    });
    let groups = use_ask(move || {
        let below = state.with(|s| s.path.last().cloned());
        move |session: &Session| session.item_groups(below.as_deref())
    });
    let brands = use_ask(move || |session: &Session| session.brands());
    let order = use_ask(move || {
        let whose = priced_for();
        move |session: &Session| match &whose {
            PricedFor::Order(uid) => session.order(uid).map(Some),
            _ => Ok(None),
        }
    });
    let open = use_ask(move || {
        let code = state.with(|s| match &s.over {
            Over::Item(code) => Some(code.clone()),
            _ => None,
        });
        let whose = priced_for();
        move |session: &Session| code.map(|code| session.item(&code, &whose)).transpose()
    });

    let adding = session.clone();
    let add = move |(item_code, uom): (String, String)| {
        let PricedFor::Order(uid) = &*priced_for.peek() else { return };
        let edit = OrderEdit::Add { item_code, uom: Some(uom), qty: Decimal::ONE };
        match adding.edit_order(uid, edit) {
            Ok(_) => {
                word.set(None);
                state.with_mut(|state| state.apply(Change::Over(Over::Nothing)));
            }
            Err(error) => say(Err(error.into())),
        }
    };
    // Typed words that are no code are a search, and the list answers it; a scanned code is a code.
    let take = use_callback(move |(code, scanned): (String, bool)| match &*priced_for.peek() {
        PricedFor::Order(uid) => match session.scan_into(uid, &code) {
            Ok(ScanOutcome::Added { item_name, expired: Some(on), .. }) => {
                state.with_mut(|state| state.apply(Change::Clear));
                say(Err(expired_pack(item_name, on, session.today())));
            }
            Ok(ScanOutcome::Added { item_name, .. }) => {
                state.with_mut(|state| state.apply(Change::Clear));
                say(Ok(tr!("catalogue-added", name: item_name)));
            }
            Ok(ScanOutcome::Unknown { code }) if scanned => say(Err(unknown_code(code))),
            Ok(ScanOutcome::Unknown { .. }) => {}
            Err(error) => say(Err(error.into())),
        },
        whose => match session.item_by_code(&code, whose) {
            Ok(Some(item)) => {
                state.with_mut(|s| s.apply(Change::Over(Over::Item(item.row.item_code))));
            }
            Ok(None) if scanned => say(Err(unknown_code(code))),
            Ok(None) => {}
            Err(error) => say(Err(error.into())),
        },
    });

    let picking = match (&*priced_for.read(), order()) {
        (PricedFor::Order(_), Asked::Ready(Some(order))) => Picking::Into(head_of(&order)),
        (PricedFor::Order(_), _) => Picking::Unread,
        _ => Picking::No,
    };
    let sheet_add = add.clone();
    let row_add = add;
    rsx! {
        View {
            state: state(),
            items: items(),
            groups: ready(groups()),
            brands: ready(brands()),
            picking: picking.clone(),
            word: word(),
            ages: rsx! { Ages { told: Told::Always } },
            on_change: move |change| state.with_mut(|state| state.apply(change)),
            on_add: row_add,
            on_enter: move |text| take.call((text, false)),
            on_back,
            on_review,
        }
        if let Over::Item(_) = state.read().over {
            ItemSheet {
                item: match open() {
                    Asked::Ready(None) => Asked::Loading,
                    Asked::Ready(Some(item)) => Asked::Ready(item),
                    Asked::Loading => Asked::Loading,
                    Asked::Failed(problem) => Asked::Failed(problem),
                },
                problem: word().and_then(Result::err),
                picking: picking != Picking::No,
                on_add: sheet_add,
                on_close: move |()| state.with_mut(|s| s.apply(Change::Over(Over::Nothing))),
            }
        }
        Scanner { on_code: move |code| take.call((code, true)) }
    }
}

/// What stands above a list that is picked into.
fn head_of(order: &OrderView) -> view::OrderHead {
    view::OrderHead {
        customer_name: order.customer_name.clone(),
        price_list: order.price_list.clone(),
        lines: order.lines.iter().filter(|line| line.line.is_some()).count(),
        due: order.due.clone(),
    }
}

fn ready(asked: Asked<Vec<GroupRow>>) -> Vec<GroupRow> {
    match asked {
        Asked::Ready(rows) => rows,
        // The list below says what failed; chips without names would say nothing.
        Asked::Loading | Asked::Failed(_) => Vec::new(),
    }
}

/// Reads the first pages of what was asked for, one after the other.
fn read(
    session: &Session,
    filter: &satchel_app::views::CatalogueFilter,
    whose: &PricedFor,
    pages: usize,
) -> Result<Vec<ItemRow>, AppError> {
    let mut rows = Vec::new();
    let mut after = None;
    for _ in 0..pages {
        let Page { rows: more, next } = session.catalogue(filter, whose, after.as_deref())?;
        rows.extend(more);
        after = next;
        if after.is_none() {
            break;
        }
    }
    Ok(rows)
}
