//! Customers.

use super::{MoneyView, OrderRow};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerRow {
    /// Key of the customer: `server:NAME`, or `local:UUID` until the office has it.
    pub name: String,
    /// Customer name.
    pub customer_name: String,
    /// First address line and city.
    pub place: String,
    /// Customer Group.
    pub customer_group: String,
    /// Territory.
    pub territory: String,
    /// Metres from where the phone is, when both are known.
    pub distance_m: Option<u32>,
    /// Date of the last order known on this phone.
    pub last_order: Option<NaiveDate>,
    /// Overdue amount, if any.
    pub overdue: Option<MoneyView>,
    /// True until the office has the customer.
    pub local: bool,
}

/// An Address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AddressView {
    /// Title of the address.
    pub title: String,
    /// Its lines, as printed.
    pub lines: Vec<String>,
    /// Latitude and longitude in degrees (WGS 84), as text, if known.
    pub position: Option<(String, String)>,
}

/// A Contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactView {
    /// Full name.
    pub name: String,
    /// Role or designation, empty if none.
    pub role: String,
    /// Phone number, as dialled.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// Something the customer usually buys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasketItem {
    /// Item code.
    pub item_code: String,
    /// Item name.
    pub item_name: String,
    /// Key of its drawing.
    pub art: String,
    /// The quantity usually bought.
    pub qty: Decimal,
    /// The unit it is usually bought in.
    pub uom: String,
    /// In how many of the known orders it stood.
    pub orders: u32,
}

/// Everything the customer screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerDetail {
    /// The list row.
    pub row: CustomerRow,
    /// Price list this customer buys from.
    pub price_list: String,
    /// Currency of the customer's orders.
    pub currency: String,
    /// Addresses, the primary one first.
    pub addresses: Vec<AddressView>,
    /// Contacts, the primary one first.
    pub contacts: Vec<ContactView>,
    /// What the office wrote about credit, empty if nothing.
    pub credit_note: String,
    /// Outstanding amount, if known.
    pub outstanding: Option<MoneyView>,
    /// Days the oldest overdue amount is late, if any is.
    pub days_late: Option<u32>,
    /// Credit limit, if one is set.
    pub credit_limit: Option<MoneyView>,
    /// The last orders, newest first, from this phone and the office.
    pub orders: Vec<OrderRow>,
    /// What they usually buy, most often first.
    pub basket: Vec<BasketItem>,
    /// The draft being written for them, if any.
    pub draft: Option<String>,
}

/// What a rep enters for a new customer. Only the name is required.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCustomer {
    /// Customer name.
    pub customer_name: String,
    /// Customer Group; the site's default when empty.
    pub customer_group: String,
    /// Territory; the site's default when empty.
    pub territory: String,
    /// Tax identification, empty if none.
    pub tax_id: String,
    /// Contact person.
    pub contact_name: String,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Street and number.
    pub address_line1: String,
    /// Postal code.
    pub pincode: String,
    /// City.
    pub city: String,
    /// Latitude and longitude in degrees, as text, when "use where I am" was tapped.
    pub position: Option<(String, String)>,
}

impl NewCustomer {
    /// The longest text of a Data field in ERPNext.
    const DATA: usize = 140;

    /// What the office would refuse, field by field in the order of the form; nothing for a
    /// customer that can be saved. Fields are named as in ERPNext.
    ///
    /// Source: `frappe/utils/__init__.py` (`validate_email_address`, `validate_phone_number`),
    /// Data fields of 140 characters, and Address, which wants a street and a city.
    pub fn problems(&self) -> Vec<(&'static str, FieldProblem)> {
        let mut problems = Vec::new();
        for (field, value) in [
            ("customer_name", &self.customer_name),
            ("customer_group", &self.customer_group),
            ("territory", &self.territory),
            ("first_name", &self.contact_name),
            ("mobile_no", &self.phone),
            ("email_id", &self.email),
            ("tax_id", &self.tax_id),
            ("address_line1", &self.address_line1),
            ("pincode", &self.pincode),
            ("city", &self.city),
        ] {
            let value = value.trim();
            let problem = match field {
                _ if value.chars().count() > Self::DATA => FieldProblem::TooLong,
                "customer_name" if value.is_empty() => FieldProblem::Missing,
                "mobile_no" if !value.is_empty() && !is_phone(value) => FieldProblem::NotAPhone,
                "email_id" if !value.is_empty() && !is_email(value) => FieldProblem::NotAnEmail,
                "city" if value.is_empty() && self.city_is_needed() => FieldProblem::Missing,
                _ => continue,
            };
            problems.push((field, problem));
        }
        problems
    }

    /// A postal code alone makes no address.
    fn city_is_needed(&self) -> bool {
        !self.pincode.trim().is_empty() && self.address_line1.trim().is_empty()
    }
}

/// What is wrong with a field of a new customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// It is needed and empty.
    Missing,
    /// Longer than 140 characters.
    TooLong,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a phone number.
    NotAPhone,
}

impl FieldProblem {
    /// Translation key of the sentence for the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Missing => "error-field-missing",
            Self::TooLong => "error-field-too-long",
            Self::NotAnEmail => "error-field-email",
            Self::NotAPhone => "error-field-phone",
        }
    }
}

/// The fields of a customer a rep may change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomerFields {
    /// Customer name.
    pub customer_name: String,
    /// Customer Group.
    pub customer_group: String,
    /// Territory.
    pub territory: String,
    /// Tax identification, empty if none.
    pub tax_id: String,
}

/// What can be chosen for a new customer, and what is taken where nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCustomerChoices {
    /// Customer Groups, by name.
    pub customer_groups: Vec<String>,
    /// Territories, by name.
    pub territories: Vec<String>,
    /// The site's default Customer Group, empty if none.
    pub customer_group: String,
    /// The site's default Territory, empty if none.
    pub territory: String,
}

fn is_phone(text: &str) -> bool {
    let known = |c: char| c.is_ascii_digit() || " +_-,.*#()".contains(c);
    text.chars().count() <= 20
        && text.chars().all(known)
        && text.contains(|c: char| c.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let in_name = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c);
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let named = name.split('.').all(|part| !part.is_empty() && part.chars().all(in_name));
    named && domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(change: impl FnOnce(&mut NewCustomer)) -> Vec<(&'static str, FieldProblem)> {
        let mut new = NewCustomer { customer_name: "Tasca".to_owned(), ..NewCustomer::default() };
        change(&mut new);
        new.problems()
    }

    #[test]
    fn a_name_is_enough() {
        assert_eq!(customer(|_| {}), []);
        assert_eq!(
            customer(|c| c.customer_name = "  ".into()),
            [("customer_name", FieldProblem::Missing)]
        );
    }

    #[test]
    fn each_field_has_its_own_mistake() {
        let problems = customer(|c| {
            c.phone = "call me".into();
            c.email = "rosa@".into();
            c.tax_id = "9".repeat(141);
            c.pincode = "4300-066".into();
        });
        assert_eq!(
            problems,
            [
                ("mobile_no", FieldProblem::NotAPhone),
                ("email_id", FieldProblem::NotAnEmail),
                ("tax_id", FieldProblem::TooLong),
                ("city", FieldProblem::Missing),
            ]
        );
    }

    #[test]
    fn what_people_write_is_taken() {
        for phone in ["+351 900 000 100", "(22) 000-10-00", "112"] {
            assert_eq!(customer(|c| c.phone = phone.into()), [], "{phone}");
        }
        for email in ["rosa@nuvem.example", "a.b+c@x-y.example.com"] {
            assert_eq!(customer(|c| c.email = email.into()), [], "{email}");
        }
        for email in ["rosa", "@x.y", "a@b", "a@@b.c", "a b@c.d", "a@-b.c", "a..b@c.d"] {
            assert_eq!(customer(|c| c.email = email.into()).len(), 1, "{email}");
        }
    }
}
