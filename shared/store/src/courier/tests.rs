use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::testing::{opened, order, uid};
use crate::{OutboxState, StoreError};

#[test]
fn what_is_carried_is_in_the_other_store_as_it_was() {
    let phone = opened();
    phone.store.place(order(1)).wait().unwrap();
    phone.store.place(order(2)).wait().unwrap();
    let text = serde_json::to_string(&phone.store.carry_out().unwrap()).unwrap();
    let carried: Carried = serde_json::from_str(&text).unwrap();
    assert_eq!(carried.uids(), [uid(1).to_string(), uid(2).to_string()]);
    assert!(!format!("{carried:?}").contains("CUST-1"), "nothing of it goes into a log");

    let office = opened();
    office.store.carry_in(carried.clone()).wait().unwrap();
    let rows = |store: &Store| store.outbox(&[], 10).unwrap();
    assert_eq!(rows(&office.store), rows(&phone.store));
    let detail = |store: &Store| store.order(uid(2)).unwrap().unwrap();
    assert_eq!(detail(&office.store).priced, detail(&phone.store).priced);
    assert_eq!(detail(&office.store).signature, detail(&phone.store).signature);
    let twice = office.store.carry_in(carried).wait();
    assert!(matches!(twice, Err(StoreError::NotAllowed { .. })), "{twice:?}");
    assert_eq!(rows(&office.store).len(), 2);
}

#[test]
fn an_empty_outbox_carries_nothing() {
    let phone = opened();
    assert!(phone.store.carry_out().unwrap().uids().is_empty());
    let office = opened();
    office.store.carry_in(phone.store.carry_out().unwrap()).wait().unwrap();
    assert!(office.store.outbox(&OutboxState::ALL, 10).unwrap().is_empty());
}

#[test]
fn rows_that_do_not_fit_are_refused_whole() {
    let phone = opened();
    phone.store.place(order(1)).wait().unwrap();
    let good = serde_json::to_value(phone.store.carry_out().unwrap()).unwrap();
    let outbox = good["tables"].as_array().unwrap();
    let at = outbox.iter().position(|table| table["name"] == "outbox").unwrap();
    let put = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut bad = good.clone();
        change(&mut bad);
        let office = opened();
        let carried = serde_json::from_value(bad).unwrap();
        let refused = office.store.carry_in(carried).wait();
        assert!(office.store.outbox(&[], 10).unwrap().is_empty());
        assert!(office.store.order(uid(1)).unwrap().is_none(), "nothing of it stays");
        refused
    };
    let newer = put(&|bad| bad["schema"] = json!(9_999));
    assert!(matches!(newer, Err(StoreError::Newer { found: 9_999, .. })), "{newer:?}");
    let foreign = put(&|bad| bad["tables"][at]["columns"][0] = json!("seq\") SELECT 1 --"));
    assert!(matches!(foreign, Err(StoreError::BadInput { .. })), "{foreign:?}");
    let short = put(&|bad| drop(bad["tables"][at]["rows"][0].as_array_mut().unwrap().pop()));
    assert!(matches!(short, Err(StoreError::BadInput { .. })), "{short:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_carried_rows_do_harm(
        table in "outbox|setting|sales_order|\\PC{0,12}", column in "uid|seq|\\PC{0,12}", text in "\\PC{0,20}",
    ) {
        let carried = json!({
            "schema": 1,
            "tables": [{"name": table, "columns": [column], "rows": [[text], [1], [null]]}],
        });
        if let Ok(carried) = serde_json::from_value::<Carried>(carried) {
            let office = opened();
            let _ = office.store.carry_in(carried).wait();
            prop_assert!(office.store.device_code().is_ok());
        }
    }
}
