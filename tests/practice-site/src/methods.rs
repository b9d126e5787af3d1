//! Whitelisted methods under `/api/method`.

use serde_json::{Map, Value, json};

use crate::{
    database::Fields,
    lists::ListRequest,
    meta::is_set,
    refusal::Refusal,
    rights::{RIGHTS, Reach},
    site::{Act, Done, Site},
};

const RULES: &str = "frappe.core.page.permission_manager.permission_manager";

/// Arguments of a method, from query and body.
pub(crate) type Arguments = Map<String, Value>;

impl Site {
    /// Calls a method; `None` where it returns nothing.
    pub(crate) fn call(
        &mut self,
        act: &mut Act,
        method: &str,
        arguments: &Arguments,
    ) -> Done<Option<Value>> {
        if method == "ping" {
            return Ok(Some(json!("pong")));
        }
        if act.user == "Guest" {
            let text = "Login to access";
            return Err(Refusal::thrown(403, "PermissionError", text).into());
        }
        if let Some(act_on_rule) = method.strip_prefix(RULES).and_then(|m| m.strip_prefix('.')) {
            self.system_manager_only(act)?;
            return self.change_rules(act_on_rule, arguments).map(|()| None);
        }
        let answer = match method {
            "frappe.auth.get_logged_user" => json!(act.user),
            "frappe.utils.change_log.get_versions" => self.versions(),
            "frappe.client.get_single_value" => {
                self.single_value(act, text(arguments, "doctype"), text(arguments, "field"))?
            }
            "frappe.client.get_value" => self.get_value(act, arguments)?,
            "frappe.client.get_list" => {
                let request = ListRequest::read(text(arguments, "doctype"), arguments);
                self.list(act, &request)?
            }
            "frappe.client.get_count" => {
                let request = ListRequest::read(text(arguments, "doctype"), arguments);
                json!(self.count(act, &request)?)
            }
            "frappe.desk.reportview.get_count" => {
                let request = ListRequest::read(text(arguments, "doctype"), arguments);
                json!(self.count_visible(act, &request)?)
            }
            "frappe.client.insert_many" => self.insert_many(act, arguments)?,
            "frappe.core.doctype.user.user.generate_keys" => {
                self.system_manager_only(act)?;
                self.generate_keys(text(arguments, "user"))?
            }
            "upload_file" => self.upload_file(act, arguments)?,
            "frappe.desk.reportview.get" => self.report_view(act, arguments)?,
            "frappe.desk.form.utils.add_comment" => self.add_comment(act, arguments)?,
            "frappe.geo.utils.get_coords" => self.coordinates(act, arguments)?,
            _ => return Err(unknown_method(method).into()),
        };
        Ok(Some(answer))
    }

    fn versions(&self) -> Value {
        let (erpnext, frappe) = &self.options.versions;
        json!({
            "frappe": {"title": "Frappe Framework", "branch": "version-15", "version": frappe},
            "erpnext": {"title": "ERPNext", "branch": "version-15", "version": erpnext},
        })
    }

    fn single_value(&self, act: &Act, doctype: &str, field: &str) -> Done<Value> {
        if self.reach(act, doctype, "read")? == Reach::None {
            let text = format!("No permission for {doctype}");
            return Err(Refusal::thrown(403, "PermissionError", text).into());
        }
        let settings = self.db.header(doctype, doctype)?.unwrap_or_default();
        Ok(settings.get(field).cloned().unwrap_or_default())
    }

    fn get_value(&self, act: &Act, arguments: &Arguments) -> Done<Value> {
        let mut request = ListRequest::read(text(arguments, "doctype"), arguments);
        request.fields = match arguments.get("fieldname") {
            Some(Value::String(text)) => {
                serde_json::from_str(text).unwrap_or_else(|_| vec![text.clone()])
            }
            Some(Value::Array(names)) => {
                names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            _ => vec!["name".to_owned()],
        };
        request.limit = 1;
        let found = self.list(act, &request)?;
        Ok(found.as_array().and_then(|rows| rows.first()).cloned().unwrap_or_else(|| json!({})))
    }

    /// All or nothing; answers the names only (recordings 090, 091, 185).
    fn insert_many(&mut self, act: &mut Act, arguments: &Arguments) -> Done<Value> {
        let documents = match arguments.get("docs") {
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
            Some(Value::Array(documents)) => documents.clone(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        for document in documents {
            let Value::Object(fields) = document else { continue };
            let doctype = text(&fields, "doctype").to_owned();
            let made = self.insert(act, &doctype, fields)?;
            names.extend(made.get("name").cloned());
        }
        Ok(Value::Array(names))
    }

    /// A new secret; the key stays. The secret is shown this once.
    fn generate_keys(&mut self, user: &str) -> Done<Value> {
        let found = self.db.header("User", user)?;
        let mut header = found.ok_or_else(|| Refusal::not_found("User", user))?;
        let secret = self.new_secret();
        if !header.get("api_key").is_some_and(is_set) {
            let key = self.new_secret();
            header.insert("api_key".to_owned(), json!(key));
            self.store("User", header)?;
        }
        self.db.put_secret(user, &secret)?;
        Ok(json!({ "api_secret": secret }))
    }

    fn add_comment(&mut self, act: &Act, arguments: &Arguments) -> Done<Value> {
        let (doctype, name) =
            (text(arguments, "reference_doctype"), text(arguments, "reference_name"));
        self.read(act, doctype, name)?;
        let mut comment: Fields = ["reference_doctype", "reference_name", "content", "comment_by"]
            .iter()
            .map(|key| ((*key).to_owned(), json!(text(arguments, key))))
            .collect();
        comment.insert("comment_type".to_owned(), json!("Comment"));
        comment.insert("comment_email".to_owned(), json!(act.user));
        let mut author = Act { user: "Administrator".to_owned(), ..act.clone() };
        let mut made = self.insert(&mut author, "Comment", comment)?;
        made.insert("owner".to_owned(), json!(act.user));
        Ok(Value::Object(made))
    }

    /// Read on the DocType is asked for, the owner is not: every position is shown (recording 161).
    fn coordinates(&self, act: &Act, arguments: &Arguments) -> Done<Value> {
        let doctype = text(arguments, "doctype");
        if self.reach(act, doctype, "read")? == Reach::None {
            return Err(Refusal::forbidden(&act.user, doctype, true).into());
        }
        if text(arguments, "type") == "location_field" {
            return self.locations(arguments);
        }
        let mut request = ListRequest::read(doctype, arguments);
        request.fields = ["name", "latitude", "longitude"].map(str::to_owned).to_vec();
        request.limit = 0;
        request.as_dict = false;
        let found = self.list(&Act::administrator(), &request)?;
        let features = found.as_array().into_iter().flatten().filter_map(Value::as_array);
        let features = features.map(|row| {
            let cell = |at: usize| row.get(at).cloned().unwrap_or_default();
            let number = |at: usize| cell(at).as_f64().unwrap_or_default();
            json!({
                "type": "Feature",
                "properties": {"name": cell(0)},
                "geometry": {"type": "Point", "coordinates": [number(2), number(1)]},
            })
        });
        let features: Vec<Value> = features.collect();
        Ok(json!({"type": "FeatureCollection", "features": features}))
    }

    /// The first feature of each `location` (GeoJSON); documents without one are left out (159, 163).
    fn locations(&self, arguments: &Arguments) -> Done<Value> {
        let mut request = ListRequest::read(text(arguments, "doctype"), arguments);
        request.fields = ["name", "location"].map(str::to_owned).to_vec();
        request.limit = 0;
        request.as_dict = false;
        let found = self.list(&Act::administrator(), &request)?;
        let rows = found.as_array().into_iter().flatten().filter_map(Value::as_array);
        let features = rows.filter_map(|row| {
            let location: Value = serde_json::from_str(row.get(1)?.as_str()?).ok()?;
            let geometry = location.pointer("/features/0/geometry")?;
            Some(json!({
                "type": "Feature", "properties": {"name": row.first()?}, "geometry": geometry,
            }))
        });
        let features: Vec<Value> = features.collect();
        Ok(json!({"type": "FeatureCollection", "features": features}))
    }

    /// The permission manager: `add` copies the standard rules first, `update` sets one right,
    /// `remove` takes a rule, `reset` all rules of the DocType.
    fn change_rules(&mut self, what: &str, arguments: &Arguments) -> Done<()> {
        let doctype = match text(arguments, "parent") {
            "" => text(arguments, "doctype").to_owned(),
            parent => parent.to_owned(),
        };
        let role = text(arguments, "role").to_owned();
        let level = whole(arguments, "permlevel");
        if what != "reset" && self.custom_rules(&doctype)?.is_empty() {
            for row in self.standard_rows(&doctype)? {
                self.add_rule(&doctype, row)?;
            }
        }
        let owner = whole(arguments, "if_owner");
        let same = |row: &Fields| {
            text(row, "role") == role
                && whole(row, "permlevel") == level
                && whole(row, "if_owner") == owner
        };
        match what {
            "add" => {
                let known = self.custom_rules(&doctype)?;
                if !known.iter().any(same) {
                    let mut row = Fields::new();
                    row.insert("role".to_owned(), json!(role));
                    row.insert("permlevel".to_owned(), json!(level));
                    row.insert("read".to_owned(), json!(1));
                    self.add_rule(&doctype, row)?;
                }
            }
            "update" => {
                let right = text(arguments, "ptype").to_owned();
                let value = i64::from(arguments.get("value").is_some_and(is_set));
                let known = right == "if_owner" || RIGHTS.contains(&right.as_str());
                let rules = self.custom_rules(&doctype)?;
                if let Some(mut row) = rules.into_iter().find(|row| known && same(row)) {
                    row.insert(right, json!(value));
                    self.store("Custom DocPerm", row)?;
                }
            }
            "remove" => {
                for row in self.custom_rules(&doctype)?.iter().filter(|row| same(row)) {
                    self.db.remove("Custom DocPerm", text(row, "name"))?;
                }
            }
            "reset" => {
                for row in self.custom_rules(&doctype)? {
                    self.db.remove("Custom DocPerm", text(&row, "name"))?;
                }
            }
            _ => return Err(unknown_method(&format!("{RULES}.{what}")).into()),
        }
        Ok(())
    }

    fn add_rule(&mut self, doctype: &str, mut row: Fields) -> Done<()> {
        for key in ["name", "parenttype", "parentfield", "idx"] {
            row.remove(key);
        }
        row.insert("parent".to_owned(), json!(doctype));
        for key in ["permlevel", "if_owner"] {
            row.entry(key).or_insert(json!(0));
        }
        self.insert(&mut Act::administrator(), "Custom DocPerm", row).map(drop)
    }

    fn system_manager_only(&self, act: &Act) -> Done<()> {
        if act.is_administrator() || act.roles.iter().any(|role| role == "System Manager") {
            return Ok(());
        }
        Err(Refusal::thrown(403, "PermissionError", "Not permitted").into())
    }
}

/// 417 for a path that leads to no method (recording 054).
fn unknown_method(method: &str) -> Refusal {
    let app = method.split('.').next().unwrap_or_default();
    let reason = format!("App {app} is not installed");
    let text = format!("Failed to get method for command {method} with {reason}");
    Refusal::invalid(text)
}

fn text<'a>(fields: &'a Map<String, Value>, key: &str) -> &'a str {
    fields.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A whole number, also where it comes as text.
fn whole(fields: &Map<String, Value>, key: &str) -> i64 {
    match fields.get(key) {
        Some(Value::String(text)) => text.parse().unwrap_or_default(),
        Some(value) => value.as_i64().unwrap_or_default(),
        None => 0,
    }
}
