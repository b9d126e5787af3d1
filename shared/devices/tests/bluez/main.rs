//! btleplug's own code, and ours above it, against a BlueZ of our own on a private bus.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/alone.rs"]
mod alone;
#[path = "../support/bus.rs"]
mod bus;
mod fake;

use fake::{ADDRESS, Bluez, Printer};
use satchel_devices::printing::link::{
    BleLinks, LinkError, PrinterAddress, PrinterLinks, PrinterStatus, contract, send,
};
use std::process::Command;
use std::time::Duration;

fn alone(name: &str, scenario: impl FnOnce(&str)) {
    alone::alone("DBUS_SYSTEM_BUS_ADDRESS", name, scenario);
}

fn address() -> PrinterAddress {
    ADDRESS.parse().unwrap()
}

fn bytes(count: u32) -> Vec<u8> {
    (0..count).map(|at| (at * 31 % 251) as u8).collect()
}

fn opened(printer: Printer, bus: &str) -> Result<(), LinkError> {
    let bluez = Bluez::serve(bus, Some(printer));
    let opened = BleLinks.open(&address()).map(drop);
    bluez.wait_for_the_end();
    opened
}

fn identical_at(mtu: u16, largest: usize, bus: &str) {
    let bluez = Bluez::serve(bus, Some(Printer { mtu, ..Printer::default() }));
    contract::check(&BleLinks, &address(), || bluez.look().prints.concat());
    bluez.wait_for_the_end();
    let writes = bluez.look().writes.clone();
    assert_eq!(writes.iter().map(|(size, _)| *size).max(), Some(largest));
    assert!(writes.iter().all(|(_, kind)| kind == "request"), "{writes:?}");
}

#[test]
fn bytes_arrive_identical_at_mtu_23() {
    alone("bytes_arrive_identical_at_mtu_23", |bus| identical_at(23, 20, bus));
}

#[test]
fn bytes_arrive_identical_at_mtu_185() {
    alone("bytes_arrive_identical_at_mtu_185", |bus| identical_at(185, 180, bus));
}

#[test]
fn a_printer_that_answers_no_writes_is_sent_them_slowly() {
    alone("a_printer_that_answers_no_writes_is_sent_them_slowly", |bus| {
        let service =
            ("49535343-fe7d-4ae5-8fa9-9fafd205e455", "49535343-8841-43f4-a8d4-ecbe34729bb3");
        let printer = Printer { service, flags: &["write-without-response"], ..Printer::default() };
        let bluez = Bluez::serve(bus, Some(printer));
        let begun = std::time::Instant::now();
        let link = BleLinks.open(&address()).unwrap();
        send(link, &bytes(3_600), 4096, |_| {}).unwrap();
        assert!(begun.elapsed() >= Duration::from_millis(360), "{:?}", begun.elapsed());
        assert_eq!(bluez.look().prints.concat(), bytes(3_600));
        assert!(bluez.look().writes.iter().all(|(_, kind)| kind == "command"));
    });
}

#[test]
fn a_connection_that_drops_after_1_000_bytes_is_told_and_a_new_one_prints_all() {
    alone("a_connection_that_drops_after_1_000_bytes_is_told_and_a_new_one_prints_all", |bus| {
        let bluez = Bluez::serve(bus, Some(Printer { drops: vec![1_000], ..Printer::default() }));
        let link = BleLinks.open(&address()).unwrap();
        let stopped = send(link, &bytes(3_000), 4096, |_| {}).unwrap_err();
        assert_eq!((stopped.sent, stopped.error), (900, LinkError::Dropped));
        let link = BleLinks.open(&address()).unwrap();
        send(link, &bytes(3_000), 4096, |_| {}).unwrap();
        let prints = bluez.look().prints.clone();
        assert_eq!(prints.len(), 2);
        assert_eq!(prints[0], bytes(900));
        assert_eq!(prints[1], bytes(3_000));
    });
}

#[test]
fn a_printer_that_refuses() {
    alone("a_printer_that_refuses", |bus| {
        let ended = opened(Printer { refuses: true, ..Printer::default() }, bus);
        assert_eq!(ended, Err(LinkError::Refused));
    });
}

#[test]
fn a_phone_without_an_adapter() {
    alone("a_phone_without_an_adapter", |bus| {
        let _bluez = Bluez::serve(bus, None);
        assert_eq!(BleLinks.open(&address()).err(), Some(LinkError::NoRadio));
        assert_eq!(BleLinks.find(Duration::ZERO).err(), Some(LinkError::NoRadio));
    });
}

#[test]
fn a_phone_without_bluez() {
    alone("a_phone_without_bluez", |bus| {
        assert_eq!(BleLinks.find(Duration::ZERO).err(), Some(LinkError::NoRadio));
        let bluez = Bluez::serve(bus, Some(Printer::default()));
        assert!(BleLinks.open(&address()).is_ok(), "it came up meanwhile");
        bluez.wait_for_the_end();
    });
}

#[test]
fn a_radio_that_is_off_stays_off() {
    alone("a_radio_that_is_off_stays_off", |bus| {
        let bluez = Bluez::serve(bus, Some(Printer { powered: false, ..Printer::default() }));
        assert_eq!(BleLinks.open(&address()).err(), Some(LinkError::RadioOff));
        assert_eq!(BleLinks.find(Duration::ZERO).err(), Some(LinkError::RadioOff));
        assert!(!bluez.look().powered, "switching it on is for the rep");
        bluez.look().powered = true;
        assert!(BleLinks.open(&address()).is_ok());
    });
}

#[test]
fn a_scan_that_is_denied() {
    alone("a_scan_that_is_denied", |bus| {
        let _bluez = Bluez::serve(bus, Some(Printer { denied: true, ..Printer::default() }));
        assert_eq!(BleLinks.find(Duration::ZERO).err(), Some(LinkError::NotAllowed));
    });
}

#[test]
fn a_device_without_a_service_of_printers_is_none() {
    alone("a_device_without_a_service_of_printers_is_none", |bus| {
        let ended = opened(Printer { service: ("181d", "2a9d"), ..Printer::default() }, bus);
        assert_eq!(ended, Err(LinkError::NotAPrinter));
    });
}

#[test]
fn what_is_near_is_found_and_what_was_near_once_is_not() {
    alone("what_is_near_is_found_and_what_was_near_once_is_not", |bus| {
        let _bluez = Bluez::serve(bus, Some(Printer { hidden: true, ..Printer::default() }));
        let found = BleLinks.find(Duration::from_millis(500)).unwrap();
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.name.as_str(), &one.address), ("MTP-2", &address()));
        assert_eq!((one.likely, one.signal_dbm), (true, Some(-61)));
    });
}

#[test]
fn a_saved_printer_is_found_again_by_itself() {
    alone("a_saved_printer_is_found_again_by_itself", |bus| {
        let bluez = Bluez::serve(bus, Some(Printer { hidden: true, ..Printer::default() }));
        let link = BleLinks.open(&address()).unwrap();
        send(link, b"hello", 4096, |_| {}).unwrap();
        assert_eq!(bluez.look().prints, [b"hello"]);
        let elsewhere = "ble:hci0/dev_99_99_99_99_99_99".parse().unwrap();
        assert_eq!(BleLinks.open(&elsewhere).err(), Some(LinkError::NotFound));
    });
}

#[test]
fn all_who_look_share_one_scan() {
    alone("all_who_look_share_one_scan", |bus| {
        let shy = Duration::from_millis(1_500);
        let bluez = Bluez::serve(bus, Some(Printer { hidden: true, shy, ..Printer::default() }));
        let printing = std::thread::spawn(|| {
            let link = BleLinks.open(&address()).unwrap();
            send(link, b"hello", 4096, |_| {}).unwrap();
        });
        while !bluez.look().scanning {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(BleLinks.find(Duration::from_millis(300)).unwrap(), [], "it is not there yet");
        assert!(bluez.look().scanning, "somebody still looks");
        printing.join().unwrap();
        assert_eq!(bluez.look().prints, [b"hello"]);
        assert!(!bluez.look().scanning);
    });
}

#[test]
fn a_printer_that_is_missing_holds_up_no_other() {
    alone("a_printer_that_is_missing_holds_up_no_other", |bus| {
        let bluez = Bluez::serve(bus, Some(Printer::default()));
        let missing = std::thread::spawn(|| {
            BleLinks.open(&"ble:hci0/dev_99_99_99_99_99_99".parse().unwrap()).err()
        });
        while !bluez.look().scanning {
            std::thread::sleep(Duration::from_millis(10));
        }
        let begun = std::time::Instant::now();
        send(BleLinks.open(&address()).unwrap(), b"hello", 4096, |_| {}).unwrap();
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        assert_eq!(bluez.look().prints, [b"hello"]);
        assert_eq!(missing.join().unwrap(), Some(LinkError::NotFound));
    });
}

#[test]
fn a_printer_tells_its_state_and_its_charge() {
    alone("a_printer_tells_its_state_and_its_charge", |bus| {
        let answers = Some([0x16, 0x1e]);
        let printer = Printer { answers, battery: Some(64), ..Printer::default() };
        let bluez = Bluez::serve(bus, Some(printer));
        let mut link = BleLinks.open(&address()).unwrap();
        let told = link.status().unwrap().unwrap();
        let open = PrinterStatus { cover_open: true, paper_low: true, ..PrinterStatus::default() };
        assert_eq!(told, open);
        assert_eq!(link.battery().unwrap(), Some(64));
        bluez.look().answers = None;
        bluez.look().battery = Some(200);
        assert_eq!(link.status().unwrap(), None, "silence is no state");
        assert_eq!(link.battery().unwrap(), None);
    });
}

#[test]
fn a_printer_that_takes_nothing_any_more() {
    alone("a_printer_that_takes_nothing_any_more", |bus| {
        let bluez = Bluez::serve(bus, Some(Printer { holds_back: true, ..Printer::default() }));
        let link = BleLinks.open(&address()).unwrap();
        let stopped = send(link, &bytes(100), 4096, |_| {}).unwrap_err();
        assert_eq!((stopped.sent, stopped.error), (0, LinkError::TimedOut));
        bluez.wait_for_the_end();
    });
}

/// bluez-async panics in a task of its own then; the app goes on.
#[test]
fn a_bus_that_goes_away_ends_the_print_and_nothing_else() {
    alone("a_bus_that_goes_away_ends_the_print_and_nothing_else", |bus| {
        let answers = Some([0x12, 0x12]);
        let _bluez = Bluez::serve(bus, Some(Printer { answers, ..Printer::default() }));
        let mut link = BleLinks.open(&address()).unwrap();
        assert_eq!(link.status().unwrap(), Some(PrinterStatus::default()));
        let ended = Command::new("kill").arg(std::env::var(alone::BUS).unwrap()).status().unwrap();
        assert!(ended.success());
        std::thread::sleep(Duration::from_millis(300));
        let stopped = send(link, &bytes(100), 4096, |_| {}).unwrap_err();
        assert_eq!((stopped.sent, stopped.error), (0, LinkError::TimedOut));
        assert_eq!(BleLinks.find(Duration::ZERO).err(), Some(LinkError::NoRadio));
    });
}
