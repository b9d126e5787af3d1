//! The receipt of a placed order, as screens show it and printers print it.

use crate::ask::{Asked, use_ask};
use crate::components::{Bones, Failed, Paper};
use crate::i18n::language;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_domain::receipts::{BUILT_IN_LABELS, Receipt};
use std::collections::BTreeMap;

/// The key of a label of the built-in template.
fn label_key(label: &str) -> Option<&'static str> {
    Some(match label {
        "receipt" => key!("receipt-label-receipt"),
        "order" => key!("receipt-label-order"),
        "date" => key!("receipt-label-date"),
        "delivery_date" => key!("receipt-label-delivery-date"),
        "po_no" => key!("receipt-label-po-no"),
        "tax_id" => key!("receipt-label-tax-id"),
        "free" => key!("receipt-label-free"),
        "discount" => key!("receipt-label-discount"),
        "net_total" => key!("receipt-label-net-total"),
        "rounding" => key!("receipt-label-rounding"),
        "total" => key!("receipt-label-total"),
        "total_qty" => key!("receipt-label-total-qty"),
        "sales_person" => key!("receipt-label-sales-person"),
        "not_booked" => key!("receipt-label-not-booked"),
        "thanks" => key!("receipt-label-thanks"),
        "copy" => key!("receipt-label-copy"),
        "visit" => key!("receipt-label-visit"),
        "started" => key!("receipt-label-started"),
        "ended" => key!("receipt-label-ended"),
        "outcome" => key!("receipt-label-outcome"),
        "notes" => key!("receipt-label-notes"),
        "position" => key!("receipt-label-position"),
        "task" => key!("receipt-label-task"),
        "project" => key!("receipt-label-project"),
        "status" => key!("receipt-label-status"),
        "progress" => key!("receipt-label-progress"),
        "expected" => key!("receipt-label-expected"),
        "day" => key!("receipt-label-day"),
        "orders" => key!("receipt-label-orders"),
        "visits" => key!("receipt-label-visits"),
        "test" => key!("receipt-label-test"),
        _ => return None,
    })
}

/// The labels of a receipt in the language of the screen, by their names in the template.
pub fn labels() -> BTreeMap<String, String> {
    BUILT_IN_LABELS
        .iter()
        .filter_map(|(label, _)| Some(((*label).to_owned(), tr!(label_key(label)?))))
        .collect()
}

/// The receipt of a placed order, asked for in the language of the screen.
pub fn use_receipt(uid: ReadSignal<String>) -> Memo<Asked<Receipt>> {
    use_ask(move || {
        let (uid, labels, rtl) = (uid(), labels(), language().dir() == "rtl");
        move |session: &Session| session.receipt(&uid, &labels, rtl)
    })
}

/// The receipt on paper, or why there is none.
#[component]
pub fn ReceiptView(
    /// The receipt number.
    number: String,
    /// What is known of the receipt.
    receipt: Asked<Receipt>,
) -> Element {
    match receipt {
        Asked::Loading => rsx! { Bones { rows: 4 } },
        Asked::Failed(problem) => rsx! {
            Failed { title: tr!("receipt-failed"), text: problem.words() }
        },
        Asked::Ready(receipt) => rsx! {
            Paper { name: tr!("receipt-name", number: number), receipt }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Problem;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    #[test]
    fn every_label_of_the_template_is_translated() {
        for (label, _) in BUILT_IN_LABELS {
            assert!(label_key(label).is_some(), "{label}");
        }
        assert_eq!(label_key("something else"), None);
        let html = render_at(Language::Spanish, 100, || {
            let labels = labels();
            rsx! { p { "{labels.len()}" } p { {labels.get("tax_id").cloned()} } }
        });
        assert_eq!(text(&html), format!("{}NIF", BUILT_IN_LABELS.len()));
    }

    #[test]
    fn a_receipt_that_cannot_be_made_says_why() {
        let html = render_at(Language::English, 100, || {
            let problem = Problem { id: "error-app-stopped", args: vec![] };
            rsx! { ReceiptView { number: "VAN3-00042", receipt: Asked::Failed(problem) } }
        });
        assert!(html.contains("role=\"alert\""), "{html}");
        let html = render_at(Language::Arabic, 150, || {
            rsx! { ReceiptView { number: "VAN3-00042", receipt: Asked::Ready(Receipt::default()) } }
        });
        assert!(html.contains("s-paper") && html.contains("VAN3-00042"), "{html}");
    }
}
