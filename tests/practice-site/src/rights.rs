//! Who may do what: standard rules, and Custom DocPerm in their place once there are any.

use serde_json::Value;

use crate::{
    database::Fields,
    meta::is_set,
    site::{Act, Done, Site},
};

/// What a rule may grant.
pub const RIGHTS: [&str; 14] = [
    "read", "write", "create", "submit", "cancel", "delete", "amend", "report", "export", "import",
    "share", "print", "email", "select",
];

/// How far a right reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    None,
    /// To documents the user made himself.
    Own,
    /// To all documents.
    All,
}

/// One rule.
#[derive(Debug, Clone)]
struct Rule {
    role: String,
    permlevel: i64,
    if_owner: bool,
    rights: Vec<String>,
}

impl Rule {
    fn read(row: &Fields) -> Self {
        Self {
            role: row.get("role").and_then(Value::as_str).unwrap_or_default().to_owned(),
            permlevel: row.get("permlevel").and_then(Value::as_i64).unwrap_or_default(),
            if_owner: row.get("if_owner").is_some_and(is_set),
            rights: RIGHTS
                .iter()
                .filter(|right| row.get(**right).is_some_and(is_set))
                .map(|right| (*right).to_owned())
                .collect(),
        }
    }
}

/// The rules a fresh site has (`data/rights.json`: role, DocType, rights).
pub struct StandardRights(Vec<(String, String, Vec<String>)>);

impl StandardRights {
    /// # Errors
    /// If the data file is not of its shape.
    pub(crate) fn read() -> Result<Self, serde_json::Error> {
        serde_json::from_str(include_str!("../data/rights.json")).map(Self)
    }
}

impl Site {
    /// How far a right of the user reaches on a DocType.
    pub(crate) fn reach(&self, act: &Act, doctype: &str, right: &str) -> Done<Reach> {
        self.reach_at(act, doctype, right, 0)
    }

    /// Whether the user may write fields of permission level 1.
    pub(crate) fn writes_guarded(&self, act: &Act, doctype: &str) -> Done<bool> {
        Ok(self.reach_at(act, doctype, "write", 1)? != Reach::None)
    }

    fn reach_at(&self, act: &Act, doctype: &str, right: &str, permlevel: i64) -> Done<Reach> {
        if act.is_administrator() {
            return Ok(Reach::All);
        }
        let reach = self
            .rules(doctype)?
            .into_iter()
            .filter(|rule| rule.permlevel == permlevel && act.roles.contains(&rule.role))
            .filter(|rule| rule.rights.iter().any(|granted| granted == right))
            .map(|rule| if rule.if_owner && right != "create" { Reach::Own } else { Reach::All })
            .max();
        Ok(reach.unwrap_or(Reach::None))
    }

    /// Rules in force. One row of Custom DocPerm puts all standard rules of its DocType out of force.
    fn rules(&self, doctype: &str) -> Done<Vec<Rule>> {
        let custom = self.custom_rules(doctype)?;
        if !custom.is_empty() {
            return Ok(custom.iter().map(Rule::read).collect());
        }
        self.standard_rows(doctype).map(|rows| rows.iter().map(Rule::read).collect())
    }

    /// The rows of Custom DocPerm for a DocType.
    pub(crate) fn custom_rules(&self, doctype: &str) -> Done<Vec<Fields>> {
        Ok(self.db.bodies(
            "SELECT body FROM document WHERE doctype = 'Custom DocPerm'
             AND json_extract(body, '$.parent') = ?1",
            vec![doctype.to_owned().into()],
        )?)
    }

    /// A standard DocType as a document, with its rules; of its fields nothing is said.
    pub(crate) fn standard_doctype(&self, name: &str) -> Done<Fields> {
        let mut document = Fields::new();
        document.insert("name".to_owned(), Value::from(name));
        document.insert("doctype".to_owned(), Value::from("DocType"));
        let rows = self.standard_rows(name)?.into_iter().map(Value::Object).collect();
        document.insert("permissions".to_owned(), Value::Array(rows));
        Ok(document)
    }

    /// The standard rules of a DocType as rows of DocPerm; those of a custom DocType are its own.
    pub(crate) fn standard_rows(&self, doctype: &str) -> Done<Vec<Fields>> {
        let own = self.db.children("DocType", doctype, "permissions")?;
        if !own.is_empty() {
            return Ok(own);
        }
        let rows = self.standard.0.iter().filter(|(_, of, _)| of == doctype);
        Ok(rows
            .map(|(role, _, rights)| {
                let mut row = Fields::new();
                row.insert("role".to_owned(), Value::from(role.as_str()));
                row.insert("permlevel".to_owned(), Value::from(0));
                row.insert("if_owner".to_owned(), Value::from(0));
                for right in rights {
                    row.insert(right.clone(), Value::from(1));
                }
                row
            })
            .collect())
    }
}
