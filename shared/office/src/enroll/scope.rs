//! What a phone holds: the customers of its territories and the items of its groups, as the site's User
//! Permissions say.

use anyhow::{bail, ensure};
use satchel_frappe::{Client, Document, Filter, ListQuery};
use serde_json::Value;

use crate::site::words;

const PERMISSION: &str = "User Permission";
/// Trees a Pricing Rule may name. A permission on one for every DocType hides the rules of all that lies
/// above it, and the phone would price without them.
const TREES: [&str; 3] = ["Territory", "Item Group", "Customer Group"];

/// A User Permission of the user, as far as it matters here.
#[derive(Debug, PartialEq, Eq)]
struct Permission {
    allow: String,
    for_value: String,
    /// The one DocType it counts for; empty for all.
    applicable_for: String,
}

/// Has the site show the user the customers of these territories and the items of these groups alone. What
/// is there already is left as it is: done twice is done once.
///
/// # Errors
///
/// When there is no such territory or group, or the site refuses.
pub(super) async fn narrow(
    client: &Client,
    user: &str,
    territories: &[String],
    item_groups: &[String],
) -> anyhow::Result<()> {
    let wanted = territories
        .iter()
        .map(|name| ("Territory", name, "Customer"))
        .chain(item_groups.iter().map(|name| ("Item Group", name, "Item")));
    let wanted: Vec<_> = wanted.collect();
    for (allow, name, _) in &wanted {
        let there = client.names(allow, &[Filter::equals("name", name.as_str())]).await;
        let there = there.map_err(|failure| words::of(&failure))?;
        ensure!(!there.is_empty(), "there is no {allow} {name:?} on the site");
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let kept = of_user(client, user).await?;
    for (allow, name, applicable_for) in wanted {
        let asked = Permission {
            allow: allow.to_owned(),
            for_value: name.clone(),
            applicable_for: applicable_for.to_owned(),
        };
        if !kept.contains(&asked) {
            make(client, user, &asked).await?;
        }
    }
    Ok(())
}

/// Tells of permissions that hide prices' rules from the phone.
///
/// # Errors
///
/// When the site cannot be asked.
pub(super) async fn warn_of_wide_ones(client: &Client, user: &str) -> anyhow::Result<()> {
    for permission in of_user(client, user).await? {
        if let Some(warning) = warning(&permission) {
            eprintln!("{warning}");
        }
    }
    Ok(())
}

fn warning(permission: &Permission) -> Option<String> {
    let Permission { allow, for_value, applicable_for } = permission;
    let wide = TREES.contains(&allow.as_str())
        && (applicable_for.is_empty() || applicable_for == "Pricing Rule");
    wide.then(|| {
        format!(
            "the User Permission for {allow} {for_value:?} hides Pricing Rules of wider ones from the phone: \
             its prices may differ from the site's. Let it count for Customer or Item alone \
             (Apply To All Document Types off, Applicable For)"
        )
    })
}

async fn make(client: &Client, user: &str, asked: &Permission) -> anyhow::Result<()> {
    let mut document = Document::new();
    document.set("user", user);
    document.set("allow", asked.allow.as_str());
    document.set("for_value", asked.for_value.as_str());
    document.set("apply_to_all_doctypes", 0);
    document.set("applicable_for", asked.applicable_for.as_str());
    client.insert(PERMISSION, &document).await.map(drop).map_err(|failure| words::of(&failure))
}

async fn of_user(client: &Client, user: &str) -> anyhow::Result<Vec<Permission>> {
    let query = ListQuery::new(PERMISSION, &["allow", "for_value", "applicable_for"])
        .with(Filter::equals("user", user));
    let rows = match client.list(&query).await {
        Ok(rows) => rows,
        // Somebody who may enrol without being a System Manager sees none of them.
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.is_forbidden()) => {
            return Ok(Vec::new());
        }
        Err(failure) => bail!(words::of(&failure)),
    };
    let cell = |row: &[Value], at: usize| {
        row.get(at).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let read = |row: &[Value]| Permission {
        allow: cell(row, 0),
        for_value: cell(row, 1),
        applicable_for: cell(row, 2),
    };
    Ok(rows.iter().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_for_everything_is_warned_of_and_one_for_customers_is_not() {
        let permission = |allow: &str, applicable_for: &str| Permission {
            allow: allow.to_owned(),
            for_value: "North".to_owned(),
            applicable_for: applicable_for.to_owned(),
        };
        assert!(warning(&permission("Territory", "")).unwrap().contains("North"));
        assert!(warning(&permission("Item Group", "Pricing Rule")).is_some());
        assert_eq!(warning(&permission("Territory", "Customer")), None);
        assert_eq!(warning(&permission("Company", "")), None, "a rule names one company");
    }
}
