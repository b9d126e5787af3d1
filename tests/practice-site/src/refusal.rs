//! How the site says no, in the shape of the recordings.

use axum::{
    body::Body,
    http::{Response, StatusCode, header},
};
use serde_json::{Map, Value, json};

/// One entry of `_server_messages`.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    text: String,
    title: &'static str,
    indicator: Option<&'static str>,
    raised: bool,
}

/// A refusal by exception.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// Exception class.
    pub exc_type: &'static str,
    text: String,
    traceback: bool,
    built_in: bool,
    said: Vec<Said>,
    error_message: Option<String>,
    headers: Vec<(&'static str, String)>,
}

impl Refusal {
    /// An exception that was not put into words for the user.
    pub fn silent(status: u16, exc_type: &'static str, text: impl Into<String>) -> Self {
        Self {
            status,
            exc_type,
            text: text.into(),
            traceback: true,
            built_in: false,
            said: Vec::new(),
            error_message: None,
            headers: Vec::new(),
        }
    }

    /// `frappe.throw`: an exception with its words.
    pub fn thrown(status: u16, exc_type: &'static str, text: impl Into<String>) -> Self {
        Self::silent(status, exc_type, text).saying("Message", Some("red"), true)
    }

    /// 417 `ValidationError`.
    pub fn invalid(text: impl Into<String>) -> Self {
        Self::thrown(417, "ValidationError", text)
    }

    /// 404: there is no such document.
    pub fn not_found(doctype: &str, name: &str) -> Self {
        Self::thrown(404, "DoesNotExistError", format!("{doctype} {name} not found")).plain()
    }

    /// 403: none of the user's roles has the right on the DocType. Lists and reads show a traceback,
    /// inserts do not (recordings 049 and 051).
    pub fn forbidden(user: &str, doctype: &str, traceback: bool) -> Self {
        let words = format!(
            "User <strong>{user}</strong> does not have doctype access via role permission for document <strong>{doctype}</strong>"
        );
        let mut refusal = Self::silent(403, "PermissionError", "");
        refusal.traceback = traceback;
        refusal.error_message = Some(format!("No permission for {doctype}"));
        refusal.remarking(&words)
    }

    /// 403: the user may not do this with this document.
    pub fn forbidden_document(user: &str, doctype: &str, name: &str, act: &str) -> Self {
        let text = format!("User not allowed to {act} {doctype}: {name}");
        Self::silent(403, "PermissionError", text)
            .remarking(&format!(
                "User <strong>{user}</strong> does not have access to this document: {doctype} - {name}"
            ))
            .saying("Message", Some("red"), true)
    }

    /// 417: a value of a unique field is in use (MariaDB error 1062).
    pub fn not_unique(doctype: &str, name: &str, field: &str, label: &str, value: &str) -> Self {
        let text = format!(
            "('{doctype}', '{name}', IntegrityError(1062, \"Duplicate entry '{value}' for key '{field}'\"))"
        );
        Self::silent(417, "UniqueValidationError", text)
            .remarking(&format!("{label} must be unique"))
    }

    /// 409: the name is in use.
    pub fn duplicate_name(doctype: &str, name: &str) -> Self {
        let text = format!(
            "('{doctype}', '{name}', IntegrityError(1062, \"Duplicate entry '{name}' for key 'PRIMARY'\"))"
        );
        let words = format!("{doctype} <strong>{name}</strong> already exists");
        let mut refusal = Self::silent(409, "DuplicateEntryError", text);
        refusal.said.push(Said {
            text: words,
            title: "Duplicate Name",
            indicator: Some("red"),
            raised: false,
        });
        refusal
    }

    /// 401: the token does not count.
    pub fn unauthorised() -> Self {
        Self::silent(401, "AuthenticationError", "")
    }

    /// 429 with the headers of the site's rate limit (recording 114).
    pub fn throttled(seconds: u64) -> Self {
        let mut refusal = Self::silent(429, "TooManyRequestsError", "");
        refusal.headers = vec![
            ("x-ratelimit-reset", seconds.to_string()),
            ("x-ratelimit-limit", "50000".to_owned()),
            ("x-ratelimit-remaining", "0".to_owned()),
            ("retry-after", seconds.to_string()),
        ];
        refusal
    }

    /// 503: the site is being updated.
    pub fn maintenance() -> Self {
        Self::silent(503, "SessionStopped", "Session Stopped")
    }

    /// Without a traceback, as Frappe answers what it does not take for an error of its own.
    pub fn plain(mut self) -> Self {
        self.traceback = false;
        self
    }

    /// An exception of Python's own, not of Frappe's.
    pub fn bare(mut self) -> Self {
        self.built_in = true;
        self
    }

    /// With a message that was not raised itself.
    pub fn remarking(mut self, words: &str) -> Self {
        self.said.push(Said {
            text: words.to_owned(),
            title: "Message",
            indicator: None,
            raised: false,
        });
        self
    }

    /// With remarks made before the refusal, in front.
    pub fn after(mut self, remarks: &[String]) -> Self {
        let mut said: Vec<Said> = remarks.iter().map(|text| note(text)).collect();
        said.append(&mut self.said);
        self.said = said;
        self
    }

    fn saying(
        mut self,
        title: &'static str,
        indicator: Option<&'static str>,
        raised: bool,
    ) -> Self {
        self.said.push(Said { text: self.text.clone(), title, indicator, raised });
        self
    }

    /// The answer; `tracebacks` as in System Settings `allow_error_traceback`.
    pub fn answer(&self, tracebacks: bool) -> Response<Body> {
        let mut body = Map::new();
        if tracebacks && self.traceback {
            let class = match self.built_in {
                true => self.exc_type.to_owned(),
                false => format!("frappe.exceptions.{}", self.exc_type),
            };
            let exception = match self.text.as_str() {
                "" => class,
                text => format!("{class}: {text}"),
            };
            let trace =
                format!("Traceback (most recent call last):\n  [frames left out]\n{exception}\n");
            body.insert("exception".to_owned(), json!(exception));
            body.insert("exc_type".to_owned(), json!(self.exc_type));
            body.insert("exc".to_owned(), json!(json!([trace]).to_string()));
        } else {
            body.insert("exc_type".to_owned(), json!(self.exc_type));
        }
        if !self.said.is_empty() {
            body.insert("_server_messages".to_owned(), json!(server_messages(&self.said)));
        }
        if let Some(message) = &self.error_message {
            body.insert("_error_message".to_owned(), json!(message));
        }
        let mut response = json_answer(self.status, &Value::Object(body));
        for (name, value) in &self.headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(*name, value);
            }
        }
        response
    }
}

fn note(text: &str) -> Said {
    Said { text: text.to_owned(), title: "Note", indicator: Some("yellow"), raised: false }
}

fn server_messages(said: &[Said]) -> String {
    let entries: Vec<String> = said
        .iter()
        .map(|one| {
            let mut entry = Map::new();
            entry.insert("message".to_owned(), json!(one.text));
            entry.insert("title".to_owned(), json!(one.title));
            if let Some(indicator) = one.indicator {
                entry.insert("indicator".to_owned(), json!(indicator));
            }
            if one.raised {
                entry.insert("raise_exception".to_owned(), json!(1));
            }
            Value::Object(entry).to_string()
        })
        .collect();
    json!(entries).to_string()
}

/// `_server_messages` of remarks to a request that was carried out.
pub fn remarks_text(remarks: &[String]) -> String {
    let said: Vec<Said> = remarks.iter().map(|text| note(text)).collect();
    server_messages(&said)
}

/// A JSON answer.
pub fn json_answer(status: u16, body: &Value) -> Response<Body> {
    answer(status, "application/json", body.to_string().into_bytes())
}

/// An HTML page, as the servers around Frappe give.
pub fn page(status: u16, html: &str) -> Response<Body> {
    answer(status, "text/html; charset=utf-8", html.as_bytes().to_vec())
}

/// Any answer with a body.
pub fn answer(status: u16, content_type: &str, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if let Ok(value) = content_type.parse() {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response
}
