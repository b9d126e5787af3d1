//! The services of the device and what takes bytes.

use super::{DEVICE, NOTIFY, Refusal, Shared, lock, path};
use std::collections::HashMap;
use std::sync::Mutex;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};
use zbus::{Connection, interface};

pub struct Service(pub String);

#[interface(name = "org.bluez.GattService1")]
impl Service {
    #[zbus(property, name = "UUID")]
    fn uuid(&self) -> &str {
        &self.0
    }
    #[zbus(property)]
    fn primary(&self) -> bool {
        true
    }
    #[zbus(property)]
    fn device(&self) -> OwnedObjectPath {
        path(DEVICE)
    }
}

pub struct Characteristic {
    pub printer: Shared,
    pub uuid: String,
    pub service: &'static str,
    pub flags: &'static [&'static str],
    pub value: Mutex<Vec<u8>>,
}

#[interface(name = "org.bluez.GattCharacteristic1")]
impl Characteristic {
    async fn write_value(
        &self,
        value: Vec<u8>,
        options: HashMap<String, OwnedValue>,
        #[zbus(connection)] bus: &Connection,
    ) -> Result<(), Refusal> {
        if lock(&self.printer).holds_back {
            std::future::pending::<()>().await;
        }
        let kind = options.get("type").and_then(|kind| String::try_from(kind.clone()).ok());
        let answer = self.take(&value, kind.unwrap_or_default())?;
        if let Some(answer) = answer {
            let bus = bus.clone();
            tokio::spawn(async move { say(&bus, answer).await.unwrap() });
        }
        Ok(())
    }

    fn read_value(&self, _options: HashMap<String, OwnedValue>) -> Result<Vec<u8>, Refusal> {
        Ok(lock(&self.printer).battery.into_iter().collect())
    }

    fn start_notify(&self) {}

    fn stop_notify(&self) {}

    #[zbus(property, name = "UUID")]
    fn uuid(&self) -> &str {
        &self.uuid
    }
    #[zbus(property)]
    fn service(&self) -> OwnedObjectPath {
        path(self.service)
    }
    #[zbus(property)]
    fn flags(&self) -> Vec<String> {
        self.flags.iter().map(|flag| (*flag).to_owned()).collect()
    }
    #[zbus(property, name = "MTU")]
    fn mtu(&self) -> u16 {
        lock(&self.printer).mtu
    }
    #[zbus(property)]
    fn value(&self) -> Vec<u8> {
        self.value.lock().unwrap().clone()
    }
}

impl Characteristic {
    /// Takes bytes, or breaks the connection; gives the answer to a question.
    fn take(&self, value: &[u8], kind: String) -> Result<Option<u8>, Refusal> {
        let mut printer = lock(&self.printer);
        if !printer.connected {
            return Err(Refusal::Failed("Not connected".into()));
        }
        if let (Some([of_offline, of_paper]), [0x10, 0x04, which]) = (printer.answers, value) {
            return Ok(Some(if *which == 2 { of_offline } else { of_paper }));
        }
        let already = printer.prints.last().unwrap().len();
        if printer.drops.first().is_some_and(|most| already + value.len() > *most) {
            printer.drops.remove(0);
            printer.connected = false;
            return Err(Refusal::Failed("Not connected".into()));
        }
        printer.writes.push((value.len(), kind));
        printer.prints.last_mut().unwrap().extend_from_slice(value);
        Ok(None)
    }
}

/// The printer says a byte, after one that is no answer.
async fn say(bus: &Connection, answer: u8) -> zbus::Result<()> {
    let found = bus.object_server().interface::<_, Characteristic>(NOTIFY).await?;
    for said in [vec![0xff], vec![answer]] {
        let own = found.get().await;
        *own.value.lock().unwrap() = said;
        own.value_changed(found.signal_emitter()).await?;
    }
    Ok(())
}
