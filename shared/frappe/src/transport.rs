//! The line to the site, as a trait: the real one speaks HTTP, those of tests replay or break it.

use std::{fmt, future::Future, pin::Pin};

use thiserror::Error;

use crate::{
    address::Token,
    failure::{LostAnswer, OfflineCause},
};

/// HTTP method; Frappe's interface uses these four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Insert a document or call a method.
    Post,
    /// Change a document.
    Put,
    /// Delete a document.
    Delete,
}

impl Method {
    /// The word on the request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Whether a lost answer leaves a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing on the site; may be asked again at any time.
    Read,
    /// May change something.
    Write,
}

/// One request.
#[derive(Clone, PartialEq)]
pub struct WireRequest {
    /// Method.
    pub method: Method,
    /// Path below the site's address with its query, percent-encoded, beginning with `/`.
    pub path: String,
    /// JSON body.
    pub body: Option<Vec<u8>>,
    /// The user's token; `None` for requests that need no user.
    pub token: Option<Token>,
    /// Further headers, names in small letters.
    pub headers: Vec<(&'static str, String)>,
    /// Whether it may change something.
    pub effect: Effect,
    /// Largest body of an answer that is of use, in bytes after decompression.
    pub max_answer: u64,
}

impl WireRequest {
    /// The path for logs: without query and without the name of a document, which may be a person's.
    pub fn path_for_logs(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        let end = path.match_indices('/').nth(3).map_or(path.len(), |(at, _)| at);
        path.get(..end).unwrap_or_default()
    }
}

impl fmt::Debug for WireRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method.as_str(), self.path_for_logs())
    }
}

/// One complete answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WireResponse {
    /// HTTP status.
    pub status: u16,
    /// Headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// Body, decompressed. Empty where it went to a [`BodySink`].
    pub body: Vec<u8>,
}

impl WireResponse {
    /// The first header of this name (small letters).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Why no complete answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TransportError {
    /// Nothing of the request was sent.
    #[error("not sent: {0}")]
    NotSent(OfflineCause),
    /// The certificate is not valid for the site; nothing of the request was sent.
    #[error("the certificate is not valid")]
    Certificate,
    /// The request went out, at least in part, and no complete answer came back.
    #[error("no complete answer: {0}")]
    Lost(LostAnswer),
    /// What came back is not HTTP.
    #[error("not HTTP")]
    NotHttp,
    /// The answer is larger than asked for.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The receiver of a download took no more, as when the disk is full.
    #[error("the receiver stopped")]
    SinkStopped,
}

/// Receives the body of a download piece by piece.
pub trait BodySink: Send {
    /// Called once, before the first piece. Returns whether the body is wanted.
    fn begin(&mut self, status: u16, headers: &[(String, String)]) -> bool;
    /// One piece. Returns whether more is wanted.
    fn piece(&mut self, bytes: &[u8]) -> bool;
}

/// A request on its way.
pub type Sending<'a> =
    Pin<Box<dyn Future<Output = Result<WireResponse, TransportError>> + Send + 'a>>;

/// The line to one site.
pub trait Transport: Send + Sync {
    /// Sends a request once and reads the whole answer; never repeats it and follows no redirect.
    ///
    /// # Errors
    /// [`TransportError`]; `NotSent` and `Certificate` only where the site has certainly not seen it.
    fn send<'a>(&'a self, request: &'a WireRequest) -> Sending<'a>;

    /// As `send`, with the body of a 2xx answer given to `sink`.
    ///
    /// # Errors
    /// As `send`, and `SinkStopped` where the sink wanted no more.
    fn download<'a>(&'a self, request: &'a WireRequest, sink: &'a mut dyn BodySink) -> Sending<'a>;
}
