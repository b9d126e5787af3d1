//! What a report looks like.

use crate::ask::Asked;
use crate::components::*;
use crate::format::dates;
use crate::screens::receipt::ReceiptOnPaper;
use crate::tr;
use chrono::NaiveDate;
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
    let sub = (!name.is_empty()).then(|| {
        let words = called(kind, &name);
        rsx! { bdi { "{words}" } }
    });
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

/// A day is named as people name it; its file keeps the date.
fn called(kind: ReceiptKind, name: &str) -> String {
    match (kind, name.parse::<NaiveDate>()) {
        (ReceiptKind::Day, Ok(day)) => dates::long(day),
        _ => name.to_owned(),
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
