//! Reminders against a desktop of our own on a private bus.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "support/bus.rs"]
mod bus;

use bus::Bus;
use chrono::{DateTime, TimeDelta, Utc};
use satchel_devices::arrivals::{self, Arrival};
use satchel_devices::clock::{Clock, FakeClock};
use satchel_devices::reminders::contract::{self, Stage};
use satchel_devices::reminders::desktop::Notifications;
use satchel_devices::reminders::{Reminder, Reminders};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;
use zbus::object_server::{InterfaceRef, SignalEmitter};
use zbus::zvariant::OwnedValue;
use zbus::{Connection, interface};

const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(20);
/// Many looks long: what is not told by then is not due.
const QUIET: Duration = Duration::from_millis(600);
const PATH: &str = "/org/freedesktop/Notifications";

#[derive(Debug)]
struct Shown {
    number: u32,
    summary: String,
    body: String,
    actions: Vec<String>,
}

struct Desktop {
    shown: mpsc::UnboundedSender<Shown>,
    number: u32,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    #[allow(clippy::too_many_arguments, reason = "the specification has them")]
    fn notify(
        &mut self,
        _app_name: &str,
        _replaces_id: u32,
        _app_icon: &str,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expire_timeout: i32,
    ) -> u32 {
        self.number += 1;
        self.shown.send(Shown { number: self.number, summary, body, actions }).unwrap();
        self.number
    }

    #[zbus(signal)]
    async fn action_invoked(
        emitter: &SignalEmitter<'_>,
        id: u32,
        action_key: &str,
    ) -> zbus::Result<()>;
}

async fn serve(bus: &Bus) -> (Connection, mpsc::UnboundedReceiver<Shown>) {
    let (sender, shown) = mpsc::unbounded_channel();
    let desktop = zbus::connection::Builder::address(bus.address.as_str())
        .unwrap()
        .name("org.freedesktop.Notifications")
        .unwrap()
        .serve_at(PATH, Desktop { shown: sender, number: 0 })
        .unwrap()
        .build()
        .await
        .unwrap();
    (desktop, shown)
}

fn clock() -> Arc<FakeClock> {
    Arc::new(FakeClock::at(DateTime::from_timestamp(1_800_000_000, 0).unwrap()))
}

fn due(now: DateTime<Utc>) -> Reminder {
    Reminder {
        id: "server:EV1 1800000000".into(),
        at: now,
        until: now + TimeDelta::minutes(15),
        title: "Tasca & Co".into(),
        text: "09:00 · <Tasca & Co>".into(),
        link: "satchel://event/server%3AEV1".into(),
    }
}

struct Computer {
    clock: Arc<FakeClock>,
    folder: TempDir,
    bus: Bus,
    shown: mpsc::UnboundedReceiver<Shown>,
    runtime: Runtime,
}

impl Stage for Computer {
    fn clock(&self) -> &FakeClock {
        &self.clock
    }

    fn start(&mut self) -> Arc<dyn Reminders> {
        let (clock, folder) = (self.clock.clone(), self.folder.path());
        Arc::new(Notifications::start_at(&self.bus.address, clock, folder, LOOK))
    }

    fn told(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        let Self { runtime, shown, .. } = self;
        while let Ok(one) =
            runtime.block_on(async { tokio::time::timeout(QUIET, shown.recv()).await })
        {
            told.push(one.unwrap().summary);
        }
        told
    }
}

#[test]
fn the_desktop_keeps_the_contract() {
    let runtime = Runtime::new().unwrap();
    let bus = Bus::start();
    let (_desktop, shown) = runtime.block_on(serve(&bus));
    let folder = tempfile::tempdir().unwrap();
    contract::check(&mut Computer { clock: clock(), folder, bus, shown, runtime });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_on_it_opens_what_it_is_of() {
    let bus = Bus::start();
    let (desktop, mut shown) = serve(&bus).await;
    let (clock, folder) = (clock(), tempfile::tempdir().unwrap());
    let notifications = Notifications::start_at(&bus.address, clock.clone(), folder.path(), LOOK);
    notifications.plan("Reminders", &[due(clock.now())]);
    let one = tokio::time::timeout(PATIENCE, shown.recv()).await.unwrap().unwrap();
    assert_eq!(one.summary, "Tasca & Co");
    assert_eq!(one.body, "09:00 · &lt;Tasca &amp; Co&gt;");
    assert_eq!(one.actions.first().map(String::as_str), Some("default"));
    let mut news = arrivals::news();
    news.mark_unchanged();
    let served: InterfaceRef<Desktop> = desktop.object_server().interface(PATH).await.unwrap();
    let emitter = served.signal_emitter();
    Desktop::action_invoked(emitter, one.number + 7, "default").await.unwrap();
    Desktop::action_invoked(emitter, one.number, "default").await.unwrap();
    tokio::time::timeout(PATIENCE, news.changed()).await.unwrap().unwrap();
    assert_eq!(arrivals::take(), Some(Arrival::Event("server:EV1".into())));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_that_comes_later_tells_what_is_still_due() {
    let bus = Bus::start();
    let (clock, folder) = (clock(), tempfile::tempdir().unwrap());
    let notifications = Notifications::start_at(&bus.address, clock.clone(), folder.path(), LOOK);
    notifications.plan("Reminders", &[due(clock.now())]);
    tokio::time::sleep(LOOK * 5).await;
    let (_desktop, mut shown) = serve(&bus).await;
    let one = tokio::time::timeout(PATIENCE, shown.recv()).await.unwrap().unwrap();
    assert_eq!(one.summary, "Tasca & Co");
    let nowhere =
        Notifications::start_at("unix:path=/no/such/bus", clock.clone(), folder.path(), LOOK);
    nowhere.plan("Reminders", &[due(clock.now())]);
}
