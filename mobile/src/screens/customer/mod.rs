//! A customer: how to reach them, what they owe, what they buy, and the way into an order.

mod edit;
#[cfg(test)]
mod tests;
mod view;
mod visits;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
use edit::Edit;
use satchel_app::Session;
use satchel_app::views::{CustomerFields, OrderEdit};
use view::{Do, View};

/// The screen.
#[component]
pub fn Customer(
    /// Key of the customer.
    customer: String,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// An order was started or is to go on: its uid.
    on_order: EventHandler<String>,
    /// A placed order is to be shown: its uid.
    on_open_order: EventHandler<String>,
    /// A visit is to be shown: its uid.
    on_visit: EventHandler<String>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut problem = use_signal(|| None::<Problem>);
    let mut changing = use_signal(|| None::<CustomerFields>);
    let customer = use_memo(use_reactive!(|customer| customer));
    let found = use_ask(move || {
        let key = customer();
        move |session: &Session| session.customer(&key)
    });
    let visits = use_ask(move || {
        let key = customer();
        move |session: &Session| session.visits_of(&key)
    });
    let visits = match visits() {
        Asked::Ready(visits) => visits,
        _ => Vec::new(),
    };
    let saver = session.clone();
    let save = move |fields: CustomerFields| match saver.change_customer(&customer.peek(), &fields)
    {
        Ok(_) => {
            problem.set(None);
            changing.set(None);
        }
        Err(error) => problem.set(Some(error.into())),
    };
    // Arriving on the day of a plan is making it.
    let planned = visits.iter().find(|visit| visit.is_planned_for(today));
    let planned = planned.map(|visit| visit.event.clone()).unwrap_or_default();
    let act = move |what: Do| {
        let key = customer.peek().clone();
        let started = match what {
            Do::Change => match session.customer_fields(&key) {
                Ok(fields) => return changing.set(Some(fields)),
                Err(error) => Err(error),
            },
            Do::CheckIn => {
                let arrived = session.check_in(&key, &planned);
                return problem.set(arrived.err().map(Problem::from));
            }
            Do::Order => session.start_order(&key),
            Do::Usual => session.start_order(&key).and_then(|uid| {
                session.edit_order(&uid, OrderEdit::UsualBasket)?;
                Ok(uid)
            }),
            Do::Again(order) => session.order_again(&order),
        };
        match started {
            Ok(uid) => on_order.call(uid),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    rsx! {
        View {
            shown: found(),
            visits,
            problem: problem(),
            today,
            on_do: act,
            on_back,
            on_open_order,
            on_visit,
        }
        if let Some(fields) = changing() {
            Edit {
                fields,
                problem: problem(),
                on_save: save,
                on_close: move |()| {
                    problem.set(None);
                    changing.set(None);
                },
            }
        }
    }
}
