//! The conditions of a filter, as SQL with its values.

use rusqlite::types::Value;

use super::types::{TeamBounds, TeamFilter};

/// Conditions that all hold.
#[derive(Debug, Default)]
pub(super) struct Wheres {
    parts: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Wheres {
    /// Of visits (`v`), joined with their customers (`c`).
    pub(super) fn of_visits(filter: &TeamFilter) -> Self {
        let mut wheres = Self::default();
        wheres.days("v", filter);
        if let Some(customer) = &filter.customer {
            wheres.add("v.customer = ?", [Value::Text(customer.clone())]);
        }
        if let Some(territory) = &filter.territory {
            wheres.add("c.territory = ?", [Value::Text(territory.clone())]);
        }
        wheres
    }

    /// Of orders (`o`), joined with their customers (`c`).
    pub(super) fn of_orders(filter: &TeamFilter) -> Self {
        let mut wheres = Self::default();
        wheres.days("o", filter);
        if let Some(customer) = &filter.customer {
            wheres.add("o.customer = ?", [Value::Text(customer.clone())]);
        }
        if let Some(territory) = &filter.territory {
            wheres.add("c.territory = ?", [Value::Text(territory.clone())]);
        }
        wheres.add("o.cancelled = 0", []);
        wheres
    }

    fn days(&mut self, table: &str, filter: &TeamFilter) {
        let days = [filter.from, filter.until].map(|day| Value::Text(day.to_string()));
        self.add(&format!("{table}.day BETWEEN ? AND ?"), days);
        if !filter.users.is_empty() {
            let marks = vec!["?"; filter.users.len()].join(", ");
            let users = filter.users.iter().map(|user| Value::Text(user.clone()));
            self.add(&format!("{table}.owner IN ({marks})"), users);
        }
    }

    /// Only visits within a part of the map.
    pub(super) fn within(&mut self, bounds: TeamBounds) {
        let number = |e7: i32| Value::Integer(e7.into());
        self.add(
            "v.latitude_e7 BETWEEN ? AND ?",
            [number(bounds.south_e7), number(bounds.north_e7)],
        );
        let sides = [number(bounds.west_e7), number(bounds.east_e7)];
        match bounds.west_e7 <= bounds.east_e7 {
            true => self.add("v.longitude_e7 BETWEEN ? AND ?", sides),
            false => self.add("(v.longitude_e7 >= ? OR v.longitude_e7 <= ?)", sides),
        }
    }

    pub(super) fn add(&mut self, part: &str, values: impl IntoIterator<Item = Value>) {
        self.parts.push(part.to_owned());
        self.values.extend(values);
    }

    pub(super) fn sql(&self) -> String {
        self.parts.join(" AND ")
    }
}
