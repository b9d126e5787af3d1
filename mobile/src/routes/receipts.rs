//! Reports, and the templates of receipts.

use super::{Id, Route, ways};
use crate::screens::report::Report;
use crate::screens::templates::{EditTemplate, Templates};
use dioxus::prelude::*;
use satchel_app::views::{ReceiptKind, ReceiptOf};

/// The report of a visit, a task or a day.
#[component]
pub fn ReportPage(of: ReadSignal<Id>) -> Element {
    // The addresses are made here; one that names nothing leads to "no such order".
    let of = use_memo(move || {
        let document = of().0;
        ReceiptOf::of_document(&document).unwrap_or(ReceiptOf::Order(document))
    });
    rsx! {
        Report {
            of: of(),
            on_back: |()| ways::back(),
            on_printers: |()| ways::to(Route::PrintersPage {}),
        }
    }
}

/// Receipt templates.
#[component]
pub fn TemplatesPage() -> Element {
    rsx! {
        Templates {
            on_back: |()| ways::back(),
            on_open: |kind: ReceiptKind| {
                ways::to(Route::EditTemplatePage { kind: Id(kind.name().to_owned()) });
            },
        }
    }
}

/// A receipt template being edited.
#[component]
pub fn EditTemplatePage(kind: Id) -> Element {
    // The addresses are made above, of kinds there are.
    let kind = ReceiptKind::named(&kind.0).unwrap_or(ReceiptKind::Order);
    rsx! {
        EditTemplate { kind, on_back: |()| ways::back() }
    }
}
