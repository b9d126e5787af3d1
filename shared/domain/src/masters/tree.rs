//! Walks up the trees of groups, territories and warehouses.

use std::collections::HashMap;

use super::fields::Text;
use super::party::Node;

/// Longest walk; a tree deeper than this is a circle.
const DEEPEST: usize = 64;

/// The node itself and all above it, itself first. A node that is not known is its own root.
pub(crate) fn upwards(tree: &HashMap<Text, Node>, from: &Text) -> Vec<Text> {
    let mut path = vec![from.clone()];
    let mut at = from;
    while let Some(parent) = tree.get(at).and_then(|node| node.parent.as_ref()) {
        if path.len() >= DEEPEST || path.contains(parent) {
            break;
        }
        path.push(parent.clone());
        at = parent;
    }
    path
}
