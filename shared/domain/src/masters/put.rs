//! Puts documents in and takes them out.

use std::sync::Arc;

use serde_json::Value;

use super::doctypes::{AS_NEEDED, KEPT_WHOLE};
use super::fields::{Fields, Text};
use super::settings::{
    AccountsSettings, GlobalDefaults, SellingSettings, StockSettings, SystemSettings,
};
use super::{
    Account, Address, Company, CouponCode, Currency, CurrencyExchange, Customer, Item,
    ItemDefaults, ItemPrice, ItemTaxTemplate, Map, MasterError, Masters, Node,
    PaymentTermsTemplate, PriceList, PricingRule, ProductBundle, SalesPartner, ShippingRule,
    TaxRule, TaxTemplate,
};

fn insert<T: Clone>(map: &mut Map<T>, name: &Text, document: T) {
    Arc::make_mut(map).insert(name.clone(), document);
}

fn take<T: Clone>(map: &mut Map<T>, name: &str) -> Option<T> {
    if map.contains_key(name) { Arc::make_mut(map).remove(name) } else { None }
}

impl Masters {
    /// Reads a world: an object of doctypes, each with a list of documents or one settings document,
    /// as the recordings have it. Keys that are not doctypes are left out; `today` sets the day.
    ///
    /// # Errors
    ///
    /// [`MasterError`] for the first document that cannot be read.
    pub fn from_world(world: &Value) -> Result<Self, MasterError> {
        let not_an_object = || MasterError::NotAnObject { doctype: "world".to_owned() };
        let doctypes = world.as_object().ok_or_else(not_an_object)?;
        let mut masters = Self {
            today: Fields::of(world).and_then(|fields| fields.date("today")),
            ..Self::default()
        };
        for (doctype, documents) in doctypes {
            match documents {
                Value::Array(list) => {
                    for document in list {
                        masters.put(doctype, document)?;
                    }
                }
                Value::Object(_) if doctype != "fields" => masters.put(doctype, documents)?,
                _ => {}
            }
        }
        Ok(masters)
    }

    /// Puts a document in, replacing the one of that name. Doctypes that decide no price are ignored.
    ///
    /// # Errors
    ///
    /// [`MasterError`] when it is no object or has no name (settings need none).
    pub fn put(&mut self, doctype: &str, document: &Value) -> Result<(), MasterError> {
        let owned = || doctype.to_owned();
        let not_an_object = || MasterError::NotAnObject { doctype: owned() };
        let fields = Fields::of(document).ok_or_else(not_an_object)?;
        if self.put_settings(doctype, fields) {
            return Ok(());
        }
        if !KEPT_WHOLE.contains(&doctype) && !AS_NEEDED.contains(&doctype) {
            return Ok(());
        }
        let name = fields.some("name").ok_or_else(|| MasterError::NoName { doctype: owned() })?;
        if !self.put_indexed(doctype, &name, fields) {
            self.put_plain(doctype, &name, fields);
        }
        Ok(())
    }

    fn put_settings(&mut self, doctype: &str, fields: Fields<'_>) -> bool {
        let settings = &mut self.settings;
        match doctype {
            "System Settings" => {
                Arc::make_mut(settings).system = SystemSettings::read(fields);
            }
            "Global Defaults" => {
                Arc::make_mut(settings).global = GlobalDefaults::read(fields);
            }
            "Accounts Settings" => {
                Arc::make_mut(settings).accounts = AccountsSettings::read(fields);
            }
            "Selling Settings" => {
                Arc::make_mut(settings).selling = SellingSettings::read(fields);
            }
            "Stock Settings" => {
                Arc::make_mut(settings).stock = StockSettings::read(fields);
            }
            _ => return false,
        }
        true
    }

    /// Documents that stand in more than one index.
    fn put_indexed(&mut self, doctype: &str, name: &Text, fields: Fields<'_>) -> bool {
        match doctype {
            "Item" => insert(&mut self.items, name, Arc::new(Item::read(name, fields))),
            "Item Price" => self.put_item_price(name, fields),
            "Pricing Rule" => match PricingRule::read(name, fields) {
                Some(rule) => Arc::make_mut(&mut self.rules).put(rule),
                None => Arc::make_mut(&mut self.rules).remove(name),
            },
            "Address" => self.put_address(Address::read(name, fields)),
            "Currency Exchange" => self.put_exchange_rate(name, fields),
            "UOM Conversion Factor" => self.put_uom_factor(name, fields),
            "Bin" => self.put_bin(name, fields),
            "Item Group" => {
                insert(&mut self.item_groups, name, Node::read(fields, "parent_item_group"));
                let defaults = ItemDefaults::read(fields, "item_group_defaults");
                insert(&mut self.item_group_defaults, name, defaults);
            }
            "Warehouse" => {
                insert(&mut self.warehouses, name, Node::read(fields, "parent_warehouse"));
                insert(&mut self.warehouse_companies, name, fields.text("company"));
            }
            _ => return false,
        }
        true
    }

    fn put_plain(&mut self, doctype: &str, name: &Text, fields: Fields<'_>) {
        match doctype {
            "Company" => insert(&mut self.companies, name, Company::read(fields)),
            "Currency" => insert(&mut self.currencies, name, Currency::read(fields)),
            "Customer Group" => {
                insert(
                    &mut self.customer_groups,
                    name,
                    Node::read(fields, "parent_customer_group"),
                );
            }
            "Territory" => {
                insert(&mut self.territories, name, Node::read(fields, "parent_territory"));
            }
            "Brand" => {
                let defaults = ItemDefaults::read(fields, "brand_defaults");
                insert(&mut self.brand_defaults, name, defaults);
            }
            "UOM" => insert(&mut self.uoms, name, fields.check("must_be_whole_number")),
            "Price List" => insert(&mut self.price_lists, name, PriceList::read(fields)),
            "Payment Terms Template" => {
                insert(&mut self.payment_terms, name, PaymentTermsTemplate::read(fields));
            }
            "Sales Partner" => insert(&mut self.sales_partners, name, SalesPartner::read(fields)),
            "Coupon Code" => insert(&mut self.coupons, name, CouponCode::read(fields)),
            "Product Bundle" => {
                let item = fields.some("new_item_code").unwrap_or_else(|| name.clone());
                insert(&mut self.bundles, &item, ProductBundle::read(fields));
            }
            "Shipping Rule" => insert(&mut self.shipping_rules, name, ShippingRule::read(fields)),
            "Tax Rule" => insert(&mut self.tax_rules, name, TaxRule::read(name, fields)),
            "Customer" => insert(&mut self.customers, name, Customer::read(fields)),
            "Sales Taxes and Charges Template" => {
                insert(&mut self.tax_templates, name, TaxTemplate::read(fields));
            }
            "Item Tax Template" => {
                insert(&mut self.item_tax_templates, name, ItemTaxTemplate::read(fields));
            }
            "Account" => insert(&mut self.accounts, name, Account::read(fields)),
            _ => {}
        }
    }

    fn put_item_price(&mut self, name: &Text, fields: Fields<'_>) {
        self.remove_item_price(name);
        let item_code = fields.text("item_code");
        let prices = Arc::make_mut(&mut self.item_prices).entry(item_code.clone()).or_default();
        Arc::make_mut(prices).put(fields.text("price_list"), ItemPrice::read(name, fields));
        insert(&mut self.item_price_items, name, item_code);
    }

    fn remove_item_price(&mut self, name: &str) {
        let Some(item_code) = take(&mut self.item_price_items, name) else { return };
        let all = Arc::make_mut(&mut self.item_prices);
        if let Some(prices) = all.get_mut(&item_code) {
            Arc::make_mut(prices).remove(name);
            if prices.is_empty() {
                all.remove(&item_code);
            }
        }
    }

    fn put_address(&mut self, address: Address) {
        self.remove_address(&address.name);
        for customer in &address.customers {
            let index = Arc::make_mut(&mut self.customer_addresses);
            let names = index.entry(customer.clone()).or_default();
            let at = names.partition_point(|name| *name < address.name);
            names.insert(at, address.name.clone());
        }
        insert(&mut self.addresses, &address.name.clone(), address);
    }

    fn remove_address(&mut self, name: &str) {
        let Some(address) = take(&mut self.addresses, name) else { return };
        for customer in &address.customers {
            if let Some(names) = Arc::make_mut(&mut self.customer_addresses).get_mut(customer) {
                names.retain(|other| &**other != name);
            }
        }
    }

    fn put_exchange_rate(&mut self, name: &Text, fields: Fields<'_>) {
        self.remove_exchange_rate(name);
        let rate = CurrencyExchange::read(name, fields);
        let pair = Self::pair(&fields.text("from_currency"), &fields.text("to_currency"));
        let pair = Text::from(pair);
        insert(&mut self.exchange_rate_pairs, name, pair.clone());
        let rates = Arc::make_mut(&mut self.exchange_rates).entry(pair).or_default();
        let at = rates.partition_point(|other| {
            other.date.cmp(&rate.date).then_with(|| rate.name.cmp(&other.name)).is_gt()
        });
        rates.insert(at, rate);
    }

    fn remove_exchange_rate(&mut self, name: &str) {
        let Some(pair) = take(&mut self.exchange_rate_pairs, name) else { return };
        if let Some(rates) = Arc::make_mut(&mut self.exchange_rates).get_mut(&pair) {
            rates.retain(|rate| &*rate.name != name);
        }
    }

    fn put_uom_factor(&mut self, name: &Text, fields: Fields<'_>) {
        self.remove_uom_factor(name);
        let factors =
            Arc::make_mut(&mut self.uom_factors).entry(fields.text("to_uom")).or_default();
        let at = factors.partition_point(|(_, _, other)| other < name);
        factors.insert(at, (fields.text("from_uom"), fields.number("value"), name.clone()));
    }

    fn remove_uom_factor(&mut self, name: &str) {
        if self.uom_factors.values().flatten().any(|(_, _, other)| &**other == name) {
            for factors in Arc::make_mut(&mut self.uom_factors).values_mut() {
                factors.retain(|(_, _, other)| &**other != name);
            }
        }
    }

    fn put_bin(&mut self, name: &Text, fields: Fields<'_>) {
        let pair = Self::pair(&fields.text("item_code"), &fields.text("warehouse"));
        let bin = (name.clone(), fields.number("valuation_rate"));
        insert(&mut self.bins, &Text::from(pair), bin);
    }

    /// Takes a document out; one that is not in is no error.
    pub fn remove(&mut self, doctype: &str, name: &str) {
        match doctype {
            "Item" => drop(take(&mut self.items, name)),
            "Item Price" => self.remove_item_price(name),
            "Pricing Rule" => Arc::make_mut(&mut self.rules).remove(name),
            "Address" => self.remove_address(name),
            "Currency Exchange" => self.remove_exchange_rate(name),
            "UOM Conversion Factor" => self.remove_uom_factor(name),
            "Bin" => {
                if self.bins.values().any(|(bin, _)| &**bin == name) {
                    Arc::make_mut(&mut self.bins).retain(|_, (bin, _)| &**bin != name);
                }
            }
            "Item Group" => {
                take(&mut self.item_groups, name);
                take(&mut self.item_group_defaults, name);
            }
            "Warehouse" => {
                take(&mut self.warehouses, name);
                take(&mut self.warehouse_companies, name);
            }
            _ => self.remove_plain(doctype, name),
        }
    }

    fn remove_plain(&mut self, doctype: &str, name: &str) {
        match doctype {
            "Company" => drop(take(&mut self.companies, name)),
            "Currency" => drop(take(&mut self.currencies, name)),
            "Customer Group" => drop(take(&mut self.customer_groups, name)),
            "Territory" => drop(take(&mut self.territories, name)),
            "Brand" => drop(take(&mut self.brand_defaults, name)),
            "UOM" => drop(take(&mut self.uoms, name)),
            "Price List" => drop(take(&mut self.price_lists, name)),
            "Payment Terms Template" => drop(take(&mut self.payment_terms, name)),
            "Sales Partner" => drop(take(&mut self.sales_partners, name)),
            "Coupon Code" => drop(take(&mut self.coupons, name)),
            "Product Bundle" => drop(take(&mut self.bundles, name)),
            "Shipping Rule" => drop(take(&mut self.shipping_rules, name)),
            "Tax Rule" => drop(take(&mut self.tax_rules, name)),
            "Customer" => drop(take(&mut self.customers, name)),
            "Sales Taxes and Charges Template" => drop(take(&mut self.tax_templates, name)),
            "Item Tax Template" => drop(take(&mut self.item_tax_templates, name)),
            "Account" => drop(take(&mut self.accounts, name)),
            _ => {}
        }
    }
}
