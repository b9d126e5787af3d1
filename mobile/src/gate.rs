//! The gate: nobody sees anything before a profile is unlocked.

use crate::ask::{Problem, use_door};
use crate::i18n::{Language, Words};
use crate::look::Look;
use crate::options::{Options, Theme};
use crate::routes::Inside;
use crate::screens::backup::Restore;
use crate::screens::connect::Connect;
use crate::screens::entry::{ChoosePin, Unlock, Welcome};
use crate::screens::trouble::{Salvaged, Trouble};
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
    /// The code of the office makes a profile.
    Connect,
    /// A safe copy is brought back.
    Restore,
    /// Locked.
    Locked,
    /// A profile does not open.
    Trouble(Problem),
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

    /// Locks the app and adds the demo company as a further profile.
    pub fn add_demo(&mut self) {
        self.stand.set(Stand::ChoosePin);
    }

    /// Locks the app and adds a profile for a site, by a code of its office.
    pub fn connect(&mut self) {
        self.stand.set(Stand::Connect);
    }
}

/// The app behind its gate.
#[component]
pub fn Gate() -> Element {
    let satchel = use_context::<Satchel>();
    let known = satchel.clone();
    let outside = move || match profiles(&known).is_empty() {
        true => Stand::Welcome,
        false => Stand::Locked,
    };
    let first = outside.clone();
    let demo = use_context::<Options>().demo;
    let mut stand = use_signal(move || match first() {
        Stand::Welcome if demo => Stand::ChoosePin,
        stand => stand,
    });
    use_context_provider(|| Gatekeeper { stand });
    let back = EventHandler::new(move |()| stand.set(outside()));
    let open = EventHandler::new(move |session| stand.set(Stand::Open(session)));
    let restore = EventHandler::new(move |()| stand.set(Stand::Restore));
    let shown = stand.read().clone();
    match shown {
        Stand::Welcome => rsx! {
            Welcome {
                on_demo: move |()| stand.set(Stand::ChoosePin),
                on_connect: move |()| stand.set(Stand::Connect),
                on_restore: restore,
            }
        },
        Stand::ChoosePin => rsx! { ChoosePin { on_back: back, on_open: open } },
        Stand::Connect => rsx! { Connect { on_back: back, on_open: open } },
        Stand::Restore => rsx! { Restore { on_back: back, on_open: open } },
        Stand::Locked => rsx! {
            Unlock {
                profiles: profiles(&satchel),
                on_open: open,
                on_trouble: move |problem| stand.set(Stand::Trouble(problem)),
            }
        },
        Stand::Trouble(problem) => rsx! {
            Trouble { problem, on_retry: back, on_restore: restore }
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
    let session = opened.0;
    use_door(session.clone());
    use_settings(&session);
    let mut saved = use_signal(|| session.salvaged());
    match saved() {
        Some(what) => rsx! { Salvaged { saved: what, on_done: move |()| saved.set(None) } },
        None => rsx! { Inside {} },
    }
}

/// The screens look and speak as the profile is set, unless the command line says otherwise.
fn use_settings(session: &Session) {
    let options = use_context::<Options>();
    let mut words = use_context::<Words>();
    let mut look = use_context::<Look>();
    use_hook(|| match session.settings() {
        Ok(settings) => {
            if let (None, Some(language)) = (options.lang, Language::from_tag(&settings.language)) {
                words.set_language(language);
            }
            if options.theme.is_none() {
                look.theme.set(Theme::from_word(&settings.theme));
            }
            look.text_size.set(settings.text_size);
        }
        Err(error) => tracing::warn!(%error, "the settings cannot be read"),
    });
}
