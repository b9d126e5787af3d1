//! Printers by Bluetooth Low Energy, through btleplug.

mod printer;
mod radio;
mod reason;
mod services;

use super::{FoundPrinter, LinkError, PrinterAddress, PrinterLink, PrinterLinks};
use btleplug::api::{Central, Peripheral as _, PeripheralProperties};
use btleplug::platform::Peripheral;
use radio::radio;
use std::cmp::Reverse;
use std::time::Duration;

/// What a search may take beyond its time: the radio starts and stops.
const AROUND: Duration = Duration::from_secs(10);
/// "Imaging, printer" in the class of a device (Bluetooth SIG, assigned numbers, 2.8.2).
const PRINTER_CLASS: u32 = 0x0680;
/// Major class and the printer's bit of it.
const PRINTER_CLASS_MASK: u32 = 0x1f80;

/// Opens connections by Bluetooth Low Energy. All of them share the one radio of the process.
#[derive(Debug, Clone, Copy, Default)]
pub struct BleLinks;

impl PrinterLinks for BleLinks {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        let PrinterAddress::Ble(id) = address else { return Err(LinkError::Unsupported) };
        Ok(Box::new(printer::open(radio()?, id)?))
    }

    fn find(&self, time: Duration) -> Result<Vec<FoundPrinter>, LinkError> {
        let radio = radio()?;
        radio.ask(time.saturating_add(AROUND), async move {
            let adapter = radio.adapter().await?;
            radio
                .scanning(&adapter, async {
                    tokio::time::sleep(time).await;
                    let around =
                        adapter.peripherals().await.map_err(|error| reason::reason(&error))?;
                    let mut found = Vec::new();
                    for one in around {
                        found.extend(seen(&one).await);
                    }
                    found.sort_by_key(|one: &FoundPrinter| (!one.likely, Reverse(one.signal_dbm)));
                    Ok(found)
                })
                .await
        })
    }
}

/// A device that is there now; one that went away while it was looked at is not.
async fn seen(peripheral: &Peripheral) -> Option<FoundPrinter> {
    let properties = peripheral.properties().await.ok()??;
    // BlueZ also lists what it saw long ago, without a signal.
    if cfg!(target_os = "linux")
        && properties.rssi.is_none()
        && !peripheral.is_connected().await.unwrap_or(false)
    {
        return None;
    }
    let class = properties.class.unwrap_or_default();
    Some(FoundPrinter {
        name: name(&properties),
        address: PrinterAddress::Ble(peripheral.id().to_string()),
        likely: services::is_known(&properties.services)
            || class & PRINTER_CLASS_MASK == PRINTER_CLASS,
        signal_dbm: properties.rssi,
    })
}

/// What a device calls itself. BlueZ calls one without a name by its address.
fn name(properties: &PeripheralProperties) -> String {
    let address = properties.address.to_string();
    let is_name =
        |name: &String| !name.trim().is_empty() && name.replace(['-', '_'], ":") != address;
    let names = [&properties.local_name, &properties.advertisement_name];
    names.into_iter().flatten().find(|name| is_name(name)).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_name() {
        let address = "11:22:33:44:AA:66".parse().unwrap();
        let named = |local: &str, advertised: Option<&str>| {
            name(&PeripheralProperties {
                address,
                local_name: Some(local.to_owned()),
                advertisement_name: advertised.map(str::to_owned),
                ..Default::default()
            })
        };
        assert_eq!(named("11-22-33-44-AA-66", None), "");
        assert_eq!(named("11-22-33-44-AA-66", Some("MTP-2")), "MTP-2");
        assert_eq!(named("Van", Some("MTP-2")), "Van");
    }

    #[test]
    fn an_address_of_another_kind_is_for_others() {
        let address = "192.168.1.50".parse().unwrap();
        assert_eq!(BleLinks.open(&address).err(), Some(LinkError::Unsupported));
    }
}
