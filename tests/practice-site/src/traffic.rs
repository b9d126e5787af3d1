//! What went over a line: requests by kind, faults met, bytes both ways.

use std::{
    collections::BTreeMap,
    io,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
};

use percent_encoding::percent_decode_str;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

use crate::faults::Fault;

#[derive(Debug, Default)]
struct Counts {
    requests: Mutex<BTreeMap<String, u64>>,
    faults: Mutex<BTreeMap<&'static str, u64>>,
    sent: AtomicU64,
    received: AtomicU64,
}

/// Counts of a line. Clones count together.
#[derive(Debug, Clone, Default)]
pub struct Traffic(Arc<Counts>);

/// A reading of [`Traffic`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Requests by method and DocType or method path, such as `POST Sales Order`.
    pub requests: BTreeMap<String, u64>,
    /// Faults met, by [`Fault::word`].
    pub faults: BTreeMap<&'static str, u64>,
    /// Bytes the client sent, headers included.
    pub sent: u64,
    /// Bytes the client was sent, headers included.
    pub received: u64,
}

impl Reading {
    /// How many requests there were.
    pub fn total(&self) -> u64 {
        self.requests.values().sum()
    }

    /// Adds what another line carried.
    pub fn add(&mut self, other: &Self) {
        for (kind, count) in &other.requests {
            *self.requests.entry(kind.clone()).or_default() += count;
        }
        for (kind, count) in &other.faults {
            *self.faults.entry(kind).or_default() += count;
        }
        self.sent += other.sent;
        self.received += other.received;
    }
}

impl Traffic {
    /// The counts so far.
    pub fn read(&self) -> Reading {
        let of = |counts: &Mutex<BTreeMap<String, u64>>| {
            counts.lock().unwrap_or_else(PoisonError::into_inner).clone()
        };
        Reading {
            requests: of(&self.0.requests),
            faults: self.0.faults.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            sent: self.0.sent.load(Ordering::Relaxed),
            received: self.0.received.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn count(&self, method: &str, path: &str, fault: Option<Fault>) {
        let mut requests = self.0.requests.lock().unwrap_or_else(PoisonError::into_inner);
        *requests.entry(kind(method, path)).or_default() += 1;
        if let Some(fault) = fault {
            let mut faults = self.0.faults.lock().unwrap_or_else(PoisonError::into_inner);
            *faults.entry(fault.word()).or_default() += 1;
        }
    }
}

/// `GET /api/resource/Sales%20Order/SAL-1` as `GET Sales Order`.
fn kind(method: &str, path: &str) -> String {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let subject = match (parts.next(), parts.next(), parts.next()) {
        (Some("api"), Some("resource" | "method"), Some(subject)) => subject,
        (Some("private" | "files"), ..) => "files",
        _ => "other",
    };
    format!("{method} {}", percent_decode_str(subject).decode_utf8_lossy())
}

/// A connection whose bytes are counted.
pub(crate) struct Counted {
    stream: TcpStream,
    traffic: Traffic,
}

impl Counted {
    pub(crate) fn new(stream: TcpStream, traffic: Traffic) -> Self {
        Self { stream, traffic }
    }
}

fn add(counter: &AtomicU64, bytes: usize) {
    counter.fetch_add(u64::try_from(bytes).unwrap_or_default(), Ordering::Relaxed);
}

impl AsyncRead for Counted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        add(&self.traffic.0.sent, buffer.filled().len().saturating_sub(before));
        polled
    }
}

impl AsyncWrite for Counted {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        if let Poll::Ready(Ok(written)) = &polled {
            add(&self.traffic.0.received, *written);
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_what_they_ask_for() {
        let traffic = Traffic::default();
        traffic.count("POST", "/api/resource/Sales%20Order", None);
        traffic.count("PUT", "/api/resource/Sales%20Order/SAL-1", Some(Fault::CutAfter));
        traffic.count("GET", "/private/files/a.jpg", Some(Fault::Throttle(3)));
        traffic.count("GET", "/", None);
        let read = traffic.read();
        assert_eq!(read.total(), 4);
        let kinds: Vec<&str> = read.requests.keys().map(String::as_str).collect();
        assert_eq!(kinds, ["GET files", "GET other", "POST Sales Order", "PUT Sales Order"]);
        assert_eq!(read.faults, BTreeMap::from([("cut-after", 1), ("throttle", 1)]));
    }
}
