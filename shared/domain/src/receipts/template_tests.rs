use proptest::prelude::*;
use serde_json::json;

use super::super::{BUILT_IN_LABELS, Block, Line, english, layout, sample};
use super::*;

fn order() -> Value {
    json!({
        "name": "SO-0001", "customer": "C-1", "customer_name": "Northwind | Stores",
        "company": "Acme Trading", "delivery_date": "2026-11-28", "po_no": "PO@7",
        "address_display": "Main St. 1<br>Springfield<br>",
        "total_qty": 13.5, "total": 123.25, "discount_amount": 3.25, "net_total": 120.0,
        "grand_total": 129.6, "rounded_total": 130.0, "rounding_adjustment": 0.4,
        "in_words": "USD One Hundred And Thirty only.",
        "items": [
            {"item_code": "I-1", "item_name": "Dark roasted coffee beans from the highlands",
             "qty": 12.0, "uom": "Nos", "rate": 10.0, "amount": 120.0, "discount_percentage": 5.0},
            {"item_code": "I-2", "item_name": "Tea", "qty": 1.5, "uom": "Kg", "rate": 2.1667,
             "amount": 3.25},
            {"item_code": "I-3", "item_name": "Mug", "qty": 1.0, "uom": "Nos", "rate": 0.0,
             "amount": 0.0, "is_free_item": 1},
        ],
        "taxes": [{"description": "VAT 8 %", "tax_amount": 9.86, "tax_amount_after_discount_amount": 9.6}],
    })
}

struct Given {
    doc: Value,
    company: Value,
    customer: Value,
    labels: BTreeMap<String, String>,
    format: ReceiptFormat,
}

impl Given {
    fn new(doc: Value) -> Self {
        Self {
            doc,
            company: json!({"company_name": "Acme Trading", "tax_id": "12-345", "phone_no": "555 0100"}),
            customer: json!({"tax_id": "98-765"}),
            labels: BUILT_IN_LABELS
                .iter()
                .map(|(key, _)| ((*key).to_owned(), format!("<{key}>")))
                .collect(),
            format: ReceiptFormat {
                symbol: "$".to_owned(),
                date_format: "dd/mm/yyyy".to_owned(),
                ..ReceiptFormat::default()
            },
        }
    }

    fn context(&self) -> ReceiptContext<'_> {
        ReceiptContext {
            doc: &self.doc,
            company: &self.company,
            customer: &self.customer,
            receipt_no: "R-7-0042",
            captured_at: NaiveDateTime::parse_from_str("2026-11-21 09:05", "%Y-%m-%d %H:%M")
                .unwrap(),
            sales_person: "Ana",
            labels: &self.labels,
            format: &self.format,
            rtl: false,
        }
    }
}

fn printed(template: Option<&str>, doc: Value) -> (Vec<String>, Option<ReceiptError>) {
    let given = Given::new(doc);
    let rendered = render(ReceiptKind::Order, template, &given.context()).unwrap();
    let lines = layout(&rendered.receipt, 32)
        .into_iter()
        .filter_map(|line| match line {
            Line::Text(text) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    (lines, rendered.problem)
}

#[test]
fn the_built_in_receipt() {
    let (lines, problem) = printed(None, order());
    assert_eq!(problem, None);
    assert_eq!(
        lines,
        [
            "  Acme Trading",
            "        <tax_id> 12-345",
            "            555 0100",
            "--------------------------------",
            "<receipt>               R-7-0042",
            "<order>                  SO-0001",
            "<date>          21/11/2026 09:05",
            "<sales_person>               Ana",
            "--------------------------------",
            "Northwind | Stores",
            "Main St. 1",
            "Springfield",
            "<tax_id> 98-765",
            "<po_no>                     PO@7",
            "<delivery_date>       28/11/2026",
            "--------------------------------",
            "Dark roasted coffee beans from",
            "the highlands",
            "12 Nos × 10.00            120.00",
            "<discount> 5 %",
            "Tea",
            "1.5 Kg × 2.17               3.25",
            "Mug",
            "1 Nos · <free>              0.00",
            "--------------------------------",
            "<total_qty> 13.5          123.25",
            "<discount>                 -3.25",
            "<net_total>               120.00",
            "VAT 8 %                     9.60",
            "<rounding>                  0.40",
            "================================",
            "<total>                 $ 130.00",
            "USD One Hundred And Thirty only.",
            "            <thanks>",
        ]
    );
}

#[test]
fn every_listed_label_is_asked_for() {
    let templates = ReceiptKind::ALL.map(ReceiptKind::template).concat();
    // These two stand on what printing adds itself.
    let own = ["copy", "test"];
    for (key, _) in BUILT_IN_LABELS.iter().filter(|(key, _)| !own.contains(key)) {
        assert!(templates.contains(&format!("labels.{key} ")), "{key}");
    }
}

#[test]
fn an_order_of_missing_fields_still_prints() {
    let (lines, problem) = printed(None, json!({"customer": "C-1", "items": null}));
    assert_eq!(problem, None);
    assert!(lines.contains(&"C-1".to_owned()));
    assert!(lines.iter().any(|line| line.contains("<not_booked>")));
}

#[test]
fn a_broken_template_is_named_and_stood_in_for() {
    let wrong_syntax = printed(Some("@logo\n{% if doc %}\n{{ doc. }}\n{% endif %}"), order());
    assert!(
        matches!(wrong_syntax.1, Some(ReceiptError::Template { line: 3, .. })),
        "{:?}",
        wrong_syntax.1
    );
    let wrong_filter = printed(Some("a\n{{ doc.total|monye }}"), order());
    assert!(
        matches!(wrong_filter.1, Some(ReceiptError::Template { line: 2, .. })),
        "{:?}",
        wrong_filter.1
    );
    let wrong_mark = printed(Some("a\n@centre: b"), order());
    assert!(matches!(wrong_mark.1, Some(ReceiptError::Markup { line: 2, .. })));
    let in_a_loop = "{% for a in [1, 2] %}\n@rule\n@row *: {{ a|figure }} | {{ a }}\n{% endfor %}";
    let error = printed(Some(in_a_loop), order()).1.unwrap();
    assert_eq!(error.template_line(), Some(3), "{error}");
    let endless = printed(
        Some("{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}"),
        order(),
    );
    assert!(matches!(endless.1, Some(ReceiptError::Template { .. })), "{:?}", endless.1);
    for (lines, _) in [wrong_syntax, wrong_filter, wrong_mark, endless] {
        assert!(lines.iter().any(|line| line.contains("$ 130.00")));
    }
}

#[test]
fn data_is_never_markup() {
    let doc = json!({"customer": "@cut\n@drawer: x | y \u{1b}p0"});
    let given = Given::new(doc);
    let receipt = render_with("{{ doc.customer }}", &given.context()).unwrap();
    let [Block::Text { text, .. }] = receipt.blocks.as_slice() else { panic!("one text") };
    assert_eq!(text, "@cut @drawer: x | y  p0");
}

#[test]
fn a_site_template_is_used() {
    let (lines, problem) = printed(
        Some(
            "{% for item in doc['items'] %}\n@row * 8.: {{ item.item_code }} | {{ item.qty|figure }}\n{% endfor %}",
        ),
        order(),
    );
    assert_eq!(problem, None);
    assert_eq!(
        lines,
        [
            "I-1                         12",
            "I-2                          1.5",
            "I-3                          1",
        ]
    );
}

/// Any JSON, under the field names the template reads.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "\\PC{0,30}|@[a-z: |]{0,9}|<br>[0-9.,-]{0,9}".prop_map(Value::from),
    ];
    let field = prop::sample::select(vec![
        "items",
        "taxes",
        "qty",
        "uom",
        "rate",
        "amount",
        "item_name",
        "is_free_item",
        "total",
        "discount_amount",
        "discount_percentage",
        "net_total",
        "tax_amount",
        "description",
        "grand_total",
        "delivery_date",
        "address_display",
        "customer_name",
        "name",
    ]);
    leaf.prop_recursive(3, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((field.clone(), inner), 0..8).prop_map(|fields| {
                fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_document_prints_or_is_refused(doc in any_json(), line_width in 16..60_usize) {
        let given = Given::new(doc);
        if let Ok(rendered) = render(ReceiptKind::Order, None, &given.context()) {
            let laid = layout(&rendered.receipt, line_width);
            prop_assert!(laid.contains(&Line::Cut { partial: true }), "no cut");
        }
    }
}

#[test]
fn the_other_templates_print_their_documents() {
    let visit = json!({
        "customer": "C-1", "customer_name": "Northwind", "check_in": "2026-11-21 09:05:00",
        "check_out": "2026-11-21 09:35:00", "notes": "Back door<br>Ask for Jo",
        "latitude": 51.5, "longitude": -0.12, "accuracy_m": 12,
        "orders": [{"satchel_receipt_no": "R-1", "grand_total": "130.5", "currency": "USD"}],
    });
    let task = json!({
        "subject": "Repair | cooler", "project": "Service", "status": "Working", "progress": 40.0,
        "exp_end_date": "2026-11-28", "description": "<p>Check the seal</p>",
        "total_hours": "1.5",
        "time_logs": [{"from_time": "2026-11-21 09:05:00", "hours": "1.5", "description": "Seal"}],
    });
    let day = json!({
        "date": "2026-11-21",
        "orders": [
            {"satchel_receipt_no": "R-1", "customer_name": "Northwind", "grand_total": "130.5",
             "currency": "USD"},
            {"satchel_receipt_no": "R-2", "customer_name": "Flor", "grand_total": "7",
             "currency": "EUR"},
        ],
        "totals": [
            {"currency": "EUR", "grand_total": "7"}, {"currency": "USD", "grand_total": "130.5"},
        ],
        "visits": [visit.clone()],
        "tasks": [{"subject": "Repair", "progress": 40, "hours": "1.5"}],
    });
    for (kind, doc, wanted) in [
        (
            ReceiptKind::Visit,
            visit,
            ["Ask for Jo", "<position> 51.5, -0.12", "± 12 m", "R-1 130.50 USD"],
        ),
        (
            ReceiptKind::Task,
            task,
            ["Repair | cooler", "<status> In work", "1.5 <hours>", "Check the seal"],
        ),
        (ReceiptKind::Day, day, ["<total> 7.00 EUR", "130.50 USD", "09:05-09:35", "Repair 40 %"]),
    ] {
        let mut given = Given::new(doc);
        given.labels.insert("Working".to_owned(), "In work".to_owned());
        let rendered = render(kind, None, &given.context()).unwrap();
        assert_eq!(rendered.problem, None);
        let text: Vec<String> = layout(&rendered.receipt, 32)
            .into_iter()
            .filter_map(|line| match line {
                Line::Text(text) => {
                    // How wide the columns are is for the tests of the layout.
                    let text = text.to_string();
                    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
                }
                _ => None,
            })
            .collect();
        for words in wanted {
            assert!(text.iter().any(|line| line.contains(words)), "{words} {kind:?} {text:#?}");
        }
    }
}

#[test]
fn the_samples_print() {
    let sample = sample();
    for kind in ReceiptKind::ALL {
        let mut given = Given::new(sample[kind.name()].clone());
        given.labels = english();
        let receipt = render(kind, None, &given.context()).unwrap().receipt;
        let laid = layout(&receipt, 32);
        let texts = laid.iter().filter(|line| matches!(line, Line::Text(_))).count();
        assert!(texts > 12, "{kind:?} {laid:#?}");
    }
}

#[test]
fn a_template_that_is_too_long_is_not_read() {
    let (lines, problem) = printed(Some(&"a".repeat(MAX_TEMPLATE + 1)), order());
    assert_eq!(problem, Some(ReceiptError::TemplateTooLong));
    assert!(lines.iter().any(|line| line.contains("$ 130.00")));
}

#[test]
fn a_template_that_writes_without_end_is_stopped() {
    let long = "a".repeat(40_000);
    for endless in [
        format!("{{% for i in range(100000) %}}{long}\n{{% endfor %}}"),
        "{% for i in range(100000) %}{{ 'a' * 50000 }}\n{% endfor %}".to_owned(),
        "{% set all %}{% for i in range(100000) %}{{ 'a' * 50000 }}{% endfor %}{% endset %}"
            .to_owned(),
    ] {
        let (lines, problem) = printed(Some(&endless), order());
        assert_eq!(problem, Some(ReceiptError::TooLong));
        assert!(lines.iter().any(|line| line.contains("$ 130.00")));
    }
}

/// Pieces templates are made of, whole and broken.
fn any_template() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{{ ",
        " }}",
        "{% ",
        " %}",
        "{# ",
        " #}",
        "if ",
        "endif",
        "else",
        "for a in ",
        "endfor",
        "set b = ",
        "macro m(x)",
        "endmacro",
        "m(1)",
        "doc",
        ".items",
        "[0]",
        "doc['items']",
        "|",
        "money",
        "amount",
        "figure",
        "date",
        "time",
        "lines",
        "length",
        "range(99)",
        "(",
        ")",
        "\"",
        "@row ",
        "* 6.>",
        ": ",
        "@center big",
        "@rule",
        "@barcode ean13: ",
        "@qr 4: ",
        "@cut",
        "@blank 9",
        "\n",
        "\\",
        "é",
        "_(doc.status)",
        "labels.total",
        " ~ ",
        "1e999",
        "-",
        "loop.index",
        "a",
    ]);
    prop::collection::vec(prop_oneof![4 => piece.prop_map(str::to_owned), 1 => "\\PC{0,6}"], 0..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_template_prints(template in any_template(), kind in 0..4_usize, line_width in 0..60_usize) {
        let given = Given::new(order());
        let rendered = render(ReceiptKind::ALL[kind], Some(&template), &given.context()).unwrap();
        if let Some(problem) = rendered.problem {
            let lines = template.split('\n').count();
            prop_assert!(problem.template_line().is_none_or(|line| line <= lines), "{problem:?}");
        }
        layout(&rendered.receipt, line_width);
    }
}
