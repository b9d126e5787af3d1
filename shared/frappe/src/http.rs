//! The real line: HTTP/1.1 over TLS with reqwest and rustls (ring).

use std::{error::Error, io, sync::Arc, time::Duration};

use reqwest::{RequestBuilder, Response, header::HeaderMap, redirect::Policy};
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer};
use thiserror::Error;
use tokio::time::timeout;

use crate::{
    address::SiteAddress,
    authorities,
    failure::{LostAnswer, OfflineCause},
    transport::{
        BodySink, Effect, Method, Sending, Transport, TransportError, WireRequest, WireResponse,
    },
};

/// How long to wait for what, and whom to trust.
#[derive(Debug, Clone)]
pub struct HttpOptions {
    /// For a connection, TLS included.
    pub connect: Duration,
    /// For the first byte of the answer to a read, the sending of the body not counted.
    pub read_answer: Duration,
    /// The same for a write. Longer than the site itself lets a request run (120 s by default), since
    /// giving up early only brings a doubt.
    pub write_answer: Duration,
    /// Between two pieces of an answer.
    pub silence: Duration,
    /// Slowest line on which a body is still sent, in bytes a second.
    pub slowest_upload: u32,
    /// Further certificate authorities: PEM with any number of certificates, or one in DER.
    pub extra_authorities: Option<Vec<u8>>,
}

impl Default for HttpOptions {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            read_answer: Duration::from_secs(60),
            write_answer: Duration::from_secs(130),
            silence: Duration::from_secs(30),
            slowest_upload: 4_000,
            extra_authorities: None,
        }
    }
}

/// Why the line cannot be set up.
#[derive(Debug, Error)]
pub enum HttpSetupError {
    /// The file with further authorities holds no certificate that can be read.
    #[error("no readable certificate among the further authorities")]
    Authorities,
    /// TLS cannot be set up.
    #[error("TLS cannot be set up")]
    Tls(#[source] rustls::Error),
    /// The HTTP client cannot be set up.
    #[error("the HTTP client cannot be set up")]
    Client(#[source] reqwest::Error),
}

impl HttpSetupError {
    /// Key of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Authorities => "error-authorities-unreadable",
            Self::Tls(_) | Self::Client(_) => "error-http-setup",
        }
    }
}

/// A line to one site, with one pool of connections.
pub struct HttpTransport {
    client: reqwest::Client,
    address: SiteAddress,
    options: HttpOptions,
}

impl HttpTransport {
    /// Sets the line up; nothing is sent yet.
    ///
    /// # Errors
    /// [`HttpSetupError`] if the further authorities cannot be read or TLS cannot be set up.
    pub fn new(address: SiteAddress, options: HttpOptions) -> Result<Self, HttpSetupError> {
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls_config(options.extra_authorities.as_deref())?)
            .user_agent(concat!("Satchel/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(options.connect)
            .pool_max_idle_per_host(2)
            .pool_idle_timeout(Duration::from_secs(50))
            .tcp_nodelay(true);
        if address.to_string().starts_with("http://") {
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(HttpSetupError::Client)?;
        Ok(Self { client, address, options })
    }

    /// Sends and waits for the headers of the answer.
    async fn open(&self, request: &WireRequest) -> Result<Response, TransportError> {
        let body = request.body.as_ref().map_or(0, Vec::len) as u64;
        let upload = Duration::from_secs(body / u64::from(self.options.slowest_upload.max(1)));
        let answer = match request.effect {
            Effect::Read => self.options.read_answer,
            Effect::Write => self.options.write_answer,
        };
        let wait = self.options.connect + upload + answer;
        match timeout(wait, self.builder(request).send()).await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(error)) => Err(while_sending(&error)),
            Err(_) => Err(TransportError::Lost(LostAnswer::TimedOut)),
        }
    }

    fn builder(&self, request: &WireRequest) -> RequestBuilder {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut builder = self
            .client
            .request(method, self.address.join(&request.path))
            .header("accept", "application/json");
        if let Some(token) = &request.token {
            builder = builder.header("authorization", token.header_value());
        }
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        match &request.body {
            Some(body) => builder.header("content-type", "application/json").body(body.clone()),
            None => builder,
        }
    }

    /// Gives the body to `take` piece by piece; `take` returns whether it wants more.
    async fn drain(
        &self,
        response: &mut Response,
        limit: u64,
        mut take: impl FnMut(&[u8]) -> bool,
    ) -> Result<(), TransportError> {
        let mut size = 0_u64;
        loop {
            let piece = match timeout(self.options.silence, response.chunk()).await {
                Ok(Ok(Some(piece))) => piece,
                Ok(Ok(None)) => return Ok(()),
                Ok(Err(_)) => return Err(TransportError::Lost(LostAnswer::Cut)),
                Err(_) => return Err(TransportError::Lost(LostAnswer::TimedOut)),
            };
            size = size.saturating_add(piece.len() as u64);
            if size > limit {
                return Err(TransportError::TooLarge { limit });
            }
            if !take(&piece) {
                return Err(TransportError::SinkStopped);
            }
        }
    }

    async fn collect(
        &self,
        mut response: Response,
        limit: u64,
    ) -> Result<WireResponse, TransportError> {
        let status = response.status().as_u16();
        let headers = headers(response.headers());
        let mut body = Vec::new();
        self.drain(&mut response, limit, |piece| {
            body.extend_from_slice(piece);
            true
        })
        .await?;
        Ok(WireResponse { status, headers, body })
    }
}

impl Transport for HttpTransport {
    fn send<'a>(&'a self, request: &'a WireRequest) -> Sending<'a> {
        Box::pin(async move {
            let response = self.open(request).await?;
            self.collect(response, request.max_answer).await
        })
    }

    fn download<'a>(&'a self, request: &'a WireRequest, sink: &'a mut dyn BodySink) -> Sending<'a> {
        Box::pin(async move {
            let mut response = self.open(request).await?;
            let status = response.status().as_u16();
            if !response.status().is_success() {
                return self.collect(response, crate::client::MAX_ERROR_BODY).await;
            }
            let headers = headers(response.headers());
            if !sink.begin(status, &headers) {
                return Err(TransportError::SinkStopped);
            }
            self.drain(&mut response, request.max_answer, |piece| sink.piece(piece)).await?;
            Ok(WireResponse { status, headers, body: Vec::new() })
        })
    }
}

fn headers(map: &HeaderMap) -> Vec<(String, String)> {
    map.iter()
        .filter_map(|(name, value)| {
            Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
        })
        .collect()
}

/// TLS as the line has it: Mozilla's roots and `extra` authorities, PEM or DER.
///
/// # Errors
/// [`HttpSetupError`] if the further authorities cannot be read or TLS cannot be set up.
pub fn tls_config(extra: Option<&[u8]>) -> Result<ClientConfig, HttpSetupError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(bytes) = extra {
        add_authorities(&mut roots, bytes)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(HttpSetupError::Tls)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

fn add_authorities(roots: &mut RootCertStore, bytes: &[u8]) -> Result<(), HttpSetupError> {
    authorities::certificates(bytes)?.into_iter().try_for_each(|certificate| {
        let certificate = CertificateDer::from(certificate);
        roots.add(certificate).map_err(|_| HttpSetupError::Authorities)
    })
}

/// Sorts an error that came before the headers of an answer. Only an error while connecting is sure
/// not to have reached the site.
fn while_sending(error: &reqwest::Error) -> TransportError {
    if is_bad_certificate(error) {
        return TransportError::Certificate;
    }
    if error.is_builder() {
        return TransportError::NotSent(OfflineCause::NoConnection);
    }
    if error.is_connect() {
        return TransportError::NotSent(if error.is_timeout() {
            OfflineCause::TimedOut
        } else if error.is_dns() {
            OfflineCause::Name
        } else {
            OfflineCause::NoConnection
        });
    }
    if causes(error).any(is_not_http) {
        return TransportError::NotHttp;
    }
    TransportError::Lost(if error.is_timeout() { LostAnswer::TimedOut } else { LostAnswer::Cut })
}

fn is_not_http(cause: &(dyn Error + 'static)) -> bool {
    cause.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_parse)
}

fn is_bad_certificate(error: &reqwest::Error) -> bool {
    causes(error)
        .any(|cause| matches!(cause.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))))
}

/// The error and what caused it. An `io::Error` hides the error it wraps from `source`.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    std::iter::from_fn(move || {
        let cause = next?;
        let wrapped = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(inner) => Some(inner),
            None => cause.source(),
        };
        Some(cause)
    })
}
