//! Scan: the camera, a field that hardware scanners type into, and what a code stands for.

mod camera;
mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use crate::screens::scanner::{Scanner, expired_pack};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{LineView, OrderEdit, ScanSettings};
use satchel_app::{AppError, PricedFor, ScanOutcome, Session};
use satchel_devices::barcode::Code;
use state::{Change, Counted, State};
use view::View;

/// The screen.
#[component]
pub fn Scan(
    /// The catalogue is to be searched for a code nobody knows.
    on_search: EventHandler<()>,
    /// A draft is to be looked at: its uid.
    on_order: EventHandler<String>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut state = use_signal(State::default);
    let mut problem = use_signal(|| None::<Problem>);
    let drafts = use_ask(|| |session: &Session| session.drafts());
    let settings = use_ask(|| Session::scanning);
    let found = use_ask(move || {
        let (code, whose) = state.with(|s| (s.code.clone(), s.draft.clone()));
        let whose = whose.map_or(PricedFor::Nobody, PricedFor::Order);
        move |session: &Session| session.item_by_code(&code, &whose)
    });
    let drafts = match drafts() {
        Asked::Ready(drafts) => drafts,
        Asked::Loading | Asked::Failed(_) => Vec::new(),
    };
    // The order last worked on is the one that is scanned for, until another is chosen.
    let chosen = state.read().draft.clone();
    if !drafts.iter().any(|draft| Some(&draft.uid) == chosen.as_ref()) {
        let last = drafts.first().map(|draft| draft.uid.clone());
        if chosen != last {
            state.with_mut(|state| state.apply(Change::Draft(last)));
        }
    }
    let counting = session.clone();
    let count = use_callback(move |text: String| {
        let draft = state.peek().draft.clone();
        state.with_mut(|state| state.apply(Change::Code(text.clone())));
        let Some(uid) = draft else {
            return matches!(counting.item_by_code(&text, &PricedFor::Nobody), Ok(Some(_)));
        };
        match counted(&counting, &uid, &text) {
            Ok(None) => {
                problem.set(None);
                false
            }
            Ok(Some((new, expired))) => {
                let today = counting.today();
                problem.set(expired.map(|on| expired_pack(new.item_name.clone(), on, today)));
                state.with_mut(|state| state.apply(Change::Counted(new)));
                true
            }
            Err(error) => {
                problem.set(Some(error.into()));
                false
            }
        }
    });
    let undoing = session.clone();
    let undo = move |()| {
        let last = {
            let state = state.peek();
            state.counted.first().cloned().zip(state.draft.clone())
        };
        let Some((last, uid)) = last else { return };
        match take_back(&undoing, &uid, &last) {
            Ok(()) => state.with_mut(|state| state.apply(Change::Undone)),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    let noting = session.clone();
    let note = move |code: String| {
        let Some(uid) = state.peek().draft.clone() else { return };
        match write_down(&noting, &uid, &tr!("scan-note-line", code: code)) {
            Ok(()) => state.with_mut(|state| state.apply(Change::Noted)),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    let add = move |(item_code, uom): (String, String)| {
        let Some(uid) = state.peek().draft.clone() else { return };
        let edit = OrderEdit::Add { item_code, uom: Some(uom), qty: Decimal::ONE };
        match session.edit_order(&uid, edit) {
            Ok(_) => problem.set(None),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    rsx! {
        View {
            state: state(),
            found: found(),
            drafts,
            problem: problem(),
            settings: match settings() {
                Asked::Ready(settings) => settings,
                Asked::Loading | Asked::Failed(_) => ScanSettings::default(),
            },
            base: rsx! { RootBase { here: Place::Scan, on_go, on_strip } },
            on_change: move |change| {
                problem.set(None);
                state.with_mut(|state| state.apply(change));
            },
            on_count: move |code: Code| count.call(code.scanned()),
            on_undo: undo,
            on_note: note,
            on_add: add,
            on_search,
            on_order,
        }
        Scanner { on_code: move |code| { count.call(code); } }
    }
}

/// Adds what a code stands for to a draft, and tells the day its pack expired; nothing for an unknown code.
fn counted(
    session: &Session,
    uid: &str,
    code: &str,
) -> Result<Option<(Counted, Option<NaiveDate>)>, AppError> {
    let before = session.order(uid)?;
    let ScanOutcome::Added { order, item_name, expired } = session.scan_into(uid, code)? else {
        return Ok(None);
    };
    let was = |item: &str, uom: &str| {
        let same = |line: &&LineView| line.item_code == item && line.uom == uom;
        before.lines.iter().filter(same).map(|line| line.qty).sum::<Decimal>()
    };
    let grown = order.lines.iter().filter(|line| line.line.is_some()).find_map(|line| {
        let qty = line.qty.saturating_sub(was(&line.item_code, &line.uom));
        (qty > Decimal::ZERO).then(|| Counted {
            item_code: line.item_code.clone(),
            item_name: item_name.clone(),
            uom: line.uom.clone(),
            qty,
            last: qty,
        })
    });
    Ok(grown.map(|counted| (counted, expired)))
}

/// Writes a line below what the note of an order says.
fn write_down(session: &Session, uid: &str, line: &str) -> Result<(), AppError> {
    let note = session.order(uid)?.note;
    let note = if note.trim().is_empty() { line.to_owned() } else { format!("{note}\n{line}") };
    session.edit_order(uid, OrderEdit::Note(note)).map(|_| ())
}

/// Takes the last scan of an item out of a draft again.
fn take_back(session: &Session, uid: &str, last: &Counted) -> Result<(), AppError> {
    let order = session.order(uid)?;
    let same = |line: &&LineView| {
        line.item_code == last.item_code && line.uom == last.uom && line.line.is_some()
    };
    let Some(line) = order.lines.iter().find(same).and_then(|line| line.line) else {
        return Ok(());
    };
    session.edit_order(uid, OrderEdit::Step { line, by: -last.last }).map(|_| ())
}
