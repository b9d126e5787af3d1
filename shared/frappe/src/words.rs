//! What the site says to the user: `_server_messages` and its substitutes.

use std::fmt;

use serde_json::{Map, Value};

use crate::html::plain_text;

/// Sentences of the site as plain text, in its language, the most telling first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteWords {
    sentences: Vec<String>,
}

/// One entry of `_server_messages`.
struct Message {
    text: String,
    /// A remark (indicator yellow, blue or green) and not the reason of a refusal.
    remark: bool,
}

impl SiteWords {
    /// The reason of a refusal in a v1 or v2 error body.
    ///
    /// Taken from `_server_messages` (a JSON text holding a list of JSON texts, the `message` of each
    /// being HTML), else `_error_message`, else `message`, else the text behind the class name in
    /// `exception`; v2 from `errors[].message`. Remarks that came along with the reason are left out
    /// (Frappe `msgprint` with an indicator).
    pub fn of_refusal(body: &Map<String, Value>) -> Self {
        let messages = messages(body);
        let has_reason = messages.iter().any(|m| !m.remark);
        let said: Vec<String> =
            messages.into_iter().filter(|m| !(has_reason && m.remark)).map(|m| m.text).collect();
        if !said.is_empty() {
            return Self::from_sentences(said);
        }
        let other = ["_error_message", "message"]
            .iter()
            .filter_map(|key| body.get(*key).and_then(Value::as_str))
            .map(plain_text)
            .find(|text| !text.is_empty())
            .or_else(|| body.get("exception").and_then(Value::as_str).and_then(exception_text));
        Self::from_sentences(other.into_iter().collect())
    }

    /// What the site remarks about a request it carried out, as when it changed a customer's name.
    pub fn of_remarks(body: &Map<String, Value>) -> Self {
        Self::from_sentences(messages(body).into_iter().map(|m| m.text).collect())
    }

    /// The text of an HTML error page.
    pub fn of_page(html: &str) -> Self {
        Self::from_sentences(plain_text(html).lines().map(str::to_owned).collect())
    }

    /// Whether the site said nothing.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// The sentences.
    pub fn sentences(&self) -> &[String] {
        &self.sentences
    }

    fn from_sentences(sentences: Vec<String>) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for sentence in sentences {
            if !sentence.is_empty() && !kept.contains(&sentence) {
                kept.push(sentence);
            }
        }
        Self { sentences: kept }
    }
}

impl fmt::Display for SiteWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentences.join("\n"))
    }
}

fn messages(body: &Map<String, Value>) -> Vec<Message> {
    let listed = match body.get("_server_messages") {
        Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
        Some(other) => other.clone(),
        None => body.get("errors").cloned().unwrap_or(Value::Null),
    };
    let entries = match listed {
        Value::Array(entries) => entries,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    entries.iter().filter_map(message).filter(|m| !m.text.is_empty()).collect()
}

/// An entry is a JSON text of an object, an object, or plain HTML.
fn message(entry: &Value) -> Option<Message> {
    match entry {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            Ok(inner @ Value::Object(_)) => message(&inner),
            _ => Some(Message { text: plain_text(text), remark: false }),
        },
        Value::Object(fields) => {
            let raises = fields.get("raise_exception").is_some_and(is_set);
            let mild = matches!(
                fields.get("indicator").and_then(Value::as_str),
                Some("yellow" | "orange" | "blue" | "green")
            );
            Some(Message { text: text_of(fields.get("message")?), remark: mild && !raises })
        }
        _ => None,
    }
}

/// The text of a `message`: HTML, a list of HTML, or a table of cells.
fn text_of(message: &Value) -> String {
    match message {
        Value::String(html) => plain_text(html),
        Value::Array(parts) => parts.iter().map(text_of).collect::<Vec<_>>().join("\n"),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn is_set(value: &Value) -> bool {
    match value {
        Value::Bool(set) => *set,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::Null => false,
        _ => true,
    }
}

/// "frappe.exceptions.ValidationError: Cannot edit cancelled document" without the class.
/// Nothing if there is only a class, or a tuple of values meant for developers.
fn exception_text(exception: &str) -> Option<String> {
    let (_, text) = exception.split_once(": ")?;
    let text = plain_text(text);
    (!text.is_empty() && !text.starts_with('(')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refusal(body: Value) -> String {
        SiteWords::of_refusal(body.as_object().unwrap()).to_string()
    }

    #[test]
    fn json_in_json_with_html_becomes_a_sentence() {
        let inner =
            json!({"message": "Sales Order <strong>X-4</strong> already exists"}).to_string();
        let body = json!({"_server_messages": json!([inner]).to_string()});
        assert_eq!(refusal(body), "Sales Order X-4 already exists");
    }

    #[test]
    fn a_remark_beside_the_reason_is_left_out() {
        let remark = json!({"message": "Changed name", "indicator": "yellow"}).to_string();
        let reason = json!({"message": "Satchel UID must be unique"}).to_string();
        let body = json!({"_server_messages": json!([remark, reason]).to_string()});
        assert_eq!(refusal(body.clone()), "Satchel UID must be unique");
        let remarks = SiteWords::of_remarks(body.as_object().unwrap());
        assert_eq!(remarks.sentences().len(), 2);
    }

    #[test]
    fn without_messages_the_exception_is_read() {
        let body = json!({"exception": "frappe.exceptions.ValidationError: Cannot edit cancelled document"});
        assert_eq!(refusal(body), "Cannot edit cancelled document");
        let tuple = json!({"exception": "frappe.exceptions.UniqueValidationError: ('File', 'a')"});
        assert_eq!(refusal(tuple), "");
    }

    #[test]
    fn odd_forms_are_taken_as_they_come() {
        assert_eq!(refusal(json!({"_server_messages": "not json"})), "");
        assert_eq!(refusal(json!({"_server_messages": ["plain <b>text</b>"]})), "plain text");
        assert_eq!(refusal(json!({"_server_messages": [{"message": ["a", "b"]}]})), "a\nb");
        assert_eq!(refusal(json!({"errors": [{"message": "v2 says no"}]})), "v2 says no");
    }
}
