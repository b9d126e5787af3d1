//! What a placed order's confirmation looks like.

use crate::ask::Asked;
use crate::components::*;
use crate::format::money;
use crate::screens::receipt::ReceiptOnPaper;
use crate::screens::states::NoPosition;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{OrderRow, ReceiptView};
use satchel_domain::orders::OrderState;

/// What is known of the order.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Its row in the list.
    pub row: OrderRow,
    /// Key of the sentence that says why its place is not known; empty where it is.
    pub no_position: String,
    /// Orders that wait on this phone, this one among them if it does.
    pub waiting: u32,
}

#[component]
pub fn View(
    shown: Asked<Known>,
    receipt: Asked<ReceiptView>,
    #[props(default)] print: Option<Element>,
    on_today: EventHandler<()>,
    on_open: EventHandler<()>,
    on_customers: EventHandler<()>,
) -> Element {
    let number = match &shown {
        Asked::Ready(known) => known.row.number.clone(),
        _ => String::new(),
    };
    rsx! {
        Screen {
            header { class: "s-head",
                span { class: "grow" }
                Button { label: tr!("placed-open"), kind: ButtonKind::Text, on_press: on_open }
            }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 1 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("placed-failed"), text: problem.words() }
                    },
                    Asked::Ready(known) => rsx! { Safe { known } },
                }
                {print}
                div { class: "bg-base-200 py-5 min-h-full", ReceiptOnPaper { number, receipt } }
            }
            Foot {
                Actions {
                    Button { label: tr!("placed-today"), home: true, on_press: on_today }
                    Action { label: tr!("placed-new"), glyph: Glyph::Plus, on_press: on_customers }
                }
            }
        }
    }
}

/// That it is placed, its number, and where it is now.
#[component]
fn Safe(known: Known) -> Element {
    let Known { row, no_position, waiting } = known;
    let where_ = match row.state {
        OrderState::Booked => tr!("placed-booked"),
        OrderState::NeedsHand => tr!("placed-hand"),
        OrderState::Withdrawn => tr!("placed-withdrawn"),
        OrderState::Sending | OrderState::Checking => tr!("placed-sending"),
        OrderState::Draft | OrderState::Waiting => tr!("placed-waiting", count: waiting),
    };
    rsx! {
        div { class: "s-pad pb-4", role: "status", "aria-live": "polite",
            div { class: "flex items-center gap-3.5",
                span { class: "grid place-items-center w-13 h-13 rounded-full bg-primary text-primary-content flex-none",
                    Icon { glyph: Glyph::Check, size: IconSize::Large }
                }
                div { class: "min-w-0",
                    h1 { class: "s-title", {tr!("placed-title")} }
                    p { class: "s-lead wrap-anywhere",
                        bdi { class: "s-code", "{row.number}" }
                        " · "
                        bdi { class: "s-num", {money(row.due.amount, &row.due.currency)} }
                    }
                    p { class: "s-meta s-line1", bdi { "{row.customer_name}" } }
                }
            }
            p { class: "s-meta pt-2.5", "{where_}" }
            NoPosition { why: no_position }
        }
    }
}
