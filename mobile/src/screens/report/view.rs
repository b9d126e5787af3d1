//! What a report looks like.

use crate::ask::Asked;
use crate::components::*;
use crate::screens::receipt::ReceiptOnPaper;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{ReceiptKind, ReceiptView};

#[component]
pub fn View(
    kind: ReceiptKind,
    receipt: Asked<ReceiptView>,
    #[props(default)] deeds: Option<Element>,
    on_back: EventHandler<()>,
) -> Element {
    let name = match &receipt {
        Asked::Ready(made) => made.title.clone(),
        _ => String::new(),
    };
    let sub = (!name.is_empty()).then(|| rsx! { bdi { "{name}" } });
    let ready = matches!(receipt, Asked::Ready(_));
    rsx! {
        Screen {
            Head { title: kind_name(kind), sub, on_back }
            Body {
                if ready {
                    {deeds}
                }
                div { class: "bg-base-200 py-5 min-h-full", ReceiptOnPaper { number: name, receipt } }
            }
        }
    }
}

/// What a kind of receipt is called.
pub fn kind_name(kind: ReceiptKind) -> String {
    match kind {
        ReceiptKind::Order => tr!("report-order"),
        ReceiptKind::Visit => tr!("report-visit"),
        ReceiptKind::Task => tr!("report-task"),
        ReceiptKind::Day => tr!("report-day"),
    }
}
