//! Customers: found, near, and one with all that is known.

use super::company::text;
use super::ordering::BASKET;
use super::{Session, customer_key};
use crate::AppError;
use crate::views::{
    AddressView, BasketItem, ContactView, CustomerDetail, CustomerRow, MoneyView, Page,
};
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedPosition;
use satchel_domain::ids::CustomerKey;
use satchel_domain::places::distance_m;
use satchel_domain::position::Position;
use satchel_store::{CustomerCursor, CustomerQuery, PartyDocument, PlaceBox, PlaceE7};
use serde_json::Value;

/// Rows of a page.
const PAGE: usize = 50;

/// How far "nearby" reaches, in metres.
const NEARBY_M: f64 = 5_000.0;

/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_320.0;

impl Session {
    /// Customers whose name, city, phone or number starts with what was typed, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn customers(
        &self,
        text: &str,
        after: Option<&str>,
    ) -> Result<Page<CustomerRow>, AppError> {
        let query = CustomerQuery {
            text: text.to_owned(),
            after: after.and_then(|text| serde_json::from_str::<CustomerCursor>(text).ok()),
            limit: PAGE,
            ..CustomerQuery::default()
        };
        let page = self.inner.store.search_customers(&query)?;
        let here = self.position();
        let rows = page
            .rows
            .into_iter()
            .map(|row| self.customer_row(row, here))
            .collect::<Result<_, _>>()?;
        Ok(Page { rows, next: page.next.and_then(|cursor| serde_json::to_string(&cursor).ok()) })
    }

    /// Customers within five kilometres, the nearest first; `None` while the phone does not know
    /// where it is.
    ///
    /// # Errors
    /// What the store says.
    pub fn nearby(&self) -> Result<Option<Vec<CustomerRow>>, AppError> {
        let Some(here) = self.position() else { return Ok(None) };
        let area = box_around(here, NEARBY_M);
        let mut rows = self
            .inner
            .store
            .customers_within(&area, 500)?
            .into_iter()
            .map(|row| self.customer_row(row, Some(here)))
            .collect::<Result<Vec<_>, _>>()?;
        rows.retain(|row| row.distance_m.is_some_and(|m| f64::from(m) <= NEARBY_M));
        rows.sort_by_key(|row| row.distance_m);
        rows.truncate(PAGE);
        Ok(Some(rows))
    }

    /// A customer with addresses, contacts, credit, last orders and usual basket.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an unknown customer.
    pub fn customer(&self, customer: &str) -> Result<CustomerDetail, AppError> {
        let key = customer_key(customer)?;
        let found =
            self.inner.store.customer(&key)?.ok_or(AppError::NotFound { what: "Customer" })?;
        let document: Value = serde_json::from_str(&found.document)
            .map_err(|_| AppError::Unreadable { what: "Customer" })?;
        let (price_list, currency) = self.terms_of(&document)?;
        let owes = self.owes(&key)?;
        let here = self.position();
        Ok(CustomerDetail {
            credit_note: found.row.credit_note.clone(),
            row: self.customer_row(found.row, here)?,
            price_list,
            currency,
            addresses: found.addresses.iter().filter_map(address).collect(),
            contacts: contacts(&found.contacts, &document),
            outstanding: owes.as_ref().and_then(|owes| self.owed(owes, "outstanding")),
            days_late: owes
                .as_ref()
                .and_then(|owes| owes.get("days_late").and_then(decimal))
                .and_then(|days| u32::try_from(days).ok())
                .filter(|days| *days > 0),
            credit_limit: owes.as_ref().and_then(|owes| self.owed(owes, "credit_limit")),
            orders: self.orders_of(customer)?,
            basket: self.usual_basket(&key)?,
            draft: self
                .inner
                .store
                .drafts()?
                .into_iter()
                .find(|draft| draft.customer.as_ref() == Some(&key))
                .map(|draft| draft.uid.to_string()),
        })
    }

    fn usual_basket(&self, key: &CustomerKey) -> Result<Vec<BasketItem>, AppError> {
        let usual = self.inner.store.usual_basket(key, BASKET)?;
        let mut basket = Vec::with_capacity(usual.len());
        for item in usual {
            let Some(row) = self.inner.store.item_row(&item.item_code, "", "")? else { continue };
            basket.push(BasketItem {
                item_code: item.item_code.to_string(),
                item_name: row.name,
                art: row.image,
                qty: item.typical_qty,
                uom: item.uom,
                orders: item.orders,
            });
        }
        Ok(basket)
    }

    /// Price list and currency of the customer's orders: its own, its group's, the site's.
    fn terms_of(&self, customer: &Value) -> Result<(String, String), AppError> {
        let group =
            self.inner.store.document("Customer Group", &text(customer, "customer_group"))?;
        let group: Value =
            group.and_then(|document| serde_json::from_str(&document).ok()).unwrap_or_default();
        let company = self.company();
        let first = |texts: [String; 3]| {
            texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
        };
        let price_list = first([
            text(customer, "default_price_list"),
            text(&group, "default_price_list"),
            company.price_list.clone(),
        ]);
        let currency =
            first([text(customer, "default_currency"), String::new(), company.currency.clone()]);
        Ok((price_list, currency))
    }

    pub(super) fn customer_row(
        &self,
        row: satchel_store::CustomerRow,
        here: Option<CapturedPosition>,
    ) -> Result<CustomerRow, AppError> {
        let last_order = self
            .inner
            .store
            .past_orders(&row.key, 1)?
            .first()
            .and_then(|order| order.transaction_date);
        let owes = self.owes(&row.key)?;
        Ok(CustomerRow {
            distance_m: here.zip(row.place).and_then(|(here, place)| metres(here, place)),
            local: matches!(row.key, CustomerKey::Local(_)),
            name: row.key.to_string(),
            customer_name: row.customer_name,
            place: row.city,
            customer_group: row.customer_group,
            territory: row.territory,
            last_order,
            overdue: owes.as_ref().and_then(|owes| self.owed(owes, "overdue")),
        })
    }

    /// What the office last said the customer owes.
    pub(super) fn owes(&self, key: &CustomerKey) -> Result<Option<Value>, AppError> {
        let CustomerKey::Server(name) = key else { return Ok(None) };
        let document = self.inner.store.document(OUTSTANDING, name.as_str())?;
        Ok(document.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// An amount of it, where it is above 0.
    pub(super) fn owed(&self, owes: &Value, field: &str) -> Option<MoneyView> {
        let amount: Decimal = owes.get(field).and_then(decimal)?;
        (amount > Decimal::ZERO).then(|| MoneyView::new(amount, self.company().currency.clone()))
    }
}

/// Where the store keeps what customers owe: one document a customer, named like it, with
/// `outstanding`, `overdue`, `days_late` and `credit_limit` in company currency.
pub(crate) const OUTSTANDING: &str = "Satchel Outstanding";

/// A figure of a document, written as a number or as text.
fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A box at least so many metres around a place.
pub(super) fn box_around(here: CapturedPosition, reach_m: f64) -> PlaceBox {
    let latitude = f64::from(here.latitude_e7) / 1e7;
    let north_south = reach_m / DEGREE_M;
    let east_west = reach_m / (DEGREE_M * latitude.to_radians().cos().max(0.01));
    let shift = |e7: i32, degrees: f64| {
        // In range by construction: clamped to what the column holds.
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of i32")]
        let moved = (f64::from(e7) + degrees * 1e7).clamp(-1.8e9, 1.8e9) as i32;
        moved
    };
    PlaceBox {
        south_e7: shift(here.latitude_e7, -north_south),
        north_e7: shift(here.latitude_e7, north_south),
        west_e7: shift(here.longitude_e7, -east_west),
        east_e7: shift(here.longitude_e7, east_west),
    }
}

/// Metres between the phone and a place.
pub(super) fn metres(here: CapturedPosition, place: PlaceE7) -> Option<u32> {
    let here = Position::try_from(here).ok()?;
    let there = position(place)?;
    let metres = distance_m(here, there).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let whole = metres.clamp(0.0, f64::from(u32::MAX)) as u32;
    Some(whole)
}

/// A place as a position; nothing where it is none.
pub(super) fn position(place: PlaceE7) -> Option<Position> {
    Position::new(f64::from(place.latitude_e7) / 1e7, f64::from(place.longitude_e7) / 1e7).ok()
}

pub(super) fn address(party: &PartyDocument) -> Option<AddressView> {
    let document: Value = serde_json::from_str(&party.document).ok()?;
    let city = [text(&document, "pincode"), text(&document, "city")]
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    let lines = [
        text(&document, "address_line1"),
        text(&document, "address_line2"),
        city,
        text(&document, "country"),
    ];
    let degrees = |field: &str| document.get(field).and_then(decimal).map(|d| d.to_string());
    Some(AddressView {
        title: text(&document, "address_title"),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        position: degrees("satchel_latitude")
            .zip(degrees("satchel_longitude"))
            .filter(|(lat, lon)| lat != "0" || lon != "0"),
    })
}

/// The contacts; where there is none, what the Customer document itself says.
pub(super) fn contacts(parties: &[PartyDocument], customer: &Value) -> Vec<ContactView> {
    let mut contacts: Vec<ContactView> = parties
        .iter()
        .filter_map(|party| serde_json::from_str::<Value>(&party.document).ok())
        .map(|document| {
            let name = [text(&document, "first_name"), text(&document, "last_name")].join(" ");
            ContactView {
                name: name.trim().to_owned(),
                role: text(&document, "designation"),
                phone: [text(&document, "mobile_no"), text(&document, "phone")]
                    .into_iter()
                    .find(|phone| !phone.is_empty())
                    .unwrap_or_default(),
                email: text(&document, "email_id"),
            }
        })
        .collect();
    let phone = text(customer, "mobile_no");
    if contacts.is_empty() && !phone.is_empty() {
        contacts.push(ContactView {
            name: text(customer, "customer_primary_contact"),
            phone,
            email: text(customer, "email_id"),
            ..ContactView::default()
        });
    }
    contacts
}
