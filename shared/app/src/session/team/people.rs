//! Who the team is, and what they are called.

use crate::AppError;
use crate::session::Session;
use crate::views::TeamPerson;
use satchel_domain::visits::{SalesPerson, team_of};
use satchel_store::TeamFilter;
use satchel_sync::SiteAccount;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// Names of users, and those of them who are the supervisor's own.
pub(super) struct People {
    names: HashMap<String, String>,
    /// Users of the team where the tree of Sales Persons says who they are.
    own: Option<BTreeSet<String>>,
}

impl People {
    /// The name of a user; of one the phone has no Employee of, what stands before the `@`.
    pub(super) fn name(&self, user: &str) -> String {
        let known = self.names.get(user).cloned();
        known.unwrap_or_else(|| user.split('@').next().unwrap_or(user).to_owned())
    }

    /// A filter that asks for nobody in particular asks for the team.
    pub(super) fn narrowed(&self, filter: &TeamFilter) -> TeamFilter {
        let mut filter = filter.clone();
        if let Some(own) = self.own.as_ref().filter(|_| filter.users.is_empty()) {
            filter.users = own.iter().cloned().collect();
        }
        filter
    }
}

impl Session {
    pub(super) fn people(&self) -> Result<People, AppError> {
        let read = |doctype| -> Result<Vec<Value>, AppError> {
            let documents = self.inner.store.documents(doctype)?;
            Ok(documents.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
        };
        let employees = read("Employee")?;
        let mut names = HashMap::new();
        let mut users = HashMap::new();
        for employee in &employees {
            let (user, name) = (field(employee, "user_id"), field(employee, "employee_name"));
            if !user.is_empty() {
                users.insert(field(employee, "name"), user);
                names.insert(user.to_owned(), name.to_owned());
            }
        }
        let me = SiteAccount::load(&self.inner.store)?.map(|account| account.user);
        let me = users.iter().find(|(_, user)| Some(**user) == me.as_deref());
        let tree = read("Sales Person")?;
        let people: Vec<SalesPerson<'_>> = tree
            .iter()
            .map(|person| SalesPerson {
                name: field(person, "name"),
                parent: field(person, "parent_sales_person"),
                employee: field(person, "employee"),
            })
            .collect();
        let own = me.and_then(|(employee, _)| team_of(&people, employee)).map(|team| {
            team.iter().filter_map(|one| users.get(one.as_str())).map(|u| (*u).to_owned()).collect()
        });
        Ok(People { names, own })
    }

    /// Those with visits within a filter, whomever it asks for; by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_people(&self, filter: &TeamFilter) -> Result<Vec<TeamPerson>, AppError> {
        let people = self.people()?;
        let everyone = TeamFilter { users: Vec::new(), ..filter.clone() };
        let found = self.inner.store.team_users(&people.narrowed(&everyone))?;
        let mut found: Vec<TeamPerson> = found
            .into_iter()
            .map(|one| TeamPerson {
                name: people.name(&one.name),
                user: one.name,
                visits: one.visits,
            })
            .collect();
        found.sort_by(|one, other| (&one.name, &one.user).cmp(&(&other.name, &other.user)));
        Ok(found)
    }
}

fn field<'a>(document: &'a Value, name: &str) -> &'a str {
    document.get(name).and_then(Value::as_str).unwrap_or_default()
}
