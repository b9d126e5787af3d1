//! A line to a site on which things go wrong: in front of the practice site and, as a proxy, in
//! front of any other.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{Response, header},
};
use bytes::Bytes;
use futures_util::stream;
use hyper::{body::Incoming as Arriving, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tower::ServiceExt;

use crate::{
    faults::{Fault, Faults},
    proxy::Upstream,
    refusal::{Refusal, page},
    traffic::{Counted, Traffic},
};

/// Largest body read, in bytes: the largest file as base64 and some.
pub(crate) const MAX_BODY: usize = 48 << 20;

/// Largest answer passed on, in bytes.
pub(crate) const MAX_PASSED: usize = 256 << 20;

/// What a client in the network of a hotel gets for any request.
const PORTAL: &str = "<!doctype html>\n<html><head><title>Welcome</title></head>\n<body><form action=\"/login\"><p>Sign in to use this network</p></form></body></html>\n";

/// What a site shows to somebody who is not signed in.
const LOGIN_PAGE: &str = "<!doctype html>\n<html lang=\"en\"><head><meta name=\"generator\" content=\"frappe\"><title>Login</title></head>\n<body data-path=\"login\"><section class=\"for-login\"></section></body></html>\n";

/// Who carries the requests out.
#[derive(Clone)]
pub(crate) enum Origin {
    /// The practice site in this process.
    Practice(Router),
    /// Another server.
    Upstream(Arc<Upstream>),
}

impl Origin {
    async fn carried_out(&self, request: Request) -> Result<Response<Body>, io::Error> {
        match self {
            Self::Practice(router) => match router.clone().oneshot(request).await {
                Ok(response) => Ok(response),
                Err(never) => match never {},
            },
            Self::Upstream(upstream) => upstream.pass_on(request).await,
        }
    }
}

/// A port of 127.0.0.1 that answers for an origin, with faults, until it is dropped.
pub(crate) struct Line {
    pub(crate) address: SocketAddr,
    pub(crate) faults: Faults,
    pub(crate) traffic: Traffic,
    accepting: JoinHandle<()>,
}

impl Line {
    /// Opens the port; 0 takes a free one.
    pub(crate) async fn open(port: u16, origin: Origin) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let address = listener.local_addr()?;
        let (faults, traffic) = (Faults::default(), Traffic::default());
        let accepting = tokio::spawn(accept(listener, origin, faults.clone(), traffic.clone()));
        Ok(Self { address, faults, traffic, accepting })
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, origin: Origin, faults: Faults, traffic: Traffic) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve(stream, origin.clone(), faults.clone(), traffic.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a line accepts no connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// One connection. An error of the service ends it without an answer, which is what a cut is.
async fn serve(stream: TcpStream, origin: Origin, faults: Faults, traffic: Traffic) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY could not be set");
    }
    let stream = Counted::new(stream, traffic.clone());
    let service = service_fn(move |request: hyper::Request<Arriving>| {
        let (origin, fault) = (origin.clone(), faults.draw());
        traffic.count(request.method().as_str(), request.uri().path(), fault);
        async move { meet(fault, &origin, request.map(Body::new)).await }
    });
    if let Err(error) = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await
    {
        tracing::debug!(%error, "a connection ended");
    }
}

async fn meet(
    fault: Option<Fault>,
    origin: &Origin,
    request: Request,
) -> Result<Response<Body>, io::Error> {
    let refused = match fault {
        None => return origin.carried_out(request).await,
        Some(Fault::Latency(wait)) => {
            tokio::time::sleep(wait).await;
            return origin.carried_out(request).await;
        }
        Some(Fault::CutBefore) => return Err(cut()),
        Some(Fault::CutAfter) => {
            finish(origin.carried_out(request).await?).await?;
            return Err(cut());
        }
        Some(Fault::HalfAnswer) => return half(origin.carried_out(request).await?).await,
        Some(Fault::BadGateway) => {
            finish(origin.carried_out(request).await?).await?;
            return Ok(gateway(502, "Bad Gateway"));
        }
        Some(Fault::GatewayTimeout) => {
            finish(origin.carried_out(request).await?).await?;
            return Ok(gateway(504, "Gateway Time-out"));
        }
        Some(Fault::CaptivePortal) => return Ok(page(200, PORTAL)),
        Some(Fault::LoginPage) => return Ok(page(200, LOGIN_PAGE)),
        Some(Fault::Throttle(seconds)) => Refusal::throttled(seconds),
        Some(Fault::ServerError) => {
            Refusal::silent(500, "OperationalError", "server has gone away")
        }
        Some(Fault::Maintenance) => Refusal::maintenance(),
        Some(Fault::LoginExpired) => Refusal::unauthorised(),
    };
    Ok(refused.answer(true))
}

/// Reads an answer that nobody gets, so that its request is over.
async fn finish(response: Response<Body>) -> Result<(), io::Error> {
    to_bytes(response.into_body(), MAX_PASSED).await.map(drop).map_err(io::Error::other)
}

fn gateway(status: u16, words: &str) -> Response<Body> {
    let html = format!(
        "<html>\n<head><title>{status} {words}</title></head>\n<body>\n<center><h1>{status} {words}</h1></center>\n</body>\n</html>\n"
    );
    page(status, &html)
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionAborted, "cut on demand")
}

/// The first half of the answer, announced as a whole.
async fn half(response: Response<Body>) -> Result<Response<Body>, io::Error> {
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, MAX_PASSED).await.map_err(io::Error::other)?;
    head.headers.remove(header::TRANSFER_ENCODING);
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
