//! The gate: nobody sees anything before a profile is unlocked.

use crate::ask::use_door;
use crate::routes::Inside;
use crate::screens::entry::{ChoosePin, Unlock, Welcome};
use dioxus::prelude::*;
use satchel_app::views::ProfileCard;
use satchel_app::{Satchel, Session};

/// Where the rep stands at the gate.
#[derive(Clone)]
enum Stand {
    /// No profile yet.
    Welcome,
    /// A PIN for the demo company.
    ChoosePin,
    /// Locked.
    Locked,
    /// Inside.
    Open(Session),
}

/// Lets screens inside lock the app again.
#[derive(Clone, Copy)]
pub struct Gatekeeper {
    stand: Signal<Stand>,
}

impl Gatekeeper {
    /// Locks the app; drafts are saved at each change, so nothing is lost.
    pub fn lock(&mut self) {
        self.stand.set(Stand::Locked);
    }
}

/// The app behind its gate.
#[component]
pub fn Gate() -> Element {
    let satchel = use_context::<Satchel>();
    let known = satchel.clone();
    let mut stand = use_signal(move || match profiles(&known).is_empty() {
        true => Stand::Welcome,
        false => Stand::Locked,
    });
    use_context_provider(|| Gatekeeper { stand });
    let shown = stand.read().clone();
    match shown {
        Stand::Welcome => rsx! { Welcome { on_demo: move |()| stand.set(Stand::ChoosePin) } },
        Stand::ChoosePin => rsx! {
            ChoosePin {
                on_back: move |()| {
                    let first = profiles(&satchel).is_empty();
                    stand.set(if first { Stand::Welcome } else { Stand::Locked });
                },
                on_open: move |session| stand.set(Stand::Open(session)),
            }
        },
        Stand::Locked => rsx! {
            Unlock {
                profiles: profiles(&satchel),
                on_open: move |session| stand.set(Stand::Open(session)),
            }
        },
        Stand::Open(session) => {
            rsx! { Unlocked { key: "{session.profile().id}", opened: Opened(session) } }
        }
    }
}

/// The profiles on this phone; none when the folder cannot be read, which unlocking then reports.
fn profiles(satchel: &Satchel) -> Vec<ProfileCard> {
    satchel.profiles().unwrap_or_else(|error| {
        tracing::error!(%error, "the profiles cannot be listed");
        Vec::new()
    })
}

/// A session as a property: the same profile is the same property.
#[derive(Clone)]
struct Opened(Session);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        self.0.profile().id == other.0.profile().id
    }
}

#[component]
fn Unlocked(opened: Opened) -> Element {
    use_door(opened.0);
    rsx! { Inside {} }
}
