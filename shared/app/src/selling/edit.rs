//! One change of a draft at a time.

use super::body::{DraftBody, RemovedLine};
use crate::views::{DiscountEntry, OrderEdit};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use satchel_domain::pricing::LineEntry;

/// The largest quantity taken: what ERPNext's Float column of a line holds with its nine decimals
/// would be more, but no van carries it and totals stay exact far beyond.
const MAX_QTY: Decimal = Decimal::from_parts(999_999_999, 0, 0, false, 0);

/// The longest note, in characters; Sales Order keeps it in a Text field.
pub(crate) const MAX_NOTE: usize = 20_000;

/// Why an edit was not taken. The draft is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The line is not there any more.
    #[error("the order has no such line")]
    NoSuchLine,
    /// The quantity is below 0.
    #[error("a quantity below 0")]
    NegativeQty,
    /// The quantity is larger than any order.
    #[error("a quantity above {MAX_QTY}")]
    QtyTooLarge,
    /// A percentage outside 0 to 100.
    #[error("a discount outside 0 to 100 percent")]
    Percentage,
    /// An amount below 0.
    #[error("an amount below 0")]
    NegativeAmount,
    /// A delivery date before the order's.
    #[error("delivery before the order")]
    DeliveryInPast,
    /// A note longer than the server keeps.
    #[error("a note of more than {MAX_NOTE} characters")]
    NoteTooLong,
    /// Nothing was taken out that could be put back.
    #[error("nothing to undo")]
    NothingToUndo,
}

impl EditError {
    /// Translation key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NoSuchLine => "error-edit-no-such-line",
            Self::NegativeQty => "error-edit-negative-qty",
            Self::QtyTooLarge => "error-edit-qty-too-large",
            Self::Percentage => "error-edit-percentage",
            Self::NegativeAmount => "error-edit-negative-amount",
            Self::DeliveryInPast => "error-edit-delivery-in-past",
            Self::NoteTooLong => "error-edit-note-too-long",
            Self::NothingToUndo => "error-edit-nothing-to-undo",
        }
    }
}

impl DraftBody {
    /// Applies one edit; `UsualBasket` and `LinesOf` are resolved by the caller into `Add` edits.
    ///
    /// # Errors
    /// [`EditError`], and the draft is unchanged.
    pub fn apply(&mut self, edit: OrderEdit) -> Result<(), EditError> {
        match edit {
            OrderEdit::Add { item_code, uom, qty } => self.add(item_code, uom, qty),
            OrderEdit::Step { line, by } => self.step(line, by),
            OrderEdit::Qty { line, qty } => self.set_qty(line, qty),
            OrderEdit::Uom { line, uom } => {
                self.line_mut(line)?.uom = Some(uom);
                Ok(())
            }
            OrderEdit::LineDiscount { line, discount } => self.set_line_discount(line, discount),
            OrderEdit::Rate { line, rate } => self.set_rate(line, rate),
            OrderEdit::Remove { line } => self.remove(line),
            OrderEdit::Undo => self.undo(),
            OrderEdit::DeliveryDate(date) => self.set_delivery_date(date),
            OrderEdit::Warehouse(warehouse) => {
                self.set_warehouse(&warehouse);
                Ok(())
            }
            OrderEdit::Note(note) => self.set_note(note),
            OrderEdit::DocumentDiscount(discount) => self.set_document_discount(discount),
            OrderEdit::TaxTemplate(template) => {
                self.entry.taxes_and_charges = template;
                Ok(())
            }
            OrderEdit::Coupon(coupon) => {
                self.entry.coupon_code = coupon.filter(|code| !code.is_empty());
                Ok(())
            }
            OrderEdit::UsualBasket | OrderEdit::LinesOf(_) => Ok(()),
        }
    }

    fn line_mut(&mut self, line: usize) -> Result<&mut LineEntry, EditError> {
        self.entry.items.get_mut(line).ok_or(EditError::NoSuchLine)
    }

    fn add(
        &mut self,
        item_code: String,
        uom: Option<String>,
        qty: Decimal,
    ) -> Result<(), EditError> {
        check_qty(qty)?;
        let same =
            self.entry.items.iter_mut().find(|line| line.item_code == item_code && line.uom == uom);
        if let Some(line) = same {
            let sum = line.qty.checked_add(qty).ok_or(EditError::QtyTooLarge)?;
            check_qty(sum)?;
            line.qty = sum;
            return Ok(());
        }
        if qty.is_zero() {
            return Ok(());
        }
        let warehouse = Some(self.warehouse.clone()).filter(|name| !name.is_empty());
        self.entry.items.push(LineEntry { item_code, qty, uom, warehouse, ..LineEntry::default() });
        Ok(())
    }

    fn step(&mut self, line: usize, by: Decimal) -> Result<(), EditError> {
        let qty = self.line_mut(line)?.qty.checked_add(by).ok_or(EditError::QtyTooLarge)?;
        self.set_qty(line, qty.max(Decimal::ZERO))
    }

    fn set_qty(&mut self, line: usize, qty: Decimal) -> Result<(), EditError> {
        check_qty(qty)?;
        if qty.is_zero() {
            return self.remove(line);
        }
        self.line_mut(line)?.qty = qty;
        Ok(())
    }

    fn set_line_discount(
        &mut self,
        line: usize,
        discount: Option<DiscountEntry>,
    ) -> Result<(), EditError> {
        if let Some(discount) = &discount {
            check_discount(discount)?;
        }
        let line = self.line_mut(line)?;
        line.discount_percentage = None;
        line.discount_amount = None;
        match discount {
            Some(DiscountEntry::Percentage(percent)) => line.discount_percentage = Some(percent),
            Some(DiscountEntry::Amount(amount)) => line.discount_amount = Some(amount),
            None => {}
        }
        Ok(())
    }

    fn set_rate(&mut self, line: usize, rate: Option<Decimal>) -> Result<(), EditError> {
        if rate.is_some_and(|rate| rate.is_sign_negative() && !rate.is_zero()) {
            return Err(EditError::NegativeAmount);
        }
        self.line_mut(line)?.rate = rate;
        Ok(())
    }

    fn remove(&mut self, line: usize) -> Result<(), EditError> {
        if line >= self.entry.items.len() {
            return Err(EditError::NoSuchLine);
        }
        let entry = self.entry.items.remove(line);
        self.removed = Some(RemovedLine { line, entry });
        Ok(())
    }

    fn undo(&mut self) -> Result<(), EditError> {
        let removed = self.removed.take().ok_or(EditError::NothingToUndo)?;
        let at = removed.line.min(self.entry.items.len());
        self.entry.items.insert(at, removed.entry);
        Ok(())
    }

    fn set_delivery_date(&mut self, date: NaiveDate) -> Result<(), EditError> {
        if self.entry.transaction_date.is_some_and(|today| date < today) {
            return Err(EditError::DeliveryInPast);
        }
        self.entry.delivery_date = Some(date);
        Ok(())
    }

    fn set_warehouse(&mut self, warehouse: &str) {
        warehouse.clone_into(&mut self.warehouse);
        for line in &mut self.entry.items {
            line.warehouse = Some(warehouse.to_owned());
        }
    }

    fn set_note(&mut self, note: String) -> Result<(), EditError> {
        if note.chars().count() > MAX_NOTE {
            return Err(EditError::NoteTooLong);
        }
        self.note = note;
        Ok(())
    }

    fn set_document_discount(&mut self, discount: Option<DiscountEntry>) -> Result<(), EditError> {
        if let Some(discount) = &discount {
            check_discount(discount)?;
        }
        self.entry.additional_discount_percentage = None;
        self.entry.discount_amount = None;
        match discount {
            Some(DiscountEntry::Percentage(percent)) => {
                self.entry.additional_discount_percentage = Some(percent);
            }
            Some(DiscountEntry::Amount(amount)) => self.entry.discount_amount = Some(amount),
            None => {}
        }
        Ok(())
    }
}

fn check_qty(qty: Decimal) -> Result<(), EditError> {
    if qty.is_sign_negative() && !qty.is_zero() {
        return Err(EditError::NegativeQty);
    }
    if qty > MAX_QTY {
        return Err(EditError::QtyTooLarge);
    }
    Ok(())
}

fn check_discount(discount: &DiscountEntry) -> Result<(), EditError> {
    match discount {
        DiscountEntry::Percentage(percent) => {
            if *percent < Decimal::ZERO || *percent > Decimal::ONE_HUNDRED {
                return Err(EditError::Percentage);
            }
        }
        DiscountEntry::Amount(amount) => {
            if *amount < Decimal::ZERO {
                return Err(EditError::NegativeAmount);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
