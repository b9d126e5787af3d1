//! What a bad line does: nothing is lost sight of, and nothing is taken for done.

use std::{io::Write, sync::Arc, time::Duration};

use crate::support::{LoopbackServer, Reply, client_at, token};
use proptest::prelude::*;
use satchel_frappe::{
    Client, Document, Failure, HttpOptions, HttpTransport, NotFrappe, SiteAddress, authorities,
    failure::LostAnswer,
    http::HttpSetupError,
    transport::{Effect, Sending, Transport, WireRequest},
};

const HALF: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"data\": {\"name\":";
const HALF_CHUNKED: &[u8] =
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{\"data\": {\"name\"\r\n";

async fn read(client: &Client) -> Failure {
    client.get_doc("Item", "A").await.unwrap_err()
}

async fn write(client: &Client) -> Failure {
    client.insert("Item", &Document::new()).await.unwrap_err()
}

#[tokio::test]
async fn without_a_server_nothing_was_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = client_at(&address, token());
    for failure in [read(&client).await, write(&client).await] {
        assert!(matches!(failure, Failure::Offline { .. }), "{failure:?}");
        assert!(!failure.may_have_run());
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_a_write_in_doubt_and_a_read_to_be_repeated() {
    for (reply, cause) in [
        (Reply::Close, LostAnswer::Cut),
        (Reply::Silence, LostAnswer::TimedOut),
        (Reply::Bytes(HALF.to_vec()), LostAnswer::Cut),
        (Reply::Bytes(HALF_CHUNKED.to_vec()), LostAnswer::Cut),
        (Reply::Stall(HALF.to_vec()), LostAnswer::TimedOut),
        (Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-".to_vec()), LostAnswer::Cut),
    ] {
        let server = LoopbackServer::start(vec![reply]).await;
        let client = server.client(token());
        let failure = write(&client).await;
        assert_eq!(failure, Failure::Unknown { cause });
        assert!(failure.may_have_run());
        assert!(matches!(read(&client).await, Failure::Transient { .. }));
        assert_eq!(server.arrived().len(), 2, "no request is repeated by itself");
    }
}

#[tokio::test]
async fn something_that_speaks_no_http_is_not_frappe() {
    let server = LoopbackServer::answering(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()).await;
    let failure = write(&server.client(token())).await;
    assert_eq!(failure, Failure::NotFrappe { why: NotFrappe::NotHttp });
    assert!(failure.may_have_run());
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let away = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/login?token=x\r\ncontent-length: 0\r\n\r\n";
    let server = LoopbackServer::answering(away.to_vec()).await;
    let failure = write(&server.client(token())).await;
    let to = Some("http://127.0.0.1:1".to_owned());
    assert_eq!(failure, Failure::NotFrappe { why: NotFrappe::Redirect { to } });
    assert_eq!(server.arrived().len(), 1);
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn gzip_answer(body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

#[tokio::test]
async fn compressed_answers_are_read_and_torn_ones_noticed() {
    let packed = gzip("{\"data\": {\"name\": \"A\"}}");
    let server = LoopbackServer::answering(gzip_answer(&packed)).await;
    let item = server.client(token()).get_doc("Item", "A").await.unwrap();
    assert_eq!(item.name(), Some("A"));

    let torn = LoopbackServer::answering(gzip_answer(&packed[..packed.len() / 2])).await;
    assert_eq!(write(&torn.client(token())).await, Failure::Unknown { cause: LostAnswer::Cut });
}

#[tokio::test]
async fn a_flood_is_stopped_at_the_limit() {
    let packed = gzip(&" ".repeat(200_000));
    let server = LoopbackServer::answering(gzip_answer(&packed)).await;
    let client = server.client(token());
    let request = WireRequest {
        method: satchel_frappe::transport::Method::Get,
        path: "/api/resource/Item".to_owned(),
        body: None,
        token: None,
        headers: Vec::new(),
        effect: Effect::Read,
        max_answer: 10_000,
    };
    assert_eq!(
        client.exchange(&request).await,
        Err(Failure::NotFrappe { why: NotFrappe::TooLarge { limit: 10_000 } })
    );
}

/// Counts requests on the way.
#[derive(Default)]
struct Crowd {
    now: std::sync::atomic::AtomicUsize,
    most: std::sync::atomic::AtomicUsize,
}

impl Transport for Crowd {
    fn send<'a>(&'a self, _: &'a WireRequest) -> Sending<'a> {
        use std::sync::atomic::Ordering::SeqCst;
        Box::pin(async {
            let now = self.now.fetch_add(1, SeqCst) + 1;
            self.most.fetch_max(now, SeqCst);
            tokio::time::sleep(Duration::from_millis(5)).await;
            self.now.fetch_sub(1, SeqCst);
            Err(satchel_frappe::TransportError::NotHttp)
        })
    }

    fn download<'a>(
        &'a self,
        request: &'a WireRequest,
        _: &'a mut dyn satchel_frappe::transport::BodySink,
    ) -> Sending<'a> {
        self.send(request)
    }
}

#[tokio::test]
async fn no_more_than_two_requests_are_on_the_way() {
    let crowd = Arc::new(Crowd::default());
    let client = Client::new(crowd.clone(), None);
    let all: Vec<_> = (0..10)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.ping().await })
        })
        .collect();
    for one in all {
        assert!(one.await.unwrap().is_err());
    }
    assert_eq!(crowd.most.load(std::sync::atomic::Ordering::SeqCst), 2);
}

#[tokio::test]
async fn nothing_secret_or_personal_is_written_down() {
    let server = LoopbackServer::answering(b"HTTP/1.1 417 X\r\ncontent-length: 76\r\n\r\n{\"exc_type\": \"ValidationError\", \"_error_message\": \"Ana Sousa owes too much\"}".to_vec()).await;
    let client = server.client(token());
    let failure = client.get_doc("Customer", "Ana Sousa").await.unwrap_err();
    assert_eq!(failure.to_string(), "refused: ValidationError (417)");
    assert_eq!(failure.message_args()[0].1, "Ana Sousa owes too much");
    let request = WireRequest {
        method: satchel_frappe::transport::Method::Get,
        path: "/api/resource/Customer/Ana%20Sousa?fields=x".to_owned(),
        body: None,
        token: token(),
        headers: Vec::new(),
        effect: Effect::Read,
        max_answer: 0,
    };
    assert_eq!(format!("{request:?}"), "GET /api/resource/Customer");
}

/// A TLS server with a certificate of its own authority, and that authority in PEM.
async fn tls_server() -> (String, Vec<u8>) {
    let authority_key = rcgen::KeyPair::generate().unwrap();
    let mut authority = rcgen::CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority_pem = authority.self_signed(&authority_key).unwrap().pem();
    let issuer = rcgen::Issuer::new(authority, authority_key);
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()])
        .unwrap()
        .signed_by(&key, &issuer)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            rustls::pki_types::PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let _ = stream.read(&mut [0; 2048]).await;
            let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 19\r\n\r\n{\"message\": \"pong\"}";
            let _ = stream.write_all(answer).await;
            let _ = stream.shutdown().await;
        }
    });
    (address, authority_pem.into_bytes())
}

fn transport(address: &str, authorities: Option<Vec<u8>>) -> Result<HttpTransport, HttpSetupError> {
    let options = HttpOptions {
        extra_authorities: authorities,
        connect: Duration::from_secs(2),
        ..HttpOptions::default()
    };
    HttpTransport::new(SiteAddress::parse(address).unwrap(), options)
}

#[tokio::test]
async fn an_unknown_authority_is_refused_and_the_users_own_trusted() {
    let (address, authority) = tls_server().await;
    let stranger = Client::new(Arc::new(transport(&address, None).unwrap()), token());
    assert_eq!(stranger.ping().await, Err(Failure::NotFrappe { why: NotFrappe::Certificate }));
    let known =
        Client::new(Arc::new(transport(&address, Some(authority.clone())).unwrap()), token());
    assert_eq!(known.ping().await, Ok(()));
    let carried =
        authorities::pem(authorities::certificates(&authority).unwrap().iter().map(Vec::as_slice));
    let known = Client::new(Arc::new(transport(&address, Some(carried.into())).unwrap()), token());
    assert_eq!(known.ping().await, Ok(()), "as a code carries it");
    let unreadable = transport(&address, Some(b"no certificate".to_vec()));
    assert!(matches!(unreadable, Err(HttpSetupError::Authorities)));
}

#[tokio::test]
async fn tls_to_a_plain_server_sends_nothing() {
    let server = LoopbackServer::answering(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()).await;
    let address = server.address.replace("http://", "https://");
    let client = Client::new(Arc::new(transport(&address, None).unwrap()), token());
    assert!(!client.insert("Item", &Document::new()).await.unwrap_err().may_have_run());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever bytes come over the socket, a read ends in an outcome and a write that may have been
    /// carried out is never called refused or offline.
    #[test]
    fn any_bytes_on_the_socket_give_an_outcome(
        head in prop_oneof![Just(&b""[..]), Just(&b"HTTP/1.1 200 OK\r\n"[..]), Just(&b"HTTP/1.1 417 X\r\ncontent-length: 40\r\n\r\n"[..])],
        tail in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = LoopbackServer::answering([head, &tail].concat()).await;
            let client = server.client(token());
            let failure = write(&client).await;
            prop_assert!(!matches!(failure, Failure::Offline { .. }), "{failure:?}");
            let failure = read(&client).await;
            prop_assert!(!matches!(failure, Failure::Unknown { .. }), "{failure:?}");
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn the_sites_clock_is_told_and_that_of_a_page_before_it_is_not() {
    use std::sync::{Mutex, PoisonError};
    let answer = |kind: &str, body: &str| {
        format!(
            "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ndate: Sat, 21 Nov 2026 21:46:05 GMT\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let heard = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&heard);
    let listener = Arc::new(move |date: chrono::DateTime<chrono::Utc>| {
        notes.lock().unwrap_or_else(PoisonError::into_inner).push(date.to_rfc3339());
    });
    let page = LoopbackServer::answering(answer("text/html", "<html>Sign in").into_bytes()).await;
    let client = page.client(token()).with_clock_listener(listener.clone());
    client.get_doc("Item", "A").await.unwrap_err();
    let good = answer("application/json", "{\"data\": {\"name\": \"A\"}}");
    let site = LoopbackServer::answering(good.into_bytes()).await;
    site.client(token()).with_clock_listener(listener).get_doc("Item", "A").await.unwrap();
    assert_eq!(*heard.lock().unwrap(), ["2026-11-21T21:46:05+00:00"]);
}
