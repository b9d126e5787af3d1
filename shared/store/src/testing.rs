//! What the tests of this crate share: a store in a folder that goes away, and short builders.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, DeviceCode, OrderUid};
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::file::key::FileKey;
use crate::{
    Draft, ItemPage, ItemQuery, MasterDocument, OrderLine, OrderToPlace, OrderTotals, PutReport,
    Store,
};

pub(crate) struct Opened {
    pub(crate) store: Store,
    pub(crate) dir: TempDir,
}

pub(crate) fn key() -> FileKey {
    FileKey { key: Zeroizing::new([7; 32]), journal: Zeroizing::new([8; 32]), salt: [3; 16] }
}

pub(crate) fn opened() -> Opened {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(&dir.path().join("satchel.db"), &key()).unwrap();
    store.use_device_code(&DeviceCode::new("VAN3").unwrap()).wait().unwrap();
    Opened { store, dir }
}

impl Opened {
    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("satchel.db")
    }

    /// Closes the store and opens it again, as a restart of the app does.
    pub(crate) fn reopen(self) -> Self {
        let Self { store, dir } = self;
        drop(store);
        let store = Store::open(&dir.path().join("satchel.db"), &key()).unwrap();
        Self { store, dir }
    }

    /// Places an order and waits until lists show what it promises.
    pub(crate) fn place_and_count(&self, order: OrderToPlace) {
        self.store.place(order).wait().unwrap();
        self.store.run(|_| Ok(())).wait().unwrap();
    }

    pub(crate) fn put(&self, documents: Vec<MasterDocument>) -> PutReport {
        self.store.put_masters(documents, today()).wait().unwrap()
    }

    pub(crate) fn find(&self, text: &str) -> ItemPage {
        self.store.search_items(&query(text)).unwrap()
    }

    pub(crate) fn codes(&self, text: &str) -> Vec<String> {
        codes(&self.find(text))
    }
}

pub(crate) fn codes(page: &ItemPage) -> Vec<String> {
    page.rows.iter().map(|row| row.code.to_string()).collect()
}

pub(crate) fn query(text: &str) -> ItemQuery {
    ItemQuery {
        text: text.into(),
        price_list: "Standard Selling".into(),
        warehouse: "Van".into(),
        limit: 50,
        ..ItemQuery::default()
    }
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

pub(crate) fn noon() -> DateTime<Utc> {
    today().and_hms_opt(12, 0, 0).unwrap().and_utc()
}

pub(crate) fn document(doctype: &str, value: Value) -> MasterDocument {
    MasterDocument::from_value(doctype, &value)
}

pub(crate) fn item(code: &str, name: &str) -> MasterDocument {
    item_with(code, name, json!({}))
}

pub(crate) fn item_with(code: &str, name: &str, more: Value) -> MasterDocument {
    let mut item = json!({
        "name": code, "item_code": code, "item_name": name, "item_group": "Drinks",
        "brand": "Aurora", "stock_uom": "Nos", "is_sales_item": 1,
    });
    let fields = item.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    document("Item", item)
}

pub(crate) fn price(name: &str, code: &str, rate: f64) -> MasterDocument {
    price_with(name, code, rate, json!({}))
}

pub(crate) fn price_with(name: &str, code: &str, rate: f64, more: Value) -> MasterDocument {
    let mut price = json!({
        "name": name, "item_code": code, "price_list": "Standard Selling", "uom": "Nos",
        "currency": "EUR", "selling": 1, "customer": null, "valid_from": "2026-01-01",
        "valid_upto": null, "price_list_rate": rate,
    });
    let fields = price.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    document("Item Price", price)
}

pub(crate) fn bin(code: &str, warehouse: &str, qty: f64) -> MasterDocument {
    document("Bin", json!({"item_code": code, "warehouse": warehouse, "actual_qty": qty}))
}

pub(crate) fn uid(n: u8) -> OrderUid {
    OrderUid::from_parts(1_800_000_000_000, [n; 10])
}

pub(crate) fn captured() -> CapturedAt {
    CapturedAt {
        utc: noon(),
        offset_minutes: 60,
        monotonic_ms: 1_000,
        boot_id: "boot-1".into(),
        position: None,
        later: None,
        no_position: String::new(),
        server: None,
    }
}

pub(crate) fn customer_key(name: &str) -> CustomerKey {
    CustomerKey::Server(name.parse().unwrap())
}

pub(crate) fn draft(n: u8) -> Draft {
    Draft {
        uid: uid(n),
        customer: Some(customer_key("CUST-1")),
        customer_name: "Padaria".into(),
        currency: "EUR".into(),
        grand_total: "12.30".into(),
        line_count: 1,
        note: String::new(),
        entry: r#"{"lines":[]}"#.into(),
        updated_at: noon(),
    }
}

pub(crate) fn line(code: &str, qty: i64) -> OrderLine {
    OrderLine {
        item_code: code.parse().unwrap(),
        item_name: format!("Item {code}"),
        qty: Decimal::from(qty),
        uom: "Nos".into(),
        stock_qty: Decimal::from(qty),
        warehouse: "Van".into(),
        rate: "1.10".into(),
        amount: "12.30".into(),
        is_free_item: false,
    }
}

pub(crate) fn order(n: u8) -> OrderToPlace {
    OrderToPlace {
        uid: uid(n),
        customer: customer_key("CUST-1"),
        customer_name: "Padaria São João".into(),
        company: "Aurora Lda".into(),
        transaction_date: today(),
        delivery_date: today().succ_opt(),
        totals: OrderTotals {
            currency: "EUR".into(),
            net_total: "10.00".into(),
            total_taxes_and_charges: "2.30".into(),
            grand_total: "12.30".into(),
            rounded_total: "12.30".into(),
        },
        provisional: false,
        lines: vec![line("A-1", 3)],
        note: "ring the bell".into(),
        entry: r#"{"lines":[{"item":"A-1"}]}"#.into(),
        priced: r#"{"grand_total":12.30}"#.into(),
        payload: r#"{"doctype":"Sales Order","customer":"CUST-1"}"#.into(),
        captured: captured(),
        signature: Vec::new(),
        copied_from: None,
        replaces: Vec::new(),
    }
}
