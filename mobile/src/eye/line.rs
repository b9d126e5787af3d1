//! The line pixels come in on: a web socket on 127.0.0.1, open for one camera, one picture or one map.
//!
//! It is the one way for bytes that every shell has. The page's own channel takes text only; the
//! browser shell's has no waiting for an answer (dioxus-liveview 0.7, `query.rs`: `recv` turns for
//! ever while nothing was sent); and Android tells an app nothing of the body of a request
//! (`WebResourceRequest`). The window's edits come over such a socket as well.

use super::{Seen, bytes_of};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::{SinkExt, StreamExt};
use satchel_devices::camera::Frame;
use satchel_devices::random::{NoRandomness, Random, SystemRandom};
use std::net::Ipv4Addr;
use std::time::Duration;
use thiserror::Error;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::StatusCode;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{WebSocketStream, accept_hdr_async_with_config};

/// How long the page has to connect, and a caller to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest message: a still picture has at most 2200 pixels a side.
const LARGEST: usize = 8 << 20;

/// Why there is no line.
#[derive(Debug, Error)]
pub enum LineError {
    /// The system gives no port, or the line broke.
    #[error("the line to the page broke: {0}")]
    Io(#[from] std::io::Error),
    /// There is nothing to make a token of.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The page did not connect in time.
    #[error("the page did not connect")]
    Nobody,
    /// The line broke.
    #[error("the line to the page broke: {0}")]
    Broken(#[from] tungstenite::Error),
}

/// A line that waits for its page.
#[derive(Debug)]
pub struct Line {
    listener: TcpListener,
    address: String,
    path: String,
}

/// A line with its page at the other end.
#[derive(Debug)]
pub struct Page {
    socket: WebSocketStream<TcpStream>,
}

/// What the page's camera is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// The frame was read: send the next.
    Next,
    /// A code of an item was read.
    Known,
    /// A code was read that stands for nothing.
    Unknown,
    /// Switch the light on.
    Light,
    /// Switch the light off.
    Dark,
}

impl Tell {
    fn word(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Known => "known",
            Self::Unknown => "unknown",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Line {
    /// Opens a line at an address nobody can guess.
    ///
    /// # Errors
    /// [`LineError`] when the system gives no port or no randomness.
    pub async fn open() -> Result<Self, LineError> {
        let mut token = [0; 24];
        SystemRandom.fill(&mut token)?;
        let path = format!("/{}", URL_SAFE_NO_PAD.encode(token));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("ws://{}{path}", listener.local_addr()?);
        Ok(Self { listener, address, path })
    }

    /// Where the page connects, as a `ws:` address; nothing in it needs quoting in a script.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Waits for the page; whoever comes with another address is sent away.
    ///
    /// # Errors
    /// [`LineError::Nobody`] when it does not come in ten seconds.
    pub async fn page(self) -> Result<Page, LineError> {
        let come = async {
            loop {
                let (stream, _) = self.listener.accept().await?;
                stream.set_nodelay(true)?;
                match timeout(PATIENCE / 5, shake_hands(stream, &self.path)).await {
                    Ok(Ok(socket)) => return Ok(Page { socket }),
                    Ok(Err(error)) => tracing::debug!(%error, "not the page"),
                    Err(_) => tracing::debug!("a caller said nothing"),
                }
            }
        };
        timeout(PATIENCE, come).await.unwrap_or(Err(LineError::Nobody))
    }
}

async fn shake_hands(
    stream: TcpStream,
    path: &str,
) -> Result<WebSocketStream<TcpStream>, tungstenite::Error> {
    // The type of the refusal is the library's.
    #[allow(clippy::result_large_err)]
    let known = |request: &Request, answer: Response| {
        if request.uri().path() == path {
            return Ok(answer);
        }
        let mut refusal = ErrorResponse::new(None);
        *refusal.status_mut() = StatusCode::FORBIDDEN;
        Err(refusal)
    };
    let limits =
        WebSocketConfig::default().max_message_size(Some(LARGEST)).max_frame_size(Some(LARGEST));
    accept_hdr_async_with_config(stream, known, Some(limits)).await
}

impl Page {
    /// What the page sends next; none when it has gone. Messages that mean nothing are left out.
    pub async fn next(&mut self) -> Option<Seen> {
        loop {
            let seen = match self.socket.next().await? {
                Ok(Message::Binary(bytes)) => Seen::bytes(&bytes),
                Ok(Message::Text(words)) => Seen::words(&words),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => None,
            };
            if seen.is_some() {
                return seen;
            }
        }
    }

    /// The next words the page says, whatever they mean; none when it has gone. Bytes are left out.
    pub async fn said(&mut self) -> Option<String> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Text(words)) => return Some(words.to_string()),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// Sends words.
    ///
    /// # Errors
    /// [`LineError::Broken`] when the page has gone.
    pub async fn send_words(&mut self, words: String) -> Result<(), LineError> {
        Ok(self.socket.send(Message::text(words)).await?)
    }

    /// Sends bytes.
    ///
    /// # Errors
    /// [`LineError::Broken`] when the page has gone.
    pub async fn send_bytes(&mut self, bytes: Vec<u8>) -> Result<(), LineError> {
        Ok(self.socket.send(Message::binary(bytes)).await?)
    }

    /// Tells the page something.
    ///
    /// # Errors
    /// [`LineError::Broken`] when it has gone.
    pub async fn tell(&mut self, what: Tell) -> Result<(), LineError> {
        Ok(self.socket.send(Message::text(what.word())).await?)
    }

    /// Has the page draw a frame; it says [`Seen::Drawn`] then.
    ///
    /// # Errors
    /// [`LineError::Broken`] when it has gone.
    pub async fn show(&mut self, frame: &Frame) -> Result<(), LineError> {
        Ok(self.socket.send(Message::binary(bytes_of(frame))).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio_tungstenite::client_async;

    async fn call(address: &str) -> Result<WebSocketStream<TcpStream>, tungstenite::Error> {
        let host = address.strip_prefix("ws://").unwrap().split('/').next().unwrap();
        let stream = TcpStream::connect(host).await.unwrap();
        client_async(address, stream).await.map(|(socket, _)| socket)
    }

    #[tokio::test]
    async fn frames_come_in_and_words_go_out() {
        let line = Line::open().await.unwrap();
        let address = line.address().to_owned();
        let caller = tokio::spawn(async move {
            let mut socket = call(&address).await.unwrap();
            socket.send(Message::text(r#"{"ready":true,"torch":false}"#)).await.unwrap();
            socket.send(Message::text("no word of ours")).await.unwrap();
            let frame = [vec![1, 0, 0, 0, 1, 0, 0, 0], vec![7]].concat();
            socket.send(Message::binary(frame)).await.unwrap();
            let answer = socket.next().await.unwrap().unwrap();
            socket.close(None).await.unwrap();
            answer.into_text().unwrap().to_string()
        });
        let mut page = line.page().await.unwrap();
        assert!(page.next().await == Some(Seen::Ready { torch: false }));
        assert!(page.next().await == Seen::bytes(&[1, 0, 0, 0, 1, 0, 0, 0, 7]));
        page.tell(Tell::Next).await.unwrap();
        assert!(page.next().await.is_none());
        assert_eq!(caller.await.unwrap(), "next");
    }

    #[tokio::test]
    async fn who_does_not_know_the_address_is_sent_away_and_the_page_still_comes() {
        let line = Line::open().await.unwrap();
        let address = line.address().to_owned();
        let stranger = format!("{address}x");
        let callers = tokio::spawn(async move {
            let refused = call(&stranger).await;
            (refused.is_err(), call(&address).await.is_ok())
        });
        assert!(line.page().await.is_ok());
        assert_eq!(callers.await.unwrap(), (true, true));
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_that_never_comes_is_waited_for_no_longer_than_said() {
        let line = Line::open().await.unwrap();
        assert!(matches!(line.page().await, Err(LineError::Nobody)));
    }
}
