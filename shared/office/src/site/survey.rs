//! What of the set-up is on a site. Reads only.

use std::collections::{BTreeMap, BTreeSet};

use satchel_frappe::{Client, Filter, ListQuery, transport::Effect};
use serde_json::{Value, json};

use super::plan::{Fields, Plan, Rule, VISIT, field_name, rows, rule_of, rules_of, text};
use super::record::{self, Record};
use super::words;

/// A rule as it stands in `Custom DocPerm`.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// Name of the row.
    pub(crate) name: String,
    /// What it says.
    pub(crate) rule: Rule,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Survey {
    /// Roles of the plan that exist.
    pub(crate) roles: BTreeSet<String>,
    /// Custom Fields of the plan that exist, by name.
    pub(crate) fields: BTreeMap<String, Fields>,
    /// Fields of the plan that the site's own DocTypes have, as `<DocType>-<fieldname>`.
    pub(crate) standard_fields: BTreeSet<String>,
    /// DocTypes of the plan that exist, the one of the record included.
    pub(crate) doctypes: BTreeMap<String, Fields>,
    /// All custom rules on DocTypes of the plan.
    pub(crate) rules: Vec<Standing>,
    /// The record; `None` where there is none.
    pub(crate) record: Option<Record>,
}

impl Survey {
    /// Looks at a site with the eyes of an administrator. Eight requests at most.
    ///
    /// # Errors
    ///
    /// When the site cannot be asked, or the token may not look at this.
    pub(crate) async fn take(client: &Client, plan: &Plan) -> anyhow::Result<Self> {
        let mut survey = Self {
            roles: names(client, "Role", &plan.role_names()).await?,
            fields: fields(client, plan).await?,
            standard_fields: standard_fields(client, plan).await?,
            rules: custom_rules(client, plan).await?,
            ..Self::default()
        };
        let mut wanted: Vec<&str> = plan.doctypes.iter().map(|one| text(one, "name")).collect();
        wanted.push(record::doctype(plan));
        for name in names(client, "DocType", &wanted).await? {
            let document = client.get_doc("DocType", &name).await.map_err(|f| words::of(&f))?;
            survey.doctypes.insert(name, document.into_fields());
        }
        if survey.doctypes.contains_key(record::doctype(plan)) {
            survey.record = Record::load(client, record::doctype(plan)).await?;
        }
        Ok(survey)
    }

    /// Whether the record says that the set-up made this.
    pub(crate) fn made(&self, key: &str) -> bool {
        self.record.as_ref().is_some_and(|record| record.holds(key))
    }

    /// The custom rule with the same DocType, role, level and reach.
    pub(crate) fn standing(&self, rule: &Rule) -> Option<&Standing> {
        self.rules.iter().find(|one| one.rule.key() == rule.key())
    }

    /// The rules in force on a DocType of the plan: custom ones put its own out of force.
    pub(crate) fn in_force(&self, doctype: &str) -> Vec<Rule> {
        let custom: Vec<Rule> = self.custom(doctype).map(|one| one.rule.clone()).collect();
        match self.doctypes.get(doctype) {
            Some(document) if custom.is_empty() => {
                rules_of(doctype, &rows(document, "permissions"))
            }
            _ => custom,
        }
    }

    /// The custom rules on a DocType.
    pub(crate) fn custom(&self, doctype: &str) -> impl Iterator<Item = &Standing> {
        self.rules.iter().filter(move |one| one.rule.doctype == doctype)
    }
}

async fn names(
    client: &Client,
    doctype: &str,
    wanted: &[&str],
) -> anyhow::Result<BTreeSet<String>> {
    let filter = [Filter::is_one_of("name", wanted)];
    let found = client.names(doctype, &filter).await.map_err(|failure| words::of(&failure))?;
    Ok(found.into_iter().collect())
}

async fn fields(client: &Client, plan: &Plan) -> anyhow::Result<BTreeMap<String, Fields>> {
    let wanted: Vec<String> = plan.custom_fields.iter().map(field_name).collect();
    let found = whole(client, "Custom Field", &json!([["name", "in", wanted]])).await?;
    Ok(found.into_iter().map(|field| (text(&field, "name").to_owned(), field)).collect())
}

/// A newer version may bring a field of its own under a name of the plan.
async fn standard_fields(client: &Client, plan: &Plan) -> anyhow::Result<BTreeSet<String>> {
    let doctypes: Vec<&str> = plan.extended_doctypes().into_iter().collect();
    let wanted: BTreeSet<&str> =
        plan.custom_fields.iter().map(|field| text(field, "fieldname")).collect();
    let wanted: Vec<&str> = wanted.into_iter().collect();
    let mut query = ListQuery::new("DocField", &["parent", "fieldname"])
        .with(Filter::is_one_of("parent", &doctypes))
        .with(Filter::is_one_of("fieldname", &wanted));
    query.parent = Some("DocType".to_owned());
    let found = client.list(&query).await.map_err(|failure| words::of(&failure))?;
    let name = |row: Fields| format!("{}-{}", text(&row, "parent"), text(&row, "fieldname"));
    Ok(found.into_maps().map(name).collect())
}

async fn custom_rules(client: &Client, plan: &Plan) -> anyhow::Result<Vec<Standing>> {
    let mut doctypes: Vec<&str> = plan.ruled_doctypes().into_iter().collect();
    doctypes.push(VISIT);
    rules_where(client, &json!([["parent", "in", doctypes]])).await
}

/// The custom rules that meet some conditions.
///
/// # Errors
///
/// When the site refuses.
pub(crate) async fn rules_where(client: &Client, filters: &Value) -> anyhow::Result<Vec<Standing>> {
    let found = whole(client, "Custom DocPerm", filters).await?;
    Ok(found
        .iter()
        .map(|row| Standing {
            name: text(row, "name").to_owned(),
            rule: rule_of(text(row, "parent"), row),
        })
        .collect())
}

/// All columns, since some are words of SQL and cannot be asked for by name.
async fn whole(client: &Client, doctype: &str, filters: &Value) -> anyhow::Result<Vec<Fields>> {
    let question = json!({
        "doctype": doctype, "fields": ["*"], "filters": filters, "limit_page_length": 0,
    });
    let answer = client.call("frappe.client.get_list", &question, Effect::Read).await;
    let answer = answer.map_err(|failure| words::of(&failure))?;
    let Value::Array(found) = answer else {
        anyhow::bail!("the list of {doctype} has another shape than Frappe's");
    };
    Ok(found
        .into_iter()
        .filter_map(|row| match row {
            Value::Object(fields) => Some(fields),
            _ => None,
        })
        .collect())
}
