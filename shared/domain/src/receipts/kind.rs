//! What receipts are of, and the templates that ship for them.

use std::collections::BTreeMap;

/// What a receipt is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReceiptKind {
    /// A Sales Order.
    Order,
    /// A Field Visit.
    Visit,
    /// A Task.
    Task,
    /// A rep's day: `doc` has `date`, `orders`, `visits` and `tasks`, lists of such documents, and
    /// `totals`, what the orders come to in each currency.
    Day,
}

impl ReceiptKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Order, Self::Visit, Self::Task, Self::Day];

    /// What settings and the office tool call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Visit => "visit",
            Self::Task => "task",
            Self::Day => "day",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The template that ships.
    pub fn template(self) -> &'static str {
        match self {
            Self::Order => include_str!("../../../../assets/receipts/order.jinja"),
            Self::Visit => include_str!("../../../../assets/receipts/visit.jinja"),
            Self::Task => include_str!("../../../../assets/receipts/task.jinja"),
            Self::Day => include_str!("../../../../assets/receipts/day.jinja"),
        }
    }
}

/// The labels the templates that ship ask for, with their words in English; the caller gives them in
/// the rep's language.
pub const BUILT_IN_LABELS: [(&str, &str); 37] = [
    ("receipt", "Receipt"),
    ("order", "Order"),
    ("date", "Date"),
    ("delivery_date", "Delivery"),
    ("po_no", "Your order"),
    ("tax_id", "Tax ID"),
    ("free", "free"),
    ("discount", "Discount"),
    ("net_total", "Net total"),
    ("rounding", "Rounding"),
    ("total", "Total"),
    ("total_qty", "Quantity"),
    ("sales_person", "Sold by"),
    ("not_booked", "Not yet booked by the office"),
    ("thanks", "Thank you"),
    ("copy", "Copy"),
    ("visit", "Visit"),
    ("started", "Began"),
    ("ended", "Ended"),
    ("notes", "Notes"),
    ("position", "Position"),
    ("task", "Task"),
    ("project", "Project"),
    ("customer", "Customer"),
    ("status", "Status"),
    ("progress", "Progress"),
    ("expected", "Due"),
    ("time_logs", "Time"),
    ("hours", "h"),
    ("day", "Day report"),
    ("orders", "Orders"),
    ("visits", "Visits"),
    ("tasks", "Tasks"),
    ("checklist", "Checklist"),
    ("progress_log", "Reported"),
    ("signature", "Signature of the customer"),
    ("test", "Test page"),
];

/// Words of ERPNext that stand in documents, which a template has translated by `_`: the states of a
/// Task (`erpnext/projects/doctype/task/task.json`). They are labels under their own name.
pub const SITE_WORDS: [&str; 6] =
    ["Open", "Working", "Pending Review", "Overdue", "Completed", "Cancelled"];

/// The labels and [`SITE_WORDS`] in English, for whoever has no other language.
pub fn english() -> BTreeMap<String, String> {
    let labels = BUILT_IN_LABELS.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned()));
    labels.chain(SITE_WORDS.iter().map(|word| ((*word).to_owned(), (*word).to_owned()))).collect()
}

/// Made-up documents to try a template on: one of each kind under its name, with `company` and
/// `customer`.
pub fn sample() -> serde_json::Value {
    // A test reads the file; a mistake in it would leave an empty paper.
    serde_json::from_str(include_str!("../../../../assets/receipts/sample.json"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_names_and_templates_only_known_labels() {
        for kind in ReceiptKind::ALL {
            assert_eq!(ReceiptKind::named(kind.name()), Some(kind));
            for asked in kind.template().split("labels.").skip(1) {
                let end = asked.find(|sign: char| !(sign.is_ascii_lowercase() || sign == '_'));
                let label = &asked[..end.unwrap_or(asked.len())];
                assert!(BUILT_IN_LABELS.iter().any(|(key, _)| *key == label), "{label}");
            }
        }
    }
}
