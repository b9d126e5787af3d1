//! Arbitrary templates over an order: whatever they hold, there is a receipt, and every printer gets lines
//! of it. A mistake that is told stands at a line of the template.

#![no_main]

use chrono::NaiveDateTime;
use libfuzzer_sys::fuzz_target;
use satchel_domain::receipts::{
    ReceiptContext, ReceiptFormat, ReceiptKind, english, layout, parse, render, sample,
};
use serde_json::Value;

fuzz_target!(|template: &str| {
    // The text is tried as markup too.
    let _ = parse(template);
    let sample = sample();
    for kind in ReceiptKind::ALL {
        let context = ReceiptContext {
            doc: sample.get(kind.name()).unwrap_or(&Value::Null),
            company: sample.get("company").unwrap_or(&Value::Null),
            customer: sample.get("customer").unwrap_or(&Value::Null),
            receipt_no: "VAN3-00042",
            captured_at: NaiveDateTime::default(),
            sales_person: "Ana",
            labels: &english(),
            format: &ReceiptFormat::default(),
            rtl: template.len() % 2 == 1,
        };
        let rendered = render(kind, Some(template), &context).expect("the built-in one stands in");
        if let Some(line) = rendered.problem.and_then(|problem| problem.template_line()) {
            assert!(line <= template.split('\n').count(), "line {line}");
        }
        for width in [0, 16, 32, 48] {
            layout(&rendered.receipt, width);
        }
    }
});
