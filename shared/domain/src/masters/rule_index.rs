//! Pricing Rules by what they are for and whom, so that a search never walks all of them.

use std::collections::HashMap;
use std::sync::Arc;

use super::fields::Text;
use super::rule::{ApplyOn, PricingRule, RuleParty};

/// The narrowest party a rule names; an order looks only under those that are its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum PartyKey {
    Customer(Text),
    Campaign(Text),
    SalesPartner(Text),
    CustomerGroup(Text),
    Territory(Text),
    Any,
}

impl PartyKey {
    fn of(party: &RuleParty) -> Self {
        let named = |name: &Option<Text>, key: fn(Text) -> Self| name.clone().map(key);
        named(&party.customer, Self::Customer)
            .or_else(|| named(&party.campaign, Self::Campaign))
            .or_else(|| named(&party.sales_partner, Self::SalesPartner))
            .or_else(|| named(&party.customer_group, Self::CustomerGroup))
            .or_else(|| named(&party.territory, Self::Territory))
            .unwrap_or(Self::Any)
    }
}

type ByParty = HashMap<PartyKey, Vec<Arc<PricingRule>>>;

/// All rules for selling that are not disabled.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleIndex {
    by_name: HashMap<Text, Arc<PricingRule>>,
    by_target: HashMap<(ApplyOn, Text), ByParty>,
    transaction: ByParty,
}

impl RuleIndex {
    pub(crate) fn put(&mut self, rule: PricingRule) {
        self.remove(&rule.name.clone());
        let rule = Arc::new(rule);
        self.by_name.insert(rule.name.clone(), rule.clone());
        if rule.disable || !rule.selling {
            return;
        }
        let party = PartyKey::of(&rule.party);
        if rule.apply_on == ApplyOn::Transaction {
            self.transaction.entry(party).or_default().push(rule);
            return;
        }
        for key in keys(&rule) {
            let rules = self.by_target.entry(key).or_default().entry(party.clone()).or_default();
            rules.push(rule.clone());
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        let Some(rule) = self.by_name.remove(name) else { return };
        let party = PartyKey::of(&rule.party);
        let forget = |by_party: &mut ByParty| {
            if let Some(rules) = by_party.get_mut(&party) {
                rules.retain(|other| &*other.name != name);
            }
        };
        forget(&mut self.transaction);
        for key in keys(&rule) {
            if let Some(by_party) = self.by_target.get_mut(&key) {
                forget(by_party);
            }
        }
    }

    /// A rule by name, disabled or not.
    pub(crate) fn get(&self, name: &str) -> Option<&Arc<PricingRule>> {
        self.by_name.get(name)
    }

    /// Rules that name this item, group or brand, as their own target or as the other one.
    pub(crate) fn naming(
        &self,
        level: ApplyOn,
        value: &Text,
        parties: &[PartyKey],
    ) -> Vec<&Arc<PricingRule>> {
        match self.by_target.get(&(level, value.clone())) {
            Some(by_party) => of_parties(by_party, parties),
            None => Vec::new(),
        }
    }

    /// Rules on the whole order.
    pub(crate) fn on_transaction(&self, parties: &[PartyKey]) -> Vec<&Arc<PricingRule>> {
        of_parties(&self.transaction, parties)
    }
}

fn of_parties<'a>(by_party: &'a ByParty, parties: &[PartyKey]) -> Vec<&'a Arc<PricingRule>> {
    parties.iter().filter_map(|party| by_party.get(party)).flatten().collect()
}

/// Where a rule is found: under each target, and under the other item if it is of the same kind,
/// since the server joins a level's own table of targets.
fn keys(rule: &PricingRule) -> Vec<(ApplyOn, Text)> {
    let mut values: Vec<Text> = rule.targets.iter().map(|target| target.value.clone()).collect();
    if let Some((_, value)) = rule.other.as_ref().filter(|(kind, _)| *kind == rule.apply_on) {
        values.push(value.clone());
    }
    values.sort();
    values.dedup();
    values.into_iter().map(|value| (rule.apply_on, value)).collect()
}
