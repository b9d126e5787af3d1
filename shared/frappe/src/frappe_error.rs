//! Frappe's error body, v1 (`exc_type`) and v2 (`errors`).

use serde_json::{Map, Value};

use crate::words::SiteWords;

/// What an error body tells.
pub(crate) struct FrappeError {
    /// Exception class without its module.
    pub exc_type: String,
    /// Reason in words.
    pub words: SiteWords,
    /// Field whose value is taken, where tracebacks are shown.
    pub unique_field: Option<String>,
    /// Whether the site took the request for one without a user.
    pub as_guest: bool,
}

impl FrappeError {
    /// `None` if the object is no error of Frappe.
    pub fn read(body: &Map<String, Value>) -> Option<Self> {
        let exc_type = exc_type(body)?;
        Some(Self {
            words: SiteWords::of_refusal(body),
            unique_field: unique_field(body),
            as_guest: is_guest(body),
            exc_type,
        })
    }
}

/// `exc_type` is always there in v1, but older sites of version 15 leave it out where they show the
/// whole `exception`.
fn exc_type(body: &Map<String, Value>) -> Option<String> {
    let first_v2 = || body.get("errors")?.as_array()?.first()?.get("type")?.as_str();
    let from_exception = || {
        let class = body.get("exception")?.as_str()?.split(':').next()?;
        class.rsplit('.').next()
    };
    body.get("exc_type")
        .and_then(Value::as_str)
        .or_else(first_v2)
        .or_else(from_exception)
        .map(str::trim)
        .filter(|name| !name.is_empty() && name.len() <= 80 && is_class_name(name))
        .map(str::to_owned)
}

fn is_class_name(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// MariaDB names the key in its message: "Duplicate entry 'x' for key 'satchel_uid'", in newer
/// versions with the table in front.
fn unique_field(body: &Map<String, Value>) -> Option<String> {
    let exception = body
        .get("exception")
        .and_then(Value::as_str)
        .or_else(|| body.get("errors")?.as_array()?.first()?.get("exception")?.as_str())?;
    let (_, rest) = exception.rsplit_once("for key '")?;
    let (key, _) = rest.split_once('\'')?;
    key.rsplit('.').next().filter(|key| *key != "PRIMARY").map(str::to_owned)
}

/// The user's id is not translated, whatever the language of the sentence around it.
fn is_guest(body: &Map<String, Value>) -> bool {
    let text = body.get("_server_messages").and_then(Value::as_str).unwrap_or_default();
    text.contains("<strong>Guest</strong>") || text.contains("<b>Guest</b>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(body: Value) -> Option<FrappeError> {
        FrappeError::read(body.as_object().unwrap())
    }

    #[test]
    fn the_class_is_found_in_either_version() {
        assert_eq!(read(json!({"exc_type": "DataError"})).unwrap().exc_type, "DataError");
        let v2 = json!({"errors": [{"type": "DoesNotExistError", "message": "x"}]});
        assert_eq!(read(v2).unwrap().exc_type, "DoesNotExistError");
        let old = json!({"exception": "frappe.exceptions.DataError: no column"});
        assert_eq!(read(old).unwrap().exc_type, "DataError");
        assert!(read(json!({"message": "x"})).is_none());
        assert!(read(json!({"exc_type": "<html>"})).is_none());
    }

    #[test]
    fn the_taken_field_is_named_where_tracebacks_are_shown() {
        let old = json!({"exc_type": "UniqueValidationError",
            "exception": "x: ('File', 'a', IntegrityError(1062, \"Duplicate entry 'u' for key 'satchel_uid'\"))"});
        assert_eq!(read(old).unwrap().unique_field.as_deref(), Some("satchel_uid"));
        let new = json!({"exc_type": "UniqueValidationError",
            "exception": "x: Duplicate entry 'u' for key 'tabFile.satchel_uid'"});
        assert_eq!(read(new).unwrap().unique_field.as_deref(), Some("satchel_uid"));
        assert_eq!(read(json!({"exc_type": "A"})).unwrap().unique_field, None);
    }
}
