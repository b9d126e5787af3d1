//! A BlueZ of our own: one adapter, one device with one printing service (doc/org.bluez.*.rst of BlueZ).

mod gatt;

use gatt::{Characteristic, Service};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::runtime::Runtime;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue};
use zbus::{Connection, DBusError, ObjectServer, fdo, interface};

const ADAPTER: &str = "/org/bluez/hci0";
const DEVICE: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66";
const SERVICE: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66/service0010";
const WRITE: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66/service0010/char0011";
const NOTIFY: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66/service0010/char0014";
const BATTERY: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66/service0020";
const LEVEL: &str = "/org/bluez/hci0/dev_11_22_33_44_55_66/service0020/char0021";
/// A device BlueZ saw last week.
const OLD: &str = "/org/bluez/hci0/dev_AA_AA_AA_AA_AA_AA";

/// Its address as the app writes it.
pub const ADDRESS: &str = "ble:hci0/dev_11_22_33_44_55_66";

/// What the device does, and what it was sent.
pub struct Printer {
    /// MTU of its characteristics.
    pub mtu: u16,
    /// The service and the characteristic it takes bytes by.
    pub service: (&'static str, &'static str),
    /// What that characteristic allows.
    pub flags: &'static [&'static str],
    /// Refuses connections.
    pub refuses: bool,
    /// Takes no writes by itself: they are never answered.
    pub holds_back: bool,
    /// Breaks the next connections after so many bytes each.
    pub drops: Vec<usize>,
    /// Answers to `DLE EOT 2` and `DLE EOT 4`.
    pub answers: Option<[u8; 2]>,
    /// Its charge.
    pub battery: Option<u8>,
    /// Whether the adapter is switched on.
    pub powered: bool,
    /// Whether scanning is denied.
    pub denied: bool,
    /// Whether it is seen only by a scan.
    pub hidden: bool,
    /// How long the scan must go on for that.
    pub shy: Duration,
    /// Whether a scan goes on.
    pub scanning: bool,
    /// What came, one entry a connection.
    pub prints: Vec<Vec<u8>>,
    /// Size and kind of each write.
    pub writes: Vec<(usize, String)>,
    /// Whether a phone is connected.
    pub connected: bool,
}

impl Default for Printer {
    fn default() -> Self {
        Self {
            mtu: 185,
            service: ("18f0", "2af1"),
            flags: &["write", "write-without-response"],
            refuses: false,
            holds_back: false,
            drops: vec![],
            answers: None,
            battery: None,
            powered: true,
            denied: false,
            hidden: false,
            shy: Duration::ZERO,
            scanning: false,
            prints: vec![],
            writes: vec![],
            connected: false,
        }
    }
}

type Shared = Arc<Mutex<Printer>>;

fn lock(printer: &Shared) -> MutexGuard<'_, Printer> {
    printer.lock().unwrap()
}

fn uuid(short: &str) -> String {
    if short.len() == 4 {
        format!("0000{short}-0000-1000-8000-00805f9b34fb")
    } else {
        short.to_owned()
    }
}

fn path(path: &str) -> OwnedObjectPath {
    ObjectPath::try_from(path.to_owned()).unwrap().into()
}

#[derive(Debug, DBusError)]
#[zbus(prefix = "org.bluez.Error")]
enum Refusal {
    #[zbus(error)]
    Bus(zbus::Error),
    Failed(String),
    ConnectionAttemptFailed(String),
}

struct Adapter(Shared);

#[interface(name = "org.bluez.Adapter1")]
impl Adapter {
    async fn start_discovery(
        &self,
        #[zbus(object_server)] server: &ObjectServer,
        #[zbus(connection)] bus: &Connection,
    ) -> fdo::Result<()> {
        let (hidden, shy) = {
            let mut printer = lock(&self.0);
            if printer.denied {
                return Err(fdo::Error::AccessDenied("not this one".into()));
            }
            if std::mem::replace(&mut printer.scanning, true) {
                return Err(fdo::Error::Failed("Operation already in progress".into()));
            }
            (printer.hidden, printer.shy)
        };
        if hidden && shy.is_zero() {
            lock(&self.0).hidden = false;
            appear(server, &self.0).await?;
        } else if hidden {
            let (bus, printer) = (bus.clone(), Arc::clone(&self.0));
            tokio::spawn(async move {
                tokio::time::sleep(shy).await;
                let seen = {
                    let mut printer = lock(&printer);
                    printer.scanning && std::mem::take(&mut printer.hidden)
                };
                if seen {
                    appear(bus.object_server(), &printer).await.unwrap();
                }
            });
        }
        Ok(())
    }

    fn stop_discovery(&self) {
        lock(&self.0).scanning = false;
    }

    fn set_discovery_filter(&self, _filter: HashMap<String, OwnedValue>) {}

    #[zbus(property)]
    fn address(&self) -> &str {
        "00:00:00:00:00:01"
    }
    #[zbus(property)]
    fn address_type(&self) -> &str {
        "public"
    }
    #[zbus(property)]
    fn name(&self) -> &str {
        "van"
    }
    #[zbus(property)]
    fn alias(&self) -> &str {
        "van"
    }
    #[zbus(property)]
    fn modalias(&self) -> &str {
        "usb:v1D6Bp0246d0540"
    }
    #[zbus(property)]
    fn discovering(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn powered(&self) -> bool {
        lock(&self.0).powered
    }
    #[zbus(property)]
    fn set_powered(&self, powered: bool) {
        lock(&self.0).powered = powered;
    }
}

struct Device {
    printer: Shared,
    address: &'static str,
    is_old: bool,
}

#[interface(name = "org.bluez.Device1")]
impl Device {
    async fn connect(
        &self,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> Result<(), Refusal> {
        if lock(&self.printer).refuses {
            return Err(Refusal::ConnectionAttemptFailed("Connection refused".into()));
        }
        {
            let mut printer = lock(&self.printer);
            printer.connected = true;
            printer.prints.push(vec![]);
        }
        self.connected_changed(&emitter).await?;
        Ok(())
    }

    async fn disconnect(
        &self,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> Result<(), Refusal> {
        lock(&self.printer).connected = false;
        self.connected_changed(&emitter).await?;
        Ok(())
    }

    #[zbus(property)]
    fn address(&self) -> &str {
        self.address
    }
    #[zbus(property)]
    fn address_type(&self) -> &str {
        "public"
    }
    #[zbus(property)]
    fn name(&self) -> &str {
        if self.is_old { "Gone" } else { "MTP-2" }
    }
    #[zbus(property)]
    fn alias(&self) -> String {
        self.address.replace(':', "-")
    }
    #[zbus(property, name = "RSSI")]
    fn rssi(&self) -> fdo::Result<i16> {
        if self.is_old { Err(fdo::Error::UnknownProperty("RSSI".into())) } else { Ok(-61) }
    }
    #[zbus(property, name = "UUIDs")]
    fn uuids(&self) -> Vec<String> {
        vec![uuid("180a"), uuid(lock(&self.printer).service.0)]
    }
    #[zbus(property)]
    fn connected(&self) -> bool {
        !self.is_old && lock(&self.printer).connected
    }
    #[zbus(property)]
    fn services_resolved(&self) -> bool {
        !self.is_old && lock(&self.printer).connected
    }
    #[zbus(property)]
    fn paired(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn trusted(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn blocked(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn legacy_pairing(&self) -> bool {
        false
    }
}

async fn appear(server: &ObjectServer, printer: &Shared) -> zbus::Result<()> {
    let (service, write, flags) = {
        let printer = lock(printer);
        (printer.service.0, printer.service.1, printer.flags)
    };
    let characteristic = |short: &str, service, flags| Characteristic {
        printer: Arc::clone(printer),
        uuid: uuid(short),
        service,
        flags,
        value: Mutex::default(),
    };
    let address = "11:22:33:44:55:66";
    let device = Device { printer: Arc::clone(printer), address, is_old: false };
    server.at(DEVICE, device).await?;
    server.at(SERVICE, Service(uuid(service))).await?;
    server.at(WRITE, characteristic(write, SERVICE, flags)).await?;
    server.at(NOTIFY, characteristic("2af0", SERVICE, &["notify"])).await?;
    server.at(BATTERY, Service(uuid("180f"))).await?;
    server.at(LEVEL, characteristic("2a19", BATTERY, &["read"])).await?;
    let address = "AA:AA:AA:AA:AA:AA";
    let old = Device { printer: Arc::clone(printer), address, is_old: true };
    server.at(OLD, old).await?;
    Ok(())
}

/// The service on the bus, until it is dropped.
pub struct Bluez {
    printer: Shared,
    _runtime: Runtime,
    _bus: Connection,
}

impl Bluez {
    /// Serves a device; without one there is no adapter either.
    pub fn serve(address: &str, printer: Option<Printer>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let (is_there, printer) = (printer.is_some(), printer.unwrap_or_default());
        let printer = Arc::new(Mutex::new(printer));
        let bus = runtime.block_on(async {
            let bus = zbus::connection::Builder::address(address)
                .unwrap()
                .serve_at("/", fdo::ObjectManager)
                .unwrap()
                .build()
                .await
                .unwrap();
            if is_there {
                let server = bus.object_server();
                server.at(ADAPTER, Adapter(Arc::clone(&printer))).await.unwrap();
                if !lock(&printer).hidden {
                    appear(server, &printer).await.unwrap();
                }
            }
            bus.request_name("org.bluez").await.unwrap();
            bus
        });
        Self { printer, _runtime: runtime, _bus: bus }
    }

    /// The printer as it is now.
    pub fn look(&self) -> MutexGuard<'_, Printer> {
        lock(&self.printer)
    }

    /// Waits until no phone is connected.
    pub fn wait_for_the_end(&self) {
        for _ in 0..100 {
            if !self.look().connected {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the connection stays open");
    }
}
