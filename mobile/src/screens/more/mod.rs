//! More: the other places, and how this phone is set.

mod choices;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::Place;
use crate::i18n::{Language, Words};
use crate::look::Look;
use crate::options::Theme;
use crate::screens::base::{RootBase, strip_words};
use dioxus::prelude::*;
use satchel_app::{Satchel, Session};
use view::View;

/// Where More leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Customers.
    Customers,
    /// The catalogue.
    Catalogue,
    /// The calendar.
    Calendar,
    /// The team.
    Team,
    /// What waits.
    Sync,
    /// A safe copy.
    Backup,
    /// Printers.
    Printers,
    /// How scanning is set.
    Scanning,
    /// How the rep is reminded.
    Reminders,
    /// Receipt templates.
    Templates,
    /// Another PIN.
    Pin,
    /// A finger or a face in its place.
    Presence,
    /// About Satchel.
    About,
    /// Lock the app.
    Lock,
    /// Add the demo company as a further user.
    AddDemo,
    /// Add a profile for a site.
    Connect,
    /// A new code for this profile.
    ConnectAgain,
}

/// Something set on this screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// The language.
    Language(Language),
    /// The text size in percent.
    TextSize(u32),
    /// Light or dark.
    Theme(Theme),
}

/// The screen.
#[component]
pub fn More(
    /// The rep goes somewhere else.
    on_way: EventHandler<Way>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let presence = use_context::<Satchel>().presence(&session.profile().id);
    let settings = use_ask(|| Session::settings);
    let strip = use_ask(|| Session::strip);
    let supervisor = use_ask(|| Session::is_supervisor);
    let waits = match strip() {
        Asked::Ready(state) => strip_words(&state),
        _ => String::new(),
    };
    let mut words = use_context::<Words>();
    let mut look = use_context::<Look>();
    let mut wrong = use_signal(|| None::<Problem>);
    let on_set = move |set: Set| {
        // It holds on the screen at once; where it cannot be kept, that is said.
        let kept = match set {
            Set::Language(language) => {
                words.set_language(language);
                session.set_language(language.tag())
            }
            Set::TextSize(percent) => {
                look.text_size.set(percent);
                session.set_text_size(percent)
            }
            Set::Theme(theme) => {
                look.theme.set(theme);
                session.set_theme(theme.word())
            }
        };
        wrong.set(kept.err().map(Problem::from));
    };
    rsx! {
        View {
            shown: settings(),
            language: words.language(),
            theme: (look.theme)(),
            text_size: (look.text_size)(),
            waits,
            presence,
            team: supervisor() == Asked::Ready(true),
            wrong: wrong(),
            on_way,
            on_set,
            base: rsx! { RootBase { here: Place::More, on_go, on_strip } },
        }
    }
}
