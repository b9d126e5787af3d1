//! GeoClue's adapter against a GeoClue of our own on a private bus.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "support/bus.rs"]
mod bus;

use bus::Bus;
use chrono::{DateTime, Utc};
use satchel_devices::location::geoclue::GeoClue;
use satchel_devices::location::{LocationSource, LocationTrouble, Whereabouts, contract, one_fix};
use std::time::Duration;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath};
use zbus::{Connection, fdo, interface};

const CLIENT: &str = "/org/freedesktop/GeoClue2/Client/1";
const PATIENCE: Duration = Duration::from_secs(20);

struct Manager;

#[interface(name = "org.freedesktop.GeoClue2.Manager")]
impl Manager {
    fn get_client(&self) -> OwnedObjectPath {
        ObjectPath::try_from(CLIENT).unwrap().into()
    }
}

struct Client {
    denies: bool,
    desktop_id: String,
    accuracy: u32,
}

#[interface(name = "org.freedesktop.GeoClue2.Client")]
impl Client {
    async fn start(&self, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> fdo::Result<()> {
        if self.denies || self.desktop_id != "satchel" || self.accuracy != 8 {
            return Err(fdo::Error::AccessDenied("not this one".into()));
        }
        for place in ["/nowhere", "/porto"] {
            let path = |path: &str| ObjectPath::try_from(path.to_owned()).unwrap();
            Self::location_updated(&emitter, path("/"), path(place)).await?;
        }
        Ok(())
    }

    #[zbus(property)]
    fn desktop_id(&self) -> String {
        self.desktop_id.clone()
    }

    #[zbus(property)]
    fn set_desktop_id(&mut self, id: String) {
        self.desktop_id = id;
    }

    #[zbus(property)]
    fn requested_accuracy_level(&self) -> u32 {
        self.accuracy
    }

    #[zbus(property)]
    fn set_requested_accuracy_level(&mut self, level: u32) {
        self.accuracy = level;
    }

    #[zbus(signal)]
    async fn location_updated(
        emitter: &SignalEmitter<'_>,
        old: ObjectPath<'_>,
        new: ObjectPath<'_>,
    ) -> zbus::Result<()>;
}

struct Place(f64);

#[interface(name = "org.freedesktop.GeoClue2.Location")]
impl Place {
    #[zbus(property)]
    fn latitude(&self) -> f64 {
        self.0
    }
    #[zbus(property)]
    fn longitude(&self) -> f64 {
        -8.6111
    }
    #[zbus(property)]
    fn accuracy(&self) -> f64 {
        17.2
    }
    #[zbus(property)]
    fn altitude(&self) -> f64 {
        f64::MIN
    }
    #[zbus(property)]
    fn speed(&self) -> f64 {
        1.5
    }
    #[zbus(property)]
    fn timestamp(&self) -> (u64, u64) {
        (1_795_348_800, 250_000)
    }
}

async fn serve(bus: &Bus, denies: bool) -> Connection {
    zbus::connection::Builder::address(bus.address.as_str())
        .unwrap()
        .name("org.freedesktop.GeoClue2")
        .unwrap()
        .serve_at("/org/freedesktop/GeoClue2/Manager", Manager)
        .unwrap()
        .serve_at(CLIENT, Client { denies, desktop_id: String::new(), accuracy: 0 })
        .unwrap()
        .serve_at("/nowhere", Place(123.0))
        .unwrap()
        .serve_at("/porto", Place(41.1465))
        .unwrap()
        .build()
        .await
        .unwrap()
}

async fn troubled(source: &GeoClue) -> Whereabouts {
    let mut known = source.watch();
    let ended = known.wait_for(|known| known.trouble.is_some());
    *tokio::time::timeout(PATIENCE, ended).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_fix_arrives_with_all_that_geoclue_says() {
    let bus = Bus::start();
    let _service = serve(&bus, false).await;
    let source = GeoClue::start_at(&bus.address, "satchel");
    let fix = one_fix(&source, DateTime::<Utc>::UNIX_EPOCH, 50, PATIENCE).await.unwrap();
    assert_eq!((fix.latitude_e7, fix.longitude_e7, fix.accuracy_m), (411_465_000, -86_111_000, 18));
    assert_eq!((fix.altitude_m, fix.speed_m_s, fix.simulated), (None, Some(1.5), None));
    assert_eq!(fix.at.timestamp_micros(), 1_795_348_800_250_000);
}

#[tokio::test]
async fn it_keeps_the_contract() {
    let bus = Bus::start();
    let service = serve(&bus, false).await;
    contract::check(&GeoClue::start_at(&bus.address, "satchel"), PATIENCE).await;
    drop(service);
    let denying = Bus::start();
    let _service = serve(&denying, true).await;
    let denied = GeoClue::start_at(&denying.address, "satchel");
    contract::check_troubled(&denied, LocationTrouble::Denied, PATIENCE).await;
}

#[tokio::test]
async fn a_refusal_is_told_as_one() {
    let bus = Bus::start();
    let _service = serve(&bus, true).await;
    let known = troubled(&GeoClue::start_at(&bus.address, "satchel")).await;
    assert_eq!((known.fix, known.trouble), (None, Some(LocationTrouble::Denied)));
}

#[tokio::test]
async fn without_the_service_or_the_bus_there_is_no_receiver() {
    let bus = Bus::start();
    let known = troubled(&GeoClue::start_at(&bus.address, "satchel")).await;
    assert_eq!(known.trouble, Some(LocationTrouble::NoReceiver));
    let known = troubled(&GeoClue::start_at("unix:path=/no/such/bus", "satchel")).await;
    assert_eq!(known.trouble, Some(LocationTrouble::NoReceiver));
}
