//! Where a printer is, as text that a rep can type and the store can keep.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// The port printers listen on (raw printing, as HP JetDirect began it).
pub const DEFAULT_PORT: u16 = 9100;

/// Where a printer is. Written as `tcp:192.168.1.50:9100`, `ble:…`, `spp:00:11:22:AA:BB:CC` or `file:/…`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PrinterAddress {
    /// In the network.
    Tcp {
        /// Name or number.
        host: String,
        /// Port.
        port: u16,
    },
    /// By Bluetooth Low Energy, under the platform's own name for the device.
    Ble(String),
    /// By Bluetooth Classic, the Serial Port Profile: the device's address.
    Serial(String),
    /// A file or a device node, such as `/dev/usb/lp0`.
    File(PathBuf),
}

/// A text that is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a printer")]
pub struct BadAddress;

impl fmt::Display for PrinterAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp { host, port } if host.contains(':') => write!(f, "tcp:[{host}]:{port}"),
            Self::Tcp { host, port } => write!(f, "tcp:{host}:{port}"),
            Self::Ble(device) => write!(f, "ble:{device}"),
            Self::Serial(device) => write!(f, "spp:{device}"),
            Self::File(path) => write!(f, "file:{}", path.display()),
        }
    }
}

impl FromStr for PrinterAddress {
    type Err = BadAddress;

    /// Without a kind it is an address in the network, and without a port it is [`DEFAULT_PORT`].
    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        if let Some(device) = text.strip_prefix("ble:") {
            let plain =
                !device.is_empty() && device.len() <= 200 && !device.contains(char::is_control);
            return if plain { Ok(Self::Ble(device.to_owned())) } else { Err(BadAddress) };
        }
        if let Some(device) = text.strip_prefix("spp:") {
            let parts: Vec<&str> = device.split(':').collect();
            let byte =
                |part: &&str| part.len() == 2 && part.chars().all(|sign| sign.is_ascii_hexdigit());
            let is_address = parts.len() == 6 && parts.iter().all(byte);
            // Android knows addresses in capitals alone.
            return if is_address {
                Ok(Self::Serial(device.to_uppercase()))
            } else {
                Err(BadAddress)
            };
        }
        if let Some(path) = text.strip_prefix("file:") {
            let path = PathBuf::from(path);
            return if path.is_absolute() { Ok(Self::File(path)) } else { Err(BadAddress) };
        }
        network(text.strip_prefix("tcp:").unwrap_or(text))
    }
}

fn network(text: &str) -> Result<PrinterAddress, BadAddress> {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (host, behind) = rest.split_once(']').ok_or(BadAddress)?;
            host.parse::<std::net::Ipv6Addr>().map_err(|_| BadAddress)?;
            (
                host,
                behind.strip_prefix(':').or((behind.is_empty()).then_some("")).ok_or(BadAddress)?,
            )
        }
        None => text.split_once(':').unwrap_or((text, "")),
    };
    let named = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_');
    let is_name = !host.is_empty() && host.len() <= 253 && host.chars().all(named);
    if !is_name && host.parse::<std::net::Ipv6Addr>().is_err() {
        return Err(BadAddress);
    }
    let port = match port {
        "" => DEFAULT_PORT,
        port => port.parse().ok().filter(|port| *port > 0).ok_or(BadAddress)?,
    };
    Ok(PrinterAddress::Tcp { host: host.to_owned(), port })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<String, BadAddress> {
        text.parse::<PrinterAddress>().map(|address| address.to_string())
    }

    #[test]
    fn addresses() {
        assert_eq!(read("192.168.1.50").unwrap(), "tcp:192.168.1.50:9100");
        assert_eq!(read(" kitchen.local:9101 ").unwrap(), "tcp:kitchen.local:9101");
        assert_eq!(read("[fe80::1]").unwrap(), "tcp:[fe80::1]:9100");
        assert_eq!(read("file:/dev/usb/lp0").unwrap(), "file:/dev/usb/lp0");
        assert_eq!(read("ble:hci0/dev_11").unwrap(), "ble:hci0/dev_11");
        assert_eq!(read("spp:00:11:22:aa:bb:cc").unwrap(), "spp:00:11:22:AA:BB:CC");
        for wrong in [
            "",
            "ble:",
            "spp:00:11",
            "spp:+1:11:22:33:44:55",
            "file:x",
            "a b",
            "host:0",
            "host:70000",
            "http://x",
            "[1]",
            "::1",
        ] {
            assert_eq!(read(wrong), Err(BadAddress), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(text in "(tcp:|ble:|spp:|file:/)?[a-z0-9.:\\[\\]/-]{0,20}|\\PC{0,20}") {
            if let Ok(address) = text.parse::<PrinterAddress>() {
                prop_assert_eq!(address.to_string().parse::<PrinterAddress>(), Ok(address));
            }
        }
    }
}
