//! What More looks like.

use super::choices::{ChoiceSheet, Choosing, TEXT_SIZES, theme_word};
use super::{Set, Way};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::i18n::{Language, words_of};
use crate::options::Theme;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{PresenceView, SettingsView};

#[component]
pub fn View(
    shown: Asked<SettingsView>,
    language: Language,
    theme: Theme,
    text_size: u32,
    /// What the strip says.
    waits: String,
    /// Whether a finger or a face opens the profile.
    presence: PresenceView,
    /// The user sees a team.
    #[props(default)]
    team: bool,
    wrong: Option<Problem>,
    on_way: EventHandler<Way>,
    on_set: EventHandler<Set>,
    base: Element,
) -> Element {
    let mut choosing = use_signal(|| None::<Choosing>);
    let sub = match &shown {
        Asked::Ready(settings) => {
            let (user, label) = (settings.profile.user.clone(), settings.profile.label.clone());
            Some(rsx! { bdi { "{user}" } " · " bdi { "{label}" } })
        }
        _ => None,
    };
    let site = match &shown {
        Asked::Ready(settings) => settings.site.clone(),
        _ => None,
    };
    let warning = match &shown {
        Asked::Ready(settings) => settings.key_store_warning,
        _ => None,
    };
    let size = TEXT_SIZES.iter().find(|(percent, _)| *percent == text_size);
    let size_word = size.map(|(_, word)| tr!(*word)).unwrap_or_else(|| format!("{text_size} %"));
    rsx! {
        Screen {
            Head { title: tr!("dock-more"), sub,
                IconButton {
                    glyph: Glyph::Lock,
                    label: tr!("more-lock"),
                    on_press: move |()| on_way.call(Way::Lock),
                }
            }
            Body {
                Places { on_way }
                if team {
                    Rows {
                        NavRow {
                            glyph: Glyph::Users,
                            name: tr!("team-title"),
                            meta: tr!("team-text"),
                            on_press: move |()| on_way.call(Way::Team),
                        }
                    }
                }
                if let Some(problem) = wrong {
                    div { class: "s-pad pt-3", Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() } }
                }
                Section { title: tr!("more-phone") }
                Rows {
                    NavRow {
                        glyph: Glyph::RotateCcw,
                        name: tr!("sync-title"),
                        meta: waits,
                        on_press: move |()| on_way.call(Way::Sync),
                    }
                    if let Some(site) = site {
                        NavRow {
                            glyph: Glyph::ScanBarcode,
                            name: tr!("connect-again"),
                            meta: site,
                            on_press: move |()| on_way.call(Way::ConnectAgain),
                        }
                    }
                    NavRow {
                        glyph: Glyph::HardDriveDownload,
                        name: tr!("backup-title"),
                        meta: tr!("more-backup-text"),
                        on_press: move |()| on_way.call(Way::Backup),
                    }
                    NavRow {
                        glyph: Glyph::Bell,
                        name: tr!("reminders-title"),
                        meta: tr!("reminders-meta"),
                        on_press: move |()| on_way.call(Way::Reminders),
                    }
                    NavRow {
                        glyph: Glyph::Printer,
                        name: tr!("printers-title"),
                        meta: tr!("printers-text"),
                        on_press: move |()| on_way.call(Way::Printers),
                    }
                    NavRow {
                        glyph: Glyph::Barcode,
                        name: tr!("scanning-title"),
                        meta: tr!("scanning-text"),
                        on_press: move |()| on_way.call(Way::Scanning),
                    }
                    NavRow {
                        glyph: Glyph::ReceiptText,
                        name: tr!("templates-title"),
                        meta: tr!("templates-meta"),
                        on_press: move |()| on_way.call(Way::Templates),
                    }
                    NavRow {
                        glyph: Glyph::ShieldCheck,
                        name: tr!("more-pin"),
                        meta: tr!("pin-choose-text"),
                        on_press: move |()| on_way.call(Way::Pin),
                    }
                    if presence != PresenceView::NotOffered {
                        NavRow {
                            glyph: Glyph::FingerprintPattern,
                            name: tr!("presence-title"),
                            meta: if presence == PresenceView::On { tr!("presence-on") } else { tr!("presence-off") },
                            on_press: move |()| on_way.call(Way::Presence),
                        }
                    }
                    NavRow {
                        glyph: Glyph::Users,
                        name: tr!("more-users"),
                        meta: tr!("more-users-text"),
                        on_press: move |()| choosing.set(Some(Choosing::Users)),
                    }
                }
                if let Some(warning) = warning {
                    div { class: "s-pad pt-3",
                        Note { glyph: Glyph::ShieldCheck, tone: Tone::Waiting, text: words_of(warning, &[]) }
                    }
                }
                Section { title: tr!("more-look") }
                Rows {
                    NavRow {
                        glyph: Glyph::Languages,
                        name: tr!("settings-language"),
                        meta: language.own_name(),
                        on_press: move |()| choosing.set(Some(Choosing::Language)),
                    }
                    NavRow {
                        glyph: Glyph::Type,
                        name: tr!("settings-text-size"),
                        meta: size_word,
                        on_press: move |()| choosing.set(Some(Choosing::TextSize)),
                    }
                    NavRow {
                        glyph: Glyph::SunMedium,
                        name: tr!("settings-theme"),
                        meta: tr!(theme_word(theme)),
                        on_press: move |()| choosing.set(Some(Choosing::Theme)),
                    }
                }
                About { shown, on_way }
                div { class: "h-6" }
            }
            {base}
            if let Some(open) = choosing() {
                ChoiceSheet {
                    choosing: open,
                    language,
                    theme,
                    text_size,
                    on_set,
                    on_way,
                    on_close: move |()| choosing.set(None),
                }
            }
        }
    }
}

#[component]
fn Places(on_way: EventHandler<Way>) -> Element {
    rsx! {
        div { class: "s-pad pt-1",
            Tools {
                Tool { glyph: Glyph::Store, label: tr!("customers-title"), on_press: move |()| on_way.call(Way::Customers) }
                Tool { glyph: Glyph::Box, label: tr!("more-catalogue"), on_press: move |()| on_way.call(Way::Catalogue) }
                Tool { glyph: Glyph::CalendarDays, label: tr!("today-calendar"), on_press: move |()| on_way.call(Way::Calendar) }
            }
        }
    }
}

#[component]
fn About(shown: Asked<SettingsView>, on_way: EventHandler<Way>) -> Element {
    let facts = match shown {
        Asked::Ready(settings) => Some((
            settings.version,
            tr!("more-device", device: settings.device, items: settings.items.to_string()),
        )),
        _ => None,
    };
    let (version, device) = facts.unwrap_or_default();
    rsx! {
        Section { title: tr!("about-title") }
        Rows {
            NavRow {
                glyph: Glyph::Info,
                name: tr!("about-version", version: version),
                meta: device,
                on_press: move |()| on_way.call(Way::About),
            }
        }
    }
}
