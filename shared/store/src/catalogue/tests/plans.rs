//! What SQLite does for each list: no scan of a large table, no sort of one.

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde_json::json;

use crate::catalogue::search::Search;
use crate::testing::*;
use crate::{CustomerQuery, ItemQuery, OrderQuery, TaskQuery};

fn plan(opened: &Opened, sql: &str, values: Vec<Value>) -> String {
    opened
        .store
        .read(|connection| {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let steps: Result<Vec<String>, _> =
                statement.query_map(params_from_iter(values), |row| row.get(3))?.collect();
            Ok(steps?.join("\n"))
        })
        .unwrap()
}

fn shop() -> Opened {
    let opened = opened();
    let mut items: Vec<_> = (0..100)
        .map(|n| item_with(&format!("A-{n}"), "Apple", json!({"item_group": "Large"})))
        .collect();
    items.push(item_with("R-1", "Rare", json!({"item_group": "Small", "brand": "Rare"})));
    opened.put(items);
    opened
}

fn browse_plan(opened: &Opened, query: &ItemQuery) -> String {
    let (sql, values) =
        opened.store.read(|connection| Search::new(connection, query)?.browse_sql()).unwrap();
    plan(opened, &format!("SELECT i.id {sql}"), values)
}

#[test]
fn browsing_walks_the_items_in_order() {
    let opened = shop();
    let all = browse_plan(&opened, &query(""));
    assert!(
        all.contains("SEARCH i USING INTEGER PRIMARY KEY") && !all.contains("TEMP B-TREE"),
        "{all}"
    );
    let large = ItemQuery { item_group: Some("Large".into()), ..query("") };
    let large = browse_plan(&opened, &large);
    assert!(
        large.contains("SEARCH i USING INTEGER PRIMARY KEY") && !large.contains("TEMP B-TREE"),
        "{large}"
    );
}

#[test]
fn a_small_group_or_brand_goes_by_its_index() {
    let opened = shop();
    let small = ItemQuery { item_group: Some("Small".into()), ..query("") };
    assert!(browse_plan(&opened, &small).contains("item_of_group"));
    let brand = ItemQuery { brand: Some("Rare".into()), ..query("") };
    assert!(browse_plan(&opened, &brand).contains("item_of_brand"));
}

#[test]
fn what_is_in_stock_goes_by_the_stock() {
    let opened = shop();
    let stock = browse_plan(&opened, &ItemQuery { in_stock_only: true, ..query("") });
    assert!(stock.contains("bin_in_stock") && !stock.contains("TEMP B-TREE"), "{stock}");
}

#[test]
fn lists_of_customers_orders_and_tasks_use_an_index() {
    let opened = shop();
    for (query, expected) in [
        (CustomerQuery::default(), "USING INTEGER PRIMARY KEY"),
        (
            CustomerQuery { territory: Some("T".into()), ..Default::default() },
            "customer_of_territory",
        ),
        (
            CustomerQuery { customer_group: Some("G".into()), ..Default::default() },
            "customer_of_group",
        ),
        (CustomerQuery { text: "a".into(), ..Default::default() }, "VIRTUAL TABLE INDEX"),
    ] {
        let (sql, values) = crate::customers::search::list_sql(&query, 50);
        let plan = plan(&opened, &sql, values);
        assert!(plan.contains(expected) && !plan.contains("TEMP B-TREE"), "{plan}");
    }
    for (query, expected) in [
        (OrderQuery::default(), "sales_order_latest"),
        (
            OrderQuery { customer: Some(customer_key("C")), ..Default::default() },
            "sales_order_of_customer",
        ),
        (
            OrderQuery {
                states: vec![satchel_domain::orders::OrderState::Waiting],
                ..Default::default()
            },
            "sales_order_of_state",
        ),
    ] {
        let (sql, values) = crate::orders::list::list_sql(&query, 50);
        let plan = plan(&opened, &sql, values);
        assert!(plan.contains(expected) && !plan.contains("TEMP B-TREE"), "{plan}");
    }
    let query = TaskQuery { open_only: true, due_until: Some(today()), project: None };
    let (sql, values) = crate::field_work::task_sql(&query);
    assert!(plan(&opened, &sql, values).contains("task_due"));
}
