//! The app served to a browser on this machine: for tests, and where there is no display.
//!
//! It listens on 127.0.0.1 only. Whoever can open that address uses the app as the rep does, so
//! this shell is not meant for machines that several people share.

use super::{ShellError, files, page};
use crate::app::{App, AppProps};
use crate::boot::{self, Opening};
use crate::options::Options;
use crate::reminding::Reminding;
use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use dioxus::prelude::VirtualDom;
use dioxus_liveview::{LiveViewPool, axum_socket, interpreter_glue};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serves the app until it is interrupted and prints where.
///
/// # Errors
/// [`ShellError`] when the port is taken or the listener fails.
pub fn run(options: Options, opening: Opening) -> Result<(), ShellError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(ShellError::Serve)?;
    runtime.block_on(serve(options, opening))
}

async fn serve(options: Options, opening: Opening) -> Result<(), ShellError> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let failed = |source| ShellError::Listen { address: wanted.to_string(), source };
    let listener = TcpListener::bind(wanted).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    println!("Satchel is at http://{address}/");
    // Edits are many small frames: without this each waits for the acknowledgement of the last.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "TCP_NODELAY could not be set");
        }
    });
    axum::serve(listener, router(options, opening))
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await
        .map_err(ShellError::Serve)
}

fn router(options: Options, opening: Opening) -> Router {
    let document: Arc<str> = page::document(&options, &interpreter_glue("/ws")).into();
    let pool = LiveViewPool::new();
    let shelf = Arc::new(files::Shelf::default());
    // One for all who look, so that nothing is told twice.
    let reminding = boot::reminding(&options);
    // A file belongs on the machine of whoever looks, so it goes to the browser as a download.
    let opening = opening.map(|satchel| satchel.with_share(Arc::clone(&shelf) as _));
    let page = move || {
        let document = document.clone();
        async move { Html(document.to_string()) }
    };
    let socket = move |headers: HeaderMap, upgrade: WebSocketUpgrade| {
        let (pool, options, opening) = (pool.clone(), options.clone(), opening.clone());
        let reminding = reminding.clone();
        async move { open(headers, upgrade, pool, options, opening, reminding) }
    };
    Router::new().route("/", get(page)).route("/ws", get(socket)).merge(files::routes(shelf))
}

fn open(
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
    pool: LiveViewPool,
    options: Options,
    opening: Opening,
    reminding: Reminding,
) -> Response {
    if !same_origin(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.on_upgrade(move |socket| async move {
        let app =
            move || VirtualDom::new_with_props(App, AppProps::new(options, opening, reminding));
        if let Err(error) = pool.launch_virtualdom(axum_socket(socket), app).await {
            tracing::debug!(%error, "a browser went away");
        }
    })
}

/// Another site open in the same browser must not drive the app: its pages send their own origin.
fn same_origin(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(header::ORIGIN), text(header::HOST)) {
        (Some(origin), Some(host)) => origin.strip_prefix("http://") == Some(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(origin: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "127.0.0.1:8700".parse().unwrap());
        headers.insert(header::ORIGIN, origin.parse().unwrap());
        headers
    }

    #[test]
    fn only_its_own_page_may_drive_the_app() {
        assert!(same_origin(&headers("http://127.0.0.1:8700")));
        assert!(!same_origin(&headers("http://127.0.0.1:9999")));
        assert!(!same_origin(&headers("https://elsewhere.example")));
        assert!(!same_origin(&HeaderMap::new()));
    }
}
