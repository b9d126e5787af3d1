//! One printer at the other end.

use super::radio::{Radio, seek};
use super::reason::{connecting, reason, writing};
use super::services::{Way, way};
use crate::printing::link::status::{QUERIES, is_answer};
use crate::printing::link::{LinkError, PrinterLink, PrinterStatus};
use btleplug::api::{CharPropFlags, Characteristic, Peripheral as _, WriteType};
use btleplug::platform::Peripheral;
use futures_util::StreamExt;
use std::future::Future;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};
use tokio::task::AbortHandle;

/// How long a device that is not known yet is looked for.
const SEEK: Duration = Duration::from_secs(8);
/// How long a printer may take to answer the door.
const CONNECT: Duration = Duration::from_secs(12);
/// How long it may take to tell its services.
const TELL: Duration = Duration::from_secs(8);
/// How long it may hold one write back, as while it prints from a full buffer.
const WRITE: Duration = Duration::from_secs(15);
/// How long it may think about a question.
const ANSWER: Duration = Duration::from_millis(700);
/// What is left in the radio's queue when the last write returns is on its way that long.
const LAST_BYTES: Duration = Duration::from_millis(400);
/// How long hanging up may take.
const HANG_UP: Duration = Duration::from_secs(3);
/// Most bytes of one write: printers with a larger MTU were seen to lose what is beyond.
const MOST: u16 = 180;
/// What the smallest MTU (23, Bluetooth Core, volume 3, part F, 3.2.8) leaves.
const LEAST: u16 = 20;
/// Bytes of the MTU that a write itself takes.
const WRITE_HEADER: u16 = 3;
/// The pause after a write nobody answers, a byte: 10,000 bytes a second fill no buffer seen so far.
const PACE: Duration = Duration::from_micros(100);
/// The least such pause.
const BREATH: Duration = Duration::from_millis(10);

pub(super) struct BleLink {
    radio: &'static Radio,
    peripheral: Peripheral,
    way: Way,
    kind: WriteType,
    most: usize,
    heard: Option<Heard>,
}

/// What the printer says, taken down by a task.
struct Heard {
    values: Receiver<Vec<u8>>,
    task: AbortHandle,
}

/// Connects to the device of this id and finds out how it prints.
pub(super) fn open(radio: &'static Radio, id: &str) -> Result<BleLink, LinkError> {
    let id = id.to_owned();
    let peripheral = radio.ask(SEEK + HANG_UP, async move {
        let adapter = radio.adapter().await?;
        seek(radio, &adapter, &id, SEEK).await
    })?;
    let to_connect = peripheral.clone();
    let connected = radio.ask(CONNECT, async move {
        to_connect.connect().await.map_err(|error| connecting(&error))
    });
    if let Err(error) = connected {
        hang_up(radio, &peripheral);
        return Err(if error == LinkError::TimedOut { LinkError::NotFound } else { error });
    }
    let asked = peripheral.clone();
    let told = radio.ask(TELL, async move { tell(&asked).await });
    match told {
        Ok((way, heard, mtu)) => {
            let kind = if way.write.properties.contains(CharPropFlags::WRITE) {
                WriteType::WithResponse
            } else {
                WriteType::WithoutResponse
            };
            Ok(BleLink { radio, peripheral, way, kind, most: most(mtu), heard })
        }
        Err(error) => {
            hang_up(radio, &peripheral);
            Err(error)
        }
    }
}

/// Most bytes of one write at this MTU.
fn most(mtu: u16) -> usize {
    usize::from(mtu.saturating_sub(WRITE_HEADER).clamp(LEAST, MOST))
}

async fn tell(peripheral: &Peripheral) -> Result<(Way, Option<Heard>, u16), LinkError> {
    peripheral.discover_services().await.map_err(|error| writing(&error))?;
    let way = way(peripheral.services()).ok_or(LinkError::NotAPrinter)?;
    let heard = match &way.notify {
        Some(notify) => listen(peripheral, notify).await,
        None => None,
    };
    Ok((way, heard, peripheral.mtu()))
}

/// A printer that does not want to be listened to prints all the same.
async fn listen(peripheral: &Peripheral, notify: &Characteristic) -> Option<Heard> {
    let quiet = |error: btleplug::Error| tracing::debug!(%error, "the printer says nothing");
    let mut stream = peripheral.notifications().await.map_err(quiet).ok()?;
    peripheral.subscribe(notify).await.map_err(quiet).ok()?;
    let (speak, values): (Sender<Vec<u8>>, _) = channel();
    let task = tokio::spawn(async move {
        while let Some(said) = stream.next().await {
            if speak.send(said.value).is_err() {
                break;
            }
        }
    });
    Some(Heard { values, task: task.abort_handle() })
}

fn hang_up(radio: &'static Radio, peripheral: &Peripheral) {
    let peripheral = peripheral.clone();
    let ended = radio
        .ask(HANG_UP, async move { peripheral.disconnect().await.map_err(|error| reason(&error)) });
    if let Err(error) = ended {
        tracing::debug!(%error, "the printer does not hang up");
    }
}

impl BleLink {
    fn ask<T: Send + 'static, F: Future<Output = Result<T, LinkError>> + Send + 'static>(
        &self,
        most: Duration,
        work: impl FnOnce(Peripheral) -> F,
    ) -> Result<T, LinkError> {
        self.radio.ask(most, work(self.peripheral.clone()))
    }

    /// The first byte the printer says in time that is an answer; it may say other things in between.
    fn answer(&self) -> Option<u8> {
        let heard = self.heard.as_ref()?;
        let until = Instant::now() + ANSWER;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let said = heard.values.recv_timeout(left).ok()?;
            if let Some(answer) = said.into_iter().find(|byte| is_answer(*byte)) {
                return Some(answer);
            }
        }
    }
}

impl PrinterLink for BleLink {
    fn most(&self) -> usize {
        self.most
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        let (characteristic, kind, bytes) = (self.way.write.clone(), self.kind, bytes.to_vec());
        self.ask(WRITE, move |peripheral| async move {
            let written = peripheral.write(&characteristic, &bytes, kind).await;
            written.map_err(|error| writing(&error))?;
            if kind == WriteType::WithoutResponse {
                let bytes = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
                tokio::time::sleep(PACE.saturating_mul(bytes).max(BREATH)).await;
            }
            Ok(())
        })
    }

    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError> {
        let Some(heard) = &self.heard else { return Ok(None) };
        // What it said before it was asked.
        while heard.values.try_recv().is_ok() {}
        let mut answers = [0; 2];
        for (query, answer) in QUERIES.iter().zip(&mut answers) {
            self.write(query)?;
            match self.answer() {
                Some(said) => *answer = said,
                None => return Ok(None),
            }
        }
        Ok(PrinterStatus::read(answers))
    }

    fn battery(&mut self) -> Result<Option<u8>, LinkError> {
        let Some(level) = self.way.battery.clone() else { return Ok(None) };
        let told = self.ask(ANSWER, move |peripheral| async move {
            peripheral.read(&level).await.map_err(|error| writing(&error))
        });
        // A device may keep its charge to itself and print.
        Ok(told.ok().and_then(|value| value.first().copied()).filter(|percent| *percent <= 100))
    }

    fn finish(self: Box<Self>) -> Result<(), LinkError> {
        self.ask(LAST_BYTES + HANG_UP, |peripheral| async move {
            tokio::time::sleep(LAST_BYTES).await;
            match peripheral.is_connected().await.map_err(|error| writing(&error))? {
                true => Ok(()),
                false => Err(LinkError::Dropped),
            }
        })
    }
}

impl Drop for BleLink {
    fn drop(&mut self) {
        if let Some(heard) = &self.heard {
            heard.task.abort();
        }
        hang_up(self.radio, &self.peripheral);
    }
}

#[cfg(test)]
mod tests {
    use super::most;
    use proptest::prelude::*;

    #[test]
    fn bytes_of_one_write() {
        assert_eq!([23, 185, 247, 517].map(most), [20, 180, 180, 180]);
        assert_eq!(most(100), 97);
        assert_eq!(most(0), 20);
    }

    proptest! {
        #[test]
        fn of_any_mtu(mtu in any::<u16>()) {
            prop_assert!((20..=180).contains(&most(mtu)));
            prop_assert!(mtu < 23 || most(mtu) <= usize::from(mtu) - 3);
        }
    }
}
