//! Printers of Bluetooth Classic: the Serial Port Profile through Java's BluetoothSocket.

use super::bridge::java;
use super::{call, phone};
use crate::printing::link::{
    FoundPrinter, LinkError, PrinterAddress, PrinterLink, PrinterLinks, PrinterStatus, QUERIES,
};
use std::time::Duration;

/// Most bytes of one write: a printer's buffer takes them while the one before is printed.
const MOST: usize = 1024;
/// For the answer to a query.
const ANSWER_MILLIS: i32 = 500;
/// Bytes the radio has taken are on their way still when the last write returns.
const LINGER: Duration = Duration::from_millis(500);

/// Java's numbers (`SerialPrinter.java`).
fn reason(number: i32) -> LinkError {
    match number {
        -1 => LinkError::NotFound,
        -2 => LinkError::Refused,
        -3 => LinkError::RadioOff,
        -4 => LinkError::NotAllowed,
        -6 => LinkError::TimedOut,
        _ => LinkError::Dropped,
    }
}

/// Reaches printers that are paired with the phone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SerialLinks;

impl PrinterLinks for SerialLinks {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        let PrinterAddress::Serial(device) = address else { return Err(LinkError::Unsupported) };
        let opened = call(|env, classes| {
            let device = env.new_string(device)?;
            java!(env, &classes.printer, "open", "(Ljava/lang/String;)I", [(&device).into()])?.i()
        });
        match opened {
            Ok(number) if number > 0 => Ok(Box::new(SerialLink(number))),
            Ok(number) => Err(reason(number)),
            Err(_) => Err(LinkError::RadioOff),
        }
    }

    /// The paired ones: pairing is the phone's own business.
    fn find(&self, _: Duration) -> Result<Vec<FoundPrinter>, LinkError> {
        let paired = call(|env, classes| {
            let given = java!(env, &classes.printer, "paired", "()Ljava/lang/String;", [])?;
            phone::string(env, given)
        });
        match paired {
            Ok(Some(lines)) => Ok(lines.lines().filter_map(found).collect()),
            Ok(None) => Err(LinkError::NotAllowed),
            Err(_) => Err(LinkError::RadioOff),
        }
    }
}

/// A line of `SerialPrinter.paired`.
fn found(line: &str) -> Option<FoundPrinter> {
    let mut parts = line.splitn(3, '\t');
    let (device, imaging, name) = (parts.next()?, parts.next()?, parts.next()?);
    Some(FoundPrinter {
        name: name.to_owned(),
        address: PrinterAddress::Serial(device.to_owned()),
        likely: imaging == "1",
        signal_dbm: None,
    })
}

struct SerialLink(i32);

impl SerialLink {
    fn byte(&self) -> Result<Option<u8>, LinkError> {
        let said = call(|env, classes| {
            let (number, most) = (self.0.into(), ANSWER_MILLIS.into());
            java!(env, &classes.printer, "read", "(II)I", [number, most])?.i()
        });
        match said {
            Ok(said) => match u8::try_from(said) {
                Ok(byte) => Ok(Some(byte)),
                Err(_) if reason(said) == LinkError::TimedOut => Ok(None),
                Err(_) => Err(reason(said)),
            },
            Err(_) => Err(LinkError::Dropped),
        }
    }
}

impl PrinterLink for SerialLink {
    fn most(&self) -> usize {
        MOST
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        let written = call(|env, classes| {
            let bytes = env.byte_array_from_slice(bytes)?;
            java!(env, &classes.printer, "write", "(I[B)I", [self.0.into(), (&bytes).into()])?.i()
        });
        match written {
            Ok(0) => Ok(()),
            Ok(number) => Err(reason(number)),
            Err(_) => Err(LinkError::Dropped),
        }
    }

    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError> {
        let mut answers = [0; 2];
        for (query, answer) in QUERIES.iter().zip(&mut answers) {
            self.write(query)?;
            match self.byte()? {
                Some(byte) => *answer = byte,
                None => return Ok(None),
            }
        }
        Ok(PrinterStatus::read(answers))
    }

    fn finish(self: Box<Self>) -> Result<(), LinkError> {
        std::thread::sleep(LINGER);
        Ok(())
    }
}

impl Drop for SerialLink {
    fn drop(&mut self) {
        let _ = call(|env, classes| {
            java!(env, &classes.printer, "close", "(I)V", [self.0.into()]).map(drop)
        });
    }
}
