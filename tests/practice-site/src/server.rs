//! The socket: connections, faults, and the site behind a lock.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, Response, header},
};
use bytes::Bytes;
use futures_util::stream;
use hyper::{body::Incoming as Arriving, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use satchel_devices::clock::Clock;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tower::ServiceExt;

use crate::{
    answer::Incoming,
    faults::{Fault, Faults},
    refusal::{Refusal, page},
    site::{Site, SiteError, SiteOptions},
};

/// Largest body read, in bytes: the largest file as base64 and some.
const MAX_BODY: usize = 48 << 20;

/// What a client in the network of a hotel gets for any request.
const PORTAL: &str = "<!doctype html>\n<html><head><title>Welcome</title></head>\n<body><form action=\"/login\"><p>Sign in to use this network</p></form></body></html>\n";

/// A practice site that answers on a loopback port until it is dropped.
pub struct PracticeSite {
    address: SocketAddr,
    site: Arc<Mutex<Site>>,
    faults: Faults,
    accepting: JoinHandle<()>,
}

impl PracticeSite {
    /// Starts a site on a port of 127.0.0.1; 0 takes a free one. Needs a tokio runtime.
    ///
    /// # Errors
    /// [`SiteError`] if its database or socket cannot be opened.
    pub async fn start(
        port: u16,
        options: SiteOptions,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SiteError> {
        let site = Arc::new(Mutex::new(Site::new(options, clock)?));
        let faults = Faults::default();
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let address = listener.local_addr()?;
        let router = Router::new()
            .fallback(answer)
            .layer(DefaultBodyLimit::max(MAX_BODY))
            .with_state(site.clone());
        let accepting = tokio::spawn(accept(listener, router, faults.clone()));
        Ok(Self { address, site, faults, accepting })
    }

    /// Its address, such as `http://127.0.0.1:40123`.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What goes wrong from now on.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The site itself, for loading masters and looking behind the answers. Requests wait meanwhile.
    pub fn site(&self) -> MutexGuard<'_, Site> {
        lock(&self.site)
    }
}

impl Drop for PracticeSite {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

fn lock(site: &Mutex<Site>) -> MutexGuard<'_, Site> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, router: Router, faults: Faults) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve(stream, router.clone(), faults.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "the practice site accepts no connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// One connection. An error of the service ends it without an answer, which is what a cut is.
async fn serve(stream: TcpStream, router: Router, faults: Faults) {
    let service = service_fn(move |request: hyper::Request<Arriving>| {
        let (router, fault) = (router.clone(), faults.draw());
        async move { meet(fault, router, request.map(Body::new)).await }
    });
    if let Err(error) = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await
    {
        tracing::debug!(%error, "a connection ended");
    }
}

async fn meet(
    fault: Option<Fault>,
    router: Router,
    request: Request,
) -> Result<Response<Body>, io::Error> {
    let refused = match fault {
        None => return Ok(carried_out(router, request).await),
        Some(Fault::Latency(wait)) => {
            tokio::time::sleep(wait).await;
            return Ok(carried_out(router, request).await);
        }
        Some(Fault::CutBefore) => return Err(cut()),
        Some(Fault::CutAfter) => {
            carried_out(router, request).await;
            return Err(cut());
        }
        Some(Fault::HalfAnswer) => return half(carried_out(router, request).await).await,
        Some(Fault::GatewayTimeout) => {
            carried_out(router, request).await;
            let html = "<html>\n<head><title>504 Gateway Time-out</title></head>\n</html>\n";
            return Ok(page(504, html));
        }
        Some(Fault::CaptivePortal) => return Ok(page(200, PORTAL)),
        Some(Fault::Throttle(seconds)) => Refusal::throttled(seconds),
        Some(Fault::ServerError) => {
            Refusal::silent(500, "OperationalError", "server has gone away")
        }
        Some(Fault::Maintenance) => Refusal::maintenance(),
        Some(Fault::LoginExpired) => Refusal::unauthorised(),
    };
    Ok(refused.answer(true))
}

async fn carried_out(router: Router, request: Request) -> Response<Body> {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionAborted, "cut on demand")
}

/// The first half of the answer, announced as a whole.
async fn half(response: Response<Body>) -> Result<Response<Body>, io::Error> {
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, MAX_BODY).await.map_err(io::Error::other)?;
    head.headers.insert(header::CONTENT_LENGTH, whole.len().into());
    let first = whole.slice(..whole.len() / 2);
    let body = stream::unfold(Some(first), |first| async move {
        match first {
            Some(first) => Some((Ok::<Bytes, io::Error>(first), None)),
            None => {
                // Lets the first half out before the connection ends.
                tokio::time::sleep(Duration::from_millis(20)).await;
                Some((Err(cut()), None))
            }
        }
    });
    Ok(Response::from_parts(head, Body::from_stream(body)))
}

async fn answer(State(site): State<Arc<Mutex<Site>>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return page(413, TOO_LARGE);
    };
    let target = head.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let incoming = Incoming {
        method: head.method.to_string(),
        target,
        authorization: text(&head.headers, header::AUTHORIZATION),
        range: text(&head.headers, header::RANGE),
        if_none_match: text(&head.headers, header::IF_NONE_MATCH),
        body: body.to_vec(),
    };
    let answered = tokio::task::spawn_blocking(move || lock(&site).answer(&incoming)).await;
    answered
        .unwrap_or_else(|_| Refusal::silent(500, "Error", "the practice site failed").answer(true))
}

const TOO_LARGE: &str = "<!doctype html>\n<html lang=en>\n<title>413 Request Entity Too Large</title>\n<h1>Request Entity Too Large</h1>\n<p>The data value transmitted exceeds the capacity limit.</p>\n";

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}
