//! The socket: connections, faults, and the site behind a lock.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, Response, header},
};
use satchel_devices::clock::Clock;

use crate::{
    answer::Incoming,
    faults::Faults,
    line::{Line, MAX_BODY, Origin},
    refusal::{Refusal, page},
    site::{Site, SiteError, SiteOptions},
    traffic::Traffic,
    upload,
};

/// A practice site that answers on a loopback port until it is dropped.
pub struct PracticeSite {
    line: Line,
    site: Arc<Mutex<Site>>,
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
        let router = Router::new()
            .fallback(answer)
            .layer(DefaultBodyLimit::max(MAX_BODY))
            .with_state(site.clone());
        Ok(Self { line: Line::open(port, Origin::Practice(router)).await?, site })
    }

    /// Its address, such as `http://127.0.0.1:40123`.
    pub fn address(&self) -> String {
        format!("http://{}", self.line.address)
    }

    /// What goes wrong from now on.
    pub fn faults(&self) -> &Faults {
        &self.line.faults
    }

    /// What went over its port.
    pub fn traffic(&self) -> &Traffic {
        &self.line.traffic
    }

    /// The site itself, for loading masters and looking behind the answers. Requests wait meanwhile.
    pub fn site(&self) -> MutexGuard<'_, Site> {
        lock(&self.site)
    }
}

fn lock(site: &Mutex<Site>) -> MutexGuard<'_, Site> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(site): State<Arc<Mutex<Site>>>, request: Request) -> Response<Body> {
    let request = match upload::as_json(request).await {
        Ok(request) => request,
        Err(refused) => return refused,
    };
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return page(413, upload::TOO_LARGE);
    };
    let target = head.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let incoming = Incoming {
        method: head.method.to_string(),
        target,
        authorization: text(&head.headers, header::AUTHORIZATION),
        range: text(&head.headers, header::RANGE),
        if_none_match: text(&head.headers, header::IF_NONE_MATCH),
        if_range: text(&head.headers, header::IF_RANGE),
        body: body.to_vec(),
    };
    let answered = tokio::task::spawn_blocking(move || lock(&site).answer(&incoming)).await;
    answered
        .unwrap_or_else(|_| Refusal::silent(500, "Error", "the practice site failed").answer(true))
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}
