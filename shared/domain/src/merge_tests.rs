use proptest::prelude::*;
use serde_json::json;

use super::*;

fn fields(value: Value) -> Fields {
    value.as_object().unwrap().clone()
}

#[test]
fn both_sides_keep_what_only_they_changed() {
    let merged = merge(
        &fields(json!({"status": "Open", "progress": 10, "priority": "Low"})),
        &fields(json!({"status": "Open", "progress": 60, "priority": "Low"})),
        &fields(json!({"status": "Working", "progress": 10, "priority": "Low"})),
    );
    assert_eq!(
        merged.document,
        fields(json!({"status": "Working", "progress": 60, "priority": "Low"}))
    );
    assert_eq!(merged.to_send, fields(json!({"progress": 60})));
    assert_eq!(merged.conflicts, []);
}

#[test]
fn what_both_changed_differently_stays_the_reps_and_is_not_sent() {
    let merged = merge(
        &fields(json!({"progress": 10})),
        &fields(json!({"progress": 60})),
        &fields(json!({"progress": 30})),
    );
    assert_eq!(merged.document, fields(json!({"progress": 60})));
    assert_eq!(merged.to_send, Fields::new());
    let conflict = FieldConflict {
        field: "progress".into(),
        base: json!(10),
        mine: json!(60),
        theirs: json!(30),
    };
    assert_eq!(merged.conflicts, [conflict]);
}

#[test]
fn what_both_changed_alike_is_no_conflict() {
    let merged = merge(
        &fields(json!({"progress": 10})),
        &fields(json!({"progress": 60})),
        &fields(json!({"progress": 60.0})),
    );
    assert_eq!((merged.to_send, merged.conflicts), (Fields::new(), Vec::new()));
}

#[test]
fn a_field_the_rep_emptied_is_sent_as_nothing() {
    let merged = merge(
        &fields(json!({"description": "old", "subject": "a"})),
        &fields(json!({"subject": "a"})),
        &fields(json!({"description": "old", "subject": "a"})),
    );
    assert_eq!(merged.to_send, fields(json!({"description": null})));
}

#[test]
fn the_sites_own_fields_are_the_sites() {
    let merged = merge(
        &fields(json!({"modified": "1", "docstatus": 0, "_assign": "[]"})),
        &fields(json!({"modified": "2", "docstatus": 1, "_assign": "[\"a\"]", "__islocal": 1})),
        &fields(json!({"modified": "3", "docstatus": 0})),
    );
    assert_eq!(merged.document, fields(json!({"modified": "3", "docstatus": 0})));
    assert_eq!((merged.to_send, merged.conflicts), (Fields::new(), Vec::new()));
}

#[test]
fn a_child_table_is_one_field_and_its_bookkeeping_does_not_count() {
    let rows = |name: &str, user: &str| json!({"rows": [{"name": name, "idx": 1, "user": user}]});
    let same_rows =
        merge(&fields(rows("a", "one")), &fields(rows("b", "one")), &fields(rows("c", "two")));
    assert_eq!(same_rows.document, fields(rows("c", "two")));
    let both =
        merge(&fields(rows("a", "one")), &fields(rows("a", "mine")), &fields(rows("a", "theirs")));
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.document, fields(rows("a", "mine")));
}

#[test]
fn nothing_has_many_forms() {
    for (a, b) in [
        (json!(null), json!("")),
        (json!([]), json!(null)),
        (json!(1), json!(true)),
        (json!(50), json!(50.0)),
    ] {
        assert!(same(&a, &b), "{a} {b}");
    }
    for (a, b) in [(json!(0), json!(null)), (json!("a"), json!("b")), (json!("1"), json!(1))] {
        assert!(!same(&a, &b), "{a} {b}");
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..4i64).prop_map(Value::from),
        "[ab]{0,2}".prop_map(Value::from),
        prop::collection::vec(("[xy]", 0..3i64), 0..3).prop_map(|rows| {
            rows.into_iter().map(|(field, number)| json!({field: number, "idx": 1})).collect()
        }),
    ]
}

fn document() -> impl Strategy<Value = Fields> {
    prop::collection::btree_map("(a|b|c|modified|__x)", value(), 0..5)
        .prop_map(|fields| fields.into_iter().collect())
}

fn alike(a: &Fields, b: &Fields) -> bool {
    changed(a, b).is_empty()
}

proptest! {
    #[test]
    fn an_untouched_document_becomes_the_sites(base in document(), theirs in document()) {
        let merged = merge(&base, &base, &theirs);
        prop_assert_eq!(merged, Merged { document: theirs, ..Merged::default() });
    }

    #[test]
    fn an_untouched_site_takes_all_of_the_reps(base in document(), mine in document()) {
        let merged = merge(&base, &mine, &base);
        prop_assert!(merged.conflicts.is_empty());
        prop_assert!(alike(&merged.document, &mine));
        let mut at_site = base.clone();
        at_site.extend(merged.to_send);
        prop_assert!(alike(&at_site, &mine));
    }

    #[test]
    fn equal_changes_leave_nothing_to_do(base in document(), both in document()) {
        let merged = merge(&base, &both, &both);
        prop_assert_eq!(merged, Merged { document: both, ..Merged::default() });
    }

    /// Every field of the rep's is either the site's already, sent, or shown as a conflict.
    #[test]
    fn no_change_of_the_reps_gets_lost(
        base in document(), mine in document(), theirs in document(),
    ) {
        let merged = merge(&base, &mine, &theirs);
        for (field, value) in changed(&base, &mine) {
            let sent = merged.to_send.get(field).is_some_and(|sent| same(sent, value));
            let shown = merged.conflicts.iter().any(|c| c.field == field && same(&c.mine, value));
            prop_assert!(sent || shown || same(of(&theirs, field), value));
            prop_assert!(!(sent && shown));
            prop_assert!(same(of(&merged.document, field), value));
        }
    }

    /// What the site changed and the rep did not is never overwritten.
    #[test]
    fn no_change_of_the_sites_gets_lost(
        base in document(), mine in document(), theirs in document(),
    ) {
        let merged = merge(&base, &mine, &theirs);
        for (field, value) in changed(&base, &theirs) {
            if same(of(&base, field), of(&mine, field)) {
                prop_assert!(same(of(&merged.document, field), value));
                prop_assert!(!merged.to_send.contains_key(field));
            }
        }
    }

    /// Two phones' changes come to the site in either order with one result, but for a field both changed:
    /// that stays as the first of them left it and is offered to the other one.
    #[test]
    fn either_order_of_arrival_gives_one_result(
        base in document(), one in document(), other in document(),
    ) {
        let meet = |first: &Fields, second: &Fields| {
            let mut site = base.clone();
            site.extend(merge(&base, first, &base).to_send);
            let merged = merge(&base, second, &site);
            site.extend(merged.to_send);
            let offered: Vec<String> = merged.conflicts.into_iter().map(|c| c.field).collect();
            (site, offered)
        };
        let (ahead, offered) = meet(&one, &other);
        let (behind, offered_too) = meet(&other, &one);
        prop_assert_eq!(&offered, &offered_too);
        for field in ahead.keys().chain(behind.keys()) {
            if offered.contains(field) {
                prop_assert!(same(of(&ahead, field), of(&one, field)));
                prop_assert!(same(of(&behind, field), of(&other, field)));
            } else {
                prop_assert!(same(of(&ahead, field), of(&behind, field)), "{field}");
            }
        }
    }

    /// Sent and merged again, there is nothing left to send.
    #[test]
    fn sending_settles(base in document(), mine in document(), theirs in document()) {
        let merged = merge(&base, &mine, &theirs);
        let mut at_site = theirs.clone();
        at_site.extend(merged.to_send.clone());
        let again = merge(&theirs, &merged.document, &at_site);
        prop_assert!(again.conflicts.is_empty());
        let undecided: Vec<_> = merged.conflicts.iter().map(|c| c.field.as_str()).collect();
        for field in again.to_send.keys() {
            prop_assert!(undecided.contains(&field.as_str()));
        }
    }
}
