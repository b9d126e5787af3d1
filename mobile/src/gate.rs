//! The gate: nobody sees anything before a profile is unlocked.

use crate::arrivals::Arrived;
use crate::ask::{Problem, use_door};
use crate::away::{Phone, use_granted_time};
use crate::back::use_coming_back;
use crate::i18n::{Language, Words};
use crate::look::Look;
use crate::options::{Options, Theme};
use crate::reminding::Remind;
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
    /// Locked, with the profiles to choose from.
    Locked(Vec<ProfileCard>),
    /// A profile, or the folder of all of them, does not open.
    Trouble(Problem),
    /// There are profiles, and none of them can even be shown.
    Unreadable(Problem),
    /// Inside.
    Open(Session),
}

impl Stand {
    /// Where the rep stands before anything is unlocked. A folder that cannot be read is no phone
    /// without profiles: whoever made a new one there would believe the others gone.
    fn outside(satchel: &Satchel) -> Self {
        match (satchel.profiles(), satchel.unreadable_profiles()) {
            (Ok(profiles), _) if !profiles.is_empty() => Self::Locked(profiles),
            (Ok(_), Ok(unreadable)) => match unreadable.into_iter().next() {
                Some(why) => Self::Unreadable(why.into()),
                None => Self::Welcome,
            },
            (Err(error), _) | (_, Err(error)) => Self::Trouble(error.into()),
        }
    }
}

/// Lets screens inside lock the app again.
#[derive(Clone, Copy)]
pub struct Gatekeeper {
    stand: Signal<Stand>,
    outside: Callback<(), Stand>,
}

impl Gatekeeper {
    /// Locks the app; drafts are saved at each change, so nothing is lost.
    pub fn lock(&mut self) {
        self.stand.set(self.outside.call(()));
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
    let demo = use_context::<Options>().demo;
    let outside = use_callback(move |()| Stand::outside(&satchel));
    let mut stand = use_signal(|| match outside.call(()) {
        Stand::Welcome if demo => Stand::ChoosePin,
        stand => stand,
    });
    use_context_provider(|| Gatekeeper { stand, outside });
    let Arrived { invitation, .. } = use_context();
    // An invitation is looked at whatever is open: drafts are saved at each change, so nothing is lost.
    use_effect(move || {
        if invitation.read().is_some() {
            stand.set(Stand::Connect);
        }
    });
    let back = EventHandler::new(move |()| stand.set(outside.call(())));
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
        Stand::Locked(profiles) => rsx! {
            Unlock {
                profiles,
                on_open: open,
                on_trouble: move |problem| stand.set(Stand::Trouble(problem)),
            }
        },
        Stand::Trouble(problem) => rsx! {
            Trouble { problem, on_retry: back, on_restore: restore }
        },
        Stand::Unreadable(problem) => rsx! {
            Trouble {
                problem,
                on_retry: back,
                on_restore: restore,
                on_anew: move |()| stand.set(Stand::Welcome),
            }
        },
        Stand::Open(session) => {
            rsx! { Unlocked { key: "{session.profile().id}", opened: Opened(session) } }
        }
    }
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
    use_sync(&session);
    use_coming_back(&session);
    use_granted_time(&session);
    let mut saved = use_signal(|| session.salvaged());
    match saved() {
        Some(what) => rsx! { Salvaged { saved: what, on_done: move |()| saved.set(None) } },
        None => rsx! {
            Phone {}
            Remind {}
            Inside {}
        },
    }
}

/// Sending and fetching go on while the profile is open, and end when it is locked.
fn use_sync(session: &Session) {
    use_hook(|| {
        if let Err(error) = session.start_sync() {
            tracing::error!(%error, "sync was not started");
        }
    });
    let session = session.clone();
    use_drop(move || session.stop_sync());
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
