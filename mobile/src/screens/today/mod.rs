//! Today: what was sold, where to go next, what to pick up again.

mod plan;
#[cfg(test)]
mod tests;
mod view;
mod visit;

use crate::ask::{Problem, off_screen, use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use crate::screens::team::today::TeamToday;
use crate::screens::track::TrackSign;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ReceiptOf;
use std::time::Duration;
use view::View;

/// Where Today leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// Customers, to look one up.
    Customers,
    /// The calendar.
    Calendar,
    /// A customer, by key.
    Customer(String),
    /// A new order for a customer, by key.
    OrderFor(String),
    /// A new order; whom for is to be chosen.
    NewOrder,
    /// A draft, by uid.
    Draft(String),
    /// A placed order, by uid.
    Order(String),
    /// The tasks.
    Tasks,
    /// The team.
    Team,
    /// A visit, by uid.
    Visit(String),
    /// The way of the day.
    Route,
    /// The note of a visit, the report of a task or of the day.
    Report(ReceiptOf),
}

/// Something the rep does on Today itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Arrived at the customer of a stop: customer key and event key.
    CheckIn(String, String),
    /// Leaves.
    CheckOut,
    /// Adds a picture to the visit that goes on: its uid and the bytes.
    Picture(String, Vec<u8>),
}

/// The screen.
#[component]
pub fn Today(
    /// The rep goes somewhere else.
    on_way: EventHandler<Way>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let day = use_day();
    let shown = use_ask(move || {
        // A new day begins at midnight, also where nothing is saved.
        let _ = day.read();
        Session::today_view
    });
    let mut wrong = use_signal(|| None::<Problem>);
    let on_deed = move |deed: Deed| {
        let done = match deed {
            Deed::CheckIn(customer, event) => session.check_in(&customer, &event).map(drop),
            Deed::CheckOut => session.check_out("").map(drop),
            Deed::Picture(visit, content) => {
                let session = session.clone();
                // Scaling a photo takes longer than a screen may wait.
                spawn(async move {
                    let kept = off_screen(move || session.attach_picture(&visit, content)).await;
                    wrong.set(kept.err());
                });
                return;
            }
        };
        wrong.set(done.err().map(Problem::from));
    };
    rsx! {
        View {
            shown: shown(),
            wrong: wrong(),
            on_way,
            on_deed,
            team: rsx! {
                TeamToday { on_open: move |()| on_way.call(Way::Team) }
            },
            track: rsx! { TrackSign {} },
            base: rsx! {
                RootBase { here: Place::Today, on_go, on_strip }
            },
        }
    }
}

/// The phone's date, looked at twice a minute.
fn use_day() -> Signal<chrono::NaiveDate> {
    let session = use_session();
    let mut day = use_signal(|| session.today());
    use_future(move || {
        let session = session.clone();
        async move {
            loop {
                tokio::time::sleep(Duration::from_secs(30)).await;
                let now = session.today();
                if *day.peek() != now {
                    day.set(now);
                }
            }
        }
    });
    day
}
