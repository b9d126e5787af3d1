//! The Item Group tree and the brands.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Row, Transaction, params};
use serde::Deserialize;

use super::fields::Text;
use super::names;
use super::types::{BrandRow, ItemGroupRow};
use crate::error::StoreError;
use crate::sql::{get, rows, run};
use crate::store::Store;

#[derive(Deserialize)]
struct ItemGroup {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    parent_item_group: Text,
    #[serde(default)]
    image: Text,
}

impl Store {
    /// The Item Group tree, parents before children, siblings by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_groups(&self) -> Result<Vec<ItemGroupRow>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT g.name, g.parent, g.depth, g.image,
                   (SELECT sum(d.item_count) FROM item_group d
                    WHERE d.lft BETWEEN g.lft AND g.rgt) AS item_count
                 FROM item_group g WHERE g.name <> '' ORDER BY g.lft",
                [],
                |row: &Row<'_>| Ok::<_, StoreError>(ItemGroupRow {
                    name: get(row, "name")?,
                    parent: get(row, "parent")?,
                    depth: get(row, "depth")?,
                    image: get(row, "image")?,
                    item_count: get(row, "item_count")?,
                })
            )
        })
    }

    /// The brands that have sellable items, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn brands(&self) -> Result<Vec<BrandRow>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT name, item_count FROM brand WHERE item_count > 0 ORDER BY name",
                [],
                |row: &Row<'_>| Ok::<_, StoreError>(BrandRow {
                    name: get(row, "name")?,
                    item_count: get(row, "item_count")?,
                })
            )
        })
    }
}

/// Takes over the tree from Item Group documents.
pub(crate) fn put(transaction: &Transaction<'_>, documents: &[&str]) -> Result<(), StoreError> {
    for text in documents {
        // Already read once as a plain document, so it has a name.
        let Ok(group) = serde_json::from_str::<ItemGroup>(text) else { continue };
        names::id(transaction, names::ITEM_GROUP, &group.name.0)?;
        run!(
            transaction,
            "UPDATE item_group SET parent = ?2, image = ?3 WHERE name = ?1",
            params![group.name.0, group.parent_item_group.0, group.image.0]
        )?;
    }
    number_tree(transaction)
}

/// Takes groups out of the tree. Those that still have items stay, at the top.
pub(crate) fn forget(transaction: &Transaction<'_>, names: &[String]) -> Result<(), StoreError> {
    for name in names {
        run!(transaction, "UPDATE item_group SET parent = '' WHERE name = ?1", [name])?;
        run!(transaction, "DELETE FROM item_group WHERE name = ?1 AND item_count = 0", [name])?;
    }
    number_tree(transaction)
}

/// How many sellable items each group and brand has, by their numbers, counted while they pass by.
#[derive(Default)]
pub(super) struct Counts {
    groups: HashMap<i64, i64>,
    brands: HashMap<i64, i64>,
}

impl Counts {
    /// One more.
    pub(super) fn add(&mut self, group: i64, brand: i64) {
        *self.groups.entry(group).or_default() += 1;
        *self.brands.entry(brand).or_default() += 1;
    }

    /// Writes what [`count_items`] would find.
    pub(super) fn write(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        run!(transaction, "UPDATE item_group SET item_count = 0", [])?;
        for (id, count) in &self.groups {
            run!(transaction, "UPDATE item_group SET item_count = ?2 WHERE id = ?1", [id, count])?;
        }
        run!(transaction, "UPDATE brand SET item_count = 0", [])?;
        for (id, count) in &self.brands {
            run!(transaction, "UPDATE brand SET item_count = ?2 WHERE id = ?1", [id, count])?;
        }
        number_tree(transaction)
    }
}

/// Counts the sellable items of each group and brand.
pub(crate) fn count_items(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    // In one pass each: right after a first load there is no index of groups and brands yet.
    transaction.execute_batch(
        "UPDATE item_group SET item_count = 0;
         UPDATE item_group SET item_count = counted.items FROM (
           SELECT item_group AS id, count(*) AS items FROM item WHERE sellable = 1 GROUP BY item_group
         ) AS counted WHERE counted.id = item_group.id;
         UPDATE brand SET item_count = 0;
         UPDATE brand SET item_count = counted.items FROM (
           SELECT brand AS id, count(*) AS items FROM item WHERE sellable = 1 GROUP BY brand
         ) AS counted WHERE counted.id = brand.id;",
    )?;
    number_tree(transaction)
}

struct Node {
    id: i64,
    name: String,
    parent: String,
}

/// Numbers the tree so that a subtree is a range (`lft` to `rgt`). The server's own numbers are of no
/// use while groups are still arriving.
fn number_tree(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let nodes = rows!(
        transaction,
        "SELECT id, name, parent FROM item_group ORDER BY name",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>(Node {
            id: get(row, "id")?,
            name: get(row, "name")?,
            parent: get(row, "parent")?,
        })
    )?;
    for (id, lft, rgt, depth) in numbered(&nodes) {
        run!(
            transaction,
            "UPDATE item_group SET lft = ?2, rgt = ?3, depth = ?4
             WHERE id = ?1 AND (lft, rgt, depth) <> (?2, ?3, ?4)",
            params![id, lft, rgt, depth]
        )?;
    }
    Ok(())
}

/// (id, lft, rgt, depth) of every node. A node whose parent is unknown stands at the top; nodes that
/// are each other's ancestors cannot be reached from the top and stand there too.
fn numbered(nodes: &[Node]) -> Vec<(i64, i64, i64, i64)> {
    let known: BTreeMap<&str, ()> = nodes.iter().map(|node| (node.name.as_str(), ())).collect();
    let mut children: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    for node in nodes {
        let top = node.parent == node.name || !known.contains_key(node.parent.as_str());
        let parent = if top { "" } else { node.parent.as_str() };
        if !(parent.is_empty() && node.name.is_empty()) {
            children.entry(parent).or_default().push(node);
        }
    }
    let mut tree = Tree { children, numbers: BTreeMap::new(), next: 1 };
    tree.number_below("");
    for node in nodes {
        if !tree.numbers.contains_key(&node.id) {
            tree.number(node, 0);
        }
    }
    tree.numbers.into_iter().map(|(id, (lft, rgt, depth))| (id, lft, rgt, depth)).collect()
}

struct Tree<'a> {
    children: BTreeMap<&'a str, Vec<&'a Node>>,
    numbers: BTreeMap<i64, (i64, i64, i64)>,
    next: i64,
}

impl<'a> Tree<'a> {
    fn number_below(&mut self, top: &str) {
        for node in self.children.get(top).cloned().unwrap_or_default() {
            self.number(node, 0);
        }
    }

    /// Numbers a node and all below it, with a list of its own instead of the call stack: trees from
    /// outside may be as deep as they like.
    fn number(&mut self, root: &'a Node, depth: i64) {
        enum Step<'a> {
            Enter(&'a Node, i64),
            Leave(i64),
        }
        let mut steps = vec![Step::Enter(root, depth)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node, depth) => {
                    if self.numbers.contains_key(&node.id) {
                        continue;
                    }
                    self.numbers.insert(node.id, (self.next, self.next, depth));
                    self.next += 1;
                    steps.push(Step::Leave(node.id));
                    let below = self.children.get(node.name.as_str()).cloned().unwrap_or_default();
                    for child in below.into_iter().rev() {
                        steps.push(Step::Enter(child, depth + 1));
                    }
                }
                Step::Leave(id) => {
                    if let Some((_, rgt, _)) = self.numbers.get_mut(&id) {
                        *rgt = self.next;
                    }
                    self.next += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node(id: i64, parent: i64) -> Node {
        let parent = if parent == 0 { String::new() } else { format!("G{parent}") };
        Node { id, name: format!("G{id}"), parent }
    }

    #[test]
    fn a_subtree_is_a_range() {
        let tree = numbered(&[node(1, 0), node(2, 1), node(3, 2), node(4, 1), node(5, 9)]);
        let by_id: BTreeMap<i64, (i64, i64, i64)> =
            tree.into_iter().map(|(id, lft, rgt, depth)| (id, (lft, rgt, depth))).collect();
        let below = |a: i64, b: i64| by_id[&b].0 <= by_id[&a].0 && by_id[&a].0 <= by_id[&b].1;
        assert!(below(2, 1) && below(3, 1) && below(3, 2) && below(4, 1));
        assert!(!below(4, 2) && !below(5, 1) && !below(1, 2));
        assert_eq!(by_id[&3].2, 2);
    }

    proptest! {
        #[test]
        fn any_parents_give_every_node_one_range(parents in prop::collection::vec(0i64..12, 0..12)) {
            let nodes: Vec<Node> = (1..).zip(&parents).map(|(id, parent)| node(id, *parent)).collect();
            let tree = numbered(&nodes);
            prop_assert_eq!(tree.len(), nodes.len());
            for (_, lft, rgt, _) in &tree {
                prop_assert!(lft < rgt);
                for (_, other_lft, other_rgt, _) in &tree {
                    let inside = lft <= other_lft && other_rgt <= rgt;
                    let outside = rgt < other_lft || other_rgt < lft;
                    let around = other_lft <= lft && rgt <= other_rgt;
                    prop_assert!(inside || outside || around);
                }
            }
        }
    }
}
