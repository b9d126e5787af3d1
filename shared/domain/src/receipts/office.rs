//! Templates the office gives to its phones: Print Formats of ERPNext for raw printing.

use super::kind::ReceiptKind;
use serde_json::{Map, Value, json};

/// DocType of what holds a template at the office.
pub const PRINT_FORMAT: &str = "Print Format";

impl ReceiptKind {
    /// Name of the Print Format that holds the office's template, and the DocType it is for. A day has no DocType
    /// of its own; it belongs to the rep, who is a Sales Person.
    pub const fn print_format(self) -> (&'static str, &'static str) {
        match self {
            Self::Order => ("Satchel Order", "Sales Order"),
            Self::Visit => ("Satchel Visit", "Field Visit"),
            Self::Task => ("Satchel Task", "Task"),
            Self::Day => ("Satchel Day", "Sales Person"),
        }
    }

    /// The fields of the Print Format that gives this template to the phones: raw printing in Jinja
    /// (`raw_printing`, `raw_commands`), which ERPNext keeps as it is written.
    pub fn to_print_format(self, template: &str) -> Map<String, Value> {
        let (name, doctype) = self.print_format();
        let fields = json!({
            "name": name, "doc_type": doctype, "standard": "No", "custom_format": 1, "disabled": 0,
            "print_format_type": "Jinja", "raw_printing": 1, "raw_commands": template,
        });
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

/// Names of all of them.
pub const PRINT_FORMATS: [&str; 4] = [
    ReceiptKind::Order.print_format().0,
    ReceiptKind::Visit.print_format().0,
    ReceiptKind::Task.print_format().0,
    ReceiptKind::Day.print_format().0,
];

/// The template in a Print Format of a phone's kind; none in one that is disabled, empty, or not for raw
/// printing.
pub fn of_print_format(document: &Value) -> Option<&str> {
    let set = |field: &str| match document.get(field) {
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::Bool(set)) => *set,
        _ => false,
    };
    let text = document.get("raw_commands").and_then(Value::as_str)?;
    (set("raw_printing") && !set("disabled") && !text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_has_a_print_format_of_its_own() {
        for (kind, name) in ReceiptKind::ALL.into_iter().zip(PRINT_FORMATS) {
            assert_eq!(kind.print_format().0, name);
            let made = Value::Object(kind.to_print_format(kind.template()));
            assert_eq!(of_print_format(&made), Some(kind.template()));
        }
    }

    #[test]
    fn what_is_switched_off_or_for_other_printers_is_no_template() {
        let with = |field: &str, value: Value| {
            let mut made = ReceiptKind::Order.to_print_format("Thank you");
            made.insert(field.to_owned(), value);
            Value::Object(made)
        };
        for (field, value) in [
            ("disabled", json!(1)),
            ("raw_printing", json!(0)),
            ("raw_commands", json!(" \n")),
            ("raw_commands", Value::Null),
        ] {
            assert_eq!(of_print_format(&with(field, value)), None, "{field}");
        }
    }

    proptest! {
        #[test]
        fn any_template_comes_through(template in "\\PC{1,40}") {
            prop_assume!(!template.trim().is_empty());
            let made = Value::Object(ReceiptKind::Day.to_print_format(&template));
            prop_assert_eq!(of_print_format(&made), Some(template.as_str()));
        }
    }
}
