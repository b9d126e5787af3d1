//! The operations Satchel uses, each one request unless it says otherwise.

mod files;
mod lists;
mod site;
mod writes;

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tokio::sync::Semaphore;

pub use files::{Download, DownloadRequest, FileSink, Upload};
pub use lists::MAX_PARENTS;
pub use writes::{Saved, UID_FIELD};

use crate::{
    Outcome,
    address::Token,
    document::Document,
    judge::{judge, unexpected_shape},
    query::encode,
    transport::{Effect, Method, Transport, TransportError, WireRequest},
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
}

impl Client {
    /// A client that speaks through `transport`; without a token only [`Client::ping`] is of use.
    pub fn new(transport: Arc<dyn Transport>, token: Option<Token>) -> Self {
        Self { transport, token, in_flight: Arc::new(Semaphore::new(MAX_IN_FLIGHT)) }
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
        let outcome = judge(request, result);
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
