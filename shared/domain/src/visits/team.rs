//! Who belongs to a supervisor's team, by the tree of Sales Persons (ERPNext `setup/doctype/sales_person`).

use std::collections::{BTreeMap, BTreeSet};

/// A Sales Person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SalesPerson<'a> {
    /// `name`.
    pub name: &'a str,
    /// `parent_sales_person`.
    pub parent: &'a str,
    /// `employee`; empty for a branch that is nobody.
    pub employee: &'a str,
}

/// The employees at and below every Sales Person that `employee` is. `None` where the tree does not say:
/// the employee is not in it, or has nobody below. Then the site's own rights say whom one sees.
pub fn team_of(people: &[SalesPerson<'_>], employee: &str) -> Option<BTreeSet<String>> {
    if employee.is_empty() {
        return None;
    }
    let mut below: BTreeMap<&str, Vec<&SalesPerson<'_>>> = BTreeMap::new();
    for person in people {
        below.entry(person.parent).or_default().push(person);
    }
    let mut open: Vec<&SalesPerson<'_>> =
        people.iter().filter(|person| person.employee == employee).collect();
    let mut seen = BTreeSet::new();
    let mut team = BTreeSet::new();
    while let Some(person) = open.pop() {
        // A tree that bites its tail ends as well.
        if !seen.insert(person.name) {
            continue;
        }
        if !person.employee.is_empty() {
            team.insert(person.employee.to_owned());
        }
        open.extend(below.get(person.name).into_iter().flatten());
    }
    (team.len() > 1).then_some(team)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn person<'a>(name: &'a str, parent: &'a str, employee: &'a str) -> SalesPerson<'a> {
        SalesPerson { name, parent, employee }
    }

    #[test]
    fn a_supervisor_has_everyone_below_and_nobody_beside() {
        let tree = [
            person("Sales Team", "", ""),
            person("North", "Sales Team", "E-1"),
            person("Vans", "North", ""),
            person("Ana", "Vans", "E-2"),
            person("South", "Sales Team", "E-3"),
            person("Rui", "South", "E-4"),
        ];
        let team = team_of(&tree, "E-1").unwrap();
        assert_eq!(team.into_iter().collect::<Vec<_>>(), ["E-1", "E-2"]);
        assert_eq!(team_of(&tree, "E-2"), None, "nobody is below");
        assert_eq!(team_of(&tree, "E-9"), None);
        assert_eq!(team_of(&tree, ""), None);
    }

    proptest! {
        #[test]
        fn any_tree_ends(links in prop::collection::vec((0..6_usize, 0..6_usize), 0..12)) {
            let names = ["a", "b", "c", "d", "e", "f"];
            let people: Vec<SalesPerson<'_>> =
                links.iter().map(|(n, p)| person(names[*n], names[*p], names[*n])).collect();
            for name in names {
                if let Some(team) = team_of(&people, name) {
                    prop_assert!(team.contains(name) && team.len() > 1);
                }
            }
        }
    }
}
