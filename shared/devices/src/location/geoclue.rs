//! Positions of a Linux desktop, from GeoClue over the system bus.
//!
//! Interfaces and values: GeoClue 2 D-Bus API reference (`org.freedesktop.GeoClue2`).

use super::{Fix, LocationSource, LocationTrouble, Provider, Whereabouts};
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use std::sync::Arc;
use std::thread;
use tokio::sync::watch;
use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, connection::Builder, proxy};

/// `GCLUE_ACCURACY_LEVEL_EXACT`.
const EXACT: u32 = 8;
/// What GeoClue writes where it knows no altitude: the smallest double.
const NO_ALTITUDE: f64 = f64::MIN;

#[proxy(
    interface = "org.freedesktop.GeoClue2.Manager",
    default_service = "org.freedesktop.GeoClue2",
    default_path = "/org/freedesktop/GeoClue2/Manager",
    gen_blocking = false
)]
trait Manager {
    fn get_client(&self) -> zbus::Result<OwnedObjectPath>;
}

#[proxy(
    interface = "org.freedesktop.GeoClue2.Client",
    default_service = "org.freedesktop.GeoClue2",
    gen_blocking = false
)]
trait Client {
    fn start(&self) -> zbus::Result<()>;
    #[zbus(property)]
    fn set_desktop_id(&self, id: &str) -> zbus::Result<()>;
    #[zbus(property)]
    fn set_requested_accuracy_level(&self, level: u32) -> zbus::Result<()>;
    #[zbus(signal)]
    fn location_updated(&self, old: OwnedObjectPath, new: OwnedObjectPath) -> zbus::Result<()>;
}

#[proxy(
    interface = "org.freedesktop.GeoClue2.Location",
    default_service = "org.freedesktop.GeoClue2",
    gen_blocking = false
)]
trait Location {
    #[zbus(property)]
    fn latitude(&self) -> zbus::Result<f64>;
    #[zbus(property)]
    fn longitude(&self) -> zbus::Result<f64>;
    #[zbus(property)]
    fn accuracy(&self) -> zbus::Result<f64>;
    #[zbus(property)]
    fn altitude(&self) -> zbus::Result<f64>;
    #[zbus(property)]
    fn speed(&self) -> zbus::Result<f64>;
    #[zbus(property)]
    fn timestamp(&self) -> zbus::Result<(u64, u64)>;
}

/// Follows GeoClue on a thread of its own until dropped.
#[derive(Debug)]
pub struct GeoClue {
    known: watch::Receiver<Whereabouts>,
}

impl GeoClue {
    /// Asks the system's GeoClue for this desktop entry's name, which its settings may refuse.
    pub fn start(desktop_id: &str) -> Self {
        Self::on(None, desktop_id)
    }

    /// As [`GeoClue::start`], on the bus at `address`.
    pub fn start_at(address: &str, desktop_id: &str) -> Self {
        Self::on(Some(address.to_owned()), desktop_id)
    }

    fn on(address: Option<String>, desktop_id: &str) -> Self {
        let (sender, known) = watch::channel(Whereabouts::default());
        let sender = Arc::new(sender);
        let desktop_id = desktop_id.to_owned();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let trouble = match runtime {
                Ok(runtime) => runtime.block_on(async {
                    tokio::select! {
                        // Nobody looks any more.
                        () = sender.closed() => LocationTrouble::Lost,
                        ended = follow(address.as_deref(), &desktop_id, &sender) => match ended {
                            Ok(()) => LocationTrouble::Lost,
                            Err(error) => trouble(&error),
                        },
                    }
                }),
                Err(error) => {
                    tracing::warn!(%error, "no runtime for GeoClue");
                    LocationTrouble::NoReceiver
                }
            };
            sender.send_modify(|known| known.trouble = Some(trouble));
        });
        Self { known }
    }
}

impl LocationSource for GeoClue {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        self.known.clone()
    }
}

/// What a failure of the bus or of GeoClue means. A service that is not there and a bus that is not there
/// are one: nothing here can tell.
fn trouble(error: &zbus::Error) -> LocationTrouble {
    tracing::debug!(%error, "no positions from GeoClue");
    match error {
        zbus::Error::MethodError(name, ..)
            if name.as_str() == "org.freedesktop.DBus.Error.AccessDenied" =>
        {
            LocationTrouble::Denied
        }
        _ => LocationTrouble::NoReceiver,
    }
}

async fn follow(
    address: Option<&str>,
    desktop_id: &str,
    sender: &watch::Sender<Whereabouts>,
) -> zbus::Result<()> {
    let builder = match address {
        Some(address) => Builder::address(address)?,
        None => Builder::system()?,
    };
    let bus = builder.build().await?;
    let path = ManagerProxy::new(&bus).await?.get_client().await?;
    let client = ClientProxy::builder(&bus).path(path)?.build().await?;
    client.set_desktop_id(desktop_id).await?;
    client.set_requested_accuracy_level(EXACT).await?;
    let mut updates = client.receive_location_updated().await?;
    client.start().await?;
    while let Some(update) = updates.next().await {
        let new = update.args()?.new;
        // A location that went away while it was read was replaced by another.
        match fix(&bus, new).await {
            Ok(Some(fix)) => {
                sender.send_replace(Whereabouts { fix: Some(fix), trouble: None });
            }
            Ok(None) => {}
            Err(error) => tracing::debug!(%error, "a location could not be read"),
        }
    }
    Ok(())
}

async fn fix(bus: &Connection, path: OwnedObjectPath) -> zbus::Result<Option<Fix>> {
    let location = LocationProxy::builder(bus).path(path)?.build().await?;
    let (seconds, micros) = location.timestamp().await?;
    let at = i64::try_from(seconds).ok().zip(u32::try_from(micros).ok());
    let at = at.and_then(|(s, us)| DateTime::<Utc>::from_timestamp(s, us.saturating_mul(1_000)));
    let (latitude, longitude) = (location.latitude().await?, location.longitude().await?);
    let accuracy = location.accuracy().await?;
    let (altitude, speed) = (location.altitude().await?, location.speed().await?);
    Ok(at.and_then(|at| Fix::at_degrees(latitude, longitude, accuracy, at)).map(|fix| Fix {
        altitude_m: (altitude > NO_ALTITUDE).then_some(altitude),
        speed_m_s: (speed >= 0.0).then_some(speed),
        provider: Provider::Platform,
        ..fix
    }))
}
