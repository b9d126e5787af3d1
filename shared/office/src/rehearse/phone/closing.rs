//! What the phone itself says at the end.

use anyhow::Result;
use satchel_app::Session;
use satchel_store::{OrderQuery, OutboxState};

use crate::rehearse::ledger::Closing;

/// Rows of a page of orders.
const PAGE: usize = 500;

/// Reads outbox and orders.
pub fn closing(session: &Session) -> Result<Closing> {
    let mut closing = Closing::default();
    for row in session.store().outbox(&[], usize::MAX)? {
        closing.attempts += u64::from(row.attempts);
        if row.state != OutboxState::Done {
            *closing.open.entry(row.state.as_str().to_owned()).or_default() += 1;
            closing.words.push(format!(
                "{} is {}: {}",
                row.uid,
                row.state.as_str(),
                row.last_answer
            ));
        }
    }
    let mut query = OrderQuery { limit: PAGE, ..OrderQuery::default() };
    loop {
        let page = session.store().orders(&query)?;
        for row in page.rows {
            let name = row.server_name.map(|name| name.to_string()).unwrap_or_default();
            closing.names.insert(row.receipt_number.to_string(), name);
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(closing),
        }
    }
}
