//! The radio's own threads.
//!
//! All that btleplug does it does there: bluez-async 0.9.0 starts tasks where a stream is dropped, which
//! needs a runtime, and they panic when the bus has gone away meanwhile. On these threads such a panic ends
//! its task and nothing else.

use super::reason::reason;
use crate::printing::link::LinkError;
use btleplug::api::{Central, CentralState, Manager as _, Peripheral as _};
use btleplug::platform::{Adapter, Manager, Peripheral};
use std::future::Future;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Mutex;

/// What a caller waits beyond a time-out, should the thread itself be stuck in the system.
const GRACE: Duration = Duration::from_secs(2);
/// How often a device that is looked for is looked for.
const GLANCE: Duration = Duration::from_millis(250);

/// The one radio of the phone.
pub(super) struct Radio {
    runtime: Runtime,
    known: Mutex<Known>,
    /// Held by each who scans, beside this one.
    scan: Mutex<Arc<()>>,
}

/// What was asked for once.
#[derive(Default)]
struct Known {
    manager: Option<Manager>,
    adapter: Option<Adapter>,
}

/// The radio, started when it is first asked for; it lives as long as the process.
///
/// # Errors
/// [`LinkError::Unsupported`] when the system gives no thread, [`LinkError::RadioOff`] on a phone without one.
pub(super) fn radio() -> Result<&'static Radio, LinkError> {
    // btleplug panics there.
    #[cfg(target_os = "android")]
    if !crate::android::has_ble() {
        return Err(LinkError::RadioOff);
    }
    static RADIO: OnceLock<Option<Radio>> = OnceLock::new();
    let start = || {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("satchel-radio")
            .enable_all()
            .build();
        let runtime =
            runtime.inspect_err(|error| tracing::warn!(%error, "no thread for the radio"));
        Some(Radio { runtime: runtime.ok()?, known: Mutex::default(), scan: Mutex::default() })
    };
    RADIO.get_or_init(start).as_ref().ok_or(LinkError::Unsupported)
}

impl Radio {
    /// Does the work on the radio's threads and waits for it, at most so long.
    ///
    /// # Errors
    /// What the work says; [`LinkError::TimedOut`], [`LinkError::Dropped`] when it panicked.
    pub fn ask<T: Send + 'static>(
        &self,
        most: Duration,
        work: impl Future<Output = Result<T, LinkError>> + Send + 'static,
    ) -> Result<T, LinkError> {
        let (answer, answered) = sync_channel(1);
        self.runtime.spawn(async move {
            let ended = tokio::time::timeout(most, work).await;
            // Nobody may be waiting any more.
            let _ = answer.send(ended.unwrap_or(Err(LinkError::TimedOut)));
        });
        match answered.recv_timeout(most.saturating_add(GRACE)) {
            Ok(ended) => ended,
            Err(RecvTimeoutError::Timeout) => Err(LinkError::TimedOut),
            Err(RecvTimeoutError::Disconnected) => {
                tracing::error!("Bluetooth broke down");
                Err(LinkError::Dropped)
            }
        }
    }

    /// Does something while the adapter scans. All who scan share one scan: a second one could not be started,
    /// and it ends with the last of them.
    pub async fn scanning<T>(
        &self,
        adapter: &Adapter,
        work: impl Future<Output = Result<T, LinkError>>,
    ) -> Result<T, LinkError> {
        let begun = {
            let scan = self.scan.lock().await;
            if Arc::strong_count(&scan) == 1 {
                // Many printers do not advertise their service, so nothing is filtered.
                adapter.start_scan(Default::default()).await.map_err(|error| reason(&error))?;
            }
            Arc::clone(&scan)
        };
        let done = work.await;
        let scan = self.scan.lock().await;
        drop(begun);
        if Arc::strong_count(&scan) == 1
            && let Err(error) = adapter.stop_scan().await
        {
            tracing::debug!(%error, "the scan does not stop");
        }
        done
    }

    /// The adapter, switched on. It is asked for anew when it went away.
    pub async fn adapter(&self) -> Result<Adapter, LinkError> {
        let mut known = self.known.lock().await;
        if let Some(adapter) = &known.adapter
            && adapter.adapter_info().await.is_ok()
        {
            return switched_on(adapter.clone()).await;
        }
        known.adapter = None;
        let adapters = match &known.manager {
            Some(manager) => manager.adapters().await.map_err(|error| reason(&error)),
            None => Err(LinkError::Dropped),
        };
        let adapters = match adapters {
            // A manager is a connection to the bus that stays open: a new one only when it broke.
            Err(LinkError::Dropped | LinkError::TimedOut) => {
                let manager = Manager::new().await.map_err(|error| no_bus(&error))?;
                known.manager.insert(manager).adapters().await.map_err(|error| no_bus(&error))?
            }
            found => found?,
        };
        let mut problem = LinkError::NoRadio;
        for adapter in adapters {
            match switched_on(adapter).await {
                Ok(adapter) => return Ok(known.adapter.insert(adapter).clone()),
                Err(error) => problem = error,
            }
        }
        Err(problem)
    }
}

/// Without a bus there is no Bluetooth either.
fn no_bus(error: &btleplug::Error) -> LinkError {
    match reason(error) {
        LinkError::Dropped => LinkError::NoRadio,
        other => other,
    }
}

/// Starting a scan would switch the radio on, which is for the rep to do.
async fn switched_on(adapter: Adapter) -> Result<Adapter, LinkError> {
    match adapter.adapter_state().await.map_err(|error| reason(&error))? {
        CentralState::PoweredOff => Err(LinkError::RadioOff),
        _ => Ok(adapter),
    }
}

/// Looks for the device of this name (its id as btleplug writes it), in what is known and then around.
pub(super) async fn seek(
    radio: &Radio,
    adapter: &Adapter,
    id: &str,
    most: Duration,
) -> Result<Peripheral, LinkError> {
    if let Some(found) = among(adapter, id).await? {
        return Ok(found);
    }
    radio
        .scanning(adapter, async {
            let looked = async {
                loop {
                    tokio::time::sleep(GLANCE).await;
                    if let Some(found) = among(adapter, id).await? {
                        return Ok(found);
                    }
                }
            };
            tokio::time::timeout(most, looked).await.unwrap_or(Err(LinkError::NotFound))
        })
        .await
}

async fn among(adapter: &Adapter, id: &str) -> Result<Option<Peripheral>, LinkError> {
    let all = adapter.peripherals().await.map_err(|error| reason(&error))?;
    Ok(all.into_iter().find(|one| one.id().to_string() == id))
}
