//! Whatever is asked, the site answers and goes on answering.

use crate::support::{ADMINISTRATOR, REP, World, send};
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i32>().prop_map(Value::from),
        any::<f32>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        proptest::sample::select(vec![
            "name",
            "modified",
            "in",
            "=",
            "like",
            "between",
            "is",
            "set",
            "item_code",
            "SKU-0001",
            "Customer 001",
            "' OR 1=1 --",
            "items.qty",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::hash_map(any_key(), inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    let keys = [
        "items",
        "taxes",
        "customer",
        "company",
        "docstatus",
        "modified",
        "qty",
        "rate",
        "item_code",
        "name",
        "dt",
        "fieldname",
        "fields",
        "filters",
        "order_by",
        "limit_page_length",
        "doctype",
        "parent",
        "docs",
        "content",
        "decode",
        "time_logs",
        "hours",
        "from_time",
        "role",
    ];
    proptest::sample::select(keys.map(str::to_owned).to_vec())
}

fn any_path() -> impl Strategy<Value = String> {
    let doctypes = proptest::sample::select(vec![
        "Item",
        "Sales%20Order",
        "Customer",
        "Custom%20Field",
        "DocType",
        "File",
        "Timesheet",
        "Item%20Barcode",
        "Event",
        "No%20Such",
        "User",
        "Payment%20Entry",
    ]);
    let methods = proptest::sample::select(vec![
        "ping",
        "frappe.client.get_list",
        "frappe.client.get_count",
        "frappe.client.insert_many",
        "frappe.client.get_value",
        "frappe.geo.utils.get_coords",
        "frappe.core.page.permission_manager.permission_manager.add",
        "frappe.core.page.permission_manager.permission_manager.update",
        "frappe.desk.form.utils.add_comment",
    ]);
    prop_oneof![
        (doctypes.clone(), "[a-z%0-9=&_]{0,20}")
            .prop_map(|(doctype, query)| format!("/api/resource/{doctype}?{query}")),
        (doctypes, "[A-Za-z0-9-]{1,8}")
            .prop_map(|(doctype, name)| format!("/api/resource/{doctype}/{name}")),
        methods.prop_map(|method| format!("/api/method/{method}")),
        "/[a-z/%0-9]{0,20}".prop_map(|path| path),
    ]
}

#[test]
fn any_request_is_answered() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::set_up());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 600,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let method = proptest::sample::select(vec!["GET", "POST", "PUT", "DELETE"]);
    let user = proptest::sample::select(vec![REP, ADMINISTRATOR, "limited@example.com"]);
    let all = (method, user, any_path(), any_value());
    runner
        .run(&all, |(method, user, path, body)| {
            let request = json!({"method": method, "as": user, "path": path,
                                 "headers": {"Authorization": ""}, "body": body});
            let answer = runtime.block_on(send(&world, &request));
            prop_assert!(answer.status != 500, "{request}: {}", answer.body);
            let alive = json!({"method": "GET", "as": REP, "path": "/api/method/ping",
                               "headers": {}, "body": null});
            let alive = runtime.block_on(send(&world, &alive));
            prop_assert_eq!(alive.body, json!({"message": "pong"}));
            Ok(())
        })
        .unwrap();
}
