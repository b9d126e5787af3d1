//! What an administrator does to a site before the first phone: users, and the set-up of
//! `satchel-office site setup`.

use serde_json::{Value, json};
use thiserror::Error;

use crate::{
    database::Fields,
    site::{Act, Site, Trouble},
};

/// Why the set-up did not go through.
#[derive(Debug, Error)]
pub enum SetUpError {
    /// A document was refused.
    #[error("{doctype}: refused with {exc_type}")]
    Refused {
        /// DocType of the document.
        doctype: String,
        /// Exception class.
        exc_type: &'static str,
    },
    /// The database failed.
    #[error("the practice site's database")]
    Database(#[from] rusqlite::Error),
}

/// The key pair of a user.
#[derive(Clone, PartialEq, Eq)]
pub struct UserKeys {
    /// `api_key`.
    pub key: String,
    /// `api_secret`.
    pub secret: String,
}

impl Site {
    /// Makes an enabled user with these roles and a key pair.
    ///
    /// # Errors
    /// [`SetUpError`], as when the user is there already.
    pub fn add_user(&mut self, email: &str, roles: &[&str]) -> Result<UserKeys, SetUpError> {
        let (key, secret) = (self.new_secret(), self.new_secret());
        let roles: Vec<Value> = roles.iter().map(|role| json!({"role": role})).collect();
        let first_name = email.split('@').next().unwrap_or(email);
        self.administer(
            "User",
            json!({"email": email, "first_name": first_name, "roles": roles, "api_key": key}),
        )?;
        self.db.put_secret(email, &secret)?;
        Ok(UserKeys { key, secret })
    }

    /// The key pair of a user who is there already.
    ///
    /// # Errors
    /// The database's.
    pub fn user_keys(&self, email: &str) -> Result<Option<UserKeys>, SetUpError> {
        let user = self.db.header("User", email)?.unwrap_or_default();
        let key = user.get("api_key").and_then(Value::as_str).map(str::to_owned);
        let secret = self.db.secret(email)?;
        Ok(key.zip(secret).map(|(key, secret)| UserKeys { key, secret }))
    }

    /// Applies a set-up as recorded from a real site (`set-up.json`: roles, custom fields, DocTypes,
    /// permission rules) the way the REST calls do.
    ///
    /// # Errors
    /// [`SetUpError`] for the first part refused.
    pub fn apply_set_up(&mut self, set_up: &Value) -> Result<(), SetUpError> {
        for (part, doctype) in
            [("roles", "Role"), ("custom_fields", "Custom Field"), ("doctypes", "DocType")]
        {
            for document in set_up.get(part).and_then(Value::as_array).into_iter().flatten() {
                self.administer(doctype, document.clone())?;
            }
        }
        for rule in set_up.get("permissions").and_then(Value::as_array).into_iter().flatten() {
            self.add_set_up_rule(rule)?;
        }
        Ok(())
    }

    fn add_set_up_rule(&mut self, rule: &Value) -> Result<(), SetUpError> {
        let text = |key: &str| rule.get(key).and_then(Value::as_str).unwrap_or_default();
        let doctype = text("doctype").to_owned();
        let untouched = |trouble| refused("Custom DocPerm", trouble);
        if self.custom_rules(&doctype).map_err(untouched)?.is_empty() {
            for mut row in self.standard_rows(&doctype).map_err(untouched)? {
                row.insert("parent".to_owned(), json!(doctype));
                row.remove("name");
                self.administer("Custom DocPerm", Value::Object(row))?;
            }
        }
        let mut row = json!({
            "parent": doctype,
            "role": text("role"),
            "permlevel": rule.get("permlevel"),
            "if_owner": rule.get("if_owner"),
        });
        for right in rule.get("rights").and_then(Value::as_array).into_iter().flatten() {
            if let (Some(row), Some(right)) = (row.as_object_mut(), right.as_str()) {
                row.insert(right.to_owned(), json!(1));
            }
        }
        self.administer("Custom DocPerm", row)
    }

    /// Inserts as the Administrator, in a transaction of its own.
    fn administer(&mut self, doctype: &str, document: Value) -> Result<(), SetUpError> {
        let fields = match document {
            Value::Object(fields) => fields,
            _ => Fields::new(),
        };
        self.db.begin()?;
        let outcome = self.insert(&mut Act::administrator(), doctype, fields);
        self.finish(outcome.is_ok())?;
        outcome.map(drop).map_err(|trouble| refused(doctype, trouble))
    }
}

fn refused(doctype: &str, trouble: Trouble) -> SetUpError {
    match trouble {
        Trouble::Refused(refusal) => {
            SetUpError::Refused { doctype: doctype.to_owned(), exc_type: refusal.exc_type }
        }
        Trouble::Database(error) => SetUpError::Database(error),
    }
}
