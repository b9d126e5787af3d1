//! Printers in the network: a plain stream, usually on port 9100.

use super::status::QUERIES;
use super::{LinkError, PrinterAddress, PrinterLink, PrinterLinks, PrinterStatus};
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::time::Duration;

/// How long a printer may take to answer the door.
const CONNECT: Duration = Duration::from_secs(4);
/// How long it may hold bytes back, as while it prints from a full buffer.
const WRITE: Duration = Duration::from_secs(15);
/// How long it may think about a question.
const ANSWER: Duration = Duration::from_millis(700);
/// How long it may take to hang up after the last byte; many never do.
const HANG_UP: Duration = Duration::from_secs(1);

/// Opens TCP connections.
#[derive(Debug, Clone, Copy, Default)]
pub struct TcpLinks;

struct TcpLink(TcpStream);

fn reason(error: &std::io::Error) -> LinkError {
    match error.kind() {
        ErrorKind::ConnectionRefused => LinkError::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => LinkError::TimedOut,
        ErrorKind::PermissionDenied => LinkError::NotAllowed,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof
        | ErrorKind::WriteZero => LinkError::Dropped,
        _ => LinkError::NotFound,
    }
}

impl PrinterLinks for TcpLinks {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        let PrinterAddress::Tcp { host, port } = address else {
            return Err(LinkError::Unsupported);
        };
        let found = (host.as_str(), *port).to_socket_addrs().map_err(|_| LinkError::NotFound)?;
        let mut problem = LinkError::NotFound;
        for address in found {
            match TcpStream::connect_timeout(&address, CONNECT) {
                Ok(stream) => {
                    stream.set_write_timeout(Some(WRITE)).map_err(|error| reason(&error))?;
                    return Ok(Box::new(TcpLink(stream)));
                }
                // A printer that is off does not answer at all.
                Err(error) if error.kind() == ErrorKind::TimedOut => problem = LinkError::NotFound,
                Err(error) => problem = reason(&error),
            }
        }
        Err(problem)
    }
}

impl PrinterLink for TcpLink {
    fn most(&self) -> usize {
        4096
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        self.0.write_all(bytes).map_err(|error| reason(&error))
    }

    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError> {
        let broke = |error: std::io::Error| reason(&error);
        self.0.set_read_timeout(Some(ANSWER)).map_err(broke)?;
        let mut answers = [0; 2];
        for (query, answer) in QUERIES.iter().zip(answers.chunks_mut(1)) {
            self.0.write_all(query).map_err(broke)?;
            match self.0.read_exact(answer) {
                Ok(()) => {}
                Err(error) if reason(&error) == LinkError::TimedOut => return Ok(None),
                Err(error) => return Err(reason(&error)),
            }
        }
        Ok(PrinterStatus::read(answers))
    }

    /// Ends the stream and waits for the printer to do so too: a reset shows that bytes were lost.
    fn finish(mut self: Box<Self>) -> Result<(), LinkError> {
        self.0.shutdown(Shutdown::Write).map_err(|error| reason(&error))?;
        self.0.set_read_timeout(Some(HANG_UP)).map_err(|error| reason(&error))?;
        let mut said = [0; 64];
        loop {
            match self.0.read(&mut said) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if reason(&error) == LinkError::TimedOut => return Ok(()),
                Err(error) => return Err(reason(&error)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{contract, send};
    use super::*;
    use std::net::TcpListener;
    use std::thread;

    /// Takes one connection and returns what came.
    fn listener() -> (PrinterAddress, thread::JoinHandle<Vec<u8>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).unwrap();
            bytes
        });
        (PrinterAddress::Tcp { host: "127.0.0.1".to_owned(), port }, taken)
    }

    #[test]
    fn the_contract() {
        let (address, taken) = listener();
        contract::check(&TcpLinks, &address, move || taken.join().unwrap());
    }

    #[test]
    fn nobody_there() {
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = PrinterAddress::Tcp { host: "127.0.0.1".to_owned(), port: free };
        assert_eq!(TcpLinks.open(&address).err(), Some(LinkError::Refused));
        let address = PrinterAddress::Tcp { host: "printer.invalid".to_owned(), port: 9100 };
        assert_eq!(TcpLinks.open(&address).err(), Some(LinkError::NotFound));
    }

    #[test]
    fn a_printer_that_goes_away_is_noticed() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let gone = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.read_exact(&mut [0; 1000]).unwrap();
        });
        let link =
            TcpLinks.open(&PrinterAddress::Tcp { host: "127.0.0.1".to_owned(), port }).unwrap();
        let stopped = send(link, &vec![7; 4 << 20], 4096, |_| {}).unwrap_err();
        assert_eq!(stopped.error, LinkError::Dropped);
        assert!(stopped.sent < 4 << 20);
        gone.join().unwrap();
    }

    #[test]
    fn a_printer_that_tells_its_state() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let printer = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            for (query, answer) in QUERIES.iter().zip([0x16_u8, 0x12]) {
                let mut asked = [0; 3];
                stream.read_exact(&mut asked).unwrap();
                assert_eq!(asked, *query);
                stream.write_all(&[answer]).unwrap();
            }
        });
        let mut link =
            TcpLinks.open(&PrinterAddress::Tcp { host: "127.0.0.1".to_owned(), port }).unwrap();
        let status = link.status().unwrap().unwrap();
        assert_eq!(status, PrinterStatus { cover_open: true, ..PrinterStatus::default() });
        printer.join().unwrap();
    }
}
