//! The operations Satchel uses, each one request unless it says otherwise.

mod files;
mod lists;
mod site;
mod writes;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tokio::sync::Semaphore;

pub use files::{Download, DownloadRequest, FileSink, Upload, is_of_site};
pub use lists::MAX_PARENTS;
pub use writes::{Saved, UID_FIELD};

use crate::{
    Outcome,
    address::Token,
    document::Document,
    judge::{judge, unexpected_shape},
    query::encode,
    transport::{Effect, Method, Transport, TransportError, WireRequest, WireResponse},
};

/// Requests a phone has in flight at once.
pub const MAX_IN_FLIGHT: usize = 2;

/// Largest answer taken, in bytes after decompression.
pub const MAX_ANSWER: u64 = 64 << 20;

/// Largest body taken with an error status.
pub(crate) const MAX_ERROR_BODY: u64 = 1 << 20;

/// A user at a site. Clones share the line and the limit of requests in flight.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    token: Option<Token>,
    in_flight: Arc<Semaphore>,
    listener: Option<Arc<ClockListener>>,
}

/// Told what the site's clock says, as an answer comes in.
pub type ClockListener = dyn Fn(DateTime<Utc>) + Send + Sync;

impl Client {
    /// A client that speaks through `transport`; without a token only [`Client::ping`] is of use.
    pub fn new(transport: Arc<dyn Transport>, token: Option<Token>) -> Self {
        let in_flight = Arc::new(Semaphore::new(MAX_IN_FLIGHT));
        Self { transport, token, in_flight, listener: None }
    }

    /// The same line, with somebody told the `Date` of each of the site's own answers (RFC 9110, 6.6.1;
    /// whole seconds, UTC) the moment it comes in. A page that only stands before the site tells nothing.
    #[must_use]
    pub fn with_clock_listener(self, listener: Arc<ClockListener>) -> Self {
        Self { listener: Some(listener), ..self }
    }

    /// The same line with another user's token.
    pub fn with_token(&self, token: Option<Token>) -> Self {
        Self { token, ..self.clone() }
    }

    /// Sends any request and judges the answer; the operations below are made of this.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn exchange(&self, request: &WireRequest) -> Outcome<Map<String, Value>> {
        let result = match self.in_flight.acquire().await {
            Ok(_permit) => self.transport.send(request).await,
            // The semaphore is never closed; were it, nothing would have been sent.
            Err(_) => Err(TransportError::NotSent(crate::failure::OfflineCause::NoConnection)),
        };
        let date = match (&self.listener, &result) {
            (Some(_), Ok(response)) => date_of(response),
            _ => None,
        };
        let outcome = judge(request, result);
        if let (Some(listener), Some(date), Ok(_)) = (&self.listener, date, &outcome) {
            listener(date);
        }
        match &outcome {
            Ok(_) => tracing::debug!(?request, "done"),
            Err(failure) => tracing::info!(?request, %failure, "failed"),
        }
        outcome
    }

    /// Calls a whitelisted method with arguments as a JSON object and gives its `message`; `null` if
    /// it returns nothing. A `Read` may be asked again without harm.
    ///
    /// # Errors
    /// The [`Failure`](crate::Failure) the answer means.
    pub async fn call(&self, method: &str, args: &Value, effect: Effect) -> Outcome<Value> {
        let path = format!("/api/method/{}", encode(method));
        let mut answer =
            self.exchange(&self.request(Method::Post, path, Some(args), effect)).await?;
        Ok(answer.remove("message").unwrap_or(Value::Null))
    }

    fn request(
        &self,
        method: Method,
        path: String,
        body: Option<&Value>,
        effect: Effect,
    ) -> WireRequest {
        WireRequest {
            method,
            path,
            body: body.map(|body| body.to_string().into_bytes()),
            token: self.token.clone(),
            headers: Vec::new(),
            effect,
            max_answer: MAX_ANSWER,
        }
    }

    fn get(&self, path: String) -> WireRequest {
        self.request(Method::Get, path, None, Effect::Read)
    }
}

/// The `Date` of an answer.
fn date_of(response: &WireResponse) -> Option<DateTime<Utc>> {
    let date = DateTime::parse_from_rfc2822(response.header("date")?.trim()).ok()?;
    Some(date.to_utc())
}

fn document_path(doctype: &str, name: &str) -> String {
    format!("/api/resource/{}/{}", encode(doctype), encode(name))
}

/// The document under `data`.
fn document_of(answer: &mut Map<String, Value>, effect: Effect) -> Outcome<Document> {
    match answer.remove("data") {
        Some(Value::Object(fields)) if fields.contains_key("name") => Ok(Document::from(fields)),
        _ => Err(unexpected_shape(effect)),
    }
}

/// What is under `message`, read as `T`.
fn message_of<T: DeserializeOwned>(mut answer: Map<String, Value>) -> Outcome<T> {
    let message = answer.remove("message").unwrap_or(Value::Null);
    serde_json::from_value(message).map_err(|_| unexpected_shape(Effect::Read))
}
