//! A bad line in front of any site: a port of this machine that passes requests on.

use std::{io, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, Response, header},
};
use reqwest::redirect::Policy;
use satchel_frappe::{SiteAddress, http::tls_config};

use crate::{
    faults::Faults,
    line::{Line, MAX_BODY, Origin},
    site::SiteError,
    traffic::Traffic,
};

/// Headers of one connection, which are not passed on (RFC 9110, section 7.6.1), and those the
/// connection to the site has its own of.
const OWN: [HeaderName; 8] = [
    header::CONNECTION,
    header::HOST,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::TE,
    header::TRAILER,
    header::UPGRADE,
    header::PROXY_AUTHORIZATION,
];

/// A fault-injecting proxy on a port of 127.0.0.1, until it is dropped.
pub struct FaultProxy {
    line: Line,
}

impl FaultProxy {
    /// Opens a free port that stands for the site. Needs a tokio runtime.
    ///
    /// `authorities` are further certificate authorities, PEM or DER.
    ///
    /// # Errors
    /// [`SiteError`] if the port cannot be opened or TLS cannot be set up.
    pub async fn start(site: &SiteAddress, authorities: Option<&[u8]>) -> Result<Self, SiteError> {
        let upstream = Arc::new(Upstream::new(site.clone(), authorities)?);
        Ok(Self { line: Line::open(0, Origin::Upstream(upstream)).await? })
    }

    /// The address that stands for the site's.
    pub fn address(&self) -> String {
        format!("http://{}", self.line.address)
    }

    /// What goes wrong from now on.
    pub fn faults(&self) -> &Faults {
        &self.line.faults
    }

    /// What went over it.
    pub fn traffic(&self) -> &Traffic {
        &self.line.traffic
    }
}

/// The site behind a proxy.
pub(crate) struct Upstream {
    site: SiteAddress,
    client: reqwest::Client,
}

impl Upstream {
    fn new(site: SiteAddress, authorities: Option<&[u8]>) -> Result<Self, SiteError> {
        let tls = tls_config(authorities).map_err(|error| SiteError::Line(Box::new(error)))?;
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .no_gzip()
            .tcp_nodelay(true);
        if site.to_string().starts_with("http://") {
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|error| SiteError::Line(Box::new(error)))?;
        Ok(Self { site, client })
    }

    /// Passes a request on as it is and gives the answer as it came.
    pub(crate) async fn pass_on(&self, request: Request) -> Result<Response<Body>, io::Error> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, MAX_BODY).await.map_err(io::Error::other)?;
        let target = head.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        let mut passed = self
            .client
            .request(head.method, self.site.join(&target))
            .headers(passed_on(&head.headers));
        if !body.is_empty() {
            passed = passed.body(body);
        }
        let answer = passed.send().await.map_err(io::Error::other)?;
        let mut response = Response::new(Body::empty());
        *response.status_mut() = answer.status();
        *response.headers_mut() = passed_on(answer.headers());
        *response.body_mut() = Body::from(answer.bytes().await.map_err(io::Error::other)?);
        Ok(response)
    }
}

fn passed_on(headers: &HeaderMap) -> HeaderMap {
    let mut passed = headers.clone();
    for own in &OWN {
        passed.remove(own);
    }
    passed
}
