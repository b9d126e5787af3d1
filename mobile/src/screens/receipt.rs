//! Receipts as screens show them and printers print them.

use crate::ask::{Asked, use_ask};
use crate::components::{Bones, Failed, Glyph, Note, Paper, Tone};
use crate::i18n::{language, words_of};
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{ReceiptError, ReceiptOf, ReceiptView};
use satchel_domain::receipts::{BUILT_IN_LABELS, SITE_WORDS};
use std::collections::BTreeMap;

/// The key of a label of the built-in templates, or of a word of the site.
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
        "notes" => key!("receipt-label-notes"),
        "position" => key!("receipt-label-position"),
        "task" => key!("receipt-label-task"),
        "project" => key!("receipt-label-project"),
        "customer" => key!("receipt-label-customer"),
        "status" => key!("receipt-label-status"),
        "progress" => key!("receipt-label-progress"),
        "expected" => key!("receipt-label-expected"),
        "time_logs" => key!("receipt-label-time-logs"),
        "hours" => key!("receipt-label-hours"),
        "day" => key!("receipt-label-day"),
        "orders" => key!("receipt-label-orders"),
        "visits" => key!("receipt-label-visits"),
        "tasks" => key!("receipt-label-tasks"),
        "checklist" => key!("receipt-label-checklist"),
        "progress_log" => key!("receipt-label-progress-log"),
        "signature" => key!("receipt-label-signature"),
        "test" => key!("receipt-label-test"),
        "Open" => key!("task-status-open"),
        "Working" => key!("task-status-working"),
        "Pending Review" => key!("task-status-pending-review"),
        "Overdue" => key!("task-status-overdue"),
        "Completed" => key!("task-status-completed"),
        "Cancelled" => key!("task-status-cancelled"),
        _ => return None,
    })
}

/// The labels of a receipt in the language of the screen, by their names in the template.
pub fn labels() -> BTreeMap<String, String> {
    let labels = BUILT_IN_LABELS.iter().map(|(label, _)| *label).chain(SITE_WORDS);
    labels.filter_map(|label| Some((label.to_owned(), tr!(label_key(label)?)))).collect()
}

/// A receipt, asked for in the language of the screen.
pub fn use_receipt(of: impl Fn() -> ReceiptOf + 'static) -> Memo<Asked<ReceiptView>> {
    use_ask(move || {
        let (of, labels, rtl) = (of(), labels(), language().dir() == "rtl");
        move |session: &Session| session.receipt(&of, &labels, rtl)
    })
}

/// Where a template is wrong, as a sentence.
pub fn template_problem(problem: &ReceiptError) -> String {
    let args = problem.arguments().into_iter().map(|(name, value)| (name.to_owned(), value));
    words_of(problem.message_id(), &args.collect::<Vec<_>>())
}

/// The receipt on paper, or why there is none.
#[component]
pub fn ReceiptOnPaper(
    /// The receipt number.
    number: String,
    /// What is known of the receipt.
    receipt: Asked<ReceiptView>,
) -> Element {
    match receipt {
        Asked::Loading => rsx! { Bones { rows: 4 } },
        Asked::Failed(problem) => rsx! {
            Failed { title: tr!("receipt-failed"), text: problem.words() }
        },
        Asked::Ready(receipt) => rsx! {
            if let Some(problem) = receipt.problem {
                div { class: "s-pad pb-4",
                    Note {
                        glyph: Glyph::TriangleAlert,
                        tone: Tone::Waiting,
                        title: tr!("receipt-stood-in"),
                        text: template_problem(&problem),
                    }
                }
            }
            Paper {
                name: tr!("receipt-name", number: number),
                receipt: receipt.receipt,
                logo: receipt.logo,
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Problem;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    fn made(problem: Option<ReceiptError>) -> ReceiptView {
        ReceiptView { title: "VAN3-00042".to_owned(), problem, ..ReceiptView::default() }
    }

    #[test]
    fn every_label_of_the_template_is_translated() {
        for label in BUILT_IN_LABELS.iter().map(|(label, _)| *label).chain(SITE_WORDS) {
            assert!(label_key(label).is_some(), "{label}");
        }
        assert_eq!(label_key("something else"), None);
        let html = render_at(Language::Spanish, 100, || {
            let labels = labels();
            rsx! { p { "{labels.len()}" } p { {labels.get("tax_id").cloned()} } }
        });
        assert_eq!(text(&html), format!("{}NIF", BUILT_IN_LABELS.len() + SITE_WORDS.len()));
    }

    #[test]
    fn a_receipt_that_cannot_be_made_says_why() {
        let html = render_at(Language::English, 100, || {
            let problem = Problem { id: "error-app-stopped", args: vec![] };
            rsx! { ReceiptOnPaper { number: "VAN3-00042", receipt: Asked::Failed(problem) } }
        });
        assert!(html.contains("role=\"alert\""), "{html}");
        let html = render_at(Language::Arabic, 150, || {
            rsx! { ReceiptOnPaper { number: "VAN3-00042", receipt: Asked::Ready(made(None)) } }
        });
        assert!(html.contains("s-paper") && html.contains("VAN3-00042"), "{html}");
        let html = render_at(Language::English, 100, || {
            let wrong = ReceiptError::Template { line: 7, detail: "no such filter".to_owned() };
            rsx! { ReceiptOnPaper { number: "VAN3-00042", receipt: Asked::Ready(made(Some(wrong))) } }
        });
        assert!(html.contains("s-paper") && text(&html).contains("Line 7"), "{html}");
    }
}
