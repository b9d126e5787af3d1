//! Positions from a recording or a receiver on the network: NMEA sentences from a file, at the pace they were
//! taken, or from a TCP port as they come. For development, vehicles and tests.

use super::nmea::NmeaReader;
use super::{Fix, LocationSource, LocationTrouble, Whereabouts};
use crate::clock::Clock;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::watch;

/// The longest pause of a recording that is kept.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How long a receiver on the network is waited for.
const CONNECT: Duration = Duration::from_secs(5);
/// Bytes of a line; more without an end is no line of a receiver.
const MAX_LINE: u64 = 4_096;

/// Where the sentences come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NmeaSource {
    /// A recording.
    File(PathBuf),
    /// A receiver or `gpsd`-like server: host and port.
    Tcp(String),
}

impl NmeaSource {
    /// Reads `tcp:HOST:PORT`, or else the path of a file.
    pub fn read(text: &str) -> Self {
        match text.strip_prefix("tcp:") {
            Some(address) => Self::Tcp(address.to_owned()),
            None => Self::File(PathBuf::from(text)),
        }
    }
}

/// Follows sentences on a thread of its own, until dropped or until they end.
#[derive(Debug)]
pub struct NmeaReplay {
    known: watch::Receiver<Whereabouts>,
}

impl NmeaReplay {
    /// Begins to follow. What keeps the sentences away shows as the trouble of what is known.
    pub fn start(source: NmeaSource, clock: Arc<dyn Clock>) -> Self {
        let (sender, known) = watch::channel(Whereabouts::default());
        thread::spawn(move || {
            let trouble = match follow(&source, clock.as_ref(), &sender) {
                Ok(()) => LocationTrouble::Lost,
                Err(error) => {
                    tracing::warn!(%error, "no positions from the recording or receiver");
                    LocationTrouble::NoReceiver
                }
            };
            sender.send_modify(|known| known.trouble = Some(trouble));
        });
        Self { known }
    }
}

impl LocationSource for NmeaReplay {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        self.known.clone()
    }
}

fn follow(
    source: &NmeaSource,
    clock: &dyn Clock,
    sender: &watch::Sender<Whereabouts>,
) -> io::Result<()> {
    let mut reader = NmeaReader::default();
    match source {
        NmeaSource::Tcp(address) => each_line(connect(address)?, |line| {
            if let Some(fix) = reader.read(line, clock.now()) {
                sender.send_replace(Whereabouts { fix: Some(fix), trouble: None });
            }
            !sender.is_closed()
        }),
        NmeaSource::File(path) => {
            // At its own pace: what was a second apart is shown a second apart, as made now.
            let mut before = None;
            each_line(File::open(path)?, |line| {
                if let Some(fix) = reader.read(line, clock.now()) {
                    let pause = before.replace(fix.at).map(|before| fix.at - before);
                    thread::sleep(
                        pause.and_then(|p| p.to_std().ok()).unwrap_or_default().min(LONGEST_PAUSE),
                    );
                    let fix = Fix { at: clock.now(), ..fix };
                    sender.send_replace(Whereabouts { fix: Some(fix), trouble: None });
                }
                !sender.is_closed()
            })
        }
    }
}

/// The first of the host's addresses that answers.
fn connect(address: &str) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for at in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&at, CONNECT) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Shows each line until it says to stop or the lines end. Bytes that are no text become lines that are no
/// sentence; a line without an end is cut.
fn each_line(from: impl Read, mut show: impl FnMut(&str) -> bool) -> io::Result<()> {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    loop {
        line.clear();
        if from.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if !show(&String::from_utf8_lossy(&line)) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FakeClock;
    use crate::location::{contract, one_fix};
    use std::io::Write;
    use std::net::TcpListener;

    const SENTENCES: &str = "\
        $GPGGA,120000.00,4108.7900,N,00836.6660,W,1,08,1.2,83.0,M,55.2,M,,*47\r\n\
        \u{fffd} torn\r\n\
        $GPGGA,120001.00,4108.8000,N,00836.6660,W,1,08,1.2,83.0,M,55.2,M,,*40\r\n";

    fn clock() -> Arc<FakeClock> {
        Arc::new(FakeClock::at("2026-11-22T12:00:30Z".parse().unwrap()))
    }

    async fn second(source: NmeaSource) -> Whereabouts {
        let replay = NmeaReplay::start(source, clock());
        let mut known = replay.watch();
        let ended = known.wait_for(|known| known.trouble.is_some());
        *tokio::time::timeout(Duration::from_secs(20), ended).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn it_keeps_the_contract() {
        let patience = Duration::from_secs(20);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("round.nmea");
        // The second is ten minutes later, so the recording has not ended meanwhile.
        std::fs::write(&path, SENTENCES.replace("120001.00,", "121001.00,").replace("*40", "*41"))
            .unwrap();
        contract::check(&NmeaReplay::start(NmeaSource::File(path), clock()), patience).await;

        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let receiver = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(SENTENCES.as_bytes()).unwrap();
            stream
        });
        let source = NmeaSource::read(&format!("tcp:{address}"));
        let replay = NmeaReplay::start(source, clock());
        let _open = receiver.join().unwrap();
        contract::check(&replay, patience).await;

        let nothing = NmeaReplay::start(NmeaSource::read("/no/such/file"), clock());
        contract::check_troubled(&nothing, LocationTrouble::NoReceiver, patience).await;
    }

    #[tokio::test]
    async fn a_recording_is_followed_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("round.nmea");
        std::fs::write(&path, SENTENCES).unwrap();
        let known = second(NmeaSource::File(path)).await;
        let fix = known.fix.unwrap();
        assert_eq!(fix.latitude_e7, 411_466_667);
        assert_eq!(fix.at, clock().now(), "a replayed fix is made now");
        assert_eq!(known.trouble, Some(LocationTrouble::Lost));
    }

    #[tokio::test]
    async fn a_receiver_on_the_network_is_followed_until_it_goes() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let receiver = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(SENTENCES.as_bytes()).unwrap();
        });
        let known = second(NmeaSource::read(&format!("tcp:{address}"))).await;
        receiver.join().unwrap();
        assert_eq!(known.fix.unwrap().latitude_e7, 411_466_667);
        assert_eq!(known.trouble, Some(LocationTrouble::Lost));
    }

    #[tokio::test]
    async fn without_a_recording_there_is_no_receiver() {
        let replay = NmeaReplay::start(NmeaSource::read("/no/such/file"), clock());
        let answer = one_fix(&replay, clock().now(), 50, Duration::from_secs(20)).await;
        assert_eq!(answer, Err(LocationTrouble::NoReceiver));
    }
}
