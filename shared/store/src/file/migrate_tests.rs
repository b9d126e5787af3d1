//! From every earlier schema, with rows in it, to the newest.

use std::path::Path;

use rusqlite::Connection;
use satchel_domain::orders::{OrderEvent, OrderState};

use super::*;
use crate::Store;
use crate::file::open::open_writer;
use crate::testing::{codes, customer_key, key, query, today};
use crate::{OrderQuery, OutboxKind, OutboxState};

const ROWS: [&str; 15] = [
    include_str!("../../tests/databases/schema_0001.sql"),
    include_str!("../../tests/databases/schema_0002.sql"),
    include_str!("../../tests/databases/schema_0003.sql"),
    include_str!("../../tests/databases/schema_0004.sql"),
    include_str!("../../tests/databases/schema_0005.sql"),
    include_str!("../../tests/databases/schema_0006.sql"),
    include_str!("../../tests/databases/schema_0007.sql"),
    include_str!("../../tests/databases/schema_0008.sql"),
    include_str!("../../tests/databases/schema_0009.sql"),
    include_str!("../../tests/databases/schema_0010.sql"),
    include_str!("../../tests/databases/schema_0011.sql"),
    include_str!("../../tests/databases/schema_0012.sql"),
    include_str!("../../tests/databases/schema_0013.sql"),
    include_str!("../../tests/databases/schema_0014.sql"),
    include_str!("../../tests/databases/schema_0015.sql"),
];

/// A database of an earlier schema with the rows it could have.
pub(crate) fn filled(path: &Path, schema: u32) {
    let mut connection = open_writer(path, &key()).unwrap();
    for (n, rows) in (1..=schema).zip(ROWS) {
        migrate_to(&mut connection, n).unwrap();
        connection.execute_batch(rows).unwrap();
    }
    assert_eq!(version(&connection).unwrap(), schema);
}

/// The whole schema as text.
fn schema(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
        )
        .unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_earlier_schema_has_rows_to_test_with() {
    assert_eq!(ROWS.len(), STEPS.len() - 1, "a new schema needs rows of the one before");
}

#[test]
fn every_earlier_schema_becomes_the_newest() {
    let dir = tempfile::tempdir().unwrap();
    let mut fresh = open_writer(&dir.path().join("fresh.db"), &key()).unwrap();
    migrate(&mut fresh).unwrap();
    for from in 1..SCHEMA {
        let path = dir.path().join(format!("{from}.db"));
        filled(&path, from);
        let mut old = open_writer(&path, &key()).unwrap();
        migrate(&mut old).unwrap();
        assert_eq!(version(&old).unwrap(), SCHEMA);
        assert_eq!(schema(&old), schema(&fresh), "from schema {from}");
        migrate(&mut old).unwrap();
    }
}

#[test]
fn masters_come_through_from_every_schema() {
    for from in 1..SCHEMA {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("satchel.db");
        filled(&path, from);
        let store = Store::open(&path, &key()).unwrap();
        let page = store.search_items(&query("pao")).unwrap();
        assert_eq!(codes(&page), ["PA-1"]);
        let row = &page.rows[0];
        assert_eq!(
            (row.list_rate.as_deref(), row.stock_here.to_string().as_str()),
            (Some("3.55"), "7")
        );
        assert!(store.document("Item", "PA-1").unwrap().unwrap().contains("kept"));
        let codes = ["PA-1".parse().unwrap()];
        assert_eq!(store.item_price_documents(&codes).unwrap(), ["{\"name\":\"P1\"}"]);
        assert_eq!(
            store.document_names("Item").unwrap().len(),
            store.document_count("Item").unwrap()
        );
        assert_eq!(store.documents("Pricing Rule").unwrap().len(), 1);
        assert_eq!(store.setting::<String>("theme").unwrap().as_deref(), Some("dark"));
        let customer = store.customer(&customer_key("CUST-1")).unwrap().unwrap();
        assert_eq!(customer.addresses.len(), 1);
    }
}

#[test]
fn an_unsent_order_comes_through_to_the_last_digit() {
    for from in 2..SCHEMA {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("satchel.db");
        filled(&path, from);
        let store = Store::open(&path, &key()).unwrap();
        let uid = "01a3185c-5000-7101-8101-010101010101".parse().unwrap();
        let detail = store.order(uid).unwrap().unwrap();
        assert_eq!(detail.row.state, OrderState::Waiting);
        assert_eq!(detail.row.totals.grand_total, "1234567.123456790");
        assert_eq!(detail.row.totals.total_taxes_and_charges, "0.000000001");
        assert_eq!(detail.lines[0].rate, "411522.374485596");
        assert_eq!(detail.signature, [1, 2, 3]);
        assert_eq!(detail.timeline[0].event, OrderEvent::Placed);
        assert_eq!(detail.timeline.len(), if from < 6 { 1 } else { 2 });
        assert!(detail.lines[1].is_free_item && detail.lines.len() == 2);
        let mut waiting = store.outbox(&[OutboxState::Waiting], 9).unwrap();
        waiting.retain(|row| row.kind == OutboxKind::SalesOrder);
        assert_eq!((waiting.len(), waiting[0].attempts), (1, 2));
        assert!(waiting[0].payload.contains("1234567.123456790"));
        assert_eq!(store.drafts().unwrap()[0].entry, "{\"lines\":[\"half done\"]}");
        let order = crate::testing::order(77);
        assert_eq!(store.place(order).wait().unwrap().to_string(), "VAN3-00003");
    }
}

#[test]
fn what_was_sold_before_is_searched_and_counted_after() {
    for (from, orders) in [(2, 1), (3, 1), (4, 2)] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("satchel.db");
        filled(&path, from);
        let store = Store::open(&path, &key()).unwrap();
        let usual = store.usual_basket(&customer_key("CUST-1"), 9).unwrap();
        assert_eq!(usual.len(), 1, "neither the gift nor the withdrawn order counts");
        assert_eq!(usual[0].orders, orders, "from schema {from}");
        found_by_its_words(&store);
    }
}

fn found_by_its_words(store: &Store) {
    for text in ["sao joao", "van3-00001", "bell"] {
        let query = OrderQuery { text: text.into(), limit: 9, ..OrderQuery::default() };
        assert!(!store.orders(&query).unwrap().rows.is_empty(), "{text}");
    }
}

#[test]
fn field_work_comes_through() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("satchel.db");
    filled(&path, 3);
    let store = Store::open(&path, &key()).unwrap();
    assert_eq!(store.events_between(today(), today()).unwrap().len(), 1);
    let changed = store.changed_documents().unwrap();
    assert_eq!((changed[0].change_counter, changed[0].mirror.as_str()), (2, "{\"progress\":10}"));
    let open = store.open_visit().unwrap().unwrap();
    assert_eq!(open.note, "arrived");
    // Begun before there was a chain: nothing is sealed, and nothing is wrong with it.
    let sealed = store.sealed_visit(open.uid).unwrap();
    assert_eq!((sealed.links.len(), sealed.broken), (0, None));
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("satchel.db");
    filled(&path, 3);
    let connection = open_writer(&path, &key()).unwrap();
    connection.pragma_update(None, "user_version", SCHEMA + 1).unwrap();
    drop(connection);
    let refused = Store::open(&path, &key());
    assert!(
        matches!(refused, Err(StoreError::Newer { found, known: SCHEMA }) if found == SCHEMA + 1)
    );
    let connection = open_writer(&path, &key()).unwrap();
    assert_eq!(version(&connection).unwrap(), SCHEMA + 1);
    let salvaged = crate::file::salvage::open_or_salvage(&path, &key(), crate::testing::noon());
    assert!(matches!(salvaged, Err(StoreError::Newer { .. })), "newer is not damaged");
}

#[test]
fn a_step_that_fails_leaves_the_file_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("satchel.db");
    filled(&path, 2);
    let mut connection = open_writer(&path, &key()).unwrap();
    // Something in the way of step 3.
    connection.execute_batch("CREATE TABLE visit(x)").unwrap();
    let before = schema(&connection);
    migrate(&mut connection).unwrap_err();
    assert_eq!((version(&connection).unwrap(), schema(&connection)), (2, before));
}

#[test]
fn an_order_that_was_being_sent_is_in_doubt_afterwards() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("satchel.db");
    filled(&path, 7);
    let store = Store::open(&path, &key()).unwrap();
    let uid = "01a3185c-5000-7404-8404-040404040404";
    let row = store.outbox_row_of(uid).unwrap().unwrap();
    assert_eq!((row.state, row.attempts, row.sent), (OutboxState::Unknown, 1, 0));
    let order = store.order(uid.parse().unwrap()).unwrap().unwrap();
    assert_eq!(order.row.state, OrderState::Checking);
}
