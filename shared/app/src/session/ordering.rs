//! The order being written: started, changed, priced, put away.

use super::{Session, customer_in_order, customer_key, order_uid};
use crate::AppError;
use crate::selling::{DraftBody, LineFacts, OrderPrice, order_view};
use crate::views::{
    ChoiceView, OrderChoices, OrderEdit, OrderView, PriceReason, StockView, UomChoice,
};
use rust_decimal::Decimal;
use satchel_domain::ids::{CustomerKey, ItemCode, OrderUid};
use satchel_store::{Draft, StoreError};
use serde_json::Value;
use std::collections::HashMap;

impl Session {
    /// Starts an order for a customer, or goes on with the draft there is. Gives its uid.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an unknown customer, or what the store says.
    pub fn start_order(&self, customer: &str) -> Result<String, AppError> {
        let key = customer_key(customer)?;
        if let Some(draft) = self
            .inner
            .store
            .drafts()?
            .into_iter()
            .find(|draft| draft.customer.as_ref() == Some(&key) && !is_mending(draft))
        {
            return Ok(draft.uid.to_string());
        }
        let uid = self.new_uid()?;
        let body = self.new_body(&key)?;
        self.save(uid, &key, &body)?;
        Ok(uid.to_string())
    }

    /// Starts an order with the lines of an earlier one, placed here or known from the office.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such order.
    pub fn order_again(&self, order: &str) -> Result<String, AppError> {
        let (key, lines) = self.lines_of(order)?;
        let mut body = self.new_body(&key)?;
        body.copied_from = Some(order.to_owned());
        for (item_code, uom, qty) in lines {
            body.apply(OrderEdit::Add { item_code, uom, qty })?;
        }
        let uid = self.new_uid()?;
        self.save(uid, &key, &body)?;
        Ok(uid.to_string())
    }

    fn new_body(&self, key: &CustomerKey) -> Result<DraftBody, AppError> {
        let today = self.today();
        let delivery = today
            .checked_add_days(chrono::Days::new(u64::from(self.company().lead_days)))
            .unwrap_or(today);
        let mut body =
            DraftBody::new(&self.company().company, &customer_in_order(key), today, delivery);
        body.warehouse = self.warehouse()?;
        Ok(body)
    }

    /// The order being written, priced with today's masters.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not a draft (any more).
    pub fn order(&self, uid: &str) -> Result<OrderView, AppError> {
        let uid = order_uid(uid)?;
        let (key, body) = self.draft_body(uid)?;
        let price = self.price_body(&body)?;
        self.view(uid, &key, &body, &price)
    }

    /// Changes the order: saved first, then priced and shown.
    ///
    /// # Errors
    /// [`AppError::Edit`] when the edit is not taken; the draft is then unchanged.
    pub fn edit_order(&self, uid: &str, edit: OrderEdit) -> Result<OrderView, AppError> {
        let uid = order_uid(uid)?;
        let (key, mut body) = self.draft_body(uid)?;
        self.apply(&key, &mut body, edit)?;
        let price = self.save(uid, &key, &body)?;
        self.view(uid, &key, &body, &price)
    }

    /// What edits would make of the order, while a figure is still being typed. Nothing is saved.
    ///
    /// # Errors
    /// [`AppError::Edit`] when one would not be taken, or what the store says.
    pub fn preview_order(&self, uid: &str, edits: Vec<OrderEdit>) -> Result<OrderView, AppError> {
        let uid = order_uid(uid)?;
        let (key, mut body) = self.draft_body(uid)?;
        for edit in edits {
            self.apply(&key, &mut body, edit)?;
        }
        let price = self.price_body(&body)?;
        self.view(uid, &key, &body, &price)
    }

    fn apply(
        &self,
        key: &CustomerKey,
        body: &mut DraftBody,
        edit: OrderEdit,
    ) -> Result<(), AppError> {
        match edit {
            OrderEdit::UsualBasket => {
                for item in self.inner.store.usual_basket(key, BASKET)? {
                    if body.qty_of(item.item_code.as_str()).is_zero() {
                        body.apply(OrderEdit::Add {
                            item_code: item.item_code.to_string(),
                            uom: Some(item.uom).filter(|uom| !uom.is_empty()),
                            qty: item.typical_qty,
                        })?;
                    }
                }
            }
            OrderEdit::LinesOf(order) => {
                let (_, lines) = self.lines_of(&order)?;
                for (item_code, uom, qty) in lines {
                    body.apply(OrderEdit::Add { item_code, uom, qty })?;
                }
                body.copied_from = Some(order);
            }
            edit => body.apply(edit)?,
        }
        Ok(())
    }

    /// Puts a draft into the trash, from where it can be brought back for 30 days.
    ///
    /// # Errors
    /// What the store says.
    pub fn discard_order(&self, uid: &str) -> Result<(), AppError> {
        Ok(self.inner.store.discard_draft(order_uid(uid)?, self.now().utc).wait()?)
    }

    /// Brings a draft back from the trash.
    ///
    /// # Errors
    /// What the store says.
    pub fn restore_order(&self, uid: &str) -> Result<(), AppError> {
        Ok(self.inner.store.restore_draft(order_uid(uid)?).wait()?)
    }

    pub(super) fn draft_body(&self, uid: OrderUid) -> Result<(CustomerKey, DraftBody), AppError> {
        let draft = self.inner.store.draft(uid)?.ok_or(AppError::NotFound { what: "draft" })?;
        let key = draft.customer.ok_or(AppError::Unreadable { what: "draft" })?;
        let mut body: DraftBody = serde_json::from_str(&draft.entry)
            .map_err(|_| AppError::Unreadable { what: "draft" })?;
        body.move_to(self.today());
        Ok((key, body))
    }

    /// Prices a draft; an empty one has nothing to refuse.
    pub(super) fn price_body(&self, body: &DraftBody) -> Result<OrderPrice, AppError> {
        if body.entry.items.is_empty() {
            return Ok(OrderPrice::Empty);
        }
        Ok(match self.price(&body.entry)? {
            Ok(priced) => OrderPrice::Priced(Box::new(priced)),
            Err(refusal) => OrderPrice::Refused(Box::new(refusal)),
        })
    }

    /// Saves a draft with the figures lists show of it; durable when this returns.
    pub(super) fn save(
        &self,
        uid: OrderUid,
        key: &CustomerKey,
        body: &DraftBody,
    ) -> Result<OrderPrice, AppError> {
        let price = self.price_body(body)?;
        let customer = self.inner.store.customer(key)?;
        let priced = price.priced();
        let draft = Draft {
            uid,
            customer: Some(key.clone()),
            customer_name: customer.map(|c| c.row.customer_name).unwrap_or_default(),
            currency: priced
                .map_or_else(|| self.company().currency.clone(), |p| p.currency.clone()),
            grand_total: priced.map(crate::selling::due).unwrap_or_default().to_string(),
            line_count: u32::try_from(body.entry.items.len()).unwrap_or(u32::MAX),
            note: body.note.clone(),
            entry: serde_json::to_string(body)
                .map_err(|_| AppError::Store(StoreError::BadInput { field: "entry" }))?,
            updated_at: self.now().utc,
        };
        self.inner.store.save_draft(draft).wait()?;
        Ok(price)
    }

    fn view(
        &self,
        uid: OrderUid,
        key: &CustomerKey,
        body: &DraftBody,
        price: &OrderPrice,
    ) -> Result<OrderView, AppError> {
        let facts = self.line_facts(body, price)?;
        let customer_name = self
            .inner
            .store
            .customer(key)?
            .map(|detail| detail.row.customer_name)
            .unwrap_or_default();
        let mut view =
            order_view(body, price, &facts, &self.company().currency, self.float_precision());
        view.uid = uid.to_string();
        view.customer = key.to_string();
        view.customer_name = customer_name;
        view.choices = self.order_choices()?;
        if price.priced().is_some() && self.is_half_loaded()? {
            view.provisional
                .push(PriceReason { id: "pricing-provisional-loading", args: Vec::new() });
        }
        Ok(view)
    }

    fn line_facts(
        &self,
        body: &DraftBody,
        price: &OrderPrice,
    ) -> Result<HashMap<String, LineFacts>, AppError> {
        let mut codes: Vec<ItemCode> = match price.priced() {
            Some(priced) => priced.items.iter().filter_map(|l| l.item_code.parse().ok()).collect(),
            None => body.entry.items.iter().filter_map(|l| l.item_code.parse().ok()).collect(),
        };
        codes.sort_unstable();
        codes.dedup();
        self.facts_of(&codes, &body.warehouse)
    }

    /// What lists and lines show of items.
    pub(super) fn facts_of(
        &self,
        codes: &[ItemCode],
        warehouse: &str,
    ) -> Result<HashMap<String, LineFacts>, AppError> {
        let kept: HashMap<String, bool> = self
            .inner
            .store
            .item_documents(codes)?
            .into_iter()
            .map(|(code, document)| (code.to_string(), keeps_stock(&document)))
            .collect();
        let mut facts = HashMap::with_capacity(codes.len());
        for code in codes {
            let Some(row) = self.inner.store.item_row(code, "", warehouse)? else { continue };
            let stock = StockView {
                here: row.stock_here,
                elsewhere: row.stock_elsewhere,
                kept: kept.get(code.as_str()).copied().unwrap_or(true),
            };
            let uoms = self.uom_choices(code, &row.stock_uom)?;
            facts.insert(
                code.to_string(),
                LineFacts {
                    item_name: row.name,
                    stock_uom: row.stock_uom,
                    art: row.image,
                    uoms,
                    stock,
                },
            );
        }
        Ok(facts)
    }

    /// The units an item is sold in, its stock unit first.
    pub(super) fn uom_choices(
        &self,
        code: &ItemCode,
        stock_uom: &str,
    ) -> Result<Vec<UomChoice>, AppError> {
        let mut choices: Vec<UomChoice> = Vec::new();
        for unit in self.inner.store.item_uoms(code)? {
            choices.push(UomChoice {
                must_be_whole_number: self.must_be_whole(&unit.uom)?,
                uom: unit.uom,
                conversion_factor: unit.conversion_factor,
            });
        }
        if !choices.iter().any(|choice| choice.uom == stock_uom) {
            choices.push(UomChoice {
                uom: stock_uom.to_owned(),
                conversion_factor: Decimal::ONE,
                must_be_whole_number: self.must_be_whole(stock_uom)?,
            });
        }
        choices.sort_by_key(|choice| (choice.uom != stock_uom, choice.conversion_factor));
        Ok(choices)
    }

    fn must_be_whole(&self, uom: &str) -> Result<bool, AppError> {
        let document = self.inner.store.document("UOM", uom)?;
        Ok(document
            .and_then(|text| serde_json::from_str::<Value>(&text).ok())
            .and_then(|doc| doc.get("must_be_whole_number").and_then(Value::as_i64))
            .is_some_and(|flag| flag != 0))
    }

    pub(super) fn order_choices(&self) -> Result<OrderChoices, AppError> {
        let choices = |doctype: &str, off: &str| -> Result<Vec<ChoiceView>, AppError> {
            let documents = self.inner.store.documents(doctype)?;
            let facts = self.company();
            let company = &facts.company;
            Ok(documents
                .iter()
                .filter_map(|text| serde_json::from_str::<Value>(text).ok())
                .filter(|doc| doc.get(off).and_then(Value::as_i64).unwrap_or_default() == 0)
                .filter(|doc| {
                    doc.get("company").and_then(Value::as_str).is_none_or(|name| name == company)
                })
                .map(|doc| {
                    let name = super::company::text(&doc, "name");
                    let label = ["warehouse_name", "title"]
                        .iter()
                        .map(|field| super::company::text(&doc, field))
                        .find(|text| !text.is_empty())
                        .unwrap_or_else(|| name.clone());
                    ChoiceView { name, label }
                })
                .collect())
        };
        Ok(OrderChoices {
            warehouses: choices("Warehouse", "is_group")?,
            tax_templates: choices("Sales Taxes and Charges Template", "disabled")?,
        })
    }
}

/// Whether a draft goes in the place of a refused order: a new order is not written into it.
fn is_mending(draft: &Draft) -> bool {
    serde_json::from_str::<DraftBody>(&draft.entry).is_ok_and(|body| body.replaces.is_some())
}

/// How many items the usual basket holds at most.
pub(super) const BASKET: usize = 20;

/// `is_stock_item`, which a document leaves out when it is null: then the item is a service.
fn keeps_stock(document: &str) -> bool {
    serde_json::from_str::<Value>(document)
        .ok()
        .and_then(|doc| doc.get("is_stock_item").and_then(Value::as_i64))
        .is_some_and(|flag| flag != 0)
}
