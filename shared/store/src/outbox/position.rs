//! A better position that becomes known shortly after a document was captured.

use rusqlite::{Row, Transaction, params};
use satchel_domain::capture::{CapturedAt, LaterPosition};
use satchel_domain::ids::OrderUid;
use serde_json::{Map, Value};

use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{first, get, run};
use crate::store::Store;

/// What was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CapturedDocument {
    /// A placed order.
    Order(OrderUid),
    /// The check-in of a visit.
    Visit(OrderUid),
}

impl CapturedDocument {
    fn uid(self) -> String {
        match self {
            Self::Order(uid) | Self::Visit(uid) => uid.to_string(),
        }
    }

    /// How its capture is read and written.
    fn statements(self) -> (&'static str, &'static str) {
        match self {
            Self::Order(_) => (
                "SELECT captured FROM sales_order WHERE uid = ?1",
                "UPDATE sales_order SET captured = ?2 WHERE uid = ?1",
            ),
            Self::Visit(_) => (
                "SELECT check_in AS captured FROM visit WHERE uid = ?1",
                "UPDATE visit SET check_in = ?2 WHERE uid = ?1",
            ),
        }
    }
}

impl Store {
    /// Adds a better position to a document, and these fields to its payload as long as it never left the
    /// phone: what was sent stays as it is. Gives whether the payload has them.
    ///
    /// The journal keeps the document as it was captured: only the better position is lost with the
    /// database.
    pub fn better_position(
        &self,
        document: CapturedDocument,
        later: LaterPosition,
        fields: Map<String, Value>,
    ) -> Reply<bool> {
        self.write(move |transaction| {
            let uid = document.uid();
            let (read, write) = document.statements();
            let captured = first!(transaction, read, [&uid], |row: &Row<'_>| {
                let text: String = get(row, "captured")?;
                serde_json::from_str::<CapturedAt>(&text).map_err(|_| bad("captured"))
            })?;
            let Some(mut captured) = captured else {
                return Err(StoreError::NotFound { what: "captured document" });
            };
            captured.later = Some(later);
            let text = serde_json::to_string(&captured).map_err(|_| bad("captured"))?;
            run!(transaction, write, params![uid, text])?;
            amend(transaction, &uid, fields)
        })
    }
}

/// Sets fields of a payload that was never sent.
fn amend(
    transaction: &Transaction<'_>,
    uid: &str,
    fields: Map<String, Value>,
) -> Result<bool, StoreError> {
    let unsent = first!(
        transaction,
        "SELECT payload FROM outbox
         WHERE uid = ?1 AND state = 'waiting' AND sent = 0 AND attempts = 0",
        [uid],
        |row: &Row<'_>| get::<String>(row, "payload")
    )?;
    let Some(payload) = unsent else { return Ok(false) };
    let mut payload: Map<String, Value> =
        serde_json::from_str(&payload).map_err(|_| bad("payload"))?;
    payload.extend(fields);
    let payload = Value::Object(payload).to_string();
    run!(transaction, "UPDATE outbox SET payload = ?2 WHERE uid = ?1", params![uid, payload])?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::{Settlement, Step};
    use crate::testing::{Opened, noon, opened, order, uid};
    use satchel_domain::capture::CapturedPosition;
    use serde_json::json;

    fn better(opened: &Opened, accuracy_m: u32) -> bool {
        let position = CapturedPosition { accuracy_m, ..CapturedPosition::default() };
        let later = LaterPosition { position, after_s: 9 };
        let fields = json!({ "satchel_accuracy_m": accuracy_m }).as_object().unwrap().clone();
        let document = CapturedDocument::Order(uid(1));
        opened.store.better_position(document, later, fields).wait().unwrap()
    }

    fn payload(opened: &Opened) -> Value {
        let row = opened.store.outbox_row_of(&uid(1).to_string()).unwrap().unwrap();
        serde_json::from_str(&row.payload).unwrap()
    }

    #[test]
    fn it_joins_the_order_and_a_payload_that_was_never_sent() {
        let opened = opened();
        opened.store.place(order(1)).wait().unwrap();
        let before = payload(&opened);
        assert!(better(&opened, 8));
        let captured = opened.store.order(uid(1)).unwrap().unwrap().captured;
        assert_eq!(captured.best_position().unwrap().accuracy_m, 8);
        assert_eq!(captured.position, order(1).captured.position, "the first one stays");
        let mut after = payload(&opened);
        assert_eq!(after["satchel_accuracy_m"], 8);
        after.as_object_mut().unwrap().remove("satchel_accuracy_m");
        let mut before = before;
        before.as_object_mut().unwrap().remove("satchel_accuracy_m");
        assert_eq!(after, before, "nothing else changed");
    }
    #[test]
    fn what_was_on_its_way_stays_as_it_was_sent() {
        let opened = opened();
        opened.store.place(order(1)).wait().unwrap();
        let row = opened.store.outbox_row_of(&uid(1).to_string()).unwrap().unwrap();
        let claimed =
            Step { seq: row.seq, settlement: Settlement::Claimed, at: noon(), offset_minutes: 0 };
        opened.store.settle(claimed).wait().unwrap();
        let before = payload(&opened);
        assert!(!better(&opened, 8));
        assert_eq!(payload(&opened), before);
        let captured = opened.store.order(uid(1)).unwrap().unwrap().captured;
        assert_eq!(captured.later.unwrap().after_s, 9, "the phone keeps it all the same");
    }

    #[test]
    fn a_document_there_is_not_has_no_position() {
        let later = LaterPosition { position: CapturedPosition::default(), after_s: 1 };
        let visit = CapturedDocument::Visit(uid(7));
        let answer = opened().store.better_position(visit, later, Map::new()).wait();
        assert!(matches!(answer, Err(StoreError::NotFound { .. })));
    }
}
