//! Notifications of a Linux desktop, over the session bus.
//!
//! Interface and values: Desktop Notifications Specification 1.2 (`org.freedesktop.Notifications`).

use super::told::Told;
use super::{MOST, Reminder, Reminders};
use crate::arrivals;
use crate::clock::Clock;
use futures_util::StreamExt;
use std::collections::HashMap;
use std::future::pending;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::watch;
use zbus::zvariant::Value;
use zbus::{connection::Builder, proxy};

/// How long the thread sleeps at most, so that a clock that was set is seen.
const LONGEST: Duration = Duration::from_secs(20);
/// The file in the app's folder with what was told.
const FILE: &str = "reminded";
/// The name of the desktop entry.
const ENTRY: &str = "satchel";
/// The action of a press on the notification itself (specification, "Actions").
const PRESSED: &str = "default";

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Desktop {
    #[allow(clippy::too_many_arguments, reason = "the specification has them")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;
}

/// Tells at each time on a thread of its own, until dropped.
#[derive(Debug)]
pub struct Notifications {
    planned: watch::Sender<Vec<Reminder>>,
}

/// Where and how often it is looked.
struct Ground {
    address: Option<String>,
    clock: Arc<dyn Clock>,
    longest: Duration,
}

impl Notifications {
    /// On the session's bus; `folder` is the app's own.
    pub fn start(clock: Arc<dyn Clock>, folder: &Path) -> Self {
        Self::on(Ground { address: None, clock, longest: LONGEST }, folder)
    }

    /// As [`Notifications::start`], on the bus at `address`, looking at the clock at least so often.
    pub fn start_at(
        address: &str,
        clock: Arc<dyn Clock>,
        folder: &Path,
        longest: Duration,
    ) -> Self {
        Self::on(Ground { address: Some(address.to_owned()), clock, longest }, folder)
    }

    fn on(ground: Ground, folder: &Path) -> Self {
        let (planned, plan) = watch::channel(Vec::new());
        let file = folder.join(FILE);
        thread::spawn(move || {
            match tokio::runtime::Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => runtime.block_on(tell(&ground, Told::open(file), plan)),
                Err(error) => tracing::warn!(%error, "no runtime for notifications"),
            }
        });
        Self { planned }
    }
}

impl Reminders for Notifications {
    fn plan(&self, _: &str, reminders: &[Reminder]) {
        self.planned.send_replace(reminders.iter().take(MOST).cloned().collect());
    }
}

async fn tell(ground: &Ground, mut told: Told, mut plan: watch::Receiver<Vec<Reminder>>) {
    let mut desk = None;
    loop {
        let now = ground.clock.now();
        let planned = plan.borrow_and_update().clone();
        let due = planned.iter().filter(|one| one.is_due(now) && !told.has(&one.id, now));
        for reminder in due.cloned().collect::<Vec<_>>() {
            if let Err(error) = show(ground, &mut desk, &reminder).await {
                // Tried again at the next look: a desktop may come later than the app.
                tracing::debug!(%error, "nobody shows notifications here");
                desk = None;
                break;
            }
            told.note(&reminder.id, now, reminder.until);
            told.keep(now);
        }
        let next = planned.iter().map(|reminder| reminder.at).filter(|at| *at > now).min();
        let wait = next.and_then(|at| at.signed_duration_since(now).to_std().ok());
        tokio::select! {
            changed = plan.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(wait.unwrap_or(ground.longest).min(ground.longest)) => {}
            link = pressed(&mut desk) => match link {
                Pressed::One(link) => arrivals::arrived(link),
                Pressed::Lost => desk = None,
            },
        }
    }
}

/// A connection, and where a press on each notification leads.
struct Desk {
    proxy: DesktopProxy<'static>,
    presses: ActionInvokedStream,
    links: HashMap<u32, String>,
}

enum Pressed {
    /// Leads here.
    One(String),
    /// The bus is gone.
    Lost,
}

/// Waits for a press on something that was told; without a desktop for ever.
async fn pressed(desk: &mut Option<Desk>) -> Pressed {
    let Some(desk) = desk else { return pending().await };
    while let Some(press) = desk.presses.next().await {
        let Ok(press) = press.args() else { continue };
        // Other apps' presses come here too.
        if press.action_key == PRESSED
            && let Some(link) = desk.links.remove(&press.id)
        {
            return Pressed::One(link);
        }
    }
    Pressed::Lost
}

async fn show(ground: &Ground, desk: &mut Option<Desk>, reminder: &Reminder) -> zbus::Result<()> {
    let desk = match desk {
        Some(desk) => desk,
        None => desk.insert(open(ground).await?),
    };
    let text = plain(&reminder.text);
    let hints = HashMap::from([("desktop-entry", Value::from(ENTRY))]);
    let actions = [PRESSED, "Satchel"];
    let id =
        desk.proxy.notify("Satchel", 0, "", &reminder.title, &text, &actions, hints, -1).await?;
    desk.links.insert(id, reminder.link.clone());
    Ok(())
}

async fn open(ground: &Ground) -> zbus::Result<Desk> {
    let builder = match &ground.address {
        Some(address) => Builder::address(address.as_str())?,
        None => Builder::session()?,
    };
    let bus = builder.build().await?;
    let proxy = DesktopProxy::new(&bus).await?;
    let presses = proxy.receive_action_invoked().await?;
    Ok(Desk { proxy, presses, links: HashMap::new() })
}

/// Desktops read the line below as markup (specification, "Markup"); the heading they do not.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_is_markup(text in "\\PC{0,40}|[<>&;a-z]{0,20}") {
            let plain = plain(&text);
            prop_assert!(!plain.contains(['<', '>']));
            let back = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            prop_assert_eq!(back, text);
        }
    }
}
