//! The report of a day of somebody of the team.

use super::documents::{Paper, plain_as_html};
use crate::AppError;
use crate::session::{Session, local_time};
use chrono::{DateTime, NaiveDate, Utc};
use satchel_domain::receipts::ReceiptKind;
use satchel_store::{TeamFilter, TeamOrderRow, TeamVisitRow};
use serde_json::{Value, json};

impl Session {
    pub(super) fn team_day_paper(&self, day: NaiveDate, user: &str) -> Result<Paper, AppError> {
        let store = &self.inner.store;
        let filter = TeamFilter { users: vec![user.to_owned()], ..TeamFilter::day(day) };
        let orders = store.team_orders(&filter)?;
        let visits: Vec<Value> = store
            .team_visits(&filter)?
            .iter()
            .map(|visit| self.team_visit_fields(visit))
            .collect::<Result<_, _>>()?;
        let totals: Vec<Value> = self
            .team_sums(&orders)
            .into_iter()
            .map(|sum| json!({"currency": sum.currency, "grand_total": sum.amount.to_string()}))
            .collect();
        let tasks: Vec<Value> = store
            .team_tasks(day)?
            .iter()
            .filter(|task| task.by == user)
            .map(|task| json!({"subject": task.subject, "progress": task.progress.to_string()}))
            .collect();
        let doc = json!({
            "date": day.to_string(),
            "company": self.company().company,
            "orders": orders.iter().map(order_fields).collect::<Vec<_>>(),
            "totals": totals,
            "visits": visits,
            "tasks": tasks,
        });
        let paper = self.company_paper(ReceiptKind::Day, doc)?;
        Ok(Paper { title: day.to_string(), of_rep: Some(self.team_name(user)?), ..paper })
    }

    fn team_visit_fields(&self, visit: &TeamVisitRow) -> Result<Value, AppError> {
        let time = |at: DateTime<Utc>| {
            local_time(at, visit.offset_minutes).format("%Y-%m-%d %H:%M:%S").to_string()
        };
        let found = self.inner.store.team_visit(visit.id)?;
        let document: Value = found
            .and_then(|(_, document)| serde_json::from_str(&document).ok())
            .unwrap_or_default();
        let notes = document.get("notes").and_then(Value::as_str).unwrap_or_default();
        Ok(json!({
            "customer": visit.customer,
            "customer_name": visit.customer_name,
            "check_in": time(visit.check_in),
            "check_out": visit.check_out.map(time),
            "notes": plain_as_html(notes),
        }))
    }
}

fn order_fields(order: &TeamOrderRow) -> Value {
    let receipt_no = Some(&order.receipt_no).filter(|number| !number.is_empty());
    json!({
        "name": order.name,
        "satchel_receipt_no": receipt_no,
        "customer": order.customer,
        "customer_name": order.customer_name,
        "currency": order.currency,
        "grand_total": order.grand_total.to_string(),
    })
}
