//! The demo is whole: enough of everything, and every link leads somewhere.

use crate::common;
use std::collections::{BTreeMap, BTreeSet};

use crate::common::{all, day, demo, everything, names, number, rows, text};
use serde_json::Value;

#[test]
fn there_is_enough_of_everything() {
    let demo = demo();
    assert_eq!(all(&demo, "Item").len(), 420);
    assert_eq!(all(&demo, "Customer").len(), 60);
    assert_eq!(demo.past_orders.len(), 30);
    assert_eq!(demo.projects.len(), 3);
    assert!(demo.tasks.len() >= 20);
    assert!(demo.events.len() >= 20);
    assert!(demo.visits.len() >= 30);
    assert!(all(&demo, "Brand").len() >= 20);
    assert!(all(&demo, "Pricing Rule").len() >= 30);
    assert_eq!(demo.outstanding.len(), 60);
    let currencies: BTreeSet<&str> =
        all(&demo, "Price List").into_iter().map(|list| text(list, "currency")).collect();
    assert_eq!(currencies, BTreeSet::from(["EUR", "USD"]));
}

#[test]
fn names_are_unique_in_a_doctype() {
    let demo = demo();
    let mut seen = BTreeSet::new();
    for document in everything(&demo) {
        let name = text(document, "name");
        if !name.is_empty() {
            assert!(seen.insert((text(document, "doctype"), name)), "{name} twice");
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let demo = demo();
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for document in everything(&demo) {
        known.entry(text(document, "doctype")).or_default().insert(text(document, "name"));
    }
    let mut checked = 0;
    for document in everything(&demo) {
        checked += check_links(document, &known, text(document, "name"));
    }
    assert!(checked > 10_000, "only {checked} links looked at");
}

/// Fields that name another document, as in ERPNext's field lists.
const LINKS: [(&str, &str); 47] = [
    ("company", "Company"),
    ("default_company", "Company"),
    ("currency", "Currency"),
    ("default_currency", "Currency"),
    ("account_currency", "Currency"),
    ("from_currency", "Currency"),
    ("to_currency", "Currency"),
    ("price_list_currency", "Currency"),
    ("item_group", "Item Group"),
    ("parent_item_group", "Item Group"),
    ("brand", "Brand"),
    ("stock_uom", "UOM"),
    ("sales_uom", "UOM"),
    ("weight_uom", "UOM"),
    ("uom", "UOM"),
    ("from_uom", "UOM"),
    ("to_uom", "UOM"),
    ("free_item_uom", "UOM"),
    ("item_code", "Item"),
    ("free_item", "Item"),
    ("other_item_code", "Item"),
    ("price_list", "Price List"),
    ("for_price_list", "Price List"),
    ("default_price_list", "Price List"),
    ("selling_price_list", "Price List"),
    ("customer", "Customer"),
    ("satchel_customer", "Customer"),
    ("customer_group", "Customer Group"),
    ("parent_customer_group", "Customer Group"),
    ("territory", "Territory"),
    ("parent_territory", "Territory"),
    ("warehouse", "Warehouse"),
    ("default_warehouse", "Warehouse"),
    ("set_warehouse", "Warehouse"),
    ("parent_warehouse", "Warehouse"),
    ("tax_category", "Tax Category"),
    ("item_tax_template", "Item Tax Template"),
    ("sales_tax_template", "Sales Taxes and Charges Template"),
    ("taxes_and_charges", "Sales Taxes and Charges Template"),
    ("account_head", "Account"),
    ("tax_type", "Account"),
    ("payment_term", "Payment Term"),
    ("payment_terms", "Payment Terms Template"),
    ("campaign", "Campaign"),
    ("pricing_rule", "Pricing Rule"),
    ("project", "Project"),
    ("sales_order", "Sales Order"),
];

fn check_links(value: &Value, known: &BTreeMap<&str, BTreeSet<&str>>, of: &str) -> usize {
    let mut checked = 0;
    match value {
        Value::Array(rows) => {
            for row in rows {
                checked += check_links(row, known, of);
            }
        }
        Value::Object(fields) => {
            let doctype = text(value, "doctype");
            for (field, value) in fields {
                checked += check_links(value, known, of);
                let target = text_of(value);
                let tax_rule = doctype == "Tax Rule" && field == "tax_type";
                let own_field = field == "brand" && doctype == "Brand";
                if target.is_empty() || tax_rule || own_field {
                    continue;
                }
                if let Some((_, doctype)) = LINKS.iter().find(|(link, _)| link == field) {
                    let exists = known.get(doctype).is_some_and(|names| names.contains(target));
                    assert!(exists, "{of}: {field} names no {doctype} {target:?}");
                    checked += 1;
                }
            }
            for (doctype, name) in
                [("link_doctype", "link_name"), ("reference_doctype", "reference_docname")]
            {
                if fields.contains_key(name) {
                    let exists = known
                        .get(text(value, doctype))
                        .is_some_and(|names| names.contains(text(value, name)));
                    assert!(exists, "{of}: {value}");
                    checked += 1;
                }
            }
        }
        _ => {}
    }
    checked
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn every_link_field_of_the_list_occurs() {
    let demo = demo();
    let world = serde_json::to_string(&everything(&demo)).unwrap();
    for (field, _) in LINKS {
        assert!(world.contains(&format!("\"{field}\":")), "{field} is used nowhere");
    }
}

#[test]
fn item_groups_have_three_levels_below_the_root() {
    let demo = demo();
    let parents: BTreeMap<&str, &str> = all(&demo, "Item Group")
        .into_iter()
        .map(|group| (text(group, "name"), text(group, "parent_item_group")))
        .collect();
    for item in all(&demo, "Item") {
        let mut at = text(item, "item_group");
        let mut levels = 0;
        while at != "All Item Groups" {
            at = parents[at];
            levels += 1;
        }
        assert_eq!(levels, 3, "{}", text(item, "name"));
    }
}

#[test]
fn trees_are_nested_sets() {
    let demo = demo();
    for (doctype, parent_field) in [
        ("Item Group", "parent_item_group"),
        ("Customer Group", "parent_customer_group"),
        ("Territory", "parent_territory"),
        ("Warehouse", "parent_warehouse"),
    ] {
        let nodes = all(&demo, doctype);
        let mut marks = BTreeSet::new();
        for node in &nodes {
            marks.insert(node["lft"].as_u64().unwrap());
            marks.insert(node["rgt"].as_u64().unwrap());
            assert_eq!(
                node["is_group"] == 1,
                nodes.iter().any(|other| text(other, parent_field) == text(node, "name")),
                "{doctype} {}",
                text(node, "name")
            );
            let parent = nodes.iter().find(|other| text(other, "name") == text(node, parent_field));
            if let Some(parent) = parent {
                assert!(parent["lft"].as_u64() < node["lft"].as_u64());
                assert!(parent["rgt"].as_u64() > node["rgt"].as_u64());
            }
        }
        assert_eq!(marks.len(), nodes.len() * 2, "{doctype}");
        assert_eq!(marks.last().copied(), Some(nodes.len() as u64 * 2), "{doctype}");
    }
}

#[test]
fn customers_are_in_porto_and_reachable() {
    let demo = demo();
    let contacts = names(&demo, "Contact");
    for customer in all(&demo, "Customer") {
        let name = text(customer, "name");
        assert!(contacts.contains(text(customer, "customer_primary_contact")), "{name}");
        let address = all(&demo, "Address")
            .into_iter()
            .find(|address| text(address, "name") == text(customer, "customer_primary_address"))
            .unwrap_or_else(|| panic!("{name} has no address"));
        let (latitude, longitude) =
            (number(address, "satchel_latitude"), number(address, "satchel_longitude"));
        assert!((41.135..41.190).contains(&latitude), "{name} {latitude}");
        assert!((-8.695..-8.550).contains(&longitude), "{name} {longitude}");
    }
}

#[test]
fn dates_are_resolved_on_any_day() {
    for today in
        ["2026-05-14", "2028-02-29", "2026-12-31", "2027-01-01", "2027-03-01", "2000-01-01"]
    {
        let demo = satchel_demo::documents(day(today)).unwrap();
        for document in everything(&demo) {
            let written = document.to_string();
            assert!(!written.contains("{today") && !written.contains("{year"), "{written}");
        }
        let last = demo.past_orders.last().unwrap();
        let yesterday = day(today).pred_opt().unwrap().to_string();
        assert_eq!(text(last, "transaction_date"), yesterday);
        assert!(text(last, "name").starts_with(&format!("SAL-ORD-{}", &yesterday[..4])));
        let visits_today =
            demo.events.iter().filter(|event| text(event, "starts_on").starts_with(today)).count();
        assert_eq!(visits_today, 8, "{today}");
    }
}

#[test]
fn the_end_of_the_calendar_is_an_error() {
    for today in [chrono::NaiveDate::MAX, chrono::NaiveDate::MIN] {
        let error = satchel_demo::documents(today).unwrap_err();
        assert_eq!(error.message_id(), "error-demo-date");
    }
}

#[test]
fn a_weekly_event_names_its_days() {
    let demo = demo();
    let nuvem = demo.events.iter().find(|event| text(event, "name") == "EV00106").unwrap();
    // 14 days before a Thursday.
    assert_eq!((nuvem["thursday"].as_i64(), nuvem["friday"].as_i64()), (Some(1), Some(0)));
    for event in demo.events.iter().filter(|event| text(event, "repeat_on") == "Weekly") {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        assert!(days.iter().any(|day| event[day] == 1), "{}", text(event, "name"));
    }
}

#[test]
fn tasks_wait_for_tasks_that_exist() {
    let demo = demo();
    let mut seen = BTreeSet::new();
    let mut waiting = 0;
    for task in &demo.tasks {
        seen.insert(text(task, "name"));
        assert_eq!(text(task, "status") == "Completed", number(task, "progress") == 100.0);
        for row in rows(task, "depends_on") {
            assert!(demo.tasks.iter().any(|other| text(other, "name") == text(row, "task")));
            waiting += 1;
        }
    }
    assert!(waiting >= 6);
    let care = demo.projects.iter().find(|p| text(p, "project_name") == "Cooler care").unwrap();
    assert_eq!(number(care, "percent_complete"), 40.71);
}

#[test]
fn the_same_day_gives_the_same_company() {
    let (one, two) = (demo(), demo());
    assert_eq!(one.world(common::today()), two.world(common::today()));
    assert_eq!(one.past_orders, two.past_orders);
}
