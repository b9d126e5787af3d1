//! Which Item documents an order needs before it can be priced.

use std::collections::BTreeSet;

use super::{ApplyOn, Item, Masters, PartyKey, Text};
use crate::pricing::OrderEntry;

impl Masters {
    /// Items whose Item, Item Price and Bin documents must be in before the entry is priced: those of
    /// its lines, their templates, what the rules for them may give free, and the parts of bundles.
    ///
    /// What an item brings along is only known once its document is in: load what
    /// [`Masters::has_item`] denies and ask again until nothing is missing, which takes two rounds,
    /// rarely three. Sorted, each once.
    pub fn needed_items(&self, entry: &OrderEntry) -> Vec<String> {
        let parties = self.parties_of(entry);
        let mut needed = BTreeSet::new();
        for line in &entry.items {
            needed.insert(line.item_code.clone());
            if let Some(item) = self.items.get(line.item_code.as_str()) {
                self.add_what_comes_along(item, &parties, &mut needed);
            }
        }
        for rule in self.rules.on_transaction(&parties) {
            needed.extend(rule.free.item.iter().map(|item| item.to_string()));
        }
        needed
            .iter()
            .filter_map(|item_code| self.items.get(item_code.as_str())?.variant_of.clone())
            .map(|template| template.to_string())
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|template| {
                needed.insert(template);
            });
        needed.into_iter().filter(|item_code| !item_code.is_empty()).collect()
    }

    fn add_what_comes_along(
        &self,
        item: &Item,
        parties: &[PartyKey],
        needed: &mut BTreeSet<String>,
    ) {
        let mut targets = vec![(ApplyOn::ItemCode, item.item_code.clone())];
        targets.extend(item.variant_of.iter().map(|of| (ApplyOn::ItemCode, of.clone())));
        for group in item.item_group.iter().flat_map(|group| self.item_groups_above(group)) {
            targets.push((ApplyOn::ItemGroup, group));
        }
        targets.extend(item.brand.iter().map(|brand| (ApplyOn::Brand, brand.clone())));
        for (level, value) in targets {
            for rule in self.rules.naming(level, &value, parties) {
                needed.extend(rule.free.item.iter().map(|item| item.to_string()));
            }
        }
        if let Some(bundle) = self.bundles.get(&item.item_code) {
            needed.extend(bundle.items.iter().map(|part| part.item_code.to_string()));
        }
    }

    /// Every party whose rules may be for this entry; partner and campaign as entered or by default.
    fn parties_of(&self, entry: &OrderEntry) -> Vec<PartyKey> {
        let customer = self.customers.get(entry.customer.as_str());
        let partner = entry.sales_partner.as_deref().filter(|name| !name.is_empty());
        let default = customer.and_then(|customer| customer.default_sales_partner.clone());
        self.party_keys(
            &Text::from(entry.customer.as_str()),
            customer.and_then(|customer| customer.customer_group.as_ref()),
            customer.and_then(|customer| customer.territory.as_ref()),
            partner.map(Text::from).or(default).as_ref(),
            entry.campaign.as_deref().map(Text::from).as_ref(),
        )
    }

    /// The keys under which the rules of a party stand.
    pub(crate) fn party_keys(
        &self,
        customer: &Text,
        customer_group: Option<&Text>,
        territory: Option<&Text>,
        sales_partner: Option<&Text>,
        campaign: Option<&Text>,
    ) -> Vec<PartyKey> {
        let mut keys = vec![PartyKey::Any, PartyKey::Customer(customer.clone())];
        keys.extend(sales_partner.cloned().map(PartyKey::SalesPartner));
        keys.extend(campaign.cloned().map(PartyKey::Campaign));
        let groups = customer_group.map(|group| super::tree::upwards(&self.customer_groups, group));
        keys.extend(groups.into_iter().flatten().map(PartyKey::CustomerGroup));
        let territories = territory.map(|name| super::tree::upwards(&self.territories, name));
        keys.extend(territories.into_iter().flatten().map(PartyKey::Territory));
        keys
    }

    /// A customer group and all above it.
    pub(crate) fn customer_groups_above(&self, group: &Text) -> Vec<Text> {
        super::tree::upwards(&self.customer_groups, group)
    }

    /// A territory and all above it.
    pub(crate) fn territories_above(&self, territory: &Text) -> Vec<Text> {
        super::tree::upwards(&self.territories, territory)
    }

    /// A warehouse and all above it.
    pub(crate) fn warehouses_above(&self, warehouse: &Text) -> Vec<Text> {
        super::tree::upwards(&self.warehouses, warehouse)
    }

    /// An item group and all above it.
    pub(crate) fn item_groups_above(&self, group: &Text) -> Vec<Text> {
        super::tree::upwards(&self.item_groups, group)
    }
}
