//! Documents as receipts see them: ERPNext's fields, filled from what this phone knows.

use crate::AppError;
use crate::session::company::text;
use crate::session::{Session, customer_in_order, local_time, order_uid};
use crate::views::{CheckItem, HistoryRow, ReceiptOf, TaskStatus};
use chrono::NaiveDateTime;
use satchel_domain::capture::CapturedAt;
use satchel_domain::orders::OrderState;
use satchel_domain::receipts::{ReceiptFormat, ReceiptKind};
use satchel_domain::tasks::{besides_checklist, checklist};
use satchel_store::{OrderDetail, OrderQuery, OrderRow, TaskRow, VisitRow};
use serde_json::{Map, Value, json};

/// Orders of a customer looked through for those made during a visit.
const LOOKED_AT: usize = 100;
/// Lines of a task's log on paper: the last ones.
const MOST_REPORTS: usize = 40;

/// A document and what is printed round it.
pub(super) struct Paper {
    pub(super) kind: ReceiptKind,
    pub(super) doc: Value,
    pub(super) company: Value,
    pub(super) customer: Value,
    pub(super) receipt_no: String,
    pub(super) captured_at: NaiveDateTime,
    pub(super) format: ReceiptFormat,
    pub(super) title: String,
    /// Whose document it is, where that is not the user of this phone.
    pub(super) of_rep: Option<String>,
}

impl Session {
    pub(super) fn paper(&self, of: &ReceiptOf) -> Result<Paper, AppError> {
        match of {
            ReceiptOf::Order(uid) => self.order_paper(uid),
            ReceiptOf::Visit(uid) => self.visit_paper(uid),
            ReceiptOf::Task(key) => self.task_paper(key),
            ReceiptOf::Day(day) => self.day_paper(*day),
            ReceiptOf::TeamDay(day, user) => self.team_day_paper(*day, user),
        }
    }

    fn order_paper(&self, order: &str) -> Result<Paper, AppError> {
        let stored = self
            .inner
            .store
            .order(order_uid(order)?)?
            .ok_or(AppError::NotFound { what: "Sales Order" })?;
        let number = stored.row.receipt_number.to_string();
        Ok(Paper {
            kind: ReceiptKind::Order,
            doc: order_document(&stored)?,
            company: self.stored("Company", &stored.company)?,
            customer: self.customer_on_paper(Some(&stored.row.customer))?,
            receipt_no: number.clone(),
            captured_at: shown(&stored.captured),
            format: self.receipt_format(&stored.row.totals.currency)?,
            title: number,
            of_rep: None,
        })
    }

    fn visit_paper(&self, visit: &str) -> Result<Paper, AppError> {
        let not_found = AppError::NotFound { what: "Field Visit" };
        let uid = visit.parse().map_err(|_| AppError::NotFound { what: "Field Visit" })?;
        let row = self.inner.store.visit(uid)?.ok_or(not_found)?;
        let mut doc = visit_fields(&row);
        let orders: Vec<Value> = self.orders_during(&row)?.iter().map(order_line).collect();
        doc.insert("orders".into(), json!(orders));
        Ok(Paper {
            customer: self.customer_on_paper(row.customer.as_ref())?,
            captured_at: shown(&row.check_in),
            title: row.customer_name.clone(),
            ..self.company_paper(ReceiptKind::Visit, Value::Object(doc))?
        })
    }

    fn task_paper(&self, key: &str) -> Result<Paper, AppError> {
        let not_found = AppError::NotFound { what: "Task" };
        let row = self.task_called(key)?.ok_or(not_found)?;
        let logs: Vec<_> =
            self.time_logs(None)?.into_iter().filter(|log| log.task == row.key).collect();
        let total: rust_decimal::Decimal = logs.iter().map(|log| log.hours).sum();
        let mut doc = task_fields(&row);
        let (project_name, customer_name) = self.project_of(&row.project)?;
        doc.insert("project_name".into(), json!(project_name));
        doc.insert("customer_name".into(), json!(customer_name));
        doc.insert("time_logs".into(), logs.iter().map(super::day::TimeLog::fields).collect());
        doc.insert("total_hours".into(), json!(total.normalize().to_string()));
        self.report_into(&mut doc, &row)?;
        Ok(Paper {
            title: row.subject.clone(),
            ..self.company_paper(ReceiptKind::Task, Value::Object(doc))?
        })
    }

    /// Whose place a task is at and what was done of it: its checklist, what was reported, the customer's signature.
    fn report_into(&self, doc: &mut Map<String, Value>, row: &TaskRow) -> Result<(), AppError> {
        let document = Value::Object(doc.clone());
        if let Some(key) = self.customer_of_task(&row.project, &document)?
            && let Some(customer) = self.inner.store.customer(&key)?
        {
            doc.insert("customer_name".into(), json!(customer.row.customer_name));
        }
        let description = text(&document, "description");
        let item = |item: CheckItem| json!({"text": item.text, "done": item.done});
        doc.insert("checklist".into(), checklist(&description).into_iter().map(item).collect());
        doc.insert("instructions".into(), json!(besides_checklist(&description)));
        let history = self.history_of(&document);
        let mut log: Vec<Value> = history.into_iter().take(MOST_REPORTS).map(report_line).collect();
        log.reverse();
        doc.insert("progress_log".into(), json!(log));
        doc.insert("signature".into(), json!(self.signature_of_task(&row.key, &document)?));
        Ok(())
    }

    /// A document of the company, in its currency, printed now.
    pub(super) fn company_paper(&self, kind: ReceiptKind, doc: Value) -> Result<Paper, AppError> {
        let facts = self.company();
        Ok(Paper {
            kind,
            doc,
            company: self.stored("Company", &facts.company)?,
            customer: Value::Null,
            receipt_no: String::new(),
            captured_at: self.shown_now(),
            format: self.receipt_format(&facts.currency)?,
            title: String::new(),
            of_rep: None,
        })
    }

    /// The orders placed for the customer of a visit while it went on, the first one first.
    pub(in crate::session) fn orders_during(
        &self,
        visit: &VisitRow,
    ) -> Result<Vec<OrderRow>, AppError> {
        let Some(customer) = visit.customer.clone() else { return Ok(Vec::new()) };
        let until = visit.check_out.as_ref().map_or_else(|| self.now().utc, |left| left.utc);
        let query =
            OrderQuery { customer: Some(customer), limit: LOOKED_AT, ..OrderQuery::default() };
        let mut orders = self.inner.store.orders(&query)?.rows;
        orders.retain(|order| {
            order.state != OrderState::Withdrawn
                && order.placed_at >= visit.check_in.utc
                && order.placed_at <= until
        });
        orders.reverse();
        Ok(orders)
    }
}

/// What a technician reported, its time as the phone shows it.
fn report_line(row: HistoryRow) -> Value {
    json!({
        "at": row.at.format("%Y-%m-%d %H:%M:%S").to_string(),
        "by": row.by,
        "progress": row.progress,
        "status": row.status.map(TaskStatus::name),
        "note": row.note,
    })
}

/// The time of a capture as the phone showed it.
pub(super) fn shown(captured: &CapturedAt) -> NaiveDateTime {
    local_time(captured.utc, captured.offset_minutes).naive_local()
}

fn time_text(captured: &CapturedAt) -> Value {
    json!(shown(captured).format("%Y-%m-%d %H:%M:%S").to_string())
}

/// The priced order with what only the placed one knows.
fn order_document(stored: &OrderDetail) -> Result<Value, AppError> {
    let mut doc: Value = serde_json::from_str(&stored.priced)
        .map_err(|_| AppError::Unreadable { what: "Sales Order" })?;
    if let Some(fields) = doc.as_object_mut() {
        fields.insert("customer_name".into(), json!(stored.row.customer_name));
        if let Some(name) = &stored.row.server_name {
            fields.insert("name".into(), json!(name.to_string()));
        }
    }
    Ok(doc)
}

/// An order in a list of a report.
pub(super) fn order_line(row: &OrderRow) -> Value {
    json!({
        "name": row.server_name.as_ref().map(ToString::to_string),
        "satchel_receipt_no": row.receipt_number.to_string(),
        "customer": customer_in_order(&row.customer),
        "customer_name": row.customer_name,
        "currency": row.totals.currency,
        "grand_total": row.totals.grand_total,
        "rounded_total": row.totals.rounded_total,
    })
}

/// A visit as a Field Visit, its times as the phone showed them.
pub(super) fn visit_fields(row: &VisitRow) -> Map<String, Value> {
    let mut doc = Map::new();
    let customer = row.customer.as_ref().map(customer_in_order).unwrap_or_default();
    doc.insert("customer".into(), json!(customer));
    doc.insert("customer_name".into(), json!(row.customer_name));
    doc.insert("check_in".into(), time_text(&row.check_in));
    if let Some(left) = &row.check_out {
        doc.insert("check_out".into(), time_text(left));
    }
    if let Some(position) = row.check_in.best_position() {
        doc.insert("latitude".into(), crate::selling::degrees(position.latitude_e7));
        doc.insert("longitude".into(), crate::selling::degrees(position.longitude_e7));
        doc.insert("accuracy_m".into(), json!(position.accuracy_m));
    }
    doc.insert("notes".into(), json!(plain_as_html(&row.note)));
    doc
}

/// A text as the filter `lines` reads it, which takes what stands in angle brackets for HTML.
pub(super) fn plain_as_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

pub(super) fn task_fields(row: &TaskRow) -> Map<String, Value> {
    let read: Option<Value> = serde_json::from_str(&row.document).ok();
    match read {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
