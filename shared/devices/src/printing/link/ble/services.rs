//! The GATT services that printers were seen to take bytes by.
//!
//! None of them belongs to printers alone: scales and other dongles use the same modules. So a device is
//! a printer when the rep has seen its test page.

use btleplug::api::{CharPropFlags, Characteristic, Service};
use uuid::Uuid;

/// A service of printers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrinterService {
    /// The service.
    pub service: Uuid,
    /// Its characteristic that takes the bytes.
    pub write: Uuid,
    /// Its characteristic that answers, where it is known.
    pub notify: Option<Uuid>,
}

/// The Battery Service and its level in percent (Bluetooth SIG, assigned numbers).
pub const BATTERY: (Uuid, Uuid) = (short(0x180f), short(0x2a19));

/// Every service that is known, the surest first.
pub const KNOWN: [PrinterService; 8] = [
    PrinterService { service: short(0x18f0), write: short(0x2af1), notify: Some(short(0x2af0)) },
    PrinterService {
        service: Uuid::from_u128(0x49535343_fe7d_4ae5_8fa9_9fafd205e455),
        write: Uuid::from_u128(0x49535343_8841_43f4_a8d4_ecbe34729bb3),
        notify: Some(Uuid::from_u128(0x49535343_1e4d_4bd9_ba61_23c647249616)),
    },
    PrinterService { service: short(0xff00), write: short(0xff02), notify: None },
    PrinterService {
        service: Uuid::from_u128(0xe7810a71_73ae_499d_8c15_faa9aef0c3f2),
        write: Uuid::from_u128(0xbef8d6c9_9c21_4c9e_b632_bd58c1009f9f),
        notify: None,
    },
    PrinterService { service: short(0xffe0), write: short(0xffe1), notify: None },
    PrinterService {
        service: Uuid::from_u128(0x6e400001_b5a3_f393_e0a9_e50e24dcca9e),
        write: Uuid::from_u128(0x6e400002_b5a3_f393_e0a9_e50e24dcca9e),
        notify: None,
    },
    PrinterService { service: short(0xfff0), write: short(0xfff2), notify: None },
    PrinterService { service: short(0xfee7), write: short(0xfec7), notify: None },
];

/// A 16-bit UUID on the base of Bluetooth Core 5.4, volume 3, part B, 2.5.1.
const fn short(number: u16) -> Uuid {
    Uuid::from_u128(((number as u128) << 96) | 0x0000_0000_0000_1000_8000_0080_5f9b_34fb)
}

/// Where a device takes bytes, and where it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// Takes the bytes.
    pub write: Characteristic,
    /// Answers.
    pub notify: Option<Characteristic>,
    /// Tells the charge.
    pub battery: Option<Characteristic>,
}

/// Whether a device that advertises these services may be a printer.
pub(super) fn is_known(advertised: &[Uuid]) -> bool {
    KNOWN.iter().any(|known| advertised.contains(&known.service))
}

/// The way to print on a device with these services; none where it has no service of a printer.
pub(super) fn way(services: impl IntoIterator<Item = Service>) -> Option<Way> {
    let services: Vec<Service> = services.into_iter().collect();
    let of = |uuid: Uuid| services.iter().find(|service| service.uuid == uuid);
    KNOWN.iter().find_map(|known| {
        let service = of(known.service)?;
        let write = named(service, known.write).filter(takes)?;
        Some(Way {
            notify: answering(service, known, &write),
            battery: of(BATTERY.0).and_then(|battery| named(battery, BATTERY.1)),
            write,
        })
    })
}

fn named(service: &Service, uuid: Uuid) -> Option<Characteristic> {
    service.characteristics.iter().find(|one| one.uuid == uuid).cloned()
}

fn takes(characteristic: &Characteristic) -> bool {
    let either = CharPropFlags::WRITE | CharPropFlags::WRITE_WITHOUT_RESPONSE;
    characteristic.properties.intersects(either)
}

fn answers(characteristic: &Characteristic) -> bool {
    characteristic.properties.intersects(CharPropFlags::NOTIFY | CharPropFlags::INDICATE)
}

/// The characteristic known to answer, else the one that takes the bytes, else any of the service.
fn answering(
    service: &Service,
    known: &PrinterService,
    write: &Characteristic,
) -> Option<Characteristic> {
    known
        .notify
        .and_then(|uuid| named(service, uuid))
        .into_iter()
        .chain([write.clone()])
        .chain(service.characteristics.iter().cloned())
        .find(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characteristic(service: Uuid, uuid: Uuid, properties: CharPropFlags) -> Characteristic {
        let descriptors = Default::default();
        Characteristic { uuid, service_uuid: service, properties, descriptors }
    }

    fn service(uuid: Uuid, characteristics: &[(Uuid, CharPropFlags)]) -> Service {
        let all = characteristics.iter();
        let characteristics =
            all.map(|(own, properties)| characteristic(uuid, *own, *properties)).collect();
        Service { uuid, primary: true, characteristics }
    }

    #[test]
    fn the_table_is_written_as_in_the_field() {
        let text = |uuid: Uuid| uuid.to_string();
        assert_eq!(text(KNOWN[0].service), "000018f0-0000-1000-8000-00805f9b34fb");
        assert_eq!(text(KNOWN[1].service), "49535343-fe7d-4ae5-8fa9-9fafd205e455");
        assert_eq!(text(KNOWN[1].write), "49535343-8841-43f4-a8d4-ecbe34729bb3");
        assert_eq!(text(KNOWN[3].write), "bef8d6c9-9c21-4c9e-b632-bd58c1009f9f");
        assert_eq!(text(KNOWN[7].write), "0000fec7-0000-1000-8000-00805f9b34fb");
        let services: std::collections::BTreeSet<_> = KNOWN.iter().map(|one| one.service).collect();
        assert_eq!(services.len(), KNOWN.len());
        assert!(is_known(&[short(0x180a), short(0xff00)]) && !is_known(&[short(0x180a)]));
    }

    #[test]
    fn each_known_service_is_a_way() {
        for known in KNOWN {
            let found = way([service(known.service, &[(known.write, CharPropFlags::WRITE)])]);
            assert_eq!(found.map(|way| way.write.uuid), Some(known.write));
        }
    }

    #[test]
    fn a_service_that_takes_nothing_is_no_way_and_the_surest_one_is_taken() {
        let first = service(KNOWN[0].service, &[(KNOWN[0].write, CharPropFlags::READ)]);
        assert_eq!(way([first.clone()]), None);
        let second = service(
            KNOWN[2].service,
            &[
                (KNOWN[2].write, CharPropFlags::WRITE_WITHOUT_RESPONSE),
                (short(0xff01), CharPropFlags::NOTIFY),
            ],
        );
        let battery = service(BATTERY.0, &[(BATTERY.1, CharPropFlags::READ)]);
        let found = way([battery, first, second]).unwrap();
        assert_eq!(found.write.uuid, KNOWN[2].write);
        assert_eq!(found.notify.map(|one| one.uuid), Some(short(0xff01)));
        assert_eq!(found.battery.map(|one| one.uuid), Some(BATTERY.1));
        assert_eq!(way([service(short(0x180a), &[])]), None);
    }
}
