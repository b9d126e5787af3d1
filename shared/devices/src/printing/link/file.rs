//! Printers that are files: a device node such as `/dev/usb/lp0`, or a file to look into.

use super::{LinkError, PrinterAddress, PrinterLink, PrinterLinks, PrinterStatus};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};

/// Opens files, to append.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileLinks;

struct FileLink(File);

fn reason(error: &std::io::Error) -> LinkError {
    match error.kind() {
        ErrorKind::PermissionDenied => LinkError::NotAllowed,
        ErrorKind::ResourceBusy => LinkError::Refused,
        ErrorKind::NotFound => LinkError::NotFound,
        _ => LinkError::Dropped,
    }
}

impl PrinterLinks for FileLinks {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        let PrinterAddress::File(path) = address else { return Err(LinkError::Unsupported) };
        let file = OpenOptions::new().append(true).create(true).open(path);
        Ok(Box::new(FileLink(file.map_err(|error| reason(&error))?)))
    }
}

impl PrinterLink for FileLink {
    fn most(&self) -> usize {
        4096
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        self.0.write_all(bytes).map_err(|error| reason(&error))
    }

    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError> {
        Ok(None)
    }

    fn finish(mut self: Box<Self>) -> Result<(), LinkError> {
        self.0.flush().map_err(|error| reason(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract;
    use super::*;

    #[test]
    fn the_contract() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("printer");
        let address = PrinterAddress::File(path.clone());
        contract::check(&FileLinks, &address, move || std::fs::read(path).unwrap());
        let missing = PrinterAddress::File(folder.path().join("no/printer"));
        assert_eq!(FileLinks.open(&missing).err(), Some(LinkError::NotFound));
    }
}
