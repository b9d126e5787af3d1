//! Forms with a file, as `upload_file` takes them, turned into the arguments of the method.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request},
    http::{Response, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use crate::refusal::page;

/// What the application server says to a body over its limit.
pub(crate) const TOO_LARGE: &str = "<!doctype html>\n<html lang=en>\n<title>413 Request Entity Too Large</title>\n<h1>Request Entity Too Large</h1>\n<p>The data value transmitted exceeds the capacity limit.</p>\n";

/// Largest form taken, in bytes: 25 MiB, as a site has it by default (recording 150).
const MAX_FORM: usize = 25 << 20;

/// A form becomes a JSON body, its file `content` in base64 with `decode`; anything else stays.
pub(crate) async fn as_json(request: Request) -> Result<Request, Response<Body>> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        return Ok(request);
    }
    let mut head = Request::new(());
    *head.method_mut() = request.method().clone();
    *head.uri_mut() = request.uri().clone();
    *head.headers_mut() = request.headers().clone();
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let mut arguments = Map::new();
    while let Some(field) = form.next_field().await.map_err(|_| unreadable())? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| page(413, TOO_LARGE))?;
        if bytes.len() > MAX_FORM {
            return Err(page(413, TOO_LARGE));
        }
        if let Some(file_name) = file_name {
            arguments.insert("file_name".to_owned(), json!(file_name));
            arguments.insert("content".to_owned(), json!(STANDARD.encode(&bytes)));
            arguments.insert("decode".to_owned(), json!(1));
        } else {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            arguments.insert(name, Value::from(text));
        }
    }
    Ok(head.map(|()| Body::from(Value::Object(arguments).to_string())))
}

fn unreadable() -> Response<Body> {
    page(
        400,
        "<!doctype html>\n<html lang=en>\n<title>400 Bad Request</title>\n<h1>Bad Request</h1>\n",
    )
}
