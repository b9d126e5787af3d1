//! A customer made on the phone, known to the office later.

use super::Session;
use crate::AppError;
use crate::views::{NewCustomer, NewCustomerChoices};
use rust_decimal::Decimal;
use satchel_store::{NewPartyDocument, PlaceE7};
use serde_json::{Map, Value, json};

impl Session {
    /// Makes a customer on this phone, with address and contact; orders can be taken at once. Gives
    /// its key.
    ///
    /// # Errors
    /// [`AppError::Field`] names the first field of [`NewCustomer::problems`].
    pub fn create_customer(&self, new: &NewCustomer) -> Result<String, AppError> {
        let name = new.customer_name.trim();
        if let Some((field, _)) = new.problems().first() {
            return Err(AppError::Field { field });
        }
        let place = new
            .position
            .as_ref()
            .and_then(|(lat, lon)| Some(PlaceE7 { latitude_e7: e7(lat)?, longitude_e7: e7(lon)? }));
        let local_id = self.new_local_id()?;
        let address = if new.address_line1.trim().is_empty() && new.city.trim().is_empty() {
            None
        } else {
            let document = self.address_document(new, name)?;
            Some(NewPartyDocument {
                local_id: self.new_local_id()?,
                document: document.to_string(),
            })
        };
        let contact = if [&new.contact_name, &new.phone, &new.email]
            .iter()
            .all(|field| field.trim().is_empty())
        {
            None
        } else {
            let document = contact_document(new, name);
            Some(NewPartyDocument {
                local_id: self.new_local_id()?,
                document: document.to_string(),
            })
        };
        let key = self
            .inner
            .store
            .create_customer(satchel_store::NewCustomer {
                local_id,
                document: self.customer_document(new, name)?.to_string(),
                address,
                contact,
                place,
                captured: self.captured(),
            })
            .wait()?;
        Ok(key.to_string())
    }

    /// What can be chosen for a new customer, with the site's defaults.
    ///
    /// # Errors
    /// What the store says.
    pub fn new_customer_choices(&self) -> Result<NewCustomerChoices, AppError> {
        Ok(NewCustomerChoices {
            customer_groups: self.inner.store.customer_groups()?,
            territories: self.inner.store.territories()?,
            customer_group: self.selling_default("customer_group")?,
            territory: self.selling_default("territory")?,
        })
    }

    /// Where the phone is, as latitude and longitude in degrees; `None` while it does not know.
    pub fn here(&self) -> Option<(String, String)> {
        let degrees = |e7: i32| Decimal::new(i64::from(e7), 7).normalize().to_string();
        let here = self.position()?;
        Some((degrees(here.latitude_e7), degrees(here.longitude_e7)))
    }

    fn customer_document(&self, new: &NewCustomer, name: &str) -> Result<Value, AppError> {
        let mut document = Map::new();
        document.insert("customer_name".into(), json!(name));
        document.insert("customer_type".into(), json!("Company"));
        // The site's own defaults where the rep chose nothing.
        let defaults = self.selling_default("customer_group")?;
        set(&mut document, "customer_group", or(&new.customer_group, &defaults));
        let defaults = self.selling_default("territory")?;
        set(&mut document, "territory", or(&new.territory, &defaults));
        set(&mut document, "tax_id", new.tax_id.trim());
        set(&mut document, "mobile_no", new.phone.trim());
        set(&mut document, "email_id", new.email.trim());
        Ok(Value::Object(document))
    }

    fn address_document(&self, new: &NewCustomer, name: &str) -> Result<Value, AppError> {
        let mut document = Map::new();
        document.insert("address_title".into(), json!(name));
        document.insert("address_type".into(), json!("Billing"));
        document.insert("is_primary_address".into(), json!(1));
        document.insert("is_shipping_address".into(), json!(1));
        // Both are mandatory on the site.
        let city = new.city.trim();
        let line1 = new.address_line1.trim();
        set(&mut document, "address_line1", or(line1, city));
        set(&mut document, "city", or(city, line1));
        set(&mut document, "pincode", new.pincode.trim());
        set(&mut document, "country", &self.country()?);
        if let Some((latitude, longitude)) = &new.position {
            set(&mut document, "satchel_latitude", latitude);
            set(&mut document, "satchel_longitude", longitude);
        }
        Ok(Value::Object(document))
    }

    fn selling_default(&self, field: &str) -> Result<String, AppError> {
        let settings = self.inner.store.documents("Selling Settings")?;
        Ok(settings
            .first()
            .and_then(|text| serde_json::from_str::<Value>(text).ok())
            .map(|doc| super::company::text(&doc, field))
            .unwrap_or_default())
    }

    fn country(&self) -> Result<String, AppError> {
        let company = self.inner.store.document("Company", &self.company().company)?;
        Ok(company
            .and_then(|text| serde_json::from_str::<Value>(&text).ok())
            .map(|doc| super::company::text(&doc, "country"))
            .unwrap_or_default())
    }
}

fn contact_document(new: &NewCustomer, customer_name: &str) -> Value {
    let name = or(new.contact_name.trim(), customer_name);
    let mut document = Map::new();
    set(&mut document, "first_name", name);
    document.insert("is_primary_contact".into(), json!(1));
    let phone = new.phone.trim();
    if !phone.is_empty() {
        set(&mut document, "mobile_no", phone);
        document.insert("phone_nos".into(), json!([{ "phone": phone, "is_primary_mobile_no": 1 }]));
    }
    let email = new.email.trim();
    if !email.is_empty() {
        set(&mut document, "email_id", email);
        document.insert("email_ids".into(), json!([{ "email_id": email, "is_primary": 1 }]));
    }
    Value::Object(document)
}

fn set(document: &mut Map<String, Value>, field: &str, value: &str) {
    if !value.is_empty() {
        document.insert(field.to_owned(), json!(value));
    }
}

fn or<'a>(typed: &'a str, default: &'a str) -> &'a str {
    if typed.trim().is_empty() { default } else { typed.trim() }
}

/// Degrees as text in units of 10⁻⁷.
fn e7(text: &str) -> Option<i32> {
    let degrees: Decimal = text.trim().parse().ok()?;
    let e7 = degrees.checked_mul(Decimal::from(10_000_000))?.round();
    i32::try_from(e7).ok()
}
