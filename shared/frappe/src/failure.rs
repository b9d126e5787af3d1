//! The ways in which a request may end other than well, and what each allows the caller to do.

use std::time::Duration;

use thiserror::Error;

use crate::words::SiteWords;

/// Why a request brought no result.
///
/// `Display` is for logs: it holds neither secrets nor anything a document says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// The site could not be reached; nothing of the request left the phone.
    #[error("the site cannot be reached: {cause}")]
    Offline {
        /// What stood in the way.
        cause: OfflineCause,
    },
    /// The site answered that it cannot serve this now, or a read was cut; the request had no effect.
    #[error("the site cannot serve this now: {fault}")]
    Transient {
        /// How long the site asks to wait, if it says.
        delay: Option<Duration>,
        /// What it said.
        fault: Fault,
    },
    /// A write was sent and no complete answer came: it may or may not have been carried out. Look
    /// the document up by its uid before anything else.
    #[error("sent, but no complete answer: {cause}")]
    Unknown {
        /// How the answer was lost.
        cause: LostAnswer,
    },
    /// The site understood and said no. The same request will be refused again.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The token does not count: unknown, replaced, or its user is disabled.
    #[error("not signed in: {cause}")]
    Unauthorised {
        /// How the site showed it.
        cause: AuthCause,
    },
    /// Too many requests.
    #[error("throttled; wait {}", seconds(.retry_after))]
    Throttled {
        /// How long the site asks to wait (`Retry-After`), if it says.
        retry_after: Option<Duration>,
    },
    /// The site is being updated (Frappe `SessionStopped`) or is read-only.
    #[error("maintenance; wait {}", seconds(.retry_after))]
    Maintenance {
        /// How long the site asks to wait, if it says.
        retry_after: Option<Duration>,
    },
    /// What answered is not Frappe: a sign-in page of a network, another server, a broken answer.
    #[error("not an answer of Frappe: {why}")]
    NotFrappe {
        /// What came instead.
        why: NotFrappe,
    },
}

/// Why nothing could be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OfflineCause {
    /// The host name has no address, or there is no resolver.
    #[error("name not resolved")]
    Name,
    /// No connection within the time allowed.
    #[error("connection timed out")]
    TimedOut,
    /// Refused, no route, reset while connecting.
    #[error("no connection")]
    NoConnection,
}

/// How the answer to a request that was sent got lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LostAnswer {
    /// No answer within the time allowed.
    #[error("timed out")]
    TimedOut,
    /// The connection ended before or within the answer.
    #[error("cut")]
    Cut,
    /// A gateway in front of the site gave up waiting for it (502, 504).
    #[error("gateway gave up")]
    Gateway,
    /// A complete HTTP answer whose content is torn or empty.
    #[error("torn content")]
    Torn,
    /// A server error page that does not come from Frappe's own error handling.
    #[error("server error without details")]
    ServerError,
}

/// A fault of the site that may pass.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("status {}, {}", .status.unwrap_or_default(), .exc_type.as_deref().unwrap_or("no details"))]
pub struct Fault {
    /// HTTP status; `None` where a read got no complete answer.
    pub status: Option<u16>,
    /// Frappe's exception class, if given. A 500 that names one will often come again for the same
    /// document: count such answers and show the words after a few.
    pub exc_type: Option<String>,
    /// The site's words, if any.
    pub words: SiteWords,
}

/// How the site showed that the token does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AuthCause {
    /// 401 `AuthenticationError`: unknown key, old secret, or disabled user; the site does not tell which.
    #[error("token not accepted")]
    TokenNotAccepted,
    /// 403 as user Guest although a token was sent: something on the way took the header off.
    #[error("token did not arrive")]
    TokenNotSeen,
}

/// A no from the site.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{exc_type} ({status})")]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// Frappe's exception class, such as `ValidationError`; for a refusal by the server in front of
    /// Frappe, the words of the HTTP status.
    pub exc_type: String,
    /// What the site says about it, as plain text.
    pub words: SiteWords,
    /// The unique field in question, where the site shows tracebacks (`UniqueValidationError`).
    pub unique_field: Option<String>,
}

impl Refusal {
    /// Whether a value of a unique field is taken, as for a document that arrived before.
    /// Frappe: 417 `UniqueValidationError` (not 409).
    pub fn is_duplicate_value(&self) -> bool {
        self.exc_type == "UniqueValidationError"
    }

    /// Whether the document's `name` is taken: 409 `DuplicateEntryError`.
    pub fn is_duplicate_name(&self) -> bool {
        self.exc_type == "DuplicateEntryError"
    }

    /// Whether the document was changed since it was read: 417 `TimestampMismatchError`.
    pub fn is_stale(&self) -> bool {
        self.exc_type == "TimestampMismatchError"
    }

    /// Whether the document, or one it links to, does not exist: 404 `DoesNotExistError`, or
    /// `LinkValidationError`.
    pub fn is_missing(&self) -> bool {
        matches!(self.exc_type.as_str(), "DoesNotExistError" | "LinkValidationError")
    }

    /// Whether the user may not do this: 403 `PermissionError`.
    pub fn is_forbidden(&self) -> bool {
        self.exc_type == "PermissionError"
    }
}

/// What answered in place of Frappe.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotFrappe {
    /// A web page, such as the sign-in page of a public network.
    #[error("a web page, status {status}")]
    WebPage {
        /// HTTP status.
        status: u16,
    },
    /// A redirect; Frappe's interface never redirects.
    #[error("a redirect to {}", .to.as_deref().unwrap_or("an unknown place"))]
    Redirect {
        /// Scheme and host it points to, without path and query.
        to: Option<String>,
    },
    /// 511, or a JSON notice that the network wants a sign-in (RFC 6585, RFC 8908).
    #[error("the network wants a sign-in")]
    CaptivePortal,
    /// The server's certificate is not valid for this site.
    #[error("the certificate is not valid")]
    Certificate,
    /// JSON that ends too early or is not JSON at all.
    #[error("broken JSON, status {status}")]
    BrokenJson {
        /// HTTP status.
        status: u16,
    },
    /// JSON of another shape than Frappe's.
    #[error("JSON of another shape, status {status}")]
    OtherJson {
        /// HTTP status.
        status: u16,
    },
    /// No content where some was due.
    #[error("an empty answer, status {status}")]
    Empty {
        /// HTTP status.
        status: u16,
    },
    /// Not HTTP.
    #[error("not HTTP")]
    NotHttp,
    /// An answer larger than the client takes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
}

/// What may be done after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// When there is a network; does not count as an attempt.
    WhenOnline,
    /// After this delay, or the caller's own back-off.
    After(Option<Duration>),
    /// Only after looking the document up by its uid.
    AfterLookUp,
    /// Once the user has signed in again; until then nothing else either.
    AfterSignIn,
    /// Not as it is.
    Never,
}

impl Failure {
    /// Whether and when the same request may be made again.
    pub fn retry(&self) -> Retry {
        match self {
            Self::Offline { .. } | Self::NotFrappe { .. } => Retry::WhenOnline,
            Self::Transient { delay, .. } => Retry::After(*delay),
            Self::Throttled { retry_after } | Self::Maintenance { retry_after } => {
                Retry::After(*retry_after)
            }
            Self::Unknown { .. } => Retry::AfterLookUp,
            Self::Unauthorised { .. } => Retry::AfterSignIn,
            Self::Refused(_) => Retry::Never,
        }
    }

    /// Whether a write may have been carried out all the same, so that it must be looked up before
    /// it is sent again. True for `Unknown`, and for an answer from something that is not Frappe,
    /// since a proxy may have put its page in place of the site's answer.
    pub fn may_have_run(&self) -> bool {
        match self {
            Self::Unknown { .. } => true,
            Self::NotFrappe { why } => !matches!(why, NotFrappe::Certificate),
            _ => false,
        }
    }

    /// The refusal, if the site said no.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Key of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Offline { .. } => "error-site-offline",
            Self::Transient { .. } => "error-site-transient",
            Self::Unknown { .. } => "error-site-unknown",
            Self::Refused(refusal) if refusal.words.is_empty() => "error-site-refused-silently",
            Self::Refused(_) => "error-site-refused",
            Self::Unauthorised { .. } => "error-site-unauthorised",
            Self::Throttled { .. } => "error-site-throttled",
            Self::Maintenance { .. } => "error-site-maintenance",
            Self::NotFrappe { why: NotFrappe::Certificate } => "error-site-certificate",
            Self::NotFrappe { .. } => "error-site-not-frappe",
        }
    }

    /// Arguments of the translated sentence: `words` and `exc-type` for a refusal, `words` for a
    /// fault, `seconds` where the site asks to wait. Not for logs: the words may name customers.
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        let wait = |delay: &Option<Duration>| {
            delay.map(|d| ("seconds", d.as_secs().to_string())).into_iter().collect()
        };
        match self {
            Self::Refused(refusal) => {
                vec![("words", refusal.words.to_string()), ("exc-type", refusal.exc_type.clone())]
            }
            Self::Transient { fault, .. } => vec![("words", fault.words.to_string())],
            Self::Throttled { retry_after } | Self::Maintenance { retry_after } => {
                wait(retry_after)
            }
            _ => Vec::new(),
        }
    }
}

fn seconds(delay: &Option<Duration>) -> String {
    delay.map_or_else(|| "as long as seems fit".to_owned(), |d| format!("{} s", d.as_secs()))
}
