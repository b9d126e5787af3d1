//! The steps of a day through the app's use cases, each begun again where a kill left it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use rust_decimal::Decimal;
use satchel_app::views::{CatalogueFilter, NewCustomer, OrderEdit};
use satchel_app::{PricedFor, Session};
use satchel_store::OrderDetail;
use serde_json::Value;

use crate::rehearse::day::Step;
use crate::rehearse::ledger::{Entry, Ledger, Written};

/// Most customers and items a rep chooses among.
const CHOICE: usize = 200;

/// How many items are tried for a line.
const TRIES: u64 = 20;

/// A rep with an open phone.
pub struct Rep<'a> {
    session: &'a Session,
    /// Item codes that have a price.
    items: Vec<String>,
    /// Names of the rep's own tasks.
    tasks: Vec<String>,
}

impl<'a> Rep<'a> {
    /// Looks at what there is to sell.
    pub fn new(session: &'a Session, tasks: &[Value]) -> Result<Self> {
        let mut items = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let filter = CatalogueFilter::default();
            let page = session.catalogue(&filter, &PricedFor::Nobody, after.as_deref())?;
            let priced = page.rows.into_iter().filter(|row| row.price.is_some());
            items.extend(priced.map(|row| row.item_code));
            match page.next {
                Some(next) if items.len() < CHOICE => after = Some(next),
                _ => break,
            }
        }
        let name = |task: &Value| task.get("name").and_then(Value::as_str).map(str::to_owned);
        Ok(Self { session, items, tasks: tasks.iter().filter_map(name).collect() })
    }

    /// Does a step, or the rest of it, and writes down what it left.
    pub fn take(&self, number: usize, step: &Step, ledger: &mut Ledger) -> Result<()> {
        let documents = match step {
            Step::Customer { name, whole } => self.customer(name, *whole)?,
            Step::Order { customer, lines } => self.order(number, *customer, lines, ledger)?,
            Step::Visit { customer, note } => self.visit(number, *customer, note, ledger)?,
            Step::Progress { task, percent } => self.progress(*task, *percent)?,
            Step::Signal => Vec::new(),
        };
        ledger.write(Entry::Done { step: number, documents })
    }

    /// Makes the customer unless the phone has it: names are used once.
    fn customer(&self, name: &str, whole: bool) -> Result<Vec<Written>> {
        let there = self.session.customers(name, None)?;
        if !there.rows.iter().any(|row| row.customer_name == name) {
            let mut new = NewCustomer { customer_name: name.to_owned(), ..NewCustomer::default() };
            if whole {
                "Rua das Flores 12".clone_into(&mut new.address_line1);
                "Porto".clone_into(&mut new.city);
                new.contact_name = format!("Contact of {name}");
                "+351 220 000 000".clone_into(&mut new.phone);
            }
            self.session.create_customer(&new)?;
        }
        let mut documents = vec![written("Customer", name, &[])];
        if whole {
            documents.push(written("Address", name, &[]));
            documents.push(written("Contact", &format!("Contact of {name}"), &[]));
        }
        Ok(documents)
    }

    /// Customers to choose among: first page of those of the site, then the newest of the phone's own.
    fn choose_customer(&self, choice: u64) -> Result<String> {
        let mut rows = self.session.customers("", None)?.rows;
        let own = self.session.customers("Shop", None)?.rows;
        let own: Vec<_> = own.into_iter().filter(|row| row.local).collect();
        if choice.is_multiple_of(3) && !own.is_empty() {
            rows = own;
        }
        let place = usize::try_from(choice % rows.len().max(1) as u64).unwrap_or_default();
        Ok(rows.get(place).context("no customer on the phone")?.name.clone())
    }

    fn order(
        &self,
        number: usize,
        customer: u64,
        lines: &[(u64, u32)],
        ledger: &mut Ledger,
    ) -> Result<Vec<Written>> {
        let begun = ledger.begun(number).map(str::to_owned);
        let uid = match begun {
            Some(uid) => uid,
            None => {
                let uid = self.filled(customer, lines)?;
                ledger.write(Entry::Begun { step: number, uid: uid.clone() })?;
                uid
            }
        };
        // After a kill this is the second tap: the same order, the same receipt number.
        self.session.place_order(&uid, "")?;
        let placed = self.session.store().order(uid.parse()?)?;
        Ok(vec![order_written(&placed.context("a placed order is gone")?)])
    }

    /// An order with lines; a customer whose price list has none of the items is passed by.
    fn filled(&self, customer: u64, lines: &[(u64, u32)]) -> Result<String> {
        for next in 0..TRIES {
            let customer = self.choose_customer(customer.wrapping_add(next))?;
            let uid = self.session.start_order(&customer)?;
            self.fill(&uid, lines)?;
            if !self.session.order(&uid)?.lines.is_empty() {
                return Ok(uid);
            }
        }
        bail!("nobody here can be sold anything")
    }

    /// A draft that a kill left behind is filled already; what is added counts up. An item that has no
    /// price for this customer is put away again and the next one taken.
    fn fill(&self, uid: &str, lines: &[(u64, u32)]) -> Result<()> {
        for (item, qty) in lines {
            for next in 0..TRIES {
                let place = (item % CHOICE as u64 + next) % self.items.len().max(1) as u64;
                let item_code = self.items.get(usize::try_from(place)?);
                let item_code = item_code.context("nothing to sell on the phone")?.clone();
                let add = OrderEdit::Add { item_code, uom: None, qty: Decimal::from(*qty) };
                let order = self.session.edit_order(uid, add)?;
                let Some(line) = order.lines.iter().find(|line| line.no_price) else { break };
                let line = line.line.context("a free line without a price")?;
                let away = OrderEdit::Qty { line, qty: Decimal::ZERO };
                self.session.edit_order(uid, away)?;
            }
        }
        Ok(())
    }

    fn visit(
        &self,
        number: usize,
        customer: u64,
        note: &str,
        ledger: &mut Ledger,
    ) -> Result<Vec<Written>> {
        let uid = match ledger.begun(number).map(str::to_owned) {
            Some(uid) => uid,
            None => {
                // A kill before the line was written leaves the visit open.
                let open = self.session.open_visit()?;
                let visit = match open {
                    Some(visit) => visit,
                    None => self.session.check_in(&self.choose_customer(customer)?, "")?,
                };
                ledger.write(Entry::Begun { step: number, uid: visit.uid.clone() })?;
                visit.uid
            }
        };
        // None open: it was ended before the kill.
        self.session.check_out(note)?;
        Ok(vec![written("Field Visit", note, &[("satchel_uid", &uid), ("check_out", "set")])])
    }

    fn progress(&self, task: u64, percent: u8) -> Result<Vec<Written>> {
        let place = usize::try_from(task % self.tasks.len().max(1) as u64).unwrap_or_default();
        let Some(task) = self.tasks.get(place) else { return Ok(Vec::new()) };
        self.session.report_progress(task, percent)?;
        Ok(vec![written("Task", task, &[("progress", &percent.to_string())])])
    }
}

fn written(doctype: &str, key: &str, figures: &[(&str, &str)]) -> Written {
    let figures = figures.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    Written { doctype: doctype.to_owned(), key: key.to_owned(), figures: figures.collect() }
}

/// The order as the receipt has it.
fn order_written(order: &OrderDetail) -> Written {
    let row = &order.row;
    let figures = BTreeMap::from([
        ("satchel_uid".to_owned(), row.uid.to_string()),
        ("customer_name".to_owned(), row.customer_name.clone()),
        ("docstatus".to_owned(), "1".to_owned()),
        ("currency".to_owned(), row.totals.currency.clone()),
        ("net_total".to_owned(), row.totals.net_total.clone()),
        ("total_taxes_and_charges".to_owned(), row.totals.total_taxes_and_charges.clone()),
        ("grand_total".to_owned(), row.totals.grand_total.clone()),
        ("due".to_owned(), row.totals.rounded_total.clone()),
        ("lines".to_owned(), lines(order)),
    ]);
    let key = row.receipt_number.to_string();
    Written { doctype: "Sales Order".to_owned(), key, figures }
}

/// Item, quantity, unit and rate of each line.
fn lines(order: &OrderDetail) -> String {
    let lines = order.lines.iter().map(|line| {
        let rate = line.rate.parse::<Decimal>().unwrap_or_default().normalize();
        format!("{} × {} {} à {rate}", line.item_code, line.qty.normalize(), line.uom)
    });
    lines.collect::<Vec<_>>().join("; ")
}
