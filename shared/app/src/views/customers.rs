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
