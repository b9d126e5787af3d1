//! A loopback server that gives prepared bytes, and the recordings to prepare them from.
#![allow(dead_code, reason = "each test uses its part")]

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use satchel_frappe::{
    Client, HttpOptions, HttpTransport, SiteAddress, Token,
    client::MAX_ANSWER,
    transport::{Effect, Method, WireRequest},
};
use serde_json::{Map, Value};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What the server does with one request.
#[derive(Clone)]
pub enum Reply {
    /// Sends these bytes and closes.
    Bytes(Vec<u8>),
    /// Closes without a word.
    Close,
    /// Never answers.
    Silence,
    /// Sends these bytes, then nothing more.
    Stall(Vec<u8>),
}

/// A request as it arrived.
#[derive(Debug, Clone, Default)]
pub struct Arrived {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Arrived {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A server on a loopback port that gives the replies in turn, the last one for ever.
pub struct LoopbackServer {
    pub address: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl LoopbackServer {
    pub async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let seen = arrived.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, replies.clone(), seen.clone()));
            }
        });
        Self { address, arrived }
    }

    pub async fn answering(bytes: Vec<u8>) -> Self {
        Self::start(vec![Reply::Bytes(bytes)]).await
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    pub fn client(&self, token: Option<Token>) -> Client {
        client_at(&self.address, token)
    }
}

/// A client with time-outs short enough for tests.
pub fn client_at(address: &str, token: Option<Token>) -> Client {
    let options = HttpOptions {
        connect: Duration::from_secs(5),
        read_answer: Duration::from_millis(300),
        write_answer: Duration::from_millis(300),
        silence: Duration::from_millis(300),
        ..HttpOptions::default()
    };
    // `connect` counts into the wait for an answer; the short one is for tests of silence.
    let options = HttpOptions { connect: Duration::from_millis(500), ..options };
    let transport = HttpTransport::new(SiteAddress::parse(address).unwrap(), options).unwrap();
    Client::new(Arc::new(transport), token)
}

pub fn token() -> Option<Token> {
    Some(Token::new("KEY", "SECRET").unwrap())
}

async fn serve(mut stream: TcpStream, replies: Vec<Reply>, seen: Arc<Mutex<Vec<Arrived>>>) {
    let Some(request) = read_request(&mut stream).await else { return };
    let turn = {
        let mut seen = seen.lock().unwrap();
        seen.push(request);
        seen.len() - 1
    };
    match replies.get(turn).or(replies.last()) {
        Some(Reply::Bytes(bytes)) => {
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
        }
        Some(Reply::Stall(bytes)) => {
            let _ = stream.write_all(bytes).await;
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        Some(Reply::Silence) => tokio::time::sleep(Duration::from_secs(60)).await,
        Some(Reply::Close) | None => {}
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<Arrived> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let line = lines.next()?.to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|l| l.split_once(':'))
        .map(|(k, v)| (k.trim().to_lowercase(), v.trim().to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(k, _)| k == "content-length")
        .and_then(|(_, v)| v.parse().ok())
        .unwrap_or(0);
    let mut body = bytes.split_off(head + 4);
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Arrived { line, headers, body })
}

/// One recorded request and its answer.
pub struct Recording {
    pub file: String,
    pub request: Map<String, Value>,
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Value,
}

pub fn recordings_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/recordings")
}

impl Recording {
    pub fn load(file: &str) -> Self {
        let path = recordings_folder().join("answers").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        let mut all: Value = serde_json::from_str(&text).unwrap();
        let headers = all["response"]["headers"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(k, v)| (k.clone(), v.as_str().unwrap().to_owned()))
            .collect();
        Self {
            file: file.to_owned(),
            request: all["request"].as_object().unwrap().clone(),
            status: all["response"]["status"].as_u64().unwrap() as u16,
            headers,
            body: all["response"]["body"].take(),
        }
    }

    pub fn path(&self) -> &str {
        self.request["path"].as_str().unwrap()
    }

    /// The answer as bytes on the wire. `Content-Length` is made anew, since the recordings leave the
    /// frames of tracebacks out.
    pub fn wire_answer(&self) -> Vec<u8> {
        let body = self.body_bytes();
        let mut bytes = format!("HTTP/1.1 {} Recorded\r\n", self.status).into_bytes();
        for (name, value) in &self.headers {
            if !name.eq_ignore_ascii_case("content-length") {
                bytes.extend(format!("{name}: {value}\r\n").into_bytes());
            }
        }
        if self.status != 304 {
            bytes.extend(format!("Content-Length: {}\r\n", body.len()).into_bytes());
        }
        bytes.extend(b"Connection: close\r\n\r\n");
        bytes.extend(body);
        bytes
    }

    fn body_bytes(&self) -> Vec<u8> {
        match &self.body {
            Value::String(text) => match binary_length(text) {
                Some(length) => vec![7; length],
                None => text.clone().into_bytes(),
            },
            Value::Null => Vec::new(),
            json => json.to_string().into_bytes(),
        }
    }

    /// The recorded request as the client sends it. `sent_as` stands in for a method it lacks.
    pub fn wire_request(&self, sent_as: Option<&str>) -> WireRequest {
        let method = match sent_as.unwrap_or(self.request["method"].as_str().unwrap()) {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "PUT" => Method::Put,
            "DELETE" => Method::Delete,
            other => panic!("{}: no method {other}", self.file),
        };
        let json = self.request["headers"]
            .get("Content-Type")
            .is_some_and(|kind| kind == "application/json");
        let body = json.then(|| self.request["body"].to_string().into_bytes());
        WireRequest {
            method,
            path: self.path().to_owned(),
            body,
            token: self.request["headers"].get("Authorization").and_then(|_| token()),
            headers: Vec::new(),
            effect: if method == Method::Get { Effect::Read } else { Effect::Write },
            max_answer: MAX_ANSWER,
        }
    }
}

/// `<70 bytes>` as a number.
fn binary_length(text: &str) -> Option<usize> {
    text.strip_prefix('<')?.strip_suffix(" bytes>")?.parse().ok()
}
