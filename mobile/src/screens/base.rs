//! The bottom of the five root screens: what waits, and the dock.

use crate::ask::{Asked, use_ask, use_session};
use crate::components::*;
use crate::format::dates;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::StripState;

/// Strip and dock of a root screen, kept up to date by themselves. Stands where a screen without a
/// dock has its foot.
#[component]
pub fn RootBase(
    /// Which of the five places this is.
    here: Place,
    /// Another place was chosen.
    on_go: EventHandler<Place>,
    /// The strip was pressed: what waits is to be shown.
    on_strip: EventHandler<()>,
    /// A line above the strip, for instance a search.
    #[props(default)]
    children: Element,
) -> Element {
    let strip = use_ask(|| Session::strip);
    let state = match strip() {
        Asked::Ready(state) => Some(state),
        _ => None,
    };
    let session = use_session();
    rsx! {
        // Pressed by a pull at the top of the screen (shells/pull.js); the sync centre has one to see.
        button { r#type: "button", hidden: true, "data-refresh": "", onclick: move |_| session.sync_now() }
        BaseView { here, state, on_go, on_strip, {children} }
    }
}

/// The same, of a state that is known.
#[component]
pub fn BaseView(
    here: Place,
    state: Option<StripState>,
    on_go: EventHandler<Place>,
    on_strip: EventHandler<()>,
    #[props(default)] children: Element,
) -> Element {
    let needs_hand = match state {
        Some(StripState::NeedsHand { refused, .. }) => refused,
        _ => 0,
    };
    rsx! {
        Base {
            {children}
            if let Some(state) = state {
                Strip { kind: strip_kind(&state), text: strip_words(&state), on_open: on_strip }
            }
            Dock { here, needs_hand, on_go }
        }
    }
}

fn strip_kind(state: &StripState) -> StripKind {
    match state {
        StripState::AllBooked { .. } => StripKind::Booked,
        StripState::Waiting { .. } | StripState::OldPrices { .. } | StripState::Paused { .. } => {
            StripKind::Waiting
        }
        StripState::Sending { .. } | StripState::Loading { .. } => StripKind::Sending,
        StripState::NeedsHand { .. } => StripKind::Hand,
    }
}

/// The one sentence of the strip.
pub fn strip_words(state: &StripState) -> String {
    match state {
        StripState::AllBooked { at: None } => tr!("strip-nothing"),
        StripState::AllBooked { at: Some(at) } => {
            tr!("strip-booked", time: dates::time(at.time()))
        }
        StripState::Waiting { orders: 0, others } => tr!("strip-others", count: *others),
        StripState::Waiting { orders, others: 0 } => tr!("strip-orders", count: *orders),
        StripState::Waiting { orders, others } => {
            tr!("strip-both", orders: *orders, others: *others)
        }
        StripState::Sending { orders: 0, others } => tr!("strip-sending-others", count: *others),
        StripState::Sending { orders, .. } => tr!("strip-sending", count: *orders),
        StripState::Paused { orders, others, .. } => {
            tr!("strip-paused", count: orders.saturating_add(*others))
        }
        StripState::Loading { thousandths, can_sell } => {
            let percent = thousandths / 10;
            match can_sell {
                true => tr!("strip-loading-rest", percent: percent),
                false => tr!("strip-loading", percent: percent),
            }
        }
        StripState::OldPrices { since } => {
            tr!("strip-old-prices", date: dates::short(since.date_naive()))
        }
        StripState::NeedsHand { refused, only_orders, waiting } => {
            hand_words(*refused, *only_orders, *waiting)
        }
    }
}

fn hand_words(refused: u32, only_orders: bool, waiting: u32) -> String {
    match (only_orders, waiting) {
        (true, 0) => tr!("strip-hand", count: refused),
        (true, waiting) => tr!("strip-hand-waiting", count: refused, waiting: waiting),
        (false, 0) => tr!("sync-hand", count: refused),
        (false, waiting) => tr!("strip-things-waiting", count: refused, waiting: waiting),
    }
}
