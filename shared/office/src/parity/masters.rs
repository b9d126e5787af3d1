//! The masters of a site, and when each was last changed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use satchel_domain::masters::{KEPT_WHOLE, Masters, SETTINGS, ServerVersion, TABLES};
use satchel_domain::pricing::OrderEntry;
use satchel_frappe::transport::Effect;
use satchel_frappe::{Client, Failure, Filter, ListQuery, Outcome, SiteTime};
use serde_json::{Map, Value, json};

/// Doctypes read for each order; asked for beforehand, so that all missing rights are named at once.
const FOR_ORDERS: [&str; 5] = ["Sales Order", "Customer", "Address", "Item", "Item Price"];

/// A document or row.
pub type Fields = Map<String, Value>;

/// The masters as the site has them now.
pub struct SiteMasters {
    /// For the pricing.
    pub masters: Masters,
    /// Doctypes the user may not read.
    pub missing: Vec<String>,
    /// The Pricing Rules with their tables.
    pub rules: Vec<Fields>,
    /// Doctype and name to the time of the last change.
    changed: BTreeMap<(String, String), SiteTime>,
    asked: BTreeSet<(&'static str, String)>,
}

impl SiteMasters {
    /// Reads the version, the settings and the small doctypes.
    ///
    /// # Errors
    ///
    /// Any answer but a missing right, which is kept in `missing`.
    pub async fn read(client: &Client) -> anyhow::Result<Self> {
        let mut site = Self {
            masters: Masters::default(),
            missing: Vec::new(),
            rules: Vec::new(),
            changed: BTreeMap::new(),
            asked: BTreeSet::new(),
        };
        let versions = client.versions().await.context("the versions of the site")?;
        let erpnext = versions.erpnext().context("ERPNext is not installed on this site")?;
        let (major, minor, patch) = (erpnext.major, erpnext.minor, erpnext.patch);
        site.masters.set_version(ServerVersion::new(major, minor, patch));
        for doctype in SETTINGS {
            let settings = client.get_doc(doctype, doctype).await;
            if let Some(settings) = site.readable(doctype, settings)? {
                site.put(doctype, &settings.into_fields());
            }
        }
        for doctype in KEPT_WHOLE {
            let documents = whole(client, doctype).await;
            for document in site.readable(doctype, documents)?.unwrap_or_default() {
                site.put(doctype, &document);
                if doctype == "Pricing Rule" {
                    site.rules.push(document);
                }
            }
        }
        for doctype in FOR_ORDERS {
            if !client.may_list(doctype).await.context(doctype)? {
                site.missing.push(doctype.to_owned());
            }
        }
        Ok(site)
    }

    /// What was read; none where the right is missing, which is noted.
    fn readable<T>(&mut self, doctype: &str, outcome: Outcome<T>) -> anyhow::Result<Option<T>> {
        match outcome {
            Ok(found) => Ok(Some(found)),
            Err(Failure::Refused(refusal)) if refusal.is_forbidden() => {
                self.missing.push(doctype.to_owned());
                Ok(None)
            }
            Err(failure) => Err(failure).context(doctype.to_owned()),
        }
    }

    /// A document the pricing cannot read decides no price there either.
    fn put(&mut self, doctype: &str, fields: &Fields) {
        if let Err(error) = self.masters.put(doctype, &Value::Object(fields.clone())) {
            tracing::warn!(doctype, %error, "a master cannot be used");
        }
        let text = |field: &str| fields.get(field).and_then(Value::as_str);
        if let Some(modified) = text("modified").and_then(|text| SiteTime::parse(text).ok()) {
            let name = text("name").unwrap_or(doctype).to_owned();
            self.changed.insert((doctype.to_owned(), name), modified);
        }
    }

    /// Whether a document was changed after `time`.
    pub fn changed_after(&self, doctype: &str, name: &str, time: &SiteTime) -> bool {
        let key = (doctype.to_owned(), name.to_owned());
        self.changed.get(&key).is_some_and(|changed| changed > time)
    }

    /// The documents of a doctype changed after `time`.
    pub fn all_changed_after<'a>(
        &'a self,
        doctype: &'a str,
        time: &'a SiteTime,
    ) -> impl Iterator<Item = &'a str> {
        self.changed
            .iter()
            .filter(move |((of, _), changed)| of == doctype && *changed > time)
            .map(|((_, name), _)| name.as_str())
    }

    /// Reads what an order needs besides: its customer with addresses, its items with prices.
    ///
    /// # Errors
    ///
    /// Any answer but that a document is not there, which the pricing then refuses or passes over.
    pub async fn read_for(&mut self, client: &Client, entry: &OrderEntry) -> anyhow::Result<()> {
        if self.is_new("Customer", &entry.customer) {
            self.read_one(client, "Customer", &entry.customer).await?;
            for address in addresses_of(client, &entry.customer).await? {
                self.read_new(client, "Address", &address).await?;
            }
        }
        for address in entry.customer_address.iter().chain(&entry.shipping_address_name) {
            self.read_new(client, "Address", address).await?;
        }
        // Templates, free items and parts of bundles come to light as their items are in.
        loop {
            let needed = self.masters.needed_items(entry);
            let new: Vec<String> =
                needed.into_iter().filter(|code| self.is_new("Item", code)).collect();
            if new.is_empty() {
                return Ok(());
            }
            for code in &new {
                self.read_one(client, "Item", code).await?;
            }
            let filters = json!([["item_code", "in", new]]);
            let prices = all_rows(client, "Item Price", None, &filters).await;
            for price in prices.context("Item Price")? {
                self.put("Item Price", &price);
            }
        }
    }

    fn is_new(&mut self, doctype: &'static str, name: &str) -> bool {
        !name.is_empty() && self.asked.insert((doctype, name.to_owned()))
    }

    async fn read_new(
        &mut self,
        client: &Client,
        doctype: &'static str,
        name: &str,
    ) -> anyhow::Result<()> {
        if self.is_new(doctype, name) { self.read_one(client, doctype, name).await } else { Ok(()) }
    }

    async fn read_one(
        &mut self,
        client: &Client,
        doctype: &'static str,
        name: &str,
    ) -> anyhow::Result<()> {
        match client.get_doc(doctype, name).await {
            Ok(document) => self.put(doctype, document.fields()),
            Err(Failure::Refused(refusal)) if refusal.is_missing() => {}
            Err(failure) => return Err(failure).with_context(|| format!("{doctype} {name}")),
        }
        Ok(())
    }
}

/// All documents of a doctype with the tables that decide prices: one request, and one a table.
async fn whole(client: &Client, doctype: &str) -> Outcome<Vec<Fields>> {
    let mut documents = all_rows(client, doctype, None, &json!([])).await?;
    for (_, field, rows_doctype) in TABLES.iter().filter(|(of, _, _)| *of == doctype) {
        let filters = json!([["parenttype", "=", doctype], ["parentfield", "=", field]]);
        let mut tables: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for row in all_rows(client, rows_doctype, Some(doctype), &filters).await? {
            let parent = row.get("parent").and_then(Value::as_str).unwrap_or_default().to_owned();
            tables.entry(parent).or_default().push(Value::Object(row));
        }
        for document in &mut documents {
            let name = document.get("name").and_then(Value::as_str).unwrap_or_default();
            let rows = tables.remove(name).unwrap_or_default();
            document.insert((*field).to_owned(), Value::Array(rows));
        }
    }
    Ok(documents)
}

/// All rows with all fields the user may see. By key, since which fields there are differs from site
/// to site.
async fn all_rows(
    client: &Client,
    doctype: &str,
    parent: Option<&str>,
    filters: &Value,
) -> Outcome<Vec<Fields>> {
    let mut args = json!({
        "doctype": doctype,
        "fields": ["*"],
        "filters": filters,
        "limit_page_length": 0,
    });
    if let (Some(parent), Some(args)) = (parent, args.as_object_mut()) {
        args.insert("parent".to_owned(), json!(parent));
    }
    let rows = client.call("frappe.client.get_list", &args, Effect::Read).await?;
    let Value::Array(rows) = rows else { return Ok(Vec::new()) };
    Ok(rows
        .into_iter()
        .filter_map(|row| match row {
            Value::Object(fields) => Some(fields),
            _ => None,
        })
        .collect())
}

/// Names of the addresses that link to a customer.
async fn addresses_of(client: &Client, customer: &str) -> anyhow::Result<Vec<String>> {
    let mut query = ListQuery::new("Dynamic Link", &["parent"])
        .with(Filter::equals("parenttype", "Address"))
        .with(Filter::equals("link_doctype", "Customer"))
        .with(Filter::equals("link_name", customer));
    query.parent = Some("Address".to_owned());
    let rows = client.list(&query).await.context("Address")?;
    let names = rows.iter().filter_map(|row| row.first().and_then(Value::as_str));
    Ok(names.map(str::to_owned).collect())
}
