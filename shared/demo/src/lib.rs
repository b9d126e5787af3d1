//! The demo company: Mar & Serra Distribuição, food and drink in Porto, seen from Van 3.
//!
//! The data is in `assets/demo`, written to be edited by hand (`assets/demo/README.md` says how).
//! [`documents`] turns it into the documents an ERPNext site would send, dated around a given day.
//! Nothing here reads a clock or a file: the data is compiled in.

mod art;
mod catalogue;
mod customers;
mod date;
mod docs;
mod error;
mod orders;
mod prices;
mod sums;
mod table;
mod tree;
mod work;

use chrono::NaiveDate;
use serde_json::{Map, Value};

pub use art::art;
use docs::{Writer, text};
pub use error::DemoError;

const COMPANY: &str = "Mar & Serra Distribuição";
/// The van's own warehouse.
const VAN: &str = "Van 3 - MS";

const COMPANY_FILE: &str = include_str!("../../../assets/demo/company.toml");
const TAXES_FILE: &str = include_str!("../../../assets/demo/taxes.toml");
const RULES_FILE: &str = include_str!("../../../assets/demo/rules.toml");
const FIELDS_FILE: &str = include_str!("../../../assets/demo/fields.json");

/// The file that `company_logo` of the company names: a PNG.
pub const LOGO: &[u8] = include_bytes!("../../../assets/demo/logo.png");

/// Settings DocTypes: one document each.
const SINGLES: [&str; 6] = [
    "System Settings",
    "Global Defaults",
    "Accounts Settings",
    "Selling Settings",
    "Stock Settings",
    "Currency Exchange Settings",
];

/// Everything the demo company has, as ERPNext documents in the shape of its REST interface.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Settings documents: DocType and document.
    pub settings: Vec<(String, Value)>,
    /// Number fields of Sales Order and its child tables: DocType -> field -> type and precision.
    pub fields: Value,
    /// DocType and document, ordered so that a profile can sell as soon as possible: company,
    /// units, price lists, taxes, items, prices, customers, rules, then what is only nice to have.
    pub masters: Vec<(String, Value)>,
    /// Submitted Sales Orders of the last weeks, oldest first.
    pub past_orders: Vec<Value>,
    /// Events of the week around today.
    pub events: Vec<Value>,
    /// Projects.
    pub projects: Vec<Value>,
    /// Tasks of the projects, those others depend on first.
    pub tasks: Vec<Value>,
    /// Field Visits of past days, oldest first.
    pub visits: Vec<Value>,
    /// What each customer owes: `customer`, `credit_limit`, `outstanding`, `overdue`, `days_late`,
    /// `oldest_due_date`; company currency.
    pub outstanding: Vec<Value>,
    /// The van: `device_code`, `device_name`, `user`, `full_name`, `warehouse`,
    /// `next_receipt_number`.
    pub device: Value,
}

impl Demo {
    /// All masters and settings as one object: DocType -> list of documents, settings DocTypes one
    /// object each, `fields`, `company` and `today` beside them.
    pub fn world(&self, today: NaiveDate) -> Value {
        let mut world = Map::new();
        world.insert("world".into(), "demo".into());
        world.insert("company".into(), COMPANY.into());
        world.insert("today".into(), today.to_string().into());
        for (doctype, document) in &self.settings {
            world.insert(doctype.clone(), document.clone());
        }
        for (doctype, document) in &self.masters {
            let list = world.entry(doctype.clone()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                list.push(document.clone());
            }
        }
        world.insert("fields".into(), self.fields.clone());
        Value::Object(world)
    }
}

/// The demo company, dated around `today`.
///
/// # Errors
/// A mistake in the data, or a `today` at the very end of the calendar.
pub fn documents(today: NaiveDate) -> Result<Demo, DemoError> {
    let writer = Writer::new(today)?;
    let mut demo = Demo {
        settings: Vec::new(),
        fields: serde_json::from_str(FIELDS_FILE)
            .map_err(|source| DemoError::Json { file: "fields.json", source })?,
        masters: Vec::new(),
        past_orders: Vec::new(),
        events: Vec::new(),
        projects: Vec::new(),
        tasks: Vec::new(),
        visits: Vec::new(),
        outstanding: Vec::new(),
        device: Value::Null,
    };
    add_company(&writer, &mut demo)?;
    add_catalogue(&writer, &mut demo)?;
    add_customers(&writer, &mut demo)?;
    demo.masters.extend(writer.file("rules.toml", RULES_FILE)?);
    let masters = demo
        .masters
        .iter()
        .map(|(doctype, document)| ((doctype.as_str(), text(document, "name")), document))
        .collect();
    let past_orders = orders::sales_orders(&writer, &masters)?;
    demo.visits = work::visits(&writer, &masters, &past_orders)?;
    demo.past_orders = past_orders;
    demo.events = work::events(&writer)?;
    (demo.projects, demo.tasks) = work::projects_and_tasks(&writer)?;
    Ok(demo)
}

/// Company, settings, units, trees, taxes and terms.
fn add_company(writer: &Writer, demo: &mut Demo) -> Result<(), DemoError> {
    let mut documents = writer.file("company.toml", COMPANY_FILE)?;
    documents.extend(writer.file("taxes.toml", TAXES_FILE)?);
    name_exchange_rates(&mut documents);
    for (doctype, parent_field) in [
        ("Warehouse", "parent_warehouse"),
        ("Customer Group", "parent_customer_group"),
        ("Territory", "parent_territory"),
    ] {
        number_tree(&mut documents, doctype, parent_field);
    }
    for (doctype, document) in documents {
        if doctype == "Satchel Device" {
            demo.device = document;
        } else if SINGLES.contains(&doctype.as_str()) {
            demo.settings.push((doctype, document));
        } else {
            demo.masters.push((doctype, document));
        }
    }
    Ok(())
}

/// A Currency Exchange is named after its day and currencies.
fn name_exchange_rates(documents: &mut [(String, Value)]) {
    for (_, rate) in documents.iter_mut().filter(|(doctype, _)| doctype == "Currency Exchange") {
        let [day, from, to] =
            ["date", "from_currency", "to_currency"].map(|field| text(rate, field).to_owned());
        if let Some(fields) = rate.as_object_mut() {
            fields.insert("name".into(), format!("{day}-{from}-{to}").into());
        }
    }
}

fn number_tree(documents: &mut [(String, Value)], doctype: &str, parent_field: &str) {
    let mut rows: Vec<Value> =
        documents.iter().filter(|(d, _)| d == doctype).map(|(_, row)| row.clone()).collect();
    tree::number(&mut rows, parent_field);
    let places = documents.iter_mut().filter(|(d, _)| d == doctype);
    for ((_, place), row) in places.zip(rows) {
        *place = row;
    }
}

/// Item groups, brands, items, prices and stock.
fn add_catalogue(writer: &Writer, demo: &mut Demo) -> Result<(), DemoError> {
    let rows = catalogue::item_rows()?;
    let price_lists: Vec<(String, String)> = demo
        .masters
        .iter()
        .filter(|(doctype, _)| doctype == "Price List")
        .map(|(_, list)| (text(list, "name").to_owned(), text(list, "currency").to_owned()))
        .collect();
    demo.add("Item Group", catalogue::item_groups(writer)?);
    demo.add("Brand", catalogue::brands(writer)?);
    demo.add("Item", catalogue::items(writer, &rows)?);
    demo.add("Item Price", prices::item_prices(writer, &rows, &price_lists)?);
    demo.add("Bin", catalogue::bins(writer, &rows)?);
    Ok(())
}

fn add_customers(writer: &Writer, demo: &mut Demo) -> Result<(), DemoError> {
    let rows = customers::rows()?;
    let each = |make: fn(&customers::CustomerRow, &Writer) -> Result<Value, DemoError>| {
        rows.iter().map(|row| make(row, writer)).collect::<Result<Vec<_>, _>>()
    };
    demo.add("Customer", each(customers::CustomerRow::customer)?);
    demo.add("Address", each(customers::CustomerRow::address)?);
    demo.add("Contact", each(customers::CustomerRow::contact)?);
    demo.outstanding = each(customers::CustomerRow::outstanding)?;
    Ok(())
}

impl Demo {
    fn add(&mut self, doctype: &str, documents: Vec<Value>) {
        self.masters.extend(documents.into_iter().map(|document| (doctype.to_owned(), document)));
    }
}
