//! Where each screen is and how one leads to another. Screens know callbacks, never addresses.

mod calendar;
mod customers;
mod id;
mod orders;
mod phone;
mod receipts;
mod roots;
mod team;
mod visits;
mod ways;
mod work;

use crate::arrivals::Arrived;
use crate::screens::team::use_looked;
use calendar::{CalendarPage, EventPage, InvitationPage, NewEventPage};
use customers::{CataloguePage, CustomerPage, CustomersPage, NewCustomerPage};
use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;
use dioxus_history::{History, MemoryHistory};
pub use id::Id;
use orders::{OrderDetailPage, OrderPage, OrdersPage, PickPage, PlacedPage, ReviewPage};
use phone::{
    AboutPage, BackupPage, ConnectAgainPage, CourierPage, PinPage, PresencePage, PrintersPage,
    RemindersPage, ScanningPage, SyncPage,
};
use receipts::{EditTemplatePage, ReportPage, TemplatesPage};
use roots::{MorePage, ScanPage, TasksPage, TodayPage};
use satchel_app::views::ReminderOf;
use std::rc::Rc;
use team::{TeamFiguresPage, TeamPage, TeamVisitPage};
use visits::{DayRoutePage, VisitPage};
use work::TaskPage;

/// The addresses inside the app. They live in memory only: no shell shows them.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Arriving)]
    /// Today.
    #[route("/")]
    TodayPage {},
    /// Orders by state.
    #[route("/orders")]
    OrdersPage {},
    /// Bar codes.
    #[route("/scan")]
    ScanPage {},
    /// Tasks.
    #[route("/tasks")]
    TasksPage {},
    /// Everything else.
    #[route("/more")]
    MorePage {},
    /// Customers; with `ordering`, to choose whom an order is for.
    #[route("/customers/:ordering")]
    CustomersPage {
        /// True where the one chosen gets an order at once.
        ordering: bool,
    },
    /// A customer.
    #[route("/customer/:customer")]
    CustomerPage {
        /// Key of the customer.
        customer: Id,
    },
    /// A new customer.
    #[route("/new-customer")]
    NewCustomerPage {},
    /// The catalogue, to look around.
    #[route("/catalogue")]
    CataloguePage {},
    /// An order being written.
    #[route("/order/:uid")]
    OrderPage {
        /// Its uid.
        uid: Id,
    },
    /// The catalogue, to pick into an order.
    #[route("/order/:uid/pick/:text")]
    PickPage {
        /// The order's uid.
        uid: Id,
        /// What is searched for at first.
        text: Id,
    },
    /// The review before placing.
    #[route("/order/:uid/review")]
    ReviewPage {
        /// The order's uid.
        uid: Id,
    },
    /// The confirmation.
    #[route("/placed/:uid")]
    PlacedPage {
        /// The order's uid.
        uid: Id,
    },
    /// A placed order.
    #[route("/orders/:uid")]
    OrderDetailPage {
        /// Its uid.
        uid: Id,
    },
    /// A task.
    #[route("/task/:task")]
    TaskPage {
        /// Its key.
        task: Id,
    },
    /// The report of a visit, a task or a day.
    #[route("/report/:of")]
    ReportPage {
        /// What it is of, as a print job names it.
        of: Id,
    },
    /// Receipt templates.
    #[route("/templates")]
    TemplatesPage {},
    /// A receipt template being edited.
    #[route("/template/:kind")]
    EditTemplatePage {
        /// The name of its kind.
        kind: Id,
    },
    /// The calendar.
    #[route("/calendar/:day")]
    CalendarPage {
        /// The day it shows, as ISO 8601 writes it; empty for today.
        day: Id,
    },
    /// An entry of the calendar.
    #[route("/event/:event")]
    EventPage {
        /// Its key.
        event: Id,
    },
    /// An invitation, to be taken into the calendar.
    #[route("/invitation")]
    InvitationPage {},
    /// A new entry of the calendar.
    #[route("/new-event/:at")]
    NewEventPage {
        /// When it starts, as ISO 8601 writes it.
        at: Id,
    },
    /// A visit.
    #[route("/visit/:visit")]
    VisitPage {
        /// Its uid.
        visit: Id,
    },
    /// The way of the day.
    #[route("/day-route")]
    DayRoutePage {},
    /// What waits.
    #[route("/sync")]
    SyncPage {},
    /// What waits, carried by file.
    #[route("/courier")]
    CourierPage {},
    /// A safe copy.
    #[route("/backup")]
    BackupPage {},
    /// Printers.
    #[route("/printers")]
    PrintersPage {},
    /// How scanning is set.
    #[route("/scanning")]
    ScanningPage {},
    /// How the rep is reminded.
    #[route("/reminders")]
    RemindersPage {},
    /// Another PIN.
    #[route("/pin")]
    PinPage {},
    /// A finger or a face in place of the PIN.
    #[route("/presence")]
    PresencePage {},
    /// A new code for this profile.
    #[route("/connect-again")]
    ConnectAgainPage {},
    /// The team.
    #[route("/team")]
    TeamPage {},
    /// A visit of the team.
    #[route("/team/visit/:visit")]
    TeamVisitPage {
        /// Its number on this phone.
        visit: Id,
    },
    /// Figures of the team.
    #[route("/team/figures")]
    TeamFiguresPage {},
    /// About Satchel.
    #[route("/about")]
    AboutPage {},
}

/// Every screen; a receipt that another app hands over leads to where it is taken in, a reminder that was
/// pressed to what it is of.
#[component]
fn Arriving() -> Element {
    let Arrived { receipt, calendar, mut reminded, .. } = use_context();
    use_effect(move || {
        if receipt.read().is_some() {
            ways::to(Route::CourierPage {});
        }
    });
    use_effect(move || {
        if calendar.read().is_some() {
            ways::to(Route::InvitationPage {});
        }
    });
    use_effect(move || {
        let Some(of) = reminded.read().clone() else { return };
        reminded.set(None);
        match of {
            ReminderOf::Event(key) => ways::to(Route::EventPage { event: Id(key) }),
            ReminderOf::Task(key) => ways::task(key),
        }
    });
    rsx! { Outlet::<Route> {} }
}

/// Everything behind the gate.
#[component]
pub fn Inside() -> Element {
    use_looked();
    rsx! {
        HistoryProvider {
            history: move |()| Rc::new(MemoryHistory::default()) as Rc<dyn History>,
            Router::<Route> {}
        }
    }
}
