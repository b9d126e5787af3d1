//! From an HTTP request to the site's answer.

use axum::{body::Body, http::Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use crate::{
    database::Fields,
    lists::ListRequest,
    meta::is_set,
    refusal::{Refusal, answer, json_answer, page, remarks_text},
    site::{Act, Done, Site, Trouble},
};

/// Longest request line gunicorn takes, in bytes.
const MAX_REQUEST_LINE: usize = 4_094;

/// A request as the site sees it.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    pub method: String,
    /// Path and query, percent-encoded.
    pub target: String,
    pub authorization: Option<String>,
    pub range: Option<String>,
    pub if_none_match: Option<String>,
    /// The `ETag` a part is wanted of.
    pub if_range: Option<String>,
    pub body: Vec<u8>,
}

impl Site {
    /// Answers a request in one transaction; a refused request leaves nothing behind.
    pub(crate) fn answer(&mut self, incoming: &Incoming) -> Response<Body> {
        let line = format!("{} {} HTTP/1.1\r\n", incoming.method, incoming.target).len();
        if line > MAX_REQUEST_LINE {
            return page(400, &too_long(line));
        }
        match self.in_transaction(incoming) {
            Ok(response) => response,
            Err(Trouble::Refused(refusal)) => refusal.answer(self.shows_tracebacks()),
            Err(Trouble::Database(error)) => {
                tracing::error!(%error, "the practice site's database");
                Refusal::silent(500, "OperationalError", "database").answer(true)
            }
        }
    }

    fn in_transaction(&mut self, incoming: &Incoming) -> Done<Response<Body>> {
        let act = self.sign_in(incoming.authorization.as_deref())?;
        self.db.begin()?;
        let outcome = self.dispatch(act, incoming);
        self.finish(outcome.is_ok())?;
        outcome
    }

    fn dispatch(&mut self, mut act: Act, incoming: &Incoming) -> Done<Response<Body>> {
        let (path, query) = incoming.target.split_once('?').unwrap_or((&incoming.target, ""));
        let parts: Vec<String> =
            path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let mut arguments = arguments(query);
        if let Ok(Value::Object(body)) = serde_json::from_slice(&incoming.body) {
            arguments.extend(body);
        }
        match parts.as_slice() {
            ["api", "method", method] => {
                let message = self.call(&mut act, method, &arguments)?;
                let body = message.map_or_else(|| json!({}), |message| json!({"message": message}));
                Ok(json_answer(200, &body))
            }
            ["api", "resource", doctype] => match incoming.method.as_str() {
                "GET" => {
                    let rows = self.list(&act, &ListRequest::read(doctype, &arguments))?;
                    Ok(json_answer(200, &json!({"data": rows})))
                }
                "POST" => {
                    let made = self.insert(&mut act, doctype, arguments)?;
                    Ok(document_answer(made, &act))
                }
                _ => Ok(page(405, "<!doctype html>\n<title>405 Method Not Allowed</title>\n")),
            },
            ["api", "resource", doctype, name] => {
                self.one(&mut act, incoming, doctype, name, arguments)
            }
            ["private", "files", ..] | ["files", ..] => self.file(&act, incoming, path),
            _ => Ok(page(
                404,
                "<!doctype html>\n<title>Not Found</title>\n<h1>Page not found</h1>\n",
            )),
        }
    }

    fn one(
        &mut self,
        act: &mut Act,
        incoming: &Incoming,
        doctype: &str,
        name: &str,
        mut arguments: Map<String, Value>,
    ) -> Done<Response<Body>> {
        match incoming.method.as_str() {
            "GET" => {
                let document = self.read(act, doctype, name)?;
                Ok(document_answer(document, act))
            }
            "PUT" => {
                let saved = self.update(act, doctype, name, arguments)?;
                Ok(document_answer(saved, act))
            }
            "POST" if arguments.get("run_method").and_then(Value::as_str) == Some("submit") => {
                arguments.clear();
                arguments.insert("docstatus".to_owned(), json!(1));
                let saved = self.update(act, doctype, name, arguments)?;
                Ok(document_answer(saved, act))
            }
            "DELETE" => {
                self.delete(act, doctype, name)?;
                Ok(json_answer(202, &json!({"data": "ok"})))
            }
            _ => Ok(page(405, "<!doctype html>\n<title>405 Method Not Allowed</title>\n")),
        }
    }

    /// A stored file. A private one is for its owner and for those who may read its document.
    fn file(&self, act: &Act, incoming: &Incoming, path: &str) -> Done<Response<Body>> {
        let url = decode(path);
        let Some(bytes) = self.db.content(&url)? else {
            return Ok(page(
                404,
                "<!doctype html>\n<title>Not Found</title>\n<h1>Page not found</h1>\n",
            ));
        };
        if url.starts_with("/private/") && !self.may_read_file(act, &url)? {
            return Ok(page(403, FORBIDDEN));
        }
        if !self.options.behind_nginx {
            return Ok(answer(200, "application/octet-stream", bytes));
        }
        Ok(as_nginx(incoming, bytes))
    }

    fn may_read_file(&self, act: &Act, url: &str) -> Done<bool> {
        if act.is_administrator() {
            return Ok(true);
        }
        let files = self.db.bodies(
            "SELECT body FROM document WHERE doctype = 'File'
             AND json_extract(body, '$.file_url') = ?1",
            vec![url.to_owned().into()],
        )?;
        let text = |file: &Fields, key: &str| {
            file.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        for file in &files {
            let of = (text(file, "attached_to_doctype"), text(file, "attached_to_name"));
            if text(file, "owner") == act.user || self.may_see(act, &of.0, &of.1)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

const FORBIDDEN: &str = "<!doctype html>\n<html lang=en>\n<title>403 Forbidden</title>\n<h1>Forbidden</h1>\n<p>You don&#39;t have permission to access this file</p>\n";

fn too_long(length: usize) -> String {
    format!(
        "<html>\n  <head>\n    <title>Bad Request</title>\n  </head>\n  <body>\n    <h1><p>Bad Request</p></h1>\n    Request Line is too large ({length} &gt; {MAX_REQUEST_LINE})\n  </body>\n</html>\n"
    )
}

/// `{"data": …}` and what was remarked.
fn document_answer(document: Fields, act: &Act) -> Response<Body> {
    let mut body = Map::new();
    body.insert("data".to_owned(), Value::Object(document));
    if !act.remarks.is_empty() {
        body.insert("_server_messages".to_owned(), json!(remarks_text(&act.remarks)));
    }
    json_answer(200, &Value::Object(body))
}

/// `Range`, `If-None-Match` and `ETag` as nginx has them (recordings 151, 152). A part of another file than
/// the one in `If-Range` is no use: the whole file comes (RFC 9110, 13.1.5).
fn as_nginx(incoming: &Incoming, bytes: Vec<u8>) -> Response<Body> {
    let total = bytes.len();
    let sum = bytes.iter().fold(0_u64, |sum, byte| crate::site::mix(sum ^ u64::from(*byte)));
    let etag = format!("\"{:x}-{total:x}\"", sum >> 32);
    let start = incoming
        .range
        .as_deref()
        .and_then(|range| range.strip_prefix("bytes=")?.split('-').next()?.parse::<usize>().ok())
        .filter(|start| *start < total)
        .filter(|_| incoming.if_range.as_ref().is_none_or(|wanted| *wanted == etag));
    let mut response = if incoming.if_none_match.as_deref() == Some(etag.as_str()) {
        answer(304, "application/octet-stream", Vec::new())
    } else if let Some(start) = start {
        let part = bytes.get(start..).unwrap_or_default().to_vec();
        let mut response = answer(206, "application/octet-stream", part);
        let range = format!("bytes {start}-{}/{total}", total - 1);
        if let Ok(value) = range.parse() {
            response.headers_mut().insert("content-range", value);
        }
        response
    } else {
        answer(200, "application/octet-stream", bytes)
    };
    if let Ok(value) = etag.parse() {
        response.headers_mut().insert("etag", value);
    }
    response
}

/// The arguments of a query.
fn arguments(query: &str) -> Map<String, Value> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, value)| (decode(key), Value::from(decode(&value.replace('+', " ")))))
        .filter(|(_, value)| is_set(value) || value.as_str() == Some("0"))
        .collect()
}

fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}
